"""Where a person's own stretches and their pictures are put away, and where a picture that they choose is read."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bedtime.errors import BadInput
from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.pictures import LARGEST_BYTES, look_at
from bedtime.movement.stretch import Stretch
from bedtime.session.own_stretches import Picture, Pictured
from bedtime.settings_shelf import Runner
from bedtime.store.reading import read_outside

Failed = Callable[[str], None]


class StretchShelf:
    """The stretches of one home; everything is done by the one worker."""

    def __init__(self, library: PersonalLibrary, runner: Runner) -> None:
        self._library = library
        self._runner = runner

    def read_picture(self, path: Path, then: Callable[[bytes], None], failed: Failed) -> None:
        """Read and judge a picture; `failed` is told in a sentence why it cannot be used."""
        self._runner.run(lambda: _picture(path), then, lambda error: failed(str(error)))

    def keep(self, stretch: Stretch, picture: Picture, then: Callable[[], None], failed: Failed) -> None:
        """Keep a stretch with its picture."""
        self._runner.run(lambda: self._keep(stretch, picture), lambda _: then(), lambda error: failed(str(error)))

    def remove(self, stretch: str, then: Callable[[], None], failed: Failed) -> None:
        """Remove a stretch that no routine has any more."""
        remove = self._library.remove_stretch
        self._runner.run(lambda: remove(stretch), lambda _: then(), lambda error: failed(str(error)))

    def _keep(self, stretch: Stretch, picture: Picture) -> None:
        match picture.now:
            case Pictured.NEW:
                self._library.keep_picture(stretch, picture.data)
            case Pictured.AS_BEFORE:
                self._library.keep_stretch(stretch)
            case Pictured.NONE:
                self._library.keep_stretch(replace(stretch, picture=None))


def _picture(path: Path) -> bytes:
    try:
        data = read_outside(path, LARGEST_BYTES)
    except BadInput as error:
        if "too long" in str(error):
            raise BadInput("The picture is too large. It may have up to 10 MB.") from error
        raise BadInput(f"{path.name}: {error}.") from error
    look_at(data)
    return data
