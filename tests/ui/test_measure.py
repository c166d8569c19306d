import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QWidget

from bedtime.ui.fonts import sans
from bedtime.ui.parts.label import Words
from tests.ui.measure import contrast, cut_off, luminance, melanopic_percent, overlapping, weak_words


@pytest.fixture
def page(show):
    def make(*inks, width=300):
        page = QWidget()
        page.setAutoFillBackground(True)
        black = QPalette(page.palette())
        black.setColor(QPalette.ColorRole.Window, Qt.GlobalColor.black)
        page.setPalette(black)
        for row, ink in enumerate(inks):
            words = Words(page, "Some words")
            words.dress(sans(20), QColor(ink))
            words.setGeometry(10, 10 + 10 * row, width, 40)
        show(page, QSize(400, 200))
        return page

    return make


def test_black_and_white_are_the_ends_of_both_scales():
    white = QImage(8, 8, QImage.Format.Format_RGB32)
    white.fill(Qt.GlobalColor.white)
    assert melanopic_percent(white) == pytest.approx(100)
    assert contrast(luminance(QColor("white")), luminance(QColor("black"))) == pytest.approx(21)


def test_blue_weighs_most_and_red_next_to_nothing():
    def of(color):
        picture = QImage(4, 4, QImage.Format.Format_RGB32)
        picture.fill(QColor(color))
        return melanopic_percent(picture)

    assert of("#0000ff") > of("#00ff00") > 100 * of("#ff0000")


def test_dark_words_on_black_are_found(page):
    assert weak_words(page("#ffffff")) == []
    assert len(weak_words(page("#444444"))) == 1


def test_words_in_too_small_a_box_are_found(page):
    assert cut_off(page("#ffffff")) == []
    assert len(cut_off(page("#ffffff", width=30))) == 1


def test_words_over_words_are_found(page):
    assert len(overlapping(page("#ffffff", "#ffffff"))) == 1
