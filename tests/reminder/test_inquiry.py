"""Whether a notice would be seen, by what the desktops say of themselves."""

import pytest

from bedtime.errors import Fault
from bedtime.reminder.delivery import Delivery, judged
from bedtime.reminder.inquiry import how_to_allow, look
from bedtime.reminder.notice import Buttons
from bedtime.reminder.processes import Ran
from tests.reminder.doubles import ScriptedProcesses


@pytest.mark.parametrize(
    ("server", "question", "off", "on"),
    [
        ("gnome-shell", "gsettings", "false\n", "true\n"),
        ("Xfce Notify Daemon", "xfconf-query", "true\n", "false\n"),
        ("dunst", "dunstctl", "true\n", "false\n"),
        ("mako", "makoctl", "default\ndo-not-disturb\n", "default\n"),
    ],
)
def test_a_desktop_that_was_told_to_be_quiet_is_found_out_with_its_remedy(
    server: str, question: str, off: str, on: str
) -> None:
    quiet = ScriptedProcesses({question: Ran(status=0, out=off)})
    assert how_to_allow(server, quiet, inhibited=False)
    assert not how_to_allow(server, ScriptedProcesses({question: Ran(status=0, out=on)}), inhibited=False)
    assert not how_to_allow(server, ScriptedProcesses({question: Ran(status=1, out=off)}), inhibited=False)
    assert not how_to_allow(server, ScriptedProcesses({question: Fault("not there")}), inhibited=False)


def test_a_desktop_that_says_itself_that_it_is_quiet_is_believed() -> None:
    assert how_to_allow("Plasma", ScriptedProcesses(), inhibited=True)


def test_how_a_notice_fares_is_said_in_words() -> None:
    blocked = judged("gnome-shell", Buttons.DRAWN, "Open Settings.")
    assert (blocked.how, blocked.words) == (Delivery.BLOCKED, "The system is blocking reminders.")
    click = judged("dunst", Buttons.CLICK, "")
    assert click.words == "This desktop cannot show buttons on notifications. Click it to begin."
    assert judged("Plasma", Buttons.DRAWN, "").how is Delivery.SHOWN


def test_without_a_message_bus_nobody_shows_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    assert look(ScriptedProcesses()).how is Delivery.NOBODY
