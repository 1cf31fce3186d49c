"""What the region is made of, on both stores: made, changed by who saw it last, closed from a day, opened."""

from datetime import date, timedelta

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.ids import OfficeId, ServiceId, SiteId
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.request import Rung
from desk_client.domain.schedule import Weekday
from desk_client.protocol.calendars import Names, WeekHours
from desk_client.protocol.regions import (
    Agency,
    AgencyAsk,
    NewServiceAsk,
    OfficeAsk,
    PlaceKind,
    Region,
    RegionOffice,
    RegionSite,
    ServiceAsk,
    SiteAsk,
)
from desk_client.protocol.slots import HoldAsk
from desk_client.protocol.waitlists import WaitAsk
from desk_client.server.services.administration import calendars, places, region
from desk_client.server.services.booking import holding
from desk_client.server.services.closing import closing
from desk_client.server.services.finding import availability, offices
from desk_client.server.services.finding.availability import AvailabilityQuery
from desk_client.server.services.waitlist import waitlists
from tests.integration.life.lab import Lab, slot

NAMES = Names(ar="الحدائق", en="Parks & Gardens")
PARKS = OfficeAsk(
    agency_id="town",
    title=NAMES,
    honorific=Names(ar="سعادة", en="His Excellency"),
    holder=Names(ar="سالم", en="Salem"),
    rung=Rung.DEPARTMENT_HEAD,
)
OFFICE, SERVICE, AGENCY, SITE = PlaceKind.OFFICE, PlaceKind.SERVICE, PlaceKind.AGENCY, PlaceKind.SITE
TUESDAY = date(2026, 11, 24)


def whole(lab: Lab) -> Region:
    return lab.read(region.whole, lab.staff("admin"))


def office(lab: Lab, office_id: str) -> RegionOffice:
    return next(each for each in whole(lab).offices if each.id == office_id)


def hall(lab: Lab, site_id: str) -> RegionSite:
    return next(each for each in whole(lab).sites if each.id == site_id)


def free_days(lab: Lab, office_id: str = "mayor", site: str = "hall") -> list[date]:
    query = AvailabilityQuery(OfficeId(office_id), ServiceId(f"{office_id}-desk"), date(2026, 11, 23), 4)
    return [day.date for day in lab.read(availability.availability, lab.citizen(0, site), query).days if day.slots]


def close(lab: Lab, what: PlaceKind, place_id: str, first: date | None, version: int = 1) -> Region:
    return lab.write(closing.close, lab.staff("admin"), what, place_id, first, version)


def test_an_office_is_made_named_and_changed_by_who_has_seen_it_last(lab: Lab) -> None:
    admin = lab.staff("admin")
    made = lab.write(places.add_office, admin, PARKS)
    (new,) = [each for each in made.offices if each.title.en == NAMES.en]
    assert (new.id, new.version, new.services) == ("parks-gardens", 1, ())
    again = lab.refused(places.add_office, admin, PARKS)
    assert again == Refusal(RefusalCode.ALREADY_EXISTS, field="title"), "a button was pressed twice"
    other = PARKS.model_copy(update={"holder": Names(ar="سعد", en="Saad")})
    lab.write(places.change_office, admin, new.id, other, 1)
    assert lab.refused(places.change_office, admin, new.id, PARKS, 1).code is RefusalCode.PRECONDITION_FAILED
    assert lab.refused(places.change_office, admin, new.id, PARKS, None).code is RefusalCode.PRECONDITION_REQUIRED
    assert office(lab, new.id).holder.en == "Saad"
    assert lab.audited(new.id) == ["add_office", "change_office"]
    nowhere = PARKS.model_copy(update={"agency_id": "none"})
    assert lab.refused(places.add_office, admin, nowhere) == Refusal(RefusalCode.NOT_FOUND, field="agency_id")
    assert lab.refused(places.add_office, lab.staff("mayor"), PARKS).code is RefusalCode.FORBIDDEN


def test_a_new_service_is_part_of_its_offices_calendar_and_can_be_booked(lab: Lab) -> None:
    admin, mayor = lab.staff("admin"), OfficeId("mayor")
    seen = lab.read(calendars.read, admin, mayor)
    asked = NewServiceAsk(name=NAMES, office_id=mayor, kinds=(AppointmentKind.VIDEO_KIOSK,))
    lab.write(places.add_service, admin, asked)
    late = lab.refused(calendars.put, admin, mayor, seen.calendar, seen.version)
    assert late.code is RefusalCode.PRECONDITION_FAILED, "it would not name the new service"
    assert len(lab.read(calendars.read, admin, mayor).calendar.services) == 2
    named = lab.write(places.change_service, admin, "parks-gardens", ServiceAsk(name=NAMES, group="parks"), 1)
    assert "parks" in {each.group for one in named.offices for each in one.services}
    ask = HoldAsk(office_id="mayor", service_id="parks-gardens", starts_at=slot(0))
    lab.write(holding.place_hold, lab.citizen(0), ask)


