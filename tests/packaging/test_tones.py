"""The tones as they lie in assets/sounds: soft, low, and made by packaging/make_tones.py."""

import array
import math
import subprocess
import sys
import wave
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from bedtime.session.cues import Tone

ROOT = Path(__file__).parents[2]
SOUNDS = ROOT / "assets" / "sounds"
RATE = 16_000
MUSICAL = [tone for tone in Tone if tone is not Tone.CLICK]
HEARD_FROM_60_ON_HZ = range(392, 588)
STARTS = {Tone.READY: 392, Tone.HOLD: 392, Tone.NEXT: 494, Tone.CHANGE: 587, Tone.FINISHED: 587}
ENDS = {Tone.READY: 494, Tone.HOLD: 392, Tone.NEXT: 494, Tone.CHANGE: 494, Tone.FINISHED: 392}
NOTE_S, APART_S = 0.730, 0.42


@cache
def samples(tone: Tone) -> tuple[float, ...]:
    """The samples of a file, as shares of full scale."""
    with wave.open(str(SOUNDS / f"{tone}.wav"), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        whole = array.array("h", file.readframes(file.getnframes()))
    return tuple(sample / 32_768 for sample in whole)


def power(part: tuple[float, ...], hz: float) -> float:
    """How much of one frequency there is, by Goertzel's way: one multiplication a sample, no library."""
    turn = 2 * math.cos(2 * math.pi * hz / RATE)
    last = before = 0.0
    for sample in part:
        last, before = sample + turn * last - before, last
    return (last * last + before * before - turn * last * before) / len(part) ** 2


def strongest_hz(part: tuple[float, ...]) -> int:
    """The frequency of which there is most, to 4 Hz, between 100 and 2000."""
    return max(range(100, 2000, 4), key=lambda hz: power(part, hz))


def envelope(tone: Tone) -> list[float]:
    """The loudness in windows of 5 ms."""
    whole, window = samples(tone), RATE // 200
    return [max(map(abs, whole[start : start + window])) for start in range(0, len(whole), window)]


def test_every_tone_has_its_file_and_all_are_small() -> None:
    assert {file.stem for file in SOUNDS.glob("*.wav")} == {tone.value for tone in Tone}
    assert sum(file.stat().st_size for file in SOUNDS.iterdir()) < 250_000


def test_the_maker_makes_these_very_files(tmp_path: Path) -> None:
    program = f"import make_tones, pathlib; make_tones.make_all(pathlib.Path({str(tmp_path)!r}))"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT / "packaging", check=True, timeout=60)
    for tone in Tone:
        assert (tmp_path / f"{tone}.wav").read_bytes() == (SOUNDS / f"{tone}.wav").read_bytes()


@pytest.mark.parametrize("tone", MUSICAL)
def test_the_fundamentals_are_those_that_old_ears_hear_well(tone: Tone) -> None:
    whole = samples(tone)
    first = whole[round(0.01 * RATE) : round(0.09 * RATE)]
    last = whole[-round(0.65 * RATE) : -round(0.45 * RATE)]
    for part, expected in ((first, STARTS[tone]), (last, ENDS[tone])):
        found = strongest_hz(part)
        assert abs(found - expected) <= 25, (tone, found)
        assert found in HEARD_FROM_60_ON_HZ or abs(found - expected) <= 6


@pytest.mark.parametrize("tone", MUSICAL)
def test_little_sounds_above_the_fundamental(tone: Tone) -> None:
    part = samples(tone)[round(0.05 * RATE) : round(0.35 * RATE)]
    loudest = max(power(part, hz) for hz in range(380, 600, 2))
    assert max(power(part, hz) for hz in range(1_900, 7_900, 7)) < loudest / 1_000


@pytest.mark.parametrize("tone", Tone)
def test_the_peak_is_partner_safe(tone: Tone) -> None:
    peak_db = 20 * math.log10(max(map(abs, samples(tone))))
    assert peak_db == pytest.approx(-24 if tone is Tone.CLICK else -18, abs=0.05)


@pytest.mark.parametrize("tone", [Tone.READY, Tone.HOLD, Tone.NEXT])
def test_it_swells_for_30_ms_and_fades_for_700(tone: Tone) -> None:
    loudness = envelope(tone)
    highest = max(loudness)
    to_full_ms = 5 * next(index for index, level in enumerate(loudness) if level > 0.97 * highest)
    assert 20 <= to_full_ms <= 45
    assert loudness[0] < 0.1 * highest
    heard_until_ms = 5 * max(index for index, level in enumerate(loudness) if level > 0.001 * highest)
    assert 600 <= heard_until_ms <= 730


@pytest.mark.parametrize("tone", Tone)
def test_nothing_clicks_at_its_edges(tone: Tone) -> None:
    whole = samples(tone)
    assert whole[0] == whole[-1] == 0.0
    steepest = max(abs(after - before) for before, after in pairwise(whole))
    assert steepest < 0.05
    assert max(map(abs, whole[-round(0.1 * RATE) :])) == 0.0
