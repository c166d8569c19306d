"""Night sounds: soft, endless, and the same every night."""

import array
import math
from functools import cache
from itertools import pairwise

import pytest

from bedtime.session.night_sounds import LOOP_S, PEAK_DB, RATE, Loop, night_sound, seamless
from bedtime.settings import NightSound

MADE = (NightSound.BROWN_NOISE, NightSound.WAVES, NightSound.RAIN)


@cache
def samples(kind: NightSound) -> tuple[int, ...]:
    loop = night_sound(kind)
    assert loop is not None
    return tuple(array.array("h", loop.data))


def loudness(part: tuple[int, ...]) -> float:
    return math.sqrt(sum(sample * sample for sample in part) / len(part))


@pytest.mark.parametrize("kind", [NightSound.OFF, NightSound.OWN_FILE])
def test_what_is_not_ours_is_not_made(kind: NightSound) -> None:
    assert night_sound(kind) is None


@pytest.mark.parametrize("kind", MADE)
def test_it_lasts_one_loop_and_is_never_loud(kind: NightSound) -> None:
    whole = samples(kind)
    assert len(whole) == LOOP_S * RATE
    assert 20 * math.log10(max(map(abs, whole)) / 32_768) < PEAK_DB + 3


@pytest.mark.parametrize("kind", MADE)
def test_the_seam_is_no_step_and_no_change_of_loudness(kind: NightSound) -> None:
    whole = samples(kind)
    usual = max(abs(after - before) for before, after in pairwise(whole))
    assert abs(whole[0] - whole[-1]) <= usual
    before, after = loudness(whole[-RATE // 2 :]), loudness(whole[: RATE // 2])
    assert 0.5 < before / after < 2


def test_brown_noise_is_even_and_waves_swell() -> None:
    for kind, least, most in ((NightSound.BROWN_NOISE, 1.0, 2.5), (NightSound.WAVES, 2.5, 40)):
        whole = samples(kind)
        seconds = [loudness(whole[at : at + RATE]) for at in range(0, len(whole), RATE)]
        assert least < max(seconds) / min(seconds) < most, kind


def test_it_is_the_same_every_night() -> None:
    assert night_sound(NightSound.RAIN) == night_sound(NightSound.RAIN)


def test_both_channels_of_a_file_keep_apart() -> None:
    stereo = Loop(array.array("h", [1000, -1000] * 9).tobytes(), rate=4, channels=2)
    looped = array.array("h", seamless(stereo).data)
    assert all(sample > 0 for sample in looped[::2])
    assert all(sample < 0 for sample in looped[1::2])


def test_a_file_of_nothing_stays_nothing() -> None:
    assert seamless(Loop(b"")) == Loop(b"")
