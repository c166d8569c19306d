"""Asks on Tonight what was not answered on Goodnight, in the line over the window's lower edge."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from bedtime.language import _
from bedtime.session.offering import Offering, OfferView, Stage
from bedtime.ui.window import Window


class Reader(Protocol):
    """Where the question waits while the window is closed."""

    def read_question(self, then: Callable[[Mapping[str, Any]], None]) -> None:
        """Read the question that was left open; `then` hears it only where there is one."""
        ...


class Offerings(QObject):
    """`changed` tells that tonight's routine may be another one."""

    changed = Signal()

    def __init__(self, window: Window, offering: Offering) -> None:
        """Nothing is asked yet."""
        super().__init__(window)
        self._window = window
        self._offering = offering
        self._asked: str | None = None
        offering.view.subscribe(self._see)

    def recall(self, shelf: Reader) -> None:
        """Ask what was left open when the window was closed."""
        shelf.read_question(self._recalled)

    def ask(self) -> None:
        """Ask on Tonight, if there is a question."""
        view = self._offering.view.value
        if view is None or view.stage is not Stage.ASKED or self._asked is not None:
            return
        self._asked = view.words
        offering = self._offering
        self._window.offer(view.words, _("From now on"), offering.from_now_on, view.otherwise, offering.only_tonight)

    def _recalled(self, parts: Mapping[str, Any]) -> None:
        self._offering.recall(parts)
        self.ask()

    def _see(self, view: OfferView | None) -> None:
        """What was asked here is answered here; a session that begins takes the question away."""
        if self._asked is None:
            return
        if view is None:
            self._window.withdraw(self._asked)
            self._asked = None
        elif view.stage is Stage.DONE:
            self._asked = view.words
            self._window.offer(view.words, _("Undo"), self._offering.undo, _("All right"))
            self.changed.emit()
        elif view.stage is Stage.UNDONE:
            self._window.tell(view.words)
            self._asked = None
            self.changed.emit()
