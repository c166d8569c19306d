"""The four states of a session, and why it may stand still."""

from enum import StrEnum


class Phase(StrEnum):
    """What a session does now."""

    PLAYING = "playing"
    RE_ENTRY = "re-entry"  # three seconds to find the position again after a pause
    PAUSED = "paused"
    FINISHED = "finished"


class PausedBy(StrEnum):
    """Why a session is paused."""

    PERSON = "person"
    COMPUTER_SLEPT = "computer slept"
    INTERRUPTED = "interrupted"  # the program was closed or killed, and the session has been opened again
