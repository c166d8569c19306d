"""Never two voices at once: what is spoken now, and what waits for it. Pure; `ui.senses.voice` speaks it.

A name is never cut by a later cue. Anything else makes room for what is newer, and a word that comes too late is left
unsaid.
"""

from dataclasses import dataclass

from bedtime.session.cues import Utterance, Weight


@dataclass(frozen=True, slots=True)
class Speech:
    """What is spoken `now`, and what comes after it. Something waits only while a name is spoken."""

    now: Utterance | None = None
    waiting: tuple[Utterance, ...] = ()

    def asked(self, utterance: Utterance) -> "Speech":
        """The speech once somebody wants this said."""
        if self.now is None:
            return Speech(utterance)
        if utterance.weight is Weight.PASSING:
            return Speech(utterance) if self.now.weight is Weight.PASSING else self
        if self.now.weight is not Weight.NAME:
            return Speech(utterance)
        if utterance.weight is Weight.NAME:
            return Speech(self.now, (utterance,))
        return Speech(self.now, (*(each for each in self.waiting if each.weight is Weight.NAME), utterance))

    def finished(self) -> "Speech":
        """The speech once what is spoken now has been said."""
        return Speech(self.waiting[0], self.waiting[1:]) if self.waiting else Speech()

    def hushed(self) -> "Speech":
        """The speech once the session stands still: a name is still finished, nothing follows it."""
        is_name = self.now is not None and self.now.weight is Weight.NAME
        return Speech(self.now) if is_name else Speech()
