"""The reminder: when, on which evenings, what it does and how it looks. Shows one `Page` and sends back wishes."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QWidget

from bedtime.language import N_, _, ngettext, pgettext
from bedtime.movement.week import Day
from bedtime.phrases import WEEKDAYS, after_each_other, weekday_letters
from bedtime.reminder.page import STEP_MIN, Action, Page, Sign
from bedtime.reminder.preferences import SNOOZES_MIN
from bedtime.reminder.rule import Weekday
from bedtime.session.routines import NightToggle
from bedtime.ui.fonts import sans, serif, width_of
from bedtime.ui.icons import Icon, draw_icon
from bedtime.ui.light import Disc, Glow
from bedtime.ui.look import Look
from bedtime.ui.metrics import Metrics
from bedtime.ui.mirror import set_box
from bedtime.ui.palette import Theme
from bedtime.ui.parts.big_time import BigTime
from bedtime.ui.parts.button import HALO, SMALLEST_TARGET, Button, Kind
from bedtime.ui.parts.circle import Circle, Ring
from bedtime.ui.parts.group import chain, count_off
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.night_toggles import NightToggles
from bedtime.ui.parts.notice_picture import NoticePicture
from bedtime.ui.parts.scroll import BAR_WIDE, Scroll
from bedtime.ui.parts.switch_row import SwitchRow
from bedtime.ui.parts.top_bar import TopBar
from bedtime.ui.screens.screen import Screen

HERE = N_("Reminder")
CHIMES, IS_SILENT = N_("A soft sound comes with the notification"), N_("Off. The notification is silent")
HOLDS, DOES_NOT_HOLD = N_("Waits until a film or call ends"), N_("Off. It comes during films and calls too")
_SIGNS = {Sign.READY: Icon.CHECK, Sign.QUIET: Icon.MOON, Sign.TROUBLE: Icon.BELL}


class StateSign(QWidget):
    """A small disc: a tick where all is well, a moon where it is off, a bell where something is in the way."""

    def __init__(self, parent: QWidget) -> None:
        """Nothing known yet."""
        super().__init__(parent)
        self._look: Look | None = None
        self._sign = Sign.QUIET
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_sign(self, sign: Sign) -> None:
        """Show how it stands."""
        self._sign = sign
        self.update()

    def put(self, look: Look, x: float, middle: float, across: float) -> None:
        """Place the disc."""
        self._look = look
        set_box(self, QRectF(x, middle - across / 2, across, across).toRect())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it: filled where all is well, a ring otherwise."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, disc = self._look.palette, QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        is_ready = self._sign is Sign.READY
        painter.setBrush(colors.color(colors.accent_deep) if is_ready else Qt.BrushStyle.NoBrush)
        outline = colors.accent if self._sign is Sign.TROUBLE else colors.line_control
        painter.setPen(Qt.PenStyle.NoPen if is_ready else QPen(colors.color(outline), 2))
        painter.drawEllipse(disc)
        ink = colors.check if is_ready else colors.accent if self._sign is Sign.TROUBLE else colors.text_secondary
        draw_icon(painter, _SIGNS[self._sign], disc.center(), disc.width() * 0.55, colors.color(ink), 2.6)


class ReminderScreen(Screen):
    """The screen. `night_toggled` carries a `Weekday`, `time_typed` a `time`, `snooze_chosen` minutes."""

    said = HERE
    hours_stepped = Signal(int)
    minutes_stepped = Signal(int)
    time_typed = Signal(object)
    night_toggled = Signal(object)
    snooze_chosen = Signal(int)
    switched = Signal()
    acted = Signal(object)
    chime_asked = Signal()
    hold_asked = Signal()
    morning_asked = Signal()
    test_wanted = Signal()
    gone_to = Signal(str)
    has_bar = True

    def __init__(self, places: tuple[str, ...]) -> None:
        """A screen without a page; `show_page` gives it one."""
        super().__init__()
        self._page: Page | None = None
        self._bar = TopBar(self, places, HERE)
        self._scroll = Scroll(self, _(HERE))
        on = self._scroll.content
        self._title = Words(on, _("A nudge at"))
        self._time = BigTime(on, STEP_MIN)
        self._nights = NightToggles(on)
        self._nights.setAccessibleName(_("Evenings"))
        self._time.setAccessibleName(_("A nudge at"))
        self._days = Words(on)
        self._before, self._after = (
            Words(on, _("Snooze for")),
            Words(on, pgettext("after: Snooze for, and numbers to choose from", "minutes")),
        )
        self._snoozes = [Circle(on, str(n), _snooze_words(n), Ring.WHEN_CHOSEN) for n in SNOOZES_MIN]
        count_off(self._snoozes)
        self._group = QButtonGroup(self)
        self._sign = StateSign(on)
        self._headline, self._kept_by = Words(on), Words(on)
        self._act, self._off = Button(_("Skip tonight")), Button(_("Switch off"), Kind.BARE)
        self._chime, self._hold = SwitchRow(on, _("Chime")), SwitchRow(on, _("Hold while full screen"))
        self._morning = SwitchRow(on, _("Morning nudge"))
        self._picture_title = Words(on, _("What you will see"))
        self._picture = NoticePicture(on)
        self._test = Button(_("Send a test"), icon=Icon.BELL)
        self._trial, self._last = Words(on), Words(on)
        for button in (self._act, self._off, self._test):
            button.setParent(on)
        self._connect()

    def _connect(self) -> None:
        self._bar.gone_to.connect(self.gone_to)
        self._time.hours_stepped.connect(self.hours_stepped)
        self._time.minutes_stepped.connect(self.minutes_stepped)
        self._time.typed.connect(self.time_typed)
        self._nights.toggled.connect(lambda day: self.night_toggled.emit(Weekday(list(Day).index(day))))
        for minutes, circle in zip(SNOOZES_MIN, self._snoozes, strict=True):
            self._group.addButton(circle)
            circle.clicked.connect(lambda _checked=False, minutes=minutes: self.snooze_chosen.emit(minutes))
        self._act.chosen.connect(self._do)
        self._off.chosen.connect(self.switched)
        self._chime.asked.connect(self.chime_asked)
        self._hold.asked.connect(self.hold_asked)
        self._morning.asked.connect(self.morning_asked)
        self._test.chosen.connect(self.test_wanted)

    # what is shown

    def show_page(self, page: Page, *, is_testing: bool = False) -> None:
        """Show this page. While a test is under way its result is awaited."""
        had_focus = self._off.hasFocus() or self._act.hasFocus()
        self._page = page
        self._time.show_time(page.at)
        self._nights.show_nights(tuple(_toggle(night, page.nights) for night in Weekday))
        self._days.set_words(page.days)
        self._snoozes[SNOOZES_MIN.index(page.snooze_min)].setChecked(True)
        self._sign.show_sign(page.sign)
        self._headline.set_words(page.headline)
        self._kept_by.set_words(page.kept_by)
        self._act.setText(page.action_words)
        self._act.set_kind(Kind.FILLED if page.action is Action.SWITCH_ON else Kind.OUTLINED)
        self._act.setVisible(page.action is not Action.NONE)
        self._off.setVisible(page.is_on)
        self._chime.show_state(_(CHIMES) if page.chimes else _(IS_SILENT), is_on=page.chimes)
        self._hold.show_state(_(HOLDS) if page.holds else _(DOES_NOT_HOLD), is_on=page.holds)
        self._morning.show_state(page.morning_words, is_on=page.morning_is_on)
        self._picture_title.set_words(
            _("How to allow them") if page.sign is Sign.TROUBLE and page.remedy else _("What you will see")
        )
        self._picture.show_notice(page.notice, after_each_other((page.trouble, page.remedy)))
        self._trial.set_words(_("Sending a test") if is_testing else page.trial_words)
        self._last.set_words(page.last_words)
        if had_focus and (self._act if self._act.isVisible() else self._off).isVisible():
            (self._act if self._act.isVisible() else self._off).setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def say_of_days(self, words: str) -> None:
        """Say something in place of the evenings in words, until the next page."""
        self._days.set_words(words)

    def land(self) -> None:
        """Focus on what comes next: the filled button where there is one, else the time."""
        filled = self._page is not None and self._page.action is Action.SWITCH_ON
        (self._act if filled else self._time.hours).setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureVisible(0, 0)

    def _do(self) -> None:
        if self._page is not None:
            self.acted.emit(self._page.action)

    # light and places

    def light(self, metrics: Metrics) -> tuple[tuple[Glow, ...], tuple[Disc, ...]]:
        """A pool of light behind the time, and no lamp."""
        strength = 0.26 if self.look.palette.theme is Theme.DAY else 0.12
        x, y = (0.5, 0.55) if metrics.is_compact else (0.258, 0.41)
        return (
            Glow(metrics.width * x, metrics.height * y, metrics.width * 0.375, metrics.height * 0.41, strength),
        ), ()

    def arrange(self) -> None:
        """Place every part: two columns, or where there is no room one that scrolls."""
        look, metrics = self.look, self.look.metrics
        self._bar.place(look)
        top = self._bar.bottom(look)
        self._scroll.put(look, QRectF(0, top, metrics.width, metrics.height - top))
        when = [*self._time.stops, *self._nights.stops, *self._snoozes]
        state = [self._act, self._off]
        first = (*state, *when) if metrics.is_compact else (*when, *state)
        chain([*self._bar.stops, *first, self._chime, self._hold, self._morning, self._test])
        margin = metrics.margin
        if metrics.is_compact:
            room = metrics.width - 2 * margin - BAR_WIDE
            k = metrics.scale
            y = self._place_state(margin, 14 * k, room)
            y = self._place_time(margin, y + 18 * k)
            y = self._place_when(margin, y + 42 * k, room)
            y = self._place_rest(margin, y + 26 * k, room)
        else:
            between = metrics.between
            x = metrics.width * 0.547
            left = self._place_time(margin, between(20, 94, 132) - HALO)
            left = self._place_when(margin, left + between(40, 68, 92), x - margin - between(16, 40, 60))
            room = metrics.width - margin - x
            right = self._place_state(x, between(10, 62, 74), room)
            y = max(left, self._place_rest(x, right + between(14, 26, 34), room))
        self._scroll.set_content_height(max(y + 12, self._scroll.height()))

    def _place_time(self, x: float, top: float) -> float:
        look = self.look
        colors, between = look.palette, look.metrics.between
        self._title.setVisible(not look.metrics.is_compact)
        self._title.dress(serif(between(28, 38, 52), 300), colors.color(colors.text_primary))
        heading = 0.0 if look.metrics.is_compact else between(20, 24, 34)
        self._title.stand_on(x - 2, top + heading - between(2, 10, 14), self._title.text_width() + 8)
        cap = between(104, 170, 230) * 0.66
        return self._time.put(look, x - between(4, 8, 11), top + heading + between(2, 60, 84) + cap)

    def _place_when(self, x: float, middle: float, room: float) -> float:
        """The evenings, what they are in words, and the snooze, from the middle of the first row on."""
        look = self.look
        colors, between = look.palette, look.metrics.between
        self._nights.put(look, x, middle, 1.18)
        self._days.dress(sans(between(18, 20, 27)), colors.color(colors.text_secondary))
        baseline = middle + between(54, 74, 100)
        self._days.stand_on(x, baseline, room)
        for words in (self._before, self._after):
            words.dress(sans(between(18, 20, 27)), colors.color(colors.text_secondary))
        radius, pitch = between(22, 27, 37), between(54, 66, 90)
        row, drop = baseline + between(50, 73, 100), between(6, 7, 9)
        self._before.stand_on(x, row + drop, self._before.text_width() + 4)
        first = x + self._before.text_width() + between(14, 20, 28) + radius
        for index, circle in enumerate(self._snoozes):
            circle.dress(look, between(19, 22, 30))
            circle.put(QPointF(first + index * pitch, row), radius, pitch)
        end = first + (len(self._snoozes) - 1) * pitch + radius
        self._after.stand_on(end + between(8, 14, 18), row + drop, self._after.text_width() + 4)
        return row + radius + HALO

    def _place_state(self, x: float, top: float, room: float) -> float:
        """What comes next, who keeps it, and what can be done about it."""
        look = self.look
        colors, between = look.palette, look.metrics.between
        across, inset = between(28, 34, 46), between(40, 50, 68)
        font = sans(between(21, 26, 35))
        self._sign.put(look, x, top + across / 2, across)
        self._headline.dress(font, colors.color(colors.text_primary))
        wide = room - inset
        if width_of(self._headline.text(), font) <= wide * 1.2:
            self._headline.stand_on(x + inset, top + across / 2 + font.pixelSize() * 0.34, wide)
            y = top + across + between(2, 4, 6)
        else:
            self._headline.dress(sans(between(18, 20, 27)), colors.color(colors.text_primary))
            y = top + _paragraph(self._headline, x + inset, top, wide) + between(4, 8, 10)
        self._kept_by.dress(sans(between(16, 18, 25)), colors.color(colors.text_secondary))
        y += _paragraph(self._kept_by, x + inset, y, wide) + between(10, 15, 20)
        if self._act.isHidden() and self._off.isHidden():
            return y
        left, high = x + inset, between(44, 46, 62)
        for button in (self._act, self._off):
            button.dress(look, between(17, 19, 26))
            if not button.isHidden():
                left = button.put(left, y, 0, high).right() + between(10, 16, 22)
        return y + high

    def _place_rest(self, x: float, top: float, room: float) -> float:
        """The switches, the picture of the notice, and the test."""
        look = self.look
        colors, between = look.palette, look.metrics.between
        y = top
        for row in (self._chime, self._hold, self._morning):
            y += row.put(look, x, y, room) + between(6, 8, 10)
        y += between(18, 26, 36)
        self._picture_title.dress(sans(between(16, 17, 23), 600), colors.color(colors.text_tertiary))
        self._picture_title.stand_on(x, y, room)
        y += between(12, 14, 18)
        y += self._picture.put(look, x, y, room) + between(14, 18, 26)
        high = between(48, 54, 74)
        self._test.dress(look, between(17, 20, 27))
        shape = self._test.put(x, y, between(150, 200, 270), high)
        left, wide = shape.right() + between(14, 20, 28), x + room - shape.right() - between(14, 20, 28)
        for words in (self._trial, self._last):
            words.dress(sans(between(16, 18, 25)), colors.color(colors.text_secondary))
        shown = [words for words in (self._trial, self._last) if words.text()]
        line = QFontMetricsF(self._trial.font()).lineSpacing()
        baseline = y + high / 2 - len(shown) * line / 2 + QFontMetricsF(self._trial.font()).ascent()
        self._trial.setVisible(bool(self._trial.text()))
        self._last.setVisible(bool(self._last.text()))
        for index, words in enumerate(shown):
            words.stand_on(left, baseline + index * line, wide)
        return y + max(high, SMALLEST_TARGET) + HALO


def _paragraph(words: Words, x: float, top: float, width: float) -> float:
    """Place words that wrap; the height taken."""
    room = QRectF(0, 0, width - 2, 10_000)
    high = QFontMetricsF(words.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, words.text()).height()
    words.fill(x, top, width, high + 4)
    return high


def _toggle(night: Weekday, nights: frozenset[Weekday]) -> NightToggle:
    is_on = night in nights
    name = _(WEEKDAYS[night])
    words = _("{day}, reminded") if is_on else _("{day}, no reminder")
    spoken = words.format(day=name)
    return NightToggle(day=list(Day)[night], letter=weekday_letters()[night], is_on=is_on, spoken=spoken)


def _snooze_words(minutes: int) -> str:
    return ngettext("Snooze for {count} minute", "Snooze for {count} minutes", minutes).format(count=minutes)
