"""A screen reader for tests: it knows of the window only what the accessibility bus of the desktop says.

It speaks AT-SPI over D-Bus, as Orca does, and is told what Orca is told. Linux and the BSDs only.
"""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, Properties, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection

PATIENCE_S = 20.0
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
_ATSPI = "org.a11y.atspi"
_STATES = tuple(
    """
    invalid active armed busy checked collapsed defunct editable enabled expandable expanded focusable focused
    has-tooltip horizontal iconified modal multi-line multiselectable opaque pressed resizable selectable selected
    sensitive showing single-line stale transient vertical visible manages-descendants indeterminate required truncated
    animated invalid-entry supports-autocompletion selectable-text is-default visited checkable has-popup read-only
    """.split()  # noqa: SIM905 - a list of forty words, as AT-SPI numbers them
)


class Heard(NamedTuple):
    """One announcement. `urgency` is AT-SPI's: 1 is polite, 2 is assertive."""

    words: str
    urgency: int


class Gone(Exception):
    """Whoever was asked is not there any more, or will not answer."""


@dataclass(frozen=True)
class Part:
    """One thing in the window. What it says is asked when it is first wanted, and then kept: `again` asks anew."""

    reader: "Reader"
    owner: str
    path: str

    @property
    def again(self) -> "Part":
        """The same thing, to be asked anew."""
        return Part(self.reader, self.owner, self.path)

    @cached_property
    def name(self) -> str:
        """What is read out."""
        return str(self._property("Accessible", "Name"))

    @cached_property
    def description(self) -> str:
        """What is read out after a moment."""
        return str(self._property("Accessible", "Description"))

    @cached_property
    def role(self) -> str:
        """What kind of thing it is."""
        return str(self._ask("Accessible", "GetRoleName")[0])

    @cached_property
    def states(self) -> frozenset[str]:
        """How it stands."""
        low, high = self._ask("Accessible", "GetState")[0]
        bits = low | high << 32
        return frozenset(state for index, state in enumerate(_STATES) if bits >> index & 1)

    @cached_property
    def children(self) -> tuple["Part", ...]:
        """What it holds, in order."""
        return tuple(Part(self.reader, owner, path) for owner, path in self._ask("Accessible", "GetChildren")[0])

    @property
    def value(self) -> float:
        """The number of what has one."""
        return float(self._property("Value", "CurrentValue"))

    @property
    def text(self) -> str:
        """The text of what holds one."""
        return str(self._ask("Text", "GetText", "ii", 0, -1)[0])

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is on it now."""
        return "focused" in self.again.states

    @property
    def is_showing(self) -> bool:
        """Whether it can be seen."""
        return "showing" in self.states

    def walk(self) -> Iterator["Part"]:
        """It and everything that it holds and that is on the screen, in order."""
        yield self
        for child in self.children:
            if child.is_showing:
                yield from child.walk()

    def press(self) -> None:
        """Do with it what a press does."""
        self._ask("Action", "DoAction", "i", 0)

    def take_focus(self) -> None:
        """Put the keyboard on it."""
        self._ask("Component", "GrabFocus")

    def _ask(self, interface: str, method: str, signature: str = "", *arguments: object) -> tuple[Any, ...]:
        address = DBusAddress(self.path, bus_name=self.owner, interface=f"{_ATSPI}.{interface}")
        return self.reader.ask(new_method_call(address, method, signature or None, arguments))

    def _property(self, interface: str, name: str) -> object:
        address = DBusAddress(self.path, bus_name=self.owner, interface=f"{_ATSPI}.{interface}")
        return self.reader.ask(Properties(address).get(name))[0][1]


class Reader:
    """One screen reader at one desktop. `announcements` is what it was told to say so far."""

    def __init__(self, session_bus: str) -> None:
        """Come to the desktop, and let programs know that somebody is reading."""
        self.announcements: list[Heard] = []
        self._connection = open_dbus_connection(session_bus)
        try:
            address = self._come()
        finally:
            self._connection.close()
        self._connection = open_dbus_connection(address)
        self.ask(message_bus.AddMatch(MatchRule(type="signal", interface=f"{_ATSPI}.Event.Object")))
        registry = DBusAddress(
            f"/{_ATSPI.replace('.', '/')}/registry", bus_name=f"{_ATSPI}.Registry", interface=f"{_ATSPI}.Registry"
        )
        for event in ("object:announcement", "object:state-changed:focused"):
            self.ask(new_method_call(registry, "RegisterEvent", "s", (event,)))
        self._desktop = Part(self, f"{_ATSPI}.Registry", f"/{_ATSPI.replace('.', '/')}/accessible/root")

    def _come(self) -> str:
        """Say at the desktop that somebody reads; where the bus is on which that is done."""
        switch = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Status")
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            self.ask(Properties(switch).set(name, "b", True))
        door = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
        (address,) = self.ask(new_method_call(door, "GetAddress"))
        return str(address).partition(",guid=")[0]

    def close(self) -> None:
        """Leave."""
        self._connection.close()

    def window(self, title: str = "Bedtime") -> Part:
        """The window of that name, once it is there."""

        def find() -> Part | None:
            for program in self._desktop.again.children:
                try:
                    for window in program.children:
                        if window.name == title:
                            return window
                except Gone:
                    continue
            return None

        return self.wait_for(find, f"no window {title}")

    def find(self, name: str, role: str = "") -> Part:
        """What is seen under that name, once it is there."""
        return self.wait_for(lambda: self._seen(name, role), f"nothing called {name!r}")

    def wait_for_focus(self, name: str) -> Part:
        """Wait until the keyboard is on what is called that."""
        found = self.wait_for(
            lambda: next((part for part in self.window().walk() if part.name == name and part.has_focus), None),
            f"the keyboard never came to {name!r}",
        )
        assert isinstance(found, Part)
        return found

    def hear(self, pattern: str) -> Heard:
        """Wait for an announcement that begins like this regular expression."""

        def heard() -> Heard | None:
            self.listen(0.05)
            return next((one for one in self.announcements if re.match(pattern, one.words)), None)

        return self.wait_for(heard, f"nothing like {pattern!r} was announced")

    def listen(self, patience_s: float) -> None:
        """Take in what is said within this time."""
        end = time.monotonic() + patience_s
        while (left := end - time.monotonic()) > 0:
            try:
                self._take_in(self._connection.receive(timeout=left))
            except TimeoutError:
                return

    def ask(self, message: Message) -> tuple[Any, ...]:
        """Send a call and return what is answered. Raises Gone."""
        serial = next(self._connection.outgoing_serial)
        self._connection.send(message, serial=serial)
        while True:
            reply = self._connection.receive(timeout=PATIENCE_S)
            if reply.header.fields.get(HeaderFields.reply_serial) != serial:
                self._take_in(reply)
            elif reply.header.message_type is MessageType.error:
                raise Gone(str(reply.body))
            else:
                return tuple(reply.body)

    def wait_for(self, look: Callable[[], Any], otherwise: str) -> Any:
        """What `look` finds, once it finds something. A window that is changing may lose what it showed meanwhile."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            try:
                found = look()
            except Gone:
                found = None
            if found is not None:
                return found
            self.listen(0.02)
        raise AssertionError(f"{otherwise}; said so far: {self.announcements}")

    def _seen(self, name: str, role: str) -> Part | None:
        return next(
            (part for part in self.window().walk() if part.name == name and role in {"", part.role}),
            None,
        )

    def _take_in(self, message: Message) -> None:
        fields = message.header.fields
        if message.header.message_type is MessageType.signal and fields.get(HeaderFields.member) == "Announcement":
            _, urgency, _, (_, words), *_ = message.body
            self.announcements.append(Heard(words, urgency))
