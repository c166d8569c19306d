"""A value that tells whoever is interested when it is replaced. Typed, synchronous, and free of any toolkit."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Observable(Generic[T]):
    """One value of type T and its subscribers."""

    def __init__(self, value: T) -> None:
        self._value = value
        self._subscribers: dict[object, Callable[[T], None]] = {}

    @property
    def value(self) -> T:
        """The newest value."""
        return self._value

    def subscribe(self, tell: Callable[[T], None]) -> Callable[[], None]:
        """Call `tell` with the value of now and with every later one, until the returned function is called."""
        subscription = object()
        self._subscribers[subscription] = tell
        tell(self._value)
        return lambda: self._forget(subscription)

    def set(self, value: T) -> None:
        """Replace the value and tell everyone, in the order in which they subscribed.

        If one of them sets another value meanwhile, the rest hear that one only: nobody ever hears an older value last.
        """
        self._value = value
        for subscription in tuple(self._subscribers):
            if self._value is not value:
                return
            if tell := self._subscribers.get(subscription):
                tell(value)

    def _forget(self, subscription: object) -> None:
        self._subscribers.pop(subscription, None)
