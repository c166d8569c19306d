"""Where things live: the platform's own folders, or one folder that the person names.

Owns every folder and file name of the store. Refuses a folder that cannot be meant, before anything is written.
"""

import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from bedtime.errors import BadInput
from bedtime.language import _
from bedtime.phrases import after_each_other
from bedtime.store import disk
from bedtime.store.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Absolute folders. `state` is what may be lost with the computer: the session in progress, what waits to be saved.

    `cache` is what can be made again. `last_resort` lies in the system's temporary folder, for what can be written
    nowhere else.
    """

    data: Path
    settings: Path
    state: Path
    cache: Path
    last_resort: Path

    @property
    def sessions_file(self) -> Path:
        """The journal of nights."""
        return self.data / "sessions.jsonl"

    @property
    def routines_folder(self) -> Path:
        """The person's own routines."""
        return self.data / "routines"

    @property
    def stretches_folder(self) -> Path:
        """The person's own stretches."""
        return self.data / "stretches"

    @property
    def pictures_folder(self) -> Path:
        """The pictures of the person's own stretches."""
        return self.data / "pictures"

    @property
    def drawings_folder(self) -> Path:
        """The drawn pictures of the figure."""
        return self.cache / "figures"

    @property
    def settings_file(self) -> Path:
        """The settings."""
        return self.settings / "settings.json"

    @property
    def reminders_file(self) -> Path:
        """The journal of reminders and of what became of them."""
        return self.data / "reminders.jsonl"

    @property
    def reminder_file(self) -> Path:
        """What was chosen about reminders."""
        return self.settings / "reminder.json"

    @property
    def unfinished_file(self) -> Path:
        """The session in progress."""
        return self.state / "unfinished.json"

    @property
    def editing_file(self) -> Path:
        """The routine that is being edited."""
        return self.state / "editing.json"

    @property
    def forming_file(self) -> Path:
        """The stretches of one's own that are being made."""
        return self.state / "forming.json"

    @property
    def forming_folder(self) -> Path:
        """Their pictures."""
        return self.state / "forming"

    @property
    def changes_file(self) -> Path:
        """What was changed in the last session, until it is answered whether that is so from now on."""
        return self.state / "changes.json"

    @property
    def windows_file(self) -> Path:
        """Where the windows stood."""
        return self.state / "windows.json"

    @property
    def window_file(self) -> Path:
        """What the one window of this home holds while it is open."""
        return self.state / "window.lock"

    @property
    def shelters(self) -> tuple[Path, Path]:
        """Where a night waits that could not be saved, the best place first."""
        return self.state / "waiting.jsonl", self.last_resort / "waiting.jsonl"


def find_places(home: str | None = None) -> Places:
    """The folders under `home`, else under the environment's BEDTIME_HOME, else where the platform keeps such things.

    Nothing is made or written. Raises BadInput when a folder was named that is none, or whose own folder is not there.
    """
    named = os.environ.get("BEDTIME_HOME") if home is None else home
    if home is None and not named:
        return _platform_places()
    return _places_under(_named_folder(named or ""))


def prepare(places: Places) -> tuple[Finding, ...]:
    """Make the folders, and say in words which cannot be used. Never raises: a session can be played without them."""
    findings = [
        Finding(
            words=after_each_other(
                (trouble, _("Nothing can be saved in {folder} until that changes.").format(folder=_shown(folder)))
            )
        )
        for folder in dict.fromkeys((places.data, places.settings, places.state))
        if (trouble := _trouble_with(folder))
    ]
    _trouble_with(places.cache)  # made if it can be; nobody needs to know that it cannot
    if places.data.is_relative_to(places.last_resort):
        words = _("No home folder was found. Nights are kept in {folder}, which the system may empty.")
        findings.append(Finding(words=words.format(folder=_shown(places.data))))
    return tuple(findings)


def _trouble_with(folder: Path) -> str:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        return disk.reason(error)
    return "" if os.access(folder, os.W_OK) else _("The folder cannot be written to.")


def _platform_places() -> Places:
    from platformdirs import PlatformDirs  # noqa: PLC0415 - a home that is named does not need it

    folders = PlatformDirs("bedtime" if sys.platform == "linux" else "Bedtime", appauthor=False)
    try:
        found = (folders.user_data_path, folders.user_config_path, folders.user_state_path, folders.user_cache_path)
    except RuntimeError:  # a container without a home, or a HOME that is no path
        return _places_under(_last_resort())
    if not all(path.is_absolute() for path in found):
        return _places_under(_last_resort())
    data, settings, state, cache = found
    return Places(data=data, settings=settings, state=state, cache=cache, last_resort=_last_resort())


def _places_under(home: Path) -> Places:
    return Places(
        data=home / "data",
        settings=home / "settings",
        state=home / "state",
        cache=home / "cache",
        last_resort=_last_resort(),
    )


def _last_resort() -> Path:
    owner = "" if sys.platform == "win32" else f"-{os.getuid()}"
    return Path(_temporary_folder(), f"bedtime{owner}")


def _temporary_folder() -> str:
    """As `tempfile` finds it; that module loads the random numbers, which nothing here wants before the first paint."""
    named = next(filter(None, map(os.environ.get, ("TMPDIR", "TEMP", "TMP"))), None)
    return named or (os.environ.get("SYSTEMROOT", "C:\\Windows") + "\\Temp" if sys.platform == "win32" else "/tmp")  # noqa: S108 - the folder in it is made for the owner alone


def _named_folder(named: str) -> Path:
    if not named.strip() or "\0" in named:
        raise BadInput(_("The home needs the name of a folder."))
    try:
        folder = Path(named).expanduser().absolute()
    except (OSError, RuntimeError) as error:
        raise BadInput(
            _("The folder {folder} cannot be found from here. Give its whole path.").format(folder=_shown(named))
        ) from error
    _check_folder(folder)
    return folder


def _check_folder(folder: Path) -> None:
    try:
        if not stat.S_ISDIR(folder.stat().st_mode):
            raise BadInput(_("{folder} is a file, not a folder.").format(folder=_shown(folder)))
    except FileNotFoundError as error:
        if not folder.parent.is_dir():
            parent = _shown(folder.parent)
            raise BadInput(
                _("The folder {folder} is not there. If it is on another drive, connect it first.").format(
                    folder=parent
                )
            ) from error
    except NotADirectoryError as error:
        raise BadInput(_("{folder} leads through a file, not a folder.").format(folder=_shown(folder))) from error
    except OSError as error:
        words = (error.strerror or _("it does not answer")).lower()
        raise BadInput(
            _("The folder {folder} cannot be opened: {reason}.").format(folder=_shown(folder), reason=words)
        ) from error


def _shown(path: Path | str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in str(path))
