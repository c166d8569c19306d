"""What the screen says of a moment."""

from bedtime.movement.laying_out import lay_out
from bedtime.movement.library import Library
from bedtime.movement.routine import Step
from bedtime.movement.timeline import Timeline
from bedtime.session.cues import cues_between
from bedtime.session.player import Player
from bedtime.session.shown import shown
from bedtime.session.snapshot import Snapshot, snapshot_of
from bedtime.store.bundled import read_bundled
from bedtime.testing.making import a_routine

LIBRARY = Library(read_bundled)


def guided() -> Timeline:
    stretch = LIBRARY.stretch("body-scan")
    return lay_out(a_routine(Step(stretch=stretch.id)), {stretch.id: stretch}, LIBRARY.patterns)


def test_a_guided_rest_is_read_as_it_is_heard() -> None:
    """Who hears nothing is led too: the line that was spoken last stands on the screen until the next."""
    lines = [line.text for line in LIBRARY.stretch("body-scan").guide]
    spoken: list[str] = []
    read: list[str] = []
    player, before = Player.begin(guided(), 0), None
    while player.next_change_ms is not None:
        player = player.at(player.next_change_ms)
        moment: Snapshot = snapshot_of(player)
        said = [each.words for cue in cues_between(before, moment) for each in cue.spoken if each.words in lines]
        spoken += said
        if moment.segment.kind.is_work:
            instruction = shown(moment).instruction
            read += [instruction] if read[-1:] != [instruction] else []
            assert instruction == (spoken[-1] if spoken else lines[0])
        before = moment
    assert spoken == read == lines
