"""Real buttons with painted looks: a screen reader finds a button, and the eye finds lamplight.

Every button keeps a halo of empty pixels around what it shows, so that the focus ring is never cut off.
"""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from bedtime.ui.fonts import SMALLEST_PX, sans, width_of
from bedtime.ui.icons import Icon, draw_icon
from bedtime.ui.look import Look
from bedtime.ui.mirror import flip, flip_x, pointing, set_box

HALO = 8
"""Empty pixels around each button, for the focus ring 5 px outside it."""
TREMOR_MS = 180
"""A second press of the same button within this time is a trembling hand."""
SMALLEST_TARGET = 44
LEAST_HIGH = 1.6
"""How high a button is at least, in heights of its letters."""
FADED = 0.2
"""A button less present than this is not seen, so a press on it is not meant."""


_LEFT_TO_THE_SCREEN = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}


class Kind(Enum):
    """How much a button asks to be pressed. One `FILLED` a screen."""

    FILLED = auto()
    OUTLINED = auto()
    SOFT = auto()
    BARE = auto()


def draw_focus(painter: QPainter, shape: QRectF, radius: float, look: Look, offset: float = 5) -> None:
    """The ring around what the keyboard is on."""
    wide = 4.0 if look.palette.bg == "#000000" and look.palette.text_primary == "#FFF6E8" else 2.5
    painter.setPen(QPen(look.palette.color(look.palette.text_primary), wide))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = shape.adjusted(-offset, -offset, offset, offset)
    painter.drawRoundedRect(ring, radius + offset, radius + offset)


