"""Backups while the window is open: written, judged and brought in by the worker, in turn with all that is kept."""

from collections.abc import Callable
from pathlib import Path

from bedtime.clock import Clock
from bedtime.errors import BadInput
from bedtime.language import _
from bedtime.session.backing_up import BackupPreview, backup_preview
from bedtime.settings_shelf import Runner
from bedtime.store.backup import LARGEST_BACKUP_BYTES, Backup, make_backup, read_backup
from bedtime.store.places import Places, prepare
from bedtime.store.reading import read_outside
from bedtime.store.restoring import plan_restore, restore
from bedtime.store.writing import write_outside

Failed = Callable[[str], None]


class BackupShelf:
    """The store's half of backing up and bringing back."""

    def __init__(self, places: Places, clock: Clock, runner: Runner) -> None:
        self._places, self._clock = places, clock
        self._runner = runner

    def back_up(self, path: Path, then: Callable[[], None], failed: Failed) -> None:
        """Write everything that is kept into one file."""
        self._runner.run(lambda: self._back_up(path), lambda _done: then(), lambda error: failed(str(error)))

    def look_at(self, path: Path, then: Callable[[BackupPreview, Backup], None], failed: Failed) -> None:
        """Read and judge a backup. Nothing is changed."""

        def look() -> tuple[BackupPreview, Backup]:
            backup = read_from(path)
            return self._preview(backup), backup

        self._runner.run(look, lambda seen: then(*seen), lambda error: failed(str(error)))

    def bring_in(self, backup: Backup, then: Callable[[], None], failed: Failed) -> None:
        """Bring in what was looked at, beside all that has come since."""
        self._runner.run(lambda: self._bring_in(backup), lambda _done: then(), lambda error: failed(str(error)))

    def _back_up(self, path: Path) -> None:
        write_outside(path, make_backup(self._places, self._clock))

    def _preview(self, backup: Backup) -> BackupPreview:
        plan = plan_restore(backup, self._places)
        return backup_preview(backup.made_at, plan.words, brings_in=plan.changes_anything)

    def _bring_in(self, backup: Backup) -> None:
        prepare(self._places)
        restore(plan_restore(backup, self._places))


def read_from(path: Path) -> Backup:
    """The backup in a file. BadInput when it is none, TooNew when a newer version made it."""
    try:
        data = read_outside(path, LARGEST_BACKUP_BYTES)
    except BadInput as error:
        raise BadInput(_("{file}: {trouble}.").format(file=path.name, trouble=error)) from error
    return read_backup(data)
