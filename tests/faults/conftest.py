"""Real trouble: a drive of its own that can be full, read-only or pulled out. No file function is replaced."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bedtime.testing.manual_clock import ManualClock


@pytest.fixture
def clock() -> ManualClock:
    """It is a quarter to eleven on a Friday evening."""
    return ManualClock(datetime(2025, 11, 21, 22, 45, tzinfo=UTC))


class Drive:
    """A file system in memory of 64 kB, mounted at `path`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def fill(self, leave: int = 0) -> None:
        """Fill it to the last byte, or but for `leave` bytes (whole pages of 4096)."""
        with (self.path / "ballast").open("ab", buffering=0) as ballast, suppress(OSError):
            while True:
                ballast.write(b"x" * 4096)
        if leave:
            os.truncate(self.path / "ballast", (self.path / "ballast").stat().st_size - leave)

    def free(self) -> None:
        (self.path / "ballast").unlink()

    def make_read_only(self) -> None:
        subprocess.run(["mount", "-o", "remount,ro", str(self.path)], check=True)

    def make_writable(self) -> None:
        subprocess.run(["mount", "-o", "remount,rw", str(self.path)], check=True)


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[Drive]:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux may mount a small drive to fill")
    path = tmp_path / "drive"
    path.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "bedtime-test", str(path)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this machine does not let its root mount anything")
    yield Drive(path)
    subprocess.run(["umount", str(path)], check=True)
