"""The cautions: what a routine becomes for a body to which some flags apply, and every change with its reason.

For each ticked flag in the order of `Flag`: the routine's own substitution, else what the stretch's caution asks for. A
substitute is judged like any other stretch, so nothing remains that a ticked flag avoids. Times are fitted afterwards.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby

from bedtime.errors import BadInput
from bedtime.language import N_, _
from bedtime.movement.body import NOTHING_TICKED, Body, Flag, Question
from bedtime.movement.carrying import carried
from bedtime.movement.routine import Routine, Step
from bedtime.movement.stretch import Caution, Level, Stretch
from bedtime.phrases import after_each_other, within

FindStretch = Callable[[str], Stretch]


class WhyOff(StrEnum):
    """Why there is no routine for tonight."""

    CLOT_RISK = "clot-risk"  # the urgent card opens
    NOTHING_LEFT = "nothing-left"


_OFF_WORDS = {
    WhyOff.CLOT_RISK: N_("Do not stretch tonight. A leg that may have a clot is looked at the same day."),
    WhyOff.NOTHING_LEFT: N_("Nothing of this routine suits what you ticked. Please choose another one."),
}


@dataclass(frozen=True, slots=True)
class SwitchedOff:
    """No routine tonight, and why."""

    why: WhyOff

    @property
    def words(self) -> str:
        """For the person."""
        return _(_OFF_WORDS[self.why])


class Kind(StrEnum):
    """What became of a step."""

    SWAPPED = "swapped"
    LEFT_OUT = "left-out"
    MERGED = "merged"  # its substitute is done right beside it already


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of the step `index` of the routine as written, because of which flags, and in whose words."""

    kind: Kind
    index: int
    stretch: Stretch
    substitute: Stretch | None
    flags: tuple[Flag, ...]
    reason: str

    @property
    def words(self) -> str:
        """One or two sentences for the person."""
        match self.kind, self.substitute:
            case Kind.SWAPPED, Stretch(name=name):
                done = _("{stretch} instead of {other}.").format(stretch=name, other=within(self.stretch.name))
            case Kind.MERGED, Stretch(name=name):
                words = _("{stretch} is left out, because {other} is done already.")
                done = words.format(stretch=self.stretch.name, other=within(name))
            case _:
                done = _("{stretch} is left out.").format(stretch=self.stretch.name)
        return after_each_other((done, self.reason))


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What a card says beside a stretch that remains; `alt` may be offered in its place."""

    flag: Flag
    text: str
    alt: Stretch | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What is said once of a stretch that remains, and needs a tick. The answer is kept under `question`."""

    flag: Flag
    stretch: Stretch
    text: str

    @property
    def question(self) -> Question:
        """The key of the answer."""
        return self.flag, self.stretch.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Suited:
    """A routine for this body. `origins[i]` is the step of the routine as written that step `i` stands for."""

    routine: Routine
    origins: tuple[int, ...]
    changes: tuple[Change, ...] = ()
    advice: Mapping[str, tuple[Advice, ...]] = field(default_factory=dict)
    asks: tuple[Ask, ...] = ()


def suit(routine: Routine, find: FindStretch, body: Body = NOTHING_TICKED) -> Suited | SwitchedOff:
    """The routine for this body. `find` raises BadInput for a stretch that is not there; such a substitute is not used.

    The very same routine comes back where nothing in it has to change.
    """
    if Flag.CLOT_RISK in body.flags:
        return SwitchedOff(WhyOff.CLOT_RISK)
    judge = _Judge(routine, find, body)
    outcomes = [judge.outcome(index, step) for index, step in enumerate(routine.steps)]
    kept, changes = _without_repeats(outcomes)
    if not kept:
        return SwitchedOff(WhyOff.NOTHING_LEFT)
    steps = tuple(outcome.step for outcome in kept)
    stretches = {outcome.now.id: outcome.now for outcome in kept if outcome.now is not None}
    return Suited(
        routine=routine if steps == routine.steps else replace(routine, steps=steps),
        origins=tuple(outcome.index for outcome in kept),
        changes=changes,
        advice={name: advice for name, stretch in stretches.items() if (advice := judge.advice(stretch))},
        asks=tuple(ask for stretch in stretches.values() for ask in judge.asks(stretch)),
    )


def avoids(stretch: Stretch, body: Body) -> bool:
    """Whether anything that the person ticked, or said no to, speaks against this stretch."""
    return _objection(stretch, body) is not None


@dataclass(frozen=True, slots=True)
class _Outcome:
    """Where the way of one step from substitute to substitute led; `now` is None when it led nowhere."""

    index: int
    was: Stretch
    now: Stretch | None
    written: Step
    flags: tuple[Flag, ...] = ()
    reason: str = ""

    @property
    def is_changed(self) -> bool:
        return self.now is None or self.now.id != self.was.id

    @property
    def step(self) -> Step:
        return self.written if self.now is None or not self.is_changed else carried(self.written, self.was, self.now)

    def change(self, kind: Kind) -> Change:
        return Change(
            kind=kind, index=self.index, stretch=self.was, substitute=self.now, flags=self.flags, reason=self.reason
        )


