"""Whether what was done is safe: the value that the shelf tells and the last screen shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Keeping:
    """`waits` while a disk refuses something; `trouble` says why, as a sentence.

    `is_writing` while a record is on its way, and nobody knows yet whether it arrives.
    """

    waits: bool = False
    is_writing: bool = False
    trouble: str = ""
