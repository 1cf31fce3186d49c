import pytest

from desk_client.domain.kinds import (
    VIDEO_KINDS,
    AppointmentKind,
    Resource,
    bookable_at_a_kiosk,
    claimed_by,
    needs_address,
    needs_site,
    place_of,
)


@pytest.mark.parametrize(
    ("kind", "claimed"),
    [
        (AppointmentKind.VIDEO_KIOSK, (Resource.OFFICE, Resource.PERSON, Resource.SITE_SEAT)),
        (AppointmentKind.VIDEO_OWN, (Resource.OFFICE, Resource.PERSON)),
        (AppointmentKind.IN_PERSON, (Resource.OFFICE, Resource.PERSON, Resource.OFFICE_ROOM)),
        (AppointmentKind.HOME_VISIT, (Resource.OFFICE, Resource.PERSON, Resource.VISITING_TEAM)),
    ],
)
def test_each_kind_claims_the_two_people_and_its_place(kind: AppointmentKind, claimed: tuple[Resource, ...]) -> None:
    assert claimed_by(kind) == claimed
    assert claimed_by(kind, interpreter=True) == (*claimed, Resource.INTERPRETER)


def test_only_a_home_visit_needs_an_address_and_only_a_kiosk_a_site() -> None:
    assert [kind for kind in AppointmentKind if needs_address(kind)] == [AppointmentKind.HOME_VISIT]
    assert [kind for kind in AppointmentKind if needs_site(kind)] == [AppointmentKind.VIDEO_KIOSK]


def test_video_from_an_own_computer_has_a_call_and_no_place() -> None:
    assert [kind for kind in AppointmentKind if place_of(kind) is None] == [AppointmentKind.VIDEO_OWN]
    assert {AppointmentKind.VIDEO_KIOSK, AppointmentKind.VIDEO_OWN} == VIDEO_KINDS


def test_whoever_has_no_mobile_is_not_asked_whether_they_would_join_from_home() -> None:
    offered = (AppointmentKind.IN_PERSON, AppointmentKind.VIDEO_OWN, AppointmentKind.VIDEO_KIOSK)
    assert bookable_at_a_kiosk(offered, has_mobile=True) == (
        AppointmentKind.VIDEO_KIOSK,
        AppointmentKind.VIDEO_OWN,
        AppointmentKind.IN_PERSON,
    )
    assert bookable_at_a_kiosk(offered, has_mobile=False) == (AppointmentKind.VIDEO_KIOSK, AppointmentKind.IN_PERSON)
