"""The figures of a library's stretches, each read when it is first asked for. What nobody has drawn has none."""

from collections.abc import Iterator, Mapping

from bedtime.figure.pose import Figure
from bedtime.movement.library import Library
from bedtime.movement.trusted import build


class DrawnStretches(Mapping[str, Figure]):
    """Figures by the ids of their stretches. Raises KeyError for a stretch without a figure."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._figures: dict[str, Figure] = {}

    def __getitem__(self, stretch_id: str) -> Figure:
        if stretch_id not in self._figures:
            section = self._library.figure(stretch_id) if stretch_id in self._library.stretch_ids else None
            if not section:
                raise KeyError(stretch_id)
            self._figures[stretch_id] = build(Figure, section)
        return self._figures[stretch_id]

    def __iter__(self) -> Iterator[str]:
        return (stretch_id for stretch_id in self._library.stretch_ids if self._library.figure(stretch_id))

    def __len__(self) -> int:
        return sum(1 for _ in self)
