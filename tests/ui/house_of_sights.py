"""Every screen of the program, in one real house: for what has to hold on all of them.

The figures are the real ones, because their light is light too.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bedtime.app import House, Order
from bedtime.clock import SystemClock
from bedtime.movement.body import Flag
from bedtime.movement.laying_out import lay_out
from bedtime.movement.timeline import Timeline
from bedtime.session.goodnight import Ending, Saving, goodnight
from bedtime.session.phase import PausedBy, Phase
from bedtime.session.snapshot import Snapshot
from bedtime.settings import MotionChoice, NightSound, Settings, SoundMode, TextSize, ThemeChoice
from bedtime.settings_shelf import SettingsShelf
from bedtime.store.backup import make_backup
from bedtime.store.bundled import read_bundled
from bedtime.store.places import find_places, prepare
from bedtime.testing.at_once import AtOnce
from bedtime.ui.fonts import load_fonts
from bedtime.ui.look import Motion
from bedtime.ui.mini_player import USUAL_SIZE, MiniPlayer
from bedtime.ui.screens.player import PlayerScreen
from bedtime.ui.screens.screen import Screen
from bedtime.ui.sittings import Sittings
from bedtime.ui.wardrobe import theme_of

A_DRAWING_MS = 60_000
GET_READY_MS, HOLD_MS, SWITCH_MS = 4_000, 25_000, 44_000
LENGTHS_MS = (70_000, 70_000, 140_000, 80_000, 60_000, 100_000, 80_000)


class Drawn(Enum):
    """How far the figures are waited for."""

    TO_THE_END = auto()
    NOT_AT_ALL = auto()


@dataclass(frozen=True, slots=True)
class Sight:
    """A screen that is shown, the name of its state, and how much of a white page's light it may send out at night."""

    name: str
    screen: QWidget
    most_light: float = 3.0


