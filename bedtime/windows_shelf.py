"""Where it is kept how the windows stood. Losing it costs nothing but a place on the desk."""

import logging

from bedtime.clock import Clock
from bedtime.session.whereabouts import Place, place_in
from bedtime.settings_shelf import Runner
from bedtime.store.disk import is_there
from bedtime.store.document import Document
from bedtime.store.places import Places
from bedtime.store.upgrades import WINDOWS

log = logging.getLogger(__name__)

WHOLE, MINI = "whole", "mini"
"""The window, and the small one."""


class KeptPlace:
    """Where it is kept how one window stood."""

    def __init__(self, shelf: "WindowsShelf", name: str) -> None:
        self._shelf = shelf
        self._name = name

    def place(self) -> Place | None:
        """Its place the last time."""
        return self._shelf.place(self._name)

    def keep(self, place: Place) -> None:
        """Remember where it stands."""
        self._shelf.keep(self._name, place)


class WindowsShelf:
    """The places of the windows of one home, by their names."""

    def __init__(self, places: Places, clock: Clock, runner: Runner) -> None:
        self._document = Document(places.windows_file, WINDOWS, clock)
        self._runner = runner
        self._read: dict[str, Place] | None = None

    def of(self, name: str) -> KeptPlace:
        """The place of one of them."""
        return KeptPlace(self, name)

    def place(self, name: str) -> Place | None:
        """Where a window stood the last time."""
        return self._places.get(name)

    @property
    def _places(self) -> dict[str, Place]:
        """What the file tells, which is read once. The first time there is none, and nothing is opened."""
        if self._read is None:
            value = self._document.read().value if is_there(self._document.path) else {}
            found = {name: place_in(value.get(name)) for name in (WHOLE, MINI)}
            self._read = {name: place for name, place in found.items() if place is not None}
        return self._read

    def keep(self, name: str, place: Place) -> None:
        """Remember where it stands."""
        if self._places.get(name) == place:
            return
        self._places[name] = place
        written = {each: self._places[each].to_json() if each in self._places else None for each in (WHOLE, MINI)}
        self._runner.run(lambda: self._document.write(written), lambda _: None, _not_kept)


def _not_kept(error: Exception) -> None:
    log.info("Where the windows stand could not be written: %s", error)
