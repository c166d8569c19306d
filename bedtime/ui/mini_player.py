"""The small window: a session beside the mat, over whatever else the display shows. The same moments, no clock."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication

from bedtime.language import _
from bedtime.session.shown import LONGEST_SECONDS, paused_line
from bedtime.session.snapshot import Snapshot
from bedtime.ui.fonts import sans, serif
from bedtime.ui.icons import Icon
from bedtime.ui.light import Disc, Glow
from bedtime.ui.look import Look
from bedtime.ui.metrics import Metrics
from bedtime.ui.mirror import set_box
from bedtime.ui.palette import DIM, Palette, Theme
from bedtime.ui.parts.button import Kind, RoundButton
from bedtime.ui.parts.floor_line import FloorLine
from bedtime.ui.parts.frames import Frames
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.orb import Orb
from bedtime.ui.parts.veil import GENTLE_MS, Veil
from bedtime.ui.screens.player_face import Faces, Scene, planks_of, progress_words, scene_of
from bedtime.ui.screens.player_keys import Wish, stretch_on, wish_on
from bedtime.ui.screens.screen import Screen

USUAL_SIZE = QSize(320, 200)
LARGEST_SHARE = 3
"""It takes no more than a third of the display's width and height."""
LIKE_A_WINDOW = 1.5
"""Its lamp is as large as that of a whole window so many times its size."""
_ON_TOP = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
_OF_THE_WHOLE = {Wish.FULL_SCREEN, Wish.FAR_VIEW, Wish.INSTRUCTION}
_NEXT = {Scene.WORKING: Wish.PAUSE, Scene.GETTING_READY: Wish.READY, Scene.PAUSED: Wish.CARRY_ON}


