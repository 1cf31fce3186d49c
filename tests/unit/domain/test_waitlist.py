from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.domain.ids import OfficeId, PersonId, ServiceId, SiteId
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.part_of_day import PartOfDay, part_of
from desk_client.domain.waitlist import (
    MOST_UNANSWERED,
    FreedSlot,
    Wish,
    WishId,
    expires_at,
    may_be_offered,
    next_in_line,
    suits,
)

RIYADH = ZoneInfo("Asia/Riyadh")
TEN = datetime(2026, 11, 22, 10, tzinfo=RIYADH)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
KIOSK, OWN = AppointmentKind.VIDEO_KIOSK, AppointmentKind.VIDEO_OWN
HAIL, BAQAA = SiteId("hail"), SiteId("baqaa")
SLOT = FreedSlot(OfficeId("mayor"), ServiceId("lands"), KIOSK, TEN, RIYADH, HAIL)


def wish(name: str, joined: int = 0, **other: object) -> Wish:
    plain = Wish(
        WishId(name),
        PersonId(f"per_{name}"),
        OfficeId("mayor"),
        ServiceId("lands"),
        frozenset({KIOSK}),
        TEN - DAY + joined * MINUTE,
    )
    return replace(plain, **other)  # type: ignore[arg-type] # each test names fields of its own


def offered_to(*wishes: Wish, **other: object) -> str | None:
    found = next_in_line(wishes, [SLOT], **other)  # type: ignore[arg-type] # each test names arguments of its own
    return None if found is None else found[0].id


def test_who_joined_first_comes_first_unless_the_fault_was_ours() -> None:
    first, second, wronged = wish("first"), wish("second", 1), wish("wronged", 2, fault_was_ours=True)
    assert offered_to(second, first) == "first"
    assert offered_to(second, first, wronged) == "wronged"
    assert offered_to(second, wish("early", 0, fault_was_ours=True), wronged) == "early"


@pytest.mark.parametrize(
    ("other", "wanted"),
    [
        ({}, True),
        ({"office_id": OfficeId("emir")}, False),
        ({"service_id": ServiceId("roads")}, False),
        ({"kinds": frozenset({OWN})}, False),
        ({"kinds": frozenset({OWN, KIOSK})}, True),
        ({"sites": frozenset({HAIL, BAQAA})}, True),
        ({"sites": frozenset({BAQAA})}, False),
        ({"part": PartOfDay.MORNING}, True),
        ({"part": PartOfDay.AFTERNOON}, False),
        ({"earlier_than": TEN + MINUTE}, True),
        ({"earlier_than": TEN}, False),
        ({"first_at": TEN}, True),
        ({"first_at": TEN + MINUTE}, False),
    ],
)
def test_a_slot_suits_who_asked_for_one_like_it(other: dict[str, object], wanted: bool) -> None:
    assert suits(wish("one", 0, **other), SLOT) is wanted


def test_at_home_it_does_not_matter_which_sites_would_do() -> None:
    at_home = replace(SLOT, kind=OWN, site_id=None)
    assert suits(wish("one", kinds=frozenset({OWN, KIOSK}), sites=frozenset({BAQAA})), at_home)


def test_time_that_serves_two_sites_goes_to_the_first_person_and_not_to_the_first_site() -> None:
    ways = [SLOT, replace(SLOT, site_id=BAQAA)]
    wishes = [wish("second", 1, sites=frozenset({HAIL})), wish("first", sites=frozenset({BAQAA}))]
    found = next_in_line(wishes, ways)
    assert found is not None
    assert (found[0].id, found[1].site_id) == ("first", BAQAA)


def test_a_person_decides_on_one_slot_at_a_time_and_on_each_slot_once() -> None:
    first, second = wish("first"), wish("second", 1)
    assert offered_to(first, second, busy={first.person_id}) == "second"
    assert offered_to(first, second, offered={first.id}) == "second"
    assert offered_to(first, second, offered={first.id, second.id}) is None


def test_who_does_not_answer_keeps_the_place_until_the_third_time() -> None:
    second = wish("second", 1)
    assert offered_to(wish("silent", unanswered=MOST_UNANSWERED - 1), second) == "silent"
    assert offered_to(wish("silent", unanswered=MOST_UNANSWERED), second) == "second"


def test_an_offer_lasts_ten_minutes_and_leaves_the_services_notice() -> None:
    hour = 60 * MINUTE
    assert expires_at(TEN) == TEN + 10 * MINUTE
    assert may_be_offered(TEN, TEN - hour - 10 * MINUTE, hour, RIYADH)
    assert not may_be_offered(TEN, TEN - hour - 9 * MINUTE, hour, RIYADH)


@pytest.mark.parametrize(
    ("hour", "minute", "made"), [(7, 59, False), (8, 0, True), (20, 59, True), (21, 0, False), (2, 0, False)]
)
def test_nobody_is_woken_by_an_offer(hour: int, minute: int, made: bool) -> None:
    now = (TEN - 3 * DAY).replace(hour=hour, minute=minute).astimezone(UTC)
    assert may_be_offered(TEN, now, timedelta(), RIYADH) is made


def test_noon_begins_the_afternoon() -> None:
    assert part_of((TEN + 120 * MINUTE - timedelta(seconds=1)).astimezone(UTC), RIYADH) is PartOfDay.MORNING
    assert part_of((TEN + 120 * MINUTE).astimezone(UTC), RIYADH) is PartOfDay.AFTERNOON


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.booleans(), st.integers(0, 4), st.sampled_from([None, *PartOfDay])), max_size=8
    )
)
def test_nobody_who_would_take_it_and_comes_before_is_passed_over(
    people: list[tuple[int, bool, int, PartOfDay | None]],
) -> None:
    wishes = [
        wish(f"{number}", joined, fault_was_ours=ours, unanswered=unanswered, part=part)
        for number, (joined, ours, unanswered, part) in enumerate(people)
    ]
    found = next_in_line(wishes, [SLOT])
    able = [each for each in wishes if suits(each, SLOT) and each.unanswered < MOST_UNANSWERED]
    if found is None:
        assert able == []
    else:
        assert all(
            each.joined_at >= found[0].joined_at for each in able if each.fault_was_ours == found[0].fault_was_ours
        )
        assert found[0].fault_was_ours or not any(each.fault_was_ours for each in able)
