"""The cards of the library and the page of one routine, from the built-in content."""

from datetime import date

import pytest

from bedtime.movement.body import Flag
from bedtime.movement.library import Library
from bedtime.movement.week import Day
from bedtime.session.choosing import Choosing
from bedtime.session.desk import Desk
from bedtime.session.routines import Filter
from bedtime.settings import Settings
from bedtime.store.bundled import read_bundled
from bedtime.testing.manual_clock import ManualClock

LIBRARY = Library(read_bundled)
TONIGHT = date(2025, 11, 20)  # a Thursday


class Home:
    def __init__(self, settings: Settings) -> None:
        self.kept: list[Settings] = []
        self.desk = Desk(LIBRARY, settings, ManualClock(), self.kept.append)
        self.choosing = Choosing(LIBRARY, self.desk)

    def ids(self, chosen: Filter) -> list[str]:
        return [card.routine for card in self.choosing.cards(chosen)]


@pytest.fixture
def home() -> Home:
    return Home(Settings())


def test_every_routine_for_the_evening_has_a_card(home: Home) -> None:
    cards = home.choosing.cards(Filter.ALL)
    assert [card.routine for card in cards] == [routine.id for routine in LIBRARY.routines()]
    assert all(card.pictured is not None for card in cards)


def test_a_card_says_how_long_where_with_what_and_how_it_is_known(home: Home) -> None:
    card = next(card for card in home.choosing.cards(Filter.ALL) if card.routine == "simple-nightly")
    assert (card.facts, card.props) == ("8 min · Standing, chair, floor", "Wall, chair, towel")
    assert (card.dots, card.evidence, card.mark) == (1, "Common advice", "Tonight")
    assert card.spoken.startswith("Simple nightly leg stretch, Tonight, 8 min, Standing")


def test_the_filters_mean_what_they_say(home: Home) -> None:
    assert home.ids(Filter.IN_BED) == ["in-bed"]
    assert home.ids(Filter.CHAIR) == ["travel-tiny", "pregnancy-gentle"]
    assert "deep-wind-down" in home.ids(Filter.FLOOR)
    assert home.ids(Filter.NO_PROPS) == ["trial-six-weeks", "travel-tiny", "pregnancy-gentle"]


def test_favourites_come_first_and_have_a_filter_once_there_are_any(home: Home) -> None:
    assert Filter.FAVOURITES not in home.choosing.filters()
    home.choosing.toggle_favourite("deep-wind-down")
    assert Filter.FAVOURITES in home.choosing.filters()
    assert home.ids(Filter.FAVOURITES) == ["deep-wind-down"]
    assert home.ids(Filter.ALL)[0] == "deep-wind-down"
    home.choosing.toggle_favourite("deep-wind-down")
    assert home.kept[-1].favourites == ()


def test_what_is_chosen_is_tonights_and_stays_so(home: Home) -> None:
    home.choosing.choose("in-bed")
    assert home.desk.routine.id == "in-bed"
    assert home.kept[-1].routine == "in-bed"


def test_where_the_week_has_a_plan_a_choice_is_for_one_night(home: Home) -> None:
    home.choosing.toggle_night("physio-strong", Day.TUESDAY)
    home.choosing.choose("in-bed")
    assert home.desk.routine.id == "in-bed"
    assert (home.kept[-1].routine, home.kept[-1].one_night) == ("simple-nightly", {TONIGHT.isoformat(): "in-bed"})


def test_a_night_is_planned_and_given_back(home: Home) -> None:
    home.choosing.toggle_night("physio-strong", Day.THURSDAY)
    page = home.choosing.page("physio-strong")
    assert [night.is_on for night in page.nights] == [False] * 3 + [True] + [False] * 3
    assert page.plan == "Physiotherapy mix on Thursday, otherwise Simple nightly leg stretch."
    assert home.desk.routine.id == "physio-strong"
    home.choosing.toggle_night("physio-strong", Day.THURSDAY)
    assert home.desk.routine.id == "simple-nightly"


def test_the_usual_routine_can_be_another_one(home: Home) -> None:
    home.choosing.make_usual("in-bed")
    assert home.choosing.page("in-bed").plan == "In bed, no floor every night."


def test_a_page_names_its_sources(home: Home) -> None:
    page = home.choosing.page("trial-six-weeks")
    assert "2012 trial" in page.evidence
    assert page.sources[0].startswith("Hallegraeff et al. 2012")
    assert len(page.lines) == len(page.stretches) == len(page.lengths_ms) == 4


def test_what_is_changed_for_the_person_is_told_with_its_reason() -> None:
    page = Home(Settings(flags=(Flag.BALANCE,))).choosing.page("simple-nightly")
    assert page.changes
    assert any(line.reason.startswith("Instead of ") for line in page.lines)


def test_with_a_possible_clot_no_routine_can_be_played() -> None:
    home = Home(Settings(flags=(Flag.CLOT_RISK,)))
    pages = [home.choosing.page(card.routine) for card in home.choosing.cards(Filter.ALL)]
    assert all(page.off.startswith("Do not stretch tonight.") for page in pages)
    assert all((page.lines, page.nights) == ((), ()) for page in pages)
