"""What a person ticks about their body, what is asked because of it, and the card that says when to get help."""

from dataclasses import dataclass, replace

from bedtime.language import _
from bedtime.movement.advice import RedFlags, Urgency
from bedtime.movement.body import Flag, Question
from bedtime.movement.library import Library
from bedtime.session.desk import Desk
from bedtime.settings import Answer


@dataclass(frozen=True, slots=True)
class Tick:
    """One sentence to tick."""

    flag: Flag
    words: str
    is_ticked: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about one stretch of tonight, which stays until it is answered with no."""

    question: Question
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CautionsView:
    """What the page of cautions shows."""

    invitation: str
    ticks: tuple[Tick, ...]
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpCard:
    """The signs that ask for help, the most urgent first, each group with its title."""

    title: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]


class Cautioning:
    """The cautions of one person."""

    def __init__(self, library: Library, desk: Desk) -> None:
        self._library = library
        self._desk = desk

    def view(self) -> CautionsView:
        """What there is to tick and to answer."""
        ticked = self._desk.settings.flags
        ticks = (Tick(flag, words, flag in ticked) for flag, words in self._library.cautions.items())
        asked = (
            Asked(ask.question, _("{stretch}: {question}").format(stretch=ask.stretch.name, question=ask.text))
            for ask in self._desk.evening.asks
        )
        return CautionsView(invitation=self._library.help.first_run, ticks=tuple(ticks), asked=tuple(asked))

    def tick(self, flag: Flag) -> None:
        """Tick a sentence, or take the tick back."""
        settings = self._desk.settings
        others = tuple(one for one in settings.flags if one is not flag)
        flags = others if len(others) < len(settings.flags) else (*others, flag)
        self._desk.change(replace(settings, flags=flags))

    def answer(self, question: Question, answer: Answer) -> None:
        """Keep what was answered; after a no the stretch is swapped or left out."""
        self._desk.change(self._desk.settings.answered(question, answer))

    @property
    def is_off(self) -> bool:
        """Whether every routine is switched off, and help comes first."""
        return Flag.CLOT_RISK in self._desk.settings.flags

    def help_card(self) -> HelpCard:
        """When to get help. Where a clot may be, what is to be done today comes first, after what is an emergency."""
        flags = [one for one in self._library.help.red_flags if not self.is_off or one.urgency is not Urgency.BOOK]
        return HelpCard(title=_("When to get help"), groups=tuple(map(_group, flags)))


def _group(flags: RedFlags) -> tuple[str, tuple[str, ...]]:
    return flags.title, flags.items
