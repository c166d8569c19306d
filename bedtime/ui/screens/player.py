"""The player: one figure, one number, one word about the breath, one side. Shows snapshots and sends back wishes.

Nothing here counts. The frame timer asks for the moment and draws it; it runs only while something moves in sight.
"""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen, QShowEvent

from bedtime.session.phase import Phase
from bedtime.session.shown import Shown, paused_lines, shown
from bedtime.session.snapshot import Snapshot
from bedtime.ui.fonts import sans, serif
from bedtime.ui.light import Disc, Glow
from bedtime.ui.metrics import Metrics
from bedtime.ui.palette import DIM, FAR, NIGHT, Palette, Theme
from bedtime.ui.parts.controls import PausedControls, ReadyControls, TopControls, TransportControls
from bedtime.ui.parts.figure_view import Artist, FigureView, Pose
from bedtime.ui.parts.floor_line import FloorLine, Plank
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.orb import Face, Orb, Rim
from bedtime.ui.screens.screen import Screen

FRAME_MS = 50
"""Twenty frames a second: the breath moves about 15 pixels in one of those seconds."""
CONTROLS_FADE_AFTER_MS = 4_000
PAIN = "If a stretch hurts, stop. Sharp pain is not part of this."


class Scene(Enum):
    """Which of its faces the player shows."""

    WORKING = auto()
    GETTING_READY = auto()
    PAUSED = auto()


class Wish(Enum):
    """What the person asks for."""

    PAUSE = auto()
    CARRY_ON = auto()
    READY = auto()
    BACK = auto()
    SKIP = auto()
    LONGER = auto()
    SHORTER = auto()
    START_SIDE_AGAIN = auto()
    LEAVE_OUT = auto()
    END = auto()
    FULL_SCREEN = auto()


