"""Words on the screen: real labels, so that a screen reader finds them, in the program's own letters and colours."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from bedtime.ui.fonts import fitted
from bedtime.ui.mirror import set_box

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class Words(QLabel):
    """One piece of text. Plain text only: what comes from a file is never read as markup."""

    def __init__(self, parent: QWidget, text: str = "") -> None:
        """A label that takes no clicks."""
        super().__init__(text, parent)
        self._color = QColor(Qt.GlobalColor.white)
        self._letters = self.font()
        self._stands: tuple[object, ...] = ()
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # on a button too
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def dress(self, font: QFont, color: QColor) -> None:
        """Take on letters and a colour."""
        self._color = QColor(color)
        self._letters = font
        self._stands = ()
        self.setFont(font)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, color)
        self.setPalette(palette)

    def set_presence(self, presence: float) -> None:
        """How much of the words is seen, 0 to 1."""
        color = QColor(self._color)
        color.setAlphaF(presence * self._color.alphaF())
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, color)
        self.setPalette(palette)

    def set_words(self, text: str) -> None:
        """Change the text; nothing is repainted when it stays the same."""
        if text != self.text():
            self.setText(text)

    def stand_on(self, x: float, baseline: float, width: float) -> None:
        """Place one line with its baseline at `baseline`; letters shrink where `width` is not enough.

        Words that do not fit in the smallest letters either become two lines around that one.
        """
        parent = self.parentWidget()
        stands = (self.text(), x, baseline, width, parent.width() if parent is not None else 0, self.layoutDirection())
        if stands == self._stands:
            return
        self._stands = stands
        self.setWordWrap(False)
        self.setFont(fitted(self._letters, self.text(), width))
        metrics = QFontMetricsF(self.font())
        top, high = baseline - metrics.ascent(), metrics.height()
        if metrics.horizontalAdvance(self.text()) > width + 1:
            self.setWordWrap(True)
            high = paragraph_height(self, width)
            top -= (high - metrics.height()) / 2
        set_box(self, QRect(round(x), round(top), round(width), round(high) + 1))
        self._align(_RIGHT if self.isRightToLeft() else _LEFT)

    def fill(self, x: float, top: float, width: float, height: float) -> None:
        """Place a paragraph that wraps within this box."""
        self.setWordWrap(True)
        set_box(self, QRect(round(x), round(top), round(width), round(height)))
        self._align(_RIGHT if self.isRightToLeft() else _LEFT)

    def end_there(self) -> None:
        """Let the line end where its box does, instead of beginning where it does."""
        self._align(_LEFT if self.isRightToLeft() else _RIGHT)

    def _align(self, side: Qt.AlignmentFlag) -> None:
        """By the direction of the layout; Qt alone would go by the script of the words."""
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)

    def text_width(self) -> float:
        """How far the text runs in letters of full size, in logical pixels."""
        return QFontMetricsF(self._letters).horizontalAdvance(self.text())


def paragraph_height(words: Words, width: float) -> float:
    """How high the words are when they wrap within `width`."""
    box = QRectF(0, 0, width - 1, 100_000)
    return QFontMetricsF(words.font()).boundingRect(box, Qt.TextFlag.TextWordWrap, words.text()).height()
