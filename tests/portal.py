"""A desktop's settings on the bus of DBUS_SESSION_BUS_ADDRESS, for tests. `portal.py NAMESPACE KEY SIGNATURE VALUE`.

Started in its own process; it says "ready", and then answers that one question, and to every other that it is unknown.
"""

import sys

from jeepney import HeaderFields, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

VALUES = {"b": lambda word: word == "true", "u": int, "s": str}


def main(namespace: str, key: str, signature: str, value: str) -> None:
    """Answer until the test ends this process."""
    bus = open_dbus_connection("SESSION")
    bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        message = bus.receive()
        if message.header.message_type is not MessageType.method_call:
            continue
        if message.header.fields.get(HeaderFields.member) == "Read" and message.body == (namespace, key):
            answer = ("v", (signature, VALUES[signature](value)))  # as it does: a variant within a variant
            bus.send(new_method_return(message, "v", (answer,)))
        else:
            bus.send(new_error(message, "org.freedesktop.portal.Error.NotFound", "s", ("no such setting",)))


main(*sys.argv[1:])