class Tour:
    """Leads through all of them. Whoever made it ends it."""

    def __init__(
        self, home: Path, qtbot: QtBot, size: QSize, theme: ThemeChoice, text: TextSize, drawn: Drawn = Drawn.TO_THE_END
    ) -> None:
        """A house with these settings, its window shown."""
        self._drawn = drawn
        load_fonts()
        self._qtbot, self._theme = qtbot, theme
        self.places = find_places(str(home))
        prepare(self.places)
        settings = Settings(
            theme=theme,
            text_size=text,
            motion=MotionChoice.STILL,
            sound=SoundMode.VOICE,
            night_sound=NightSound.RAIN,
            flags=(Flag.BALANCE, Flag.KNEE),
        )
        SettingsShelf(self.places, SystemClock(), AtOnce(), print).keep(settings)
        self.house = House(Order(home=str(home)), self.places, lambda _: None)
        self.window = self.house.window
        self._mini = MiniPlayer()
        qtbot.addWidget(self._mini)
        qtbot.addWidget(self.window)
        self.house.open()
        self.window.resize(size)
        with qtbot.waitExposed(self.window):
            self.window.show()
        qtbot.waitUntil(lambda: self.house._doorbell is not None, timeout=10_000)

    def end(self) -> None:
        """Close the house."""
        self._mini.hide()
        self.house._close()

    def stops(self, files: Path) -> Iterator[Sight]:
        """Each screen, once it is shown. `files` is a folder for what is brought in."""
        for name, go in self._ways(files).items():
            go()
            yield self._seen(name, self.window.screen_shown)
        yield from self._session()

    def _ways(self, files: Path) -> dict[str, Callable[[], object]]:
        house = self.house
        rooms, tunings = house._workrooms, house._tunings
        return {
            "tonight": house._evenings.open,
            "tonight, the stretches": lambda: house._tonight.see_stretches(seen=True),
            "routines": rooms.choosings.open,
            "a routine": lambda: rooms.choosings.open_page("restless-evening"),
            "the editor": lambda: rooms._editings.edit("simple-nightly", rooms.choosings.come_back),
            "a stretch of one's own": lambda: rooms._own_stretches.open("", lambda _: None),
            "reminder": house._open_reminder,
            "settings": tunings.open,
            "settings, the sound": lambda: self._scroll_to("sound"),
            "settings, the end": lambda: self._scroll_to(None),
            "cautions": lambda: tunings.open_cautions(tunings.open),
            "when to get help": lambda: tunings.open_help(tunings.open),
            "taking in": lambda: self._take_in(files),
            "a backup": lambda: self._look_at_a_backup(files),
        }

    def _scroll_to(self, row: str | None) -> None:
        page = self.house._tunings.settings
        bar = page._scroll.verticalScrollBar()
        bar.setValue(bar.maximum() if row is None else page._rows[row].words.y())

    def _take_in(self, files: Path) -> None:
        routine = json.loads(read_bundled("routines/in-bed.json")) | {"id": "mine", "name": "My bed"}
        (files / "mine.json").write_text(json.dumps(routine), encoding="utf-8")
        filings = self.house._workrooms.filings
        filings.look_at([str(files / "mine.json")])
        self._qtbot.waitUntil(lambda: self.window.screen_shown is filings.screen)

    def _look_at_a_backup(self, files: Path) -> None:
        (files / "backup.zip").write_bytes(make_backup(self.places, SystemClock()))
        backups = self.house._backups
        backups.look_at(str(files / "backup.zip"))
        self._qtbot.waitUntil(lambda: self.window.screen_shown is backups.screen)

    # The session

    def _session(self) -> Iterator[Sight]:
        sittings = self.house._evenings.sittings
        sittings._dress()
        player, timeline = sittings._screens.player, self._timeline()
        for far in (False, True):
            player.set_far(far=far)
            for name, moment in _moments(timeline).items():
                player.follow(lambda moment=moment: moment)
                self.window.go_to(player)
                most = 1.0 if moment.phase is Phase.PAUSED else 3.0
                yield self._seen(f"player, {name}{', far' if far else ''}", player, most)
        yield from self._small_window(timeline)
        yield from self._goodnight(sittings)

    def _timeline(self) -> Timeline:
        library = self.house._library
        routine = library.routine("simple-nightly")
        return lay_out(routine, library.stretches_of(routine), library.patterns)

    def _small_window(self, timeline: Timeline) -> Iterator[Sight]:
        mini = self._mini
        mini.choose(theme_of(self._theme, SystemClock().now()), Motion.STILL)
        mini.resize(USUAL_SIZE)
        for name, moment in _moments(timeline).items():
            mini.follow(lambda moment=moment: moment)
            mini.show()
            yield self._seen(f"small window, {name}", mini, 1.0 if moment.phase is Phase.PAUSED else 3.0)

    def _goodnight(self, sittings: Sittings) -> Iterator[Sight]:
        screen = sittings._screens.goodnight
        for saving in Saving:
            self.window.go_to(screen)
            screen.greet(goodnight(saving, Ending.COMPLETED, 600_000, 4, LENGTHS_MS, LENGTHS_MS[:3]))
            screen._rating.show_rating(2)
            yield self._seen(f"goodnight, {saving.name.lower()}", screen, 1.0)
        self.window.go_to(sittings._screens.dark)
        yield self._seen("the dark", sittings._screens.dark, 0.001)

    def _seen(self, name: str, screen: QWidget | None, most_light: float = 3.0) -> Sight:
        """Once its figures are drawn and nothing fades any more."""
        assert isinstance(screen, Screen)
        self.window.veil.stop()
        QApplication.processEvents()
        if self._drawn is Drawn.TO_THE_END:
            self._wait_for_the_figures(screen)
        return Sight(name, screen, most_light)

    def _wait_for_the_figures(self, screen: QWidget) -> None:
        """A first look asks for them, and what has come of that may ask for more."""

        def are_drawn() -> bool:
            frames = self.house._frames
            return frames is not None and not frames._urgent and not frames._busy and not is_anybody_missing()

        def is_anybody_missing() -> bool:
            """Whether the player has not yet come to draw its person, which is for the first frame."""
            return isinstance(screen, PlayerScreen) and screen._figure.isVisible() and not screen._figure._layers

        for _ in range(3):
            screen.grab()
            QApplication.processEvents()
            self._qtbot.waitUntil(are_drawn, timeout=A_DRAWING_MS)


def _moments(timeline: Timeline) -> dict[str, Snapshot]:
    def at(position_ms: int, phase: Phase = Phase.PLAYING, by: PausedBy | None = None) -> Snapshot:
        return Snapshot(phase=phase, paused_by=by, timeline=timeline, position_ms=position_ms)

    return {
        "getting ready": at(GET_READY_MS),
        "holding": at(HOLD_MS),
        "changing sides": at(SWITCH_MS),
        "paused": at(HOLD_MS, Phase.PAUSED, PausedBy.PERSON),
        "paused asleep": at(HOLD_MS, Phase.PAUSED, PausedBy.COMPUTER_SLEPT),
        "the last stretch": at(timeline.total_ms - 5_000),
    }
