"""Things that are kept as long as there is room for them. What was used longest ago goes first."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Budget(Generic[K, V]):
    """Values by their keys, of at most `limit` bytes together, each weighed by `weigh`."""

    def __init__(self, limit: int, weigh: Callable[[V], int]) -> None:
        self._limit = limit
        self._weigh = weigh
        self._kept: OrderedDict[K, V] = OrderedDict()
        self._total = 0

    @property
    def total(self) -> int:
        """The bytes that are held now."""
        return self._total

    @property
    def limit(self) -> int:
        """The most bytes that are ever held."""
        return self._limit

    def __contains__(self, key: K) -> bool:
        return key in self._kept

    def __iter__(self) -> Iterator[K]:
        return iter(self._kept)

    def get(self, key: K) -> V | None:
        """The value, which counts as using it; None when it is not kept."""
        value = self._kept.get(key)
        if value is not None:
            self._kept.move_to_end(key)
        return value

    def weight(self, key: K) -> int:
        """The bytes of one value; 0 when it is not kept."""
        value = self._kept.get(key)
        return 0 if value is None else self._weigh(value)

    def put(self, key: K, value: V) -> None:
        """Keep a value, letting go of as many others as that takes. What is larger than the limit is not kept."""
        self.drop(key)
        weight = self._weigh(value)
        if weight > self._limit:
            return
        while self._total + weight > self._limit:
            self.drop(next(iter(self._kept)))
        self._kept[key] = value
        self._total += weight

    def drop(self, key: K) -> None:
        """Let go of a value, if it is kept."""
        value = self._kept.pop(key, None)
        if value is not None:
            self._total -= self._weigh(value)
