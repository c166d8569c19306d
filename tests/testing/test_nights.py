"""The scripted nights of the self-test."""

import json
from collections.abc import Mapping
from typing import Any

from bedtime.commands.self_test import tell
from bedtime.movement.library import Library
from bedtime.store.bundled import read_bundled
from bedtime.testing.nights import NIGHTS, Finding, play_nights


class InMemory:
    """A shelf that keeps what is put on it, as JSON."""

    def __init__(self) -> None:
        self._records: dict[str, str] = {}
        self._unfinished = "{}"

    def save(self, record: Mapping[str, Any]) -> None:
        self._records[record["id"]] = json.dumps(record)

    def saved(self) -> Mapping[str, Mapping[str, Any]]:
        return {identity: json.loads(text) for identity, text in self._records.items()}

    def keep(self, unfinished: Mapping[str, Any]) -> None:
        self._unfinished = json.dumps(unfinished)

    def kept(self) -> Mapping[str, Any]:
        kept: Mapping[str, Any] = json.loads(self._unfinished)
        return kept


class Forgetful(InMemory):
    """A shelf that forgets how long anything was held."""

    def save(self, record: Mapping[str, Any]) -> None:
        super().save({**record, "steps": []})

    def kept(self) -> Mapping[str, Any]:
        return {}


def test_every_night_holds() -> None:
    findings = list(play_nights(Library(read_bundled), InMemory()))
    assert [finding for finding in findings if not finding.held] == []
    assert {finding.night for finding in findings} == set(NIGHTS)


def test_a_shelf_that_forgets_is_found_out_and_the_other_nights_are_played_all_the_same() -> None:
    findings = list(play_nights(Library(read_bundled), Forgetful()))
    broken = {finding.night for finding in findings if not finding.held}
    assert {"a quiet night", "a night in which the program is killed"} <= broken
    assert {finding.night for finding in findings} == set(NIGHTS)


def test_one_broken_thing_fails_the_self_test() -> None:
    good, bad = Finding("a night", "it holds", held=True), Finding("a night", "it does not", held=False)
    assert (tell([good]), tell([good, bad])) == (0, 1)
