"""One writer at a time, among processes. The lock is the operating system's, so that a killed holder lets go of it."""

import errno
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

_WAIT_S = 2.0
_POLL_S = 0.005  # short: two writers that append at once take turns every few milliseconds

_NO_LOCKS_HERE = frozenset({errno.ENOSYS, errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP})


@contextmanager
def held(path: Path, wait_s: float = _WAIT_S) -> Iterator[None]:
    """Hold the lock of `path`, a file beside it, for the length of the block.

    Raises TimeoutError when another process keeps it, and OSError when it cannot be made. On a network drive that has
    no locks the block runs without one: a whole line in one write is safe enough, and not saving at all is worse.
    """
    from filelock import FileLock  # noqa: PLC0415 - costs more than reading ten years of nights, and readers need none

    lock = FileLock(f"{path}.lock", timeout=wait_s, poll_interval=_POLL_S, fallback_to_soft=False)
    with ExitStack() as stack:
        try:
            stack.enter_context(lock)
        except OSError as error:
            if error.errno not in _NO_LOCKS_HERE:
                raise
        yield