class MiniPlayer(Screen):
    """Number, breath, side, name, Pause, and the way back: `Wish.SMALL_WINDOW`. Drawn where it is pressed and moved."""

    wished = Signal(Wish)
    jumped = Signal(int)
    quit_wished = Signal()
    """Ctrl+Q, which closes the program from every window."""

    def __init__(self) -> None:
        """Not shown, and without a session; `follow` gives it one."""
        super().__init__()
        self.setWindowFlags(_ON_TOP)
        self.setWindowTitle("Bedtime")
        self._moment: Callable[[], Snapshot] | None = None
        self._snapshot: Snapshot | None = None
        self._scene: Scene | None = None
        self._letters = True
        self._longest_seconds = LONGEST_SECONDS
        self._held_at: QPoint | None = None
        self._orb, self._floor = Orb(self), FloorLine(self)
        self._side, self._name = Words(self), Words(self)
        self._next = RoundButton(_("Pause"), Kind.SOFT, icon=Icon.PAUSE)
        self._back = RoundButton(_("Whole window"), Kind.BARE, icon=Icon.WHOLE_WINDOW)
        self._back.setToolTip(_("Whole window, Esc"))
        for button in (self._next, self._back):
            button.setParent(self)
            button.space_is_the_screens = True
        self._next.chosen.connect(self._wish_what_comes_next)
        self._back.chosen.connect(lambda: self.wished.emit(Wish.SMALL_WINDOW))
        self._faces = Faces()
        self._frames = Frames(self, self._draw_frame)
        self._veil = Veil(self)

    # What is shown

    def follow(self, moment: Callable[[], Snapshot]) -> None:
        """Show the session that `moment` tells about, from now on."""
        self._moment = moment
        self._scene = None
        self.show_snapshot(moment())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show one moment, if anybody sees it; the room changes softly, and only with the scene."""
        if self._frames.are_unseen:
            return
        before, scene = self._scene, scene_of(snapshot)
        if before not in {None, scene} and self.isVisible():
            self._veil.cross_fade(self.grab(), GENTLE_MS)
        self._snapshot, self._scene = snapshot, scene
        if before is not scene:
            self.refresh()
        self._show_words()
        self._frames.run_for(snapshot)

    def set_habits(self, *, letters: bool, longest_seconds: int) -> None:
        """Whether single letters are keys, and how far the countdown is in seconds."""
        self._letters = letters
        self._longest_seconds = longest_seconds

    def set_shade(self, strength: float) -> None:
        """Let the lamp go down as far as in the whole window."""
        self._veil.set_shade(strength)

    def brighten_floor(self) -> None:
        """The floor line's cue."""
        self._floor.brighten()

    def land(self) -> None:
        """Put the focus on what comes next."""
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    # Light and places

    def palette_now(self) -> Palette:
        """Dim while paused. In high contrast the letters, which fill more of so small a window, are a little warmer."""
        colors = self._palette
        if colors.theme is Theme.NIGHT and self._scene is Scene.PAUSED:
            return DIM
        return replace(colors, text_primary=colors.text_tertiary) if colors.theme is Theme.HIGH_CONTRAST else colors

    def light(self, metrics: Metrics) -> tuple[tuple[Glow, ...], tuple[Disc, ...]]:
        """One pool of light, around the lamp."""
        centre, radius = self._orb_place(metrics)
        strength = 0.09 if self._scene is Scene.PAUSED else 0.15
        return (Glow(centre.x(), centre.y(), radius * 2, radius * 1.7, strength),), ()

    @staticmethod
    def _orb_place(metrics: Metrics) -> tuple[QPointF, float]:
        radius = min(metrics.height * 0.365, metrics.width * 0.228)
        return QPointF(metrics.width * 0.03 + radius * 1.06, metrics.height * 0.46), radius

    def arrange(self) -> None:
        """Place every part; the letters grow with the window."""
        wide, high = self.width(), self.height()
        like = Metrics(round(wide * LIKE_A_WINDOW), round(high * LIKE_A_WINDOW))
        look = Look(self.look.palette, like, self.look.motion)
        colors, k = look.palette, min(wide / USUAL_SIZE.width(), high / USUAL_SIZE.height())
        centre, radius = self._orb_place(self.look.metrics)
        self._orb.place(look, self.room(), centre, radius)
        self._floor.dress(look)
        set_box(self._floor, QRect(round(14 * k), round(high - 14 * k), round(wide - 28 * k), round(5 * k)))
        left = centre.x() + radius * 1.06 + 11 * k
        room = wide - left - 9 * k
        self._side.dress(sans(30 * k, 600, -0.4), colors.color(colors.accent))
        self._side.stand_on(left, 42 * k, room)
        self._name.dress(serif(17 * k), colors.color(colors.text_primary))
        self._name.fill(left, 52 * k, room, 72 * k)
        for button, x in ((self._next, left + 34 * k), (self._back, left + 98 * k)):
            button.dress(look, 18 * k)
            button.put_round(x, 152 * k, 25 * k)
        set_box(self._veil, self.rect())
        self._veil.raise_()
        self._show_words()

    def _show_words(self) -> None:
        if self._snapshot is None:
            return
        words = self._faces.words(self._snapshot, self._longest_seconds)
        self._side.set_words(words.side)
        self._name.set_words(words.name)
        self.setAccessibleDescription(words.instruction)
        names = {
            Scene.WORKING: (_("Pause"), Icon.PAUSE),
            Scene.GETTING_READY: (_("I’m ready"), Icon.PLAY),
            Scene.PAUSED: (_("Carry on"), Icon.PLAY),
        }
        name, icon = names[scene_of(self._snapshot)]
        self._next.setAccessibleName(name)
        self._next.set_icon(icon)
        self._show_moment()

    def _show_moment(self) -> None:
        if self._snapshot is None:
            return
        face = self._faces.face(self._snapshot, far=False, longest_seconds=self._longest_seconds)
        lines = (paused_line(self._snapshot),) if face.lines else ()
        self._orb.show_face(replace(face, lines=lines))
        self._floor.lay(planks_of(self._snapshot), progress_words(self._snapshot))

    def _draw_frame(self) -> None:
        if self._moment is not None:
            self._snapshot = self._moment()
            self._show_moment()

    # What is pressed

    def _wish_what_comes_next(self) -> None:
        if self._scene is not None:
            self.wished.emit(_NEXT[self._scene])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The player's keys, but for those of the whole window; Escape leads back to it."""
        if self._snapshot is None or event.isAutoRepeat():
            return
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        wish = wish_on(key, modifiers, scene_of(self._snapshot), letters=self._letters)
        stretch = stretch_on(key, modifiers, self._snapshot.segment.step, letters=self._letters)
        if key == Qt.Key.Key_Escape:
            wish = Wish.SMALL_WINDOW
        if wish is not None and wish not in _OF_THE_WHOLE:
            self.wished.emit(wish)
        elif stretch is not None:
            self.jumped.emit(stretch)
        elif key == Qt.Key.Key_Q and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.quit_wished.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Beside the buttons it is held to be moved."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._held_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the system move it, which knows what windows snap to; where it does not, follow the hand."""
        super().mouseMoveEvent(event)
        if self._held_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        way = event.position().toPoint() - self._held_at
        if way.manhattanLength() >= QApplication.startDragDistance():
            if self.windowHandle().startSystemMove():
                self._held_at = None
            else:
                self.move(self.pos() + way)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        super().mouseReleaseEvent(event)
        self._held_at = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The veil covers everything."""
        super().resizeEvent(event)
        set_box(self._veil, self.rect())

    def showEvent(self, event: QShowEvent) -> None:
        """Frames run only in sight."""
        self._frames.come(self._snapshot)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing runs."""
        super().hideEvent(event)
        self._frames.rest()
        self._veil.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the desktop it leads back to the whole window, where the session goes on."""
        event.ignore()
        self.wished.emit(Wish.SMALL_WINDOW)
