"""A whole evening by ear: the real program, a real accessibility bus, and nobody who looks."""

import json
import re

import pytest

from tests.accessibility.conftest import Read
from tests.accessibility.reader import PATIENCE_S, Heard, Part, Reader
from tests.reminder.desktop import Desktop

pytestmark = pytest.mark.slow
POLITE, ASSERTIVE = 1, 2


def seconds_left(reader: Reader) -> int:
    """What the countdown says when it is asked."""
    found = [re.match(r"(\d+) seconds? left", part.name) for part in reader.window().walk() if part.role == "label"]
    return next(int(match[1]) for match in found if match)


def test_a_session_is_begun_paused_and_ended_by_ear_and_is_saved(read: Read, desk: Desktop) -> None:
    reader = read()
    reader.find("Begin", "push button").press()
    named = reader.hear("Wall calf stretch, straight knee. Right leg.")
    assert named == Heard("Wall calf stretch, straight knee. Right leg. Stretch 1 of 6. Starts in 12 seconds.", POLITE)
    reader.find("I’m ready", "push button").press()
    assert reader.hear("Hold.").urgency == POLITE
    before = seconds_left(reader)
    reader.wait_for(lambda: seconds_left(reader) < before or None, "the countdown can be read, and goes on")
    reader.find("Ten seconds more on this side", "push button").press()
    assert reader.hear(r"\d+ seconds left").urgency == ASSERTIVE
    reader.find("Pause", "push button").press()
    reader.hear("Paused.")
    reader.wait_for_focus("Carry on")
    reader.find("End and save", "push button").press()
    assert reader.hear("Saved.").urgency == POLITE
    (session,) = json.loads(desk.bedtime("sessions", "--json").communicate(timeout=PATIENCE_S)[0])
    assert session["outcome"] == "partial"
    assert session["stretched_s"] > 0


def test_nothing_is_said_while_nothing_happens(read: Read) -> None:
    reader = read()
    reader.find("Begin", "push button").press()
    reader.find("I’m ready", "push button").press()
    reader.hear("Hold. 30 seconds")
    said = len(reader.announcements)
    start = seconds_left(reader)
    reader.wait_for(lambda: seconds_left(reader) < start - 5 or None, "the hold does not go on")
    assert reader.announcements[said:] == []


def figure(reader: Reader) -> Part:
    return next(part for part in reader.window().walk() if part.role == "graphic")


def test_the_figure_says_what_to_do(read: Read) -> None:
    reader = read()
    reader.find("Begin", "push button").press()
    reader.hear("Wall calf stretch")
    assert figure(reader).name == "Face the wall with both palms on it at shoulder height."
