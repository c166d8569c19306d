"""A shelf in memory, processes that only write down what they were asked, and a back end made of both."""

from collections.abc import Callable
from pathlib import Path

from bedtime.errors import Fault
from bedtime.reminder.plan import Files, Plan
from bedtime.reminder.processes import Ran


class MemoryShelf:
    """Files in a dictionary."""

    def __init__(self) -> None:
        self.files: dict[Path, bytes] = {}

    def read(self, path: Path) -> bytes | None:
        return self.files.get(path)

    def write(self, path: Path, contents: bytes) -> None:
        self.files[path] = contents

    def remove(self, path: Path) -> None:
        self.files.pop(path, None)


class ScriptedProcesses:
    """Answers by the words of the call: `answers` gives a result for a call that contains its key."""

    def __init__(self, answers: dict[str, Ran | Fault] | None = None) -> None:
        self.answers = answers or {}
        self.calls: list[str] = []
        self.started: list[tuple[str, ...]] = []

    def run(self, *arguments: str) -> Ran:
        call = " ".join(arguments)
        self.calls.append(call)
        answer = next((answer for part, answer in self.answers.items() if part in call), Ran(status=0))
        if isinstance(answer, Fault):
            raise answer
        return answer

    def start(self, *arguments: str) -> None:
        self.started.append(arguments)


class MemoryBackend:
    """A back end that keeps what it is given and counts what it did."""

    def __init__(self, render: Callable[[Plan], Files]) -> None:
        self.render = render
        self.files: Files = {}
        self.touched = 0

    def installed(self) -> Files:
        return self.files

    def install(self, files: Files) -> None:
        self.files = dict(files)
        self.touched += 1

    def remove(self) -> None:
        self.files = {}
        self.touched += 1
