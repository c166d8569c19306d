"""The program as far as stretches of one's own are concerned, started in a folder."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest

from bedtime.content import library_in
from bedtime.kept_form import KeptForms
from bedtime.session.desk import Desk
from bedtime.settings import Settings
from bedtime.store.places import find_places, prepare
from bedtime.stretch_shelf import StretchShelf
from bedtime.testing.at_once import AtOnce
from bedtime.testing.manual_clock import ManualClock
from bedtime.ui.own_stretches import OwnStretches
from bedtime.ui.parts.silhouette import Silhouette
from bedtime.ui.screens.dark import DarkScreen
from bedtime.ui.screens.own_stretch import OwnStretchScreen
from bedtime.ui.window import Window
from tests.ui.workshop import SIZES, button, click


class Home:
    """A window with the form in it. Another one in the same folder is the program's next start."""

    def __init__(self, show, size, folder):
        self.clock = clock = ManualClock()
        self.places = find_places(str(folder / "home"))
        prepare(self.places)
        self.window, self.start = Window(), DarkScreen()
        self.window.add(self.start)
        self.window.go_to(self.start)
        self.library = library_in(self.places, clock)
        desk = Desk(self.library, Settings(), clock, lambda _: None)
        self.backs, self.forgotten, self.used = [], [], ""
        self.shelf = StretchShelf(self.library, KeptForms(self.places, clock), AtOnce())
        self.screen = OwnStretchScreen(Silhouette(), clock, clock)
        self.form = OwnStretches(
            *(self.window, desk, self.library, self.shelf, self.screen, clock),
            pictures_changed=lambda: self.forgotten.append(True),
            uses=lambda _: self.used,
        )
        show(self.window, QSize(*SIZES[size]))
        self.shelf.read_forms(self.take_in)

    def take_in(self, left):
        self.form.remember(left.forms)
        for words in left.notices:
            self.window.tell(words)

    def open(self, stretch=""):
        self.form.open(stretch, self.back)
        self.window.activateWindow()
        self.screen.land()

    def back(self, stretch):
        self.backs.append(stretch)
        self.window.go_to(self.start)

    @property
    def told(self):
        notice = self.window._notice
        return notice._words.text() if notice is not None and notice.isVisible() else ""

    @property
    def asked(self):
        return self.screen._line.words

    def fill_in(self):
        QTest.keyClicks(self.screen._name, "With a scarf")
        QTest.keyClicks(self.screen._steps, "Sit")
        QTest.keyClick(self.screen._steps, Qt.Key.Key_Return)
        QTest.keyClicks(self.screen._steps, "Pull")

    def keep(self):
        click(button(self.screen, "Keep it"))
