"""A short menu in the room's own colours."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from bedtime.ui.fonts import sans
from bedtime.ui.look import Look

_STYLE = """
QMenu {{ background: {ground}; border: 1.5px solid {outline}; border-radius: 14px; padding: 8px; }}
QMenu::item {{ color: {ink}; padding: {vertical}px 26px {vertical}px 18px; border-radius: 9px; min-width: 150px; }}
QMenu::item:selected {{ background: {accent}; color: {on_accent}; }}
QMenu::item:disabled {{ color: {quiet}; }}
QMenu::separator {{ height: 1px; background: {hair}; margin: 6px 10px; }}
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a menu offers. `keys` are shown, not listened to. `chosen` marks the one that holds now."""

    words: str
    do: Callable[[], None]
    keys: str = ""
    possible: bool = True
    chosen: bool = False


def menu(parent: QWidget, look: Look, entries: Iterable[Entry | None]) -> QMenu:
    """A menu of these; None stands for a line between groups. It goes when it is closed."""
    made = QMenu(parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    made.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
    colors, px = look.palette, look.metrics.between(18, 19, 26)
    made.setFont(sans(px))
    made.setStyleSheet(
        _STYLE.format(
            ground=colors.surface_2,
            outline=colors.line_control,
            ink=colors.text_primary,
            quiet=colors.line_control,
            accent=colors.accent,
            on_accent=colors.accent_on,
            hair=colors.line_hair,
            vertical=round(max(4, (44 - px * 1.4) / 2)),
        )
    )
    for entry in entries:
        if entry is None:
            made.addSeparator()
            continue
        action = made.addAction(f"{entry.words}\t{entry.keys}" if entry.keys else entry.words)
        action.setEnabled(entry.possible)
        if entry.chosen:
            action.setCheckable(True)
            action.setChecked(True)
            made.setActiveAction(action)
        action.triggered.connect(lambda _checked=False, do=entry.do: do())
    return made


def pop_up(parent: QWidget, look: Look, entries: Iterable[Entry | None]) -> None:
    """Show a menu under `parent`."""
    below = parent.mapToGlobal(QPoint(0, parent.height() - 4))
    menu(parent, look, entries).popup(below)
