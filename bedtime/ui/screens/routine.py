"""The page of one routine: its stretches one by one, what is known about it, and whether it is tonight's.

Shows one `RoutinePage` and sends back wishes. The list, the evidence and the changes share the lower half.
"""

from enum import Enum, auto

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent

from bedtime.language import N_, _
from bedtime.movement.stretch import Side, Sides
from bedtime.phrases import apart, count_words
from bedtime.session.routines import RoutinePage, changes_title
from bedtime.ui.fonts import sans, serif
from bedtime.ui.icons import Icon
from bedtime.ui.light import Disc, Glow
from bedtime.ui.metrics import Metrics
from bedtime.ui.mirror import set_box
from bedtime.ui.palette import Theme
from bedtime.ui.parts.button import HALO, SMALLEST_TARGET, Button, Kind
from bedtime.ui.parts.disclosure import Disclosure
from bedtime.ui.parts.dots import Dots
from bedtime.ui.parts.figure_view import Artist, FigureView, Pose
from bedtime.ui.parts.floor_line import FloorLine, Plank
from bedtime.ui.parts.group import chain
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.night_toggles import NightToggles
from bedtime.ui.parts.scroll import Scroll
from bedtime.ui.parts.stretch_list import StretchList
from bedtime.ui.parts.top_bar import TopBar
from bedtime.ui.screens.screen import Screen

HERE = N_("Routines")
CHOOSE, CHOSEN = N_("Choose for tonight"), N_("Back to tonight")
EDIT, EDIT_COPY = N_("Change it"), N_("Change a copy")


class Face(Enum):
    """What the lower half shows."""

    STRETCHES = auto()
    EVIDENCE = auto()
    CHANGES = auto()


