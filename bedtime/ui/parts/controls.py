"""The player's groups of buttons. Each places its own and says which wish was made, by the wish's name."""

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtWidgets import QWidget

from bedtime.language import N_, _
from bedtime.settings import SoundMode
from bedtime.ui.fonts import sans
from bedtime.ui.icons import Icon
from bedtime.ui.look import Look
from bedtime.ui.parts.button import HALO, SMALLEST_TARGET, Button, Kind, RoundButton, dress_to_fit
from bedtime.ui.parts.label import Words

FADE_MS = 420
COLUMNS_WHEN_COMPACT = 2


class Controls(QObject):
    """A group of buttons that are shown, hidden and faded together."""

    wished = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """An empty group on `parent`."""
        super().__init__(parent)
        self._on = parent
        self._buttons: list[Button] = []
        self._captions: list[Words] = []
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(FADE_MS)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.valueChanged.connect(self._show_presence)

    def add(self, button: Button, wish: str) -> None:
        """Take `button` in; choosing it makes `wish`."""
        button.setParent(self._on)
        button.space_is_the_screens = True
        button.chosen.connect(lambda: self.wished.emit(wish))
        self._buttons.append(button)

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 - named as Qt names it, for use beside widgets
        """Show or hide the whole group."""
        for part in (*self._buttons, *self._captions):
            part.setVisible(visible)

    def land(self) -> None:
        """Put the focus on the first of them, the action that comes next."""
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_awake(self) -> bool:
        """Whether the group is seen."""
        return all(button.is_seen for button in self._buttons)

    def set_awake(self, *, awake: bool) -> None:
        """Bring the group to light at once, or let it fade."""
        self._fade.stop()
        if awake:
            self._show_presence(1.0)
        else:
            self._fade.start()

    def _show_presence(self, presence: float) -> None:
        for button in self._buttons:
            button.set_presence(presence)
        for caption in self._captions:
            caption.set_presence(presence)


_SOUND_ICONS = {SoundMode.VOICE: Icon.SPEECH, SoundMode.TONES: Icon.SPEAKER, SoundMode.SILENT: Icon.SPEAKER_OFF}


_SOUND_NAMES = {
    SoundMode.VOICE: N_("Sound, voice"),
    SoundMode.TONES: N_("Sound, tones"),
    SoundMode.SILENT: N_("Sound, silent"),
}


class TopControls(Controls):
    """Sound, small window, full screen and End, in the top right corner."""

    def __init__(self, parent: QWidget) -> None:
        """Four bare buttons, and one more in a pause."""
        super().__init__(parent)
        self._sound = RoundButton("", Kind.BARE, icon=Icon.SPEAKER)
        self._sound.setToolTip(_("Voice, tones or silent, M"))
        self.show_sound(SoundMode.TONES)
        self._keys = RoundButton(_("Keys"), Kind.BARE, sign="?")
        self._keys.setToolTip(_("All keys, F1"))
        self.add(self._keys, "KEYS")
        self.add(self._sound, "SOUND")
        self._end = Button(_("End"), Kind.BARE)
        self._end.setAccessibleName(_("End and save"))
        self._full = RoundButton(_("Full screen"), Kind.BARE, icon=Icon.FULL_SCREEN)
        self._full.setToolTip(_("Full screen, F11"))
        self._small = RoundButton(_("Small window"), Kind.BARE, icon=Icon.SMALL_WINDOW)
        self.add(self._small, "SMALL_WINDOW")
        self.add(self._full, "FULL_SCREEN")
        self.add(self._end, "END")

    def offer_keys(self, *, offers: bool) -> None:
        """Show the way to the table of keys, where there is time to read it and room for it."""
        self._keys.setVisible(offers)

    def show_sound(self, mode: SoundMode) -> None:
        """Show which way the session is heard."""
        self._sound.setAccessibleName(_(_SOUND_NAMES[mode]))
        self._sound.set_icon(_SOUND_ICONS[mode])

    def explain_small_window(self, words: str) -> None:
        """Say what the small window does on this desktop."""
        self._small.setToolTip(words)
        self._small.setAccessibleDescription(words)

    def place(self, look: Look) -> None:
        """Put End against the right margin, level with the count on the left."""
        metrics = look.metrics
        px = metrics.between(18, 20, 27)
        middle = metrics.bar_y
        self._end.dress(look, px)
        wide = self._end.sizeHint().width() - 2 * HALO
        self._end.put(metrics.width - metrics.margin - wide + px * 0.35, middle - 22, 0, 44)
        for place, button in enumerate((self._full, self._small, self._sound, self._keys)):
            from_margin = self._first_from_margin(look) + place * metrics.between(48, 60, 82)
            button.dress(look, px)
            button.put_round(metrics.width - metrics.margin - from_margin, middle, metrics.between(24, 28, 38))

    def left_edge(self, look: Look) -> float:
        """Where the group begins."""
        more = self._first_from_margin(look) - look.metrics.between(64, 76, 104)
        return look.metrics.width - look.metrics.margin - look.metrics.between(186, 230, 314) - more

    def _first_from_margin(self, look: Look) -> float:
        """How far from the margin the first round button is: as drawn, or clear of a long word for End."""
        between = look.metrics.between
        ends = self._end.sizeHint().width() - 2 * HALO - between(18, 20, 27) * 0.35
        return max(between(64, 76, 104), ends + between(24, 28, 38) + 2)


