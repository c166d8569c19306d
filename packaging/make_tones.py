"""Makes the tones that lead through a session with closed eyes, and writes them to assets/sounds/.

Run it after a change here: `python3 packaging/make_tones.py`. Soft partials only: a partner is asleep, and high notes
are the first that ears lose. Nothing here is random, so the same files come out every time.
"""

import array
import math
import sys
import wave
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SOUNDS = Path(__file__).resolve().parent.parent / "assets" / "sounds"
RATE = 16_000
ATTACK_S, RELEASE_S = 0.030, 0.700
TAIL_S = 0.15  # silence, so that a player that stops a moment early cuts nothing off
PARTIALS = ((1, 1.0), (2, 0.16), (3, 0.05))
LOW, MIDDLE, HIGH = 392.0, 494.0, 587.0
APART_S = 0.42
PEAK_DB, CLICK_DB = -18.0, -24.0
CLICK_S = 0.045


@dataclass(frozen=True, slots=True)
class Note:
    """One note, which may glide: its frequency in Hz at the start and at the end."""

    at_s: float
    from_hz: float
    to_hz: float
    attack_s: float = ATTACK_S
    release_s: float = RELEASE_S


def falling(*notes_hz: float) -> tuple[Note, ...]:
    """Notes one after the other, each ringing on under the next."""
    return tuple(Note(number * APART_S, hz, hz) for number, hz in enumerate(notes_hz))


TONES = {
    "ready": (Note(0, LOW, MIDDLE),),
    "hold": falling(LOW),
    "next": falling(MIDDLE),
    "change": falling(HIGH, MIDDLE),
    "finished": falling(HIGH, MIDDLE, LOW),
    "click": (Note(0, MIDDLE, MIDDLE, attack_s=0.004, release_s=CLICK_S),),
}


def loudness(note: Note, since_s: float) -> float:
    """The envelope, 0 to 1: half a cosine up, then an even fade that ends in nothing."""
    if since_s < note.attack_s:
        return (1 - math.cos(math.pi * since_s / note.attack_s)) / 2
    gone = (since_s - note.attack_s) / note.release_s
    return math.exp(-3.2 * gone) * (1 + math.cos(math.pi * gone)) / 2 if gone < 1 else 0.0


def wave_of(note: Note) -> Iterator[float]:
    """The samples of a note. Its phase is summed up, so that a glide has no steps."""
    length_s = note.attack_s + note.release_s
    phase = 0.0
    for index in range(round(length_s * RATE)):
        since_s = index / RATE
        share = min(1.0, since_s / (length_s * 0.35))
        phase += 2 * math.pi * (note.from_hz + (note.to_hz - note.from_hz) * share) / RATE
        body = sum(strength * math.sin(number * phase) for number, strength in PARTIALS)
        yield body * loudness(note, since_s)


def mixed(notes: Iterable[Note]) -> list[float]:
    """Notes laid over each other."""
    notes = tuple(notes)
    length_s = max(note.at_s + note.attack_s + note.release_s for note in notes) + TAIL_S
    samples = [0.0] * round(length_s * RATE)
    for note in notes:
        for index, sample in enumerate(wave_of(note), start=round(note.at_s * RATE)):
            samples[index] += sample
    return samples


def levelled(samples: list[float], peak_db: float) -> "array.array[int]":
    """The samples as 16 bits, their highest at `peak_db` under full scale."""
    highest = max(map(abs, samples))
    factor = 10 ** (peak_db / 20) * 32_767 / highest
    return array.array("h", (round(sample * factor) for sample in samples))


def write(path: Path, samples: "array.array[int]") -> None:
    """One channel, 16 bits."""
    if sys.byteorder == "big":
        samples.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


def make_all(folder: Path) -> None:
    """Write every tone."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, notes in TONES.items():
        write(folder / f"{name}.wav", levelled(mixed(notes), CLICK_DB if name == "click" else PEAK_DB))


if __name__ == "__main__":
    make_all(SOUNDS)
    for made in sorted(SOUNDS.glob("*.wav")):
        print(f"{made.name}: {made.stat().st_size / 1000:.0f} kB")