def test_an_office_closes_from_a_day_and_everybody_concerned_is_told(lab: Lab) -> None:
    before = lab.book(lab.citizen(1), slot(0))
    after = lab.book(lab.citizen(2), slot(0, day=2))
    held = lab.hold(lab.citizen(3), slot(2, day=3))
    wait = lab.write(waitlists.join, lab.citizen(4), WaitAsk(service_id="mayor-desk", kind=AppointmentKind.VIDEO_OWN))
    admin = lab.staff("admin")
    seen = lab.read(closing.preview, admin, OFFICE, "mayor", TUESDAY)
    assert (seen.appointments, seen.waiting, seen.staff, seen.last) == (1, 1, 2, TUESDAY)
    assert free_days(lab) == [date(2026, 11, 23) + timedelta(days=count) for count in range(4)]

    close(lab, OFFICE, "mayor", TUESDAY)

    assert lab.state(before.id) is AppointmentState.BOOKED
    assert lab.state(after.id) is AppointmentState.CANCELLED
    assert "cancelled_by_office" in lab.purposes(2)
    assert "waitlist_ended" in lab.purposes(4)
    assert not lab.of_person(3), "what was held there is given back"
    assert held.id
    assert lab.read(waitlists.mine, lab.citizen(4)).waits == ()
    assert wait.id
    assert free_days(lab) == [date(2026, 11, 23)]
    ask = HoldAsk(office_id="mayor", service_id="mayor-desk", starts_at=slot(1, day=2))
    assert lab.refused(holding.place_hold, lab.citizen(5), ask).code is RefusalCode.SLOT_UNAVAILABLE
    assert lab.audited("mayor") == ["close_office"]
    assert "mayor" in {each.id for each in lab.read(offices.list_offices, lab.citizen(0)).offices}

    lab.clock.advance(timedelta(days=2))
    assert "mayor" not in {each.id for each in lab.read(offices.list_offices, lab.citizen(0)).offices}
    gone = WaitAsk(service_id="mayor-desk", kind=AppointmentKind.VIDEO_OWN)
    assert lab.refused(waitlists.join, lab.citizen(6), gone).code is RefusalCode.NOT_FOUND

    close(lab, OFFICE, "mayor", None, 2)
    assert date(2026, 11, 25) in free_days(lab)
    assert lab.state(after.id) is AppointmentState.CANCELLED, "nobody is booked again behind their back"


def test_a_service_and_a_hall_close_without_the_rest(lab: Lab) -> None:
    at_hall = lab.book(lab.citizen(1), slot(0, day=2))
    far = lab.book(lab.citizen(2, "far"), slot(1, day=2))
    close(lab, SITE, "hall", TUESDAY)
    assert lab.state(at_hall.id) is AppointmentState.CANCELLED
    assert lab.state(far.id) is AppointmentState.BOOKED
    assert free_days(lab) == [date(2026, 11, 23)]
    assert len(free_days(lab, site="far")) == 4
    close(lab, SERVICE, "water-desk", TUESDAY)
    assert free_days(lab, "water", "far") == [date(2026, 11, 23)]


def test_an_agency_closes_after_its_offices_and_opens_before_them(lab: Lab) -> None:
    admin = lab.staff("admin")
    early = lab.refused(closing.close, admin, AGENCY, "plant", TUESDAY, 1)
    assert early.code is RefusalCode.ILLEGAL_TRANSITION
    close(lab, OFFICE, "water", TUESDAY)
    shut = close(lab, AGENCY, "plant", TUESDAY)
    assert [each.closed_from for each in shut.agencies if each.id == "plant"] == [TUESDAY]
    within = lab.refused(closing.close, admin, OFFICE, "water", None, 2)
    assert within.code is RefusalCode.ILLEGAL_TRANSITION
    past = lab.refused(closing.close, admin, OFFICE, "roads", date(2026, 11, 21), 1)
    assert past == Refusal(RefusalCode.INVALID_REQUEST, field="first")
    assert lab.refused(closing.preview, admin, OFFICE, "none", TUESDAY).code is RefusalCode.NOT_FOUND


def test_a_hall_gets_a_place_hours_and_kiosks(lab: Lab) -> None:
    admin = lab.staff("admin")
    hours = (WeekHours(days=(Weekday.SUNDAY,), opens="08:00", closes="14:00"),)
    ask = SiteAsk(name=NAMES, governorate=NAMES, phone="017 300 0009", latitude=16.9, longitude=42.5, hours=hours)
    made = lab.write(places.add_site, admin, ask)
    (new,) = [each for each in made.sites if each.name.en == NAMES.en]
    assert (new.phone, new.hours, new.kiosks) == ("+966173000009", hours, ())
    assert new.governorate_id == "parks-gardens"
    with_kiosk = lab.write(places.add_kiosk, admin, new.id)
    assert [each.id for site in with_kiosk.sites if site.id == new.id for each in site.kiosks] == ["parks-gardens-1"]
    for wrong in ({"phone": "12"}, {"latitude": None}, {"governorate_id": "none"}, {"hours": (*hours, *hours)}):
        assert lab.refused(places.add_site, admin, ask.model_copy(update=wrong)).code is RefusalCode.INVALID_REQUEST
    close(lab, SITE, new.id, TUESDAY)
    assert lab.refused(places.add_kiosk, admin, new.id).code is RefusalCode.NOT_FOUND
    northern = lab.staff("admin", governorate="north")
    assert lab.refused(places.change_site, northern, "far", ask, 1).code is RefusalCode.NOT_FOUND


def test_an_agency_is_made_and_named(lab: Lab) -> None:
    admin = lab.staff("admin")
    made = lab.write(places.add_agency, admin, AgencyAsk(name=NAMES))
    assert [each.id for each in made.agencies if isinstance(each, Agency)][-1] == "parks-gardens"
    lab.write(places.change_agency, admin, "town", AgencyAsk(name=NAMES), 1)
    assert SiteId("hall") == hall(lab, "hall").id
