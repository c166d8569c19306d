"""A quiet scroll bar: a thin handle without a groove."""

from bedtime.ui.look import Look

_STYLE = """
QScrollArea, QAbstractItemView {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 14px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {handle}; border-radius: 4px; margin: 0 3px; min-height: 40px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def scroll_bar_style(look: Look) -> str:
    """The style sheet of whatever scrolls."""
    return _STYLE.format(handle=look.palette.line_control)
