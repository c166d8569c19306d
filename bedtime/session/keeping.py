"""Whether what was done is safe: the value that the shelf tells and the last screen shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Keeping:
    """`waits` while something is not on the disk yet; `trouble` says why, as a sentence."""

    waits: bool = False
    trouble: str = ""
