"""`bedtime reminder`: how things stand with the reminder, and every wish about it, with the window closed."""

import argparse

from bedtime.catalogues import speak_chosen, wished_in_environment
from bedtime.clock import SystemClock
from bedtime.commands.output import write_json, write_line
from bedtime.errors import BadInput, Fault
from bedtime.reminder import here
from bedtime.reminder.here import Here
from bedtime.reminder.preferences import to_document
from bedtime.reminder.records import Entry, Kind, Outcome, to_record
from bedtime.reminder.reminders import Reminders, Status
from bedtime.reminder.rule import Next
from bedtime.reminder.typed import read_days, read_time
from bedtime.reminder.words import OUTCOMES, trial_in_words
from bedtime.settings import understand
from bedtime.store.document import Document
from bedtime.store.places import Places, find_places, prepare
from bedtime.store.upgrades import SETTINGS

ACTIONS = {
    "status": "how things stand",
    "set": "switch it on, at a time and on days",
    "off": "switch it off",
    "skip": "leave tonight out",
    "test": "send a test, and say whether it arrived",
    "fire": "show it now if it is due, and wait for an answer; this is what the scheduler starts",
    "wait": "wait for it here, where there is no scheduler",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is wished for, and for `set` the time and the days."""
    actions = "; ".join(f"{name}: {words}" for name, words in ACTIONS.items())
    parser.add_argument("action", nargs="?", default="status", metavar="ACTION", help=actions)
    parser.add_argument("at", nargs="?", metavar="TIME", help="for set, as 21:45")
    parser.add_argument("--days", metavar="DAYS", help="for set, as mon-fri or sat,sun or daily")
    parser.add_argument(
        "--morning",
        action="store_const",
        const=Kind.MORNING,
        default=Kind.BEDTIME,
        dest="kind",
        help="the morning nudge for the diary, in place of the reminder at bedtime",
    )
    parser.add_argument("--json", action="store_true", help="write JSON for other programs")


def run(options: argparse.Namespace) -> int:
    """Do what is wished, and say how things stand after it."""
    _check(options)
    computer = _computer(options)
    asked = here.reminders(computer)
    match options.action:
        case "fire":
            speak_for_notices(computer.places)
            return _told(here.firing(computer, asked).run(), as_json=options.json)
        case "wait":
            speak_for_notices(computer.places)
            here.wait_alone(computer)
            return 0
        case "test":
            speak_for_notices(computer.places)
            return _trial_told(here.firing(computer, asked).trial(), asked, as_json=options.json)
        case "set":
            days = None if options.days is None else read_days(options.days)
            asked.set(read_time(options.at), days, kind=options.kind)
        case "off":
            asked.switch_off(options.kind)
        case "skip":
            _skip(asked, options.kind)
    _tell(asked.status(), as_json=options.json)
    return 0


def _check(options: argparse.Namespace) -> None:
    """Everything that was typed, before anything is changed."""
    if options.action not in ACTIONS:
        raise BadInput(f"“{options.action}” is nothing the reminder can do. It can {', '.join(ACTIONS)}.")
    if options.action == "set":
        if options.at is None:
            raise BadInput("A time is missing. Write it as: bedtime reminder set 21:45")
        read_time(options.at)
        if options.days is not None:
            read_days(options.days)
    elif options.at is not None or options.days is not None:
        raise BadInput(f"“{options.action}” takes neither a time nor days.")


def _computer(options: argparse.Namespace) -> Here:
    """This computer, with every folder that is needed. A `Fault` where there is none."""
    home = None if options.home is None else str(options.home)
    places = find_places(home)
    findings = prepare(places)
    if findings:
        raise Fault(findings[0].words)
    return here.computer(places, SystemClock(), home)


def speak_for_notices(places: Places) -> None:
    """Say on the desktop what is said there in the person's language; the command line stays in English."""
    shelf = Document(places.settings_file, SETTINGS, SystemClock())
    speak_chosen(understand(shelf.read().value).settings.language, wished_in_environment)


def _skip(asked: Reminders, kind: Kind) -> None:
    if asked.rule(kind) is None:
        raise BadInput("The reminder is off, so there is nothing to leave out.")
    asked.skip(kind)


def _tell(status: Status, *, as_json: bool) -> None:
    delivered = here.delivery()
    if as_json:
        write_json(
            {
                "on": status.preferences.bedtime.active is not None,
                "headline": status.headline,
                "next": _moment(status.coming),
                "next_morning": _moment(status.morning),
                "kept_by": status.kept_by,
                "last": status.last and to_record(status.last),
                "last_test": status.trial and to_record(status.trial),
                "notifications": {
                    "state": delivered.how.value,
                    "words": delivered.words,
                    "how_to_allow": delivered.how_to_allow,
                },
                "choices": to_document(status.preferences),
            }
        )
        return
    write_line(status.headline)
    if status.coming is not None:
        write_line(f"{status.days} at {status.preferences.bedtime.rule.at:%H:%M}. {status.kept_by}")
    for words in (status.last_words, status.trial_words, f"{delivered.words} {delivered.how_to_allow}".strip()):
        if words:
            write_line(words)


def _told(entry: Entry | None, *, as_json: bool) -> int:
    if as_json:
        write_json(entry and to_record(entry))
    else:
        write_line("Nothing to show." if entry is None else f"The {entry.kind} reminder: {OUTCOMES[entry.outcome]}.")
    return 0


def _trial_told(entry: Entry, asked: Reminders, *, as_json: bool) -> int:
    """A test that did not arrive is a fault of the computer, and the exit status says so."""
    if as_json:
        write_json(to_record(entry))
    else:
        write_line(f"{trial_in_words(entry, asked.now())}.".replace("..", "."))
    return 1 if entry.outcome is Outcome.BLOCKED else 0


def _moment(coming: Next | None) -> dict[str, str] | None:
    return None if coming is None else {"night": coming.night.isoformat(), "at": coming.at.isoformat()}
