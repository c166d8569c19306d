"""The stretches of one's own that are being made, on the disk, with their pictures: nothing is lost by closing.

A picture is kept under a name made of its bytes before the form that names it, and removed after: whenever the
program is killed, a form finds the picture that belongs to it.
"""

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from bedtime.clock import Clock
from bedtime.errors import BadInput
from bedtime.language import _
from bedtime.movement.library import Library
from bedtime.movement.pictures import look_at
from bedtime.session.left_form import LeftForm, LeftForms, left_in, left_record, without_what_has_gone
from bedtime.session.own_stretches import NO_PICTURE, Picture, Pictured
from bedtime.store.document import Document, State
from bedtime.store.own import OwnPictures
from bedtime.store.places import Places
from bedtime.store.upgrades import FORMING

Record = Mapping[str, Any]


class KeptForms:
    """Keeps a form at every change, one for each stretch that is changed and one for a new one."""

    def __init__(self, places: Places, clock: Clock) -> None:
        self._document = Document(places.forming_file, FORMING, clock)
        self._pictures = OwnPictures(places.forming_folder)

    def keep(self, left: LeftForm) -> None:
        """Keep a form in place of the last one of the same stretch. Raises NotSaved or TooNew."""
        picture = self._keep_picture(left.picture)
        self._write([*self._others(left.of), left_record(left, picture)])

    def forget(self, of: str) -> None:
        """The stretch has been kept, or given up. Raises NotSaved or TooNew."""
        others = self._others(of)
        if others:
            self._write(others)
        else:
            self._document.remove()
            self._tidy(())

    def left(self, library: Library) -> LeftForms:
        """Every form that was left, as far as it can be read. Never raises for what is on the disk."""
        opened = self._document.read()
        notices = [finding.words for finding in opened.findings]
        forms = []
        for record in _records(opened.value) if opened.state is State.OPEN else ():
            try:
                left, name = left_in(record)
            except BadInput as error:
                notices.append(str(error))
                continue
            left, told = without_what_has_gone(left, library)
            picture, lost = self._picture(left, name)
            forms.append(replace(left, picture=picture))
            notices += filter(None, (told, lost))
        return LeftForms(tuple(forms), tuple(notices))

    def _others(self, of: str) -> list[Record]:
        found = _records(self._document.read().value)
        return [record for record in found if isinstance(record, Mapping) and record.get("of") != of]

    def _write(self, records: Sequence[Record]) -> None:
        self._document.write({"forms": records})
        self._tidy(records)

    def _keep_picture(self, picture: Picture) -> str | None:
        if picture.now is not Pictured.NEW:
            return None
        name = f"{hashlib.sha256(picture.data).hexdigest()[:40]}.{look_at(picture.data).kind.value}"
        if name not in self._pictures.names():
            self._pictures.save(name, picture.data)
        return name

    def _picture(self, left: LeftForm, name: str | None) -> tuple[Picture, str]:
        if left.picture.now is not Pictured.NEW:
            return left.picture, ""
        data = self._pictures.read(name or "")
        if data is not None:
            with suppress(BadInput):
                look_at(data)
                return Picture(Pictured.NEW, data), ""
        told = _("The picture for “{name}” cannot be used any more. Choose it again.")
        return NO_PICTURE, told.format(name=left.name)

    def _tidy(self, records: Sequence[Record]) -> None:
        named = [record.get("picture") for record in records]  # of a broken record it may be anything
        for name in self._pictures.names():
            if name not in named:
                self._pictures.remove(name)


def _records(value: Record) -> list[Any]:
    found = value.get("forms")
    return found if isinstance(found, list) else []
