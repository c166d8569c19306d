"""Stand-ins for what sounds."""

from PySide6.QtCore import QObject, Signal

from bedtime.session.cues import Tone


class FakeTones(QObject):
    """Tones that are written down instead of sounded."""

    ready_changed = Signal()

    def __init__(self, *, has_speaker: bool = True) -> None:
        super().__init__()
        self.has_speaker = has_speaker
        self.asked = 0
        self.played: list[tuple[Tone, float]] = []

    @property
    def is_ready(self) -> bool:
        self.asked += 1
        return self.has_speaker

    def play(self, tone: Tone, volume: float) -> None:
        self.played.append((tone, round(volume, 3)))

    def stop(self) -> None:
        self.played.clear()
