"""The letters that a foot draws in the air, each as one line through a box from (-1, -1) to (1, 1), y up."""

from itertools import pairwise
from math import hypot

from bedtime.figure.display import Dot

# Points on a grid of nine by nine: x as a letter from a (left) to i (right), y from 1 (foot) to 9 (head).
_LINES = {
    "A": "b1 e9 h1 g4 c4", "B": "b1 b9 f9 h7 f5 b5 g5 h3 f1 b1", "C": "h8 f9 d9 b7 b3 d1 f1 h2",
    "D": "b1 b9 e9 h7 h3 e1 b1", "E": "h9 b9 b5 g5 b5 b1 h1", "F": "b1 b5 g5 b5 b9 h9",
    "G": "h8 f9 d9 b7 b3 d1 f1 h2 h5 f5", "H": "b9 b1 b5 h5 h9 h1", "I": "d9 f9 e9 e1 d1 f1", "J": "h9 h3 f1 d1 b3",
    "K": "b9 b1 b4 h9 d6 h1", "L": "b9 b1 h1", "M": "b1 b9 e4 h9 h1", "N": "b1 b9 h1 h9",
    "O": "e9 b7 b3 e1 h3 h7 e9", "P": "b1 b9 f9 h7 f5 b5", "Q": "e9 b7 b3 e1 h3 h7 e9 e5 h1",
    "R": "b1 b9 f9 h7 f5 b5 h1", "S": "h8 e9 b7 e5 h3 e1 b2", "T": "b9 h9 e9 e1", "U": "b9 b3 e1 h3 h9",
    "V": "b9 e1 h9", "W": "b9 c1 e6 g1 h9", "X": "b9 h1 e5 b1 h9", "Y": "b9 e5 h9 e5 e1", "Z": "b9 h9 b1 h1",
}  # fmt: skip
_MIDDLE: Dot = (0.0, 0.0)


def _dot(name: str) -> Dot:
    return ((ord(name[0]) - ord("e")) / 4, (int(name[1]) - 5) / 4)


LETTERS: tuple[tuple[Dot, ...], ...] = tuple(
    (_MIDDLE, *(_dot(name) for name in line.split()), _MIDDLE) for line in _LINES.values()
)


def pen_at(letter: int, share: float) -> Dot:
    """Where the pen is at a share (0 to 1) of drawing the letter of that number; after the last comes the first."""
    line = LETTERS[letter % len(LETTERS)]
    pieces = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(line)]
    left = share * sum(pieces)
    for (a, b), piece in zip(pairwise(line), pieces, strict=True):
        if left <= piece:
            t = left / piece if piece else 0.0
            return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
        left -= piece
    return line[-1]
