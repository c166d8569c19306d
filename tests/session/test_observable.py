"""A value that tells whoever is interested."""

from bedtime.session.observable import Observable


def test_a_subscriber_hears_the_value_that_is_there_and_every_later_one() -> None:
    heard: list[int] = []
    number = Observable(1)
    number.subscribe(heard.append)
    number.set(2)
    assert (heard, number.value) == ([1, 2], 2)


def test_a_subscriber_that_has_left_hears_nothing_more() -> None:
    heard: list[int] = []
    number = Observable(1)
    leave = number.subscribe(heard.append)
    leave()
    leave()
    number.set(2)
    assert heard == [1]


def test_nobody_hears_an_older_value_last() -> None:
    number = Observable(0)
    heard: list[int] = []
    number.subscribe(lambda value: number.set(3) if value == 2 else None)
    number.subscribe(heard.append)
    number.set(2)
    assert heard == [0, 3]


def test_one_who_leaves_because_of_another_hears_nothing() -> None:
    number = Observable(0)
    heard: list[int] = []
    leave = [lambda: None]
    number.subscribe(lambda value: leave[0]() if value else None)
    leave[0] = number.subscribe(heard.append)
    number.set(1)
    assert heard == [0]
