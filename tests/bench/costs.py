"""What Bedtime costs, as a table: run it by hand with `python3 tasks.py bench`. Linux with Xvfb, openbox and xdotool.

Every figure has a limit beside it. The start is measured against a bare window in the same run, one after the other in
turn, so that a busy machine slows both.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT))

from tests.screens import virtual_screen  # noqa: E402 - this file is a script, started from anywhere

TICKS_PER_S = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `limit` is what the figure may be at most; None where it is there for comparison."""

    what: str
    figure: float
    unit: str
    limit: float | None = None

    def __str__(self) -> str:
        limit = "" if self.limit is None else f"{self.limit:g} {self.unit}"
        holds = "" if self.limit is None else ("yes" if self.figure <= self.limit else "**no**")
        return f"| {self.what} | {self.figure:.3g} {self.unit} | {limit} | {holds} |"


@dataclass(frozen=True, slots=True)
class Bench:
    """Where to measure, how often and how long."""

    environment: dict[str, str]
    home: Path
    rounds: int
    seconds: int

    def python(self, *arguments: str | Path) -> list[str]:
        """The command that runs `arguments` with this Python."""
        return [sys.executable, *(str(argument) for argument in arguments)]

    def printed(self, *arguments: str | Path) -> str:
        """What a script or module prints."""
        command = self.python(*arguments)
        done = subprocess.run(
            command, env=self.environment, cwd=self.home, stdout=subprocess.PIPE, encoding="utf-8", check=True
        )
        return done.stdout

    @contextmanager
    def bedtime(self, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
        """The program, running; ended when the block ends."""
        command = self.python("-m", "bedtime", "--home", self.home / "playing", *arguments)
        with subprocess.Popen(command, env=self.environment, cwd=self.home) as process:
            try:
                yield process
            finally:
                process.terminate()

    def xdotool(self, *arguments: str) -> str:
        """Do something to the window, as a person would."""
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment, stdout=subprocess.PIPE, encoding="utf-8", check=True
        )
        return done.stdout.strip()

    def window(self) -> str:
        """The id of Bedtime's window, once it is there."""
        return self.xdotool("search", "--sync", "--onlyvisible", "--name", "^Bedtime$").splitlines()[-1]


# Looking at a process from outside


def cpu_s(pid: int) -> float:
    """Processor seconds that a process has used, in all its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS_PER_S


def wake_ups(pid: int) -> dict[str, int]:
    """How often each of its threads has gone to sleep by itself, and so been woken."""
    counts = {}
    for status in Path(f"/proc/{pid}/task").glob("*/status"):
        told = dict(line.split(":\t", 1) for line in status.read_text(encoding="utf-8").splitlines() if ":\t" in line)
        counts[told["Pid"]] = int(told["voluntary_ctxt_switches"])
    return counts


def cpu_percent(pid: int, seconds: float) -> float:
    """The share of one core that a process takes."""
    before, started = cpu_s(pid), time.monotonic()
    time.sleep(seconds)
    return (cpu_s(pid) - before) / (time.monotonic() - started) * 100


def wake_ups_per_s(pid: int, seconds: float) -> float:
    """How often a second any of its threads is woken; one that ends meanwhile counts no more."""
    before, started = wake_ups(pid), time.monotonic()
    time.sleep(seconds)
    woken = sum(count - before.get(thread, 0) for thread, count in wake_ups(pid).items())
    return woken / (time.monotonic() - started)


# The measurements


def start(bench: Bench) -> Iterator[Row]:
    """From the start of the process to the first painted frame of Tonight's shell, and of the whole evening."""
    kinds = ("bare", "shell", "whole")
    wall: dict[str, list[float]] = {kind: [] for kind in kinds}
    cpu: dict[str, list[float]] = {kind: [] for kind in kinds}
    for turn in range(bench.rounds + 1):
        for kind in kinds:
            begun = time.monotonic()
            told = json.loads(bench.printed(HERE / "first_paint.py", kind))
            if turn:  # the first warms the disk
                wall[kind].append((told["at_s"] - begun) * 1000)
                cpu[kind].append(told["cpu_s"] * 1000)
    for name, times in (("wall", wall), ("cpu", cpu)):
        bare, shell, whole = (statistics.median(times[kind]) for kind in kinds)
        yield Row(f"bare window with a label, first paint, {name}", bare, "ms")
        yield Row(f"Tonight, first paint, {name}", shell, "ms")
        yield Row(f"Tonight against the bare window, {name}", shell / bare, "times", 2.0)
        yield Row(f"the whole of Tonight, its figure drawn, {name}", whole, "ms")


