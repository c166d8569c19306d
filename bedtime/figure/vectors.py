"""Vectors, rotations and matrices on plain tuples: what pure Python does fastest.

World axes: +x forward (right on the screen), +y up, +z to the figure's right (towards the viewer). Metres, degrees.
"""

from math import acos, cos, radians, sin, sqrt

Vec = tuple[float, float, float]
Quat = tuple[float, float, float, float]  # w, x, y, z; always of length one
Mat = tuple[float, float, float, float, float, float, float, float, float]  # row by row

IDENTITY: Quat = (1.0, 0.0, 0.0, 0.0)
UNTURNED: Mat = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)
NEARLY_NOTHING = 1e-9
NEARLY_PARALLEL = 1e-4


def add(a: Vec, b: Vec) -> Vec:
    """The sum."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    """The way from `b` to `a`."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def mul(a: Vec, k: float) -> Vec:
    """`a`, `k` times as long."""
    return (a[0] * k, a[1] * k, a[2] * k)


def dot(a: Vec, b: Vec) -> float:
    """The scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """The vector product."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    """How long `a` is."""
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def lerp(a: Vec, b: Vec, t: float) -> Vec:
    """The point at the share `t` of the way from `a` to `b`."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def unit(a: Vec) -> Vec:
    """The direction of `a`; nothing stays nothing."""
    n = length(a) or NEARLY_NOTHING
    return (a[0] / n, a[1] / n, a[2] / n)


def across(a: Vec, axis: Vec) -> Vec:
    """What is left of `a` at right angles to the unit vector `axis`."""
    return sub(a, mul(axis, dot(a, axis)))


def across_or_any(a: Vec, axis: Vec) -> Vec:
    """The direction of `a` at right angles to `axis`, or some direction at right angles if `a` lies along it."""
    rest = across(a, axis)
    if length(rest) < NEARLY_PARALLEL:
        rest = across((0.3, 0.5, 0.8), axis)
    return unit(rest)


def times(a: Quat, b: Quat) -> Quat:
    """First `b`, then `a`."""
    aw, ax, ay, az = a
    bw, bx, by, bz = b
    return (
        aw * bw - ax * bx - ay * by - az * bz,
        aw * bx + ax * bw + ay * bz - az * by,
        aw * by - ax * bz + ay * bw + az * bx,
        aw * bz + ax * by - ay * bx + az * bw,
    )


def inverse(q: Quat) -> Quat:
    """The way back."""
    return (q[0], -q[1], -q[2], -q[3])


def about_x(degrees: float) -> Quat:
    """A turn about the x axis."""
    half = radians(degrees) / 2
    return (cos(half), sin(half), 0.0, 0.0)


def about_y(degrees: float) -> Quat:
    """A turn about the y axis."""
    half = radians(degrees) / 2
    return (cos(half), 0.0, sin(half), 0.0)


def about_z(degrees: float) -> Quat:
    """A turn about the z axis."""
    half = radians(degrees) / 2
    return (cos(half), 0.0, 0.0, sin(half))


def slerp(a: Quat, b: Quat, t: float) -> Quat:
    """The rotation at the share `t` of the shorter way from `a` to `b`."""
    d = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3]
    if d < 0:
        b, d = (-b[0], -b[1], -b[2], -b[3]), -d
    if d > 0.9995:
        ka, kb = 1 - t, t
    else:
        angle = acos(d)
        ka, kb = sin((1 - t) * angle) / sin(angle), sin(t * angle) / sin(angle)
    w, x, y, z = (ka * p + kb * q for p, q in zip(a, b, strict=True))
    n = sqrt(w * w + x * x + y * y + z * z)
    return (w / n, x / n, y / n, z / n)


def matrix(q: Quat) -> Mat:
    """The same rotation as a matrix."""
    w, x, y, z = q
    return (
        1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y),
        2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x),
        2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y),
    )  # fmt: skip


def turn(m: Mat, v: Vec) -> Vec:
    """`v`, turned by `m`."""
    x, y, z = v
    return (m[0] * x + m[1] * y + m[2] * z, m[3] * x + m[4] * y + m[5] * z, m[6] * x + m[7] * y + m[8] * z)


def rotate(q: Quat, v: Vec) -> Vec:
    """`v`, turned by `q`."""
    return turn(matrix(q), v)


def frame(x: Vec, y: Vec, z: Vec) -> Quat:
    """The rotation that turns the axes into the orthonormal vectors `x`, `y`, `z`."""
    (m00, m10, m20), (m01, m11, m21), (m02, m12, m22) = x, y, z
    trace = m00 + m11 + m22
    if trace > 0:
        s = sqrt(trace + 1) * 2
        return (s / 4, (m21 - m12) / s, (m02 - m20) / s, (m10 - m01) / s)
    if m00 > m11 and m00 > m22:
        s = sqrt(1 + m00 - m11 - m22) * 2
        return ((m21 - m12) / s, s / 4, (m01 + m10) / s, (m02 + m20) / s)
    if m11 > m22:
        s = sqrt(1 + m11 - m00 - m22) * 2
        return ((m02 - m20) / s, (m01 + m10) / s, s / 4, (m12 + m21) / s)
    s = sqrt(1 + m22 - m00 - m11) * 2
    return ((m10 - m01) / s, (m02 + m20) / s, (m12 + m21) / s, s / 4)


def frame_of(front: Vec, up: Vec) -> Quat:
    """The rotation that turns +y to `up` and +x as near to `front` as that allows."""
    y = unit(up)
    x = across_or_any(front, y)
    return frame(x, y, cross(x, y))
