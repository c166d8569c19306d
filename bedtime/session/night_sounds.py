"""Night sounds out of nothing: brown noise, slow waves, rain. Pure: a kind in, samples out, the same every night.

Each is a loop whose end runs into its beginning, so that the seam cannot be heard.
"""

import array
import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bedtime.settings import NightSound

RATE = 16_000
LOOP_S = 24
SEAM_S = 2.0
PEAK_DB = -12.0
_FULL = 32_767


@dataclass(frozen=True, slots=True)
class Loop:
    """Sound that may be played over and over: 16-bit samples in the machine's own order, channel after channel."""

    data: bytes
    rate: int = RATE
    channels: int = 1


def night_sound(kind: NightSound) -> Loop | None:
    """The loop of a kind; None for `OFF`, and for a file of the person's own."""
    makers: dict[NightSound, Callable[[random.Random], Iterator[float]]] = {
        NightSound.BROWN_NOISE: _brown_noise,
        NightSound.WAVES: _waves,
        NightSound.RAIN: _rain,
    }
    if kind not in makers:
        return None
    raw = list(makers[kind](random.Random(kind.value)))  # noqa: S311 - noise, not a secret
    return seamless(Loop(_levelled(raw)))


def seamless(loop: Loop) -> Loop:
    """The same loop with its last seconds faded over its first ones, at a loudness that stays even for noise."""
    samples = array.array("h", loop.data)
    seam = min(round(SEAM_S * loop.rate) * loop.channels, len(samples) // 2)
    seam -= seam % loop.channels
    if not seam:
        return loop
    body = samples[: len(samples) - seam]
    for index in range(seam):
        turn = index / seam * math.pi / 2
        blended = samples[len(body) + index] * math.cos(turn) + samples[index] * math.sin(turn)
        body[index] = max(-_FULL, min(_FULL, round(blended)))
    return replace(loop, data=body.tobytes())


def _levelled(samples: Sequence[float]) -> bytes:
    """The samples as 16 bits, their highest at `PEAK_DB` under full scale."""
    factor = 10 ** (PEAK_DB / 20) * _FULL / max(map(abs, samples))
    return array.array("h", (round(sample * factor) for sample in samples)).tobytes()


def _length() -> int:
    return round((LOOP_S + SEAM_S) * RATE)


def _brown_noise(chance: random.Random) -> Iterator[float]:
    """White noise summed up, with a slow leak that keeps it near the middle."""
    level = 0.0
    for _ in range(_length()):
        level = level * 0.985 + chance.uniform(-1, 1)
        yield level


def _waves(chance: random.Random) -> Iterator[float]:
    """Two waves a loop, of twelve seconds each: noise that swells fast, hisses as it breaks and runs out slowly."""
    dark = bright = 0.0
    period = LOOP_S * RATE / 2
    for index in range(_length()):
        white = chance.uniform(-1, 1)
        share = index / period % 1
        swell = 0.18 + 0.82 * math.sin(math.pi * share**0.6) ** 2
        dark += (white - dark) * 0.035
        bright += (white - bright) * 0.30
        yield swell * (dark * 3.2 + bright * 0.35 * swell**2)


def _rain(chance: random.Random) -> Iterator[float]:
    """A soft, even hiss, and drops that ring for a few milliseconds."""
    hiss = soft = drop = 0.0
    for _ in range(_length()):
        white = chance.uniform(-1, 1)
        hiss += (white - hiss) * 0.42
        soft += (hiss - soft) * 0.42
        if chance.random() < 0.0022:
            drop = chance.uniform(0.15, 0.7) ** 2
        drop *= 0.992
        yield soft + drop * white
