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
from bedtime.language import N_, _
from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.stretch import Side, Stretch
from bedtime.session.catalogue import catalogue
from bedtime.session.desk import Desk
from bedtime.session.left_form import LeftForm
from bedtime.session.own_stretches import NO_PICTURE, Picture, Pictured
from bedtime.session.stretch_form import StretchForm, form_of, stretch_from
from bedtime.ui.own_picture import open_picture
from bedtime.ui.parts.figure_view import Pose
from bedtime.ui.screens.own_stretch import OwnStretchScreen
from bedtime.ui.wardrobe import dress
from bedtime.ui.window import Window

PICTURES = N_("Pictures (*.png *.jpg *.jpeg *.svg)")
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

    def keep_form(self, left: LeftForm) -> None:
        """Keep a form as it is now."""
        ...

    def forget_form(self, stretch: str) -> None:
        """There is nothing to carry on any more of this stretch, or with an empty id of a new one."""
        ...


class OwnStretches(QObject):
    """Leads through the form. `pictures_changed` is called when a picture may be another one from now on.

    `uses` says in a sentence why a stretch cannot be deleted while something is being edited, or nothing.
    """

    def __init__(
        self,
        window: Window,
        desk: Desk,
        library: PersonalLibrary,
        shelf: Shelf,
        screen: OwnStretchScreen,
        clock: Clock,
        pictures_changed: Callable[[], None],
        uses: Callable[[str], str],
    ) -> None:
        """Nothing is open yet."""
        super().__init__(window)
        self._window, self._desk, self._library, self._shelf = window, desk, library, shelf
        self._clock = clock
        self._pictures_changed, self._uses = pictures_changed, uses
        self._back: Back = _nowhere
        self._was: Stretch | None = None
        self._usual = self._now = LeftForm("", StretchForm())
        self._left: dict[str, LeftForm] = {}
        self.screen = screen
        window.add(screen)
        screen.changed.connect(self._change)
        screen.figure_chosen.connect(self._take_figure)
        screen.picture_wanted.connect(self._ask_for_picture)
        screen.picture_removed.connect(lambda: self._picture(NO_PICTURE))
        screen.kept.connect(self._keep)
        screen.removed.connect(self._remove)
        screen.emptied.connect(self._start_again)
        screen.left.connect(self._leave)

    # Opening

    def open(self, stretch: str, back: Back) -> None:
        """Open one of the person's own stretches, or with an empty id a new one; as it was left, if it was."""
        self.carry_on(self._left.get(stretch) or self._as_kept(stretch), back)

    def remember(self, left: tuple[LeftForm, ...]) -> None:
        """Know which forms were left when the window was closed."""
        self._left |= {form.of: form for form in left}

    def carry_on(self, left: LeftForm, back: Back) -> None:
        """Open a form as it was left."""
        self._back = back
        self._usual = self._as_kept(left.of)
        self._was = self._library.stretch(left.of) if left.of in self._library.own_stretch_ids else None
        if left.picture.now is Pictured.AS_BEFORE:
            left = replace(left, picture=self._usual.picture)
        self._now = left
        dress(self.screen, self._desk.settings, self._clock.now())
        built_in = [one for one in self._library.stretch_ids if one not in self._library.own_stretch_ids]
        self.screen.offer_figures(catalogue(map(self._library.stretch, built_in), ()))
        self.screen.begin(left.form, is_new=self._was is None)
        self._window.go_to(self.screen)
        self._show()
        if self._is_changed:
            self.screen.say(_("This is as you left it."), _("Start again"), self._start_again)

    def _as_kept(self, stretch: str) -> LeftForm:
        """The form of a stretch as it is kept, or of a new one."""
        if stretch not in self._library.own_stretch_ids:
            return LeftForm(stretch, StretchForm())
        data = self._library.picture(stretch)
        picture = NO_PICTURE if data is None else Picture(Pictured.AS_BEFORE, data)
        return LeftForm(stretch, form_of(self._library.stretch(stretch)), picture)

    # While it is open

    @property
    def _is_changed(self) -> bool:
        return self._now != self._usual

    def _become(self, left: LeftForm) -> None:
        """The form is this from now on, and lies on the shelf for whoever closes the window now."""
        self._now = left
        if self._is_changed:
            self._left[left.of] = left
            self._shelf.keep_form(left)
        else:
            self._forget(left.of)
        self._show()

    def _forget(self, stretch: str) -> None:
        self._left.pop(stretch, None)
        self._shelf.forget_form(stretch)

    def _change(self, form: StretchForm) -> None:
        self.screen.show_form(form)
        self._become(replace(self._now, form=form))

    def _take_figure(self, stretch: str) -> None:
        self._now = replace(self._now, picture=NO_PICTURE)
        self._change(replace(self._now.form, pose_of=stretch))

    def _picture(self, picture: Picture) -> None:
        self._become(replace(self._now, picture=picture))

    def _ask_for_picture(self) -> None:
        dialog = QFileDialog(self._window, _("Choose a picture"), str(Path.home()), _(PICTURES))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.take_picture(Path(name)))
        dialog.open()

    def take_picture(self, path: Path) -> None:
        """Take this picture, if it can be used; else say why not."""
        of = self._now.of
        self._shelf.read_picture(path, lambda data: self._take_new_picture(of, data), self._window.tell)

    def _take_new_picture(self, of: str, data: bytes) -> None:
        if of != self._now.of or self._window.screen_shown is not self.screen:
            return  # the form was left while the picture was read
        try:
            self._opened(data)
        except BadInput as error:
            self._window.tell(str(error))
        else:
            self._picture(Picture(Pictured.NEW, data))

    def _show(self) -> None:
        """Show the picture, or what stands in for it, and whether there is anything to take back."""
        self.screen.show_changed(is_changed=self._is_changed)
        form, picture = self._now.form, self._now.picture
        image: QImage | None = None
        if picture.now is not Pictured.NONE:
            with suppress(BadInput):
                image = self._opened(picture.data)
        if image is not None:
            self.screen.show_picture(image, None, _("Your own picture."))
        elif form.pose_of is not None:
            other = self._library.stretch(form.pose_of)
            words = _("The figure of “{name}”, with its cautions.").format(name=other.name)
            self.screen.show_picture(None, Pose(other, Side.RIGHT), words)
        else:
            self.screen.show_picture(None, None, _("No picture yet. A quiet figure stands in for it."))

    def _opened(self, data: bytes) -> QImage:
        room = self.screen.picture_room()
        return open_picture(data, room.width(), room.height(), self.screen.devicePixelRatioF())

    def _start_again(self) -> None:
        before = self._now

        def undo() -> None:
            self._begin_with(before)

        self._begin_with(self._usual)
        words = _("Emptied the form.") if self._was is None else _("It is as it was kept.")
        self.screen.say(words, _("Undo"), undo)

    def _begin_with(self, left: LeftForm) -> None:
        self.screen.begin(left.form, is_new=self._was is None)
        self._become(left)

    # Leaving

    def put_down(self) -> None:
        """Take in what is being typed, as the window closes; the form itself is kept already."""
        if self._window.screen_shown is self.screen:
            self.screen.tell()

    def _leave(self) -> None:
        """Leave the form; ask first what is to become of what was filled in."""
        if not self._is_changed:
            self._back(None)
        elif self._now.form.missing:
            self.screen.ask(
                _("It is not complete yet."),
                ((_("Leave it for later"), lambda: self._back(None)), (_("Throw away"), self._throw_away)),
            )
        else:
            self.screen.ask(_("Keep this stretch?"), ((_("Keep"), self._keep), (_("Throw away"), self._throw_away)))

    def _throw_away(self) -> None:
        self._forget(self._now.of)
        self._back(None)

    def _keep(self) -> None:
        form, of = self._now.form, self._now.of
        if form.missing:
            self.screen.tell_missing(form.missing)
            return
        try:
            stretch = stretch_from(form, self._was, self._library.stretch_ids, self._library.stretch)
        except BedtimeError as error:
            self._window.tell(str(error))
            return

        def kept() -> None:
            self._forget(of)
            self._pictures_changed()
            self._back(stretch.id)

        self._shelf.keep(stretch, self._now.picture, kept, self._window.tell)

    def _remove(self) -> None:
        was = self._was
        if was is None:
            return
        used = self._uses(was.id)
        if used:
            self._window.tell(used)
            return

        def removed() -> None:
            self._forget(was.id)
            self._back(None)

        self._shelf.remove(was.id, removed, self._window.tell)


def _nowhere(_stretch: str | None) -> None:
    """Before anything was opened there is nowhere to go back to."""
