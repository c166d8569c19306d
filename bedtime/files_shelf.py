"""Files that come in and go out while the window is open: read, judged, taken in, written and printed by the worker."""

from collections.abc import Callable, Sequence
from pathlib import Path

from bedtime.clock import Clock
from bedtime.content import shelves_in
from bedtime.errors import BadInput
from bedtime.language import _
from bedtime.movement.exporting import parcel_of
from bedtime.movement.importing import PICTURE_ENDINGS, Plan, keep_import, plan_import
from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.pictures import LARGEST_BYTES
from bedtime.movement.routine import Routine
from bedtime.printing import print_routine
from bedtime.session.filing import Preview, preview
from bedtime.settings import Settings
from bedtime.settings_shelf import Runner
from bedtime.store.places import Places
from bedtime.store.reading import LONGEST_BYTES, read_outside
from bedtime.store.writing import write_outside

Failed = Callable[[str], None]


class FilesShelf:
    """The store's half of taking in and giving away."""

    def __init__(self, places: Places, clock: Clock, library: PersonalLibrary, runner: Runner) -> None:
        self._places, self._clock = places, clock
        self._library = library
        self._runner = runner

    def look_at(self, paths: Sequence[str], then: Callable[[Preview], None], failed: Failed) -> None:
        """Read and judge these files. Nothing is changed."""
        self._runner.run(lambda: self._preview(paths), then, lambda error: failed(str(error)))

    def take_in(self, plan: Plan, then: Callable[[], None], failed: Failed) -> None:
        """Bring in what was looked at, all of it or nothing."""
        shelves = shelves_in(self._places, self._clock)
        keep = keep_import
        self._runner.run(lambda: keep(plan, shelves, self._library), lambda _: then(), lambda error: failed(str(error)))

    def give(self, routine: Routine, path: Path, then: Callable[[], None], failed: Failed) -> None:
        """Write a routine to a file, and what it needs of the person's own beside it."""
        self._runner.run(lambda: self._give(routine, path), lambda _: then(), lambda error: failed(str(error)))

    def print(
        self, routine: Routine, settings: Settings, path: Path, paper: str, then: Callable[[], None], failed: Failed
    ) -> None:
        """Write a routine as a PDF."""
        self._runner.run(
            lambda: write_outside(path, print_routine(routine, self._library, settings, paper)),
            lambda _: then(),
            lambda error: failed(str(error)),
        )

    def _preview(self, paths: Sequence[str]) -> Preview:
        files, unread = read_all(paths)
        return preview(plan_import(files, self._library), unread)

    def _give(self, routine: Routine, path: Path) -> None:
        parcel = parcel_of(routine, self._library)
        beside = {path.parent / name: data for name, data in parcel.beside.items()}
        for other in beside:
            if other == path or other.exists():
                raise BadInput(
                    _("{file} goes with it and is there already. Choose another folder.").format(file=other.name)
                )
        for other, data in {path: parcel.routine, **beside}.items():
            write_outside(other, data)


def read_all(names: Sequence[str]) -> tuple[dict[str, bytes], dict[str, str]]:
    """The bytes of these files, and for each that cannot be read the reason."""
    files, unread = {}, {}
    for name in names:
        is_picture = name.lower().endswith(PICTURE_ENDINGS)
        try:
            files[name] = read_outside(Path(name), LARGEST_BYTES if is_picture else LONGEST_BYTES)
        except BadInput as error:
            unread[name] = str(error)
    return files, unread
