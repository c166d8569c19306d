"""The whole program in a window of this process, and the way to every screen that it has."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from bedtime.app import House, Order
from bedtime.clock import SystemClock
from bedtime.store.backup import make_backup
from bedtime.store.journal import Journal
from bedtime.store.places import find_places, prepare
from bedtime.store.upgrades import SESSION
from bedtime.ui.screens.screen import Screen
from tests.conftest import ROOT
from tests.ui.conftest import SIZES, Show

PATIENCE_MS = 15_000


class Tour:
    """Goes from screen to screen as a person could, and presses keys there."""

    def __init__(self, house: House, qtbot: QtBot) -> None:
        self.house, self._qtbot = house, qtbot
        self.window = house.window

    @property
    def screen(self) -> Screen:
        """The screen that is shown."""
        shown = self.window.screen_shown
        assert isinstance(shown, Screen)
        return shown

    @property
    def focus(self) -> QWidget:
        """What the keyboard is on."""
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key on what has the focus."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def go(self, stop: str) -> None:
        """Go to one of the `STOPS`, and wait until it is there."""
        before = self.window.screen_shown
        STOPS[stop](self)
        self.wait(lambda: self.window.screen_shown is not before or stop in SAME_SCREEN)
        QApplication.processEvents()
        self.window.veil.stop()

    def wait(self, condition: Callable[[], bool]) -> None:
        """Let the program work until it is so."""
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def evening(self) -> Any:
        """The course of the session that runs."""
        return self.house._evenings.sittings

    # what there is on a screen

    def controls(self) -> list[QWidget]:
        """Everything on the screen that the Tab key should reach; of radio buttons, the chosen one."""
        return [part for part in self.screen.findChildren(QWidget) if _is_reached(part)]

    def ring_box(self, control: QWidget) -> QRect:
        """Where a control and the ring around it are seen, in the window."""
        box = control.rect().translated(control.mapTo(self.window, QPoint(0, 0)))
        return box.adjusted(-8, -8, 8, 8).intersected(self.window.rect())


def _is_reached(part: QWidget) -> bool:
    if not part.isVisible() or not part.isEnabled() or part.focusProxy() is not None:
        return False
    if not part.focusPolicy() & Qt.FocusPolicy.TabFocus & ~Qt.FocusPolicy.ClickFocus:
        return False
    group = part.group() if isinstance(part, QRadioButton) else None
    chosen = group.checkedButton() if group is not None else None
    return chosen is None or chosen is part


def place(part: QWidget, screen: QWidget) -> QRect:
    """Where a part stands on its screen."""
    return part.rect().translated(part.mapTo(screen, QPoint(0, 0)))


def scroller(part: QWidget) -> QWidget | None:
    """What a part scrolls in."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


@contextmanager
def whole_house(home: Path, qtbot: QtBot, show: Show, size: str = "1280x800", **settings: object) -> Iterator[Tour]:
    """The program with these settings, for as long as the block runs."""
    places = find_places(str(home))
    prepare(places)
    places.settings_file.write_text(json.dumps({"v": 1, "motion": "still", **settings}), encoding="utf-8")
    house = House(Order(home=str(home), speed=20), places, lambda _status: None)
    house.open()
    show(house.window, SIZES[size])
    qtbot.waitUntil(lambda: house._doorbell is not None, timeout=PATIENCE_MS)
    try:
        yield Tour(house, qtbot)
    finally:
        house._close()


# The ways


def _tonight(tour: Tour) -> None:
    tour.house._evenings.open()


def _stretches_of_tonight(tour: Tour) -> None:
    _tonight(tour)
    tour.house._tonight.see_stretches(seen=True)


def _routines(tour: Tour) -> None:
    tour.house._open_routines()


def _routine(tour: Tour) -> None:
    _routines(tour)
    tour.house._workrooms.choosings.open_page("simple-nightly")


def _editor(tour: Tour) -> None:
    _routine(tour)
    tour.house._workrooms.choosings.page.edit_wanted.emit()


def _catalogue(tour: Tour) -> None:
    _editor(tour)
    tour.screen.open_catalogue()  # type: ignore[attr-defined]


def _own_stretch(tour: Tour) -> None:
    _catalogue(tour)
    editor = tour.screen
    editor.own_wanted.emit("")  # type: ignore[attr-defined]
    tour.wait(lambda: tour.screen is not editor)


def _reminder(tour: Tour) -> None:
    tour.house._open_reminder()


def _settings(tour: Tour) -> None:
    tour.house._open_settings()


def _cautions(tour: Tour) -> None:
    tour.house._tonight.cautions_wanted.emit()


def _help(tour: Tour) -> None:
    tour.house._tonight.help_wanted.emit()


def _keys(tour: Tour) -> None:
    _tonight(tour)
    tour.window.keys_wanted.emit()


def _taking_in(tour: Tour) -> None:
    tour.house._look_at_dropped((str(ROOT / "routines" / "travel-tiny.json"),))


def _restoring(tour: Tour) -> None:
    _settings(tour)
    home = tour.house._places.data.parent
    other = find_places(str(home / "elsewhere"))
    prepare(other)
    Journal(other.sessions_file, SESSION, SystemClock()).append({"id": "a", "note": "from elsewhere"})
    (home / "backup.zip").write_bytes(make_backup(other, SystemClock()))
    tour.house._backups.look_at(str(home / "backup.zip"))
    tour.wait(lambda: tour.screen is tour.house._backups.screen)


def _getting_ready(tour: Tour) -> None:
    tour.house._evenings.begin()


def _working(tour: Tour) -> None:
    _getting_ready(tour)
    tour.press(Qt.Key.Key_Space)


def _paused(tour: Tour) -> None:
    _working(tour)
    tour.press(Qt.Key.Key_Escape)


def _asked(tour: Tour) -> None:
    _paused(tour)
    tour.evening()._screens.player.wished.emit(_wish("LEAVE_OUT"))


def _goodnight_asks(tour: Tour) -> None:
    _working(tour)
    tour.press(Qt.Key.Key_Up)
    sitting = tour.evening()._sitting
    tour.wait(lambda: sitting.playback.snapshot().elapsed_ms > 3_000)
    while sitting.ended.value is None:
        tour.evening()._screens.player.wished.emit(_wish("SKIP"))


def _goodnight(tour: Tour) -> None:
    _working(tour)
    sitting = tour.evening()._sitting
    tour.wait(lambda: sitting.playback.snapshot().elapsed_ms > 3_000)
    tour.evening()._screens.player.wished.emit(_wish("END"))


def _dark(tour: Tour) -> None:
    _goodnight(tour)
    tour.evening()._be_dark()


def _wish(name: str) -> object:
    from bedtime.ui.screens.player_keys import Wish  # noqa: PLC0415 - only a session needs it

    return Wish[name]


STOPS: dict[str, Callable[[Tour], None]] = {
    "tonight": _tonight,
    "its stretches": _stretches_of_tonight,
    "routines": _routines,
    "a routine": _routine,
    "the editor": _editor,
    "every stretch": _catalogue,
    "a stretch of one's own": _own_stretch,
    "the reminder": _reminder,
    "settings": _settings,
    "cautions": _cautions,
    "help": _help,
    "keys": _keys,
    "taking in": _taking_in,
    "restoring": _restoring,
    "getting ready": _getting_ready,
    "working": _working,
    "paused": _paused,
    "asked in the pause": _asked,
    "goodnight": _goodnight,
    "goodnight asks": _goodnight_asks,
    "dark": _dark,
}
SAME_SCREEN = {"tonight", "its stretches"}
