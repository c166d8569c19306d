"""The second half of the composition: where routines are chosen, changed, made, filed and deleted.

Each room is made, and what it is built of loaded, when somebody first goes there.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from bedtime.clock import Clock
from bedtime.movement.personal import PersonalLibrary
from bedtime.session.desk import Desk
from bedtime.store.places import Places
from bedtime.ui.parts.figure_view import Artist
from bedtime.ui.places import Ways
from bedtime.ui.tasks import Worker
from bedtime.ui.window import Window

if TYPE_CHECKING:
    from bedtime.bench_shelf import DraftsAndRoutines
    from bedtime.kept_draft import LeftDraft
    from bedtime.session.bench import Bench
    from bedtime.session.left_form import LeftForms
    from bedtime.stretch_shelf import StretchShelf
    from bedtime.ui.choosings import Choosings
    from bedtime.ui.deletings import Deletings
    from bedtime.ui.editings import Editings
    from bedtime.ui.filings import Filings
    from bedtime.ui.own_stretches import OwnStretches


class Workrooms:
    """All of them. `show_tonight` shows what the desk has ready by now."""

    def __init__(
        self,
        *,
        window: Window,
        ways: Ways,
        desk: Desk,
        library: PersonalLibrary,
        artist: Artist,
        places: Places,
        clock: Clock,
        worker: Worker,
        show_tonight: Callable[[], None],
        forget_own_pictures: Callable[[], None],
    ) -> None:
        """None of them is there yet."""
        self._window, self._ways, self._desk = window, ways, desk
        self._library, self._artist = library, artist
        self._places, self._clock, self._worker = places, clock, worker
        self._show_tonight = show_tonight
        self._forget_own_pictures = forget_own_pictures

    @cached_property
    def _bench_shelf(self) -> "DraftsAndRoutines":
        from bedtime.bench_shelf import DraftsAndRoutines
        from bedtime.kept_draft import KeptDraft

        return DraftsAndRoutines(self._library, KeptDraft(self._places, self._clock), self._worker)

    @cached_property
    def _bench(self) -> "Bench":
        from bedtime.session.bench import Bench

        return Bench(self._library, self._bench_shelf)

    @cached_property
    def _deletings(self) -> "Deletings":
        from bedtime.session.deleting import Deleting
        from bedtime.ui.deletings import Deletings

        deleting = Deleting(self._library, self._desk, self._bench_shelf)
        return Deletings(self._window, deleting, self._show_tonight)

    @cached_property
    def _editings(self) -> "Editings":
        from bedtime.ui.alarm import QtAlarm
        from bedtime.ui.editings import Editings

        bench = self._bench
        alarm = QtAlarm(self._clock)
        editings = Editings(self._window, self._desk, self._library, bench, self._artist, self._clock, alarm)
        for wanted, do in (
            (editings.screen.export_wanted, self.filings.give),
            (editings.screen.print_wanted, self.filings.print),
        ):
            wanted.connect(lambda do=do: (routine := editings.wanted()) and do(routine))
        editings.screen.delete_wanted.connect(lambda: editings.delete(self._deletings.delete))
        editings.screen.own_wanted.connect(lambda one: self._own_stretches.open(one, editings.come_back_with))
        return editings

    @cached_property
    def _stretch_shelf(self) -> "StretchShelf":
        from bedtime.kept_form import KeptForms
        from bedtime.stretch_shelf import StretchShelf

        return StretchShelf(self._library, KeptForms(self._places, self._clock), self._worker)

    @cached_property
    def _own_stretches(self) -> "OwnStretches":
        from bedtime.ui.alarm import QtAlarm
        from bedtime.ui.own_stretches import OwnStretches
        from bedtime.ui.screens.own_stretch import OwnStretchScreen

        screen = OwnStretchScreen(self._artist, self._clock, QtAlarm(self._clock))
        desk, shelf, forget = self._desk, self._stretch_shelf, self._forget_own_pictures
        uses = self._bench.use_of
        return OwnStretches(self._window, desk, self._library, shelf, screen, self._clock, forget, uses)

    @cached_property
    def filings(self) -> "Filings":
        """Files that come in and go out."""
        from bedtime.files_shelf import FilesShelf
        from bedtime.ui.filings import Filings

        files = FilesShelf(self._places, self._clock, self._library, self._worker)
        return Filings(self._window, self._desk, files, self._clock, self._open_routines)

    @cached_property
    def choosings(self) -> "Choosings":
        """The library of routines."""
        from bedtime.session.choosing import Choosing
        from bedtime.ui.choosings import Choosings

        desk = self._desk
        choosing = Choosing(self._library, desk)
        choosings = Choosings(self._window, self._ways, desk, choosing, self._artist, self._clock)
        choosings.edit_wanted.connect(lambda routine: self._editings.edit(routine, choosings.come_back))
        choosings.cards.import_wanted.connect(self._choose_files)
        choosings.new_wanted.connect(lambda: self._editings.make_new(choosings.come_back))
        choosings.delete_wanted.connect(
            lambda one: self._deletings.delete(
                one, lambda: choosings.come_back(None), lambda routine: choosings.open_page(routine.id)
            )
        )
        return choosings

    def offer_what_was_left_open(self) -> None:
        """What was being edited or made when the window was closed is not lost."""
        self._bench_shelf.read_draft(self._offer)

    def _offer(self, left: "LeftDraft") -> None:
        from bedtime.ui.left_open import LeftOpen

        def offer(forms: "LeftForms") -> None:
            for words in (*left.notices, *forms.notices):
                self._window.tell(words)
            draft = left.draft if left.draft is not None and left.draft.is_changed else None
            if draft is not None or forms.forms:
                back = self.choosings.come_back
                LeftOpen(self._window, self._editings, self._own_stretches, back).offer(draft, forms.forms)

        self._stretch_shelf.read_forms(offer)

    def put_down(self) -> None:
        """Take in what is being typed, as the window closes."""
        if "_editings" in self.__dict__:
            self._editings.put_down()
        if "_own_stretches" in self.__dict__:
            self._own_stretches.put_down()

    def _choose_files(self) -> None:
        self.filings.choose()

    def _open_routines(self) -> None:
        self.choosings.open()
