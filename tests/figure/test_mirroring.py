"""Left is right in a mirror, to the last billionth of a metre."""

import pytest

from bedtime.figure.body import DEFAULT_BODY
from bedtime.figure.card import framed, picture, settled
from bedtime.figure.mirroring import mirrored
from bedtime.figure.pose import Figure
from bedtime.figure.posing import pose_at_rest
from bedtime.figure.skeleton import Skeleton
from bedtime.figure.vectors import Vec

OTHER = {"right": "left", "left": "right"}


def other(joint: str) -> str:
    side, line, rest = joint.partition("_")
    return f"{OTHER[side]}_{rest}" if line else joint


def farthest(a: Skeleton, b: Skeleton) -> float:
    def apart(p: Vec, q: Vec) -> float:
        return max(abs(p[0] - q[0]), abs(p[1] - q[1]), abs(p[2] + q[2]))

    return max(apart(at, b.at[other(joint)]) for joint, at in a.at.items())


def test_a_mirrored_pose_puts_every_joint_on_the_other_side(figure: Figure) -> None:
    for pose in settled(figure, DEFAULT_BODY).poses:
        assert farthest(pose_at_rest(pose), pose_at_rest(mirrored(pose))) < 1e-9


def test_a_pose_mirrored_twice_is_itself(figure: Figure) -> None:
    assert mirrored(mirrored(figure.end)) == figure.end


def test_the_left_side_is_the_mirror_image_with_the_light_where_it_was(figure: Figure) -> None:
    own = settled(figure, DEFAULT_BODY)
    right, left = (framed(own, side, 480, 360) for side in ("right", "left"))
    skeleton = pose_at_rest(own.end)
    for at in skeleton.at.values():
        (x, y), (mirror_x, mirror_y) = right.view.dot(at), left.view.dot(at)
        assert x == pytest.approx(480 - mirror_x, abs=1e-9)
        assert y == pytest.approx(mirror_y, abs=1e-9)
    assert picture(right).backdrop == picture(left).backdrop
