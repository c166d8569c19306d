"""A small file that is replaced as a whole: settings, a routine, the session in progress.

Owns its replacement, its last good copy and its way back from damage. What a newer version wrote is shown and never
overwritten; what cannot be read is moved aside under a dated name and the last good copy is opened.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum, auto
from pathlib import Path
from typing import Any

from bedtime.clock import Clock
from bedtime.errors import TooNew
from bedtime.language import _
from bedtime.phrases import after_each_other
from bedtime.store import disk
from bedtime.store.disk import Standing
from bedtime.store.finding import Finding, day_in_words
from bedtime.store.lock import held
from bedtime.store.upgrades import Format, Record


class State(Enum):
    """What a document turned out to be."""

    ABSENT = auto()
    OPEN = auto()
    NEWER = auto()  # to be shown, not to be changed
    DAMAGED = auto()  # and no good copy either


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What `Document.read` found. `value` is empty unless the state is OPEN or NEWER."""

    state: State
    value: Mapping[str, Any] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


class Document:
    """The document of one `form` at `path`. Cheap to make: nothing is opened before it is asked for."""

    def __init__(self, path: Path, form: Format, clock: Clock) -> None:
        self.path = path
        self._form = form
        self._clock = clock

    def read(self) -> Opened:
        """The document, or its last good copy. Never raises for what is on the disk: the findings tell."""
        try:
            target = disk.real(self.path)
            here = self._look(target)
            if here.state is State.DAMAGED:
                return self._recovered(target)
            return self._look(disk.copy_of(target)) if here.state is State.ABSENT else here
        except OSError as error:
            words = after_each_other(
                (self._form.told(_("The file with {content} could not be opened.")), disk.why_not_opened(error))
            )
            return Opened(state=State.DAMAGED, findings=(Finding(words=words),))

    def write(self, value: Mapping[str, Any]) -> None:
        """Replace the whole document; what it held becomes the last good copy. On the disk when this returns.

        Raises NotSaved, after a few seconds at most, or TooNew.
        """
        text = json.dumps({**value, "v": self._form.version}, ensure_ascii=False, indent=2)
        data = text.encode("utf-8", "backslashreplace") + b"\n"
        try:
            target = disk.real(self.path)
            disk.make_folder(target.parent)
            with held(target):
                self._replace(target, data)
        except OSError as error:
            raise disk.not_saved(error) from error

    def remove(self) -> None:
        """Make the document and its copy vanish, unless a newer Bedtime wrote it. Raises NotSaved."""
        try:
            target = disk.real(self.path)
            if disk.standing(target.parent) is Standing.NOTHING:
                return
            with held(target):
                if self._look(target).state is State.NEWER:
                    return
                disk.copy_of(target).unlink(missing_ok=True)  # first: alone, it would be taken for the last good state
                target.unlink(missing_ok=True)
                disk.sync_folder(target.parent)
        except OSError as error:
            raise disk.not_saved(error) from error

    def _replace(self, target: Path, data: bytes) -> None:
        match self._look(target).state:
            case State.NEWER:
                raise TooNew(
                    self._form.told(_("The file with {content} was written by a newer Bedtime and is left as it is."))
                )
            case State.DAMAGED:
                disk.move_aside(target, self._clock.now())
                disk.replace_whole(target, data)
            case State.ABSENT:
                disk.replace_whole(target, data)
            case State.OPEN:
                staged = disk.stage(target, data)
                disk.replace(target, disk.copy_of(target))
                disk.replace(staged, target)
                disk.sync_folder(target.parent)

    def _look(self, path: Path) -> Opened:
        match disk.standing(path):
            case Standing.NOTHING:
                return Opened(state=State.ABSENT)
            case Standing.SOMETHING_ELSE:
                return Opened(state=State.DAMAGED)
            case Standing.FILE:
                return self._understood(path.read_bytes())

    def _understood(self, raw: bytes) -> Opened:
        try:
            value = json.loads(raw.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            return Opened(state=State.DAMAGED)
        version = value.pop("v", 1) if isinstance(value, dict) else None
        if type(version) is not int or version < 1:
            return Opened(state=State.DAMAGED)
        return self._in_todays_words(value, version)

    def _in_todays_words(self, value: Record, version: int) -> Opened:
        if version > self._form.version:
            words = self._form.told(
                _("The file with {content} was written by a newer Bedtime. It is open, and left as it is.")
            )
            return Opened(state=State.NEWER, value=value, findings=(Finding(words=words),))
        return Opened(state=State.OPEN, value=self._form.upgraded(value, version))

    def _recovered(self, target: Path) -> Opened:
        """Move the damaged file out of the way, where the folder allows it, and open the last good copy."""
        now = self._clock.now()
        try:
            with held(target):
                if self._look(target).state is not State.DAMAGED:
                    return self._look(target)  # another window was quicker
                kept_in: Path | None = disk.move_aside(target, now)
        except OSError:
            kept_in = None
        copy = disk.copy_of(target)
        opened = self._look(copy)
        if opened.state in {State.OPEN, State.NEWER}:
            day = day_in_words(datetime.fromtimestamp(copy.stat().st_mtime, tz=now.tzinfo or UTC), now)
            words = self._form.told(_("The file with {content} was damaged. The copy from {day} is open."), day)
        else:
            words = self._unreadable(kept_in)
            opened = Opened(state=State.DAMAGED)
        return Opened(state=opened.state, value=opened.value, findings=(Finding(words=words, kept_in=kept_in),))

    def _unreadable(self, kept_in: Path | None) -> str:
        if kept_in is None:
            return self._form.told(_("The file with {content} could not be read."))
        words = _("The file with {content} could not be read. It was set aside as {file}.")
        return self._form.told(words, file=kept_in.name)
