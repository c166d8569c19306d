"""The player: one figure, one number, one word about the breath, one side. Shows snapshots and sends back wishes.

Nothing here counts. The frame timer asks for the moment and draws it; it runs only while something moves in sight.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QShowEvent

from bedtime.language import N_, _
from bedtime.session.phase import Phase
from bedtime.session.shown import LONGEST_SECONDS
from bedtime.session.snapshot import Snapshot
from bedtime.settings import SoundMode
from bedtime.ui.fonts import sans, serif
from bedtime.ui.light import Disc, Glow
from bedtime.ui.look import Motion
from bedtime.ui.metrics import Metrics
from bedtime.ui.mirror import set_box
from bedtime.ui.palette import DIM, FAR, NIGHT, Palette, Theme
from bedtime.ui.parts.attention import Attention
from bedtime.ui.parts.controls import Controls, PausedControls, ReadyControls, TopControls, TransportControls
from bedtime.ui.parts.figure_view import Artist, FigureView, Pose, Standing
from bedtime.ui.parts.floor_line import FloorLine
from bedtime.ui.parts.frames import CALM_MS, QUICK_MS, Frames
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.orb import Orb
from bedtime.ui.parts.pointers import draw_edge_bar, draw_turning_arc
from bedtime.ui.parts.status import Status
from bedtime.ui.parts.tremor import Tremor
from bedtime.ui.screens.player_face import Faces, Scene, is_changing_sides, planks_of, progress_words, scene_of
from bedtime.ui.screens.player_figure import poses_ahead, stance_of
from bedtime.ui.screens.player_keys import Wish, stretch_on, wish_on
from bedtime.ui.screens.screen import Screen

PAIN = N_("If a stretch hurts, stop. Sharp pain is not part of this.")
NEARER, NEARER_WITHOUT_LETTERS = N_("V  nearer view"), N_("Ctrl+Shift+V  nearer view")
FLOOR_MS = 250
"""How often the floor line is looked at: a pixel of it takes longer."""
FLOOR_REACH = 18
"""How far above and below the floor line a press still means it, in pixels: 44 in all."""


class PlayerScreen(Screen):
    """The screen of a running session."""

    said = N_("Session")
    wished = Signal(Wish)
    jumped = Signal(int)
    """To a stretch, counted from 0."""

    def __init__(self, artist: Artist) -> None:
        """A player without a session; `follow` gives it one."""
        super().__init__()
        self._moment: Callable[[], Snapshot] | None = None
        self._snapshot: Snapshot | None = None
        self._far, self._keep_controls = False, False
        self._tells_instruction = False
        self._longest_seconds = LONGEST_SECONDS
        self._status = Status(self, artist)
        self._artist = artist
        self._ghost, self._figure = FigureView(self, artist, Standing.AS_A_GHOST), FigureView(self, artist)
        self._prepared: tuple[object, ...] = ()
        self._rests = False
        self._arranged: tuple[Scene, int] | None = None
        self._way: tuple[object, ...] = ()
        self._faces = Faces()
        self._floor_ms = 0
        self._orb = Orb(self)
        self._floor = FloorLine(self)
        self._side, self._name, self._instruction = Words(self), Words(self), Words(self)
        self._far_word, self._nearer = Words(self), Words(self, _(NEARER))
        self._pain = Words(self, _(PAIN))
        self._transport, self._ready = TransportControls(self), ReadyControls(self)
        self._paused, self._top = PausedControls(self), TopControls(self)
        self._frames = Frames(self, self._draw_frame)
        self._frames.rested.connect(self._rest)
        self._tremor = Tremor()
        self._attention = Attention(self, (self._top, self._transport), self._may_controls_fade)
        self.setMouseTracking(True)
        for group in (self._transport, self._ready, self._paused, self._top):
            group.wished.connect(lambda name: self.wished.emit(Wish[name]))

    # What is shown

    def follow(self, moment: Callable[[], Snapshot]) -> None:
        """Show the session that `moment` tells about, from now on."""
        self._moment = moment
        self._snapshot = self._arranged = None
        self.show_snapshot(moment())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show one moment. Everything is arranged anew only when the scene or the side changes.

        A frame may have drawn that moment before it is told, so what counts is what was arranged and not what was seen.
        While nobody sees the window nothing is shown; whoever looks again is shown a moment at once.
        """
        self._snapshot = snapshot
        if self._frames.are_unseen:
            return
        if self._rests:
            self._rests = False
            self._attention.wake()
        before, self._arranged = self._arranged, (scene_of(snapshot), snapshot.segment.part)
        if before == self._arranged:
            self._show_words()
        else:
            self.refresh()
            self._attention.wake()
        if before is None or before[0] is not self.scene:
            if self._paused.asks:
                self.ask_leave_out(None)
            self.land()
        self._frames.run_for(snapshot)

    @property
    def scene(self) -> Scene:
        """Which face is shown."""
        return Scene.WORKING if self._snapshot is None else scene_of(self._snapshot)

    @property
    def is_far(self) -> bool:
        """Whether the far view is on."""
        return self._far

    def set_far(self, *, far: bool) -> None:
        """Show the number, the side and one word only, as large as can be; or everything again."""
        self._far = far
        self.refresh()
        self.land()

    def set_habits(self, *, keep_controls: bool, longest_seconds: int = LONGEST_SECONDS) -> None:
        """Whether the controls never fade, and how far the countdown is in seconds."""
        self._longest_seconds = longest_seconds
        self._keep_controls = keep_controls
        self._attention.wake()

    def ask_leave_out(self, stretch: str | None) -> None:
        """Ask whether this stretch is left out tonight or from now on; None takes the question back."""
        self._paused.ask(stretch)
        asks = _("Leave out “{stretch}” only tonight, or from now on?").format(stretch=stretch)
        self._pain.set_words(_(PAIN) if stretch is None else asks)
        self.refresh()

    def show_sound(self, mode: SoundMode) -> None:
        """Show which way the session is heard."""
        self._top.show_sound(mode)

    def explain_small_window(self, words: str) -> None:
        """Say what the small window does on this desktop."""
        self._top.explain_small_window(words)

    def brighten_floor(self) -> None:
        """The floor line's cue: what a tone would say, without a sound."""
        self._floor.brighten()

    def spared(self) -> QRect | None:
        """The floor line, whose cue comes just when one scene fades into another."""
        return self._floor.geometry()

    def land(self) -> None:
        """Put the focus on the action that comes next."""
        if self._is_far_now:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        groups: dict[Scene, Controls] = {
            Scene.PAUSED: self._paused,
            Scene.GETTING_READY: self._ready,
            Scene.WORKING: self._transport,
        }
        groups[self.scene].land()

    # Light and places

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
            Scene.PAUSED: (420, 340, 0.06),
        }[self.scene]
        return (Glow(centre.x(), centre.y(), wide * k, high * k, strength),), ()

    @property
    def _is_far_now(self) -> bool:
        return self._far and self.scene is not Scene.PAUSED

    def _orb_place(self, metrics: Metrics) -> tuple[QPointF, float]:
        if self._is_far_now:
            radius = min(metrics.height * 0.345, metrics.width * 0.2156)
            return QPointF(metrics.width * 0.34375, metrics.height * 0.4125), radius
        return QPointF(metrics.orb_x, metrics.orb_y), metrics.radius

    def arrange(self) -> None:
        """Place every part for the scene and the size."""
        self._show_parts()
        self._orb.place(self.look, self.room(), *self._orb_place(self.look.metrics))
        for part in (self._figure, self._ghost, self._floor, self._status):
            part.dress(self.look)
        if self._is_far_now:
            self._arrange_far()
        else:
            self._arrange_near()
        self._show_words()

    @property
    def _tells_instead(self) -> bool:
        """Whether the small window tells the instruction in place of what comes next."""
        return self._tells_always and self.look.metrics.is_compact

    @property
    def _tells_always(self) -> bool:
        """Whether the instruction stands there at every size: it was asked for, or it leads through a guided rest."""
        is_guided = self._snapshot is not None and bool(self._snapshot.segment.stretch.guide)
        return self._tells_instruction or is_guided

    def _show_parts(self) -> None:
        far, paused, compact = self._is_far_now, self.scene is Scene.PAUSED, self.look.metrics.is_compact
        near = not far
        self._status.set_visible(
            near=near,
            with_next=near and not paused and not self._tells_instead,
            with_picture=near and not paused and not compact,
        )
        self._figure.setVisible(near)
        self._ghost.setVisible(near and self._snapshot is not None and is_changing_sides(self._snapshot))
        self._side.setVisible(not paused)
        self._name.setVisible(not paused)
        self._instruction.setVisible(near and not paused and (not compact or self._tells_always))
        self._far_word.setVisible(far)
        self._nearer.setVisible(far)
        self._pain.setVisible(paused)
        self._top.setVisible(near)
        self._top.offer_keys(offers=near and paused)
        self._transport.setVisible(near and self.scene is Scene.WORKING)
        self._ready.setVisible(near and self.scene is Scene.GETTING_READY)
        self._paused.setVisible(paused)

    def _arrange_near(self) -> None:
        look, metrics = self.look, self.look.metrics
        colors, between, margin, floor_y = look.palette, metrics.between, metrics.margin, metrics.floor_y
        set_box(
            self._floor,
            QRect(round(margin), round(floor_y), round(self.width() - 2 * margin), round(between(6, 8, 11))),
        )
        room = metrics.orb_x - metrics.radius - margin
        self._figure.stand(
            QRectF(margin, 0, room - between(4, 10, 20), floor_y + between(3, 4, 6)), between(44, 78, 108)
        )
        self._ghost.setGeometry(self._figure.geometry())
        self._side.dress(sans(between(40, 66, 100), 600, -0.8), colors.color(colors.accent))
        self._name.dress(serif(between(21, 30, 44)), colors.color(colors.text_primary))
        self._instruction.dress(sans(between(18, 22, 30)), colors.color(colors.text_secondary))
        controls = QPointF(metrics.orb_x, floor_y + between(58, 100, 146))
        self._transport.place(look, controls)
        self._ready.place(look, controls)
        self._top.place(look)
        self._pain.dress(sans(between(17, 20, 26)), colors.color(colors.text_secondary))
        air = between(30, 62, 86)
        self._place_paused(floor_y + air)
        lacks = self._pain.geometry().bottom() + between(2, 4, 6) - self.height()
        if lacks > 0:  # large letters, or a long question, leave no room below: everything moves nearer to the floor
            self._place_paused(floor_y + air - min(lacks, air - between(8, 14, 18)))

    def _place_paused(self, top: float) -> None:
        look, between, margin = self.look, self.look.metrics.between, self.look.metrics.margin
        self._paused.place(look, top)
        self._pain.stand_on(margin, self._paused.bottom + between(24, 46, 62), self.width() - 2 * margin)

    def _arrange_far(self) -> None:
        metrics, colors = self.look.metrics, self.look.palette
        px = min(148 / 1280 * metrics.width, 148 / 800 * metrics.height)
        self._side.dress(sans(px, 600, -2), colors.color(colors.accent))
        self._far_word.dress(sans(px, 600, -2), colors.color(colors.text_primary))
        self._name.dress(serif(metrics.between(18, 24, 34)), colors.color(colors.text_secondary))
        self._nearer.dress(sans(metrics.between(16, 20, 27)), colors.color(colors.text_tertiary))
        wide, high = metrics.width - 2 * metrics.margin, metrics.between(8, 12, 16)
        set_box(self._floor, QRectF(metrics.margin, metrics.height * 0.845, wide, high).toRect())

    # Words

    def _show_words(self) -> None:
        if self._snapshot is None:
            return
        words = self._faces.words(self._snapshot, self._longest_seconds)
        self._side.set_words(words.far_side if self._is_far_now else words.side)
        self._name.set_words(words.name)
        self._instruction.set_words(words.instruction)
        self._status.tell(words, self._snapshot.next_up)
        self._paused.name_side(has_side=self._snapshot.segment.side is not None)
        self._figure.describe(words.instruction)
        self._show_moment()
        self._lay_floor(self._snapshot)
        if self._is_far_now:
            self._place_far_words()
        else:
            self._place_near_words()

    def _place_near_words(self) -> None:
        metrics = self.look.metrics
        between, margin, floor_y = metrics.between, metrics.margin, metrics.floor_y
        right = min(metrics.orb_x - metrics.radius, self._transport.begins - 2)
        self._side.stand_on(margin - between(2, 3, 4), floor_y + between(52, 92, 132), right - margin)
        clear = right - margin - (between(50, 0, 0) if metrics.is_compact else 0)
        self._name.stand_on(margin, floor_y + between(84, 142, 202), clear)
        last = floor_y + between(114, 180, 254)
        self._place_instruction(last, clear)
        self._status.place(self.look, between(38, 64, 92), self._top.left_edge(self.look))
        if metrics.is_compact:
            self._status.place_next_below(self.look, last, right - between(0, 30, 40))

    def _place_instruction(self, baseline: float, wide: float) -> None:
        """In one line; in a small window in a few, clear of the controls."""
        metrics = self.look.metrics
        if metrics.is_compact:
            top = baseline - 17 * metrics.scale
            self._instruction.fill(metrics.margin, top, wide, metrics.height - top)
        else:
            self._instruction.stand_on(metrics.margin, baseline, wide)

    def _place_far_words(self) -> None:
        metrics = self.look.metrics
        x = metrics.width * 0.63
        room = metrics.width - x - metrics.width * 28 / 1280 - 12
        self._side.stand_on(x, metrics.height * 0.375, room)
        self._far_word.stand_on(x, metrics.height * 0.5875, room)
        baseline = metrics.height * 0.845 + metrics.between(38, 62, 84)
        self._nearer.set_words(_(NEARER) if self.heeds_letters else _(NEARER_WITHOUT_LETTERS))
        hint = self._nearer.text_width() + 4
        self._name.stand_on(metrics.margin, baseline, metrics.width - 2 * metrics.margin - hint - 24)
        self._nearer.stand_on(metrics.width - metrics.margin - hint, baseline, hint)

    def _show_figure(self, snapshot: Snapshot) -> None:
        if self._frames.are_unseen:
            return
        still = self.look.motion is not Motion.FULL
        stance = stance_of(snapshot, self._artist.motion, still=still)
        self._figure.show_pose(stance.pose, stance.leaving, stance.here)
        before, self._way = self._way, stance.way
        self._frames.keep_pace(CALM_MS if before == self._way else QUICK_MS)
        side = snapshot.segment.side
        ghost = side is not None and is_changing_sides(snapshot) and stance.pose.side is side
        self._ghost.show_pose(Pose(snapshot.segment.stretch, side.other) if ghost and side is not None else None)
        needed = (snapshot.timeline, snapshot.index, self._figure.size(), self.look.palette.theme, still)
        playing = snapshot.phase in {Phase.PLAYING, Phase.RE_ENTRY}
        if playing and needed != self._prepared and self._figure.is_in_sight:
            self._prepared = needed
            self._figure.prepare(lambda: poses_ahead(snapshot, self._artist.motion, still=still))

    def _show_moment(self) -> None:
        if self._snapshot is None:
            return
        if not self._is_far_now:
            self._show_figure(self._snapshot)
        snapshot, far, longest_seconds = self._snapshot, self._is_far_now, self._longest_seconds
        self._orb.show_face(self._faces.face(snapshot, far=far, longest_seconds=longest_seconds))
        if far:
            self._far_word.set_words(self._faces.words(snapshot, longest_seconds).far_word)
        if snapshot.position_ms // FLOOR_MS != self._floor_ms // FLOOR_MS:
            self._lay_floor(snapshot)

    def _lay_floor(self, snapshot: Snapshot) -> None:
        self._floor_ms = snapshot.position_ms
        self._floor.lay(planks_of(snapshot), progress_words(snapshot))

    def paint_stage(self, painter: QPainter) -> None:
        """Paint the far view's edge bar, or the arc from one side to the other."""
        side = self._snapshot.segment.side if self._snapshot is not None else None
        if self._snapshot is None or side is None:
            return
        if self._is_far_now:
            draw_edge_bar(painter, self.size(), side, self.look.palette)
        elif is_changing_sides(self._snapshot):
            draw_turning_arc(painter, QRectF(self._figure.geometry()), side, self.look.palette)

    # Frames

    def _draw_frame(self) -> None:
        if self._moment is not None:
            self._snapshot = self._moment()
            self._show_moment()

    def _rest(self) -> None:
        """Nobody sees it: no control fades, and no picture is made for later, until somebody does."""
        self._rests = True
        self._attention.stop()
        if self._prepared:
            self._prepared = ()
            self._figure.rest()

    # Attention

    def _may_controls_fade(self) -> bool:
        """Not while a screen reader is at work: whoever looks on then may need them at any time."""
        return self.scene is Scene.WORKING and not self._keep_controls and not QAccessible.isActive()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The player's keys. Space belongs to the moment, never to the button that happens to have the focus."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        wish = wish_on(key, modifiers, self.scene, letters=self.heeds_letters)
        present = self._snapshot.segment.step if self._snapshot is not None else 0
        stretch = stretch_on(key, modifiers, present, letters=self.heeds_letters)
        if key == Qt.Key.Key_Escape and self._paused.asks:
            self.ask_leave_out(None)
            self.land()
            return
        if key == Qt.Key.Key_Escape:
            wish = Wish.FULL_SCREEN if self.window().isFullScreen() else Wish.PAUSE
        if wish is None and stretch is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and not self._tremor.made(event):
            self._ask(wish, stretch)
        self._attention.wake()

    def _ask(self, wish: Wish | None, stretch: int | None) -> None:
        if wish is Wish.INSTRUCTION:
            self._tells_instruction = not self._tells_instruction
            self.refresh()
        elif wish is not None:
            self.wished.emit(wish)
        elif stretch is not None:
            self.jumped.emit(stretch)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own
        """The Tab key wakes the controls as every other key does."""
        self._attention.wake()
        return super().focusNextPrevChild(forward)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A movement of the pointer brings the controls back."""
        super().mouseMoveEvent(event)
        self._attention.wake()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """So does a press beside them; one on the floor line leads to that stretch, if the controls were awake."""
        super().mousePressEvent(event)
        floor = self._floor.geometry().adjusted(0, -FLOOR_REACH, 0, FLOOR_REACH)
        if floor.contains(event.position().toPoint()) and self._transport.is_awake:
            stretch = self._floor.plank_at(event.position().x() - floor.left())
            if stretch is not None:
                self.jumped.emit(stretch)
        self._attention.wake()

    def showEvent(self, event: QShowEvent) -> None:
        """Frames run only in sight. The window itself comes there in a moment, or the first frame is the last."""
        self._frames.come(self._snapshot)
        super().showEvent(event)
        self._attention.wake()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing runs."""
        super().hideEvent(event)
        self._frames.rest()
