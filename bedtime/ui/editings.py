"""Joins the editor to the bench: a routine is opened, changed, kept, and one is back where one came from."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from bedtime.clock import Alarm, Clock
from bedtime.errors import BedtimeError
from bedtime.language import _
from bedtime.movement.draft import Draft
from bedtime.movement.edits import Edit
from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.routine import Routine
from bedtime.session.bench import Bench
from bedtime.session.catalogue import CatalogueLine, catalogue
from bedtime.session.desk import Desk
from bedtime.session.editor import editor
from bedtime.ui.parts.figure_view import Artist
from bedtime.ui.screens.editor import EditorScreen
from bedtime.ui.wardrobe import dress
from bedtime.ui.window import Window

Back = Callable[[str | None], None]
"""Where to go afterwards, with the id of the routine that was kept, or None."""

Delete = Callable[[str, Callable[[], None], Callable[[Routine], None]], None]
"""Deletes a routine: its id, how to leave it, and how to come back to it."""


class Editings(QObject):
    """Leads through one edit after the other. Made when it is first wanted; `alarm` is nobody else's."""

    def __init__(
        self,
        window: Window,
        desk: Desk,
        library: PersonalLibrary,
        bench: Bench,
        artist: Artist,
        clock: Clock,
        alarm: Alarm,
    ) -> None:
        """Nothing is open yet."""
        super().__init__(window)
        self._window, self._desk, self._library = window, desk, library
        self._bench, self._clock = bench, clock
        self._back: Back = _nowhere
        self._waiting: Draft | None = None
        leading = (one for one in library.patterns.values() if one.phases and not one.holds_breath)
        breaths = tuple((one.id, one.name) for one in leading)
        self.screen = EditorScreen(artist, clock, alarm, breaths, self._lines)
        window.add(self.screen)
        self.screen.wished.connect(self._apply)
        self.screen.settled.connect(bench.settle)
        self.screen.undo_wished.connect(bench.undo)
        self.screen.redo_wished.connect(bench.redo)
        self.screen.done.connect(self._finish)
        self.screen.put_away.connect(self._put_away)
        bench.draft.subscribe(self._see)

    # Opening

    def wanted(self) -> Routine | None:
        """The routine on the bench as it would be kept, with what is being typed."""
        self.screen.tell()
        draft = self._bench.draft.value
        return draft.to_keep if draft is not None and draft.can_be_kept else None

    def edit(self, routine: str, back: Back) -> None:
        """Open a routine; of a built-in one, a copy."""
        waiting = self._waiting
        if waiting is not None and routine in {waiting.routine.id, waiting.routine.made_from}:
            self.carry_on(waiting, back)
            return
        self._keep_what_waits()
        try:
            self._bench.open(routine)
        except BedtimeError as error:
            self._window.tell(str(error))
            return
        self._show(back)

    def make_new(self, back: Back) -> None:
        """Open a routine without stretches."""
        self._keep_what_waits()
        self._bench.open_new()
        self._show(back)

    def carry_on(self, draft: Draft, back: Back) -> None:
        """Open what was left open when the window was closed."""
        self._waiting = None
        self._bench.carry_on(draft)
        self._show(back)

    def wait_with(self, draft: Draft, back: Back, then: Callable[[], None] | None = None) -> None:
        """Offer what was left open; `then` opens what lay over it.

        Whoever opens something else first has it kept, so that nothing is lost.
        """
        self._waiting = draft

        def carry_on() -> None:
            if self._waiting is draft:
                self.carry_on(draft, back)
                if then is not None:
                    then()

        words = _("“{name}” was being edited.").format(name=draft.routine.name)
        self._window.offer(words, _("Go on with it"), carry_on)

    def come_back_with(self, stretch: str | None) -> None:
        """Go on editing after a stretch of one's own was made or changed; a new one joins the routine."""
        draft = self._bench.draft.value
        if draft is None:
            return
        is_new = stretch is not None and all(step.stretch != stretch for step in draft.routine.steps)
        self._bench.look_again()
        self._window.go_to(self.screen)
        self._see(self._bench.draft.value)
        if stretch is not None and is_new:
            self.screen.add_stretch(stretch)

    def put_down(self) -> None:
        """Take in what is being typed, as the window closes; the draft itself is kept already."""
        if self._bench.draft.value is not None:
            self.screen.tell()

    def delete(self, delete: Delete) -> None:
        """Delete the routine that is open, with the way back to what was being edited."""
        self.screen.tell()
        draft, back = self._bench.draft.value, self._back
        if draft is None:
            return

        def leave() -> None:
            self._bench.put_away()
            back(None)

        def come_back(routine: Routine) -> None:
            if routine.id == draft.routine.id and draft.is_changed:
                self.carry_on(draft, back)
            else:
                back(routine.id)

        delete(draft.routine.id, leave, come_back)

    def _keep_what_waits(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None and waiting.can_be_kept:
            self._bench.keep_aside(waiting, self._tell_kept, self._window.tell)

    def _tell_kept(self, routine: Routine) -> None:
        self._window.tell(_("“{name}” is kept as you left it.").format(name=routine.name))

    def _show(self, back: Back) -> None:
        self._back = back
        draft = self._bench.draft.value
        if draft is None:
            return
        dress(self.screen, self._desk.settings, self._clock.now())
        self.screen.begin(editor(draft), can_delete=draft.routine.id in self._library.own_routine_ids)
        self._window.go_to(self.screen)

    # While it is open

    def _apply(self, edit: Edit) -> None:
        self._bench.apply(edit)

    def _see(self, draft: Draft | None) -> None:
        if draft is not None and self._window.screen_shown is self.screen:
            self.screen.show_view(editor(draft))

    def _lines(self) -> tuple[CatalogueLine, ...]:
        stretches = map(self._library.stretch, self._library.stretch_ids)
        return catalogue(stretches, self._library.own_stretch_ids)

    # Leaving

    def _finish(self) -> None:
        self._bench.finish(self._kept, self._window.tell)

    def _kept(self, routine: Routine) -> None:
        self._back(routine.id if routine.id in self._library.routine_ids else None)

    def _put_away(self) -> None:
        self._bench.put_away()
        self._back(None)


def _nowhere(_routine: str | None) -> None:
    """Before anything was opened there is nowhere to go back to."""
