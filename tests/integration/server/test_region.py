from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.settings import ServerSettings
from desk_client.domain.access import STAFF_ROLES, Role
from desk_client.domain.booking_rules import ChangeRule
from desk_client.domain.ids import OfficeId, ServiceId, SiteId
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal
from desk_client.domain.people import parse_mobile, parse_name, parse_national_id
from desk_client.domain.schedule import open_on
from desk_client.server import admin
from desk_client.server.region.load import UnknownOfficeError
from desk_client.server.region.model import RegionFaultyError, read_region
from desk_client.server.services.rulebook import rules
from desk_client.server.storage.errors import MissingKeyError
from tests.fakes.clock import StandingClock
from tests.integration.server.people import JAZAN, PASSWORD, Town

FRIDAY_NIGHT = timedelta(days=5, hours=14)
"""From the clock's Sunday morning to Friday, 23:02 in Riyadh."""


def test_the_sample_region_is_whole() -> None:
    region = read_region(JAZAN.read_text(encoding="utf-8"))
    assert len(region.sites) == 16
    assert [office.id for office in region.offices[:3]] == ["emir", "deputy", "mayor"]
    assert len(region.offices) == 9
    assert {member.office for member in region.staff} - {None} == {office.id for office in region.offices}
    assert {member.role for member in region.staff} == STAFF_ROLES - {Role.ADMINISTRATOR}
    assert all(site.latitude is not None and 16 < site.latitude < 18 for site in region.sites)
    for citizen in region.citizens:
        assert not isinstance(parse_national_id(citizen.national_id), Refusal)
        assert not isinstance(parse_mobile(citizen.mobile), Refusal)
        assert not isinstance(parse_name(citizen.name), Refusal)


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"zone": "Asia/Nowhere"}, "zone: "),
        ({"offices": []}, "offices: "),
        ({"sites": [{"id": "a b"}]}, "sites.0.id: "),
        ({"citizens": [{"national_id": "1000000000"}]}, "citizens.0.national_id: "),
        (
            {"agencies": [{"id": "emirate", "name": {"ar": "أ", "en": "a"}, "transaction_link": "http://a/{number}"}]},
            "agencies.0.transaction_link: Value error, is not an https address with one {number} behind its host",
        ),
        ({"colour": "green"}, "colour: "),
        ({"agencies": [{"id": "other", "name": {"ar": "أ", "en": "a"}}]}, "there is no agency 'emirate'"),
    ],
)
def test_each_fault_names_its_field(wrong: dict[str, object], fault: str) -> None:
    content = {**yaml.safe_load(JAZAN.read_text(encoding="utf-8")), **wrong}
    with pytest.raises(RegionFaultyError) as error:
        read_region(yaml.safe_dump(content))
    assert any(fault in line for line in error.value.faults), error.value.faults


@pytest.mark.parametrize("text", ["", "[", "7", "- a"])
def test_what_is_no_region_is_refused(text: str) -> None:
    with pytest.raises(RegionFaultyError):
        read_region(text)


def test_everything_that_a_region_says_is_in_the_rulebook(town: Town) -> None:
    book = town.server.house.read_now(rules)
    emir, mayor = book.offices[OfficeId("emir")], book.offices[OfficeId("mayor")]
    assert (emir.rung, emir.shows_position, mayor.rung) == ("emir", False, "mayor")
    farasan = book.sites[SiteId("farasan")]
    assert (farasan.governorate_id, farasan.latitude, farasan.longitude) == ("farasan", 16.7022, 42.1183)
    request = book.services[ServiceId("citizen-services-request")]
    assert request.rule.capacity == 2
    assert request.change == ChangeRule(timedelta(hours=1), timedelta(hours=1), 3)
    assert request.by_request is False
    assert AppointmentKind.HOME_VISIT in request.kinds
    assert book.offices[OfficeId("citizen-services")].team_ids == ("home-service-1", "home-service-2")
    assert book.interpreter_ids == ("sign-1", "sign-2"), "who interprets Urdu is no help to who cannot hear"
    assert book.attending(OfficeId("mayor"), date(2027, 7, 15)) == "citizen-services"
    assert book.attending(OfficeId("mayor"), date(2027, 7, 16)) == "mayor"
    # a Monday of Ramadan, from half past ten; the objections' own hours end at noon
    ramadan = open_on(emir.schedule, date(2027, 2, 15))
    assert (ramadan[0].starts_at.hour, ramadan[0].starts_at.minute) == (7, 30)
    objection = open_on(book.services[ServiceId("building-permits-objection")].schedule, date(2026, 11, 22))
    assert objection[-1].ends_at.hour == 9


def test_a_changed_file_changes_the_rulebook_of_a_running_server(town: Town, tmp_path: Path) -> None:
    house = town.server.house
    before = house.read_now(rules)
    content = yaml.safe_load(JAZAN.read_text(encoding="utf-8"))
    content["offices"][2]["shows_position"] = False
    content["schedules"]["leadership"]["seasons"] = []
    content["offices"][0]["services"][0]["kinds"] = ["in_person"]
    changed = tmp_path / "changed.yaml"
    changed.write_text(yaml.safe_dump(content), encoding="utf-8")
    admin.load_region(house, changed)
    after = house.read_now(rules)
    assert after.version > before.version
    assert after.offices[OfficeId("mayor")].shows_position is False
    assert after.offices[OfficeId("emir")].schedule.seasons == ()
    assert after.services[ServiceId("emir-audience")].kinds == {AppointmentKind.IN_PERSON}


