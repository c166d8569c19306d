"""A writer to be run beside others or to be killed: `appending.py JOURNAL NAME COUNT` appends and acknowledges each."""

import sys
from pathlib import Path

from bedtime.clock import SystemClock
from bedtime.store.journal import Journal
from bedtime.store.upgrades import SESSION


def main(path: str, name: str, count: str) -> None:
    journal = Journal(Path(path), SESSION, SystemClock())
    for number in range(int(count)):
        identity = f"{name}-{number}"
        journal.append({"id": identity, "note": "x" * 400})
        sys.stdout.write(f"{identity}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
