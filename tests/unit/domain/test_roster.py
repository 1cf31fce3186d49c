from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.domain.ids import OfficeId, StaffId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.roster import Duty, Receiver, entered, received_by, receiver_on

SUNDAY = date(2026, 11, 22)
EMIR, DEPUTY, MAYOR = OfficeId("emir"), OfficeId("deputy"), OfficeId("mayor")
DELEGATE = Receiver(staff_id=StaffId("stf_a"))


def day(count: int) -> date:
    return SUNDAY + timedelta(days=count)


def duty(absent: OfficeId, stand_in: OfficeId | Receiver, first: int, last: int) -> Duty:
    receiver = stand_in if isinstance(stand_in, Receiver) else Receiver(stand_in)
    return Duty(absent, receiver, day(first), day(last))


def test_an_office_receives_itself_unless_somebody_stands_in() -> None:
    roster = (duty(MAYOR, DEPUTY, 1, 2),)
    assert [receiver_on(roster, MAYOR, day(count)) for count in range(4)] == [
        Receiver(MAYOR),
        Receiver(DEPUTY),
        Receiver(DEPUTY),
        Receiver(MAYOR),
    ]


def test_who_stands_in_may_be_away_too() -> None:
    roster = (duty(MAYOR, DEPUTY, 0, 5), duty(DEPUTY, DELEGATE, 3, 3))
    assert receiver_on(roster, MAYOR, day(2)) == Receiver(DEPUTY)
    assert receiver_on(roster, MAYOR, day(3)) == DELEGATE
    assert received_by(roster, DELEGATE, [EMIR, DEPUTY, MAYOR], day(3)) == [DEPUTY, MAYOR]
    assert received_by(roster, Receiver(DEPUTY), [EMIR, DEPUTY, MAYOR], day(3)) == []


def test_a_second_stand_in_for_the_same_day_is_refused() -> None:
    roster = entered((), duty(MAYOR, DEPUTY, 0, 5))
    assert isinstance(roster, tuple)
    assert entered(roster, duty(MAYOR, EMIR, 5, 9)) == Refusal(RefusalCode.ALREADY_EXISTS, field="first")
    assert isinstance(entered(roster, duty(MAYOR, EMIR, 6, 9)), tuple)
    assert isinstance(entered(roster, duty(EMIR, DEPUTY, 0, 5)), tuple), "one may stand in for two"


def test_nobody_stands_in_for_themselves_by_however_many_steps() -> None:
    circle = Refusal(RefusalCode.INVALID_REQUEST, field="stand_in")
    assert entered((), duty(MAYOR, MAYOR, 0, 0)) == circle
    roster = (duty(MAYOR, DEPUTY, 0, 5), duty(DEPUTY, EMIR, 4, 9))
    assert entered(roster, duty(EMIR, MAYOR, 0, 9)) == circle, "only on days 4 and 5, yet on these"
    assert isinstance(entered(roster, duty(EMIR, MAYOR, 6, 9)), tuple)


def test_where_a_circle_came_in_all_the_same_nobody_is_offered() -> None:
    roster = (duty(MAYOR, DEPUTY, 0, 0), duty(DEPUTY, MAYOR, 0, 0), duty(EMIR, DEPUTY, 0, 0))
    assert [receiver_on(roster, office, SUNDAY) for office in (MAYOR, DEPUTY, EMIR)] == [None, None, None]


def test_a_duty_ends_after_it_begins_and_somebody_stands_in() -> None:
    with pytest.raises(ValueError, match="ends before"):
        duty(MAYOR, DEPUTY, 1, 0)
    with pytest.raises(ValueError, match="receives"):
        Receiver()
    with pytest.raises(ValueError, match="receives"):
        Receiver(MAYOR, StaffId("stf_a"))


offices = st.sampled_from([EMIR, DEPUTY, MAYOR, OfficeId("roads")])
duties = st.builds(
    lambda absent, stand_in, first, length: duty(absent, stand_in, first, first + length),
    offices,
    st.one_of(offices, st.just(DELEGATE)),
    st.integers(0, 9),
    st.integers(0, 4),
)


@given(st.lists(duties, max_size=12))
def test_whatever_is_entered_somebody_receives_every_office_every_day(entries: list[Duty]) -> None:
    roster: tuple[Duty, ...] = ()
    for entry in entries:
        following = entered(roster, entry)
        if not isinstance(following, Refusal):
            roster = following
    for count in range(15):
        for office in (EMIR, DEPUTY, MAYOR, OfficeId("roads")):
            receiver = receiver_on(roster, office, day(count))
            assert receiver is not None
            assert sum(each.office_id == office and each.covers(day(count)) for each in roster) <= 1
            if receiver.office_id is not None:
                assert receiver_on(roster, receiver.office_id, day(count)) == receiver
