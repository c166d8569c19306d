"""Every screen in a language that is 40 % longer, and in one that is written from right to left."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QListWidget, QListWidgetItem, QWidget

from bedtime.testing.pseudo import LONG, MIRRORED, Pseudo, is_marked
from bedtime.ui.mirror import box_of, set_box
from bedtime.ui.parts.button import Button, Kind
from tests.ui.conftest import SIZES, Show
from tests.ui.every_screen import every_screen, spoken
from tests.ui.measure import cut_off, overlapping, weak_words

LANGUAGES = {"long": LONG, "mirrored": MIRRORED}
NAMES = {"Ada", "Walter", "English", "Moira"}
"""What is called the same in every language: the figures, a language in itself, a voice of the computer."""
_LATIN = re.compile(r"[A-Za-z]{2}")


def item_words(item: QListWidgetItem) -> set[str]:
    """What is read out of a line of a list, and what is painted of it."""
    line = item.data(Qt.ItemDataRole.UserRole)
    painted = {getattr(line, name, "") for name in ("name", "sides", "duration", "reason", "facts", "words")}
    return {item.text(), *painted}


def untranslated(screen: QWidget, folder: Path) -> set[str]:
    """Everything that is shown or read out without having been said through the catalogue."""
    said = set[str]()
    for part in screen.findChildren(QWidget):
        if part.isVisible():
            words = part.text() if isinstance(part, QLabel | QAbstractButton) else ""
            said |= {words, part.accessibleName(), part.accessibleDescription(), part.toolTip()}
        if isinstance(part, QListWidget):
            said |= {words for row in range(part.count()) for words in item_words(part.item(row))}
    return {words for words in said if _LATIN.search(words) and not is_marked(words)} - NAMES - {str(folder)}


@pytest.fixture(autouse=True)
def letters(qapp: QApplication) -> None:  # noqa: ARG001 - letters are known once there is an application
    """Boxes in place of letters are wider than any of them."""
    if not QFontDatabase.families(QFontDatabase.WritingSystem.Hebrew):
        pytest.skip("this computer has no Hebrew letters")


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_every_screen_bears_every_language(show: Show, tmp_path: Path, language: Pseudo, size: QSize) -> None:
    """Nothing is cut off, overlaps, leaves the window, or is left in English."""
    faults = list[str]()
    with spoken(language):
        for name, screen in every_screen(show, size, tmp_path):
            QApplication.processEvents()
            found = (*cut_off(screen), *overlapping(screen), *untranslated(screen, tmp_path))
            faults += [f"{name}: {fault}" for fault in found]
    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_every_word_can_be_read_in_every_language(show: Show, tmp_path: Path, language: Pseudo) -> None:
    faults = list[str]()
    with spoken(language):
        for name, screen in every_screen(show, SIZES["1280x800"], tmp_path):
            QApplication.processEvents()
            faults += [f"{name}: {fault}" for fault in weak_words(screen)]
    assert faults == []


def test_the_made_up_language_is_forty_percent_longer() -> None:
    words = "Ask your doctor first if you have clots, a recent operation, heavy numbness or one swollen leg."
    assert len(LONG.gettext(words)) / len(words) == pytest.approx(1.4, abs=0.1)
    assert LONG.gettext("Leaves out {stretch}.").count("{stretch}") == 1


def test_a_part_is_placed_on_the_other_side_where_people_read_from_there(show: Show) -> None:
    parent = QWidget()
    show(parent, QSize(300, 100))
    parts = {}
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        parent.setLayoutDirection(direction)
        button = parts[direction] = Button("Go", Kind.BARE)
        button.setParent(parent)
        set_box(button, parent.rect().adjusted(10, 20, -190, -30))
        assert box_of(button).left() == 10
    assert [part.x() for part in parts.values()] == [10, 190]


def test_left_is_where_left_is_in_every_language(show: Show, tmp_path: Path) -> None:
    """Which leg, digits and the buttons of the player keep their places."""
    with spoken(MIRRORED):
        screens = {
            name: {
                part.accessibleName(): part.mapTo(screen, part.rect().center()).x()
                for part in screen.findChildren(QAbstractButton)
                if part.isVisible()
            }
            for name, screen in every_screen(show, SIZES["1280x800"], tmp_path)
            if name in {"player, hold", "editor"}
        }
        back, pause, skip = (screens["player, hold"][MIRRORED.gettext(word)] for word in ("Back", "Pause", "Skip"))
        assert back < pause < skip
        left, right = (
            next(x for said, x in screens["editor"].items() if MIRRORED.gettext(word) in said)
            for word in ("Left leg only", "Right leg only")
        )
        assert left < right
