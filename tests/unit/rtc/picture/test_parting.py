"""Who is sent the good picture and who the poor one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.rtc.picture.parting import Parting


@pytest.mark.parametrize(
    ("rates", "poor"),
    [
        ({"a": 1_200_000}, set()),
        ({"a": 1_200_000, "b": 700_000}, set()),
        ({"a": 1_200_000, "b": 150_000}, {"b"}),
        ({"a": 1_200_000, "b": 1_000_000, "c": 100_000}, {"c"}),
        ({"a": 1_200_000, "b": 130_000, "c": 100_000}, {"b", "c"}),
        ({"a": 1_200_000, "b": 500_000, "c": 100_000}, {"c"}),
        ({"a": 0, "b": 0}, set()),
    ],
)
def test_lines_are_parted_where_they_differ_most(rates: dict[str, float], poor: set[str]) -> None:
    assert Parting[str]().step(rates, 0.0) == poor


def test_a_rate_that_wavers_about_the_bound_changes_nothing() -> None:
    parting = Parting[str]()
    assert parting.step({"a": 1_000_000, "b": 490_000}, 0.0) == {"b"}
    for second in range(1, 60):
        assert parting.step({"a": 1_000_000, "b": 490_000 if second % 2 else 560_000}, float(second)) == {"b"}


def test_a_line_that_has_become_good_is_sent_the_good_picture_after_three_seconds() -> None:
    parting = Parting[str]()
    parting.step({"a": 1_000_000, "b": 200_000}, 0.0)
    assert parting.step({"a": 1_000_000, "b": 900_000}, 1.0) == {"b"}
    assert parting.step({"a": 1_000_000, "b": 300_000}, 2.0) == {"b"}
    assert parting.step({"a": 1_000_000, "b": 900_000}, 3.0) == {"b"}
    assert parting.step({"a": 1_000_000, "b": 900_000}, 5.9) == {"b"}
    assert parting.step({"a": 1_000_000, "b": 900_000}, 6.0) == set()


def test_whose_path_takes_nothing_holds_nobody_else_up_whatever_its_rate() -> None:
    parting = Parting[str]()
    rates = {"a": 1_000_000.0, "b": 1_000_000.0}
    assert parting.step(rates, 0.0) == set()
    assert parting.step(rates, 1.0, held_up={"b"}) == {"b"}
    assert parting.step(rates, 2.0) == {"b"}
    assert parting.step(rates, 5.0) == set()


def test_where_nobody_s_path_takes_anything_one_picture_waits_for_all() -> None:
    assert Parting[str]().step({"a": 1_000_000, "b": 100_000}, 0.0, held_up={"a", "b"}) == set()


def test_the_poor_alone_are_poor_no_longer() -> None:
    parting = Parting[str]()
    assert parting.step({"a": 1_000_000, "b": 100_000}, 0.0) == {"b"}
    assert parting.step({"b": 100_000}, 1.0) == set()


@given(st.lists(st.tuples(st.dictionaries(st.sampled_from("abcd"), st.integers(0, 10**8), max_size=4)), max_size=20))
def test_somebody_has_the_good_picture_always(steps: list[tuple[dict[str, int]]]) -> None:
    parting = Parting[str]()
    for second, (rates,) in enumerate(steps):
        poor = parting.step(rates, float(second))
        assert poor <= set(rates)
        assert not rates or len(poor) < len(rates)
