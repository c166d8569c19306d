"""The course of an evening: Tonight, the player, Goodnight, the dark. Joins screens to the desk and to the sitting.

Screens show values and send back wishes; this is where a wish becomes a call, and a change another screen.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from bedtime.clock import Clock
from bedtime.errors import BedtimeError
from bedtime.session.desk import Desk
from bedtime.session.goodnight import Ending, GoodnightView, Saving, goodnight
from bedtime.session.keeping import Keeping
from bedtime.session.observable import Observable
from bedtime.session.phase import Phase
from bedtime.session.player import Player
from bedtime.session.record import Outcome, SessionRecord
from bedtime.session.sitting import Sitting
from bedtime.session.snapshot import Snapshot
from bedtime.session.tonight import nights_this_week, tonight
from bedtime.settings import Switch
from bedtime.ui.palette import Theme
from bedtime.ui.parts.veil import DEEPEST_WANE, GENTLE_MS
from bedtime.ui.screens.dark import DarkScreen
from bedtime.ui.screens.goodnight import GoodnightScreen
from bedtime.ui.screens.player import PlayerScreen, Wish
from bedtime.ui.screens.player_face import scene_of
from bedtime.ui.screens.tonight import TonightScreen
from bedtime.ui.wardrobe import motion_of, theme_of
from bedtime.ui.window import Window

TRY_AGAIN_MS = 5_000
LOOK_AT_THE_CLOCK_MS = 30_000


class Shelf(Protocol):
    """What the window needs to know of the shelf."""

    @property
    def keeping(self) -> Observable[Keeping]:
        """Whether everything is on the disk."""
        ...

    def try_again(self) -> None:
        """Try to save what waits."""
        ...

    def save_a_copy(self, path: Path, then: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Write what waits to a file of the person's choice."""
        ...


@dataclass(frozen=True, slots=True)
class Screens:
    """The screens of an evening."""

    tonight: TonightScreen
    player: PlayerScreen
    goodnight: GoodnightScreen
    dark: DarkScreen


_WISHES: dict[Wish, Callable[[Player], Player]] = {
    Wish.PAUSE: Player.pause,
    Wish.CARRY_ON: Player.carry_on,
    Wish.READY: Player.ready,
    Wish.BACK: Player.back,
    Wish.SKIP: Player.skip,
    Wish.LONGER: Player.longer,
    Wish.SHORTER: Player.shorter,
    Wish.START_SIDE_AGAIN: Player.restart,
    Wish.LEAVE_OUT: Player.leave_out,
    Wish.END: Player.end,
}


