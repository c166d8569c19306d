"""Keys in words: as a keyboard names them, and as they are read out."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from bedtime.language import N_, _, pgettext
from bedtime.phrases import either

_SPOKEN = {
    "Esc": N_("Escape"),
    "Del": N_("Delete"),
    "PgUp": N_("Page Up"),
    "PgDown": N_("Page Down"),
    "Left": N_("left arrow"),
    "Right": N_("right arrow"),
    "Up": N_("up arrow"),
    "Down": N_("down arrow"),
    "+": N_("plus"),
    "-": N_("minus"),
    "?": N_("question mark"),
}


@dataclass(frozen=True, slots=True)
class KeyLine:
    """Keys that all do the same, as Qt writes them on every system, and what that is."""

    keys: tuple[str, ...]
    words: str

    @property
    def shown(self) -> tuple[str, ...]:
        """The keys as this computer's keyboard names them; a row of digits is its first and last."""
        return tuple(map(_shown, self._ends))

    @property
    def is_range(self) -> bool:
        """Whether the two keys that are shown stand for those between them as well."""
        return len(self._ends) < len(self.keys)

    @property
    def spoken(self) -> str:
        """The line as it is read out."""
        names = [_(_SPOKEN[key]) if key in _SPOKEN else _shown(key) for key in self._ends]
        if self.is_range:
            keys = pgettext("keys", "{first} to {last}").format(first=names[0], last=names[-1])
        else:
            keys = either(names)
        return _("{keys}: {meaning}").format(keys=keys, meaning=self.words)

    @property
    def _ends(self) -> tuple[str, ...]:
        is_range = len(self.keys) > 3 and all(key.isdigit() for key in self.keys)
        return (self.keys[0], self.keys[-1]) if is_range else self.keys


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys of one place."""

    title: str
    lines: tuple[KeyLine, ...]


def _shown(key: str) -> str:
    if key == "Return":
        return pgettext("a key", "Enter")
    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{native[:-2]} {native[-1]}" if native.endswith(("++", "+-")) else native  # not "Ctrl++"
