"""The routine's name, as large as a title and as changeable as any field."""

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from bedtime.language import _
from bedtime.movement.edits import LONGEST_NAME
from bedtime.ui.fonts import fitted, serif
from bedtime.ui.look import Look
from bedtime.ui.mirror import set_box
from bedtime.ui.parts.note_field import NoteField
from bedtime.ui.parts.text_keys import LeavesUndo

_STYLE = """
QLineEdit {{
    background: transparent; color: {ink}; padding: 0 10px; border: 1.5px solid transparent; border-radius: 16px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit:hover {{ border: 1.5px solid {outline}; }}
QLineEdit:focus {{ border: 2.5px solid {ink}; background: {ground}; }}
"""
INSET = 12
"""How far its letters stand from its left edge."""


class RoutineTitle(NoteField):
    """One line in the program's own voice."""

    def __init__(self, parent: QWidget) -> None:
        """Without a name."""
        super().__init__(parent, _("The name of this routine"))
        self.setMaxLength(LONGEST_NAME)
        self._look: Look | None = None
        LeavesUndo(self)
        self.left.connect(lambda: self.focusNextPrevChild(True))  # noqa: FBT003 - Qt has no name for it
        self.textChanged.connect(lambda _text: self._fit())

    def dress(self, look: Look) -> None:
        """Take on a look."""
        self._look = look
        colors = look.palette
        self.setStyleSheet(
            _STYLE.format(
                ink=colors.text_primary,
                outline=colors.line_control,
                ground=colors.surface_1,
                accent=colors.accent,
                on_accent=colors.accent_on,
            )
        )
        self._fit()

    def put(self, x: float, baseline: float, width: float) -> None:
        """Let the letters begin at `x` and stand on `baseline`."""
        if self._look is None:
            return
        high = self._look.metrics.between(46, 62, 84)
        top = baseline - high * 0.68
        set_box(self, QRectF(x - INSET, top, width + INSET, high).toRect())
        self._fit()

    def _fit(self) -> None:
        if self._look is not None:
            wanted = serif(self._look.metrics.between(28, 42, 58), 300)
            self.setFont(fitted(wanted, self.text(), max(60, self.width() - 3 * INSET)))
