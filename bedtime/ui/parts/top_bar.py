"""The bar over every screen but the player's: where one is, and where else one can go.

A single place is no choice: then the bar only says its name.
"""

from PySide6.QtCore import QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from bedtime.language import N_, _
from bedtime.ui.fonts import sans, width_of
from bedtime.ui.icons import Icon
from bedtime.ui.look import Look
from bedtime.ui.parts.button import HALO, SMALLEST_TARGET, Button, Kind, RoundButton
from bedtime.ui.parts.label import Words

GAP = (24, 44, 60)
BAR_HIGH = 3
BESIDE = N_("Settings")
"""The place behind the gear, at the far end."""


class Tab(Button):
    """One place in the bar. The one where we are is bold, with a bar under it."""

    def __init__(self, words: str, *, here: bool) -> None:
        """`here` marks the place that is shown."""
        super().__init__(words, Kind.BARE)
        self._here = here
        if here:
            self.setAccessibleName(_("{place}, shown now").format(place=words))

    def paint_ground(self, painter: QPainter, shape: QRectF, radius: float) -> None:
        """Only the bar under the place where we are."""
        look = self._dressed()
        if self._here:
            bar = QRectF(shape.left(), shape.center().y() + self._size_px, shape.width(), BAR_HIGH)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.palette.color(look.palette.accent))
            painter.drawRoundedRect(bar, BAR_HIGH / 2, BAR_HIGH / 2)
        elif self.underMouse():
            super().paint_ground(painter, shape.adjusted(-HALO, 0, HALO, 0), radius)

    def ink(self) -> QColor:
        """Where we are is brighter."""
        colors = self._dressed().palette
        return colors.color(colors.text_primary if self._here else colors.text_secondary)

    def sizeHint(self) -> QSize:
        """As wide as its words, so that the bar under them is as well."""
        high = round(max(SMALLEST_TARGET, self._size_px * 2.3))
        return QSize(round(width_of(self.text(), self._words_font())) + 2 * HALO, high + 2 * HALO)

    def hitButton(self, at: QPoint) -> bool:
        """All of it, halo included, so that a short word is a target as well."""
        return self.rect().contains(at)

    def _words_font(self) -> QFont:
        return sans(self._size_px, 600 if self._here else 400)


class Gear(RoundButton):
    """The way to the settings. Where we are is lit."""

    def __init__(self, *, is_here: bool) -> None:
        """`is_here` marks that they are shown."""
        name = _("{place}, shown now").format(place=_(BESIDE)) if is_here else _(BESIDE)
        super().__init__(name, Kind.BARE, icon=Icon.GEAR)
        self._is_here = is_here

    def ink(self) -> QColor:
        """Where we are has the colour of the bar under the others."""
        colors = self._dressed().palette
        return colors.color(colors.accent) if self._is_here else super().ink()


class TopBar(QObject):
    """The places, in order; `here` is one of them. `gone_to` names the place that is wished for."""

    gone_to = Signal(str)

    def __init__(self, parent: QWidget, places: tuple[str, ...], here: str) -> None:
        """With a single place there is nothing to press; Settings are behind a gear."""
        super().__init__(parent)
        has_gear = BESIDE in places
        places = tuple(place for place in places if place != BESIDE)
        self._name = Words(parent, _(here))
        self._name.setVisible(len(places) == 1)
        self._tabs = [Tab(_(place), here=place == here) for place in places] if len(places) > 1 else []
        for tab, place in zip(self._tabs, places, strict=False):
            tab.setParent(parent)
            tab.chosen.connect(lambda place=place: self.gone_to.emit(place))
        self._gear = Gear(is_here=here == BESIDE)
        self._gear.setParent(parent)
        self._gear.setToolTip(_(BESIDE))
        self._gear.setVisible(has_gear)
        self._gear.chosen.connect(lambda: self.gone_to.emit(BESIDE))

    @property
    def stops(self) -> list[QWidget]:
        """Where the focus stops on its way along."""
        return [*self._tabs, self._gear]

    def place(self, look: Look) -> None:
        """Lay the places along the top, from the margin."""
        metrics = look.metrics
        px, baseline = metrics.between(18, 20, 27), metrics.between(40, 58, 84)
        self._name.dress(sans(px, 600), look.palette.color(look.palette.text_secondary))
        self._name.stand_on(metrics.margin, baseline, self._name.text_width() + 4)
        x = metrics.margin
        for tab in self._tabs:
            tab.dress(look, px)
            x = tab.put(x, baseline - px * 0.35 - max(SMALLEST_TARGET, px * 2.3) / 2).right() + metrics.between(*GAP)
        radius = metrics.between(22, 23, 30)
        self._gear.dress(look, px)
        self._gear.put_round(metrics.width - metrics.margin - radius + 8, baseline - px * 0.35, radius)

    @staticmethod
    def bottom(look: Look) -> float:
        """Where the rest of the screen may begin."""
        return look.metrics.between(56, 76, 108)
