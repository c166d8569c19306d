"""Where the settings are kept; apart from the shelf of nights, because the first paint waits for settings alone."""

import logging
from collections.abc import Callable
from typing import Protocol, TypeVar

from bedtime.clock import Clock
from bedtime.language import _
from bedtime.settings import Settings, understand
from bedtime.store.document import Document
from bedtime.store.places import Places
from bedtime.store.upgrades import SETTINGS

log = logging.getLogger(__name__)
T = TypeVar("T")


class Runner(Protocol):
    """Runs jobs one after the other, somewhere."""

    def run(self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run `job`; tell its result to `then`, or its error to `failed`, on the caller's own thread."""
        ...


class SettingsShelf:
    """The settings of one home. `tell` is handed what could not be written, or not be read again."""

    def __init__(self, places: Places, clock: Clock, runner: Runner, tell: Callable[[str], None]) -> None:
        self._document = Document(places.settings_file, SETTINGS, clock)
        self._runner = runner
        self._tell = tell
        self._is_failing = False

    def read(self) -> tuple[Settings, tuple[str, ...]]:
        """The settings, and what there is to tell about their file."""
        opened = self._document.read()
        understood = understand(opened.value)
        return understood.settings, (*(finding.words for finding in opened.findings), *understood.notices)

    def read_again(self, then: Callable[[Settings], None]) -> None:
        """Read the settings once more, because something else may have written them; what is wrong is told."""

        def take(read: tuple[Settings, tuple[str, ...]]) -> None:
            settings, notices = read
            for words in notices:
                self._tell(words)
            then(settings)

        self._runner.run(self.read, take, self._not_read)

    def keep(self, settings: Settings) -> None:
        """Keep what the person has chosen. What cannot be written holds for this evening, which is told once."""
        self._runner.run(lambda: self._document.write(settings.to_json()), self._kept, self._not_kept)

    def _not_read(self, error: Exception) -> None:
        log.info("The settings could not be read again: %s", error)

    def _kept(self, _written: object) -> None:
        self._is_failing = False

    def _not_kept(self, error: Exception) -> None:
        log.info("The settings could not be written: %s", error)
        if not self._is_failing:
            self._is_failing = True
            self._tell(_("Your settings could not be saved. They hold until you close Bedtime."))
