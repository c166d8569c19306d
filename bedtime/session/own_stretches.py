"""The picture of a stretch of one's own, on its way with the form."""

from dataclasses import dataclass
from enum import StrEnum


class Pictured(StrEnum):
    """What becomes of the picture when the stretch is kept."""

    NONE = "none"
    AS_BEFORE = "as before"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture as it is shown now. `data` has been judged (`movement.pictures`)."""

    now: Pictured = Pictured.NONE
    data: bytes = b""


NO_PICTURE = Picture()
