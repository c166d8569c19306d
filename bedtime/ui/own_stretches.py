"""Joins the form of a stretch of one's own to the library: opened from the catalogue, kept, and back in the editor."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from bedtime.clock import Clock
from bedtime.errors import BadInput, BedtimeError
from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.stretch import Side, Stretch
from bedtime.session.catalogue import catalogue
from bedtime.session.desk import Desk
from bedtime.session.own_stretches import NO_PICTURE, Picture, Pictured
from bedtime.session.stretch_form import StretchForm, form_of, stretch_from
from bedtime.ui.own_picture import open_picture
from bedtime.ui.parts.figure_view import Artist, Pose
from bedtime.ui.screens.own_stretch import OwnStretchScreen
from bedtime.ui.wardrobe import motion_of, theme_of
from bedtime.ui.window import Window

PICTURES = "Pictures (*.png *.jpg *.jpeg *.svg)"
Failed = Callable[[str], None]
Back = Callable[[str | None], None]
"""Where to go afterwards, with the id of the stretch that was kept, or None."""


class Shelf(Protocol):
    """What the form needs of the disk."""

    def read_picture(self, path: Path, then: Callable[[bytes], None], failed: Failed) -> None:
        """Read and judge a picture."""
        ...

    def keep(self, stretch: Stretch, picture: Picture, then: Callable[[], None], failed: Failed) -> None:
        """Keep a stretch with its picture."""
        ...

    def remove(self, stretch: str, then: Callable[[], None], failed: Failed) -> None:
        """Remove a stretch."""
        ...


class OwnStretches(QObject):
    """Leads through the form. `pictures_changed` is called when a picture may be another one from now on."""

    def __init__(
        self,
        window: Window,
        desk: Desk,
        library: PersonalLibrary,
        shelf: Shelf,
        artist: Artist,
        clock: Clock,
        pictures_changed: Callable[[], None],
    ) -> None:
        """Nothing is open yet."""
        super().__init__(window)
        self._window, self._desk, self._library, self._shelf = window, desk, library, shelf
        self._clock = clock
        self._pictures_changed = pictures_changed
        self._back: Back = _nowhere
        self._was: Stretch | None = None
        self._form = StretchForm()
        self._picture = NO_PICTURE
        self.screen = OwnStretchScreen(artist)
        window.add(self.screen)
        self.screen.changed.connect(self._change)
        self.screen.figure_chosen.connect(self._take_figure)
        self.screen.picture_wanted.connect(self._ask_for_picture)
        self.screen.picture_removed.connect(self._leave_picture_out)
        self.screen.kept.connect(self._keep)
        self.screen.removed.connect(self._remove)
        self.screen.left.connect(lambda: self._back(None))

    # Opening

    def open(self, stretch: str, back: Back) -> None:
        """Open one of the person's own stretches, or with an empty id a new one."""
        self._back = back
        self._was = self._library.stretch(stretch) if stretch in self._library.own_stretch_ids else None
        self._form = StretchForm() if self._was is None else form_of(self._was)
        data = None if self._was is None else self._library.picture(self._was.id)
        self._picture = NO_PICTURE if data is None else Picture(Pictured.AS_BEFORE, data)
        settings = self._desk.settings
        self.screen.choose(theme_of(settings.theme, self._clock.now()), motion_of(settings.motion))
        built_in = [one for one in self._library.stretch_ids if one not in self._library.own_stretch_ids]
        self.screen.offer_figures(catalogue(map(self._library.stretch, built_in), ()))
        self.screen.begin(self._form, is_new=self._was is None)
        self._window.go_to(self.screen)
        self._show_picture()

    # While it is open

    def _change(self, form: StretchForm) -> None:
        self._form = form
        self.screen.show_form(form)

    def _take_figure(self, stretch: str) -> None:
        self._picture = NO_PICTURE
        self._change(replace(self._form, pose_of=stretch))
        self._show_picture()

    def _ask_for_picture(self) -> None:
        dialog = QFileDialog(self._window, "Choose a picture", str(Path.home()), PICTURES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.take_picture(Path(name)))
        dialog.open()

    def take_picture(self, path: Path) -> None:
        """Take this picture, if it can be used; else say why not."""
        self._shelf.read_picture(path, self._show_new_picture, self._window.tell)

    def _show_new_picture(self, data: bytes) -> None:
        try:
            self._opened(data)
        except BadInput as error:
            self._window.tell(str(error))
            return
        self._picture = Picture(Pictured.NEW, data)
        self._show_picture()

    def _leave_picture_out(self) -> None:
        self._picture = NO_PICTURE
        self._show_picture()

    def _show_picture(self) -> None:
        image: QImage | None = None
        if self._picture.now is not Pictured.NONE:
            with suppress(BadInput):
                image = self._opened(self._picture.data)
        if image is not None:
            self.screen.show_picture(image, None, "Your own picture.")
        elif self._form.pose_of is not None:
            other = self._library.stretch(self._form.pose_of)
            pose = Pose(other, Side.RIGHT)
            self.screen.show_picture(None, pose, f"The figure of “{other.name}”, with its cautions.")
        else:
            self.screen.show_picture(None, None, "No picture yet. A quiet figure stands in for it.")

    def _opened(self, data: bytes) -> QImage:
        room = self.screen.picture_room()
        return open_picture(data, room.width(), room.height(), self.screen.devicePixelRatioF())

    # Leaving

    def _keep(self) -> None:
        if self._form.missing:
            self.screen.tell_missing(self._form.missing)
            return
        try:
            stretch = stretch_from(self._form, self._was, self._library.stretch_ids, self._library.stretch)
        except BedtimeError as error:
            self._window.tell(str(error))
            return

        def kept() -> None:
            self._pictures_changed()
            self._back(stretch.id)

        self._shelf.keep(stretch, self._picture, kept, self._window.tell)

    def _remove(self) -> None:
        was = self._was
        if was is not None:
            self._shelf.remove(was.id, lambda: self._back(None), self._window.tell)


def _nowhere(_stretch: str | None) -> None:
    """Before anything was opened there is nowhere to go back to."""
