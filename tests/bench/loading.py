"""How long ten years of nights take to load, beside `json.loads` of the same lines in the same run.

Run by hand: `python tests/bench/loading.py`. The ratio is what counts; it may be 4 at most.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bedtime.clock import SystemClock
from bedtime.store.journal import Journal
from bedtime.store.upgrades import SESSION

NIGHTS = 3_650
ROUNDS = 7
STEP = {"stretch": "calf-wall-straight", "side": "right", "planned_s": 45, "held_s": 43, "outcome": "done"}


def nights_file(path: Path, nights: int = NIGHTS) -> None:
    """Write a journal of as many nights, each with fourteen steps."""
    journal = Journal(path, SESSION, SystemClock())
    journal.append_lines(
        journal.line({"id": f"night-{number}", "night": "2025-11-20", "rating": 7, "steps": [STEP] * 14})
        for number in range(nights)
    )


def best_ms(work: Callable[[], object]) -> float:
    """The shortest of a few rounds: what the work costs when nothing disturbs it."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def measure(path: Path) -> tuple[float, float]:
    """Milliseconds for `json.loads` of every line, and for reading the journal itself."""
    lines = path.read_bytes().splitlines()
    journal = Journal(path, SESSION, SystemClock())
    return best_ms(lambda: [json.loads(line) for line in lines]), best_ms(journal.read)


def main() -> None:
    """Print the two figures and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sessions.jsonl"
        nights_file(path)
        alone_ms, journal_ms = measure(path)
    sys.stdout.write(f"json.loads {alone_ms:.1f} ms, journal {journal_ms:.1f} ms, ratio {journal_ms / alone_ms:.2f}\n")


if __name__ == "__main__":
    main()
