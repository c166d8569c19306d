"""What a figure does at a moment of a session, as a pure function of time: it goes in, breathes, moves and comes out.

Movement is divided into a fixed number of steps, so that the pictures of a segment are few and can be made ahead.
Nothing here knows the clock or the timeline: `session.showing` asks with what runs now.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import cos, pi, sin
from typing import assert_never

from bedtime.figure.letters import pen_at
from bedtime.figure.moment import AT_END, AT_START, FAINT, PRESSING, Moment, Seen
from bedtime.figure.pose import Motion, SideName

WAIT_MS, ENTRY_MS, EXIT_MS = 1500, 3500, 2400  # before the entry, the entry itself, the way out
GRASP_MS = 900  # from rest into a press
BREATH_COMES_MS = 1500  # in which the breath grows to its full depth
CALM_MS, CALM_DEPTH = 5600, 0.6  # the breath that nobody leads
STEPS = 40  # pictures from start to end
BREATH_STEPS = 8  # from an even breath to a full one
ROUND_STEPS = 36  # of a circle
PEN_STEPS = 6  # from the middle of a letter to its rim
CIRCLE = (21.0, 18.0)  # degrees of toes up and of sole inward that a circling ankle reaches
LETTER = (23.0, 18.0)
UNFELT = 0.45  # the share of the glow at the easy end of a repetition

FROM_THE_START = frozenset({Motion.REPEAT, Motion.FLUTTER, Motion.MARCH, Motion.PRESS})


class Doing(StrEnum):
    """What runs now; the words of the timeline's segments."""

    GET_READY = "get-ready"
    HOLD = "hold"
    MOVE = "move"
    BREATHE = "breathe"
    PRESS = "press"
    RELAX = "relax"
    REST = "rest"
    SWITCH = "switch"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Tempo:
    """The four parts of a repetition in milliseconds: to the end pose, there, back, and a pause."""

    up_ms: int
    hold_ms: int
    down_ms: int
    pause_ms: int

    @property
    def whole_ms(self) -> int:
        """One repetition."""
        return self.up_ms + self.hold_ms + self.down_ms + self.pause_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """What runs, for how long already, and for how long in all.

    `side` works, or in a switch is about to. `openness` is the lamp's: 0 when the lungs are empty, 1 when they are
    full, None when no breath is led. `after` is what ran before in this side's turn. `repetitions` counts all of them.
    """

    doing: Doing
    elapsed_ms: int
    duration_ms: int
    side: SideName = "right"
    openness: float | None = None
    tempo: Tempo | None = None
    repetitions: int = 0
    cycle_no: int = 1
    after: Doing | None = None


def seen_at(motion: Motion, now: Now) -> Seen:
    """The picture of a figure that moves like that."""
    if now.doing is Doing.SWITCH:
        return _switching(motion, now)
    return Seen(moment_at(motion, now), now.side)


def moment_at(motion: Motion, now: Now) -> Moment:
    """The moment of a figure that moves like that, whichever side works."""
    match now.doing:
        case Doing.GET_READY | Doing.SWITCH:
            return _getting_ready(motion, now.elapsed_ms, now.duration_ms)
        case Doing.HOLD | Doing.CLOSING | Doing.BREATHE:
            return _holding(motion, now)
        case Doing.MOVE:
            return _moving(motion, now)
        case Doing.PRESS:
            return _pressing(now)
        case Doing.RELAX:
            return _letting_go(now)
        case Doing.REST:
            return _resting(motion, now)
        case _:
            assert_never(now.doing)


def still_at(motion: Motion, now: Now) -> Seen:
    """The same for somebody who wants no movement: one of the poses, changed by a cut."""
    first_half = 2 * now.elapsed_ms < now.duration_ms
    match now.doing:
        case Doing.GET_READY | Doing.REST:
            return Seen(AT_START if first_half else AT_END, now.side)
        case Doing.SWITCH:
            return Seen(AT_END, _other(now.side) if first_half else now.side)
        case Doing.PRESS:
            return Seen(PRESSING, now.side)
        case Doing.RELAX:
            return Seen(AT_START, now.side)
        case Doing.HOLD | Doing.CLOSING | Doing.BREATHE | Doing.MOVE:
            before_the_press = motion is Motion.PRESS and not _has_pressed(now)
            return Seen(AT_START if before_the_press else AT_END, now.side)
        case _:
            assert_never(now.doing)


