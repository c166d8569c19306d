"""A person's own routine: how a copy begins, how a new one begins, and what is put right when it is kept.

What a routine says of itself has to stay true when its steps change: its place, its effort, and above all its evidence.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import replace

from bedtime.language import N_, _
from bedtime.movement.fitting import TESTED_GROUPS
from bedtime.movement.routine import Routine, Step
from bedtime.movement.stretch import Evidence, Strength, Stretch

FindStretch = Callable[[str], Stretch]

LONGEST_ID = 60
NEW_NAME = N_("My routine")
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_FILE_SAFE = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)


def is_file_safe(identifier: str) -> bool:
    """Whether an id can be the name of a file on every system, and leads out of no folder."""
    return _FILE_SAFE.fullmatch(identifier) is not None and identifier not in _DEVICES


def free_id(wanted: str, taken: Collection[str]) -> str:
    """An id that is no other's, as like `wanted` as can be: small letters, digits and hyphens."""
    base = _NOT_IN_IDS.sub("-", wanted.lower()).strip("-")[: LONGEST_ID - 4].strip("-") or "mine"
    candidates = (base if number == 1 else f"{base}-{number}" for number in range(1, len(taken) + 1000))
    return next(one for one in candidates if one not in taken and one not in _DEVICES)


def copied(routine: Routine, taken: Collection[str]) -> Routine:
    """A routine's copy, for changing: "Calves and feet, mine". `taken` are the ids that exist."""
    name = mine(routine.name)
    return replace(routine, id=free_id(f"{routine.id}-mine", taken), name=name, made_from=routine.id)


def mine(name: str) -> str:
    """What a copy is called: "Calves and feet, mine"."""
    return _("{name}, mine").format(name=name[:590])


def new_routine(taken: Collection[str]) -> Routine:
    """A routine without steps yet. It can be kept once it has one."""
    return Routine(
        id=free_id(NEW_NAME, taken),
        name=_(NEW_NAME),
        situation=_("You put it together yourself."),
        summary=_("Your own choice of stretches."),
        when=_("Before bed"),
        place="anywhere",
        intensity=1,
        evidence=Evidence(level=Strength.TRADITIONAL, text=_("Your own routine. Nobody has tested it as a whole.")),
        steps=(),
        substitutions={},
    )


def kept_true(routine: Routine, original: Routine | None, find: FindStretch) -> Routine:
    """The routine with nothing in it that its steps no longer bear out. `original` is what it was copied from."""
    base = original or routine
    present = {step.stretch for step in routine.steps}
    exchanges = {
        flag: kept
        for flag, exchange in base.substitutions.items()
        if (kept := {leaving: coming for leaving, coming in exchange.items() if leaving in present})
    }
    routine = replace(routine, substitutions=exchanges)
    if not routine.steps or (original and present == {step.stretch for step in original.steps}):
        routine = replace(routine, place=base.place, intensity=base.intensity)
    else:
        stretches = [find(step.stretch) for step in routine.steps]
        places = dict.fromkeys(stretch.position.value for stretch in stretches)
        routine = replace(routine, place=", ".join(places), intensity=max(stretch.intensity for stretch in stretches))
    return _with_true_evidence(routine, original, find)


def rests_on_another_dose(routine: Routine, original: Routine, find: FindStretch) -> bool:
    """Whether the tested part of a routine that rests on its dose is no longer as it was tested."""
    return original.rests_on_its_dose and _tested(routine, find) != _tested(original, find)


def _with_true_evidence(routine: Routine, original: Routine | None, find: FindStretch) -> Routine:
    if original is None:
        return routine
    if not rests_on_another_dose(routine, original, find):
        return replace(routine, evidence=original.evidence, rests_on_its_dose=original.rests_on_its_dose)
    words = _("Made from “{routine}” with another dose. What was tested there does not speak for this one.")
    text = words.format(routine=original.name[:400])
    return replace(routine, evidence=Evidence(level=Strength.TRADITIONAL, text=text), rests_on_its_dose=False)


def _tested(routine: Routine, find: FindStretch) -> list[Step]:
    """The tested part, without what does not touch its dose."""
    return [
        replace(step, name=None, note=None, breath=None, side=None, priority=2)
        for step in routine.steps
        if find(step.stretch).group in TESTED_GROUPS
    ]
