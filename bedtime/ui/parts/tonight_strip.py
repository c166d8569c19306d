"""Under the floor of Tonight: the reminder, which nights of this week, and one thing worth knowing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from bedtime.language import _
from bedtime.session.tonight_view import Opening, TonightView
from bedtime.ui.fonts import sans, width_of
from bedtime.ui.look import Look
from bedtime.ui.mirror import set_box
from bedtime.ui.parts.button import HALO, SMALLEST_TARGET, Button, Kind
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.week_lamps import WeekLamps

if TYPE_CHECKING:  # what is known of reminders is loaded after the first paint
    from bedtime.reminder.page import Brief


class TonightStrip(QWidget):
    """Three columns. Compact there are two: the tip gives way, but on the first run the week does.

    `reminder_wanted` asks for the reminder's screen.
    """

    reminder_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Nothing to tell yet."""
        super().__init__(parent)
        self._is_first = False
        self._reminder_title = Words(self, _("Reminder"))
        self._reminder, self._soon = Words(self), Words(self)
        self._set_one = Button("", Kind.BARE)
        self._set_one.setParent(self)
        self._set_one.hide()
        self._set_one.chosen.connect(self.reminder_wanted)
        self._week_title = Words(self, _("This week"))
        self._week = WeekLamps(self)
        self._aside_title, self._aside = Words(self), Words(self)

    def show_view(self, view: TonightView) -> None:
        """Take on the words of an evening."""
        self._is_first = view.opening is Opening.FIRST_RUN
        self._week.show_week(view.week)
        self._aside_title.set_words(view.aside_title)
        self._aside.set_words(view.aside)

    def show_brief(self, brief: "Brief") -> None:
        """Take on what is known of the reminder."""
        self._reminder.set_words(brief.when)
        self._soon.set_words(brief.soon)
        self._set_one.setText(brief.action)
        self._set_one.setAccessibleName(_("{state}. {action}").format(state=brief.when, action=brief.action))

    def place(self, look: Look) -> None:
        """Lay the columns out over the width that this part was given."""
        colors, between = look.palette, look.metrics.between
        compact, wide = look.metrics.is_compact, float(self.width())
        with_week = not (compact and self._is_first)
        with_aside = bool(self._aside.text()) and (not compact or self._is_first)
        share = look.metrics.share
        second, third = wide * share(0.38, 0.319, 0.319), wide * (share(0.38, 0.655, 0.67) if not compact else 0.38)
        title, first = between(24, 38, 48), between(52, 72, 94)
        for words in (self._reminder_title, self._week_title, self._aside_title):
            words.dress(sans(between(16, 17, 23), 600), colors.color(colors.text_tertiary))
        self._reminder.dress(sans(between(18, 21, 29)), colors.color(colors.text_primary))
        self._soon.dress(sans(between(17, 18, 25)), colors.color(colors.text_secondary))
        room = second - between(16, 28, 40)
        self._reminder_title.stand_on(0, title, room)
        self._reminder.stand_on(0, first, room)
        self._soon.stand_on(0, between(78, 102, 134), room)
        self._soon.setVisible(bool(self._soon.text()))
        self._set_one.setVisible(bool(self._set_one.text()))
        self._set_one.dress(look, between(17, 20, 27))
        inset = self._set_one.sizeHint().width() / 2 - HALO - width_of(self._set_one.text(), self._set_one.font()) / 2
        self._set_one.put(-inset, between(58, 82, 106), 0, SMALLEST_TARGET)
        for part in (self._week_title, self._week):
            part.setVisible(with_week)
        self._week_title.stand_on(second, title, wide - second)
        self._week.dress(look)
        hint = self._week.sizeHint()
        set_box(self._week, QRect(round(second) - 2, round(title + between(10, 16, 22)), hint.width(), hint.height()))
        for part in (self._aside_title, self._aside):
            part.setVisible(with_aside)
        self._aside_title.stand_on(third, title, wide - third)
        self._place_aside(look, QRectF(third, title + between(8, 12, 16), wide - third, self.height()))

    def _place_aside(self, look: Look, box: QRectF) -> None:
        """The tip, in smaller letters when it is long."""
        colors, between = look.palette, look.metrics.between
        room = self.height() - box.top()
        for px in (between(18, 20, 27), between(17, 18, 24), between(16, 16, 21)):
            self._aside.dress(sans(px), colors.color(colors.text_primary))
            needed = QFontMetricsF(self._aside.font()).boundingRect(
                QRectF(0, 0, box.width() - 2, 1000), Qt.TextFlag.TextWordWrap, self._aside.text()
            )
            if needed.height() <= room:
                break
        self._aside.fill(box.left(), box.top(), box.width(), room)
