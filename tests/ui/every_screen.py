"""Every screen of the program in the states that hold most words, one after the other, in real windows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from bedtime.language import _, speak
from bedtime.movement.body import Flag
from bedtime.movement.fitting import fit
from bedtime.movement.laying_out import lay_out
from bedtime.movement.library import Library
from bedtime.movement.timeline import SegmentKind
from bedtime.phrases import weekday
from bedtime.reminder.delivery import judged
from bedtime.reminder.notice import Buttons
from bedtime.reminder.page import Brief
from bedtime.reminder.preferences import Preferences
from bedtime.session.backing_up import backup_preview
from bedtime.session.changes import Lasted
from bedtime.session.choosing import Choosing
from bedtime.session.desk import Desk
from bedtime.session.ears import Speaker
from bedtime.session.filing import Preview
from bedtime.session.goodnight import Ending, Saving, goodnight
from bedtime.session.offering import OfferView, Stage
from bedtime.session.phase import PausedBy, Phase
from bedtime.session.snapshot import Snapshot
from bedtime.session.stretch_form import StretchForm
from bedtime.session.tonight import Evening, tonight
from bedtime.session.unanswered import Unanswered
from bedtime.settings import NightSound, Settings, SoundMode
from bedtime.store.bundled import read_bundled
from bedtime.store.restoring import Counted, Restoration
from bedtime.testing.manual_clock import ManualClock
from bedtime.testing.pseudo import Pseudo
from bedtime.ui import runtime
from bedtime.ui.choosings import Choosings
from bedtime.ui.key_table import key_table
from bedtime.ui.look import Motion
from bedtime.ui.mini_player import USUAL_SIZE, MiniPlayer
from bedtime.ui.palette import Theme
from bedtime.ui.parts.silhouette import Silhouette
from bedtime.ui.places import PLACES, Ways
from bedtime.ui.screens.goodnight import GoodnightScreen
from bedtime.ui.screens.keys import KeysScreen
from bedtime.ui.screens.own_stretch import OwnStretchScreen
from bedtime.ui.screens.player import PlayerScreen
from bedtime.ui.screens.taking_in import TakingInScreen
from bedtime.ui.screens.tonight import TonightScreen
from bedtime.ui.senses.rehearsal import Rehearsal
from bedtime.ui.senses.voice import Voice
from bedtime.ui.tunings import Tunings
from bedtime.ui.window import Window
from tests.ui.conftest import Show
from tests.ui.senses.doubles import FakeEngine, FakeNight, FakeTones
from tests.ui.test_reminder import Bedside
from tests.ui.workshop import Workshop

NOW = datetime(2025, 11, 21, 21, 45, tzinfo=timezone(timedelta(hours=1)))
TICKED = (Flag.BALANCE, Flag.KNEE, Flag.HIP_REPLACEMENT)
Screens = Iterator[tuple[str, QWidget]]


@contextmanager
def spoken(language: Pseudo) -> Iterator[None]:
    """While this lasts everything is said in this language, in its direction."""
    before = speak(language)
    runtime.write_as_in(language.tag)
    try:
        yield
    finally:
        speak(before)
        runtime.write_as_in("en")


def every_screen(show: Show, size: QSize, folder: Path) -> Screens:
    """The screens, each shown at this size."""
    library = Library(read_bundled)
    for screens in (_evening, _player, _goodnight, _places, _keys, _reminder, _editor, _own, _files):
        yield from screens(show, size, library, folder)


def _evening(show: Show, size: QSize, library: Library, _folder: Path) -> Screens:
    screen = TonightScreen(Silhouette(), ManualClock(), PLACES)
    screen.choose(Theme.NIGHT, Motion.STILL)
    routine = library.routine("simple-nightly")
    stretches = library.stretches_of(routine)

    def view(minutes: int, nights: frozenset[object]) -> None:
        fitted = fit(routine, stretches, minutes)
        timeline = lay_out(fitted.routine, stretches, library.patterns)
        screen.show_view(
            tonight(
                Evening(
                    now=NOW,
                    night=NOW.date(),
                    minutes=minutes,
                    fitted=fitted,
                    timeline=timeline,
                    nights=nights,  # type: ignore[arg-type]
                    tips=library.tips,
                )
            )
        )

    view(10, frozenset({NOW.date() - timedelta(days=1)}))
    show(screen, size)
    yield "tonight", screen
    screen.show_brief(Brief(when=_("No reminder set"), soon="", action=_("Set one")))
    yield "tonight, without a reminder", screen
    soon = _("then {day} at {time}").format(day=weekday(NOW), time="21:45")
    screen.show_brief(Brief(when=_("Skipped for tonight"), soon=soon))
    yield "tonight, with a reminder", screen
    view(5, frozenset())
    yield "tonight, the first time", screen
    desk = Desk(library, Settings(flags=TICKED), ManualClock(), lambda _: None)
    screen.show_view(tonight(desk.evening))
    yield "tonight, with what was ticked", screen
    screen._see.click()
    yield "tonight, the stretches", screen


def _player(show: Show, size: QSize, library: Library, _folder: Path) -> Screens:
    routine = library.routine("simple-nightly")
    timeline = lay_out(routine, library.stretches_of(routine), library.patterns)
    now = [Snapshot(phase=Phase.PLAYING, paused_by=None, timeline=timeline, position_ms=4_000)]
    screen = PlayerScreen(Silhouette())
    screen.choose(Theme.NIGHT, Motion.STILL)
    screen.follow(lambda: now[0])
    show(screen, size)
    for name, position_ms, phase in (
        ("get ready", 4_000, Phase.PLAYING),
        ("hold", 25_000, Phase.PLAYING),
        ("change sides", 44_000, Phase.PLAYING),
        ("paused", 25_000, Phase.PAUSED),
    ):
        by = PausedBy.PERSON if phase is Phase.PAUSED else None
        now[0] = Snapshot(phase=phase, paused_by=by, timeline=timeline, position_ms=position_ms)
        screen.show_snapshot(now[0])
        yield f"player, {name}", screen
    screen.ask_leave_out(timeline.steps[0].stretch.name)
    yield "player, asked in the pause", screen
    mini = MiniPlayer()
    mini.choose(Theme.NIGHT, Motion.STILL)
    mini.follow(lambda: now[0])
    show(mini, USUAL_SIZE)
    yield "the small window", mini
    screen.set_far(far=True)
    now[0] = replace(now[0], phase=Phase.PLAYING, paused_by=None)
    screen.show_snapshot(now[0])
    yield "player, far view", screen


def _goodnight(show: Show, size: QSize, library: Library, _folder: Path) -> Screens:
    clock = ManualClock()
    screen = GoodnightScreen(clock, clock)
    screen.choose(Theme.NIGHT, Motion.STILL)
    show(screen, size)
    lengths_ms = (70_000, 70_000, 140_000, 80_000)
    for saving, ending in ((Saving.SAVED, Ending.PARTIAL), (Saving.NOT_YET, Ending.COMPLETED)):
        screen.greet(goodnight(saving, ending, 600_000, 4, lengths_ms, lengths_ms[:3]))
        yield f"goodnight, {saving.name}", screen
    calf = library.stretch("wall-calf-straight")
    change = Lasted(0, calf, SegmentKind.HOLD, of_ms=30_000, to_ms=40_000)
    night = clock.now().date()
    asked = Unanswered(written=library.routine("simple-nightly"), changes=(change,), night=night)
    for other in (night, night + timedelta(days=1)):
        screen.show_offer(OfferView(Stage.ASKED, asked.words_on(other), asked.spoken, _("Only tonight")))
        yield f"goodnight asks on {other}", screen
    screen.show_offer(OfferView(Stage.DONE, asked.words, asked.spoken))
    yield "goodnight, from now on", screen


def _places(show: Show, size: QSize, library: Library, folder: Path) -> Screens:
    clock, window = ManualClock(), Window()
    chosen = Settings(flags=TICKED, minutes=20, sound=SoundMode.VOICE, night_sound=NightSound.RAIN)
    desk, ways = Desk(library, chosen, clock, lambda _: None), Ways(window)
    engine = FakeEngine()
    engine.speakers = (Speaker("Moira", "en-IE"),)
    rehearsal = Rehearsal(FakeTones(), Voice(engine), FakeNight())
    choosings = Choosings(window, ways, desk, Choosing(library, desk), Silhouette(), clock)
    tunings = Tunings(window, ways, desk, library, clock, folder, rehearsal, {"en": "English", "xx": "[Xyz]"})
    choosings.open()
    show(window, size)
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        ("routines", choosings.open),
        ("routine", lambda: choosings.open_page("simple-nightly")),
        ("routine, evidence", choosings.page._evidence.click),
        ("settings", tunings.open),
        ("cautions", lambda: tunings.open_cautions(tunings.open)),
        ("help", lambda: tunings.open_help(tunings.open)),
    )
    for name, go in steps:
        go()
        assert window.screen_shown is not None
        yield name, window.screen_shown


def _keys(show: Show, size: QSize, _library: Library, _folder: Path) -> Screens:
    screen = KeysScreen()
    screen.choose(Theme.NIGHT, Motion.STILL)
    show(screen, size)
    screen.show_keys(key_table(letters=True))
    yield "keys", screen


def _reminder(show: Show, size: QSize, _library: Library, _folder: Path) -> Screens:
    allowed = judged("a desktop", Buttons.DRAWN, "")
    bedside = Bedside(show, size, Theme.NIGHT, allowed, Preferences())
    bedside.keeper.words = "[T]"  # type: ignore[misc]
    yield "reminder, off", bedside.screen
    bedside.place.screen.switched.emit()
    yield "reminder, on", bedside.screen


def _editor(show: Show, size: QSize, _library: Library, _folder: Path) -> Screens:
    workshop = Workshop("simple-nightly")
    workshop.screen.choose(Theme.NIGHT, Motion.STILL)
    show(workshop.screen, size)
    workshop.open()
    yield "editor", workshop.screen
    workshop.rows[0]._title.click()
    yield "editor, a row open", workshop.screen
    workshop.screen._add.click()
    yield "editor, all stretches", workshop.screen


def _own(show: Show, size: QSize, _library: Library, _folder: Path) -> Screens:
    clock = ManualClock()
    screen = OwnStretchScreen(Silhouette(), clock, clock)
    screen.choose(Theme.NIGHT, Motion.STILL)
    show(screen, size)
    screen.begin(StretchForm(), is_new=False)
    screen.show_picture(None, None, "")
    screen.tell_missing(StretchForm().missing)
    yield "a stretch of one's own", screen


def _files(show: Show, size: QSize, _library: Library, _folder: Path) -> Screens:
    screen = TakingInScreen()
    screen.choose(Theme.NIGHT, Motion.STILL)
    screen.show_preview(Preview("[T]", ("[L]",), None))
    show(screen, size)
    yield "taking in", screen
    backup = TakingInScreen(_("Bring it in"), _("Keep things as they are"), lands_on_leave=True)
    backup.choose(Theme.NIGHT, Motion.STILL)
    counts = (Counted("routines", new=1, copied=2, kept=3), Counted("settings/settings.json", kept=1))
    look = backup_preview(ManualClock().now(), Restoration({}, {}, counts).words, brings_in=True)
    backup.show_lines(look.title, look.lines, can_be_taken=look.brings_in)
    show(backup, size)
    yield "bringing a backup in", backup
