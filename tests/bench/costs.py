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

from tests.processes import cpu_s, wake_ups, woken_since  # noqa: E402 - this file is a script, started from anywhere
from tests.screens import virtual_screen  # noqa: E402 - likewise

ROUTINE = "travel-tiny"
"""Short, and yet the hardest: a picture for every step of its circles and repetitions in five minutes."""


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
    display_pid: int

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


def cpu_percent(pid: int, seconds: float) -> float:
    """The share of one core that a process takes."""
    before, started = cpu_s(pid), time.monotonic()
    time.sleep(seconds)
    return (cpu_s(pid) - before) / (time.monotonic() - started) * 100


def wake_ups_per_s(pid: int, seconds: float) -> float:
    """How often a second any of its threads is woken."""
    before, started = wake_ups(pid), time.monotonic()
    time.sleep(seconds)
    return woken_since(pid, before) / (time.monotonic() - started)


def own_display_server() -> int:
    """The process of the virtual screen that this one has started."""
    own = os.getpid()
    for child in Path(f"/proc/{own}/task/{own}/children").read_text(encoding="ascii").split():
        if Path(f"/proc/{child}/comm").read_text(encoding="ascii").strip() == "Xvfb":
            return int(child)
    raise RuntimeError("there is no virtual screen")


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
    """A session that plays, goes on where nobody sees it, is seen again and paused, and is hidden too."""
    with bench.bedtime("play", ROUTINE) as process:
        window = bench.window()
        bench.xdotool("windowsize", "--sync", window, "1280", "800")
        time.sleep(16)  # past "get ready", into the first hold
        yield Row("the first hold, at 1280x800", cpu_percent(process.pid, bench.seconds), "% of a core", 6)
        bench.xdotool("windowminimize", window)
        time.sleep(4)
        yield Row("playing on, minimized, wake-ups", wake_ups_per_s(process.pid, bench.seconds), "per s", 2)
        bench.xdotool("windowmap", "--sync", window)
        bench.xdotool("set_num_desktops", "2", "set_desktop_for_window", window, "1")
        time.sleep(4)
        yield Row("playing on, on another desktop, wake-ups", wake_ups_per_s(process.pid, bench.seconds), "per s", 2)
        bench.xdotool("set_desktop_for_window", window, "0")
        bench.xdotool("windowfocus", "--sync", bench.window(), "key", "space")
        time.sleep(4)
        yield Row("paused, wake-ups", wake_ups_per_s(process.pid, bench.seconds), "per s", 2)
        yield Row("paused", cpu_percent(process.pid, bench.seconds), "% of a core", 0.5)
        bench.xdotool("windowminimize", window)
        time.sleep(4)
        yield Row("paused and minimized, wake-ups", wake_ups_per_s(process.pid, bench.seconds), "per s", 2)


def whole(bench: Bench) -> Iterator[Row]:
    """A whole routine, on an evening when its pictures are made, and on the next one, when they lie on the disk."""
    yield from _whole_routine(bench, "a whole routine, its pictures made", 8)
    yield from _whole_routine(bench, "a whole routine, its pictures on the disk", 6)


def _whole_routine(bench: Bench, what: str, limit: float) -> Iterator[Row]:
    command = bench.python("-m", "bedtime", "--home", bench.home / "whole", "play", ROUTINE, "--exit")
    with subprocess.Popen(command, env=bench.environment, cwd=bench.home) as process:
        window = bench.window()
        bench.xdotool("windowsize", "--sync", window, "1280", "800")
        started, begun_s, display_s = time.monotonic(), cpu_s(process.pid), cpu_s(bench.display_pid)
        ended = os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)  # a process that has ended still tells
        took_s = time.monotonic() - started
        if ended is None or ended.si_status:
            raise RuntimeError("the routine did not play to its end")
        yield Row(what, (cpu_s(process.pid) - begun_s) / took_s * 100, "% of a core", limit)
        yield Row(f"{what}: the X server", (cpu_s(bench.display_pid) - display_s) / took_s * 100, "% of a core")


def frames(bench: Bench) -> Iterator[Row]:
    """What the moving person holds, and for how long the window was ever kept from its work, from the first second."""
    home = bench.home / "frames"
    home.mkdir()
    told = json.loads(bench.printed(HERE / "frames.py", "60", "--stalls", "--home", home, "play", ROUTINE))
    yield Row("pictures held", told["held_mb"], "MB", 60)
    yield Row("pictures made in a minute", told["pictures_made"], "")
    yield Row("the longest beat of the window", max((ms for _, ms in told["worst_stalls"]), default=0.0), "ms")
    yield Row("beats of over 30 ms in a minute", told["stalls_over_30_ms"], "")


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
    "whole": whole,
    "frames": frames,
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
        bench = Bench(environment, Path(home), wish.rounds, wish.seconds, own_display_server())
        with subprocess.Popen(
            ["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as window_manager:
            for name in wish.measurements or MEASUREMENTS:
                for row in MEASUREMENTS[name](bench):
                    print(row, flush=True)
            window_manager.terminate()


if __name__ == "__main__":
    main()
