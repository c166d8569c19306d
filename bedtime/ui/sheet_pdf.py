"""Prints a routine: a calm sheet with a picture and words for each stretch, as a PDF. Needs no window."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from bedtime.language import _
from bedtime.session.sheet import Sheet, SheetStretch
from bedtime.ui.fonts import load_fonts, sans, serif
from bedtime.ui.mirror import flip_in

POINTS = 0.8
"""The points of the paper in one unit: 16 units make letters of 12.8 points, which an arm's length takes easily."""
MARGIN, GAP = 60.0, 20.0
PICTURE = (165.0, 124.0)
SHARPNESS = 3.2
"""Dots of a picture for each unit: 288 to the inch."""
_FINE = 20
"""Steps of the writer in each point, so that letters stand where they should."""
INK, QUIET, HAIR = "#2C1D13", "#5F4735", "#D9C7AE"
WRAPS = Qt.TextFlag.TextWordWrap


class Paper(StrEnum):
    """What it is printed on."""

    A4 = "a4"
    LETTER = "letter"


PictureOf = Callable[[SheetStretch, float, float, float], QImage | None]
"""A stretch's picture at a width and height, with so many dots for each point; None when there is none."""


def sheet_pdf(sheet: Sheet, picture: PictureOf, paper: Paper) -> bytes:
    """The file."""
    app = QGuiApplication.instance() or QGuiApplication(["bedtime", "-platform", "offscreen"])
    load_fonts()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(sheet.title)
    writer.setCreator("Bedtime")
    writer.setResolution(72 * _FINE)
    size = QPageSize.PageSizeId.A4 if paper is Paper.A4 else QPageSize.PageSizeId.Letter
    writer.setPageLayout(QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    points = QPageSize.sizePoints(size)
    painter = QPainter(writer)
    painter.scale(_FINE * POINTS, _FINE * POINTS)
    page = QRectF(0, 0, points.width() / POINTS, points.height() / POINTS)
    _Printer(painter, writer, page, picture).sheet(sheet)
    painter.end()
    del app
    return bytes(buffer.data().data())


@dataclass(frozen=True, slots=True)
class _Text:
    """One paragraph: its words, letters and ink, and the room under it."""

    words: str
    font: QFont
    ink: str = INK
    below: float = 3.0

    def height(self, width: float) -> float:
        """How high it is when it is this wide."""
        if not self.words:
            return 0
        box = QFontMetricsF(self.font).boundingRect(QRectF(0, 0, width, 10_000), WRAPS, self.words)
        return box.height() + self.below


class _Printer:
    """Lays one thing under the other, and turns the page where it is full."""

    def __init__(self, painter: QPainter, writer: QPagedPaintDevice, page: QRectF, picture: PictureOf) -> None:
        self._painter, self._writer, self._picture = painter, writer, picture
        self._page = page
        self._is_turned = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._painter.setLayoutDirection(QGuiApplication.layoutDirection())
        self._left, self._width = MARGIN, page.width() - 2 * MARGIN
        self._y = MARGIN
        self._page_no = 1
        self._title = ""

    def sheet(self, sheet: Sheet) -> None:
        """Print everything."""
        self._title = sheet.title
        self._paragraphs(
            _Text(sheet.title, serif(30, 300), below=4),
            _Text(sheet.facts, sans(16), QUIET, below=10),
            *(_Text(words, sans(16, 600)) for words in sheet.warnings),
        )
        self._y += 8
        for words in sheet.changes:
            self._paragraphs(_Text(words, sans(16), QUIET))
        for number, stretch in enumerate(sheet.stretches, 1):
            self._stretch(number, stretch)
        closing = (*sheet.notes, sheet.evidence)
        self._rule_above(sum(_Text(words, sans(16)).height(self._width) for words in closing))
        for words in closing:
            self._paragraphs(_Text(words, sans(16), QUIET))
        self._foot()

    def _paragraphs(self, *texts: _Text) -> None:
        for text in texts:
            high = text.height(self._width)
            self._make_room(high)
            self._write(text, QRectF(self._left, self._y, self._width, high))
            self._y += high

    def _stretch(self, number: int, stretch: SheetStretch) -> None:
        texts = (
            _Text(_("{number}. {stretch}").format(number=number, stretch=stretch.name), serif(20), below=2),
            _Text(_("{dose}. {place}.").format(dose=stretch.dose, place=stretch.place), sans(16, 600), below=4),
            *(_Text(words, sans(16)) for words in stretch.steps),
            _Text(_("What you feel: {feeling}").format(feeling=stretch.feel), sans(16), QUIET),
            _Text(stretch.note, sans(16), QUIET),
        )
        left, (wide, high) = self._left + PICTURE[0] + GAP, PICTURE
        room = self._width - PICTURE[0] - GAP
        needed = max(sum(text.height(room) for text in texts), high)
        self._rule_above(needed)
        self._show(stretch, QRectF(self._left, self._y, wide, high))
        y = self._y
        for text in texts:
            text_high = text.height(room)
            self._write(text, QRectF(left, y, room, text_high))
            y += text_high
        self._y += needed + 6

    def _show(self, stretch: SheetStretch, box: QRectF) -> None:
        picture = self._picture(stretch, box.width(), box.height(), SHARPNESS)
        if picture is None:
            return
        wide, high = picture.width() / SHARPNESS, picture.height() / SHARPNESS
        box = self._seen(box)
        corner = QPointF(box.center().x() - wide / 2, box.top() + (box.height() - high) / 2)
        self._painter.drawImage(QRectF(corner.x(), corner.y(), wide, high), picture)

    def _write(self, text: _Text, box: QRectF) -> None:
        if text.words:
            self._painter.setFont(text.font)
            self._painter.setPen(QColor(text.ink))
            self._painter.drawText(self._seen(box), WRAPS, text.words)

    def _seen(self, box: QRectF) -> QRectF:
        """A box of the paper, from the side that the language begins on."""
        return flip_in(self._page, box) if self._is_turned else box

    def _rule_above(self, needed: float) -> None:
        """A hairline, on this page if there is room for it and what follows."""
        if not self._make_room(needed + 12):
            self._painter.setPen(QPen(QColor(HAIR), 0.75))
            self._painter.drawLine(QPointF(self._left, self._y), QPointF(self._left + self._width, self._y))
        self._y += 12

    def _make_room(self, needed: float) -> bool:
        """Turn the page where less than this is left; whether it was turned."""
        if self._y + needed <= self._page.height() - MARGIN - 18:
            return False
        self._foot()
        self._writer.newPage()
        self._page_no += 1
        self._y = MARGIN
        return True

    def _foot(self) -> None:
        self._painter.setFont(sans(16))
        self._painter.setPen(QColor(QUIET))
        words = _("{title}, page {number}").format(title=self._title, number=self._page_no)
        line = QRectF(self._left, self._page.height() - MARGIN - 2, self._width, 20)
        self._painter.drawText(self._seen(line), Qt.AlignmentFlag.AlignTop, words)