class PlayerScreen(Screen):
    """The screen of a running session."""

    wished = Signal(Wish)

    def __init__(self, artist: Artist) -> None:
        """A player without a session; `follow` gives it one."""
        super().__init__()
        self._moment: Callable[[], Snapshot] | None = None
        self._snapshot: Snapshot | None = None
        self._far = False
        self._keep_controls = False
        self._top = TopControls(self)
        self._count, self._of, self._left = Words(self), Words(self), Words(self)
        self._next_label, self._next = Words(self, "Next"), Words(self)
        self._next_figure = FigureView(self, artist)
        self._ghost = FigureView(self, artist)
        self._figure = FigureView(self, artist)
        self._orb = Orb(self)
        self._floor = FloorLine(self)
        self._side, self._name, self._instruction = Words(self), Words(self), Words(self)
        self._far_word = Words(self)
        self._transport = TransportControls(self)
        self._ready = ReadyControls(self)
        self._paused = PausedControls(self)
        self._pain = Words(self, PAIN)
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME_MS)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.timeout.connect(self._draw_frame)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(CONTROLS_FADE_AFTER_MS)
        self._idle.timeout.connect(self._let_controls_fade)
        self.setMouseTracking(True)
        self._connect()

    def _connect(self) -> None:
        for group in (self._top, self._transport, self._ready, self._paused):
            group.wished.connect(lambda name: self.wished.emit(Wish[name]))

    # what is shown

    def follow(self, moment: Callable[[], Snapshot]) -> None:
        """Show the session that `moment` tells about, from now on."""
        self._moment = moment
        self._snapshot = None
        self.show_snapshot(moment())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show one moment. Everything is arranged anew only when the scene or the step changes."""
        before = self._snapshot
        self._snapshot = snapshot
        if before is None or scene_of(before) is not scene_of(snapshot) or before.segment.part != snapshot.segment.part:
            self.refresh()
            if before is None or scene_of(before) is not scene_of(snapshot):
                self.land()
        else:
            self._show_words()
        self._run_frames()
        self._wake_controls()

    @property
    def scene(self) -> Scene:
        """Which face is shown."""
        return Scene.WORKING if self._snapshot is None else scene_of(self._snapshot)

    @property
    def is_far(self) -> bool:
        """Whether the far view is on."""
        return self._far

    def set_far(self, *, far: bool) -> None:
        """Show the number, the side and one word only, as large as can be."""
        self._far = far
        self.refresh()
        self.land()

    def set_keep_controls(self, *, keep: bool) -> None:
        """Never let the controls fade, as for a screen reader."""
        self._keep_controls = keep
        self._wake_controls()

    def land(self) -> None:
        """Put the focus on the action that comes next."""
        match self.scene:
            case Scene.PAUSED:
                self._paused.land()
            case Scene.GETTING_READY:
                self._ready.land()
            case Scene.WORKING:
                self._transport.land()

    # light and places

    def palette_now(self) -> Palette:
        """Dim while paused; slightly darker letters in the far view, because there is more of them."""
        if self._palette.theme is not Theme.NIGHT:
            return self._palette
        if self.scene is Scene.PAUSED:
            return DIM
        return FAR if self._far else NIGHT

    def light(self, metrics: Metrics) -> tuple[tuple[Glow, ...], tuple[Disc, ...]]:
        """One pool of light, around the lamp."""
        centre, radius = self._orb_place(metrics)
        k = radius / 212
        wide, high, strength = {
            Scene.WORKING: (470, 390, 0.17),
            Scene.GETTING_READY: (430, 360, 0.11),
            Scene.PAUSED: (420, 340, 0.09),
        }[self.scene]
        return (Glow(centre.x(), centre.y(), wide * k, high * k, strength),), ()

    def _is_far_now(self) -> bool:
        return self._far and self.scene is not Scene.PAUSED

    def _orb_place(self, metrics: Metrics) -> tuple[QPointF, float]:
        if self._is_far_now():
            radius = min(metrics.height * 0.345, metrics.width * 0.2156)
            return QPointF(metrics.width * 0.34375, metrics.height * 0.4125), radius
        return QPointF(metrics.orb_x, metrics.orb_y), metrics.radius

    def arrange(self) -> None:
        """Place every part for the scene and the size."""
        far, paused = self._is_far_now(), self.scene is Scene.PAUSED
        near = not far
        for part in (self._count, self._of, self._left, self._instruction, self._figure):
            part.setVisible(near)
        for part in (self._next_label, self._next, self._next_figure):
            part.setVisible(near and not paused)
        self._far_word.setVisible(far)
        for part in (self._side, self._name):
            part.setVisible(not paused)
        self._instruction.setVisible(near and not paused and not self.look.metrics.is_compact)
        self._ghost.setVisible(near and self._is_switching())
        self._pain.setVisible(paused)
        self._top.setVisible(near)
        self._transport.setVisible(near and self.scene is Scene.WORKING)
        self._ready.setVisible(near and self.scene is Scene.GETTING_READY)
        self._paused.setVisible(paused)
        self._orb.place(self.look, self.room(), *self._orb_place(self.look.metrics))
        self._figure.dress(self.look)
        self._ghost.dress(self.look)
        self._next_figure.dress(self.look)
        self._floor.dress(self.look)
        if far:
            self._arrange_far()
        else:
            self._arrange_near()
        self._show_words()

    def _arrange_near(self) -> None:
        look, metrics = self.look, self.look.metrics
        colors, between, margin = look.palette, metrics.between, metrics.margin
        floor_y = metrics.floor_y
        self._floor.setGeometry(
            round(margin), round(floor_y), round(metrics.width - 2 * margin), round(between(6, 8, 11))
        )
        under = QPointF(margin, floor_y)
        room = metrics.orb_x - metrics.radius - margin
        self._side.dress(sans(between(40, 66, 100), 600, -0.8), colors.color(colors.accent))
        self._name.dress(serif(between(21, 30, 44), 400), colors.color(colors.text_primary))
        self._instruction.dress(sans(between(18, 22, 30)), colors.color(colors.text_secondary))
        self._lines = (
            (self._side, under.y() + between(52, 92, 132), room),
            (self._name, under.y() + between(84, 142, 202), room),
            (self._instruction, under.y() + between(112, 180, 254), room),
        )
        self._arrange_top(metrics.between(38, 64, 92))
        height = floor_y - between(56, 96, 130)
        self._figure.setGeometry(QRectF(margin, floor_y - height, room - between(4, 10, 20), height).toRect())
        self._ghost.setGeometry(self._figure.geometry())
        controls = QPointF(metrics.orb_x, floor_y + between(58, 100, 146))
        self._transport.place(look, controls)
        self._ready.place(look, controls)
        self._paused.place(look, floor_y + between(36, 62, 86))
        self._pain.dress(sans(between(17, 20, 26)), colors.color(colors.text_secondary))
        self._pain.stand_on(
            margin, min(metrics.height - 14, self._paused.bottom + between(26, 46, 62)), metrics.width - 2 * margin
        )
        self._top.place(look)

    def _arrange_top(self, baseline: float) -> None:
        colors, between, margin = self.look.palette, self.look.metrics.between, self.look.metrics.margin
        px = between(18, 22, 30)
        self._count.dress(sans(px, 700), colors.color(colors.text_primary))
        for label in (self._of, self._left):
            label.dress(sans(px, 400), colors.color(colors.text_secondary))
        small = between(18, 19, 26)
        self._next_label.dress(sans(small, 400), colors.color(colors.text_tertiary))
        self._next.dress(sans(between(18, 21, 29), 400), colors.color(colors.text_secondary))
        self._top_baseline = baseline
        self._top_left = margin

    def _arrange_far(self) -> None:
        look, metrics = self.look, self.look.metrics
        colors, margin = look.palette, metrics.margin
        px = min(148 / 1280 * metrics.width, 148 / 800 * metrics.height)
        x = metrics.width * 0.63
        self._side.dress(sans(px, 600, -2), colors.color(colors.accent))
        self._far_word.dress(sans(px, 600, -2), colors.color(colors.text_primary))
        floor_y = metrics.height * 0.845
        self._floor.setGeometry(
            round(margin), round(floor_y), round(metrics.width - 2 * margin), round(metrics.between(8, 12, 16))
        )
        self._name.dress(serif(metrics.between(18, 24, 34)), colors.color(colors.text_secondary))
        self._lines = (
            (self._side, metrics.height * 0.375, metrics.width - x - margin - 12),
            (self._far_word, metrics.height * 0.5875, metrics.width - x - margin - 12),
            (self._name, floor_y + metrics.between(36, 62, 84), metrics.width - 2 * margin),
        )

    # words

    def _show_words(self) -> None:
        if self._snapshot is None:
            return
        words = shown(self._snapshot)
        self._side.set_words(words.far_side if self._is_far_now() else words.side)
        self._far_word.set_words(words.far_word)
        self._name.set_words(words.name)
        self._instruction.set_words(words.instruction)
        left = self.look.metrics.width * 0.63 if self._is_far_now() else self.look.metrics.margin
        for label, baseline, width in self._lines:
            x = self.look.metrics.margin if label is self._name else left
            label.stand_on(x, baseline, width)
        if not self._is_far_now():
            self._show_top(words)
        self._paused.name_side(has_side=self._snapshot.segment.side is not None)
        self._show_figure()
        self._draw_moment(words)

    def _show_top(self, words: Shown) -> None:
        x, baseline = self._top_left, self._top_baseline
        self._count.set_words(words.count)
        self._of.set_words(words.of)
        self._left.set_words(words.left)
        between = self.look.metrics.between
        for label, gap in (
            (self._count, between(5, 7, 9)),
            (self._of, between(26, 34, 46)),
            (self._left, between(40, 70, 90)),
        ):
            label.stand_on(x, baseline, label.text_width() + 6)
            x += label.text_width() + gap
        self._next.set_words(words.next_name)
        if self.look.metrics.is_compact:
            self._show_next_below()
        else:
            self._next_figure.setGeometry(
                QRectF(x, baseline - between(30, 46, 62), between(60, 76, 100), between(34, 52, 70)).toRect()
            )
            x += between(70, 92, 124)
            self._next_label.stand_on(x, baseline, self._next_label.text_width() + 6)
            x += self._next_label.text_width() + 12
            self._next.stand_on(x, baseline, self._top.left_edge(self.look) - x - 20)

    def _show_next_below(self) -> None:
        baseline = self.look.metrics.floor_y + self.look.metrics.between(112, 180, 254)
        x = self.look.metrics.margin
        self._next_figure.hide()
        self._next_label.stand_on(x, baseline, self._next_label.text_width() + 6)
        x += self._next_label.text_width() + 10
        self._next.stand_on(x, baseline, self.look.metrics.orb_x - self.look.metrics.radius - x)

    def _show_figure(self) -> None:
        if self._snapshot is None:
            return
        segment, following = self._snapshot.segment, self._snapshot.next_up
        self._figure.show_pose(Pose(segment.stretch, segment.side))
        self._figure.setAccessibleName(shown(self._snapshot).instruction)
        self._ghost.show_pose(Pose(segment.stretch, segment.side.other if segment.side else None, ghost=True))
        self._next_figure.show_pose(Pose(following.stretch, following.side) if following is not None else None)

    def _is_switching(self) -> bool:
        return self._snapshot is not None and self.scene is Scene.GETTING_READY and self._comes_from_other_side()

    def _comes_from_other_side(self) -> bool:
        if self._snapshot is None or self._snapshot.segment.part == 0:
            return False
        before = self._snapshot.timeline.parts[self._snapshot.segment.part - 1]
        return before.step == self._snapshot.segment.step and before.side is not self._snapshot.segment.side

    # frames

    def _run_frames(self) -> None:
        moving = (
            self._snapshot is not None and self._snapshot.phase in {Phase.PLAYING, Phase.RE_ENTRY} and self.isVisible()
        )
        if moving and not self.window().isMinimized():
            if not self._frames.isActive():
                self._frames.start()
        else:
            self._frames.stop()

    def _draw_frame(self) -> None:
        if self._moment is None or not self.isVisible() or self.window().isMinimized():
            self._frames.stop()
            return
        self._snapshot = self._moment()
        words = shown(self._snapshot)
        self._draw_moment(words)

    def _draw_moment(self, words: Shown) -> None:
        if self._snapshot is None:
            return
        self._orb.show_face(self._face(self._snapshot, words))
        self._far_word.set_words(words.far_word)
        self._floor.lay(planks_of(self._snapshot), progress_words(self._snapshot))

    def _face(self, snapshot: Snapshot, words: Shown) -> Face:
        left = snapshot.left_ms / max(1, snapshot.segment.duration_ms)
        if self.scene is Scene.PAUSED:
            return Face(Rim.RESTING, "", "Paused", left, lines=paused_lines(snapshot))
        if snapshot.phase is Phase.RE_ENTRY:
            left = snapshot.re_entry_left_ms / 3000
        openness = snapshot.breath.openness if snapshot.breath is not None and snapshot.phase is Phase.PLAYING else None
        if self._is_far_now():
            return Face(Rim.NONE, words.numeral, "", left, openness)
        if self.scene is Scene.GETTING_READY:
            return Face(Rim.TICKS, words.numeral, words.word, left)
        return Face(Rim.RING, words.numeral, words.word, left, openness)

    def paint_stage(self, painter: QPainter) -> None:
        """Paint the far view's edge bar, and the arc from one side to the other."""
        if self._snapshot is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_far_now():
            self._paint_edge_bar(painter)
        elif self._is_switching():
            self._paint_arc(painter)

    def _paint_edge_bar(self, painter: QPainter) -> None:
        side = self._snapshot.segment.side if self._snapshot is not None else None
        if side is None:
            return
        colors, metrics = self.look.palette, self.look.metrics
        wide = metrics.width * 28 / 1280
        x = 0 if side.value == "left" else metrics.width - wide
        painter.fillRect(QRectF(x, 0, wide, metrics.height), colors.color(colors.accent_deep))

    def _paint_arc(self, painter: QPainter) -> None:
        colors = self.look.palette
        box = QRectF(self._figure.geometry())
        unit = box.width() / 652
        flip = (
            -1
            if self._snapshot is not None
            and self._snapshot.segment.side is not None
            and self._snapshot.segment.side.value == "left"
            else 1
        )
        painter.save()
        painter.translate(box.center().x(), box.top() + 0.2 * box.height())
        painter.scale(unit * flip, unit)
        painter.setPen(
            QPen(
                colors.color(colors.accent),
                5,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        arc = QPainterPath(QPointF(-117, 6))
        arc.cubicTo(-65, -60, 65, -60, 117, 0)
        painter.drawPath(arc)
        painter.drawPolyline([QPointF(121, -24), QPointF(119, 3), QPointF(93, -3)])
        painter.restore()

    # attention

    def _wake_controls(self) -> None:
        self._top.set_awake(awake=True)
        self._transport.set_awake(awake=True)
        self.unsetCursor()
        self._idle.stop()
        if self.scene is Scene.WORKING and not self._keep_controls and self.isVisible():
            self._idle.start()

    def _let_controls_fade(self) -> None:
        if self.scene is Scene.WORKING:
            self._top.set_awake(awake=False)
            self._transport.set_awake(awake=False)
            self.setCursor(Qt.CursorShape.BlankCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A movement of the pointer brings the controls back."""
        super().mouseMoveEvent(event)
        self._wake_controls()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """So does a press beside them."""
        super().mousePressEvent(event)
        self._wake_controls()

    def showEvent(self, event: QShowEvent) -> None:
        """Frames run only in sight."""
        super().showEvent(event)
        self._run_frames()
        self._wake_controls()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing runs."""
        super().hideEvent(event)
        self._frames.stop()
        self._idle.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys are handled by the window; here they only bring the controls back."""
        self._wake_controls()
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Movements over the controls count as movements."""
        if event.type() in {QEvent.Type.MouseMove, QEvent.Type.KeyPress}:
            self._wake_controls()
        return super().eventFilter(watched, event)


def scene_of(snapshot: Snapshot) -> Scene:
    """Which face a moment has."""
    if snapshot.phase is Phase.PAUSED:
        return Scene.PAUSED
    if snapshot.phase is Phase.RE_ENTRY or snapshot.segment.kind.is_lead_in:
        return Scene.GETTING_READY
    return Scene.WORKING


def planks_of(snapshot: Snapshot) -> tuple[Plank, ...]:
    """The floor line of a moment."""
    planks = []
    for span in snapshot.timeline.steps:
        gone = min(max(0, snapshot.position_ms - span.start_ms), span.duration_ms)
        planks.append(Plank(span.duration_ms, gone / span.duration_ms, current=span.step == snapshot.segment.step))
    return tuple(planks)


def progress_words(snapshot: Snapshot) -> str:
    """The floor line in words."""
    percent = 100 * snapshot.position_ms // snapshot.timeline.total_ms
    return f"Routine progress, stretch {snapshot.step_no} of {snapshot.step_count}, {percent} percent"
