"""A desktop's screen saver on the bus of DBUS_SESSION_BUS_ADDRESS, for tests: it says in a line each what it is asked.

Started in its own process. "ready" first; then "inhibit NAME" and "uninhibit COOKIE", and "gone" when somebody who had
asked for it has left the bus without a word.
"""

import sys

from jeepney import HeaderFields, MatchRule, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

COOKIE = 7


def say(words: str) -> None:
    """One line, at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main() -> None:
    """Answer until the test ends this process."""
    bus = open_dbus_connection("SESSION")
    bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.ScreenSaver"))
    leaving = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
    bus.send_and_get_reply(message_bus.AddMatch(leaving))
    say("ready")
    asked: set[str] = set()
    while True:
        message = bus.receive()
        fields = message.header.fields
        member, sender = fields.get(HeaderFields.member), fields.get(HeaderFields.sender, "")
        if message.header.message_type is MessageType.signal:
            if member == "NameOwnerChanged" and message.body[0] in asked and not message.body[2]:
                say("gone")
        elif message.header.message_type is MessageType.method_call:
            if member == "Inhibit":
                asked.add(sender)
                say(f"inhibit {message.body[0]}")
                bus.send(new_method_return(message, "u", (COOKIE,)))
            elif member == "UnInhibit":
                asked.discard(sender)
                say(f"uninhibit {message.body[0]}")
                bus.send(new_method_return(message))
            else:
                bus.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))


main()
