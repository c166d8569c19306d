"""The alphabet that a foot draws."""

from itertools import pairwise
from math import hypot

from bedtime.figure.letters import LETTERS, pen_at


def test_there_are_twenty_six_letters_and_none_is_another() -> None:
    assert len(set(LETTERS)) == 26


def test_the_pen_starts_and_ends_in_the_middle_and_never_jumps() -> None:
    for letter in range(26):
        path = [pen_at(letter, i / 100) for i in range(101)]
        assert hypot(*path[0]) + hypot(*path[-1]) < 1e-9
        assert max(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(path)) < 0.2
        assert all(abs(x) <= 1 and abs(y) <= 1 for x, y in path)
