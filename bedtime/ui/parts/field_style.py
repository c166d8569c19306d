"""How a field that is typed into looks."""

from bedtime.ui.look import Look

_STYLE = """
QLineEdit, QPlainTextEdit {{
    background: {ground}; color: {ink}; placeholder-text-color: {quiet}; padding: {vertical}px {padding}px;
    border: 1.5px solid {outline}; border-radius: {radius}px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 2.5px solid {ink}; }}
"""


def field_style(look: Look, vertical: int = 0) -> str:
    """The style sheet of a field; `vertical` is the room above and below what is written."""
    colors, between = look.palette, look.metrics.between
    return _STYLE.format(
        ground=colors.surface_1,
        ink=colors.text_primary,
        quiet=colors.text_secondary,
        outline=colors.line_control,
        accent=colors.accent,
        on_accent=colors.accent_on,
        vertical=vertical,
        padding=round(between(14, 18, 25)),
        radius=round(between(14, 18, 24)),
    )
