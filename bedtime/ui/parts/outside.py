"""Radio buttons and check boxes that hear of it when somebody toggles them from outside.

An assistive tool that acts for the person sets such a button without a click, so whoever listens for clicks would never
hear of it: what is seen and said would be chosen, and nothing would have happened.
"""

from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget


class Radio(QRadioButton):
    """`clicked` is emitted for what a tool chooses, too."""

    def __init__(self, words: str, parent: QWidget) -> None:
        """Not chosen."""
        super().__init__(words, parent)
        self._is_told = False
        self.toggled.connect(self._hear)

    def setChecked(self, on: bool) -> None:  # noqa: FBT001 - Qt's own
        """The program itself chooses; nobody is told."""
        was_told, self._is_told = self._is_told, True
        super().setChecked(on)
        self._is_told = was_told

    def nextCheckState(self) -> None:
        """A press, which tells of itself."""
        was_told, self._is_told = self._is_told, True
        super().nextCheckState()
        self._is_told = was_told

    def _hear(self, on: bool) -> None:  # noqa: FBT001 - a signal carries it
        if on and not self._is_told:
            self.clicked.emit()


class Check(QCheckBox):
    """A subclass says what a press does (`nextCheckState`), and what follows when a tool has toggled it."""

    def __init__(self, words: str, parent: QWidget) -> None:
        """Not ticked."""
        super().__init__(words, parent)
        self._is_told = False
        self.toggled.connect(self._hear)

    def setChecked(self, on: bool) -> None:  # noqa: FBT001 - Qt's own
        """The program itself ticks it; nobody is told."""
        was_told, self._is_told = self._is_told, True
        super().setChecked(on)
        self._is_told = was_told

    def was_toggled(self) -> None:
        """Somebody has toggled it from outside."""
        raise NotImplementedError

    def _hear(self, _on: bool) -> None:  # noqa: FBT001 - a signal carries it
        if not self._is_told:
            self.was_toggled()
