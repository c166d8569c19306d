"""What the tests of reminders use in place of the computer: everything in memory, and answers written beforehand."""

from collections.abc import Callable
from pathlib import Path

from bedtime.errors import Fault, NotSaved
from bedtime.handover import Wish
from bedtime.reminder.notice import Answer, Buttons, CannotShow, Notice
from bedtime.reminder.plan import Change, Files, Plan
from bedtime.reminder.preferences import Preferences
from bedtime.reminder.processes import Ran
from bedtime.reminder.records import Entry
from bedtime.testing.manual_clock import ManualClock


class MemoryShelf:
    """Files in a dictionary."""

    def __init__(self) -> None:
        self.files: dict[Path, bytes] = {}

    def read(self, path: Path) -> bytes | None:
        return self.files.get(path)

    def write(self, path: Path, contents: bytes) -> None:
        self.files[path] = contents

    def remove(self, path: Path) -> None:
        self.files.pop(path, None)


class ScriptedProcesses:
    """Answers by the words of the call: `answers` gives a result for a call that contains its key."""

    def __init__(self, answers: dict[str, Ran | Fault] | None = None) -> None:
        self.answers = answers or {}
        self.calls: list[str] = []
        self.started: list[tuple[str, ...]] = []

    def run(self, *arguments: str) -> Ran:
        call = " ".join(arguments)
        self.calls.append(call)
        answer = next((answer for part, answer in self.answers.items() if part in call), Ran(status=0))
        if isinstance(answer, Fault):
            raise answer
        return answer

    def start(self, *arguments: str) -> None:
        self.started.append(arguments)


class MemoryBackend:
    """A back end that keeps what it is given and counts what it did."""

    def __init__(self, render: Callable[[Plan], Files]) -> None:
        self.render = render
        self.files: Files = {}
        self.touched = 0

    def installed(self) -> Files:
        return self.files

    def install(self, files: Files) -> None:
        self.files = dict(files)
        self.touched += 1

    def remove(self) -> None:
        self.files = {}
        self.touched += 1


class MemoryChoices:
    """Preferences in memory."""

    def __init__(self, preferences: Preferences) -> None:
        self.preferences = preferences
        self._changes = 0

    def read(self) -> Preferences:
        return self.preferences

    def write(self, preferences: Preferences) -> None:
        self.preferences = preferences
        self._changes += 1

    def stamp(self) -> object:
        return self._changes


class MemoryLog:
    """Entries in memory, in the order of their last change; `full` makes it refuse to write."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._changes = 0
        self.full = False

    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._entries.values())

    def write(self, entry: Entry) -> None:
        if self.full:
            raise NotSaved("The disk is full.")
        self._entries.pop(entry.id, None)
        self._entries[entry.id] = entry
        self._changes += 1

    def forget(self, entry: Entry) -> None:
        self._entries.pop(entry.id, None)
        self._changes += 1

    def stamp(self) -> object:
        return self._changes


class ScriptedDesktop:
    """A desktop that answers as it is told: each answer is what happens next while a notice is on the screen.

    None lets time pass; a function is called, as if somebody did something elsewhere.
    """

    def __init__(self, clock: ManualClock, *answers: Answer | Callable[[], object] | None, refusals: int = 0) -> None:
        self._clock = clock
        self._answers = list(answers)
        self._refusals = refusals
        self.shown: list[Notice] = []
        self.withdrawn = 0
        self.server = "a test"
        self.buttons = Buttons.DRAWN

    def show(self, notice: Notice) -> "ScriptedDesktop":
        if self._refusals:
            self._refusals -= 1
            raise CannotShow("Nobody shows notices.")
        self.shown.append(notice)
        return self

    def answer(self, patience_s: float) -> Answer | None:
        self._clock.advance(patience_s)
        following = self._answers.pop(0) if self._answers else None
        if callable(following):
            following()
            return None
        return following

    def withdraw(self) -> None:
        self.withdrawn += 1


class ScriptedScreen:
    """A screen that is taken for so many looks."""

    def __init__(self, looks: int = 0) -> None:
        self.looks = looks

    def taken(self) -> bool:
        self.looks -= 1
        return self.looks >= 0


class NotedWishes:
    """Opens nothing, and writes down what was wished for."""

    def __init__(self) -> None:
        self.wishes: list[Wish] = []

    def open(self, wish: Wish) -> None:
        self.wishes.append(wish)


class NotedPlans:
    """A scheduler that writes down what it was brought to."""

    words = "A test keeps it."
    command = ("bedtime", "reminder", "fire")

    def __init__(self) -> None:
        self.plans: list[Plan | None] = []

    def bring_to(self, plan: Plan | None) -> Change:
        self.plans.append(plan)
        return Change.INSTALLED
