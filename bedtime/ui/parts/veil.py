"""What lies over a screen: the fading picture of the last one, and the shade that lets the lamp go down.

A bedroom never sees a flash: what changes as a whole cross-fades, and no faster than 240 ms.
"""

from PySide6.QtCore import QEasingCurve, QRect, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from bedtime.ui.light import strips

STANDARD_MS, GENTLE_MS = 240, 420
FADE_TO_BLACK_MS = 6000
DEEPEST_WANE = 0.25
"""The veil at the end of a routine; any deeper, and the smallest text could not be read."""


class Veil(QWidget):
    """The topmost child of the window; takes no clicks."""

    went_black = Signal()

    def __init__(self, parent: QWidget) -> None:
        """A veil that hides nothing."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._last = QPixmap()
        self._spared = QRect()
        self._shade = 0.0
        self._presence = QVariantAnimation(self)
        self._presence.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._presence.valueChanged.connect(self.update)
        self._presence.finished.connect(self._forget_last)
        self._darkening = QVariantAnimation(self)
        self._darkening.setEasingCurve(QEasingCurve.Type.InQuad)
        self._darkening.setDuration(FADE_TO_BLACK_MS)
        self._darkening.setEndValue(1.0)
        self._darkening.valueChanged.connect(self._darken)
        self._darkening.finished.connect(self._went_black)
        self._clearing = QVariantAnimation(self)
        self._clearing.setEasingCurve(QEasingCurve.Type.OutQuad)
        self._clearing.setDuration(GENTLE_MS)
        self._clearing.setEndValue(0.0)
        self._clearing.valueChanged.connect(self._darken)
        self._hide_if_clear()

    def cross_fade(self, last: QPixmap, duration_ms: int, spared: QRect | None = None) -> None:
        """Let the picture of what was there fade away over `duration_ms`, but for a place where more is to be seen."""
        self._last = last
        self._spared = spared or QRect()
        self._presence.stop()
        self._presence.setStartValue(1.0)
        self._presence.setEndValue(0.0)
        self._presence.setDuration(max(STANDARD_MS, duration_ms))
        self._presence.start()
        self.setVisible(True)
        self.raise_()

    def set_shade(self, strength: float) -> None:
        """Lay a black shade of this strength, 0 to 1, over everything; at once, and ending any fade of it."""
        self._darkening.stop()
        self._clearing.stop()
        self._darken(strength)

    def fade_to_black(self) -> None:
        """Let the lamp go out over six seconds; `went_black` tells when it has."""
        if self._is_darkening:
            return
        self._clearing.stop()
        self._darkening.setStartValue(self._shade)
        self._darkening.start()
        self.raise_()

    def turn_back(self) -> None:
        """Let the lamp come up again, softly, if it is going out."""
        if self._is_darkening:
            self._darkening.stop()
            self._clearing.setStartValue(self._shade)
            self._clearing.start()

    @property
    def shade(self) -> float:
        """How strong the shade is now, 0 to 1."""
        return self._shade

    def stop(self) -> None:
        """End every fade at once, as the window closes."""
        self._presence.stop()
        self._darkening.stop()
        self._clearing.stop()
        self._forget_last()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is left of the last screen, then the shade."""
        painter = QPainter(self)
        if not self._last.isNull():
            painter.setOpacity(float(self._presence.currentValue() or 0.0))
            painter.setClipRegion(QRegion(self.rect()) - QRegion(self._spared))
            painter.drawPixmap(0, 0, self._last)
            painter.setClipping(False)
            painter.setOpacity(1)
        if self._shade > 0:
            black = QColor(Qt.GlobalColor.black)
            black.setAlphaF(self._shade)
            for strip in strips(event.rect()):
                painter.fillRect(strip, black)

    def _darken(self, strength: float) -> None:
        if round(strength * 255) != round(self._shade * 255) or (strength == 0) != (self._shade == 0):
            self._shade = float(strength)  # between a whole number and a fraction Qt does not fade, it jumps
            self._hide_if_clear()
            self.update()

    @property
    def _is_darkening(self) -> bool:
        return self._darkening.state() is QVariantAnimation.State.Running

    def _went_black(self) -> None:
        self._shade = 1.0
        self.went_black.emit()

    def _forget_last(self) -> None:
        self._last = QPixmap()
        self._hide_if_clear()
        self.update()

    def _hide_if_clear(self) -> None:
        """Be there only while there is something to see: otherwise every frame below would be laid under this too."""
        self.setVisible(self._shade > 0 or not self._last.isNull())
