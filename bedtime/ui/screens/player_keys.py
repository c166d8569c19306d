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


_WISH_ON_SPACE = {Scene.WORKING: Wish.PAUSE, Scene.GETTING_READY: Wish.READY, Scene.PAUSED: Wish.CARRY_ON}
_WISH_ON_KEY = {
    Qt.Key.Key_Left: Wish.BACK,
    Qt.Key.Key_Right: Wish.SKIP,
    Qt.Key.Key_Up: Wish.LONGER,
    Qt.Key.Key_Plus: Wish.LONGER,
    Qt.Key.Key_Down: Wish.SHORTER,
    Qt.Key.Key_Minus: Wish.SHORTER,
    Qt.Key.Key_F11: Wish.FULL_SCREEN,
}
_WISH_ON_LETTER = {
    Qt.Key.Key_F: Wish.FULL_SCREEN,
    Qt.Key.Key_V: Wish.FAR_VIEW,
    Qt.Key.Key_M: Wish.SOUND,
    Qt.Key.Key_I: Wish.INSTRUCTION,
    Qt.Key.Key_N: Wish.SMALL_WINDOW,
}
_STRETCH_ON_KEY = {Qt.Key(Qt.Key.Key_1 + index): index for index in range(9)}
_MODIFIED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def wish_on(key: Qt.Key, modifiers: Qt.KeyboardModifier, scene: Scene, *, letters: bool) -> Wish | None:
    """What a key asks for in a scene; None when it asks for nothing. `letters` is whether single letters are keys."""
    if modifiers & _MODIFIED:
        return None
    if key == Qt.Key.Key_Space:
        return _WISH_ON_SPACE[scene]
    if letters and key in _WISH_ON_LETTER:
        return _WISH_ON_LETTER[key]
    return _WISH_ON_KEY.get(key)


def stretch_on(key: Qt.Key, modifiers: Qt.KeyboardModifier, present: int) -> int | None:
    """The stretch, from 0, that a key leads to: 1 to 9 by number, Page Up and Page Down from the `present` one."""
    if modifiers & _MODIFIED:
        return None
    if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
        return present + (1 if key == Qt.Key.Key_PageDown else -1)
    return _STRETCH_ON_KEY.get(key)
