"""A session that somebody begins from the reminder's notice, while the window shows something else."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bedtime.handover import Wish
from bedtime.ui.screens.player import PlayerScreen
from bedtime.ui.senses.ears import Ears
from bedtime.ui.senses.voice import Voice
from tests.ui.conftest import Show
from tests.ui.senses.doubles import FakeEngine, FakeNight, FakeTones
from tests.ui.tour import STOPS, whole_house

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def no_scheduler(monkeypatch: pytest.MonkeyPatch) -> None:
    """No scheduler of this computer hears of it."""
    monkeypatch.setenv("PATH", "")


@pytest.mark.parametrize("stop", ["tonight", "settings", "keys"])
def test_the_voice_leads_it_wherever_one_was(stop: str, tmp_path: Path, qtbot: QtBot, show: Show) -> None:
    with whole_house(tmp_path, qtbot, show, sound="voice") as tour:
        engine = FakeEngine()
        tour.house._ears = Ears(FakeTones(), Voice(engine), FakeNight())  # type: ignore[arg-type]
        STOPS["settings"](tour)
        STOPS[stop](tour)
        engine.said.clear()
        tour.house._heed(Wish.BEGIN)
        assert isinstance(tour.screen, PlayerScreen)
        assert engine.now is not None
        assert engine.now in engine.said
