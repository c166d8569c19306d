"""Reads where a window stands, and puts it back there. What is remembered is in `session.whereabouts`."""

from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from bedtime.session.whereabouts import Box, Display, Fills, Place, Size, where_again


class Kept(Protocol):
    """Where it is kept how a window stood."""

    def place(self) -> Place | None:
        """Its place the last time."""
        ...

    def keep(self, place: Place) -> None:
        """Remember where it stands."""
        ...


def place_of(window: QWidget) -> Place:
    """Where a window stands; of one that fills its display, where it would stand otherwise."""
    screen = window.screen()
    box, corner = window.normalGeometry(), screen.geometry().topLeft()
    fills = Fills.ALL_BUT_THE_PANELS if window.isMaximized() else Fills.ITS_OWN_SIZE
    return Place(screen.name(), Box(box.x() - corner.x(), box.y() - corner.y(), box.width(), box.height()), fills)


def put_back(window: QWidget, place: Place, least: QSize) -> bool:
    """Let a window that is not shown yet stand there again, no smaller than `least`; whether its display is there."""
    stands = where_again(place, map(_display, QGuiApplication.screens()), Size(least.width(), least.height()))
    if stands is None:
        return False
    window.setGeometry(*stands)
    if place.fills is Fills.ALL_BUT_THE_PANELS:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
    return True


def stand_again(window: QWidget, kept: Kept, least: QSize) -> None:
    """Let a window that is not shown yet stand where it stood the last time, if that is known and still there."""
    place = kept.place()
    if place is not None:
        put_back(window, place, least)


def _display(screen: QScreen) -> Display:
    all_of_it, room = screen.geometry(), screen.availableGeometry()
    return Display(screen.name(), all_of_it.x(), all_of_it.y(), Box(room.x(), room.y(), room.width(), room.height()))
