"""Looking at a running process from outside, on Linux: what it costs, and how often it is woken."""

import os
from pathlib import Path

TICKS_PER_S = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


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


def woken_since(pid: int, before: dict[str, int]) -> int:
    """How often any of its threads was woken since; one that has ended meanwhile counts no more."""
    return sum(count - before.get(thread, 0) for thread, count in wake_ups(pid).items())
