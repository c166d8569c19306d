"""What can be measured on a screen: its light, the contrast of its words, and whether anything is cut off."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPalette
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from bedtime.ui.parts.button import SMALLEST_TARGET, Button
from bedtime.ui.parts.circle import Circle
from bedtime.ui.parts.described import Described
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.option import Option
from bedtime.ui.parts.orb import Orb
from bedtime.ui.parts.switch_row import SwitchRow
from bedtime.ui.parts.tick import Tick

_PAINTED = Button | Circle | Option | SwitchRow | Tick
LEAST_TARGET = QSize(SMALLEST_TARGET, SMALLEST_TARGET)
AA, AA_LARGE = 4.5, 3.0
LARGE_PX, LARGE_BOLD_PX, BOLD = 24, 18.66, 700
"""WCAG: 18 points, or 14 points bold, are large."""
MELANOPIC = (0.001, 0.324, 0.675)
LUMINANCE = (0.2126, 0.7152, 0.0722)
_LINEAR = tuple(v / 255 / 12.92 if v <= 10 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in range(256))


def melanopic_percent(picture: QImage) -> float:
    """How much of what a white page of the same size does to the body's clock, from linear light."""
    rgb = picture.convertToFormat(QImage.Format.Format_RGBX8888)
    pixels = bytes(rgb.constBits())
    total = 0.0
    for channel, weight in enumerate(MELANOPIC):
        counts = _histogram(pixels[channel::4])
        total += weight * sum(_LINEAR[value] * count for value, count in counts.items())
    return 100 * total / (rgb.width() * rgb.height())


def _histogram(values: bytes) -> dict[int, int]:
    return {value: values.count(value) for value in set(values)}


def luminance(color: QColor) -> float:
    """WCAG's relative luminance, 0 to 1."""
    channels = (color.red(), color.green(), color.blue())
    return sum(weight * _LINEAR[value] for weight, value in zip(LUMINANCE, channels, strict=True))


def contrast(one: float, other: float) -> float:
    """WCAG's contrast between two luminances, 1 to 21."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def weak_words(screen: QWidget) -> list[str]:
    """Every piece of text whose contrast on the worst of its real background is under AA, with the measured value."""
    with _without_words(screen):
        ground = screen.grab().toImage()
    weak = []
    for part, ink, px, weight, box, grain in _texts(screen):
        seen = box.intersected(_seen_of(part, screen))
        if seen.height() < box.height() / 2 or seen.isEmpty():
            continue  # scrolled out of sight
        worst = _nearest_to(luminance(ink), ground, seen, grain)
        least = AA_LARGE if px >= LARGE_PX or (px >= LARGE_BOLD_PX and weight >= BOLD) else AA
        measured = contrast(luminance(ink), worst)
        if measured < least:
            weak.append(f"{_name(part)!r} has {measured:.2f}, needs {least}")
    return weak


def cut_off(screen: QWidget) -> list[str]:
    """Every visible part that is outside the screen, too small to press, or too small for its words."""
    faults = []
    for part in _visible(screen):
        name = f"{type(part).__name__} {_name(part)!r}"
        shape = _shape(part, screen)
        if not (_scrolls(part) or screen.rect().contains(shape)):
            faults.append(f"{name} at {shape} is outside of {screen.rect()}")
        if isinstance(part, QAbstractButton) and _target(part).expandedTo(LEAST_TARGET) != _target(part):
            faults.append(f"{name} takes a press on {_target(part)} only")
        if isinstance(part, QLabel) and part.text() and not _fits(part):
            faults.append(f"{name} does not fit {part.width()} x {part.height()}")
    return faults


def overlapping(screen: QWidget) -> list[str]:
    """Every two visible words or buttons that lie over each other."""
    parts = [(part, _ink_box(part, screen)) for part in _visible(screen) if isinstance(part, QLabel | QAbstractButton)]
    return [
        f"{_name(one)!r} at {here} and {_name(other)!r} at {there}"
        for index, (one, here) in enumerate(parts)
        for other, there in parts[index + 1 :]
        if here.intersects(there) and not _holds(one, other) and _scrolls(one) == _scrolls(other)
    ]


def _scrolls(part: QWidget) -> bool:
    """Whether a part is in something that scrolls, so that it may be out of sight."""
    parent = part.parentWidget()
    return parent is not None and (isinstance(parent, QScrollArea) or _scrolls(parent))


def _holds(one: QWidget, other: QWidget) -> bool:
    return one.isAncestorOf(other) or other.isAncestorOf(one)


def _visible(screen: QWidget) -> list[QWidget]:
    kinds, painted = (QLabel, QAbstractButton), (Described, Orb)  # what is painted may be cut by the edge of the room
    parts = [part for part in screen.findChildren(QWidget) if part.isVisible() and isinstance(part, kinds)]
    return [part for part in parts if not isinstance(part, painted)]


def _name(part: QWidget) -> str:
    return getattr(part, "text", str)() or part.accessibleName()


def _shape(part: QWidget, screen: QWidget) -> QRect:
    """What is seen of a part, in the screen's coordinates."""
    at = part.mapTo(screen, QPoint(0, 0))
    if isinstance(part, _PAINTED):
        return part.shape().toRect().translated(at)
    return part.rect().translated(at)


