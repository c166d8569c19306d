"""Everything that can be set, in one page that scrolls: a row a setting, with a pill for each of the few choices."""

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent

from bedtime.language import _
from bedtime.session.settings_page import SettingsPage
from bedtime.ui.fonts import sans, serif
from bedtime.ui.light import Disc, Glow, from_above
from bedtime.ui.metrics import Metrics
from bedtime.ui.parts.button import HALO, SMALLEST_TARGET, Button
from bedtime.ui.parts.group import chain
from bedtime.ui.parts.label import Words, paragraph_height
from bedtime.ui.parts.scroll import BAR_WIDE, Scroll
from bedtime.ui.parts.setting_row import Row
from bedtime.ui.parts.top_bar import BESIDE, TopBar
from bedtime.ui.screens.screen import Screen


class SettingsScreen(Screen):
    """The settings.

    `changed` carries the name of a setting and its new value, or the one of its values that was ticked or unticked;
    `acted` the name of a row whose button was pressed. `left` tells that the page is out of sight.
    """

    said = BESIDE
    changed = Signal(str, object)
    acted = Signal(str)
    left = Signal()
    cautions_wanted = Signal()
    help_wanted = Signal()
    folder_wanted = Signal()
    backup_wanted = Signal()
    restore_wanted = Signal()
    gone_to = Signal(str)
    has_bar = True

    def __init__(self, places: tuple[str, ...]) -> None:
        """No settings yet."""
        super().__init__()
        self._page: SettingsPage | None = None
        self._bar = TopBar(self, places, BESIDE)
        self._title = Words(self, _(BESIDE))
        self._scroll = Scroll(self, _(BESIDE))
        content = self._scroll.content
        self._body, self._ticked = Words(content, _("Your body")), Words(content)
        self._cautions = Button(_("What applies to you"))
        self._help = Button(_("When to get help"))
        self._data, self._folder = Words(content, _("Your files")), Words(content)
        self._open = Button(_("Open folder"))
        self._back_up, self._restore = Button(_("Back up")), Button(_("Restore"))
        self._groups: dict[str, Words] = {}
        self._rows: dict[str, Row] = {}
        self._of_files = (self._open, self._back_up, self._restore)
        for button in (self._cautions, self._help, *self._of_files):
            button.setParent(content)
        self._bar.gone_to.connect(self.gone_to)
        self._cautions.chosen.connect(self.cautions_wanted)
        self._help.chosen.connect(self.help_wanted)
        self._open.chosen.connect(self.folder_wanted)
        self._back_up.chosen.connect(self.backup_wanted)
        self._restore.chosen.connect(self.restore_wanted)

    def show_page(self, page: SettingsPage) -> None:
        """Show these settings."""
        self._page = page
        self._ticked.set_words(page.ticked)
        self._folder.set_words(page.folder)
        rows = {row.name: row for group in page.groups for row in group.rows}
        for name in self._rows.keys() - rows.keys():
            self._rows.pop(name).forget()
        for group in page.groups:
            if group.title not in self._groups:
                self._groups[group.title] = Words(self._scroll.content, group.title)
                self._groups[group.title].show()
        for name, row in rows.items():
            if name not in self._rows:
                choose = partial(self.changed.emit, name)
                self._rows[name] = Row(self._scroll.content, row, choose, partial(self.acted.emit, name))
            self._rows[name].show(row)
        stops = (one for name in rows for one in self._rows[name].stops)
        chain([self._cautions, self._help, *stops, *self._of_files])
        self.refresh()

    def land(self) -> None:
        """Focus on what applies to the person: it comes first."""
        self._cautions.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)

    def land_on_files(self) -> None:
        """Focus where one left for a backup."""
        self._restore.setFocus(Qt.FocusReason.OtherFocusReason)

    def light(self, metrics: Metrics) -> tuple[tuple[Glow, ...], tuple[Disc, ...]]:
        """A little light from above."""
        return (from_above(metrics.width, metrics.height, self.look.palette.theme, 0.07),), ()

    def arrange(self) -> None:
        """Place every part."""
        look, metrics = self.look, self.look.metrics
        colors, between, margin = look.palette, metrics.between, metrics.margin
        self._bar.place(look)
        top = self._bar.bottom(look)
        self._title.setVisible(not metrics.is_compact)
        if not metrics.is_compact:
            self._title.dress(serif(between(40, 60, 84), 300, -0.8), colors.color(colors.text_primary))
            self._title.stand_on(margin - 2, top + between(60, 94, 132), self._title.text_width() + 8)
            top += between(80, 120, 166)
        wide = metrics.width - 2 * margin
        box = QRectF(margin - HALO, top, wide + 2 * HALO + BAR_WIDE, metrics.height - top)
        self._scroll.put(look, box)
        y = self._place_body(float(HALO), wide)
        for group in self._page.groups if self._page is not None else ():
            y = self._place_title(self._groups[group.title], y)
            for row in group.rows:
                y = self._rows[row.name].put(look, y, self._left(wide), wide)
        y = self._place_folder(y, wide)
        self._scroll.set_content_height(y + between(16, 24, 32))

    def _place_title(self, title: Words, y: float) -> float:
        between, colors = self.look.metrics.between, self.look.palette
        title.dress(serif(between(22, 28, 38)), colors.color(colors.text_primary))
        baseline = y + between(40, 52, 70)
        title.stand_on(HALO, baseline, title.text_width() + 8)
        return baseline + between(14, 20, 28)

    def _place_body(self, y: float, wide: float) -> float:
        """What applies to the person stands first."""
        look, between, colors = self.look, self.look.metrics.between, self.look.palette
        px = between(17, 19, 26)
        y = self._place_title(self._body, y - between(20, 30, 40))
        self._ticked.dress(sans(px), colors.color(colors.text_secondary))
        left = self._left(wide)
        self._ticked.stand_on(HALO, y + SMALLEST_TARGET * 0.64, wide if left == HALO else left - HALO - 16)
        if left == HALO:
            y += SMALLEST_TARGET
        x = left
        for button in (self._cautions, self._help):
            button.dress(look, px)
            x = button.put(x, y, 0, SMALLEST_TARGET).right() + 12
        return y + SMALLEST_TARGET

    def _place_folder(self, y: float, wide: float) -> float:
        look, between, colors = self.look, self.look.metrics.between, self.look.palette
        px = between(17, 19, 26)
        y = self._place_title(self._data, y)
        self._folder.dress(sans(px), colors.color(colors.text_secondary))
        taken = paragraph_height(self._folder, wide)
        self._folder.fill(HALO, y, wide, taken + 2)
        x = float(HALO)
        for button in self._of_files:
            button.dress(look, px)
            x = button.put(x, y + taken + 10, 0, SMALLEST_TARGET).right() + 12
        return y + taken + 10 + SMALLEST_TARGET

    def _left(self, wide: float) -> float:
        """Where the pills begin: beside the words, or under them where there is little room."""
        return float(HALO) if self.look.metrics.is_compact else HALO + wide * 0.28

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that the page is out of sight."""
        super().hideEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from row to row."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)
