"""What is written to speech-dispatcher, and what its answers mean."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bedtime.session.ears import Speaker
from bedtime.ui.senses import ssip

ANSWERS = b"208 OK\r\n251-espeak-ng\r\n251 OK GET RETURNED\r\n225-7\r\n225 OK\r\n702-7\r\n702-1\r\n702 END\r\n"
MEANT = [
    ssip.Reply(208, ()),
    ssip.Reply(251, ("espeak-ng",)),
    ssip.Reply(225, ("7",)),
    ssip.Reply(702, ("7", "1")),
]


@given(st.lists(st.integers(0, len(ANSWERS)), max_size=8))
def test_answers_mean_the_same_however_they_arrive(cuts: list[int]) -> None:
    replies, edges = ssip.Replies(), [0, *sorted(cuts), len(ANSWERS)]
    pieces = [ANSWERS[start:end] for start, end in pairwise(edges)]
    assert [reply for piece in pieces for reply in replies.take(piece)] == MEANT


def test_what_is_no_answer_is_passed_over() -> None:
    assert list(ssip.Replies().take(b"\xff\xfe nonsense\r\n\r\n208 OK\r\n")) == [ssip.Reply(208, ())]


def test_a_list_of_voices_is_a_name_and_a_language_each() -> None:
    lines = ("English (Scotland)\ten-GB-SCOTLAND\tnone", "Ava\ten-US\tnone", "a line from another version")
    assert ssip.voices(lines) == (Speaker("English (Scotland)", "en-GB-SCOTLAND"), Speaker("Ava", "en-US"))


@given(st.text())
def test_no_words_end_their_message_early_or_become_a_command(words: str) -> None:
    speak, *lines, end = ssip.spoken(words)
    assert (speak, end) == ("SPEAK", ".")
    assert "." not in lines
    assert all("\n" not in line and "\r" not in line for line in lines)


@given(st.text(), st.text(min_size=1))
def test_no_setting_becomes_a_command(language: str, voice: str) -> None:
    lines = ssip.written(ssip.in_this_manner(language, voice, 85, 35)).decode().split("\r\n")
    assert [line.split(" ")[:2] for line in lines[:-1]] == [["SET", "SELF"]] * 4


def test_pace_and_volume_stay_within_what_is_understood() -> None:
    assert "SET SELF RATE -15" in ssip.in_this_manner("en", "", 85, 35)
    assert "SET SELF VOLUME -30" in ssip.in_this_manner("en", "", 85, 35)
    assert "SET SELF VOLUME 100" in ssip.in_this_manner("en", "", 85, 400)