class TransportControls(Controls):
    """Back, ten less, pause, ten more, skip: under the lamp."""

    def __init__(self, parent: QWidget) -> None:
        """Five round buttons, in the order of the Tab key: pause first."""
        super().__init__(parent)
        self._pause = RoundButton(_("Pause"), Kind.SOFT, icon=Icon.PAUSE)
        self._shorter = RoundButton(_("Ten seconds less on this side"), Kind.SOFT, sign="−10")
        self._longer = RoundButton(_("Ten seconds more on this side"), Kind.SOFT, sign="+10")
        self._back = RoundButton(_("Back"), Kind.BARE, icon=Icon.BACK)
        self._skip = RoundButton(_("Skip"), Kind.BARE, icon=Icon.SKIP)
        self.add(self._pause, "PAUSE")
        self.add(self._shorter, "SHORTER")
        self.add(self._longer, "LONGER")
        self.add(self._back, "BACK")
        self.add(self._skip, "SKIP")
        self.begins = 0.0
        """Where the group begins, as if everybody read from the left."""
        self._captions = [Words(parent, words) for words in (_("Back"), _("Space"), _("Skip"))]

    def place(self, look: Look, centre: QPointF) -> None:
        """Put Pause on `centre` and the others beside it."""
        metrics = look.metrics
        near, far = metrics.between(70, 108, 150), metrics.between(128, 196, 272)
        if self._pause.isRightToLeft():  # players have their buttons in one order everywhere, as the floor has its
            near, far = -near, -far
        for button, x, radius in (
            (self._back, -far, metrics.between(22, 30, 42)),
            (self._shorter, -near, metrics.between(26, 34, 48)),
            (self._pause, 0.0, metrics.between(34, 48, 68)),
            (self._longer, near, metrics.between(26, 34, 48)),
            (self._skip, far, metrics.between(22, 30, 42)),
        ):
            button.dress(look, 20)
            button.put_round(centre.x() + x, centre.y(), radius)
        self.begins = centre.x() - abs(far)
        baseline = centre.y() + metrics.between(60, 78, 110)
        for caption, x in zip(self._captions, (-far, 0.0, far), strict=True):
            caption.dress(sans(metrics.between(16, 17, 24)), look.palette.color(look.palette.text_tertiary))
            caption.stand_on(centre.x() + x - caption.text_width() / 2, baseline, caption.text_width() + 4)
            self.begins = min(self.begins, centre.x() + x - caption.text_width() / 2)


class ReadyControls(Controls):
    """I'm ready, and ten seconds more."""

    def __init__(self, parent: QWidget) -> None:
        """One filled button, one outlined."""
        super().__init__(parent)
        self._go = Button(_("I’m ready"), Kind.FILLED, key=_("Space"))
        self._more = Button(_("+{seconds} s").format(seconds=10))
        self._more.setAccessibleName(_("Ten seconds more to get ready"))
        self.add(self._go, "READY")
        self.add(self._more, "LONGER")

    def place(self, look: Look, centre: QPointF) -> None:
        """Put the pair where the round controls will be."""
        metrics = look.metrics
        high = metrics.between(56, 76, 104)
        top = centre.y() - high / 2
        gap = metrics.between(14, 30, 40)
        right = metrics.width - metrics.margin * 0.6
        room = right - (metrics.orb_x - metrics.radius) - gap
        dress_to_fit(look, ((self._go, metrics.between(19, 25, 34)), (self._more, metrics.between(18, 23, 31))), room)
        go_wide = max(metrics.between(158, 250, 350), self._go.sizeHint().width() - 2 * HALO)
        more_wide = max(metrics.between(96, 172, 240), self._more.sizeHint().width() - 2 * HALO)
        left = min(centre.x() - metrics.between(132, 226, 316), right - go_wide - gap - more_wide)
        self._go.put(left, top, go_wide, high)
        self._more.put(left + go_wide + gap, top, more_wide, high)


