"""A part of a screen that is longer than the screen: it scrolls, and the room shines through."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from bedtime.ui.look import Look
from bedtime.ui.mirror import set_box
from bedtime.ui.parts.in_sight import InSight

BAR_WIDE = 12
_BAR = """
QScrollBar:vertical {{ background: transparent; width: {wide}px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {handle}; border-radius: 4px; margin: 0 2px; min-height: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def scroll_bar_style(look: Look) -> str:
    """A quiet bar without arrows."""
    return _BAR.format(wide=BAR_WIDE, handle=look.palette.line_control)


class Scroll(QScrollArea):
    """Shows a piece of `content`, whose size the screen sets. What gets the focus is scrolled into view by itself."""

    def __init__(self, parent: QWidget, name: str) -> None:
        """Nothing in it yet; `name` is read out."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self.setWidget(self.content)
        InSight(self)
        for part in (self.viewport(), self.content):
            part.setAutoFillBackground(False)

    def put(self, look: Look, box: QRectF) -> None:
        """Take this box, with the bar in the margin beside it."""
        self.verticalScrollBar().setStyleSheet(scroll_bar_style(look))
        set_box(self, box.toRect())
        self.content.resize(self.width() - BAR_WIDE, self.content.height())

    def set_content_height(self, height: float) -> None:
        """How high the content is now; its width leaves room for the bar."""
        self.content.resize(self.width() - BAR_WIDE, round(height))
