"""The words, names and lengths of time that files about movement are made of."""

from typing import Annotated

from bedtime.values import Ge, Le, Len, Tagged, value

__all__ = ["Identifier", "Seconds", "Tagged", "Words", "value"]

Words = Annotated[str, Len(1, 600)]
LongWords = Annotated[str, Len(1, 2000)]  # a page that is read once, not a line on a card
Identifier = Annotated[str, Len(1, 60)]
Seconds = Annotated[int, Ge(0), Le(3600)]
