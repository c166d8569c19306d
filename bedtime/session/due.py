"""When something next happens in a session that is not only seen. Pure: a player in, a moment of its clock out.

Seconds pass on a screen. A tone, a word or another segment comes at its moment whether anybody looks or not.
"""

from collections.abc import Iterator
from math import floor

from bedtime.session.cues import LAST_PART_MS, SPOKEN_BREATHS, is_long_hold
from bedtime.session.phase import Phase
from bedtime.session.player import Player
from bedtime.session.snapshot import Snapshot, snapshot_of


def next_due_ms(player: Player) -> int | None:
    """The moment of the next boundary or cue, on the monotonic clock; None while nothing moves."""
    match player.phase:
        case Phase.PLAYING:
            return player.anchor_ms + _next_position_ms(snapshot_of(player)) - player.position_ms
        case Phase.RE_ENTRY:
            return player.anchor_ms + player.re_entry_left_ms
        case Phase.PAUSED | Phase.FINISHED:
            return None


def _next_position_ms(moment: Snapshot) -> int:
    """The position of the next cue within the segment, or else its end."""
    later = (elapsed_ms for elapsed_ms in _cues_ms(moment) if elapsed_ms > moment.elapsed_ms)
    return moment.segment.start_ms + min((moment.segment.duration_ms, *later))


def _cues_ms(moment: Snapshot) -> Iterator[int]:
    """After how much of the segment `cues_between` may have something to give; it may lie beyond its end."""
    segment = moment.segment
    if segment.half_cue is not None:
        yield segment.half_ms
    if is_long_hold(segment):
        yield segment.duration_ms // 2
        yield segment.duration_ms - LAST_PART_MS
    if segment.kind.is_work:
        for line in segment.stretch.guide:
            yield floor(line.at * segment.duration_ms) + 1
    breath = moment.breath
    if breath is not None and breath.cycle_no <= SPOKEN_BREATHS:
        yield moment.elapsed_ms + breath.left_in_phase_ms
