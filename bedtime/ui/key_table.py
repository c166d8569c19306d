"""Every key that does something, in words. What a screen's own map of keys says is taken from there, never repeated."""

from collections.abc import Mapping

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from bedtime.language import N_, _
from bedtime.ui.parts.key_lines import KeyGroup, KeyLine
from bedtime.ui.places import KEYS, KEYS_KEYS, PLACES
from bedtime.ui.screens.player_keys import (
    STEP_ON_KEY,
    STRETCH_ON_DIGIT,
    WISH_ON_KEY,
    WISH_ON_LETTER,
    WISH_ON_SIGN,
    Wish,
)

IN_A_SESSION, EVERYWHERE = N_("In a session"), N_("Everywhere")
TONIGHT, GOODNIGHT = N_("On Tonight"), N_("On Goodnight")
EDITOR = N_("Where a routine is changed")
_WITH_A_LETTER = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_WISHES = {
    Wish.BACK: N_("Back: this side again, or the one before"),
    Wish.SKIP: N_("Skip to what comes next"),
    Wish.LONGER: N_("Ten seconds more on this side"),
    Wish.SHORTER: N_("Ten seconds less on this side"),
    Wish.FULL_SCREEN: N_("Full screen, and back"),
    Wish.SOUND: N_("Voice, tones or silent"),
    Wish.SMALL_WINDOW: N_("Small window that stays on top, and back"),
    Wish.FAR_VIEW: N_("Far view: the number and the side alone, and back"),
    Wish.INSTRUCTION: N_("What to do, where a small window leaves it out"),
}


def key_table(*, letters: bool) -> tuple[KeyGroup, ...]:
    """All keys; without those that are a letter, a digit or a sign where `letters` are switched off."""
    groups = (_session(letters=letters), _everywhere(), _tonight(), _goodnight(), _editor())
    if letters:
        return groups
    return tuple(KeyGroup(group.title, tuple(filter(None, map(_without_letters, group.lines)))) for group in groups)


def _without_letters(line: KeyLine) -> KeyLine | None:
    kept = tuple(key for key in line.keys if len(key) > 1)
    return KeyLine(kept, line.words) if kept else None


def _session(*, letters: bool) -> KeyGroup:
    wished = [KeyLine(_keys_of(wish, letters=letters), _(words)) for wish, words in _WISHES.items()]
    return KeyGroup(
        _(IN_A_SESSION),
        (
            KeyLine(("Space",), _("Pause, carry on, or “I’m ready”")),
            *wished,
            KeyLine(tuple(map(_name, STRETCH_ON_DIGIT)), _("The stretch of that number")),
            KeyLine(tuple(map(_name, STEP_ON_KEY)), _("The stretch before, or the next one")),
            KeyLine(("Esc",), _("Pause; in full screen, leave that first")),
        ),
    )


def _keys_of(wish: Wish, *, letters: bool) -> tuple[str, ...]:
    maps: tuple[Mapping[Qt.Key, Wish], ...] = (WISH_ON_KEY, WISH_ON_SIGN, WISH_ON_LETTER)
    names = tuple(_name(key) for keys in maps for key, wished in keys.items() if wished is wish)
    if letters:
        return names
    with_both = [key for key, wished in WISH_ON_LETTER.items() if wished is wish]
    return (*names, *(_name(QKeyCombination(_WITH_A_LETTER, key)) for key in with_both))


def _everywhere() -> KeyGroup:
    places = tuple(KeyLine((KEYS[place],), _(place)) for place in PLACES)
    return KeyGroup(
        _(EVERYWHERE),
        (
            KeyLine(("Tab", "Shift+Tab"), _("To the next control, or the one before")),
            KeyLine(("Return",), _("What comes next: the filled button")),
            KeyLine(("Space",), _("Press what has the ring, except in a session")),
            KeyLine(("Esc",), _("Back")),
            *places,
            KeyLine(("Ctrl++", "Ctrl+-"), _("Larger or smaller text")),
            KeyLine(("F11",), _("Full screen, and back")),
            KeyLine(("Ctrl+Q",), _("Close Bedtime; a session is kept")),
            KeyLine(KEYS_KEYS, _("This table, and back")),
        ),
    )


def _tonight() -> KeyGroup:
    digits = tuple(str(digit) for digit in range(10))
    return KeyGroup(
        _(TONIGHT),
        (
            KeyLine(digits, _("So many minutes; 1 and then 2 is twelve")),
            KeyLine(("Left", "Right"), _("On the minutes: fewer or more")),
        ),
    )


def _goodnight() -> KeyGroup:
    digits = tuple(str(digit) for digit in range(10))
    return KeyGroup(
        _(GOODNIGHT),
        (
            KeyLine(digits, _("How your legs feel; 1 and then 0 is ten")),
            KeyLine(("Left", "Right"), _("On the numbers: the one before, or the next one")),
        ),
    )


def _editor() -> KeyGroup:
    return KeyGroup(
        _(EDITOR),
        (
            KeyLine(("Up", "Down"), _("The row above or below; in a number, less or more")),
            KeyLine(("Alt+Up", "Alt+Down"), _("Move the row")),
            KeyLine(("Ctrl+D",), _("Duplicate the row")),
            KeyLine(("Del",), _("Leave the row out")),
            KeyLine(("Ctrl+S",), _("Keep the routine")),
            KeyLine(("Ctrl+Z",), _("Undo")),
            KeyLine(("Ctrl+Shift+Z", "Ctrl+Y"), _("Redo")),
        ),
    )


def _name(key: Qt.Key | QKeyCombination) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
