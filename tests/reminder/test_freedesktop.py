"""How a notice is put for Linux desktops, and what their signals mean. The real ones are in test_real_desktops."""

import pytest

from bedtime.reminder.freedesktop import Freedesktop, actions, body, buttons_of, hints, meaning
from bedtime.reminder.notice import (
    Answer,
    Buttons,
    CannotShow,
    Notice,
    evening_notice,
    morning_notice,
    trial_notice,
)
from bedtime.reminder.preferences import Sound
from bedtime.reminder.session_bus import Signal


@pytest.fixture
def notice() -> Notice:
    return evening_notice(minutes=7, snooze_min=20, sound=Sound.SILENT)


def test_the_three_buttons_stand_in_their_order(notice: Notice) -> None:
    assert actions(notice, Buttons.DRAWN) == [
        "begin", "Begin", "again", "In 20 min", "skip", "Not tonight",
    ]  # fmt: skip


def test_where_no_buttons_are_drawn_a_click_begins_and_the_words_say_so(notice: Notice) -> None:
    assert actions(notice, Buttons.CLICK)[:2] == ["default", "Begin"]
    assert body(notice, Buttons.CLICK) == "Seven quiet minutes are ready. Click to begin."
    assert body(notice, Buttons.DRAWN) == "Seven quiet minutes are ready."


@pytest.mark.parametrize(
    ("server", "capabilities", "buttons"),
    [
        ("gnome-shell", ["actions", "body"], Buttons.DRAWN),
        ("Xfce Notify Daemon", ["actions"], Buttons.DRAWN),
        ("Plasma", ["actions"], Buttons.DRAWN),
        ("dunst", ["actions"], Buttons.CLICK),
        ("mako", ["actions"], Buttons.CLICK),
        ("old", ["body"], Buttons.CLICK),
    ],
)
def test_it_is_known_which_desktops_draw_buttons(server: str, capabilities: list[str], buttons: Buttons) -> None:
    assert buttons_of(server, capabilities) is buttons


def test_a_notice_is_silent_unless_a_chime_was_chosen() -> None:
    assert hints(Sound.SILENT)["suppress-sound"] == ("b", True)
    assert "sound-name" not in hints(Sound.SILENT)
    assert "suppress-sound" not in hints(Sound.CHIME)
    assert hints(Sound.CHIME)["urgency"] == ("y", 1)


@pytest.mark.parametrize(
    ("signal", "buttons", "answer"),
    [
        (Signal("ActionInvoked", (7, "again")), Buttons.DRAWN, Answer.AGAIN),
        (Signal("ActionInvoked", (7, "skip")), Buttons.CLICK, Answer.SKIP),
        (Signal("ActionInvoked", (7, "default")), Buttons.CLICK, Answer.BEGIN),
        (Signal("ActionInvoked", (8, "begin")), Buttons.DRAWN, None),
        (Signal("NotificationClosed", (7, 2)), Buttons.DRAWN, Answer.PUT_AWAY),
        (Signal("NotificationClosed", (7, 2)), Buttons.CLICK, Answer.BEGIN),
        (Signal("NotificationClosed", (7, 1)), Buttons.CLICK, Answer.PUT_AWAY),
        (Signal("NotificationClosed", (8, 2)), Buttons.DRAWN, None),
        (Signal("ActivationToken", (7, "x")), Buttons.DRAWN, None),
        (Signal("ActionInvoked", ()), Buttons.DRAWN, None),
        (Signal("NotificationClosed", ("nonsense", None, 3)), Buttons.DRAWN, None),
    ],
)
def test_what_the_desktop_says_is_understood_or_passed_over(
    signal: Signal, buttons: Buttons, answer: Answer | None
) -> None:
    assert meaning(signal, 7, buttons) is answer


@pytest.mark.parametrize("bus", ["", "unix:path=/nonexistent", "nonsense", "tcp:host=x,port=y"])
def test_without_a_message_bus_it_is_said_that_nothing_can_be_shown(
    monkeypatch: pytest.MonkeyPatch, notice: Notice, bus: str
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    with pytest.raises(CannotShow, match="no message bus"):
        Freedesktop().show(notice)


def test_a_test_looks_like_the_real_notice() -> None:
    test = trial_notice(snooze_min=10, sound=Sound.CHIME)
    real = evening_notice(minutes=None, snooze_min=10, sound=Sound.CHIME)
    assert (test.title, test.buttons, test.sound) == (real.title, real.buttons, real.sound)
    assert test.body != real.body


def test_words_fit_the_number() -> None:
    assert evening_notice(minutes=1, snooze_min=5, sound=Sound.SILENT).body == "One quiet minute is ready."
    assert evening_notice(minutes=None, snooze_min=5, sound=Sound.SILENT).body == "A few quiet minutes are ready."
    assert morning_notice(snooze_min=5, sound=Sound.SILENT).buttons[1].label == "In 5 min"
    assert evening_notice(minutes=21, snooze_min=10, sound=Sound.SILENT).body == "21 quiet minutes are ready."