def different(seen: Iterable[Seen]) -> tuple[Seen, ...]:
    """Each picture once, in the order in which they are first needed: what is made ahead."""
    return tuple(dict.fromkeys(seen))


def eased(share: float) -> float:
    """A share of the time as a share of the way: slow at both ends, without a jerk (quintic)."""
    t = round(min(max(share, 0.0), 1.0) * STEPS) / STEPS
    return t * t * t * (10 + t * (6 * t - 15))


def reaching(reached: float, breath: float = 0.0, faint: float = FAINT) -> Moment:
    """Somewhere between start and end; the further, the brighter."""
    return Moment(reached=reached, breath=breath, glow=faint + (1 - faint) * abs(reached))


def _breath_now(now: Now) -> float:
    """The breath in the chest: the lamp's, or a calm one of its own, deepening at first."""
    if now.openness is None:
        return _calm(now.elapsed_ms)
    depth = min(now.elapsed_ms / BREATH_COMES_MS, 1.0)
    return round((2 * now.openness - 1) * depth * BREATH_STEPS) / BREATH_STEPS


def _calm(elapsed_ms: int) -> float:
    wave = sin(2 * pi * elapsed_ms / CALM_MS) * CALM_DEPTH
    return round(wave * BREATH_STEPS) / BREATH_STEPS


def _getting_ready(motion: Motion, elapsed_ms: int, duration_ms: int) -> Moment:
    """Wait, go in once so that it is seen, and stay there; where the work begins at the start, come back."""
    k = min(max(duration_ms, 1) / (WAIT_MS + ENTRY_MS), 1.0)
    begins, takes = WAIT_MS * k, ENTRY_MS * k
    if elapsed_ms < begins:
        return reaching(0.0, _calm(elapsed_ms) if k >= 1 else 0.0)
    share = (elapsed_ms - begins) / takes
    if motion in FROM_THE_START:
        there_and_back = 1 - abs(1 - 2 * share) if share < 1 else 0.0
        return reaching(eased(there_and_back))
    if share < 1:
        return reaching(eased(share))
    return reaching(1.0, _calm(int(elapsed_ms - begins - takes)))


def _holding(motion: Motion, now: Now) -> Moment:
    if motion is Motion.PRESS:
        if not _has_pressed(now):
            return reaching(0.0, _breath_now(now), UNFELT)
        share = now.elapsed_ms / ENTRY_MS
        return reaching(eased(share), 0.0 if share < 1 else _breath_now(now), UNFELT)
    if motion is Motion.BREATH:
        openness = now.openness
        if openness is None:
            openness = (1 - cos(2 * pi * now.elapsed_ms / CALM_MS)) / 2
        return reaching(1 - round(openness * STEPS) / STEPS, 0.0, 0.7)
    if now.after is None and now.elapsed_ms < ENTRY_MS:
        return reaching(eased(now.elapsed_ms / ENTRY_MS))
    return Moment(breath=_breath_now(now))


def _has_pressed(now: Now) -> bool:
    return now.after in {Doing.PRESS, Doing.RELAX}


def _moving(motion: Motion, now: Now) -> Moment:
    tempo = now.tempo or Tempo(1500, 0, 1500, 0)
    done, into_ms = divmod(now.elapsed_ms, tempo.whole_ms)
    match motion:
        case Motion.REPEAT:
            return reaching(_in_tempo(tempo, into_ms), 0.0, UNFELT)
        case Motion.MARCH:
            reached = _in_tempo(tempo, into_ms)
            return reaching(-reached if done % 2 else reached, 0.0, UNFELT)
        case Motion.FLUTTER:
            there_and_back = 1 - abs(1 - 2 * into_ms / tempo.whole_ms)
            step = round(there_and_back * STEPS) / STEPS
            return reaching((1 - cos(pi * step)) / 2, 0.0, UNFELT)
        case Motion.CIRCLE:
            return _circling(now, tempo)
        case Motion.LETTERS:
            x, y = pen_at(done, into_ms / tempo.whole_ms)
            x, y = round(x * PEN_STEPS) / PEN_STEPS, round(y * PEN_STEPS) / PEN_STEPS
            return Moment(ankle=(LETTER[0] * y, LETTER[1] * x))
        case Motion.BREATH | Motion.HOLD | Motion.PRESS:
            return Moment(breath=_breath_now(now))
        case _:
            assert_never(motion)


