"""A newcomer copies a routine, changes three holds, reorders, undoes, saves, closes, reopens and plays it.

Once with the mouse alone and once with the keys alone, in the real program on a real screen. Where the mouse has to go
is looked up in a window of the same size in this process, which the same hand leads through the same story.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from bedtime.movement.library import Library
from bedtime.session.desk import Desk
from bedtime.session.stretch_form import StretchForm
from bedtime.session.tonight import tonight
from bedtime.settings import Settings
from bedtime.testing.manual_clock import ManualClock
from bedtime.ui.editings import Editings
from bedtime.ui.parts.silhouette import Silhouette
from bedtime.ui.places import PLACES
from bedtime.ui.screens.own_stretch import OwnStretchScreen
from bedtime.ui.screens.tonight import TonightScreen
from tests.ui.conftest import Show
from tests.ui.library_home import Home as Twin
from tests.ui.newcomer import Newcomer, place_of, press_here
from tests.ui.workshop import button

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="this screen is Linux's"),
    pytest.mark.skipif(not (shutil.which("xdotool") and shutil.which("openbox")), reason="needs xdotool and openbox"),
]
COPY = "simple-nightly-mine"


@pytest.fixture
def newcomer(virtual_screen: dict[str, str], tmp_path: Path, qtbot: QtBot) -> Iterator[Newcomer]:
    home = tmp_path / "home"
    home.mkdir()
    somebody = Newcomer(virtual_screen, home, qtbot.waitUntil)
    somebody.manage_windows()
    yield somebody
    for process in somebody.running:
        process.kill()
        process.wait()


def kept(newcomer: Newcomer) -> list[tuple[str, int | None]]:
    """The stretches of the copy in their order, each with its hold in seconds where that is not the usual one."""
    steps = newcomer.read(newcomer.places.routines_folder / f"{COPY}.json").get("steps", [])
    assert isinstance(steps, list)
    return [(step["stretch"], step.get("hold_s")) for step in steps]


def is_done(newcomer: Newcomer) -> bool:
    """Whether the copy is kept, and its page open: the draft goes when that happens."""
    return bool(kept(newcomer)) and not newcomer.places.editing_file.exists()


def plays_the_copy(newcomer: Newcomer) -> bool:
    routine = newcomer.read(newcomer.places.unfinished_file).get("routine", {})
    return isinstance(routine, dict) and routine.get("id") == COPY


ORIGINAL = [
    *("wall-calf-straight", "towel-calf", "chair-hamstring", "standing-quad"),
    *("standing-hip-flexor", "deep-breathing"),
]
WANTED = [(ORIGINAL[1], 35), (ORIGINAL[0], 35), (ORIGINAL[2], 35), *((name, 30) for name in ORIGINAL[3:5])]


def test_with_the_keys_alone(newcomer: Newcomer) -> None:
    newcomer.start()
    newcomer.keys("ctrl+2", "Return")  # the routines, and the page of tonight's
    newcomer.keys("Tab", "Tab", "Return")  # past Favourite to Change a copy
    newcomer.keys("Tab", "Up", "shift+Tab", "Down", "Tab", "Up", "shift+Tab", "Down", "Tab", "Up")
    newcomer.keys("alt+Up", "alt+Up", "ctrl+z")  # carried up once too far
    newcomer.keys("ctrl+s")
    newcomer.expect(lambda: is_done(newcomer))
    names = [name for name, _ in kept(newcomer)]
    assert names == [ORIGINAL[0], ORIGINAL[2], ORIGINAL[1], *ORIGINAL[3:]]
    assert [hold for _, hold in kept(newcomer)][:3] == [35, 35, 35]
    newcomer.keys("Return")  # choose it for tonight
    newcomer.expect(lambda: newcomer.read(newcomer.places.settings_file).get("routine") == COPY)
    newcomer.keys("ctrl+q")
    newcomer.left()
    newcomer.start()
    newcomer.keys("Return")  # begin
    newcomer.expect(lambda: plays_the_copy(newcomer))


def test_with_the_mouse_alone(newcomer: Newcomer, show: Show, library: Library, tmp_path: Path) -> None:
    twin = Twin(tmp_path / "twin-home", routine="simple-nightly")
    show(twin.window, QSize(1280, 800))
    newcomer.start()

    def both(words: str) -> None:
        part = button(twin.window.screen_shown, words)
        newcomer.press(*place_of(part))
        press_here(part)

    twin.choosings.open()
    newcomer.press(*place_of(button(twin.choosings.cards, "Routines, shown now")))
    card = next(card for card in twin.choosings.cards._cards if card.routine == "simple-nightly")
    newcomer.press(*place_of(card))
    press_here(card)
    both("Change a copy")
    rows = twin.editings.screen._list.rows
    for index in range(3):
        plus = rows[index]._amount._more
        newcomer.press(*place_of(plus))
        press_here(plus)
        expect_the_same_draft(newcomer, twin.editings)
    first, second = place_of(rows[0].handle), place_of(rows[1].handle)
    newcomer.drag(*first, second[1] - first[1])
    newcomer.expect(lambda: order(newcomer)[:2] == [ORIGINAL[1], ORIGINAL[0]])
    newcomer.drag(*first, 3 * (second[1] - first[1]))
    newcomer.expect(lambda: order(newcomer)[0] == ORIGINAL[0])
    newcomer.press(*place_of(button(twin.editings.screen, twin.editings.screen._bar._undo.accessibleName())))
    newcomer.expect(lambda: order(newcomer)[:2] == [ORIGINAL[1], ORIGINAL[0]])
    both("Done")  # the other window has the rows as they were, and its page looks the same
    newcomer.expect(lambda: is_done(newcomer))
    assert [(name, hold or 30) for name, hold in kept(newcomer)][:5] == WANTED
    both("Choose for tonight")
    newcomer.expect(lambda: newcomer.read(newcomer.places.settings_file).get("routine") == COPY)
    newcomer.close()
    newcomer.start()
    newcomer.press(*begin(show, library))
    newcomer.expect(lambda: plays_the_copy(newcomer))


def order(newcomer: Newcomer) -> list[str]:
    """The stretches of what is being edited, in their order."""
    routine = newcomer.read(newcomer.places.editing_file).get("routine", {})
    assert isinstance(routine, dict)
    return [step["stretch"] for step in routine.get("steps", [{"stretch": ""}] * 2)]


def expect_the_same_draft(newcomer: Newcomer, editings: Editings) -> None:
    """Wait until the real program has kept what was done here too."""
    draft = editings.wanted()
    assert draft is not None
    holds = [step.hold_s for step in draft.steps]

    def is_there() -> bool:
        routine = newcomer.read(newcomer.places.editing_file).get("routine", {})
        return isinstance(routine, dict) and [step.get("hold_s") for step in routine.get("steps", [])] == holds

    newcomer.expect(is_there)


def begin(show: Show, library: Library) -> tuple[int, int]:
    """Where Begin is."""
    desk = Desk(library, Settings(), ManualClock(), lambda _: None)
    desk.remember((), None)
    screen = TonightScreen(Silhouette(), ManualClock(), PLACES)
    screen.show_view(tonight(desk.evening))
    show(screen, QSize(1280, 800))
    return place_of(screen._go)


def test_a_power_cut_in_the_middle_of_a_form_costs_nothing(newcomer: Newcomer, show: Show, tmp_path: Path) -> None:
    twin = Twin(tmp_path / "twin-home", routine="simple-nightly")
    show(twin.window, QSize(1280, 800))
    twin.choosings.open()
    newcomer.start()
    newcomer.press(*place_of(button(twin.choosings.cards, "Routines, shown now")))
    newcomer.press(*place_of(button(twin.choosings.cards, "New routine")))
    newcomer.keys("Return")  # add a stretch
    twin.editings.make_new(twin.choosings.come_back)
    twin.editings.screen.open_catalogue()
    newcomer.press(*place_of(button(twin.editings.screen, "Make one of your own")))
    newcomer.type("With a scarf")
    newcomer.keys("Tab")
    newcomer.type("Sit down")
    newcomer.expect(lambda: "Sit down" in str(newcomer.read(newcomer.places.forming_file)))
    newcomer.kill()
    newcomer.start()
    newcomer.press(*offered(twin))
    newcomer.press(*keep_it(twin))
    newcomer.expect((newcomer.places.stretches_folder / "with-a-scarf.json").exists)
    newcomer.expect(lambda: not newcomer.places.forming_file.exists())
    kept_words = newcomer.read(newcomer.places.stretches_folder / "with-a-scarf.json")
    assert (kept_words["name"], kept_words["steps"]) == ("With a scarf", ["Sit down"])


def offered(twin: Twin) -> tuple[int, int]:
    """Where the offer to carry on is."""
    twin.window.offer("“With a scarf” was being made.", "Go on with it", lambda: None)
    return place_of(button(twin.window, "Go on with it"))


def keep_it(twin: Twin) -> tuple[int, int]:
    """Where the form is kept."""
    screen = OwnStretchScreen(Silhouette(), ManualClock(), ManualClock())
    twin.window.add(screen)
    screen.begin(StretchForm(), is_new=True)
    twin.window.go_to(screen)
    return place_of(button(screen, "Keep it"))
