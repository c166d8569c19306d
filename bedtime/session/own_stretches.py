"""The picture of a stretch of one's own, on its way with the form."""

from dataclasses import dataclass
from enum import Enum, auto


class Pictured(Enum):
    """What becomes of the picture when the stretch is kept."""

    NONE = auto()
    AS_BEFORE = auto()
    NEW = auto()


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture as it is shown now. `data` has been judged (`movement.pictures`)."""

    now: Pictured = Pictured.NONE
    data: bytes = b""


NO_PICTURE = Picture()