def _target(button: QAbstractButton) -> QSize:
    """How far a press is taken, through the button's middle."""
    middle = button.rect().center()
    across = sum(button.hitButton(QPoint(x, middle.y())) for x in range(button.width()))
    down = sum(button.hitButton(QPoint(middle.x(), y)) for y in range(button.height()))
    return QSize(across, down)


def _seen_of(part: QWidget, screen: QWidget) -> QRect:
    """How far what holds a part lets it be seen, in the screen's coordinates."""
    box, holder = screen.rect(), part.parentWidget()
    while holder is not None and holder is not screen:
        box &= holder.rect().translated(holder.mapTo(screen, QPoint(0, 0)))
        holder = holder.parentWidget()
    return box


def _ink_box(part: QWidget, screen: QWidget) -> QRect:
    """Where there is ink: of a label its words from the height of a capital to the baseline, else what is seen."""
    box = _shape(part, screen)
    if isinstance(part, QLabel):
        metrics = QFontMetricsF(part.font())
        wide = box.width() if part.wordWrap() else min(box.width(), round(metrics.horizontalAdvance(part.text())))
        high = round(_needed_height(part)) if part.wordWrap() else round(metrics.ascent())
        top = box.top() + round(metrics.ascent() - metrics.capHeight())
        is_right = part.isRightToLeft() or part.alignment() & Qt.AlignmentFlag.AlignRight
        left = box.right() + 1 - wide if is_right else box.left()
        return QRect(left, top, wide, box.top() + high - top)
    return box


def _needed_height(label: QLabel) -> float:
    box = QRect(0, 0, label.width(), 10_000)
    return QFontMetricsF(label.font()).boundingRect(box, Qt.TextFlag.TextWordWrap, label.text()).height()


def _fits(label: QLabel) -> bool:
    if label.wordWrap():
        return _needed_height(label) <= label.height() + 1
    return QFontMetricsF(label.font()).horizontalAdvance(label.text()) <= label.width() + 1


def _texts(screen: QWidget) -> Iterator[tuple[QWidget, QColor, float, int, QRect, float]]:
    """Part, ink, size, weight, where, and the share of the ground that may be something else: grain, or an icon."""
    for part in _visible(screen):
        font = part.font()
        if isinstance(part, QLabel) and part.text():
            ink = part.palette().color(QPalette.ColorRole.WindowText)
            yield part, ink, font.pixelSize(), font.weight(), _ink_box(part, screen), 0.05
        elif isinstance(part, _PAINTED) and part.isEnabled() and not part.findChildren(QLabel):
            shape = _shape(part, screen)
            inside = QRect(QPoint(0, 0), shape.size() / 2)
            inside.moveCenter(shape.center())
            yield part, part.ink(), font.pixelSize(), font.weight(), inside, 0.5


def _nearest_to(ink: float, ground: QImage, box: QRect, grain: float) -> float:
    """The luminance in `box` that is nearest to the ink, leaving out the nearest share of `grain`."""
    scale = ground.devicePixelRatio()
    area = QRect(box.topLeft() * scale, box.size() * scale).intersected(ground.rect())
    step = max(1, area.width() // 60)
    values = sorted(
        (
            luminance(ground.pixelColor(x, y))
            for x in range(area.left(), area.right() + 1, step)
            for y in range(area.top(), area.bottom() + 1, 3)
        ),
        key=lambda value: abs(value - ink),
    )
    return values[int(len(values) * grain)]


@contextmanager
def _without_words(screen: QWidget) -> Iterator[None]:
    """While this lasts the words are not painted; the grounds of the buttons are."""
    labels = [label for label in screen.findChildren(Words) if label.isVisible()]
    buttons = [b for b in screen.findChildren(QAbstractButton) if isinstance(b, _PAINTED) and b.text()]
    texts = [button.text() for button in buttons]
    for label in labels:
        label.set_presence(0)
    for button in buttons:
        button.setText("")
    yield
    for label in labels:
        label.set_presence(1)
    for button, text in zip(buttons, texts, strict=True):
        button.setText(text)
