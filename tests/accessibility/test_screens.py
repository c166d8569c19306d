"""Every screen as a screen reader finds it: nothing nameless, true states, and the keyboard where it belongs."""

import json
from collections.abc import Iterator

import pytest

from tests.accessibility.conftest import Read
from tests.accessibility.reader import PATIENCE_S, Part, Reader
from tests.reminder.desktop import Desktop

pytestmark = pytest.mark.slow
TONIGHTS_CARD = "Simple nightly leg stretch, Tonight, 8 min, Standing, chair, floor, Wall, chair, towel, Common advice"
NOTHING_TO_A_READER = {"filler", "unknown", "invalid", ""}


@pytest.fixture
def reader(read: Read) -> Iterator[Reader]:
    """The program at the beginning of its first evening."""
    reader = read("--speed", "5")
    reader.wait_for_focus("Begin")
    return reader


def seen(reader: Reader) -> list[Part]:
    return list(reader.window().walk())


def go(reader: Reader, name: str, lands_on: str, role: str = "push button") -> None:
    """Press something, and wait until the keyboard is where it belongs; then nothing on the screen is nameless."""
    pressed = reader.find(name, role)
    pressed.take_focus()
    reader.wait_for(lambda: pressed.has_focus or None, f"{name} does not take the keyboard")
    pressed.press()
    reader.wait_for_focus(lands_on)
    parts = [part for part in seen(reader) if "focusable" in part.states]
    assert [part for part in parts if not part.name or part.role in NOTHING_TO_A_READER] == []


def test_the_window_is_a_window_and_each_screen_says_its_name(reader: Reader) -> None:
    assert reader.window().role == "frame"
    assert "Tonight" in {part.name for part in seen(reader) if part.role == "panel"}
    go(reader, "Settings", "What applies to you")
    assert "Settings" in {part.name for part in seen(reader) if part.role == "panel"}


def test_the_minutes_say_what_they_are_whether_they_are_chosen_and_which_of_how_many(reader: Reader) -> None:
    seven = reader.find("Fit to 7 minutes, selected", "radio button")
    assert ("checked" in seven.states, seven.description) == (True, "2 of 6")
    reader.find("Fit to 10 minutes", "radio button").press()
    ten = reader.find("Fit to 10 minutes, selected", "radio button")
    assert ("checked" in ten.states, ten.description) == (True, "3 of 6")
    assert "checked" not in reader.find("Fit to 7 minutes").states
    assert reader.find("How many minutes tonight").role == "panel"
    assert reader.find("Begin with ten", "label")


def test_what_is_chosen_about_routines_can_be_read(reader: Reader) -> None:
    reader.find("See the stretches").press()
    reader.wait_for(lambda: reader.find("The stretches of tonight", "list").children or None, "the list is empty")
    reader.find("Hide the stretches").press()
    go(reader, "Routines", TONIGHTS_CARD)
    go(reader, TONIGHTS_CARD, "Back to tonight")
    assert "checked" in reader.find("Simple nightly leg stretch on Monday", "check box").states
    evidence = reader.find("Common advice", "push button")
    assert evidence.description == "Closed"
    evidence.press()
    reader.wait_for(lambda: evidence.again.description == "Open" or None, "the evidence does not open")


def test_the_editor_and_a_stretch_of_ones_own_can_be_filled_in_by_ear(reader: Reader) -> None:
    go(reader, "Routines", TONIGHTS_CARD)
    go(reader, TONIGHTS_CARD, "Back to tonight")
    go(reader, "Change a copy", "Wall calf stretch, straight knee, 30 seconds, 1 minute 17 seconds in all")
    hold = reader.find("Hold for Wall calf stretch, straight knee", "spin box")
    assert hold.value == 30
    reader.find("Hold for Wall calf stretch, straight knee, more by 5").press()
    reader.wait_for(lambda: hold.value == 35 or None, "the hold does not follow")
    row = "1 of 6: Wall calf stretch, straight knee, 35 seconds, 1 minute 27 seconds in all"
    assert reader.find(row).role == "panel"
    go(reader, "Add a stretch", "Search for a stretch")
    assert reader.find("Every stretch", "list").children
    go(reader, "Make one of your own", "Name")
    assert [reader.find(name, "text").name for name in ("What to do, a line for each step", "Where you feel it")]
    assert reader.find("Where").role in {"panel", "label"}


def test_the_reminder_the_cautions_and_the_help_can_be_read(reader: Reader) -> None:
    go(reader, "Reminder", "Remind me at 21:45")
    assert reader.find("Hour", "spin box").value == 21
    assert "checked" in reader.find("Monday, reminded", "check box").states
    assert reader.find("Hold while full screen", "check box").description == "Waits until a film or call ends"
    go(reader, "Settings", "What applies to you")
    go(reader, "What applies to you", "I am unsteady on my feet, or have fallen in the past year.")
    balance = reader.find("I am unsteady on my feet, or have fallen in the past year.", "check box")
    balance.press()
    reader.wait_for(lambda: "checked" in balance.again.states or None, "the tick is not said")
    go(reader, "When to get help", "Back")
    assert reader.find("Call the emergency number now", "label")
    go(reader, "Back", "When to get help")  # where the keyboard was
    go(reader, "Done", "What applies to you")
    assert reader.find("One sentence ticked.", "label")


def test_the_keys_are_read_line_by_line(reader: Reader) -> None:
    go(reader, "Settings", "What applies to you")
    go(reader, "See all keys", "Back")
    table = reader.find("Keys", "list")
    assert table.children[1].name == "In a session. Space: Pause, carry on, or “I’m ready”"
    go(reader, "Back", "See all keys")


def test_a_session_and_its_goodnight_can_be_read(reader: Reader, desk: Desktop) -> None:
    go(reader, "Begin", "I’m ready")
    go(reader, "I’m ready", "Pause")
    assert reader.find("Sound, tones", "push button")
    before = progress(reader)
    reader.wait_for(lambda: progress(reader) != before or None, "the progress is not said")
    go(reader, "Pause", "Carry on")
    go(reader, "End and save", "Sleep now")
    assert reader.find("How do your legs feel?", "panel")
    rating = reader.find("3 out of 10", "radio button")
    rating.press()
    reader.wait_for(lambda: "checked" in rating.again.states or None, "the rating is not said")
    (session,) = json.loads(desk.bedtime("sessions", "--json").communicate(timeout=PATIENCE_S)[0])
    assert session["rating"] == 3
    assert reader.find("A note for the morning, if you like", "text").text == ""


def progress(reader: Reader) -> str:
    pictures = (part.name for part in seen(reader) if part.role == "graphic")
    return next(name for name in pictures if name.startswith("Routine progress, stretch 1 of 6, "))


def test_with_a_screen_reader_the_buttons_of_a_session_stay(read: Read) -> None:
    reader = read()
    reader.wait_for_focus("Begin")
    go(reader, "Begin", "I’m ready")
    go(reader, "I’m ready", "Pause")
    skip = reader.find("Skip", "push button")
    reader.listen(5)  # they would have gone after four seconds, and a press would only wake them
    skip.press()
    assert reader.hear("Change sides")
