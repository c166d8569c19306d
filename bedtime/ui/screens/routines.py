"""The library: a card for each routine, and what narrows them down. Shows cards and sends back which one is wanted."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from bedtime.language import N_, _
from bedtime.session.routines import EMPTY, FILTER_WORDS, Filter, RoutineCard
from bedtime.ui.fonts import sans, serif
from bedtime.ui.icons import Icon
from bedtime.ui.light import Disc, Glow, from_above
from bedtime.ui.metrics import Metrics
from bedtime.ui.parts.button import HALO, SMALLEST_TARGET, Button, Kind
from bedtime.ui.parts.figure_view import Artist
from bedtime.ui.parts.group import chain
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.pills import Pills
from bedtime.ui.parts.routine_card import Card
from bedtime.ui.parts.scroll import BAR_WIDE, Scroll
from bedtime.ui.parts.top_bar import TopBar
from bedtime.ui.screens.screen import Screen

HERE = N_("Routines")
_SAID = {
    Filter.ALL: N_("Show all routines"),
    Filter.FAVOURITES: N_("Show favourites"),
    Filter.IN_BED: N_("Show what is done in bed"),
    Filter.CHAIR: N_("Show what is done with a chair, and not on the floor"),
    Filter.FLOOR: N_("Show what is done on the floor"),
    Filter.NO_PROPS: N_("Show what needs nothing but the room"),
}


class RoutinesScreen(Screen):
    """The cards. `opened` carries the id of a routine, `narrowed` a `Filter`."""

    said = HERE
    opened = Signal(str)
    narrowed = Signal(object)
    new_wanted = Signal()
    import_wanted = Signal()
    gone_to = Signal(str)
    has_bar = True

    def __init__(self, artist: Artist, places: tuple[str, ...]) -> None:
        """No routines yet."""
        super().__init__()
        self._artist = artist
        self._bar = TopBar(self, places, HERE)
        self._title = Words(self, _(HERE))
        self._filters = Pills(self, _("Which routines"))
        self._new = Button(_("New routine"), icon=Icon.PLUS)
        self._new.setParent(self)
        self._scroll = Scroll(self, _("Routines"))
        self._import = Button(_("Take in routines from files"), Kind.BARE)
        self._import.setParent(self._scroll.content)
        self._cards: list[Card] = []
        self._empty = Words(self, _(EMPTY))
        self._all = Button(_("Show all"))
        self._all.setParent(self)
        self._bar.gone_to.connect(self.gone_to)
        self._filters.chosen.connect(self.narrowed)
        self._new.chosen.connect(self.new_wanted)
        self._import.chosen.connect(self.import_wanted)
        self._all.chosen.connect(self._show_all)

    # what is shown

    def show_cards(self, cards: tuple[RoutineCard, ...], filters: tuple[Filter, ...], chosen: Filter) -> None:
        """Show these cards, and which filter left them."""
        self._filters.offer(
            {each: _(FILTER_WORDS[each]) for each in filters}, {each: _(words) for each, words in _SAID.items()}
        )
        self._filters.show_chosen(chosen)
        while len(self._cards) > len(cards):
            gone = self._cards.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._cards) < len(cards):
            card = Card(self._scroll.content, self._artist)
            card.chosen.connect(lambda card=card: self.opened.emit(card.routine))
            card.show()
            self._cards.append(card)
        for card, view in zip(self._cards, cards, strict=True):
            card.show_view(view)
        chain([*self._cards, self._import, self._all])
        self.refresh()

    def land(self) -> None:
        """Focus on tonight's card, or the first one."""
        self.land_on(next((card.routine for card in self._cards if card.is_tonight), ""))

    def land_on(self, routine: str) -> None:
        """Focus on the card of a routine, where it is still shown."""
        for card in (*(card for card in self._cards if card.routine == routine), *self._cards[:1]):
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(card, 0, HALO)
            return
        self._filters.land()

    def _show_all(self) -> None:
        self.narrowed.emit(Filter.ALL)
        self.land()

    # light and places

    def light(self, metrics: Metrics) -> tuple[tuple[Glow, ...], tuple[Disc, ...]]:
        """A little light from above, and no lamp."""
        return (from_above(metrics.width, metrics.height, self.look.palette.theme, 0.07),), ()

    def arrange(self) -> None:
        """Place every part."""
        look, metrics = self.look, self.look.metrics
        colors, between, margin = look.palette, metrics.between, metrics.margin
        self._bar.place(look)
        top = self._bar.bottom(look)
        self._title.setVisible(not metrics.is_compact)
        self._title.dress(serif(between(40, 60, 84), 300, between(-0.4, -0.8, -1.2)), colors.color(colors.text_primary))
        self._filters.dress(look, between(17, 19, 26))
        gap = between(6, 12, 16)
        wide = metrics.width - 2 * margin
        self._new.dress(look, between(17, 20, 27))
        self._new.setAccessibleName(_("New routine"))
        self._new.setText(_("New") if metrics.is_compact else _("New routine"))
        new = self._new.sizeHint().width() - 2 * HALO
        if metrics.is_compact:
            top += between(4, 20, 20)
            self._new.put(margin + wide - new, top, 0, SMALLEST_TARGET)
            top += self._filters.put(margin, top, wide - new - 16, gap) + between(10, 24, 30)
        else:
            baseline = top + between(60, 94, 132)
            title = self._title.text_width() + between(40, 76, 104)
            self._title.stand_on(margin - between(1, 2, 3), baseline, self._title.text_width() + 8)
            middle = baseline - between(14, 20, 28)
            high = max(SMALLEST_TARGET, between(17, 19, 26) * 2.3)
            room = wide - title - new - between(20, 24, 32)
            taken = self._filters.put(margin + title, middle - high / 2, room, gap)
            self._new.put(margin + wide - new, middle - between(46, 54, 74) / 2, 0, between(46, 54, 74))
            top = max(baseline + between(24, 36, 50), middle - high / 2 + taken + between(16, 24, 34))
        self._place_cards(top)

    def _place_cards(self, top: float) -> None:
        look, metrics = self.look, self.look.metrics
        between, margin = metrics.between, metrics.margin
        columns = 1 if metrics.is_compact else 2
        gap = between(12, 16, 22)
        # the halo of the focus reaches out of the column to the left, the bar of the scroll to the right
        box = QRectF(margin - HALO, top, metrics.width - 2 * margin + 2 * HALO + BAR_WIDE, metrics.height - top)
        self._scroll.put(look, box)
        high = between(136, 178, 244)
        wide = (metrics.width - 2 * margin - (columns - 1) * gap) / columns
        for index, card in enumerate(self._cards):
            row, column = divmod(index, columns)
            card.place(look, QRectF(HALO + column * (wide + gap), HALO + row * (high + gap), wide, high))
        rows = -(-len(self._cards) // columns)
        bottom = 2 * HALO + rows * (high + gap)
        self._import.dress(look, between(17, 19, 26))
        self._import.put(HALO, bottom, 0, SMALLEST_TARGET)
        self._scroll.set_content_height(bottom + SMALLEST_TARGET + between(12, 20, 28))
        self._scroll.setVisible(bool(self._cards))
        self._place_empty(top)

    def _place_empty(self, top: float) -> None:
        look, between, margin = self.look, self.look.metrics.between, self.look.metrics.margin
        for part in (self._empty, self._all):
            part.setVisible(not self._cards)
        self._empty.dress(sans(between(19, 22, 30)), look.palette.color(look.palette.text_secondary))
        baseline = top + between(40, 56, 76)
        self._empty.stand_on(margin, baseline, self._empty.text_width() + 6)
        self._all.dress(look, between(18, 20, 27))
        after = margin + self._empty.text_width() + between(16, 24, 32)
        self._all.put(after, baseline - between(6, 7, 10) - SMALLEST_TARGET / 2, 0, SMALLEST_TARGET)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from card to card."""
        focused = next((index for index, card in enumerate(self._cards) if card.hasFocus()), None)
        columns = 1 if self.look.metrics.is_compact else 2
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        if focused is None:
            super().keyPressEvent(event)
        elif event.key() in steps:
            target = focused + steps[Qt.Key(event.key())]
            if 0 <= target < len(self._cards):
                self.land_on(self._cards[target].routine)
            elif target < 0 and event.key() == Qt.Key.Key_Up:
                self._filters.land()
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.land_on(self._cards[0 if event.key() == Qt.Key.Key_Home else -1].routine)
        else:
            super().keyPressEvent(event)
