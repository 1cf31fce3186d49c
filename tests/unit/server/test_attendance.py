"""Who receives over some days, in as few stretches as the roster allows, is who receives on each of them."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desk_client.domain.ids import OfficeId
from desk_client.domain.roster import Duty, Receiver
from desk_client.server.services.rules import Rulebook

BEGINS = date(2026, 11, 22)
offices = st.sampled_from([OfficeId(name) for name in ("mayor", "deputy", "roads")])
duties = st.lists(
    st.builds(
        lambda office, stand_in, first, length: Duty(
            office,
            Receiver(stand_in),
            BEGINS + timedelta(days=first),
            BEGINS + timedelta(days=first + length),
        ),
        offices,
        offices,
        st.integers(-4, 12),
        st.integers(0, 6),
    ),
    max_size=6,
)


@given(duties, offices, st.integers(1, 12))
def test_stretches_say_the_same_as_the_days_one_by_one(roster: list[Duty], office: OfficeId, days: int) -> None:
    book = Rulebook(
        version=1, year=2026, offices={}, services={}, sites={}, site_of_kiosk={}, kiosk_numbers={},
        interpreter_ids=(), duties=tuple(roster), wording={},
    )  # fmt: skip
    found = book.attendance(office, BEGINS, days)
    assert [begins for begins, _, _ in found] == [
        BEGINS + timedelta(days=sum(length for _, length, _ in found[:place])) for place in range(len(found))
    ]
    one_by_one = [book.attending(office, BEGINS + timedelta(days=count)) for count in range(days)]
    assert [attending for _, length, attending in found for _ in range(length)] == one_by_one
    assert all(one[2] != other[2] for one, other in pairwise(found)), "as few as there can be"
