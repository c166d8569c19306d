from hypothesis import given
from hypothesis import strategies as st

from bedtime.ui.budget import Budget


@given(st.lists(st.tuples(st.integers(0, 9), st.binary(max_size=12))))
def test_never_more_is_held_than_there_is_room_for_and_the_sum_is_right(puts: list[tuple[int, bytes]]) -> None:
    budget: Budget[int, bytes] = Budget(20, len)
    for key, value in puts:
        budget.put(key, value)
        assert budget.total <= 20
        assert budget.total == sum(budget.weight(each) for each in budget)
        assert key in budget


def test_what_was_used_longest_ago_goes_first() -> None:
    budget: Budget[str, bytes] = Budget(3, len)
    for name in "abc":
        budget.put(name, b".")
    budget.get("a")
    budget.put("d", b".")
    assert sorted(budget) == ["a", "c", "d"]


def test_what_is_too_large_is_not_kept_and_drives_nothing_else_out() -> None:
    budget: Budget[str, bytes] = Budget(3, len)
    budget.put("a", b"..")
    budget.put("b", b"....")
    assert list(budget) == ["a"]
