"""What a reminder says, and what can be answered. Values and words only; how it is shown is somebody else's work."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from bedtime.errors import Fault
from bedtime.language import _, ngettext
from bedtime.phrases import spelled_first
from bedtime.reminder.preferences import Sound


class Answer(StrEnum):
    """What the person, or the desktop, did with a notice."""

    BEGIN = "begin"
    AGAIN = "again"
    SKIP = "skip"
    PUT_AWAY = "put away"


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """One thing to press. The first of a notice is what a click does where no buttons can be drawn."""

    answer: Answer
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A title, a sentence, and what can be pressed. `click_words` say what a click on the whole of it does."""

    title: str
    body: str
    buttons: tuple[Button, ...]
    sound: Sound = Sound.SILENT
    click_words: str


class Buttons(StrEnum):
    """How a desktop lets a notice be answered."""

    DRAWN = "drawn"
    CLICK = "click"  # the whole notice is one button


class CannotShow(Fault):
    """The desktop did not take the notice. The sentence says why."""


class Shown(Protocol):
    """A notice that is on the screen."""

    @property
    def server(self) -> str:
        """What shows it, by its own name."""
        ...

    @property
    def buttons(self) -> Buttons:
        """Whether there is something to press."""
        ...

    def answer(self, patience_s: float) -> Answer | None:
        """Wait for an answer, and no longer than this; None when there was none yet."""
        ...

    def withdraw(self) -> None:
        """Take it off the screen. Harmless when it has gone."""
        ...


class Presenter(Protocol):
    """What can show a notice."""

    def show(self, notice: Notice) -> Shown:
        """Show it. `CannotShow` when the desktop has nothing to show it with."""
        ...


def evening_notice(*, minutes: int | None, snooze_min: int, sound: Sound) -> Notice:
    """The nudge before bed. Without a known length it says "a few"."""
    return Notice(
        title=_("Legs first, then bed"),
        body=_ready_words(minutes),
        buttons=(
            Button(answer=Answer.BEGIN, label=_("Begin")),
            Button(answer=Answer.AGAIN, label=_("In {minutes} min").format(minutes=snooze_min)),
            Button(answer=Answer.SKIP, label=_("Not tonight")),
        ),
        click_words=_("Click to begin."),
        sound=sound,
    )


def morning_notice(*, snooze_min: int, sound: Sound) -> Notice:
    """The nudge to write the night down."""
    return Notice(
        title=_("How was the night?"),
        body=_("Three taps, and it is in the diary."),
        buttons=(
            Button(answer=Answer.BEGIN, label=_("Write it down")),
            Button(answer=Answer.AGAIN, label=_("In {minutes} min").format(minutes=snooze_min)),
            Button(answer=Answer.SKIP, label=_("Not today")),
        ),
        click_words=_("Click to write it down."),
        sound=sound,
    )


def trial_notice(*, snooze_min: int, sound: Sound) -> Notice:
    """The one that is sent to see whether notices arrive. It looks like the real one, and its buttons do nothing."""
    real = evening_notice(minutes=None, snooze_min=snooze_min, sound=sound)
    return replace(real, body=_("A test. The reminder looks like this."))


def _ready_words(minutes: int | None) -> str:
    if minutes is None:
        return _("A few quiet minutes are ready.")
    words = ngettext("{count} quiet minute is ready.", "{count} quiet minutes are ready.", minutes)
    return words.format(count=spelled_first(minutes))
