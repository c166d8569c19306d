"""The one window: a stack of screens under a veil. It changes them softly, and it can always be left."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from bedtime.ui.footsteps import Footsteps
from bedtime.ui.metrics import SMALLEST_WINDOW, Metrics
from bedtime.ui.screens.screen import Screen
from bedtime.ui.sight import is_seen

if TYPE_CHECKING:
    from bedtime.ui.parts.notice import Notice
    from bedtime.ui.parts.veil import Veil

SCENE_MS = 700
"""How long one screen takes to become another."""
_TEXT_STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
USUAL_SIZE = QSize(1280, 800)


class Window(QMainWindow):
    """Shows one screen at a time. `leaving` is emitted instead of closing: whoever listens tidies up, then `let_go`."""

    painted = Signal()
    """The first paint is on the screen."""
    leaving = Signal()
    dropped = Signal(tuple)
    """The paths of files that were dropped onto a screen with a top bar: never in a session, where a hand may slip."""
    text_wished = Signal(int)
    """Larger text by one step, 1, or smaller, -1."""
    keys_wanted = Signal()
    """Somebody wants to know which keys there are."""
    escaped = Signal()
    """Escape, where no screen wanted it and there is no full screen to leave."""

    def __init__(self) -> None:
        """An empty, dark window of the usual size, or as large as the display allows."""
        super().__init__()
        self.setWindowTitle("Bedtime")
        self.setAcceptDrops(True)
        self.setMinimumSize(SMALLEST_WINDOW)
        self.setAutoFillBackground(True)
        dark = QPalette(self.palette())
        dark.setColor(QPalette.ColorRole.Window, Qt.GlobalColor.black)
        self.setPalette(dark)
        self._screens = QStackedWidget()
        self.setCentralWidget(self._screens)
        self._veil: Veil | None = None
        self._notice: Notice | None = None
        self._may_close = False
        self._enlarged = 1.0
        self._heeds_letters = True
        self._footsteps = Footsteps()
        self._gone_to: Screen | None = None
        self._was_painted = False
        self.resize(_fitting(USUAL_SIZE))

    @property
    def screen_shown(self) -> QWidget | None:
        """The screen that is shown now."""
        return self._screens.currentWidget()

    @property
    def veil(self) -> "Veil":
        """What lies over the screens; made when something first fades or darkens."""
        if self._veil is None:
            from bedtime.ui.parts.veil import Veil  # noqa: PLC0415 - nothing fades before the first paint

            self._veil = Veil(self)
            self._veil.setGeometry(self.rect())
            self._veil.raise_()
        return self._veil

    def add(self, screen: Screen) -> None:
        """Keep a screen ready."""
        screen.enlarge(self._enlarged)
        screen.heeds_letters = self._heeds_letters
        self._screens.addWidget(screen)

    def heed_letters(self, *, heeds: bool) -> None:
        """Whether a letter, a digit or a sign by itself is a key, wherever nothing is typed."""
        self._heeds_letters = heeds
        for index in range(self._screens.count()):
            screen = self._screens.widget(index)
            if isinstance(screen, Screen):
                screen.heeds_letters = heeds

    @property
    def heeds_letters(self) -> bool:
        """Whether a letter by itself is a key."""
        return self._heeds_letters

    def enlarge(self, enlarged: float) -> None:
        """Draw everything that is read or pressed so many times as large as usual."""
        self._enlarged = enlarged
        for index in range(self._screens.count()):
            screen = self._screens.widget(index)
            if isinstance(screen, Screen):
                screen.enlarge(enlarged)
        self._dress_notice()

    def go_to(self, screen: Screen, fade_ms: int = SCENE_MS) -> None:
        """Change to `screen`, letting the one before fade away, and put the focus where it belongs.

        That is on what comes next, or, where one comes back to, on what had it. Who is on that screen already
        keeps the focus where they have moved it.
        """
        before, kept = self._screens.currentWidget(), None
        if before is not screen:
            if isinstance(before, Screen):
                kept = self._footsteps.change(before, screen, self.focusWidget())
            self.soften(fade_ms)
            self._screens.setCurrentWidget(screen)
            if self._veil is not None:
                self._veil.raise_()
        self._dress_notice()
        is_landed, self._gone_to = self._gone_to is screen, screen
        if is_landed and screen.isAncestorOf(self.focusWidget()):
            return
        if kept is None:
            screen.land()
        else:
            kept.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, sentence: str) -> None:
        """Tell the person something, in one quiet line that waits to be answered."""
        self._line().tell(sentence)
        self._dress_notice()

    def mention(self, sentence: str) -> None:
        """Tell the person something that asks for no answer and leaves by itself."""
        self._line().mention(sentence)
        self._dress_notice()

    def offer(
        self,
        sentence: str,
        action: str,
        do: Callable[[], None],
        otherwise: str = "",
        leave: Callable[[], None] | None = None,
    ) -> None:
        """Tell the person something that they can do something about; not to is called "Later", or `otherwise`."""
        self._line().offer(sentence, action, do, otherwise, leave)
        self._dress_notice()

    def withdraw(self, sentence: str) -> None:
        """Tell a sentence no more, if it waits to be answered."""
        if self._notice is not None:
            self._notice.withdraw(sentence)

    def _line(self) -> "Notice":
        if self._notice is None:
            from bedtime.ui.parts.notice import Notice  # noqa: PLC0415 - mostly there is nothing to tell

            self._notice = Notice(self)
        return self._notice

    def come_forward(self) -> None:
        """Be seen: somebody asked for Bedtime while it was open already."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def soften(self, fade_ms: int) -> None:
        """Let what is seen now fade away over what is about to change, so that nothing flashes."""
        if is_seen(self):
            current = self._screens.currentWidget()
            if current is not None:
                spared = current.spared() if isinstance(current, Screen) else None
                self.veil.cross_fade(current.grab(), fade_ms, spared)

    def toggle_full_screen(self) -> None:
        """Take the whole of the display that the window is on, or give it back."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def let_go(self) -> None:
        """Close now, for good."""
        self._may_close = True
        if self._veil is not None:
            self._veil.stop()
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no screen wanted: F11 and Escape for the full screen, Ctrl with + or - for the text, Ctrl+Q to leave."""
        shown = self._screens.currentWidget()
        if self.focusWidget() is None and isinstance(shown, Screen):
            shown.land()  # nothing had the keyboard: the screen takes it, and the key with it
            if self.focusWidget() is not None:
                QCoreApplication.sendEvent(shown, event)
                return
        if event.key() == Qt.Key.Key_F11 or (event.key() == Qt.Key.Key_Escape and self.isFullScreen()):
            self.toggle_full_screen()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in _TEXT_STEPS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.text_wished.emit(_TEXT_STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Q and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.close()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome where there is a top bar."""
        shown = self._screens.currentWidget()
        if isinstance(shown, Screen) and shown.has_bar and _files_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files."""
        self.dropped.emit(_files_in(event))
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing takes two steps: first what is running is brought to rest and saved, then the window goes.

        Where the first step is done by the time it returns, this very event closes the window: Qt passes over a call of
        `close` within a close, and a window that is still shown while the interpreter ends takes the program down.
        """
        if not self._may_close:
            self.leaving.emit()
        event.setAccepted(self._may_close)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dark behind the screens, and tell of the first time once it is over."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The veil covers everything."""
        super().resizeEvent(event)
        if self._veil is not None:
            self._veil.setGeometry(self.rect())
        self._dress_notice()

    def _dress_notice(self) -> None:
        screen = self._screens.currentWidget()
        if isinstance(screen, Screen) and self._notice is not None:
            self._notice.dress(replace(screen.look, metrics=Metrics(self.width(), self.height(), self._enlarged)))


def _files_in(event: QDropEvent) -> tuple[str, ...]:
    return tuple(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())


def _fitting(size: QSize) -> QSize:
    displays = QGuiApplication.screens()
    if not displays:
        return size
    room = displays[0].availableSize()
    return size.boundedTo(QSize(round(room.width() * 0.94), round(room.height() * 0.92))).expandedTo(SMALLEST_WINDOW)
