"""Tells a screen reader something, if one listens."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from bedtime.session.cues import Announcement, Urgency

_POLITENESS = {
    Urgency.POLITE: QAccessible.AnnouncementPoliteness.Polite,
    Urgency.ASSERTIVE: QAccessible.AnnouncementPoliteness.Assertive,
}


def announce(widget: QWidget, announcement: Announcement) -> None:
    """Let `widget` say it. Without a screen reader nothing happens."""
    if QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(widget, announcement.words)
        event.setPoliteness(_POLITENESS[announcement.urgency])
        QAccessible.updateAccessibility(event)
