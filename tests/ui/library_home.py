"""The library and the editor in one window, joined as the program joins them, with what deletes."""

from bedtime.bench_shelf import DraftsAndRoutines
from bedtime.content import library_in
from bedtime.kept_draft import KeptDraft
from bedtime.movement.own_routine import copied
from bedtime.session.bench import Bench
from bedtime.session.choosing import Choosing
from bedtime.session.deleting import Deleting
from bedtime.session.desk import Desk
from bedtime.settings import Settings
from bedtime.store.places import find_places, prepare
from bedtime.testing.at_once import AtOnce
from bedtime.testing.manual_clock import ManualClock
from bedtime.ui.choosings import Choosings
from bedtime.ui.deletings import Deletings
from bedtime.ui.editings import Editings
from bedtime.ui.parts.silhouette import Silhouette
from bedtime.ui.places import Ways
from bedtime.ui.screens.dark import DarkScreen
from bedtime.ui.window import Window

MINE = "in-bed-mine"


class Home:
    """The library, the editor and what deletes, joined as the program joins them."""

    def __init__(self, folder, routine=MINE):
        clock, places, self.window = ManualClock(), find_places(str(folder)), Window()
        prepare(places)
        self.library = library_in(places, clock)
        self.library.keep_routine(copied(self.library.routine("in-bed"), self.library.routine_ids))
        self.desk = desk = Desk(self.library, Settings(routine=routine), clock, lambda _: None)
        shelf = DraftsAndRoutines(self.library, KeptDraft(places, clock), AtOnce())
        self.bench = Bench(self.library, shelf)
        self.elsewhere = DarkScreen()
        self.window.add(self.elsewhere)
        self.changes = []
        self.deletings = Deletings(self.window, Deleting(self.library, desk, shelf), lambda: self.changes.append(True))
        self.choosings = choosings = Choosings(
            self.window, Ways(self.window), desk, Choosing(self.library, desk), Silhouette(), clock
        )
        self.editings = Editings(self.window, desk, self.library, self.bench, Silhouette(), clock, clock)
        self.editings.screen.delete_wanted.connect(lambda: self.editings.delete(self.deletings.delete))
        choosings.edit_wanted.connect(lambda routine: self.editings.edit(routine, choosings.come_back))
        choosings.delete_wanted.connect(
            lambda one: self.deletings.delete(
                one, lambda: choosings.come_back(None), lambda routine: choosings.open_page(routine.id)
            )
        )

    @property
    def shown(self):
        return self.window.screen_shown

    @property
    def told(self):
        notice = self.window._notice
        return notice._words.text() if notice is not None and notice.isVisible() else ""
