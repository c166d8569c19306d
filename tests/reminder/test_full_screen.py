"""Whether something fills the screen, by what the tools of each system say."""

import sys

import pytest

from bedtime.errors import Fault
from bedtime.reminder.full_screen import (
    MacScreen,
    SessionScreen,
    WindowsScreen,
    X11Screen,
    current_desktop,
    display_is_kept_awake,
    fills_the_screen,
    screens,
    windows,
)
from bedtime.reminder.processes import Ran
from tests.reminder.doubles import ScriptedProcesses

ROOT = "_NET_CLIENT_LIST(WINDOW): window id # 0x1000003, 0x1200007\n_NET_CURRENT_DESKTOP(CARDINAL) = 0\n"
FILM = "_NET_WM_STATE(ATOM) = _NET_WM_STATE_FULLSCREEN, _NET_WM_STATE_FOCUSED\n_NET_WM_DESKTOP(CARDINAL) = 0\n"
HIDDEN = "_NET_WM_STATE(ATOM) = _NET_WM_STATE_HIDDEN, _NET_WM_STATE_FULLSCREEN\n_NET_WM_DESKTOP(CARDINAL) = 0\n"
PLAIN = "_NET_WM_STATE(ATOM) = \n_NET_WM_DESKTOP(CARDINAL) = 0\n"
PMSET = """\
Assertion status system-wide:
   BackgroundTask                 0
   PreventUserIdleDisplaySleep    {film}
   PreventUserIdleSystemSleep     1
"""


def test_the_windows_and_the_desktop_are_found_in_what_xprop_says() -> None:
    assert windows(ROOT) == ["0x1000003", "0x1200007"]
    assert current_desktop(ROOT) == 0
    assert windows("_NET_CLIENT_LIST:  not found.\n") == []
    assert current_desktop("_NET_CURRENT_DESKTOP:  not found.\n") is None


@pytest.mark.parametrize(
    ("told", "desktop", "fills"),
    [
        (FILM, 0, True),
        (FILM, None, True),
        (FILM, 1, False),
        (FILM.replace("= 0", "= 4294967295"), 1, True),
        (HIDDEN, 0, False),
        (PLAIN, 0, False),
        ("", 0, False),
    ],
)
def test_a_window_fills_the_screen_if_it_says_so_and_can_be_seen(told: str, desktop: int | None, fills: bool) -> None:
    assert fills_the_screen(told, desktop) is fills


def test_one_film_among_other_windows_is_found() -> None:
    answers = {
        "-root": Ran(status=0, out=ROOT),
        "0x1000003": Ran(status=0, out=PLAIN),
        "0x1200007": Ran(status=0, out=FILM),
    }
    assert X11Screen(ScriptedProcesses(answers)).taken()
    answers["0x1200007"] = Ran(status=0, out=PLAIN)
    assert not X11Screen(ScriptedProcesses(answers)).taken()


def test_who_cannot_be_asked_holds_nothing_back() -> None:
    missing = ScriptedProcesses({"": Fault("not there")})
    assert not X11Screen(missing).taken()
    assert not MacScreen(missing).taken()


def test_without_a_message_bus_nothing_is_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    assert not SessionScreen().taken()


def test_a_mac_whose_display_is_kept_awake_shows_a_film() -> None:
    assert display_is_kept_awake(PMSET.format(film=1))
    assert not display_is_kept_awake(PMSET.format(film=0))
    assert not display_is_kept_awake("")


@pytest.mark.skipif(sys.platform == "win32", reason="there Windows itself answers")
def test_elsewhere_windows_is_not_asked() -> None:
    assert not WindowsScreen().taken()


@pytest.mark.parametrize(
    ("platform", "environment", "kinds"),
    [
        ("linux", {"DISPLAY": ":0"}, [X11Screen]),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, [SessionScreen]),
        ("linux", {}, []),
        ("darwin", {}, [MacScreen]),
        ("win32", {}, [WindowsScreen]),
    ],
)
def test_each_desktop_is_asked_in_the_way_it_knows(
    platform: str, environment: dict[str, str], kinds: list[type]
) -> None:
    assert [type(screen) for screen in screens(platform, environment, ScriptedProcesses())] == kinds
