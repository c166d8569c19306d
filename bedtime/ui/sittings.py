"""The course of a session: the player, Goodnight, the dark. Joins their screens to the sitting and to the shelf.

Screens show values and send back wishes; this is where a wish becomes a call, and a change another screen. None of it
is loaded before the first paint.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from bedtime.clock import Clock
from bedtime.language import _
from bedtime.movement.routine import Routine
from bedtime.session.desk import Desk
from bedtime.session.goodnight import Ending, GoodnightView, Saving, goodnight
from bedtime.session.keeping import Keeping
from bedtime.session.observable import Observable
from bedtime.session.offering import Offering
from bedtime.session.phase import Phase
from bedtime.session.player import Player
from bedtime.session.record import Outcome, SessionRecord
from bedtime.session.seating import Seating
from bedtime.session.shown import LONGEST_SECONDS
from bedtime.session.sitting import Sitting
from bedtime.session.snapshot import Snapshot
from bedtime.session.tonight import nights_this_week
from bedtime.settings import Settings, Switch, TimeUnits
from bedtime.ui.minis import Minis, what_it_does
from bedtime.ui.palette import Theme
from bedtime.ui.parts.veil import DEEPEST_WANE, GENTLE_MS
from bedtime.ui.screens.dark import DarkScreen
from bedtime.ui.screens.goodnight import GoodnightScreen
from bedtime.ui.screens.player import PlayerScreen
from bedtime.ui.screens.player_face import scene_of
from bedtime.ui.screens.player_keys import Wish
from bedtime.ui.senses.senses import Senses
from bedtime.ui.sight import Sight, is_seen
from bedtime.ui.wardrobe import motion_of, theme_of
from bedtime.ui.window import Window

A_MINUTE_S = 59
TRY_AGAIN_MS = 5_000


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
    """The screens of a session."""

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
    Wish.LEAVE_OUT_TONIGHT: Player.leave_out,
    Wish.LEAVE_OUT_FROM_NOW_ON: Player.leave_out,
    Wish.END: Player.end,
}


class Sittings(QObject):
    """Leads through one session after the other. `ended` tells of each, `over` that Tonight comes next."""

    ended = Signal()
    over = Signal()

    def __init__(
        self,
        window: Window,
        screens: Screens,
        desk: Desk,
        seating: Seating,
        shelf: Shelf,
        clock: Clock,
        senses: Senses,
        offering: Offering,
        minis: Minis,
    ) -> None:
        """Nothing is shown yet; `begin` and `carry_on` begin."""
        super().__init__(window)
        self._window = window
        self._screens = screens
        self._desk = desk
        self._seating = seating
        self._shelf = shelf
        self._clock = clock
        self._senses = senses
        self._offering = offering
        self._minis = minis
        self._sight = Sight(window)
        self._sitting: Sitting | None = None
        self._last: Snapshot | None = None
        self._is_saved = False
        self._retries = QTimer(self)
        self._retries.setInterval(TRY_AGAIN_MS)
        self._retries.timeout.connect(shelf.try_again)
        for screen in (screens.player, screens.goodnight, screens.dark):
            window.add(screen)
        self._connect()
        shelf.keeping.subscribe(self._show_keeping)

    def _connect(self) -> None:
        screens = self._screens
        screens.player.wished.connect(self._wish)
        screens.player.jumped.connect(self._jump)
        screens.player.explain_small_window(what_it_does())
        self._minis.wished.connect(self._wish)
        self._minis.jumped.connect(self._jump)
        screens.goodnight.rated.connect(self._rate)
        screens.goodnight.noted.connect(self._note)
        screens.goodnight.save_a_copy.connect(self._ask_where_to_copy)
        screens.goodnight.sleep.connect(self._go_dark)
        screens.goodnight.keep_on.connect(self._stay_lit)
        screens.goodnight.left.connect(self._leave_goodnight)
        screens.goodnight.offer.only_tonight.connect(self._offering.only_tonight)
        screens.goodnight.offer.from_now_on.connect(self._offering.from_now_on)
        screens.goodnight.offer.undo.connect(self._offering.undo)
        self._offering.view.subscribe(screens.goodnight.show_offer)
        screens.dark.woken.connect(self.over)
        self._senses.told.connect(self._window.mention)
        self._senses.brightened.connect(self._brighten_floor)
        self._window.escaped.connect(self._escape)
        self._sight.changed.connect(self._look_or_look_away)
        self._window.veil.went_black.connect(self._be_dark)

    # A session

    @property
    def is_running(self) -> bool:
        """Whether a session is in progress, paused or not."""
        return self._sitting is not None and self._sitting.ended.value is None

    def begin(self, routine: Routine | None = None) -> None:
        """Begin what the desk has ready, or another routine as it is written."""
        self._senses.begin(self._desk.settings)  # first, because loading what sounds takes some of the first second
        sitting = self._seating.begin(routine)
        self._offering.begin(sitting.playback.player.planned.routine.id)
        self._sit(sitting)

    def carry_on(self) -> None:
        """Carry on the interrupted session, paused at the side where it was. Raises BadInput when that cannot be."""
        sitting = self._seating.carry_on()
        self._offering.carry_on(sitting.playback.player.planned.routine.id)
        self._senses.begin(self._desk.settings)
        self._sit(sitting)

    def _sit(self, sitting: Sitting) -> None:
        self._dress()
        self._sitting = sitting
        self._last = None
        self._is_saved = False
        self._screens.player.set_far(far=self._desk.settings.far_view is Switch.ON)
        self._screens.player.follow(sitting.playback.snapshot)
        self._screens.player.show_sound(self._senses.sound)
        self._window.go_to(self._screens.player)
        sitting.playback.snapshots.subscribe(self._see)
        sitting.ended.subscribe(self._see_the_end)
        self._look_or_look_away()

    def _look_or_look_away(self) -> None:
        """While nobody can see either window, only what is heard comes at its moment."""
        if self._sitting is None or not self.is_running:
            return
        mini = self._minis.mini
        if self._sight.is_there or (mini is not None and is_seen(mini)):
            self._sitting.playback.watch()
        else:
            self._sitting.playback.unwatch()

    def _dress(self) -> None:
        settings, screens = self._desk.settings, self._screens
        theme, motion = theme_of(settings.theme, self._clock.now()), motion_of(settings.motion)
        screens.player.choose(theme, motion)
        screens.goodnight.choose(theme if theme is Theme.HIGH_CONTRAST else Theme.DIM, motion)
        screens.player.set_habits(
            keep_controls=settings.controls is Switch.ON,
            longest_seconds=_longest_seconds(settings),
        )

    def _see(self, snapshot: Snapshot) -> None:
        before, self._last = self._last, snapshot
        self._senses.see(snapshot)
        if snapshot.phase is Phase.FINISHED:
            return
        if before is not None and scene_of(before) is not scene_of(snapshot):
            self._window.soften(GENTLE_MS)
        self._screens.player.show_snapshot(snapshot)
        if self._minis.mini is not None:
            self._minis.mini.show_snapshot(snapshot)
        self._let_the_lamp_down(snapshot)

    def _let_the_lamp_down(self, snapshot: Snapshot) -> None:
        """A little darker with every stretch; never while paused, where the room is dim already."""
        wanes = self._screens.player.palette_now().theme in {Theme.NIGHT, Theme.FAR}
        share = snapshot.position_ms / snapshot.timeline.total_ms
        shade = DEEPEST_WANE * share if wanes else 0
        self._window.veil.set_shade(shade)
        if self._minis.mini is not None:
            self._minis.mini.set_shade(shade)

    def _wish(self, wish: Wish) -> None:
        if wish is Wish.FULL_SCREEN:
            self._window.toggle_full_screen()
        elif wish is Wish.FAR_VIEW:
            self._window.soften(GENTLE_MS)
            self._screens.player.set_far(far=not self._screens.player.is_far)
        elif wish is Wish.SMALL_WINDOW:
            self._change_window()
        elif wish is Wish.KEYS:
            self._window.keys_wanted.emit()
        elif wish is Wish.SOUND:
            self._change_sound()
        elif self._sitting is not None:
            self._wish_of(self._sitting, wish)

    def _wish_of(self, sitting: Sitting, wish: Wish) -> None:
        player = sitting.playback.player
        if wish is Wish.LEAVE_OUT and self._offering.may_ask(player):
            self._screens.player.ask_leave_out(player.segment.stretch.name)
            return
        if wish is Wish.LEAVE_OUT_TONIGHT:
            self._offering.settle(player)
        elif wish is Wish.LEAVE_OUT_FROM_NOW_ON:
            self._offering.leave_out_from_now_on(player)
        sitting.wish(_WISHES[wish])

    def _change_window(self) -> None:
        """From the whole window to the small one, or back."""
        if self._minis.mini is not None:
            self._minis.leave()
        elif self._sitting is not None and self._last is not None:
            settings, playback = self._desk.settings, self._sitting.playback
            theme, motion = theme_of(settings.theme, self._clock.now()), motion_of(settings.motion)
            mini = self._minis.open(playback.snapshot, theme, motion, settings.text_size / 100)
            Sight(mini).changed.connect(self._look_or_look_away)
            mini.set_habits(letters=settings.letter_keys is Switch.ON, longest_seconds=_longest_seconds(settings))
            self._let_the_lamp_down(self._last)

    def _brighten_floor(self) -> None:
        self._screens.player.brighten_floor()
        if self._minis.mini is not None:
            self._minis.mini.brighten_floor()

    def _change_sound(self) -> None:
        settings = self._desk.settings
        self._desk.change(replace(settings, sound=self._senses.sound_after(settings)))
        self._senses.choose(self._desk.settings)
        self._screens.player.show_sound(self._senses.sound)
        self._senses.say_mode()

    def _jump(self, step: int) -> None:
        if self._sitting is not None:
            self._sitting.wish(lambda player: player.jump(step))

    def pause(self) -> None:
        """Let a running session wait."""
        if self._sitting is not None and self.is_running:
            self._sitting.wish(Player.pause)

    def put_down(self) -> None:
        """Bring a running session to rest, as the window closes."""
        self._sight.close()
        if self._sitting is not None and self.is_running:
            self._sitting.put_down()
        self._minis.end()
        self._senses.be_silent()
        self._retries.stop()

    # Goodnight

    def _see_the_end(self, record: SessionRecord | None) -> None:
        if record is None or self._sitting is None:
            return
        self._minis.leave()
        if not record.stretched_s:
            self._sitting = None
            self.over.emit()
            self.ended.emit()
            return
        self._desk.note(record)
        if self._window.screen_shown is not self._screens.goodnight:
            self._offering.see_the_end(self._sitting.playback.player)
            self._window.go_to(self._screens.goodnight)
            self._window.veil.set_shade(0)
            self._screens.goodnight.greet(self._goodnight(record))
        self.ended.emit()

    def _goodnight(self, record: SessionRecord) -> GoodnightView:
        player = self._sitting.playback.player if self._sitting is not None else None
        if player is None:
            raise RuntimeError("Goodnight follows a session")
        timeline = player.timeline
        held = [0] * len(timeline.steps)
        for segment, held_ms in zip(timeline.segments, player.held_ms, strict=True):
            held[segment.step] += held_ms
        return goodnight(
            self._saving(),
            Ending.COMPLETED if record.outcome is Outcome.COMPLETED else Ending.PARTIAL,
            sum(player.held_ms),
            nights_this_week(record.night, self._desk.nights),
            tuple(span.duration_ms for span in timeline.steps),
            tuple(held),
        )

    def _saving(self) -> Saving:
        """Nothing is called saved before a disk has said so; a rating that is on its way changes nothing of that."""
        keeping = self._shelf.keeping.value
        if keeping.waits:
            return Saving.NOT_YET
        if not keeping.is_writing:
            self._is_saved = True
        return Saving.SAVED if self._is_saved else Saving.BEING_SAVED

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
            self._leave_goodnight()

    def _leave_goodnight(self) -> None:
        self._offering.let_go()
        self.over.emit()

    def _ask_where_to_copy(self) -> None:
        dialog = QFileDialog(self._window, _("Save a copy"), str(Path.home() / "bedtime-tonight.jsonl"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._copy_to)
        dialog.open()

    def _copy_to(self, chosen: str) -> None:
        self._shelf.save_a_copy(Path(chosen), lambda: self._window.tell(_("The copy is saved.")), self._window.tell)

    # The dark

    def _go_dark(self) -> None:
        self._window.veil.fade_to_black()

    def _stay_lit(self) -> None:
        self._window.veil.turn_back()

    def _be_dark(self) -> None:
        self._window.go_to(self._screens.dark, fade_ms=0)
        self._window.veil.set_shade(0)


def _longest_seconds(settings: Settings) -> int:
    return LONGEST_SECONDS if settings.time_units is TimeUnits.SECONDS else A_MINUTE_S
