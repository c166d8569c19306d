"""The player's top line: 3 of 7, how much is left, and what comes next with a small picture of it."""

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from bedtime.language import _
from bedtime.session.shown import Shown
from bedtime.session.snapshot import NextUp
from bedtime.ui.fonts import sans
from bedtime.ui.look import Look
from bedtime.ui.mirror import set_box
from bedtime.ui.parts.figure_view import Artist, FigureView, Pose
from bedtime.ui.parts.label import Words


class Status:
    """Five labels and a picture, laid out by how long their words are. Compact, what comes next stands elsewhere."""

    def __init__(self, parent: QWidget, artist: Artist) -> None:
        """Nothing to tell yet."""
        self._count, self._of, self._left = Words(parent), Words(parent), Words(parent)
        self._label, self._next = Words(parent, _("Next")), Words(parent)
        self._picture = FigureView(parent, artist)

    def set_visible(self, *, near: bool, with_next: bool, with_picture: bool) -> None:
        """Show what there is room and reason for."""
        for label in (self._count, self._of, self._left):
            label.setVisible(near)
        for label in (self._label, self._next):
            label.setVisible(with_next)
        self._picture.setVisible(with_picture)

    def dress(self, look: Look) -> None:
        """Take on a look."""
        colors, between = look.palette, look.metrics.between
        px = between(18, 22, 30)
        self._count.dress(sans(px, 700), colors.color(colors.text_primary))
        for label in (self._of, self._left):
            label.dress(sans(px), colors.color(colors.text_secondary))
        self._label.dress(sans(between(18, 19, 26)), colors.color(colors.text_tertiary))
        self._next.dress(sans(between(18, 21, 29)), colors.color(colors.text_secondary))
        self._picture.dress(look)

    def tell(self, words: Shown, following: NextUp | None) -> None:
        """Take on the words of a moment."""
        self._count.set_words(words.count)
        self._of.set_words(words.of)
        self._left.set_words(words.left)
        self._next.set_words(words.next_name)
        self._picture.show_pose(Pose(following.stretch, following.side) if following is not None else None)

    def place(self, look: Look, baseline: float, right: float) -> None:
        """Lay the words along `baseline`, from the margin to at most `right`."""
        between = look.metrics.between
        x = look.metrics.margin
        for label, gap in (
            (self._count, between(5, 7, 9)),
            (self._of, between(26, 34, 46)),
            (self._left, between(40, 70, 90)),
        ):
            label.stand_on(x, baseline, label.text_width() + 6)
            x += label.text_width() + gap
        if not self._picture.isHidden():
            box = QRectF(x, baseline - between(30, 47, 64), between(60, 76, 100), between(34, 52, 70))
            set_box(self._picture, box.toRect())
            self._place_next(x + between(70, 92, 124), baseline, right)

    def place_next_below(self, look: Look, baseline: float, right: float) -> None:
        """Where there is no room on top, what comes next stands under the name."""
        self._place_next(look.metrics.margin, baseline, right)

    def _place_next(self, x: float, baseline: float, right: float) -> None:
        self._label.stand_on(x, baseline, self._label.text_width() + 6)
        x += self._label.text_width() + 11
        self._next.stand_on(x, baseline, right - x)