class Evenings(QObject):
    """Leads through one evening after the other, for as long as the window is open."""

    session_ended = Signal()

    def __init__(self, window: Window, screens: Screens, desk: Desk, shelf: Shelf, clock: Clock) -> None:
        """Nothing is shown yet; `open` begins."""
        super().__init__(window)
        self._window = window
        self._screens = screens
        self._desk = desk
        self._shelf = shelf
        self._clock = clock
        self._sitting: Sitting | None = None
        self._last: Snapshot | None = None
        self._retries = QTimer(self)
        self._retries.setInterval(TRY_AGAIN_MS)
        self._retries.timeout.connect(shelf.try_again)
        self._minute = QTimer(self)
        self._minute.setInterval(LOOK_AT_THE_CLOCK_MS)
        self._minute.timeout.connect(self._look_at_the_clock)
        for screen in (screens.tonight, screens.player, screens.goodnight, screens.dark):
            window.add(screen)
        self._connect()
        shelf.keeping.subscribe(self._show_keeping)

    def _connect(self) -> None:
        screens = self._screens
        screens.tonight.begin.connect(self.begin)
        screens.tonight.again.connect(self.begin)
        screens.tonight.carry_on.connect(self.carry_on)
        screens.tonight.start_over.connect(self.begin)
        screens.tonight.minutes_chosen.connect(self._choose_minutes)
        screens.player.wished.connect(self._wish)
        screens.goodnight.rated.connect(self._rate)
        screens.goodnight.noted.connect(self._note)
        screens.goodnight.save_a_copy.connect(self._ask_where_to_copy)
        screens.goodnight.sleep.connect(self._go_dark)
        screens.dark.woken.connect(self.open)
        self._window.escaped.connect(self._escape)
        self._window.veil.went_black.connect(self._be_dark)

    # Tonight

    def open(self) -> None:
        """Show tonight."""
        self._dress()
        self._window.veil.set_shade(0)
        self.show_tonight()
        self._window.go_to(self._screens.tonight)
        self._minute.start()

    def show_tonight(self) -> None:
        """Show what the desk has ready, without changing the screen."""
        self._screens.tonight.show_view(tonight(self._desk.evening))

    def _choose_minutes(self, minutes: int) -> None:
        self._desk.choose_minutes(minutes)
        self.show_tonight()

    def _look_at_the_clock(self) -> None:
        if self._window.screen_shown is self._screens.tonight and self._screens.tonight.isVisible():
            self._dress()
            self.show_tonight()

    def _dress(self) -> None:
        settings = self._desk.settings
        theme = theme_of(settings.theme, self._clock.now())
        for screen in (self._screens.tonight, self._screens.player):
            screen.choose(theme, motion_of(settings.motion))
        evening = theme if theme is Theme.HIGH_CONTRAST else Theme.DIM
        self._screens.goodnight.choose(evening, motion_of(settings.motion))
        self._screens.player.set_habits(
            keep_controls=settings.controls is Switch.ON, letters=settings.letter_keys is Switch.ON
        )

    # A session

    def begin(self) -> None:
        """Begin what the desk has ready."""
        self.sit(self._desk.begin())

    def carry_on(self) -> None:
        """Carry on the interrupted session, paused at the side where it was."""
        try:
            self.sit(self._desk.carry_on())
        except BedtimeError as error:
            self._window.tell(str(error))
            self.show_tonight()

    def sit(self, sitting: Sitting) -> None:
        """Show a session until it ends."""
        self._minute.stop()
        self._dress()
        self._sitting = sitting
        self._last = None
        self._screens.player.set_far(far=self._desk.settings.far_view is Switch.ON)
        self._screens.player.follow(sitting.playback.snapshot)
        self._window.go_to(self._screens.player)
        sitting.playback.snapshots.subscribe(self._see)
        sitting.ended.subscribe(self._see_the_end)

    def _see(self, snapshot: Snapshot) -> None:
        before, self._last = self._last, snapshot
        if snapshot.phase is Phase.FINISHED:
            return
        if before is not None and scene_of(before) is not scene_of(snapshot):
            self._window.soften(GENTLE_MS)
        self._screens.player.show_snapshot(snapshot)
        self._let_the_lamp_down(snapshot)

    def _let_the_lamp_down(self, snapshot: Snapshot) -> None:
        """A little darker with every stretch; never while paused, where the room is dim already."""
        wanes = self._screens.player.palette_now().theme in {Theme.NIGHT, Theme.FAR}
        share = snapshot.position_ms / snapshot.timeline.total_ms
        self._window.veil.set_shade(DEEPEST_WANE * share if wanes else 0)

    def _wish(self, wish: Wish) -> None:
        if wish is Wish.FULL_SCREEN:
            self._window.toggle_full_screen()
        elif wish is Wish.FAR_VIEW:
            self._window.soften(GENTLE_MS)
            self._screens.player.set_far(far=not self._screens.player.is_far)
        elif self._sitting is not None:
            self._sitting.wish(_WISHES[wish])

    def put_down(self) -> None:
        """Bring a running session to rest, as the window closes."""
        if self._sitting is not None and self._sitting.ended.value is None:
            self._sitting.put_down()
        for timer in (self._minute, self._retries):
            timer.stop()

    # Goodnight

    def _see_the_end(self, record: SessionRecord | None) -> None:
        if record is None or self._sitting is None:
            return
        if not record.stretched_s:
            self._sitting = None
            self.open()
            self.session_ended.emit()
            return
        self._desk.note(record)
        if self._window.screen_shown is not self._screens.goodnight:
            self._window.go_to(self._screens.goodnight)
            self._window.veil.set_shade(0)
            self._screens.goodnight.greet(self._goodnight(record))
        self.session_ended.emit()

    def _goodnight(self, record: SessionRecord) -> GoodnightView:
        player = self._sitting.playback.player if self._sitting is not None else None
        if player is None:
            raise RuntimeError("Goodnight follows a session")
        timeline = player.timeline
        held = [0] * len(timeline.steps)
        for segment, held_ms in zip(timeline.segments, player.held_ms, strict=True):
            held[segment.step] += held_ms
        return goodnight(
            Saving.NOT_YET if self._shelf.keeping.value.waits else Saving.SAVED,
            Ending.COMPLETED if record.outcome is Outcome.COMPLETED else Ending.PARTIAL,
            sum(player.held_ms),
            nights_this_week(record.night, self._desk.nights),
            tuple(span.duration_ms for span in timeline.steps),
            tuple(held),
        )

    def _show_keeping(self, keeping: Keeping) -> None:
        if keeping.waits:
            self._retries.start()
        else:
            self._retries.stop()
        record = self._sitting.ended.value if self._sitting is not None else None
        if record is not None and self._window.screen_shown is self._screens.goodnight:
            self._screens.goodnight.show_view(self._goodnight(record))

    def _rate(self, rating: int | None) -> None:
        record = self._sitting.ended.value if self._sitting is not None else None
        if self._sitting is not None and record is not None:
            self._sitting.add(rating=rating, note=record.note)

    def _note(self, note: str) -> None:
        record = self._sitting.ended.value if self._sitting is not None else None
        if self._sitting is not None and record is not None:
            self._sitting.add(rating=record.rating, note=note)

    def _escape(self) -> None:
        if self._window.screen_shown is self._screens.goodnight:
            self.open()

    def _ask_where_to_copy(self) -> None:
        dialog = QFileDialog(self._window, "Save a copy", str(Path.home() / "bedtime-tonight.jsonl"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._copy_to)
        dialog.open()

    def _copy_to(self, chosen: str) -> None:
        self._shelf.save_a_copy(Path(chosen), lambda: self._window.tell("The copy is saved."), self._window.tell)

    # The dark

    def _go_dark(self) -> None:
        self._window.veil.fade_to_black()

    def _be_dark(self) -> None:
        self._window.go_to(self._screens.dark, fade_ms=0)
        self._window.veil.set_shade(0)
