"""The lamp: a countdown in the middle, a breath around it, and a ring that empties with the hold.

It is a small opaque child, so that a frame repaints the lamp and nothing else: of the lamp, the disc where it breathes
and the ring where it ends. The track and the letters are kept as pictures.
"""

import math
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QLabel, QWidget

from bedtime.ui.fonts import fitted, sans, serif
from bedtime.ui.light import Disc, paint_disc
from bedtime.ui.look import Look, Motion
from bedtime.ui.mirror import set_box

SMALLEST_BREATH, LARGEST_BREATH = 0.62, 0.90
"""The disc's radius on the out-breath and on the in-breath, as shares of R."""
FAINTEST_GLOW, STRONGEST_GLOW = 0.08, 0.17
STEADY = 0.80
"""With reduced motion the lamp keeps this radius and only its brightness changes, by 6 %."""
TICKS = 60
SOFTNESS = 4.0
NEARBY_STEPS = 20
"""So many pixels of the ring may come or go in one frame to be repainted by themselves."""


class Rim(Enum):
    """What is around the lamp."""

    RING = auto()  # a hold that empties
    TICKS = auto()  # a countdown before something
    RESTING = auto()  # paused
    NONE = auto()  # far view: the number alone


@dataclass(frozen=True, slots=True)
class Face:
    """What the lamp shows. `left` is the share of the time that remains, `openness` of the breath; both 0 to 1.

    `spoken` is what a screen reader reads here, which changes no more than once a second.
    """

    rim: Rim
    numeral: str
    word: str
    left: float
    openness: float | None = None
    lines: tuple[str, ...] = ()
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A face in whole steps: two that are equal have the same pixels."""

    rim: Rim
    words: tuple[str, ...]
    steps_left: int
    openness: int | None


class Orb(QLabel):
    """The lamp. Its size is given by `place`. The countdown is read out when somebody asks, and not before."""

    def __init__(self, parent: QWidget) -> None:
        """An unlit lamp."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look: Look | None = None
        self._face: Face | None = None
        self._radius = 0.0
        self._ground = QPixmap()
        self._track = QPixmap()
        self._letters = QPixmap()
        self._seen: _Seen | None = None

    def place(self, look: Look, room: QPixmap, centre: QPointF, radius: float) -> None:
        """Take on a look and a place; `room` is the screen's backdrop, which shows through."""
        self._look = look
        self._radius = radius
        half = math.ceil(radius * 1.06) + 4
        set_box(self, QRect(round(centre.x()) - half, round(centre.y()) - half, 2 * half, 2 * half))
        scale = room.devicePixelRatio()
        source = QRectF(self.x() * scale, self.y() * scale, self.width() * scale, self.height() * scale)
        self._ground = room.copy(source.toRect())
        self._ground.setDevicePixelRatio(scale)
        self._track = QPixmap()
        self._seen = None
        self.update()

    def show_face(self, face: Face) -> None:
        """Show `face`; repaints only when a pixel would differ."""
        if self._look is None:
            return
        self._face = face
        self._read_out(face)
        before, self._seen = self._seen, self._what_is_seen(face)
        if before is None or (before.rim, before.words) != (self._seen.rim, self._seen.words):
            self._letters = QPixmap()
            self.update()
            return
        changed = QRect()
        if before.steps_left != self._seen.steps_left:
            changed |= self._between(before.steps_left, self._seen.steps_left)
        if before.openness != self._seen.openness:
            changed |= self._breath_box()
        if not changed.isEmpty():  # one box, since Qt paints within several a good deal more slowly
            self.update(changed)

    def _read_out(self, face: Face) -> None:
        """Be what a screen reader reads here; without one it costs nothing."""
        if QAccessible.isActive() and self.accessibleName() != face.spoken:
            self.setAccessibleName(face.spoken)

    @property
    def face(self) -> Face | None:
        """What is shown now."""
        return self._face

    def _what_is_seen(self, face: Face) -> _Seen:
        steps = {Rim.TICKS: TICKS, Rim.NONE: 0}.get(face.rim, math.tau * self._radius)
        breathes = face.openness is not None and self._dressed().motion is not Motion.STILL
        openness = round((face.openness or 0.0) * self._reach) if breathes else None
        return _Seen(face.rim, (face.numeral, face.word, *face.lines), math.ceil(face.left * steps), openness)

    @property
    def _reach(self) -> float:
        """How many pixels the disc's radius changes by in a breath."""
        return self._radius * (LARGEST_BREATH - SMALLEST_BREATH)

    def _between(self, step: int, other: int) -> QRect:
        """Where the ring differs when it ends at one step instead of another; all of it when they lie far apart."""
        if abs(step - other) > NEARBY_STEPS or (self._seen is not None and self._seen.rim is Rim.TICKS):
            return self.rect()
        ends = QPolygonF([self._on_ring(one / self._radius) for one in (step, other)])
        thick = self._dressed().metrics.between(6, 8, 12)
        return ends.boundingRect().adjusted(-thick, -thick, thick, thick).toAlignedRect()

    def _on_ring(self, angle: float) -> QPointF:
        """The point of the ring that lies `angle` before its top, in this part's own pixels."""
        radius = self._radius + 2
        return QPointF(self.width() / 2 - radius * math.sin(angle), self.height() / 2 - radius * math.cos(angle))

    def _breath_box(self) -> QRect:
        reach = self._radius * LARGEST_BREATH + SOFTNESS
        return QRectF(self.width() / 2 - reach, self.height() / 2 - reach, 2 * reach, 2 * reach).toAlignedRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint one frame, of which Qt lets through what was asked for."""
        if self._look is None or self._face is None:
            return
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ground if self._face.rim in {Rim.TICKS, Rim.NONE} else self._tracked_ground())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2, self.height() / 2)
        if self._face.rim in {Rim.RING, Rim.NONE} and event.rect().intersects(self._breath_box()):
            self._paint_breath(painter)
        if self._face.rim is Rim.TICKS:
            self._paint_ticks(painter)
        elif self._face.rim is not Rim.NONE:
            self._paint_ring(painter)
        painter.resetTransform()
        if self._letters.isNull():
            self._letters = self._draw_letters()
        painter.drawPixmap(0, 0, self._letters)

    def _paint_breath(self, painter: QPainter) -> None:
        look = self._dressed()
        openness = self._openness_seen()
        size, glow = STEADY, (FAINTEST_GLOW + STRONGEST_GLOW) / 2
        if openness is not None and look.motion is Motion.FULL:
            size = SMALLEST_BREATH + (LARGEST_BREATH - SMALLEST_BREATH) * openness
            glow = FAINTEST_GLOW + (STRONGEST_GLOW - FAINTEST_GLOW) * openness
        elif openness is not None and look.motion is Motion.REDUCED:
            glow *= 1 + 0.06 * (2 * openness - 1)
        paint_disc(painter, Disc(0, 0, self._radius * size, glow, SOFTNESS), look.palette.glow)

    def _openness_seen(self) -> float | None:
        """The openness in whole steps, of which each has a brush that is made once."""
        openness = self._face.openness if self._face is not None else None
        return None if openness is None else round(openness * self._reach) / self._reach

    def _paint_ring(self, painter: QPainter) -> None:
        look = self._dressed()
        colors, metrics = look.palette, look.metrics
        wide = metrics.between(6, 8, 12)
        radius = self._radius + 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        left = self._face.left if self._face is not None else 0
        resting = self._face is not None and self._face.rim is Rim.RESTING
        lit = colors.color(colors.accent_deep, 0.8) if resting else colors.color(colors.accent)
        painter.setPen(QPen(lit, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if left > 0:
            painter.drawArc(QRectF(-radius, -radius, 2 * radius, 2 * radius), 90 * 16, round(left * 360 * 16))

    def _tracked_ground(self) -> QPixmap:
        """The ground with the track of the ring, which is the same in every frame."""
        if self._track.isNull():
            look = self._dressed()
            self._track = self._ground.copy()
            painter = QPainter(self._track)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(self.width() / 2, self.height() / 2)
            painter.setPen(QPen(look.palette.color(look.palette.line_track), look.metrics.between(6, 8, 12)))
            painter.drawEllipse(QPointF(0, 0), self._radius + 2, self._radius + 2)
            painter.end()
        return self._track

    def _paint_ticks(self, painter: QPainter) -> None:
        look = self._dressed()
        colors, metrics = look.palette, look.metrics
        left = math.ceil((self._face.left if self._face is not None else 0) * TICKS)
        inner, outer = self._radius * 0.981, self._radius * 1.028
        wide = metrics.between(2.6, 4, 5.5)
        lines = []
        for tick in range(TICKS):
            angle = math.radians(tick * 6 - 90)
            across, down = math.cos(angle), math.sin(angle)
            lines.append(QLineF(inner * across, inner * down, outer * across, outer * down))
        for color, some in ((colors.accent, lines[:left]), (colors.line_track, lines[left:])):
            painter.setPen(QPen(colors.color(color), wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLines(some)

    def _draw_letters(self) -> QPixmap:
        """The words and the numeral, which change once a second at most."""
        picture = QPixmap(self._ground.size())
        picture.setDevicePixelRatio(self._ground.devicePixelRatio())
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.translate(self.width() / 2, self.height() / 2)
        if self._face is not None and self._face.rim is Rim.RESTING:
            self._letter_rest(painter, self._face)
        elif self._face is not None and self._face.rim is Rim.NONE:
            self._letter_far(painter, self._face)
        elif self._face is not None:
            self._letter_count(painter, self._face)
        painter.end()
        return picture

    def _letter_count(self, painter: QPainter, face: Face) -> None:
        look = self._dressed()
        colors, metrics = look.palette, look.metrics
        k = self._radius / 212
        before = face.rim is Rim.TICKS
        px = self._radius * 1.13 * (0.62 if ":" in face.numeral else 1.0)
        numeral = sans(px, 400, px * 0.012)
        numeral_ink = colors.color(colors.accent if before else colors.text_primary)
        _centre(
            painter, face.numeral, numeral, numeral_ink, -38 * k + QFontMetricsF(numeral).capHeight() / 2, px * 0.008
        )
        word = fitted(
            sans(metrics.between(27, 54, 78) * (0.93 if before else 1.0), 600, -0.3), face.word, self._radius * 1.5
        )
        word_ink = colors.color(colors.text_primary if before else colors.accent)
        _centre(painter, face.word, word, word_ink, 131 * k)

    def _letter_far(self, painter: QPainter, face: Face) -> None:
        colors = self._dressed().palette
        px = self._radius * 1.5 * (0.62 if ":" in face.numeral else 1.0)
        numeral = sans(px, 400, px * 0.012)
        _centre(
            painter, face.numeral, numeral, colors.color(colors.text_primary), QFontMetricsF(numeral).capHeight() / 2
        )

    def _letter_rest(self, painter: QPainter, face: Face) -> None:
        look = self._dressed()
        colors = look.palette
        k = self._radius / 212
        title = fitted(serif(72 * k, 300), face.word, self._radius * 1.7)
        _centre(painter, face.word, title, colors.color(colors.text_primary), -14 * k)
        px = max(17, 26 * k, look.metrics.between(17, 26, 35))
        baseline, step = 44 * k + (6 if k < 0.7 else 0), max(36 * k, 1.25 * px)
        for row, line in enumerate(face.lines):
            font = fitted(sans(px, 400), line, self._radius * 1.7)
            _centre(painter, line, font, colors.color(colors.text_secondary), baseline + row * step)

    def _dressed(self) -> Look:
        if self._look is None:
            raise RuntimeError("the lamp is placed before it is lit")
        return self._look


def _centre(painter: QPainter, words: str, font: QFont, ink: QColor, baseline: float, shift: float = 0) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    wide = painter.fontMetrics().horizontalAdvance(words)
    painter.drawText(QPointF(-wide / 2 + shift, baseline), words)