@pytest.mark.parametrize(
    ("member", "fault"),
    [
        ({"role": "operator"}, "needs its site"),
        ({"role": "operator", "site": "nowhere"}, "there is no site 'nowhere'"),
        ({"role": "official", "office": "emir", "agency": "emirate"}, "has no agency"),
        ({"role": "coordinator", "agency": "nobody"}, "there is no agency 'nobody'"),
        ({"role": "emirate_leadership", "governorate": "nowhere"}, "there is no governorate 'nowhere'"),
        ({"role": "administrator"}, "staff.0.role: "),
    ],
)
def test_staff_are_bound_to_what_their_role_works_for(member: dict[str, str], fault: str) -> None:
    content = yaml.safe_load(JAZAN.read_text(encoding="utf-8"))
    content["staff"] = [{"username": "somebody", "name": {"ar": "أ", "en": "a"}, **member}]
    with pytest.raises(RegionFaultyError) as error:
        read_region(yaml.safe_dump(content))
    assert any(fault in line for line in error.value.faults), error.value.faults


def test_a_roster_that_contradicts_itself_is_refused() -> None:
    content = yaml.safe_load(JAZAN.read_text(encoding="utf-8"))
    content["duties"].append({"office": "mayor", "stand_in": "lands", "first": "2027-07-10", "last": "2027-07-20"})
    with pytest.raises(RegionFaultyError, match="'mayor' from 2027-07-10"):
        read_region(yaml.safe_dump(content))


def test_slot_lengths_are_multiples_of_five_minutes() -> None:
    content = yaml.safe_load(JAZAN.read_text(encoding="utf-8"))
    content["offices"][0]["services"][0]["slot_minutes"] = 17
    with pytest.raises(RegionFaultyError, match=r"offices\.0\.services\.0\.slot_minutes: .*multiple of five"):
        read_region(yaml.safe_dump(content))


def test_loading_again_keeps_people_and_bookings(town: Town) -> None:
    citizen = town.citizen(town.kiosk())
    town.booked(citizen)
    admin.load_region(town.server.house, JAZAN, staff_password="another-password", open_now=["emir"])
    assert citizen.got("GET", "/appointments/mine")["appointments"][0]["state"] == "booked"
    town.official()  # the first password still holds


def test_an_office_that_opens_now_receives_at_any_hour(town: Town, clock: StandingClock) -> None:
    citizen = town.citizen(town.kiosk())
    first = town.slots(citizen)[0]
    assert first == "2026-11-22T06:20:00Z"  # open anyway on a Sunday morning; the grid is the day's
    clock.advance(FRIDAY_NIGHT)
    citizen = town.citizen(town.kiosk())
    today = [slot for slot in town.slots(citizen, days=1) if slot.startswith("2026-11-27")]
    assert today == []
    admin.load_region(town.server.house, JAZAN, open_now=["emir"])
    today = [slot for slot in town.slots(citizen, days=1) if slot.startswith("2026-11-27")]
    assert today[0] == "2026-11-27T20:05:00Z"
    appointment_id = town.booked(citizen, today[0])["appointment"]["id"]
    assert citizen.got("POST", f"/appointments/{appointment_id}/check-in")["state"] == "waiting"


def test_a_late_evening_arrival_for_after_midnight_is_on_todays_agenda(town: Town, clock: StandingClock) -> None:
    clock.advance(FRIDAY_NIGHT)
    admin.load_region(town.server.house, JAZAN, open_now=["emir"])
    citizen, official = town.citizen(town.kiosk()), town.official()
    after_midnight = next(slot for slot in town.slots(citizen) if slot >= "2026-11-27T21:00:00Z")
    appointment_id = town.booked(citizen, after_midnight)["appointment"]["id"]
    assert official.got("GET", "/desk/agenda")["items"] == []
    clock.advance(timedelta(minutes=5))  # check-in opens an hour before
    citizen.got("POST", f"/appointments/{appointment_id}/check-in")
    agenda = official.got("GET", "/desk/agenda")
    assert (agenda["date"], [item["id"] for item in agenda["items"]]) == ("2026-11-27", [appointment_id])
    official.got("POST", f"/appointments/{appointment_id}/admission")
    official.got("POST", f"/appointments/{appointment_id}/completion")
    assert [item["state"] for item in official.got("GET", "/desk/agenda")["items"]] == ["completed"]


def test_administration_refuses_what_it_must(town: Town) -> None:
    house = town.server.house
    with pytest.raises(UnknownOfficeError, match="nobody"):
        admin.load_region(house, JAZAN, open_now=["nobody"])
    with pytest.raises(admin.WeakPasswordError):
        admin.create_first_administrator(house, "root", "short", name_ar="مدير", name_en="Administrator")
    admin.create_first_administrator(house, "Root", PASSWORD, name_ar="مدير", name_en="Administrator")
    with pytest.raises(admin.AdministratorExistsError):
        admin.create_first_administrator(house, "second", PASSWORD, name_ar="مدير", name_en="Administrator")


def test_a_store_whose_key_is_gone_is_not_given_a_new_one(settings: ServerSettings) -> None:
    key = settings.directory.secrets / "store.key"
    kept = key.read_bytes()
    key.unlink()
    with pytest.raises(MissingKeyError, match="Restore it"):
        open_house(settings)
    key.write_bytes(kept)
    close_house(open_house(settings))