def playing_and_resting(bench: Bench) -> Iterator[Row]:
    """A routine that plays, goes on hidden, is seen again and paused, and is hidden too."""
    with bench.bedtime("play", "travel-tiny") as process:
        window = bench.window()
        bench.xdotool("windowsize", "--sync", window, "1280", "800")
        time.sleep(16)  # past "get ready", into the first hold
        yield Row("playing at 1280x800", cpu_percent(process.pid, bench.seconds), "% of a core", 6)
        bench.xdotool("windowminimize", window)
        time.sleep(4)
        yield Row("playing on, hidden, wake-ups", wake_ups_per_s(process.pid, bench.seconds), "per s", 2)
        bench.xdotool("windowmap", "--sync", window, "windowfocus", "--sync", window, "key", "space")
        time.sleep(4)
        yield Row("paused, wake-ups", wake_ups_per_s(process.pid, bench.seconds), "per s", 2)
        bench.xdotool("windowminimize", window)
        time.sleep(4)
        yield Row("paused and hidden, wake-ups", wake_ups_per_s(process.pid, bench.seconds), "per s", 2)


def commands(bench: Bench) -> Iterator[Row]:
    """A command that opens no window."""
    times = []
    for _ in range(bench.rounds):
        begun = time.monotonic()
        bench.printed("-m", "bedtime", "--home", bench.home / "commands", "routines")
        times.append(time.monotonic() - begun)
    yield Row("`bedtime routines`", statistics.median(times), "s", 0.35)


def boundaries(bench: Bench) -> Iterator[Row]:
    """How exactly segments begin in real time, and whether the last are later than the first."""
    late_ms = json.loads(bench.printed(HERE / "boundaries.py"))
    third = len(late_ms) // 3
    drift = statistics.median(late_ms[-third:]) - statistics.median(late_ms[:third])
    yield Row(f"the latest of {len(late_ms)} boundaries", max(map(abs, late_ms)), "ms", 30)
    yield Row("last third later than the first", drift, "ms", 1)


def loading(bench: Bench) -> Iterator[Row]:
    """Ten years of nights, against `json.loads` alone."""
    yield Row("3,650 nights against `json.loads`", float(bench.printed(HERE / "loading.py").split()[-1]), "times", 4)


MEASUREMENTS = {
    "start": start,
    "playing": playing_and_resting,
    "commands": commands,
    "boundaries": boundaries,
    "loading": loading,
}


def main() -> None:
    """Measure what was asked for, and print the table line by line."""
    parser = argparse.ArgumentParser(prog="tasks.py bench")
    parser.add_argument("measurements", nargs="*", metavar="WHAT", help=", ".join(MEASUREMENTS))
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--seconds", type=int, default=20)
    wish = parser.parse_args()
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    print("| what | measured | at most | holds |\n|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as home, virtual_screen() as screen:
        nobodys = {f"XDG_{kind}_HOME": str(Path(home) / kind) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
        environment = {**kept, **screen, **nobodys, "PYTHONPATH": str(ROOT)}
        bench = Bench(environment, Path(home), wish.rounds, wish.seconds)
        with subprocess.Popen(
            ["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as window_manager:
            for name in wish.measurements or MEASUREMENTS:
                for row in MEASUREMENTS[name](bench):
                    print(row, flush=True)
            window_manager.terminate()


if __name__ == "__main__":
    main()