def needed(button: Button) -> int:
    """How wide a button has to be for what it says."""
    return button.sizeHint().width() - 2 * HALO


class PausedControls(Controls):
    """Carry on, start this leg again, leave this one out, end and save: a row, or two when there is no room."""

    def __init__(self, parent: QWidget) -> None:
        """One filled button, three outlined."""
        super().__init__(parent)
        self._carry_on = Button(_("Carry on"), Kind.FILLED, icon=Icon.PLAY, key=_("Space"))
        self._again = Button(_("Start this leg again"))
        self._leave_out = Button(_("Leave this one out"))
        self._end = Button(_("End and save"))
        self._tonight, self._always = Button(_("Only tonight")), Button(_("From now on"))
        for button, wish in (
            (self._carry_on, "CARRY_ON"),
            (self._again, "START_SIDE_AGAIN"),
            (self._leave_out, "LEAVE_OUT"),
            (self._end, "END"),
            (self._tonight, "LEAVE_OUT_TONIGHT"),
            (self._always, "LEAVE_OUT_FROM_NOW_ON"),
        ):
            self.add(button, wish)
        self._asks = False
        self.bottom = 0.0

    @property
    def asks(self) -> bool:
        """Whether it asks for how long a stretch is left out."""
        return self._asks

    def ask(self, stretch: str | None) -> None:
        """Ask whether a stretch is left out tonight or from now on, in place of the last two; None takes it back."""
        was, self._asks = self._asks, stretch is not None
        for button in (self._tonight, self._always):
            button.setAccessibleName(_("Leave out {stretch}: {answer}").format(stretch=stretch, answer=button.text()))
        if was or self._asks:
            self.setVisible(not self._carry_on.isHidden())
        if self._asks:
            self._tonight.setFocus(Qt.FocusReason.OtherFocusReason)

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 - named as Qt names it, for use beside widgets
        """Show or hide what is there to choose."""
        shown = self._shown()
        for button in self._buttons:
            button.setVisible(visible and button in shown)

    def _shown(self) -> list[Button]:
        last = (self._tonight, self._always) if self._asks else (self._leave_out, self._end)
        return [self._carry_on, self._again, *last]

    def name_side(self, *, has_side: bool) -> None:
        """Say "this leg" only where there is one."""
        self._again.setText(_("Start this leg again") if has_side else _("Start this one again"))

    def place(self, look: Look, top: float) -> None:
        """Share the width of the floor among the four, by what their words need."""
        metrics = look.metrics
        high = SMALLEST_TARGET * metrics.scale if metrics.is_compact else metrics.between(46, 76, 104)
        px = metrics.between(17, 21, 29)
        gap = metrics.between(12, 24, 32)
        shown = self._shown()
        room = metrics.width - 2 * metrics.margin
        dressed = [(button, metrics.between(18, 25, 34) if button is self._carry_on else px) for button in shown]
        dress_to_fit(look, dressed, room - gap * (len(shown) - 1))
        in_one = not metrics.is_compact and sum(needed(one) + gap for one in shown) - gap <= room
        rows = [shown] if in_one else [shown[:COLUMNS_WHEN_COMPACT], shown[COLUMNS_WHEN_COMPACT:]]
        for row in rows:
            dress_to_fit(look, [one for one in dressed if one[0] in row], room - gap * (len(row) - 1))
            self._place_row(
                row, QPointF(metrics.margin, top), metrics.width - 2 * metrics.margin, QSize(round(gap), round(high))
            )
            top += high + 8 * metrics.scale
        self.bottom = top - 8 * metrics.scale

    @staticmethod
    def _place_row(row: list[Button], at: QPointF, room: float, gap_and_height: QSize) -> None:
        gap, high = gap_and_height.width(), gap_and_height.height()
        widths = list(map(needed, row))
        even = (room - gap * (len(row) - 1)) / len(row)
        if max(widths) <= even and len(row) == COLUMNS_WHEN_COMPACT:
            widths = [round(even)] * len(row)
        spare = (room - gap * (len(row) - 1) - sum(widths)) / len(row)
        x = at.x()
        for button, wide in zip(row, widths, strict=True):
            button.put(x, at.y(), wide + max(0, spare), high)
            x += wide + max(0, spare) + gap
