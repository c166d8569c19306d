"""Numbers, days, lists and lengths of time as they stand within sentences, in the person's language.

A sentence takes a phrase from here as a placeholder; it is never glued to one. Lists go through patterns of two, as
Unicode's locale data has them, so that a language chooses its own words and marks between things.
"""

from collections.abc import Iterable
from datetime import date

from bedtime.language import N_, _, ngettext, pgettext

_SPELLED = (
    *(N_("no"), N_("one"), N_("two"), N_("three"), N_("four"), N_("five"), N_("six"), N_("seven"), N_("eight")),
    *(N_("nine"), N_("ten"), N_("eleven"), N_("twelve"), N_("thirteen"), N_("fourteen"), N_("fifteen")),
    *(N_("sixteen"), N_("seventeen"), N_("eighteen"), N_("nineteen"), N_("twenty")),
)
_SPELLED_FIRST = (
    *(N_("No"), N_("One"), N_("Two"), N_("Three"), N_("Four"), N_("Five"), N_("Six"), N_("Seven"), N_("Eight")),
    *(N_("Nine"), N_("Ten"), N_("Eleven"), N_("Twelve"), N_("Thirteen"), N_("Fourteen"), N_("Fifteen")),
    *(N_("Sixteen"), N_("Seventeen"), N_("Eighteen"), N_("Nineteen"), N_("Twenty")),
)
WEEKDAYS = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))
_MONTHS = (
    *(N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June")),
    *(N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December")),
)


def spelled(number: int) -> str:
    """A number in words up to twenty, in digits beyond: no, one, two ... twenty, 21."""
    return _(_SPELLED[number]) if 0 <= number < len(_SPELLED) else str(number)


def spelled_first(number: int) -> str:
    """The same where it begins a sentence: No, One, Two ... Twenty, 21."""
    return _(_SPELLED_FIRST[number]) if 0 <= number < len(_SPELLED_FIRST) else str(number)


def weekday(day: date) -> str:
    """The name of a day, in the program's language whatever the computer's is."""
    return _(WEEKDAYS[day.weekday()])


def weekday_letter(day: date) -> str:
    """What stands for a day under a lamp or on a small button."""
    return weekday_letters()[day.weekday()]


def weekday_letters() -> tuple[str, ...]:
    """One letter, or a few where a language needs them, for each day from Monday."""
    return tuple(pgettext("the days from Monday, with a blank between", "M T W T F S S").split())


def day_and_month(day: date) -> str:
    """A day of this year: 28 November."""
    return _("{day} {month}").format(day=day.day, month=_(_MONTHS[day.month - 1]))


def day_month_year(day: date) -> str:
    """A day of any year: 28 November 2026."""
    return _("{day} {month} {year}").format(day=day.day, month=_(_MONTHS[day.month - 1]), year=day.year)


def listed(words: Iterable[str]) -> str:
    """A list as it is spoken: calves; calves and feet; calves, feet and hips."""
    *most, last = tuple(words) or ("",)
    if not most:
        return last
    return pgettext("the end of a list", "{most} and {last}").format(most=_with_commas(most), last=last)


def either(words: Iterable[str]) -> str:
    """A choice as it is spoken: a wall; a wall or a chair; a wall, a chair or a bed."""
    *most, last = tuple(words) or ("",)
    if not most:
        return last
    return pgettext("the end of a choice", "{most} or {last}").format(most=_with_commas(most), last=last)


def in_a_row(facts: Iterable[str]) -> str:
    """Short facts one after the other, as a label or a screen reader has them; what is empty is left out."""
    return _with_commas([fact for fact in facts if fact])


def apart(parts: Iterable[str]) -> str:
    """Parts that may hold commas themselves, one after the other."""
    together = ""
    for one in parts:
        together = pgettext("within a list", "{first}; {then}").format(first=together, then=one) if together else one
    return together


def for_stretch(label: str, stretch: str) -> str:
    """What a control is for: "Hold for Calf stretch at the wall"."""
    return _("{label} for {stretch}").format(label=label, stretch=stretch)


def count_words(stretches: int) -> str:
    """How many stretches, in digits: 6 stretches."""
    return ngettext("{count} stretch", "{count} stretches", stretches).format(count=stretches)


def after_each_other(sentences: Iterable[str]) -> str:
    """Whole sentences in one paragraph; what is empty is left out."""
    together = ""
    for words in filter(None, sentences):
        together = pgettext("two sentences", "{first} {then}").format(first=together, then=words) if together else words
    return together


def _with_commas(words: list[str]) -> str:
    together = ""
    for one in words:
        together = pgettext("within a list", "{first}, {then}").format(first=together, then=one) if together else one
    return together


def within(name: str) -> str:
    """The name of a stretch within a sentence: with a small letter, unless the language has names keep theirs."""
    has_small = pgettext("do the names of stretches begin with a small letter within a sentence? yes or no", "yes")
    return name[:1].lower() + name[1:] if has_small == "yes" else name


def short_duration(duration_ms: int) -> str:
    """A length of time for the eye, to the nearest second: 45 s, 2 min, 6 min 30 s."""
    minutes, seconds = divmod((duration_ms + 500) // 1000, 60)
    if not minutes:
        return short_seconds(seconds)
    if not seconds:
        return short_minutes(minutes)
    return _("{minutes} min {seconds} s").format(minutes=minutes, seconds=seconds)


def short_seconds(seconds: int) -> str:
    """Seconds for the eye: 45 s."""
    return _("{seconds} s").format(seconds=seconds)


def short_minutes(minutes: int) -> str:
    """Minutes for the eye: 7 min."""
    return _("{minutes} min").format(minutes=minutes)


def percent(number: int) -> str:
    """A share for the eye: 35 %."""
    return _("{number} %").format(number=number)


def seconds_words(seconds: int) -> str:
    """Seconds in words: 42 seconds, 1 second, 2 minutes 5 seconds."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return seconds_alone(rest)
    if not rest:
        return _minutes(minutes)
    return pgettext("a length of time", "{minutes} {seconds}").format(
        minutes=_minutes(minutes), seconds=seconds_alone(rest)
    )


def _minutes(minutes: int) -> str:
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)


def seconds_alone(seconds: int) -> str:
    """Seconds in words without minutes, however many: 90 seconds."""
    return ngettext("{count} second", "{count} seconds", seconds).format(count=seconds)