@dataclass(frozen=True, slots=True)
class _Judge:
    """Judges one routine for one body."""

    routine: Routine
    find: FindStretch
    body: Body

    def outcome(self, index: int, step: Step) -> _Outcome:
        """Follow the substitutes until one suits. No stretch is met twice, so a circle of them ends."""
        was = now = self.find(step.stretch)
        met, flags, reason = {was.id}, list[Flag](), ""
        while (move := self._move(now, met)) is not None:
            flag, text, to = move
            flags.append(flag)
            reason = reason or text
            if to is None:
                return _Outcome(index, was, None, step, tuple(dict.fromkeys(flags)), text)
            now = to
            met.add(now.id)
        return _Outcome(index, was, now, step, tuple(dict.fromkeys(flags)), reason)

    def advice(self, stretch: Stretch) -> tuple[Advice, ...]:
        return tuple(
            Advice(flag=caution.flag, text=caution.text, alt=self._suitable(caution.alt))
            for caution in self._cautions(stretch, Level.MODIFY)
        )

    def asks(self, stretch: Stretch) -> Iterator[Ask]:
        for caution in self._cautions(stretch, Level.ASK):
            if (caution.flag, stretch.id) not in self.body.agreed:
                yield Ask(flag=caution.flag, stretch=stretch, text=caution.text)

    def _move(self, stretch: Stretch, met: Collection[str]) -> tuple[Flag, str, Stretch | None] | None:
        """What the first flag that wants anything else than `stretch` wants; None when it may stay."""
        for flag in Flag:
            if flag not in self.body.flags:
                continue
            caution = _objection_of(stretch, flag, self.body)
            own = self.routine.substitutions.get(flag, {}).get(stretch.id)
            to = self._found(own, met)
            if to is None and caution is not None:
                to = self._found(caution.alt, met)
            if to is not None or caution is not None:
                return flag, _reason(flag, caution), to
        return None

    def _found(self, identifier: str | None, met: Collection[str]) -> Stretch | None:
        if identifier is None or identifier in met:
            return None
        try:
            return self.find(identifier)
        except BadInput:
            return None

    def _suitable(self, identifier: str | None) -> Stretch | None:
        stretch = self._found(identifier, ())
        return None if stretch is None or avoids(stretch, self.body) else stretch

    def _cautions(self, stretch: Stretch, level: Level) -> Iterator[Caution]:
        for flag in Flag:
            if flag in self.body.flags:
                yield from (one for one in stretch.cautions if one.flag is flag and one.level is level)


def _objection(stretch: Stretch, body: Body) -> Caution | None:
    objections = (_objection_of(stretch, flag, body) for flag in Flag if flag in body.flags)
    return next((caution for caution in objections if caution is not None), None)


def _objection_of(stretch: Stretch, flag: Flag, body: Body) -> Caution | None:
    """The caution that forbids the stretch to somebody with this flag."""
    for caution in stretch.cautions:
        said_no = caution.level is Level.ASK and (flag, stretch.id) in body.declined
        if caution.flag is flag and (caution.level is Level.AVOID or said_no):
            return caution
    return None


def _reason(flag: Flag, objection: Caution | None) -> str:
    """Why a stretch goes: what its caution says, unless that only says how to do it otherwise."""
    if objection is None:
        return _("It suits {body} better.").format(body=_(_FLAG_NAMES[flag]))
    return objection.text if objection.level is Level.AVOID else _("You said that it is not right for you.")


def _without_repeats(outcomes: list[_Outcome]) -> tuple[list[_Outcome], tuple[Change, ...]]:
    """What is kept and what changed. Of neighbours that became the same, those as written stay, else the first."""
    kept, changes = list[_Outcome](), list[Change]()
    remaining = [outcome for outcome in outcomes if outcome.now is not None]
    changes += [outcome.change(Kind.LEFT_OUT) for outcome in outcomes if outcome.now is None]
    for _same, run in groupby(remaining, key=lambda outcome: outcome.step.stretch):
        same = list(run)
        stay = [outcome for outcome in same if not outcome.is_changed] or same[:1]
        kept += stay
        changes += [outcome.change(Kind.SWAPPED) for outcome in stay if outcome.is_changed]
        changes += [outcome.change(Kind.MERGED) for outcome in same if outcome not in stay]
    return kept, tuple(sorted(changes, key=lambda change: change.index))


_FLAG_NAMES = {
    Flag.BALANCE: N_("unsteady feet"),
    Flag.KNEE: N_("sore knees"),
    Flag.HIP_REPLACEMENT: N_("a new hip"),
    Flag.LOW_BACK: N_("a sore back"),
    Flag.OSTEOPOROSIS: N_("fragile bones"),
    Flag.PREGNANCY_LATE: N_("late pregnancy"),
    Flag.HIGH_BLOOD_PRESSURE: N_("high blood pressure"),
    Flag.GLAUCOMA: N_("eyes under pressure"),
    Flag.HEART_FAILURE: N_("a weak heart"),
    Flag.ARTERIAL_DISEASE: N_("poor circulation in the legs"),
    Flag.CLOT_RISK: N_("a leg that may have a clot"),
    Flag.NEUROPATHY: N_("numb feet"),
    Flag.NECK: N_("a sore neck"),
    Flag.WRIST_SHOULDER: N_("sore wrists or shoulders"),
    Flag.TENDON_TEAR: N_("a healing tendon"),
    Flag.BREATH_HOLD: N_("a breath that is not held"),
}
