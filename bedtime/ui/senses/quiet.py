"""Keeps Qt's sound libraries from telling which of the system's they did without."""

from PySide6.QtCore import QLoggingCategory

_QUIET = "qt.multimedia*=false"
_QUIETER = f"{_QUIET}\ndefault.warning=false"


def be_quiet() -> None:
    """Before one of them is loaded."""
    QLoggingCategory.setFilterRules(_QUIET)


def be_quieter() -> None:
    """While looking for a sound server that may not be there: the person is told in our own words."""
    QLoggingCategory.setFilterRules(_QUIETER)
