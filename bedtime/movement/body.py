"""What a person has ticked. Names only, since settings are read before the first paint; `substitution` acts on them."""

from dataclasses import dataclass
from enum import StrEnum


class Flag(StrEnum):
    """Something that applies to a body and makes some stretches unwise. The sentences are in `assets/cautions.json`."""

    BALANCE = "balance"
    KNEE = "knee"
    HIP_REPLACEMENT = "hip-replacement"
    LOW_BACK = "low-back"
    OSTEOPOROSIS = "osteoporosis"
    PREGNANCY_LATE = "pregnancy-late"
    HIGH_BLOOD_PRESSURE = "high-blood-pressure"
    GLAUCOMA = "glaucoma"
    HEART_FAILURE = "heart-failure"
    ARTERIAL_DISEASE = "arterial-disease"
    CLOT_RISK = "clot-risk"
    NEUROPATHY = "neuropathy"
    NECK = "neck"
    WRIST_SHOULDER = "wrist-shoulder"
    TENDON_TEAR = "tendon-tear"
    BREATH_HOLD = "breath-hold"


Question = tuple[Flag, str]  # whether, with this flag, this stretch is all right


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a person has ticked, and how they answered what was asked. A question they said no to is one to avoid."""

    flags: frozenset[Flag] = frozenset()
    agreed: frozenset[Question] = frozenset()
    declined: frozenset[Question] = frozenset()


NOTHING_TICKED = Body()
