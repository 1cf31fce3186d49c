"""Guests' links: sent in their hour, good once, with a code that is good for nothing else, for one audience alone."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest

from desk_client.config.settings import ServerSettings
from desk_client.domain.guests import PAGE_ASKS_EVERY
from desk_client.server.jobs.housekeeping import tidy
from desk_client.server.jobs.inviting import invite_guests
from tests.fakes.clock import StandingClock
from tests.integration.server.conftest import Settle
from tests.integration.server.people import KNOWN, Client, Town, new_key
from tests.stores import BOTH

STORES = BOTH
_HOUR = timedelta(hours=1)


@pytest.fixture
def settings(settings: ServerSettings) -> ServerSettings:
    return settings.model_copy(update={"public_url": "https://majlis.example"})


def booked(town: Town, citizen: Client, kind: str = "video_own") -> Any:
    """An audience three hours from now at the earliest."""
    now = town.server.house.clock.now()
    query = f"service_id=emir-audience&first={now.date()}&days=3&kind={kind}"
    days = citizen.got("GET", f"/offices/emir/availability?{query}")["days"]
    slots = [slot["starts_at"] for day in days for slot in day["slots"]]
    starts_at = next(each for each in slots if datetime.fromisoformat(each) > now + 3 * _HOUR)
    ask = {"office_id": "emir", "service_id": "emir-audience", "starts_at": starts_at, "kind": kind}
    held = citizen.got("POST", "/holds", ask, Idempotency_Key=new_key())
    return citizen.got("POST", "/appointments", {"hold_id": held["id"]}, Idempotency_Key=new_key())["appointment"]


def kinds(citizen: Client) -> set[str]:
    """How one may meet the emir."""
    offices = citizen.got("GET", "/offices")["offices"]
    return set(next(each for each in offices if each["id"] == "emir")["services"][0]["kinds"])


def links(town: Town) -> list[str]:
    """What opens each link that was sent."""
    invite_guests(town.server.house)
    return re.findall(r"^https://majlis\.example/guest#(\S{43})$", "\n".join(town.sms(KNOWN[1])), re.MULTILINE)


def to_check_in(clock: StandingClock, appointment: Any) -> None:
    clock.advance(datetime.fromisoformat(appointment["check_in_opens_at"]) - clock.now())


def signed_in(town: Town, link: Client) -> Client:
    begun = link.got("POST", "/guest/challenges", {"language": "ar"})
    body = {"challenge_id": begun["challenge_id"], "code": town.code(KNOWN[1])}
    return town.client(link.got("POST", "/guest/sessions", body)["token"])


def test_a_link_is_sent_in_its_hour_and_opens_its_audience_once(town: Town, clock: StandingClock) -> None:
    citizen = town.citizen(town.kiosk())
    appointment = booked(town, citizen)
    other = booked(town, citizen, "video_kiosk")
    assert links(town) == [], "nobody needs it yet"
    assert kinds(citizen) == {"video_kiosk", "video_own", "in_person"}
    assert any("برابط يصلكم" in text for text in town.sms(KNOWN[1]))
    to_check_in(clock, appointment)
    (token,) = links(town)
    assert len(links(town)) == 1, "it is sent once"
    link = town.client(token)
    place = link.got("GET", "/guest")
    assert (place["stage"], place["starts_at"]) == ("open", appointment["slot"]["starts_at"])
    assert place["office_title"]["en"]
    assert KNOWN[1][-4:] not in str(place), "the mobile is masked"

    begun = link.got("POST", "/guest/challenges", {"language": "ar"})["challenge_id"]
    answer = {"challenge_id": begun, "code": town.code(KNOWN[1])}
    assert town.client().refused("POST", "/citizen/own/sessions", answer)["code"] == "challenge_unknown"
    wrong = {**answer, "code": "000000" if answer["code"] != "000000" else "000001"}
    assert link.refused("POST", "/guest/sessions", wrong)["attempts_left"] == 4
    opened = link.got("POST", "/guest/sessions", answer)
    assert opened["appointment"]["id"] == appointment["id"]
    guest = town.client(opened["token"])
    assert link.refused("POST", "/guest/sessions", answer)["code"] == "illegal_transition"
    assert link.got("GET", "/guest").keys() == place.keys()
    assert {key for key, value in link.got("GET", "/guest").items() if value is not None} == {"stage", "server_time"}

    for method, path in (("GET", f"/appointments/{other['id']}"), ("POST", f"/appointments/{other['id']}/check-in")):
        assert guest.refused(method, path)["code"] == "not_found"
    assert [each["id"] for each in guest.got("GET", "/appointments/mine")["appointments"]] == [appointment["id"]]
    for method, path in (
        ("GET", "/citizen/consents"),
        ("GET", "/requests/mine"),
        ("POST", f"/appointments/{appointment['id']}/cancellation"),
        ("POST", "/upload-links"),
    ):
        assert guest.refused(method, path)["code"] == "forbidden", path
    guest.got("POST", f"/appointments/{appointment['id']}/check-in")
    town.official().got("POST", f"/appointments/{appointment['id']}/admission")
    assert guest.got("POST", f"/appointments/{appointment['id']}/room-token")["party"] == "citizen"
    records(town, guest, appointment["id"])
    assert guest.refused("GET", f"/appointments/{other['id']}/recording")["code"] == "not_found"


def records(town: Town, guest: Client, appointment_id: str) -> None:
    """The talk may be recorded once the guest agrees, with nothing but what their link opened."""
    path = f"/appointments/{appointment_id}/recording"
    assert not guest.got("GET", path)["allowed"]
    town.official().got("PUT", "/offices/emir/recording", {"allowed": True})
    asked = town.official().got("POST", path)
    assert guest.got("GET", path)["text"] == asked["text"]
    answer = {"agrees": True, "text_version": asked["text_version"]}
    assert guest.got("PUT", f"{path}/answer", answer)["newest"]["state"] == "agreed"
    assert guest.got("PUT", f"{path}/answer", {**answer, "agrees": False})["newest"]["state"] == "declined"
    assert guest.refused("POST", path)["code"] == "forbidden"


def test_another_link_is_sent_to_the_same_mobile_and_takes_the_place_of_the_first(
    town: Town, clock: StandingClock
) -> None:
    appointment = booked(town, town.citizen(town.kiosk()))
    to_check_in(clock, appointment)
    link = town.client(links(town)[-1])
    guest = signed_in(town, link)
    path = f"/appointments/{appointment['id']}"
    link.got("POST", "/guest/links")
    assert guest.got("GET", path)["id"] == appointment["id"], "whoever sends for another one throws nobody out"
    newer = town.client(links(town)[-1])
    again = signed_in(town, newer)
    assert guest.refused("GET", path)["code"] == "session_expired"
    assert again.got("GET", path)["id"] == appointment["id"]
    for _ in range(2):
        link.got("POST", "/guest/links")
    assert link.refused("POST", "/guest/links")["code"] == "rate_limited"
    assert len(links(town)) == 4


def test_the_agenda_says_whether_the_page_of_who_waits_at_home_is_still_heard_of(
    town: Town, clock: StandingClock
) -> None:
    appointment = booked(town, town.citizen(town.kiosk()))
    to_check_in(clock, appointment)
    link = town.client(links(town)[-1])
    guest = signed_in(town, link)
    path = f"/appointments/{appointment['id']}"

    def presence() -> str | None:
        items = town.official().got("GET", "/desk/agenda")["items"]
        found: str | None = next(each["presence"] for each in items if each["id"] == appointment["id"])
        return found

    assert presence() is None, "they do not wait yet"
    guest.got("POST", f"{path}/check-in")
    assert presence() == "good"
    noted_every = town.server.house.settings.sessions.touch_every
    for _ in range(5):
        clock.advance(PAGE_ASKS_EVERY)
        assert presence() == "good", "a page that nobody looks at asks once a minute"
        guest.got("GET", path)
    clock.advance(noted_every + 2 * PAGE_ASKS_EVERY)
    assert presence() == "lost"
    guest.got("GET", path)
    assert presence() == "good"
    clock.advance(town.server.house.settings.sessions.citizen_idle)
    assert presence() == "away", "the session is over; they would need another link"
    link.got("POST", "/guest/links")
    again = signed_in(town, town.client(links(town)[-1]))
    assert presence() == "good"
    again.got("DELETE", "/sessions/current")
    assert presence() == "away"


def test_outside_its_hour_a_link_says_when_and_after_it_that_it_is_over(town: Town, clock: StandingClock) -> None:
    citizen = town.citizen(town.kiosk())
    appointment = booked(town, citizen)
    to_check_in(clock, appointment)
    link = town.client(links(town)[-1])
    clock.advance(timedelta(minutes=-30))  # as if it had been moved by so much
    assert link.got("GET", "/guest")["stage"] == "early"
    early = link.refused("POST", "/guest/challenges", {"language": "ar"})
    assert (early["code"], early["retry_after_s"]) == ("too_early", 1801)
    assert link.refused("POST", "/guest/links")["code"] == "too_early"
    clock.advance(_HOUR)
    town.official().got("POST", f"/appointments/{appointment['id']}/cancellation")
    assert link.got("GET", "/guest")["stage"] == "over"
    assert link.refused("POST", "/guest/challenges", {"language": "ar"})["code"] == "too_late"
    assert link.refused("POST", "/guest/links")["code"] == "too_late"
    clock.advance(12 * _HOUR)
    town.server.house.write_now(tidy)
    assert link.refused("GET", "/guest")["code"] == "not_found"
    assert town.client("made-up").refused("GET", "/guest")["code"] == "not_found"
    assert town.client().refused("GET", "/guest")["code"] == "not_found"


def test_without_an_address_nobody_is_sent_anywhere(
    settings: ServerSettings, settle_town: Settle, clock: StandingClock
) -> None:
    with settle_town(settings.model_copy(update={"public_url": None})) as town:
        citizen = town.citizen(town.kiosk())
        assert kinds(citizen) == {"video_kiosk", "in_person"}
        to_check_in(clock, booked(town, citizen))
        assert links(town) == []
