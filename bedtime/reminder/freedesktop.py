"""Notices on Linux desktops, through `org.freedesktop.Notifications`.

Three buttons where the desktop draws them; where it does not, the whole notice is one button that begins.
"""

from bedtime.language import _
from bedtime.phrases import after_each_other
from bedtime.reminder.notice import Answer, Buttons, CannotShow, Notice
from bedtime.reminder.preferences import Sound
from bedtime.reminder.session_bus import BusSilent, Service, SessionBus, Signal

NOTIFICATIONS = Service(
    "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications"
)
DEFAULT = "default"  # the name that the specification gives to a click on the notice itself
DRAW_NO_BUTTONS = frozenset({"dunst", "mako", "wired", "naughty", "notify-osd"})  # though some say that they do
UNTIL_ANSWERED = 0
DISMISSED = 2


class Freedesktop:
    """Shows notices on the desktop of this session."""

    def __init__(self, *, name: str = "Bedtime", icon: str = "bedtime") -> None:
        self._name = name
        self._icon = icon

    def show(self, notice: Notice) -> "FreedesktopNotice":
        """Show it, and keep listening for what is pressed."""
        try:
            bus = SessionBus.connect()
            return self._show(bus, notice)
        except BusSilent as error:
            raise CannotShow(
                _("Nothing on this desktop shows notifications ({reason})").format(reason=error)
            ) from error

    def _show(self, bus: SessionBus, notice: Notice) -> "FreedesktopNotice":
        bus.listen(NOTIFICATIONS)
        server = str(bus.call(NOTIFICATIONS, "GetServerInformation")[0])
        buttons = buttons_of(server, bus.call(NOTIFICATIONS, "GetCapabilities")[0])
        arguments = (self._name, 0, self._icon, notice.title, body(notice, buttons), actions(notice, buttons))
        (identity,) = bus.call(
            NOTIFICATIONS, "Notify", "susssasa{sv}i", *arguments, hints(notice.sound), UNTIL_ANSWERED
        )
        return FreedesktopNotice(bus, int(identity), server, buttons)


class FreedesktopNotice:
    """A notice on the screen. The connection stays open, because the desktop answers on it."""

    def __init__(self, bus: SessionBus, identity: int, server: str, buttons: Buttons) -> None:
        self._bus = bus
        self._identity = identity
        self.server = server
        self.buttons = buttons

    def answer(self, patience_s: float) -> Answer | None:
        """Wait for what is pressed. A desktop that has gone has put the notice away."""
        try:
            signal = self._bus.hear(patience_s)
        except BusSilent:
            return Answer.PUT_AWAY
        return None if signal is None else meaning(signal, self._identity, self.buttons)

    def withdraw(self) -> None:
        """Close it on the screen, and hang up."""
        try:
            self._bus.call(NOTIFICATIONS, "CloseNotification", "u", self._identity)
        except BusSilent:
            pass  # it has gone already, and was to go
        finally:
            self._bus.close()


def buttons_of(server: str, capabilities: list[str]) -> Buttons:
    """Whether this server draws buttons."""
    drawn = "actions" in capabilities and server.lower() not in DRAW_NO_BUTTONS
    return Buttons.DRAWN if drawn else Buttons.CLICK


def body(notice: Notice, buttons: Buttons) -> str:
    """The sentence, and where there are no buttons what a click does."""
    return notice.body if buttons is Buttons.DRAWN else after_each_other((notice.body, notice.click_words))


def actions(notice: Notice, buttons: Buttons) -> list[str]:
    """Keys and labels in turn, as the specification has them."""
    pairs = [(button.answer.value, button.label) for button in notice.buttons]
    if buttons is Buttons.CLICK:
        pairs.insert(0, (DEFAULT, notice.buttons[0].label))
    return [text for pair in pairs for text in pair]


def hints(sound: Sound) -> dict[str, tuple[str, object]]:
    """Silent unless a chime was chosen; of ordinary urgency, for a reminder is no alarm."""
    chime: dict[str, tuple[str, object]] = {"sound-name": ("s", "message-new-instant")}
    silent: dict[str, tuple[str, object]] = {"suppress-sound": ("b", True)}
    plain: dict[str, tuple[str, object]] = {"urgency": ("y", 1), "desktop-entry": ("s", "bedtime")}
    return plain | (chime if sound is Sound.CHIME else silent)


def meaning(signal: Signal, identity: int, buttons: Buttons) -> Answer | None:
    """What a signal says about our notice; None when it speaks of another one, or of nothing."""
    match signal:
        case Signal(member="ActionInvoked", body=(number, key)) if number == identity:
            return next((answer for answer in Answer if answer.value == key), Answer.BEGIN)
        case Signal(member="NotificationClosed", body=(number, reason)) if number == identity:
            clicked_away = buttons is Buttons.CLICK and reason == DISMISSED
            return Answer.BEGIN if clicked_away else Answer.PUT_AWAY
        case _:
            return None
