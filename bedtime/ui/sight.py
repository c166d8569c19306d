"""Whether anybody can see a window. Qt calls one visible that is minimized, covered or on another desktop."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget


def is_seen(widget: QWidget) -> bool:
    """Whether the widget's window is on a display now, so that what is painted there is seen."""
    handle = _handle_of(widget.window())
    if handle is None or not widget.isVisible():
        return False
    return handle.isExposed() and not handle.windowStates() & Qt.WindowState.WindowMinimized


def _handle_of(window: QWidget) -> QWindow | None:
    """What the system knows of a window; None before it was ever shown, which Qt's types do not say."""
    return window.windowHandle()


class Sight(QObject):
    """Watches one window, and tells when it comes into sight or goes out of it."""

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        """`window` may not have been shown yet."""
        super().__init__(window)
        self._window = window
        self.is_there = is_seen(window)
        """Whether the window is seen."""
        window.installEventFilter(self)
        self._watch_handle()

    def close(self) -> None:
        """Watch no more, before the window goes."""
        self._window.removeEventFilter(self)
        handle = _handle_of(self._window)
        if handle is not None:
            handle.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look again after what may have changed it. What paints the window is told to its handle alone."""
        match event.type():
            case QEvent.Type.WinIdChange | QEvent.Type.Show:
                self._watch_handle()
                self._look()
            case QEvent.Type.Expose | QEvent.Type.WindowStateChange | QEvent.Type.Hide:
                self._look()
        return False

    def _watch_handle(self) -> None:
        handle = _handle_of(self._window)
        if handle is not None:
            handle.installEventFilter(self)  # a filter that is there already only comes first again

    def _look(self) -> None:
        is_there = is_seen(self._window)
        if is_there is not self.is_there:
            self.is_there = is_there
            self.changed.emit()
