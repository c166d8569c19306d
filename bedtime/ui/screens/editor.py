"""The editor: the stretches of a routine in their order, each as long as the person likes it.

Shows one `EditorView` and sends back edits as values. It keeps nothing: what is undone, kept or fitted is the draft's.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bedtime.clock import Alarm, Clock
from bedtime.language import N_, _, pgettext
from bedtime.movement.edits import Add, Edit, LeaveOut, Rename, Restore, RestoreStep, SetNotes, TrimTo
from bedtime.session.catalogue import CatalogueLine
from bedtime.session.editor import EMPTY_WORDS, EditorView, trim_words
from bedtime.ui.fonts import sans, serif
from bedtime.ui.icons import Icon
from bedtime.ui.light import Disc, Glow
from bedtime.ui.metrics import Metrics
from bedtime.ui.mirror import set_box
from bedtime.ui.palette import Theme
from bedtime.ui.parts.answer_line import Answer, AnswerLine
from bedtime.ui.parts.button import HALO, Button, Kind
from bedtime.ui.parts.catalogue import Catalogue
from bedtime.ui.parts.comparison import Comparison
from bedtime.ui.parts.editor_bar import EditorBar
from bedtime.ui.parts.editor_row import COLUMNS, is_wide
from bedtime.ui.parts.figure_view import Artist
from bedtime.ui.parts.floor_line import FloorLine, Plank
from bedtime.ui.parts.group import chain
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.menu import Entry, pop_up
from bedtime.ui.parts.notes_field import NotesField
from bedtime.ui.parts.routine_title import RoutineTitle
from bedtime.ui.parts.row_details import Breaths
from bedtime.ui.parts.row_list import BAR, SIDE, RowList
from bedtime.ui.parts.trim_button import TrimButton
from bedtime.ui.screens.screen import Screen

ANSWERED = (LeaveOut, TrimTo, Restore, RestoreStep)
"""Edits that take something away: each is followed by a line with Undo."""
HEADS = (N_("Stretch"), N_("Hold"), N_("Leg"), N_("Times"), N_("Total"))
Lines = Callable[[], tuple[CatalogueLine, ...]]


class EditorScreen(Screen):
    """The screen. `wished` carries an `Edit`; `left` is wished with the draft as it is, `put_away` without it."""

    said = N_("Changing a routine")
    wished = Signal(object)
    settled = Signal()
    undo_wished = Signal()
    redo_wished = Signal()
    done = Signal()
    put_away = Signal()
    own_wanted = Signal(str)
    export_wanted = Signal()
    print_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, artist: Artist, clock: Clock, alarm: Alarm, breaths: Breaths, lines: Lines) -> None:
        """Without a routine. `alarm` is nobody else's; `lines` are asked for when the catalogue is opened."""
        super().__init__()
        self._view: EditorView | None = None
        self._can_delete = False
        self._breaths, self._lines = breaths, lines
        self._bar = EditorBar(self)
        self._title = RoutineTitle(self)
        self._total, self._remark = Words(self), Words(self)
        self._trim = TrimButton(self)
        self._heads = [Words(self, _(head)) for head in HEADS]
        self._list = RowList(self, artist, self._edit)
        self._empty = Words(self, _(EMPTY_WORDS))
        self._notes = NotesField(self, _("Notes on this routine"))
        self._floor = FloorLine(self)
        self._add = Button(_("Add a stretch"), icon=Icon.PLUS)
        self._close = Button(_("Back to the routine"), icon=Icon.CHEVRON_LEFT)
        self._see_notes = Button(_("Notes"), Kind.BARE)
        self._catalogue = Catalogue(self, artist)
        self._comparison = Comparison(self)
        self._line = AnswerLine(self, clock, alarm)
        for button in (self._add, self._close, self._see_notes):
            button.setParent(self)
        self._notes.hide()
        self._order()
        self._connect()

    def _order(self) -> None:
        """The Tab key goes in reading order."""
        first: list[QWidget] = [*self._bar.buttons, self._title, self._trim]
        last: list[QWidget] = [self._list.chain(self._trim), self._notes, self._add, self._see_notes]
        chain(first)
        chain([*last, *self._catalogue.stops, *self._comparison.stops, self._close])

    def _connect(self) -> None:
        self._bar.back.connect(self.go_back)
        self._bar.more_wanted.connect(self._offer_more)
        self._bar.undone.connect(self.undo)
        self._bar.redone.connect(self.redo)
        self._bar.finished.connect(self.finish)
        self._title.noted.connect(lambda name: self._edit(Rename(name)))
        self._notes.noted.connect(lambda notes: self._edit(SetNotes(notes)))
        self._trim.chosen.connect(self._trim_it)
        self._list.settled.connect(self.settled)
        self._list.rearranged.connect(self._order)
        self._add.chosen.connect(self.open_catalogue)
        self._close.chosen.connect(self.close_panels)
        self._see_notes.chosen.connect(self._toggle_notes)
        self._catalogue.taken.connect(self.add_stretch)
        self._catalogue.own_wanted.connect(self.own_wanted)
        self._comparison.restored.connect(lambda index: self._edit(RestoreStep(index)))
        self._comparison.all_restored.connect(lambda: self._edit(Restore()))
        keys = {"Ctrl+Z": self.undo, "Ctrl+Shift+Z": self.redo, "Ctrl+Y": self.redo, "Ctrl+S": self.finish}
        for keys_, do in keys.items():
            QShortcut(QKeySequence(keys_), self, do, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # what is shown

    def show_view(self, view: EditorView) -> None:
        """Show a draft. The keyboard stays where it is."""
        before, self._view = self._view, view
        if not self._title.hasFocus() or self._title.text() == "" or (before and before.name != view.name):
            self._title.show_note(view.name)
        self._notes.show_notes(view.notes)
        self._total.set_words(view.total if view.rows else "")
        self._total.setAccessibleName(view.spoken_total)
        self._trim.setText(trim_words(view.trim) if view.trim else "")
        self._remark.set_words("" if view.trim else view.remark)
        self._list.show_rows(view.rows, self._breaths)
        self._comparison.show_differences(view.original or "", view.differences)
        self._bar.show_view(view)
        current = self._list.current
        planks = tuple(Plank(ms, 1.0, current=index == current) for index, ms in enumerate(view.lengths_ms))
        self._floor.glide_to(planks, view.spoken_total)
        self.refresh()

    def begin(self, view: EditorView, *, can_delete: bool = False) -> None:
        """Open with another routine; one that is kept already can be deleted."""
        self._view = None
        self._can_delete = can_delete
        self._close_panels()
        self._line.leave()
        self._show_notes(shown=False)
        self.show_view(view)
        self._list.verticalScrollBar().setValue(0)

    def land(self) -> None:
        """Focus on the first stretch; of an empty routine, on what adds one."""
        if self._view is not None and self._view.rows:
            self._list.land(0)
        else:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self) -> None:
        """Tell everything that was typed and not told yet."""
        self._title.tell()
        self._notes.tell()
        self._list.tell()

    # wishes

    def _edit(self, edit: Edit) -> None:
        before = self._view
        self.wished.emit(edit)
        after = self._view
        if after is not None and before is not after and isinstance(edit, ANSWERED):
            self._line.say(
                after.undo_words or "", (Answer(_("Undo"), self.undo, pgettext("the keys of Undo", "Ctrl Z")),)
            )
        elif after is not before:
            self._line.leave()

    def undo(self) -> None:
        """Take the last change back, with what is being typed."""
        self.tell()
        self._line.leave()
        self.undo_wished.emit()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.tell()
        self.redo_wished.emit()

    def _trim_it(self) -> None:
        trim = self._view.trim if self._view is not None else None
        if trim is not None:
            self._edit(TrimTo(trim.minutes))
            if not self._trim.isVisible():
                self.land()

    def finish(self) -> None:
        """Keep the routine, with what is being typed."""
        self.tell()
        self.done.emit()

    def go_back(self) -> None:
        """Leave; asks first when anything was changed."""
        self.tell()
        view = self._view
        if view is None or not view.is_changed:
            self.put_away.emit()
        elif view.can_be_kept:
            self._line.ask(
                _("Keep the changes?"),
                (Answer(_("Keep"), self.done.emit), Answer(_("Throw away"), self.put_away.emit)),
            )
        else:
            self._line.ask(
                _("It has no stretches yet."), (Answer(_("Stay"), self.land), Answer(_("Leave"), self.put_away.emit))
            )

    # panels

    @property
    def is_choosing(self) -> bool:
        """Whether the catalogue is open."""
        return not self._catalogue.isHidden()

    @property
    def _has_panel(self) -> bool:
        """Whether something stands in place of the rows."""
        return self.is_choosing or not self._comparison.isHidden()

    def open_catalogue(self) -> None:
        """Show every stretch there is in place of the rows."""
        self._close_panels()
        self._line.leave()
        self._catalogue.open(self._lines())
        self.refresh()

    def add_stretch(self, stretch: str) -> None:
        """Add a stretch at the end, and take the keyboard there."""
        view = self._view
        index = len(view.rows) if view is not None else 0
        self._close_panels()
        edit = Add(index, stretch)
        self._list.expect(edit)
        self._edit(edit)

    def open_comparison(self) -> None:
        """Show how the routine differs from what it was made from."""
        self._close_panels()
        self._comparison.open()
        self.refresh()

    def close_panels(self) -> None:
        """Show the rows again."""
        self._close_panels()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_panels(self) -> None:
        self._catalogue.hide()
        self._comparison.hide()
        self.refresh()

    def _toggle_notes(self) -> None:
        shown = self._notes.isHidden()
        self._show_notes(shown=shown)
        self.refresh()
        if shown:
            self._notes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_notes(self, *, shown: bool) -> None:
        self._notes.setVisible(shown)
        self._see_notes.setText(_("Hide the notes") if shown else _("Notes"))

    def _offer_more(self) -> None:
        view = self._view
        if view is None:
            return
        entries = (
            Entry(_("Compare with the original"), self.open_comparison, possible=bool(view.differences)),
            Entry(_("Restore the original"), lambda: self._edit(Restore()), possible=bool(view.differences)),
            None,
            Entry(_("Print…"), self.print_wanted.emit, possible=view.can_be_kept),
            Entry(_("Export to a file…"), self.export_wanted.emit, possible=view.can_be_kept),
            None,
            Entry(_("Delete this routine"), self.delete_wanted.emit, possible=self._can_delete),
        )
        pop_up(self._bar.more, self.look, entries)

    # light and places

    def light(self, metrics: Metrics) -> tuple[tuple[Glow, ...], tuple[Disc, ...]]:
        """A little light over the title."""
        strength = 0.2 if self.look.palette.theme is Theme.DAY else 0.08
        return (Glow(metrics.width * 0.68, metrics.height * 0.06, metrics.width * 0.3, 220, strength),), ()

    def arrange(self) -> None:
        """Place every part."""
        look, metrics = self.look, self.look.metrics
        between, margin = metrics.between, metrics.margin
        wide = metrics.width - 2 * margin
        self._bar.place(look)
        heads = self._place_head(margin, wide)
        high = between(50, 56, 76)
        bottom = metrics.height - between(10, 24, 36) - high
        floor = bottom - between(16, 28, 40)
        self._place_bottom(margin, wide, bottom, high)
        self._floor.dress(look)
        set_box(self._floor, QRect(round(margin), round(floor), round(wide), round(between(6, 8, 11))))
        self._place_middle(margin, wide, heads, floor - between(8, 14, 20))

    def _place_head(self, margin: float, wide: float) -> float:
        """The title and the total; where the rows may begin."""
        look, metrics, view = self.look, self.look.metrics, self._view
        between, colors = metrics.between, look.palette
        baseline = between(88, 144, 200)
        self._total.dress(sans(between(24, 38, 52)), colors.color(colors.text_primary))
        self._remark.dress(sans(between(16, 18, 25)), colors.color(colors.text_secondary))
        total_wide = self._total.text_width() + 4
        self._total.stand_on(margin + wide - total_wide, baseline - between(0, 10, 14), total_wide)
        self._title.dress(look)
        self._title.put(margin, baseline, wide - total_wide - between(20, 60, 90))
        below = baseline + between(18, 20, 28)
        self._trim.dress(look, between(17, 19, 26))
        self._trim.setVisible(view is not None and view.trim is not None and not self._has_panel)
        trim_wide = self._trim.sizeHint().width() - 2 * HALO
        trim_high = 44 * metrics.scale
        trim_right = margin + wide + between(17, 19, 26) * 0.35
        self._trim.put(trim_right - trim_wide, below - between(14, 24, 25), 0, trim_high)
        remark_wide = min(wide, self._remark.text_width() + 4)
        self._remark.stand_on(margin + wide - remark_wide, below + between(4, 6, 8), remark_wide)
        self._remark.setVisible(bool(self._remark.text()) and not self._has_panel)
        return below + (between(8, 12, 18) if self._has_heads() else between(20, 22, 30))

    def _has_heads(self) -> bool:
        metrics, view = self.look.metrics, self._view
        rows = metrics.width - 2 * metrics.margin
        return is_wide(self.look, rows) and view is not None and bool(view.rows) and not self._has_panel

    def _place_middle(self, margin: float, wide: float, top: float, bottom: float) -> None:
        look, between = self.look, self.look.metrics.between
        shown = self._has_heads()
        if shown:
            top += between(30, 34, 44)
            self._place_heads(margin, wide, top - between(6, 10, 14))
        for head in self._heads:
            head.setVisible(shown)
        panel = self._has_panel
        box = QRectF(margin - SIDE, top, wide + 2 * SIDE + BAR, bottom - top)
        for part in (self._catalogue, self._comparison):
            if not part.isHidden():
                set_box(part, box.toRect())
                part.dress(look)
        notes = between(84, 110, 150) if not self._notes.isHidden() and not panel else 0
        self._notes.dress(look)
        set_box(self._notes, QRectF(margin, bottom - notes, wide, max(0, notes)).toRect())
        self._list.setVisible(not panel)
        self._list.dress(look)
        list_box = QRectF(box)
        list_box.setBottom(bottom - notes - (8 if notes else 0))
        set_box(self._list, list_box.toRect())
        self._empty.dress(serif(between(24, 34, 46), 300), look.palette.color(look.palette.text_primary))
        self._empty.setVisible(self._view is not None and not self._view.rows and not panel)
        self._empty.stand_on(margin, (top + bottom - notes) / 2, wide)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def _place_heads(self, margin: float, wide: float, baseline: float) -> None:
        between, colors = self.look.metrics.between, self.look.palette
        starts = (COLUMNS["title"], COLUMNS["hold"], COLUMNS["leg"], COLUMNS["times"])
        for head, start in zip(self._heads, (*starts, 0.0), strict=True):
            head.dress(sans(between(16, 17, 24), 600), colors.color(colors.text_secondary))
            x = margin + wide * start + between(8, 12, 16) if start else margin + wide - between(12, 24, 32)
            width = head.text_width() + 4
            head.stand_on(x - (0 if start else width), baseline, width)

    def _place_bottom(self, margin: float, wide: float, top: float, high: float) -> None:
        look, between = self.look, self.look.metrics.between
        panel = self._has_panel
        for button, shown in ((self._add, not panel), (self._close, panel)):
            button.dress(look, between(18, 20, 27))
            button.setVisible(shown)
            button.put(margin, top, between(170, 208, 280), high)
        shape = (self._close if panel else self._add).shape().translated(margin, top)
        self._see_notes.dress(look, between(17, 19, 26))
        self._see_notes.setVisible(not panel)
        notes_high = 44 * look.metrics.scale
        self._see_notes.put(shape.right() + between(0, 8, 16), top + (high - notes_high) / 2, 0, notes_high)
        line_wide = min(between(370, 582, 780), wide - shape.width() - between(8, 16, 24))
        self._line.dress(look)
        self._line.put(QRectF(margin + wide - line_wide, top, line_wide, high))

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes what is open, takes a question back, and then leaves."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._has_panel:
            self.close_panels()
        elif self._list.open_row is not None:
            index = self._list.open_row
            self._list.toggle(index)
            self._list.land(index)
        elif self._line.asks:
            self._line.leave()
            self.land()
        else:
            self.go_back()

    def minimumSizeHint(self) -> QSize:
        """The window says how small it may be."""
        return QSize(0, 0)