class RoutineScreen(Screen):
    """One routine. `night_toggled` carries a `Day`."""

    said = N_("A routine")
    chosen = Signal()
    favourite_toggled = Signal()
    night_toggled = Signal(object)
    made_usual = Signal()
    edit_wanted = Signal()
    delete_wanted = Signal()
    back = Signal()
    gone_to = Signal(str)
    has_bar = True

    def __init__(self, artist: Artist, places: tuple[str, ...]) -> None:
        """A page without a routine; `show_page` gives it one."""
        super().__init__()
        self._page: RoutinePage | None = None
        self._face = Face.STRETCHES
        self._figure = FigureView(self, artist)
        self._bar = TopBar(self, places, HERE)
        self._back = Button(_("All routines"), Kind.BARE, icon=Icon.CHEVRON_LEFT)
        self._title, self._facts, self._summary = Words(self), Words(self), Words(self)
        self._choose = Button(_(CHOOSE), Kind.FILLED)
        self._favourite = Button(_("Favourite"), Kind.OUTLINED, icon=Icon.STAR)
        self._edit = Button(_(EDIT_COPY), Kind.BARE)
        self._delete = Button(_("Delete"), Kind.BARE)
        self._on, self._plan = Words(self, _("Nights")), Words(self)
        self._nights = NightToggles(self)
        self._nights.setAccessibleName(_("Nights"))
        self._usual = Button(_("Every night"), Kind.BARE)
        self._dots = Dots(self)
        self._evidence = Disclosure("", "")
        self._changes = Disclosure("", "")
        self._floor = FloorLine(self)
        self._list = StretchList(self, _("The stretches of this routine"))
        self._scroll = Scroll(self, _("What is known about it"))
        self._text = Words(self._scroll.content)
        for button in (
            self._back,
            self._choose,
            self._favourite,
            self._edit,
            self._delete,
            self._usual,
            self._evidence,
            self._changes,
        ):
            button.setParent(self)
        first = (self._back, self._choose, self._favourite, self._edit, self._delete)
        chain([*first, *self._nights.stops, self._usual, self._evidence, self._changes, self._list])
        self._connect()

    def _connect(self) -> None:
        self._bar.gone_to.connect(self.gone_to)
        self._back.chosen.connect(self.back)
        self._choose.chosen.connect(self.chosen)
        self._favourite.chosen.connect(self.favourite_toggled)
        self._edit.chosen.connect(self.edit_wanted)
        self._delete.chosen.connect(self.delete_wanted)
        self._nights.toggled.connect(self.night_toggled)
        self._usual.chosen.connect(self.made_usual)
        self._evidence.chosen.connect(lambda: self._turn(Face.EVIDENCE))
        self._changes.chosen.connect(lambda: self._turn(Face.CHANGES))
        self._list.closed.connect(self.back)
        self._list.currentRowChanged.connect(self._picture)

    # what is shown

    def show_page(self, page: RoutinePage) -> None:
        """Show a routine, or the one that is shown as it is now."""
        is_another = self._page is None or self._page.card.routine != page.card.routine
        self._page = page
        if is_another:
            self._face = Face.STRETCHES
        self._title.set_words(page.card.name)
        self._facts.set_words(" · ".join(filter(None, (page.card.facts, page.card.props if not page.off else ""))))
        self._summary.set_words(page.off or page.summary)
        self._choose.setText(_(CHOSEN) if page.card.is_tonight else _(CHOOSE))
        self._choose.setVisible(not page.off)
        self._favourite.set_icon(Icon.STAR_LIT if page.card.is_favourite else Icon.STAR)
        self._favourite.setText(_("A favourite") if page.card.is_favourite else _("Favourite"))
        self._edit.setText(_(EDIT) if page.card.is_own else _(EDIT_COPY))
        self._delete.setVisible(page.card.is_own)
        self._delete.setAccessibleName(_("Delete {name}").format(name=page.card.name))
        self._plan.set_words(page.plan)
        self._nights.show_nights(page.nights)
        self._dots.show_lit(page.card.dots)
        self._list.show_lines(page.lines)
        self._floor.glide_to(tuple(map(Plank, page.lengths_ms)), count_words(len(page.lines)))
        self._picture(max(0, self._list.currentRow()))
        self._show_face()
        self.refresh()

    def land(self) -> None:
        """Focus on what comes next."""
        target = self._choose if not self._choose.isHidden() else self._back
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _picture(self, row: int) -> None:
        stretches = self._page.stretches if self._page is not None else ()
        if not 0 <= row < len(stretches):
            self._figure.show_pose(None)
            return
        stretch = stretches[row]
        self._figure.show_pose(Pose(stretch, Side.LEFT if stretch.sides is not Sides.BOTH else None))

    def _turn(self, face: Face) -> None:
        self._face = Face.STRETCHES if self._face is face else face
        self._show_face()
        self.refresh()

    def _show_face(self) -> None:
        page = self._page
        if page is None:
            return
        self._evidence.set_words(page.card.evidence)
        self._changes.set_words(changes_title(page.changes))
        self._evidence.set_open(is_open=self._face is Face.EVIDENCE)
        self._changes.set_open(is_open=self._face is Face.CHANGES)
        self._changes.setVisible(bool(page.changes))
        self._list.setVisible(self._face is Face.STRETCHES)
        self._scroll.setVisible(self._face is not Face.STRETCHES)
        sources = _("From: {sources}.").format(sources=apart(page.sources)) if page.sources else ""
        evidence = "\n\n".join(filter(None, (page.evidence, sources)))
        self._text.set_words(evidence if self._face is Face.EVIDENCE else "\n".join(page.changes))

    # light and places

    def light(self, metrics: Metrics) -> tuple[tuple[Glow, ...], tuple[Disc, ...]]:
        """The lamp behind the figure."""
        day = self.look.palette.theme is Theme.DAY
        radius = metrics.between(70, 150, 206)
        x, floor = metrics.width * metrics.share(0.82, 0.785, 0.785), self._floor_y(metrics)
        y = floor - metrics.between(92, 172, 240)
        glow = Glow(x, y + radius * 0.3, radius * 2, radius * 1.6, 0.3 if day else 0.16, edge=1.5)
        return (glow,), (Disc(x, y, radius, 0.3 if day else 0.13, softness=3 if day else 5),)

    @staticmethod
    def _floor_y(metrics: Metrics) -> float:
        return metrics.height * metrics.share(0.63, 0.60, 0.60)

    def arrange(self) -> None:
        """Place every part."""
        look, metrics = self.look, self.look.metrics
        between, margin = metrics.between, metrics.margin
        self._bar.place(look)
        self._dress()
        floor = self._floor_y(metrics)
        right = metrics.width * metrics.share(0.70, 0.635, 0.635)
        self._place_words(self._bar.bottom(look), right)
        self._place_actions(floor, right)
        set_box(
            self._floor, QRect(round(margin), round(floor), round(metrics.width - 2 * margin), round(between(6, 8, 11)))
        )
        top = self._bar.bottom(look) + between(4, 16, 24)
        room = QRectF(right, 0, metrics.width - margin * 0.8 - right, floor)
        self._figure.stand(room, top)
        self._place_face(floor)

    def _dress(self) -> None:
        look, colors, between = self.look, self.look.palette, self.look.metrics.between
        px = between(17, 20, 27)
        self._back.dress(look, between(17, 18, 25))
        self._title.dress(serif(between(30, 46, 64), 300), colors.color(colors.text_primary))
        self._facts.dress(sans(px), colors.color(colors.text_secondary))
        self._summary.dress(sans(px), colors.color(colors.text_primary))
        self._choose.dress(look, between(19, 23, 31))
        self._favourite.dress(look, between(17, 19, 26))
        self._edit.dress(look, between(17, 19, 26))
        for button in (self._usual, self._delete):
            button.dress(look, between(17, 18, 25))
        for words in (self._on, self._plan):
            words.dress(sans(between(16, 18, 25)), colors.color(colors.text_secondary))
        self._evidence.dress(look, between(17, 19, 26))
        self._changes.dress(look, between(17, 19, 26))
        self._text.dress(sans(between(17, 19, 26)), colors.color(colors.text_primary))
        for part in (self._dots, self._figure, self._floor, self._list):
            part.dress(look)

    def _place_words(self, top: float, right: float) -> None:
        between, margin = self.look.metrics.between, self.look.metrics.margin
        compact, room = self.look.metrics.is_compact, right - margin
        line = QFontMetricsF(self._summary.font()).lineSpacing()
        self._back.put(margin - between(6, 7, 9), top + between(5, 3, 3), 0, SMALLEST_TARGET)
        wide = self._delete.sizeHint().width() - 2 * HALO
        self._delete.put(right - wide, top + between(5, 3, 3), 0, SMALLEST_TARGET)
        baseline = top + between(74, 96, 132)
        self._title.stand_on(margin - 2, baseline, room)
        self._facts.stand_on(margin, baseline + between(26, 38, 52), room)
        self._summary.setVisible(not compact or bool(self._page and self._page.off))
        self._summary.fill(margin, baseline + between(32, 52, 70), room, line * 2.2)

    def _place_actions(self, floor: float, right: float) -> None:
        look, metrics = self.look, self.look.metrics
        between, margin = metrics.between, metrics.margin
        is_off = self._choose.isHidden()
        high = between(46, 60, 82)
        row = between(54, 66, 90)
        nights_middle = floor - between(34, 50, 68)
        top = nights_middle - row / 2 - high - between(4, 14, 20)
        x = margin
        if not is_off:
            x = self._choose.put(x, top, 0, high).right() + between(12, 18, 24)
        level = top + (high - SMALLEST_TARGET) / 2
        x = self._favourite.put(x, level, 0, SMALLEST_TARGET).right() + between(4, 14, 20)
        self._edit.put(x, level, 0, SMALLEST_TARGET)
        for part in (self._nights, self._on, self._usual):
            part.setVisible(not is_off)
        baseline = nights_middle + between(5, 6, 9)
        self._on.stand_on(margin, baseline, self._on.text_width() + 4)
        x = margin + self._on.text_width() + between(10, 16, 22)
        x += self._nights.put(look, x, nights_middle) + between(6, 10, 14)
        fits = x + self._usual.sizeHint().width() <= right + 2 * HALO
        self._usual.setVisible(not is_off and fits)
        self._usual.put(x, nights_middle - SMALLEST_TARGET / 2, 0, SMALLEST_TARGET)

    def _place_face(self, floor: float) -> None:
        look, metrics = self.look, self.look.metrics
        between, margin = metrics.between, metrics.margin
        wide = metrics.width - 2 * margin
        middle = floor + between(34, 42, 56)
        self._dots.stand(margin, middle)
        x = margin + self._dots.width() + between(2, 6, 8)
        x = self._evidence.put(x, middle - SMALLEST_TARGET / 2, 0, SMALLEST_TARGET).right() + between(8, 20, 28)
        if not self._changes.isHidden():
            x = self._changes.put(x, middle - SMALLEST_TARGET / 2, 0, SMALLEST_TARGET).right() + between(8, 20, 28)
        plan = min(self._plan.text_width() + 4, metrics.width - margin - x)
        self._plan.setVisible(not metrics.is_compact and plan > between(100, 180, 240))
        self._plan.stand_on(metrics.width - margin - plan, middle + between(5, 6, 9), plan)
        top = middle + between(26, 32, 44)
        box = QRectF(margin - 8, top, wide + 16, metrics.height - top - between(6, 12, 18))
        set_box(self._list, QRectF(box.topLeft(), box.size()).toRect())
        self._list.resize(round(box.width()), self._list.height_for(box.height()))
        self._scroll.put(look, box)
        room = min(wide - 20, between(560, 900, 1240))
        taken = QFontMetricsF(self._text.font()).boundingRect(
            QRectF(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, self._text.text()
        )
        self._text.fill(8, 4, room, taken.height() + 6)
        self._scroll.set_content_height(taken.height() + 16)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, Escape goes back to the cards."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self._choose.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)
