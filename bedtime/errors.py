"""The exception tree. Every error carries the sentence that the person reads, and says whose fault it is.

BedtimeError
+-- BadInput      what we were given is wrong: a file, an argument, a value        exit status 2
+-- Fault         the program or the computer failed                               exit status 1
|   +-- NotSaved  the disk is full, read-only or gone; what was to be saved is kept
|   +-- TooNew    written by a newer Bedtime; may be read, must not be overwritten
"""


class BedtimeError(Exception):
    """The root. `str(error)` is one sentence for the person, without a path to the source code."""

    exit_status = 1


class BadInput(BedtimeError):
    """Something from outside is wrong: a file, an argument, an environment variable, the clipboard, D-Bus."""

    exit_status = 2


class Fault(BedtimeError):
    """The program or the computer could not do what was rightly asked of it."""


class NotSaved(Fault):
    """A write did not reach the disk. The caller still holds the data and tries again."""


class TooNew(Fault):
    """The data was written by a newer version. It may be shown, and is never overwritten."""
