"""A folder for trying things out, which is gone afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bedtime.store import disk


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """An empty folder that lasts as long as the `with`. Raises NotSaved when there is no room for one."""
    try:
        folder = TemporaryDirectory(prefix="bedtime-", ignore_cleanup_errors=True)
    except OSError as error:
        raise disk.not_saved(error) from error
    with folder as name:
        yield Path(name)
