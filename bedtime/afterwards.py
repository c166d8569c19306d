"""Puts together the question about what was changed in a session: its thinking, its shelf, and its line on Tonight."""

from dataclasses import dataclass

from bedtime.changes_shelf import KeptChanges
from bedtime.clock import Clock
from bedtime.movement.personal import PersonalLibrary
from bedtime.session.desk import Desk
from bedtime.session.offering import Offering
from bedtime.settings_shelf import Runner
from bedtime.store.places import Places
from bedtime.ui.offerings import Offerings
from bedtime.ui.window import Window


@dataclass(frozen=True, slots=True)
class Question:
    """`offering` is asked on Goodnight and in a pause, `on_tonight` what was not answered there."""

    offering: Offering
    on_tonight: Offerings
    kept: KeptChanges

    def recall(self) -> None:
        """Ask what was left open when the window was closed."""
        self.on_tonight.recall(self.kept)


def ask_about_changes(
    window: Window, library: PersonalLibrary, desk: Desk, places: Places, clock: Clock, runner: Runner
) -> Question:
    """The question of one home. What cannot be kept is told in the window."""
    kept = KeptChanges(places, clock, library, runner)
    offering = Offering(library, desk, kept, window.tell)
    return Question(offering, Offerings(window, offering), kept)
