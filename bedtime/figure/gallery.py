"""All drawn stretches in one body. Solves each figure's contacts once, and frames it once for each size and side."""

from collections.abc import Mapping

from bedtime.figure.body import DEFAULT_BODY, Body
from bedtime.figure.card import Framed, Settled, framed, picture, settled
from bedtime.figure.display import DisplayList
from bedtime.figure.moment import AT_END, Moment
from bedtime.figure.pose import Figure, Motion
from bedtime.figure.skeleton import SideName

FRAMES_KEPT = 64


class Gallery:
    """A `FigureSource` over the figures of some stretches, by their ids."""

    def __init__(self, figures: Mapping[str, Figure], body: Body = DEFAULT_BODY) -> None:
        self._figures, self._body = figures, body
        self._settled: dict[str, Settled] = {}
        self._framed: dict[tuple[str, SideName, float, float], Framed] = {}

    def picture(
        self, stretch: str, width: float, height: float, *, side: SideName = "right", moment: Moment = AT_END
    ) -> DisplayList | None:
        """The picture of a stretch on a card of that size; None for a stretch that nobody has drawn."""
        if stretch not in self._figures:
            return None
        return picture(self._frame(stretch, side, width, height), moment)

    def motion(self, stretch: str) -> Motion | None:
        """How the figure of a stretch moves; None for a stretch that nobody has drawn."""
        return self._figures[stretch].motion if stretch in self._figures else None

    def _frame(self, stretch: str, side: SideName, width: float, height: float) -> Framed:
        key = (stretch, side, width, height)
        if key not in self._framed:
            if stretch not in self._settled:
                self._settled[stretch] = settled(self._figures[stretch], self._body)
            if len(self._framed) >= FRAMES_KEPT:
                self._framed.clear()
            self._framed[key] = framed(self._settled[stretch], side, width, height)
        return self._framed[key]
