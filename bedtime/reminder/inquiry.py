"""Asks this desktop whether a notice would be seen: who shows them, and whether they are switched off."""

from bedtime.errors import Fault
from bedtime.language import N_, _
from bedtime.reminder.delivery import Delivered, judged, nobody
from bedtime.reminder.freedesktop import NOTIFICATIONS, buttons_of
from bedtime.reminder.processes import Processes
from bedtime.reminder.session_bus import BusSilent, Service, SessionBus

SWITCHES = (
    # Whose notices, what to ask, what it answers when they are switched off, and where they are allowed.
    (
        "gnome-shell",
        ("gsettings", "get", "org.gnome.desktop.notifications", "show-banners"),
        "false",
        N_("Open Settings, then Notifications, and switch Do Not Disturb off."),
    ),
    (
        "Xfce Notify Daemon",
        ("xfconf-query", "-c", "xfce4-notifyd", "-p", "/do-not-disturb"),
        "true",
        N_("Open Settings, then Notifications, and switch Do not disturb off."),
    ),
    ("dunst", ("dunstctl", "is-paused"), "true", N_("Run “dunstctl set-paused false”.")),
    ("mako", ("makoctl", "mode"), "do-not-disturb", N_("Run “makoctl mode -r do-not-disturb”.")),
)


def look(processes: Processes) -> Delivered:
    """Ask this desktop, without showing anything."""
    try:
        bus = SessionBus.connect()
        try:
            server = str(bus.call(NOTIFICATIONS, "GetServerInformation")[0])
            buttons = buttons_of(server, bus.call(NOTIFICATIONS, "GetCapabilities")[0])
            inhibited = _inhibited(bus)
        finally:
            bus.close()
    except BusSilent:
        return nobody()
    return judged(server, buttons, how_to_allow(server, processes, inhibited=inhibited))


def how_to_allow(server: str, processes: Processes, *, inhibited: bool) -> str:
    """What to do when this desktop was told to show no notices; empty when it was not."""
    if inhibited:
        return _("Open the notification settings, and leave Do not disturb.")
    for name, question, off, remedy in SWITCHES:
        if name.lower() == server.lower() and off in _answer(processes, question):
            return _(remedy)
    return ""


def _answer(processes: Processes, question: tuple[str, ...]) -> str:
    try:
        ran = processes.run(*question)
    except Fault:
        return ""  # who cannot be asked is taken to show them
    return ran.out.strip() if ran.status == 0 else ""


def _inhibited(bus: SessionBus) -> bool:
    """Plasma says so itself; the others do not know the question."""
    properties = Service(NOTIFICATIONS.name, NOTIFICATIONS.path, "org.freedesktop.DBus.Properties")
    try:
        return bool(bus.call(properties, "Get", "ss", NOTIFICATIONS.interface, "Inhibited")[0][1])
    except BusSilent:
        return False
