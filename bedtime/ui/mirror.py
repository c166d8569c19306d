"""The one place where the layout is turned round for a language that is written from right to left.

Screens and parts say where things stand as if everybody read from the left. `set_box` mirrors a part within its parent,
`flip` and `flip_x` what a part paints within itself, and a screen shows its room `mirrored`. What
has a direction of its own never goes through here: a figure, digits, the floor's line, the buttons of the player.
"""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from bedtime.ui.icons import Icon

_POINTING = {Icon.CHEVRON: Icon.CHEVRON_LEFT, Icon.CHEVRON_LEFT: Icon.CHEVRON}


def set_box(part: QWidget, box: QRect) -> None:
    """Place a part in its parent, whose width has to be known by now."""
    parent = part.parentWidget()
    if parent is not None and parent.isRightToLeft():
        box = QRect(parent.width() - box.x() - box.width(), box.y(), box.width(), box.height())
    part.setGeometry(box)


def box_of(part: QWidget) -> QRect:
    """Where a part was placed, as `set_box` was told it."""
    parent, box = part.parentWidget(), part.geometry()
    if parent is not None and parent.isRightToLeft():
        box.moveLeft(parent.width() - box.x() - box.width())
    return box


def flip(part: QWidget, box: QRectF) -> QRectF:
    """A box within a part, from the side that its language begins on."""
    if not part.isRightToLeft():
        return box
    return flip_in(QRectF(part.rect()), box)


def flip_in(outer: QRectF, box: QRectF) -> QRectF:
    """A box on the other side of another one, as far from its edge."""
    return QRectF(outer.left() + outer.right() - box.right(), box.y(), box.width(), box.height())


def flip_x(part: QWidget, x: float) -> float:
    """The same for a point."""
    return part.width() - x if part.isRightToLeft() else x


def pointing(part: QWidget, icon: Icon) -> Icon:
    """The sign that points on, or back, in the part's language."""
    return _POINTING.get(icon, icon) if part.isRightToLeft() else icon


def mirrored(picture: QPixmap) -> QPixmap:
    """A picture as seen from the other side."""
    return picture.transformed(QTransform().scale(-1, 1))


def mirror(part: QWidget, painter: QPainter) -> None:
    """Let a painter paint a part from the other side. Not for words."""
    if part.isRightToLeft():
        painter.translate(part.width(), 0)
        painter.scale(-1, 1)
