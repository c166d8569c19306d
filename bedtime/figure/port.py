"""What the window asks of figures. `figure.gallery` answers it; a test answers it with a fixed picture."""

from typing import Protocol

from bedtime.figure.display import DisplayList
from bedtime.figure.moment import AT_END, Moment
from bedtime.figure.pose import Motion
from bedtime.figure.skeleton import SideName


class FigureSource(Protocol):
    """Where pictures of stretches come from."""

    def picture(
        self, stretch: str, width: float, height: float, *, side: SideName = "right", moment: Moment = AT_END
    ) -> DisplayList | None:
        """The picture of a stretch on a card of that size; None for a stretch that nobody has drawn."""
        ...

    def motion(self, stretch: str) -> Motion | None:
        """How the figure of a stretch moves, for `session.showing`; None for a stretch that nobody has drawn."""
        ...
