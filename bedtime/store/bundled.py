"""Reads the files that come with Bedtime: from inside the installed package, else from the folders of a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
_INSTALLED = _PACKAGE / "_data"


def bundled_root() -> Path:
    """The folder that holds `assets` and `routines`."""
    return _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


def read_bundled(name: str) -> bytes:
    """One built-in file by its name relative to that folder, such as `routines/in-bed.json`."""
    return (bundled_root() / name).read_bytes()
