"""Whether the person has asked their system for less movement. Each system is asked in the way it knows.

Where none can be asked, or none answers, the answer is no: what moves here moves slowly, and the settings can stop it.
"""

from collections.abc import Callable
from typing import Any

from bedtime.errors import Fault
from bedtime.reminder.processes import Processes

_WINDOWS_ANIMATES = 0x1042  # SPI_GETCLIENTAREAANIMATION
_PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings")
_LINUX: tuple[tuple[str, str, Callable[[object], bool]], ...] = (
    ("org.freedesktop.appearance", "reduced-motion", lambda value: value == 1),
    ("org.gnome.desktop.interface", "enable-animations", lambda value: value is False),
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor", lambda value: _number(value) == 0),
)
"""What the desktops of Linux call it, and which value means less: the common name first."""


def wants_less_motion(platform: str, processes: Processes) -> bool:
    """Whether this system asks for less movement. May take some seconds where a desktop does not answer."""
    match platform:
        case "win32":
            return _windows_wants_less()
        case "darwin":
            return _mac_wants_less(processes)
        case _:
            return _linux_wants_less()


def innermost(answer: Any) -> object:
    """The value within what the portal answers: variants in variants, each a pair of its signature and its value."""
    while isinstance(answer, tuple) and len(answer) == 2 and isinstance(answer[0], str):
        answer = answer[1]
    return answer


def _linux_wants_less() -> bool:
    from bedtime.reminder.session_bus import BusSilent, Service, SessionBus  # noqa: PLC0415 - Linux alone has it

    try:
        bus = SessionBus.connect()
    except BusSilent:
        return False
    try:
        for namespace, key, means_less in _LINUX:
            try:
                (answer,) = bus.call(Service(*_PORTAL), "Read", "ss", namespace, key)
            except (BusSilent, ValueError):
                continue
            return means_less(innermost(answer))
    finally:
        bus.close()
    return False


def _windows_wants_less() -> bool:
    import ctypes  # noqa: PLC0415 - only Windows has what is asked for here

    system = getattr(ctypes, "windll", None)
    if system is None:
        return False
    animates = ctypes.c_int(1)
    known = system.user32.SystemParametersInfoW(_WINDOWS_ANIMATES, 0, ctypes.byref(animates), 0)
    return bool(known) and not animates.value


def _mac_wants_less(processes: Processes) -> bool:
    try:
        return processes.run("defaults", "read", "com.apple.universalaccess", "reduceMotion").out.strip() == "1"
    except Fault:
        return False


def _number(value: object) -> float | None:
    try:
        return float(str(value))
    except ValueError:
        return None
