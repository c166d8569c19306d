"""The smallest talk with the desktop over its session bus: call a method, hear a signal. Linux and the BSDs only.

Waits on one socket, without threads or an event loop, so a process that waits for an answer costs next to nothing.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from bedtime.errors import Fault
from bedtime.language import _

PATIENCE_S = 5.0


class BusSilent(Fault):
    """There is no bus, it has gone, or nobody on it answers."""


@dataclass(frozen=True, slots=True)
class Service:
    """Somebody to talk to."""

    name: str
    path: str
    interface: str


@dataclass(frozen=True, slots=True)
class Signal:
    """Something that was said to everybody."""

    member: str
    body: tuple[Any, ...]


class SessionBus:
    """A connection to the session bus."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection
        self._heard: list[Signal] = []
        self._listening_to: str | None = None

    @classmethod
    def connect(cls) -> "SessionBus":
        """Find the bus through the environment."""
        try:
            return cls(open_dbus_connection("SESSION"))
        except (OSError, KeyError, ValueError, RuntimeError) as error:
            raise BusSilent(_("This session has no message bus, so nothing can be shown on the desktop.")) from error

    def call(self, service: Service, method: str, signature: str = "", *arguments: object) -> tuple[Any, ...]:
        """Call a method and return what it answers. An error, or silence, is `BusSilent`."""
        address = DBusAddress(service.path, bus_name=service.name, interface=service.interface)
        reply = self._ask(new_method_call(address, method, signature or None, arguments))
        if reply.header.message_type is MessageType.error:
            raise BusSilent(str(reply.body[0]) if reply.body else _("{service} refused.").format(service=service.name))
        return tuple(reply.body)

    def listen(self, service: Service) -> None:
        """Hear what this service says to everybody, from now on."""
        self._listening_to = service.interface
        self._ask(message_bus.AddMatch(MatchRule(type="signal", interface=service.interface, path=service.path)))

    def hear(self, patience_s: float) -> Signal | None:
        """The next signal; None when nothing was said in this time."""
        if self._heard:
            return self._heard.pop(0)
        try:
            message = self._connection.receive(timeout=patience_s)
        except TimeoutError:
            return None
        except (OSError, ValueError) as error:
            raise BusSilent(_("The session's message bus has gone.")) from error
        return self._signal(message)

    def close(self) -> None:
        """Hang up."""
        with suppress(OSError):
            self._connection.close()

    def _ask(self, message: Message) -> Message:
        """Send a call and wait for its reply; what is heard meanwhile is kept."""
        serial = next(self._connection.outgoing_serial)
        try:
            self._connection.send(message, serial=serial)
            return self._wait_for(lambda reply: reply.header.fields.get(HeaderFields.reply_serial) == serial)
        except (OSError, ValueError) as error:  # TimeoutError is an OSError
            raise BusSilent(_("The desktop does not answer.")) from error

    def _wait_for(self, wanted: Callable[[Message], bool]) -> Message:
        while not wanted(message := self._connection.receive(timeout=PATIENCE_S)):
            signal = self._signal(message)
            if signal is not None:
                self._heard.append(signal)
        return message

    def _signal(self, message: Message) -> Signal | None:
        fields = message.header.fields
        if message.header.message_type is not MessageType.signal:
            return None
        if fields.get(HeaderFields.interface) != self._listening_to:
            return None
        return Signal(str(fields[HeaderFields.member]), tuple(message.body))
