"""How a notice fares on this desktop, in words, and what to do about it. Values only; who asks is `inquiry`."""

from dataclasses import dataclass
from enum import StrEnum

from bedtime.language import N_, _
from bedtime.reminder.notice import Buttons

BLOCKED = N_("The system is blocking reminders.")


class Delivery(StrEnum):
    """How a notice fares."""

    SHOWN = "shown"
    CLICK_ONLY = "click only"
    BLOCKED = "blocked"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """How a notice fares, in words, and what to do about it where something can be done."""

    how: Delivery
    words: str
    how_to_allow: str = ""


def judged(server: str, buttons: Buttons, remedy: str) -> Delivered:
    """The words for what was found; `remedy` is empty when nothing stands in the way."""
    if remedy:
        return Delivered(how=Delivery.BLOCKED, words=_(BLOCKED), how_to_allow=remedy)
    if buttons is Buttons.CLICK:
        words = _("This desktop cannot show buttons on notifications. Click it to begin.")
        return Delivered(how=Delivery.CLICK_ONLY, words=words)
    return Delivered(
        how=Delivery.SHOWN, words=_("Notifications are shown by {server}, with buttons.").format(server=server)
    )


def nobody() -> Delivered:
    """What is said where nothing shows notices."""
    return Delivered(
        how=Delivery.NOBODY,
        words=_("Nothing on this desktop shows notifications. The window opens instead."),
        how_to_allow=_("Install a notification service, for example dunst or xfce4-notifyd."),
    )
