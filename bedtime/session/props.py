"""The things that a stretch needs, by name and as one says them in a sentence."""

from bedtime.language import N_, _
from bedtime.movement.stretch import Prop

_NAMES = {
    Prop.WALL: N_("wall"),
    Prop.CHAIR: N_("chair"),
    Prop.STEP: N_("step"),
    Prop.TOWEL: N_("towel"),
    Prop.BAND: N_("band"),
    Prop.MAT: N_("mat"),
    Prop.BED: N_("bed"),
    Prop.PILLOW: N_("pillow"),
    Prop.ROLLER: N_("roller"),
    Prop.BALL: N_("ball"),
}
_FIRST_NAMES = {
    Prop.WALL: N_("Wall"),
    Prop.CHAIR: N_("Chair"),
    Prop.STEP: N_("Step"),
    Prop.TOWEL: N_("Towel"),
    Prop.BAND: N_("Band"),
    Prop.MAT: N_("Mat"),
    Prop.BED: N_("Bed"),
    Prop.PILLOW: N_("Pillow"),
    Prop.ROLLER: N_("Roller"),
    Prop.BALL: N_("Ball"),
}
_ONE_OF_THEM = {
    Prop.WALL: N_("a wall"),
    Prop.CHAIR: N_("a chair"),
    Prop.STEP: N_("a step"),
    Prop.TOWEL: N_("a towel"),
    Prop.BAND: N_("a band"),
    Prop.MAT: N_("a mat"),
    Prop.BED: N_("a bed"),
    Prop.PILLOW: N_("a pillow"),
    Prop.ROLLER: N_("a roller"),
    Prop.BALL: N_("a ball"),
}


def prop_name(prop: Prop) -> str:
    """The thing: wall."""
    return _(_NAMES[prop])


def prop_name_first(prop: Prop) -> str:
    """The thing where it begins a line: Wall."""
    return _(_FIRST_NAMES[prop])


def one_of(prop: Prop) -> str:
    """The thing in a sentence: a wall."""
    return _(_ONE_OF_THEM[prop])
