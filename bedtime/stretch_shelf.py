"""Where a person's own stretches and their pictures are put away, and where a picture that they choose is read.

A form that is half filled in is put away here too, at every change.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from bedtime.errors import BadInput
from bedtime.kept_form import KeptForms
from bedtime.language import _
from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.pictures import LARGEST_BYTES, look_at
from bedtime.movement.stretch import Stretch
from bedtime.session.left_form import LeftForm, LeftForms
from bedtime.session.own_stretches import Picture, Pictured
from bedtime.settings_shelf import Runner
from bedtime.store.reading import TooLong, read_outside

log = logging.getLogger(__name__)
T = TypeVar("T")
Failed = Callable[[str], None]


class StretchShelf:
    """The stretches of one home; everything is done by the one worker."""

    def __init__(self, library: PersonalLibrary, forms: KeptForms, runner: Runner) -> None:
        self._library = library
        self._forms = forms
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

    def read_forms(self, then: Callable[[LeftForms], None]) -> None:
        """Read the forms that were left half filled in."""
        nothing = LeftForms()
        self._runner.run(lambda: self._forms.left(self._library), then, lambda error: then(_logged(error, nothing)))

    def keep_form(self, left: LeftForm) -> None:
        """Keep a form as it is now. A disk that refuses does not stop anybody from filling it in."""
        self._runner.run(lambda: self._forms.keep(left), _done, lambda error: _logged(error, None))

    def forget_form(self, stretch: str) -> None:
        """There is nothing to carry on any more of a stretch, or with an empty id of a new one."""
        self._runner.run(lambda: self._forms.forget(stretch), _done, lambda error: _logged(error, None))

    def _keep(self, stretch: Stretch, picture: Picture) -> None:
        match picture.now:
            case Pictured.NEW:
                self._library.keep_picture(stretch, picture.data)
            case Pictured.AS_BEFORE:
                self._library.keep_stretch(stretch)
            case Pictured.NONE:
                self._library.keep_stretch(replace(stretch, picture=None))


def _done(_: object) -> None:
    """Nobody waits for this."""


def _logged(error: Exception, instead: T) -> T:
    log.info("The stretch that is being made could not be kept: %s", error)
    return instead


def _picture(path: Path) -> bytes:
    try:
        data = read_outside(path, LARGEST_BYTES)
    except TooLong as error:
        raise BadInput(_("The picture is too large. It may have up to 10 MB.")) from error
    except BadInput as error:
        raise BadInput(_("{file}: {trouble}.").format(file=path.name, trouble=error)) from error
    look_at(data)
    return data
