"""The words and the lamp's face of one moment after the other."""

from itertools import pairwise

from bedtime.movement.laying_out import lay_out
from bedtime.movement.library import Library
from bedtime.session.phase import Phase
from bedtime.session.player import Player
from bedtime.session.shown import shown
from bedtime.session.snapshot import Snapshot, snapshot_of
from bedtime.ui.parts.orb import Rim
from bedtime.ui.screens.player_face import Faces, spoken_countdown


def moments(library: Library, routine_id: str, every_ms: int) -> list[Snapshot]:
    routine = library.routine(routine_id)
    timeline = lay_out(routine, library.stretches_of(routine), library.patterns)
    player = Player.begin(timeline, 0)
    return [snapshot_of(player.at(at_ms)) for at_ms in range(0, timeline.total_ms, every_ms)]


def test_the_words_kept_from_one_moment_to_the_next_are_always_those_of_the_moment(library: Library) -> None:
    for routine_id in library.routine_ids:
        faces = Faces()
        for moment in moments(library, routine_id, 690):
            words = faces.words(moment)
            face = faces.face(moment, far=False)
            assert words == shown(moment), (routine_id, moment.position_ms)
            assert (face.numeral, face.word) == (words.numeral, words.word)
            assert face.spoken == spoken_countdown(moment, words.word)


def test_most_frames_put_no_words_together(library: Library) -> None:
    faces, frames = Faces(), moments(library, "travel-tiny", 50)[:1200]
    words = [faces.words(moment) for moment in frames]
    changes = sum(before is not after for before, after in pairwise(words))
    assert 0 < changes <= len(frames) / 10


def test_a_pause_has_a_face_of_its_own(library: Library) -> None:
    routine = library.routine("travel-tiny")
    timeline = lay_out(routine, library.stretches_of(routine), library.patterns)
    player, faces = Player.begin(timeline, 0).at(20_000), Faces()
    assert faces.face(snapshot_of(player), far=False).rim is Rim.RING
    paused = snapshot_of(player.pause())
    assert paused.phase is Phase.PAUSED
    assert faces.face(paused, far=False).rim is Rim.RESTING
    assert faces.words(paused) == shown(paused)