class Button(QPushButton):
    """A button that can be pressed with a shaking hand. Listen to `chosen`, which leaves second presses out."""

    chosen = Signal()
    ring = 5.0
    """How far outside of what is seen the ring of the focus is, in pixels."""

    def __init__(self, words: str, kind: Kind = Kind.OUTLINED, *, icon: Icon | None = None, key: str = "") -> None:
        """`words` is shown and read out, `key` names the key that does the same."""
        super().__init__(words)
        self._kind = kind
        self._icon = icon
        self._key = key
        self.names_key = True
        """Whether there is room for the name of its key."""
        self._look: Look | None = None
        self._size_px = 21.0
        self._presence = 1.0
        self.space_is_the_screens = False
        """Whether Space means something else here, so that it never presses twice."""
        self.setMouseTracking(True)
        self._tremor = QTimer(self, singleShot=True, interval=TREMOR_MS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._press)

    def dress(self, look: Look, px: float, *, minimum: QSize | None = None) -> None:
        """Take on a look: letters of `px`, and never smaller than `minimum` (what is seen, without the halo)."""
        self._look = look
        self._size_px = px
        self.setFont(self._words_font())
        if minimum is not None:
            self.setMinimumSize(minimum + QSize(2 * HALO, 2 * HALO))
        self.updateGeometry()
        self.update()

    def put(self, x: float, y: float, width: float = 0, height: float = 0) -> QRect:
        """Place what is seen at `x`, `y`, as wide and high as asked or as the words need; the rectangle taken.

        Where large letters need more height than was asked for, it grows around its middle.
        """
        hint = self.sizeHint()
        if 0 < height < self._size_px * LEAST_HIGH:
            y -= (self._size_px * LEAST_HIGH - height) / 2
            height = self._size_px * LEAST_HIGH
        shape = QRect(
            QPoint(round(x), round(y)),
            QSize(max(round(width), hint.width() - 2 * HALO), round(height) or hint.height() - 2 * HALO),
        )
        self.setMinimumSize(0, 0)
        set_box(self, shape.adjusted(-HALO, -HALO, HALO, HALO))
        return shape

    def set_kind(self, kind: Kind) -> None:
        """Fill or empty the button, as the one action that comes next moves."""
        self._kind = kind
        self.setFont(self._words_font())
        self.update()

    def set_icon(self, icon: Icon | None) -> None:
        """Show another sign before the words."""
        if icon is not self._icon:
            self._icon = icon
            self.update()

    @property
    def is_seen(self) -> bool:
        """Whether a press on it can be meant."""
        return self._presence >= FADED

    def set_presence(self, presence: float) -> None:
        """How much of the button is seen, 0 to 1. One that has faded away wakes at a press, and does nothing else."""
        if presence != self._presence:
            self._presence = presence
            self.update()

    def sizeHint(self) -> QSize:
        """What the words, the icon and the key need, at least the smallest target."""
        wide = width_of(self.text(), self._words_font()) + self._icon_width() + self._key_width()
        padding = self._size_px * (0.35 if self._kind is Kind.BARE else 1.35)
        high = max(SMALLEST_TARGET, self._size_px * 2.3)
        return QSize(round(max(SMALLEST_TARGET, wide + 2 * padding)) + 2 * HALO, round(high) + 2 * HALO)

    def shape(self) -> QRectF:
        """What is seen of the button, in its own coordinates."""
        return QRectF(self.rect()).adjusted(HALO, HALO, -HALO, -HALO)

    def hitButton(self, at: QPoint) -> bool:
        """Whether a press at `at` is meant: on what is seen, but never on less than the smallest target."""
        return self.rect().adjusted(HALO // 2, HALO // 2, -HALO // 2, -HALO // 2).contains(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; the arrows, and on the player Space, are left to the screen."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():  # a key held down since the last screen is not meant for this one
                self.click()
        elif event.key() in _LEFT_TO_THE_SCREEN or (event.key() == Qt.Key.Key_Space and self.space_is_the_screens):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The screen hears of the pointer's movements too."""
        super().mouseMoveEvent(event)
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill, its words, and the ring of the focus."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self._presence)
        shape = self.shape()
        radius = self.corner_radius(shape)
        self.paint_ground(painter, shape, radius)
        self.paint_content(painter, shape)
        if self.hasFocus():
            draw_focus(painter, shape, radius, self._look, self.ring)

    def corner_radius(self, shape: QRectF) -> float:
        """Half the height: a pill."""
        return shape.height() / 2

    def paint_ground(self, painter: QPainter, shape: QRectF, radius: float) -> None:
        """Paint the fill and the outline."""
        look = self._dressed()
        colors = look.palette
        fill: QColor | None = None
        outline: QColor | None = None
        if self._kind is Kind.FILLED:
            fill = colors.color(colors.accent)
        elif self._kind is Kind.SOFT:
            fill = colors.color(colors.surface_2)
        elif self._kind is Kind.OUTLINED:
            outline = colors.color(colors.line_control)
        if self.isDown() and fill is None:
            fill = colors.color(colors.accent, 0.16)
        elif self.isDown() and fill is not None:
            fill = fill.darker(112)
        elif self.underMouse() and self._kind is not Kind.FILLED:
            fill = fill.lighter(125) if fill is not None else colors.color(colors.surface_2, 0.6)
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(outline, 1.5) if outline is not None else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(shape, radius, radius)

    def paint_content(self, painter: QPainter, shape: QRectF) -> None:
        """Paint the icon, the words and the name of the key, centred as one."""
        words_font = self._words_font()
        words_width = width_of(self.text(), words_font)
        x = shape.center().x() - (self._icon_width() + words_width + self._key_width()) / 2
        ink = self.ink()
        if self._icon is not None:
            px = self._size_px * 0.95
            at = QPointF(flip_x(self, x + px * 0.46), shape.center().y())
            draw_icon(painter, pointing(self, self._icon), at, px, ink)
            x += self._icon_width()
        painter.setPen(ink)
        painter.setFont(words_font)
        words_box = QRectF(x, shape.top(), words_width + 2, shape.height())
        painter.drawText(flip(self, words_box), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self.text())
        if self._key and self.names_key:
            self._paint_key(painter, QRectF(words_box.right(), shape.top(), self._key_width(), shape.height()))

    def ink(self) -> QColor:
        """The colour of the words."""
        colors = self._dressed().palette
        if self._kind is Kind.FILLED:
            return colors.color(colors.accent_on)
        return colors.color(colors.text_secondary if self._kind is Kind.BARE else colors.text_primary)

    def _paint_key(self, painter: QPainter, box: QRectF) -> None:
        colors = self._dressed().palette
        painter.setFont(self._key_font())
        painter.setPen(colors.color(colors.accent_on if self._kind is Kind.FILLED else colors.text_tertiary))
        painter.drawText(flip(self, box), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._key)

    def _words_font(self) -> QFont:
        return sans(self._size_px, 600)

    def _key_font(self) -> QFont:
        return sans(self._size_px * 0.8, 400)

    def _icon_width(self) -> float:
        return self._size_px * 1.3 if self._icon is not None else 0.0

    def _key_width(self) -> float:
        return width_of(self._key, self._key_font()) + self._size_px if self._key and self.names_key else 0.0

    def _dressed(self) -> Look:
        if self._look is None:
            raise RuntimeError("a button is dressed before it is painted")
        return self._look

    def _press(self) -> None:
        if self._presence < FADED or self._tremor.isActive():
            return
        self._tremor.start()
        self.chosen.emit()


def dress_to_fit(look: Look, buttons: Sequence[tuple[Button, float]], room: float) -> None:
    """Dress each button in letters of its size, or of smaller ones where all of them would not fit `room`.

    Where even the smallest letters are too wide, the names of the keys go.
    """
    for names_key in (True, False):
        share = 1.0
        while share > 0:
            sizes = [max(SMALLEST_PX, px * share) for _button, px in buttons]
            for (button, _px), size in zip(buttons, sizes, strict=True):
                button.names_key = names_key
                button.dress(look, size)
            if sum(button.sizeHint().width() - 2 * HALO for button, _px in buttons) <= room:
                return
            share = share - 0.05 if any(size > SMALLEST_PX for size in sizes) else 0


class RoundButton(Button):
    """A round control of the player, with an icon or a short word, and a caption under it."""

    def __init__(self, name: str, kind: Kind, *, icon: Icon | None = None, sign: str = "") -> None:
        """`name` is read out; `icon` or `sign` (such as +10) is shown."""
        super().__init__(sign, kind, icon=icon)
        self.setAccessibleName(name)

    def put_round(self, x: float, y: float, radius: float) -> None:
        """Place the circle's centre; the widget is never smaller than the smallest target."""
        half = max(radius, SMALLEST_TARGET / 2) + HALO
        self._radius = radius
        set_box(self, QRectF(x - half, y - half, 2 * half, 2 * half).toRect())

    def shape(self) -> QRectF:
        """The circle."""
        middle = QRectF(self.rect()).center()
        return QRectF(middle.x() - self._radius, middle.y() - self._radius, 2 * self._radius, 2 * self._radius)

    def paint_content(self, painter: QPainter, shape: QRectF) -> None:
        """Paint the icon or the sign in the middle."""
        if self._icon is not None:
            px = self._radius * (0.75 if self._kind is not Kind.BARE else 0.87)
            ink = self.ink()
            draw_icon(painter, self._icon, shape.center(), px, ink, 2.4)
            return
        painter.setFont(sans(self._radius * 0.65, 600))
        painter.setPen(self.ink())
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a sign stands before its number everywhere
        painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, self.text())

    def paint_ground(self, painter: QPainter, shape: QRectF, radius: float) -> None:
        """A soft disc with an outline; a bare one has neither until the pointer is on it."""
        super().paint_ground(painter, shape, radius)
        if self._kind is Kind.SOFT:
            colors = self._dressed().palette
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colors.color(colors.line_control, 0.75), 1.5))
            painter.drawEllipse(shape)

    _radius = 34.0
