"""The offer to fit a routine, in words under the total: "10 s over. Trim to 10?"."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from bedtime.ui.parts.button import Button, Kind


class TrimButton(Button):
    """Words in the accent colour that can be pressed."""

    def __init__(self, parent: QWidget) -> None:
        """Without an offer."""
        super().__init__("", Kind.BARE)
        self.setParent(parent)

    def ink(self) -> QColor:
        """The accent."""
        colors = self._dressed().palette
        return colors.color(colors.accent)
