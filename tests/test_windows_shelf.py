"""Where the windows stood is known the next time, and never in the way of a start."""

from dataclasses import replace
from pathlib import Path

from bedtime.session.whereabouts import Box, Place
from bedtime.store.disk import is_there
from bedtime.store.places import find_places, prepare
from bedtime.testing.at_once import AtOnce
from bedtime.testing.manual_clock import ManualClock
from bedtime.windows_shelf import MINI, WHOLE, WindowsShelf

STOOD = Place("left", Box(10, 20, 800, 600))


def test_a_window_stands_where_it_stood_and_the_other_one_keeps_its_place(tmp_path: Path) -> None:
    places = find_places(str(tmp_path))
    prepare(places)
    for name, place in ((WHOLE, STOOD), (MINI, STOOD._replace(display="right"))):
        WindowsShelf(places, ManualClock(), AtOnce()).of(name).keep(place)
    again = WindowsShelf(places, ManualClock(), AtOnce())
    assert (again.place(WHOLE), again.place(MINI)) == (STOOD, STOOD._replace(display="right"))


def test_a_folder_that_cannot_even_be_looked_into_costs_a_place_and_no_start(tmp_path: Path) -> None:
    closed = tmp_path / ("x" * 300)  # refused by the system whoever asks, unlike a mode, which root may pass over
    places = replace(find_places(str(tmp_path)), state=closed)
    shelf = WindowsShelf(places, ManualClock(), AtOnce())
    assert not is_there(closed)
    assert shelf.place(WHOLE) is None
    shelf.of(WHOLE).keep(STOOD)
    assert shelf.place(WHOLE) == STOOD
