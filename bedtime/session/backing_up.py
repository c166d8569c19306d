"""What is said before a backup is brought back: when it was made, and what would change. Pure: values in, words out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bedtime.language import _
from bedtime.phrases import day_month_year


@dataclass(frozen=True, slots=True)
class BackupPreview:
    """A title and a sentence for each thing. `brings_in` is false where everything is here already."""

    title: str
    lines: tuple[str, ...]
    brings_in: bool


def backup_preview(made_at: datetime, changes: Sequence[str], *, brings_in: bool) -> BackupPreview:
    """What bringing a backup of that moment in would do; `changes` are whole sentences."""
    when = _("It was made on {day} at {time}.").format(day=day_month_year(made_at), time=f"{made_at:%H:%M}")
    if not brings_in:
        return BackupPreview(_("There is nothing new in it"), (when, *changes), brings_in=False)
    return BackupPreview(
        _("Bring this backup in?"), (when, *changes, _("Nothing that is here is lost.")), brings_in=True
    )


def backup_name(now: datetime) -> str:
    """What the file of a backup is called, unless somebody calls it otherwise."""
    return f"bedtime-backup-{now:%Y-%m-%d}.zip"
