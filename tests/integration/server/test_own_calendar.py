"""The link behind a ticket's QR code: one appointment for a calendar, for whoever has it and for nobody else."""

from datetime import datetime
from typing import Any

import pytest
import requests
from icalendar import Calendar, Component
from sqlalchemy import update

from desk_client.config.settings import ServerSettings
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.people import person
from tests.integration.server.conftest import Settle
from tests.integration.server.people import KNOWN, Client, Town, new_key
from tests.stores import BOTH

STORES = BOTH


def fetched(town: Town, ticket: Any) -> tuple[requests.Response, Calendar, Component]:
    """As a telephone reads it: without a session."""
    answer = town.client().ask("GET", ticket["calendar_url"].removeprefix("/v1"))
    assert answer.ok, answer.text
    calendar = Calendar.from_ical(answer.text)
    (event,) = calendar.walk("VEVENT")
    return answer, calendar, event


def speaks(town: Town, language: str) -> None:
    town.server.house.write_now(
        lambda transaction: transaction.connection.execute(update(person).values(language=language))
    )


@pytest.fixture
def citizen(town: Town) -> Client:
    return town.citizen(town.kiosk())


def test_it_says_where_and_when_and_nothing_of_the_person(town: Town, citizen: Client) -> None:
    ticket = town.booked(citizen)["appointment"]
    answer, calendar, event = fetched(town, ticket)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8; method=PUBLISH"
    assert (answer.headers["Cache-Control"], answer.headers["Referrer-Policy"]) == ("no-store", "no-referrer")
    assert (calendar["METHOD"], event["STATUS"], event["SEQUENCE"]) == ("PUBLISH", "CONFIRMED", ticket["version"])
    assert str(event["UID"]).startswith(ticket["id"])
    assert event.decoded("DTSTART") == datetime.fromisoformat(ticket["slot"]["starts_at"])
    assert event.decoded("DTEND") == datetime.fromisoformat(ticket["slot"]["ends_at"])
    assert (event["SUMMARY"], event["LOCATION"]) == (ticket["office_title"]["ar"], ticket["site_name"]["ar"])
    assert ticket["service_name"]["ar"] in str(event["DESCRIPTION"])
    assert ticket["ticket_number"] in str(event["DESCRIPTION"])
    assert "ATTENDEE" not in event
    assert event["ORGANIZER"] == "invalid:nomail"  # this house has no mail server
    told = calendar.to_ical().decode() + answer.text
    for own in (KNOWN[0], KNOWN[1], "عبدالله", ticket["subject"]):
        assert own not in told


@pytest.mark.parametrize(("language", "word"), [("en", "Ticket number"), ("ur", "ٹکٹ نمبر"), ("ar", "رقم التذكرة")])
def test_it_speaks_the_persons_language(town: Town, citizen: Client, language: str, word: str) -> None:
    ticket = town.booked(citizen)["appointment"]
    speaks(town, language)
    _, _, event = fetched(town, ticket)
    assert word in str(event["DESCRIPTION"])
    assert event["SUMMARY"] == ticket["office_title"]["en" if language == "en" else "ar"]


def test_the_same_link_tells_of_a_move_and_of_a_cancellation(town: Town, citizen: Client) -> None:
    *_, soon, later = town.slots(citizen)
    ticket = town.booked(citizen, soon)["appointment"]
    moved = citizen.got(
        "POST", f"/appointments/{ticket['id']}/reschedule", {"starts_at": later}, Idempotency_Key=new_key()
    )
    assert moved["calendar_url"] == ticket["calendar_url"]
    _, calendar, event = fetched(town, ticket)
    assert (calendar["METHOD"], event["STATUS"], event["SEQUENCE"]) == ("PUBLISH", "CONFIRMED", moved["version"])
    assert event.decoded("DTSTART") == datetime.fromisoformat(later)
    citizen.got("POST", f"/appointments/{ticket['id']}/cancellation")
    _, gone, event = fetched(town, ticket)
    assert (gone["METHOD"], event["STATUS"]) == ("CANCEL", "CANCELLED")
    assert int(str(event["SEQUENCE"])) > moved["version"]


def test_who_has_no_seal_or_somebody_elses_finds_nothing(town: Town, citizen: Client) -> None:
    ticket = town.booked(citizen)["appointment"]
    other = town.booked(citizen, town.slots(citizen)[4])["appointment"]
    own, _, seal = ticket["calendar_url"].removeprefix("/v1").rpartition("/")
    stranger = town.client()
    assert len(seal) == 26  # 128 bits in base32
    for wrong in ("a" * len(seal), seal[:-1], other["calendar_url"].rpartition("/")[2]):
        assert stranger.refused("GET", f"{own}/{wrong}")["code"] == "not_found"
    # a ticket's number is no key to it
    number = ticket["ticket_number"]
    assert stranger.refused("GET", f"/appointments/{number}/calendar/{seal}")["code"] == "not_found"


def test_what_is_held_or_whose_person_was_erased_is_not_told(town: Town, citizen: Client) -> None:
    ticket = town.booked(citizen)["appointment"]
    path = ticket["calendar_url"].removeprefix("/v1")
    house = town.server.house
    house.write_now(lambda transaction: transaction.connection.execute(update(appointment).values(state="held")))
    assert town.client().refused("GET", path)["code"] == "not_found"
    house.write_now(lambda transaction: transaction.connection.execute(update(appointment).values(state="booked")))
    assert town.client().ask("GET", path).ok
    house.write_now(
        lambda transaction: transaction.connection.execute(update(person).values(erased_at=transaction.now))
    )
    assert town.client().refused("GET", path)["code"] == "not_found"


def test_where_the_server_has_a_public_name_the_link_leads_there(settings: ServerSettings, settle_town: Settle) -> None:
    named = settings.model_copy(update={"public_url": "https://majlis.example/"})
    with settle_town(named) as town:
        ticket = town.booked(town.citizen(town.kiosk()))["appointment"]
        assert ticket["calendar_url"].startswith("https://majlis.example/v1/appointments/apt_")
        path = ticket["calendar_url"].removeprefix("https://majlis.example/v1")
        assert "@majlis.example" in town.client().ask("GET", path).text