def _in_tempo(tempo: Tempo, into_ms: int) -> float:
    """How far a repetition has come."""
    if into_ms < tempo.up_ms:
        return eased(into_ms / tempo.up_ms)
    into_ms -= tempo.up_ms + tempo.hold_ms
    if into_ms < 0:
        return 1.0
    return eased(1 - into_ms / tempo.down_ms) if into_ms < tempo.down_ms else 0.0


def _circling(now: Now, tempo: Tempo) -> Moment:
    """Half of the repetitions outward (up, out, down, in), half the other way; the first winds out of the middle."""
    turn_ms = now.repetitions // 2 * tempo.whole_ms
    way = 1 if not turn_ms or now.elapsed_ms < turn_ms else -1
    run_ms = now.elapsed_ms if way > 0 else 2 * turn_ms - now.elapsed_ms
    angle = 2 * pi * (round(run_ms / tempo.whole_ms * ROUND_STEPS) % ROUND_STEPS) / ROUND_STEPS
    opened = round(min(now.elapsed_ms / (tempo.whole_ms / 2), 1.0) * PEN_STEPS) / PEN_STEPS
    up, inward = CIRCLE
    return Moment(ankle=(round(up * cos(angle) * opened, 3), round(-inward * sin(angle) * opened, 3)), way=way)


def _pressing(now: Now) -> Moment:
    """Into the press from the start, or from the last stretch, and stay in it."""
    pressed = eased(now.elapsed_ms / min(GRASP_MS, max(now.duration_ms, 1)))
    reached = 0.0 if now.cycle_no == 1 else 1.0
    return Moment(reached=reached if pressed < 1 else 0.0, pressed=pressed, glow=UNFELT + (1 - UNFELT) * pressed)


def _letting_go(now: Now) -> Moment:
    pressed = eased(1 - now.elapsed_ms / min(GRASP_MS, max(now.duration_ms, 1)))
    return Moment(reached=0.0, pressed=pressed, glow=UNFELT + (1 - UNFELT) * pressed)


def _resting(motion: Motion, now: Now) -> Moment:
    """Out of the pose, a pause, and in again before the next set."""
    if motion in FROM_THE_START:
        return reaching(0.0, _calm(now.elapsed_ms))
    k = min(max(now.duration_ms, 1) / (EXIT_MS + WAIT_MS + ENTRY_MS), 1.0)
    if now.elapsed_ms < EXIT_MS * k:
        return reaching(eased(1 - now.elapsed_ms / (EXIT_MS * k)))
    into_ms = now.elapsed_ms - (now.duration_ms - ENTRY_MS * k)
    if into_ms < 0:
        return reaching(0.0, _calm(int(now.elapsed_ms - EXIT_MS * k)))
    return reaching(eased(into_ms / (ENTRY_MS * k)))


def _switching(motion: Motion, now: Now) -> Seen:
    """Out of the pose with the old side, then into it with the new one."""
    k = min(max(now.duration_ms, 1) / (EXIT_MS + ENTRY_MS), 1.0)
    leaves_ms = 0.4 * max(now.duration_ms, 1) if motion in FROM_THE_START else EXIT_MS * k
    if now.elapsed_ms < leaves_ms:
        reached = 0.0 if motion in FROM_THE_START else eased(1 - now.elapsed_ms / leaves_ms)
        return Seen(reaching(reached), _other(now.side))
    if motion in FROM_THE_START:
        return Seen(reaching(0.0), now.side)
    return Seen(reaching(eased((now.elapsed_ms - leaves_ms) / (ENTRY_MS * k))), now.side)


def _other(side: SideName) -> SideName:
    return "left" if side == "right" else "right"
