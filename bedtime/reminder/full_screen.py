"""Whether something fills the screen: a film, a game, a call. Then a notice waits.

Each desktop is asked in the way it knows. Where none can be asked the answer is no, and the notice is shown: a
reminder that never comes is worse than one that comes over a film.
"""

import re
from collections.abc import Mapping
from typing import Protocol

from bedtime.errors import Fault
from bedtime.reminder.processes import Processes

MANY_WINDOWS = 40
IDLE = 8  # the flag of org.gnome.SessionManager for "the session must not be taken for idle"
WINDOWS_BUSY = frozenset({2, 3, 4})  # a full-screen program, a Direct3D one, a presentation
WINDOW_ID = re.compile(r"0x[0-9a-f]+", re.ASCII)


class Screen(Protocol):
    """Somebody who knows whether the screen is taken."""

    def taken(self) -> bool:
        """Whether something fills it now."""
        ...


class X11Screen:
    """Asks the window manager through `xprop`."""

    def __init__(self, processes: Processes) -> None:
        self._processes = processes

    def taken(self) -> bool:
        """Whether any window that can be seen fills the screen."""
        try:
            listed = self._processes.run("xprop", "-root", "_NET_CLIENT_LIST", "_NET_CURRENT_DESKTOP").out
            return any(
                fills_the_screen(
                    self._processes.run("xprop", "-id", window, "_NET_WM_STATE", "_NET_WM_DESKTOP").out,
                    current_desktop(listed),
                )
                for window in windows(listed)
            )
        except Fault:
            return False


class MacScreen:
    """Asks `pmset` whether a program keeps the display awake, which films, calls and presentations do."""

    def __init__(self, processes: Processes) -> None:
        self._processes = processes

    def taken(self) -> bool:
        """Whether the display is kept awake."""
        try:
            return display_is_kept_awake(self._processes.run("pmset", "-g", "assertions").out)
        except Fault:
            return False


class WindowsScreen:
    """Asks the shell whether this is a moment for notices."""

    def taken(self) -> bool:
        """Whether a program fills the screen, or a presentation is on."""
        import ctypes  # noqa: PLC0415 - only Windows has what is asked for here

        shell = getattr(ctypes, "windll", None)
        if shell is None:
            return False
        state = ctypes.c_int()
        failed = shell.shell32.SHQueryUserNotificationState(ctypes.byref(state))
        return not failed and state.value in WINDOWS_BUSY


class SessionScreen:
    """Asks the session manager of GNOME and its relatives, which under Wayland is the only one who knows."""

    def taken(self) -> bool:
        """Whether a program has said that somebody is watching."""
        from bedtime.reminder.session_bus import BusSilent, Service, SessionBus  # noqa: PLC0415 - Linux alone has it

        manager = Service("org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager")
        try:
            bus = SessionBus.connect()
            try:
                return bool(bus.call(manager, "IsInhibited", "u", IDLE)[0])
            finally:
                bus.close()
        except BusSilent:
            return False


def screens(platform: str, environment: Mapping[str, str], processes: Processes) -> tuple[Screen, ...]:
    """Whom to ask on this computer."""
    match platform:
        case "win32":
            return (WindowsScreen(),)
        case "darwin":
            return (MacScreen(processes),)
        case _:
            wayland = bool(environment.get("WAYLAND_DISPLAY"))
            x11 = bool(environment.get("DISPLAY")) and not wayland
            return (SessionScreen(),) if wayland else (X11Screen(processes),) if x11 else ()


def windows(listed: str) -> list[str]:
    """The window numbers in what `xprop -root _NET_CLIENT_LIST` says."""
    line = next((line for line in listed.splitlines() if line.startswith("_NET_CLIENT_LIST")), "")
    return WINDOW_ID.findall(line)[:MANY_WINDOWS]


def current_desktop(listed: str) -> int | None:
    """The desktop that is being looked at; None where there is no such thing."""
    return _number(listed, "_NET_CURRENT_DESKTOP")


def fills_the_screen(told: str, desktop: int | None) -> bool:
    """Whether a window, by what `xprop` tells of it, fills the screen on the desktop that is being looked at."""
    its_desktop = _number(told, "_NET_WM_DESKTOP")
    here = desktop is None or its_desktop in {None, desktop, 0xFFFFFFFF}
    return here and "_NET_WM_STATE_FULLSCREEN" in told and "_NET_WM_STATE_HIDDEN" not in told


def display_is_kept_awake(assertions: str) -> bool:
    """Whether `pmset -g assertions` counts a program that keeps the display from sleeping."""
    return re.search(r"^\s*PreventUserIdleDisplaySleep\s+1\s*$", assertions, re.MULTILINE) is not None


def _number(told: str, name: str) -> int | None:
    match = re.search(rf"^{name}\(CARDINAL\) = (\d+)$", told, re.MULTILINE)
    return int(match[1]) if match else None
