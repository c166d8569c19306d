"""What the person may ask of a running session, and which key asks for it."""

from enum import Enum, auto

from PySide6.QtCore import Qt

from bedtime.ui.screens.player_face import Scene


class Wish(Enum):
    """What the person asks for."""

    PAUSE = auto()
    CARRY_ON = auto()
    READY = auto()
    BACK = auto()
    SKIP = auto()
    LONGER = auto()
    SHORTER = auto()
    START_SIDE_AGAIN = auto()
    LEAVE_OUT = auto()  # which may be asked about first
    LEAVE_OUT_TONIGHT = auto()
    LEAVE_OUT_FROM_NOW_ON = auto()
    END = auto()
    FULL_SCREEN = auto()
    FAR_VIEW = auto()
    SOUND = auto()
    INSTRUCTION = auto()
    SMALL_WINDOW = auto()
    KEYS = auto()


WISH_ON_SPACE = {Scene.WORKING: Wish.PAUSE, Scene.GETTING_READY: Wish.READY, Scene.PAUSED: Wish.CARRY_ON}
WISH_ON_KEY = {
    Qt.Key.Key_Left: Wish.BACK,
    Qt.Key.Key_Right: Wish.SKIP,
    Qt.Key.Key_Up: Wish.LONGER,
    Qt.Key.Key_Down: Wish.SHORTER,
    Qt.Key.Key_F11: Wish.FULL_SCREEN,
}
WISH_ON_SIGN = {Qt.Key.Key_Plus: Wish.LONGER, Qt.Key.Key_Minus: Wish.SHORTER}
WISH_ON_LETTER = {
    Qt.Key.Key_F: Wish.FULL_SCREEN,
    Qt.Key.Key_V: Wish.FAR_VIEW,
    Qt.Key.Key_M: Wish.SOUND,
    Qt.Key.Key_I: Wish.INSTRUCTION,
    Qt.Key.Key_N: Wish.SMALL_WINDOW,
}
"""Single letters. With Ctrl and Shift they are heeded always, also by those who have switched single ones off."""
STRETCH_ON_DIGIT = {Qt.Key(Qt.Key.Key_1 + index): index for index in range(9)}
STEP_ON_KEY = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_MODIFIED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_WITH_A_LETTER = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def wish_on(key: Qt.Key, modifiers: Qt.KeyboardModifier, scene: Scene, *, letters: bool) -> Wish | None:
    """What a key asks for in a scene; None when it asks for nothing.

    `letters` is whether letters, digits and signs are keys by themselves.
    """
    if modifiers == _WITH_A_LETTER:
        return WISH_ON_LETTER.get(key)
    if modifiers & _MODIFIED:
        return None
    if key == Qt.Key.Key_Space:
        return WISH_ON_SPACE[scene]
    if letters and key in WISH_ON_LETTER | WISH_ON_SIGN:
        return (WISH_ON_LETTER | WISH_ON_SIGN)[key]
    return WISH_ON_KEY.get(key)


def stretch_on(key: Qt.Key, modifiers: Qt.KeyboardModifier, present: int, *, letters: bool) -> int | None:
    """The stretch, from 0, that a key leads to: 1 to 9 by number, Page Up and Page Down from the `present` one."""
    if modifiers & _MODIFIED:
        return None
    if key in STEP_ON_KEY:
        return present + STEP_ON_KEY[key]
    return STRETCH_ON_DIGIT.get(key) if letters else None
