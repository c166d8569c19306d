"""Numbers and lists in plain words. Titles spell numbers out, data writes digits."""

from collections.abc import Iterable
from datetime import date

_SPELLED = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def spelled(number: int) -> str:
    """A number in words up to twenty, in digits beyond: no, one, two ... twenty, 21."""
    return _SPELLED[number] if 0 <= number < len(_SPELLED) else str(number)


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: one night, four nights."""
    return f"{spelled(number)} {one if number == 1 else many or one + 's'}"


def joined(words: Iterable[str]) -> str:
    """A list as it is spoken: calves; calves and feet; calves, feet and hips."""
    *most, last = tuple(words) or ("",)
    return f"{', '.join(most)} and {last}" if most else last


def sentence(words: str) -> str:
    """The words with a capital at the start and a full stop at the end."""
    return words[:1].upper() + words[1:] + "." if words else ""


def short_duration(duration_ms: int) -> str:
    """A length of time for the eye, to the nearest second: 45 s, 2 min, 6 min 30 s."""
    minutes, seconds = divmod((duration_ms + 500) // 1000, 60)
    parts = [f"{minutes} min"] if minutes else []
    return " ".join([*parts, f"{seconds} s"] if seconds or not minutes else parts)


def weekday(day: date) -> str:
    """The name of a day, in the program's language whatever the computer's is."""
    return _WEEKDAYS[day.weekday()]


def seconds_words(seconds: int) -> str:
    """Seconds in words: 42 seconds, 1 second, 2 minutes 5 seconds."""
    minutes, rest = divmod(seconds, 60)
    parts = []
    if minutes:
        parts.append(f"{minutes} minute" if minutes == 1 else f"{minutes} minutes")
    if rest or not minutes:
        parts.append(f"{rest} second" if rest == 1 else f"{rest} seconds")
    return " ".join(parts)
