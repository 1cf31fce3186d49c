"""Whoever waits and has left the kiosk: the office sees it at once, their place is kept, and they may come back."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

from desk_client.domain.kiosk_health import REPORT_EVERY, SILENT_AFTER
from tests.fakes.clock import StandingClock
from tests.integration.server.lines import line
from tests.integration.server.people import Client, Town
from tests.integration.server.test_guests import booked
from tests.stores import BOTH

STORES = BOTH
OTHER = ("1000000016", "+966500000016")


def reports(kiosk: Client, activity: str) -> None:
    well = {"activity": activity, "program": "1.2.0", "uptime_s": 60, "printer": "ready", "round_trip_ms": 12}
    kiosk.got("PUT", "/kiosks/self/report", well)


def waiting(citizen: Client, town: Town) -> str:
    appointment_id: str = town.booked(citizen)["appointment"]["id"]
    citizen.got("POST", f"/appointments/{appointment_id}/check-in")
    return appointment_id


def shown(official: Client, appointment_id: str) -> dict[str, Any]:
    items = official.got("GET", "/desk/agenda")["items"]
    return next(each for each in items if each["id"] == appointment_id)


def test_who_signs_out_at_a_kiosk_is_seen_to_have_left_it_whoever_stands_there_now(
    town: Town, clock: StandingClock
) -> None:
    kiosk, official = town.kiosk(), town.official()
    citizen = town.citizen(kiosk)
    key = waiting(citizen, town)
    reports(kiosk, "waiting")
    assert (shown(official, key)["presence"], shown(official, key)["kiosk_number"]) == ("good", 1)
    citizen.got("DELETE", "/sessions/current")
    assert shown(official, key)["presence"] == "away", "the kiosk has not reported since"
    town.citizen(kiosk, *OTHER)
    clock.advance(3 * REPORT_EVERY)
    reports(kiosk, "in_use")
    assert shown(official, key)["presence"] == "away", "somebody else stands there"
    assert shown(official, key)["position"] == 1, "their place is kept"


def test_who_comes_back_at_another_kiosk_is_seen_there(town: Town, clock: StandingClock) -> None:
    kiosk, other, official = town.kiosk(), town.kiosk("sabya-1"), town.official()
    citizen = town.citizen(kiosk)
    key = waiting(citizen, town)
    reports(kiosk, "waiting")
    citizen.got("DELETE", "/sessions/current")
    clock.advance(timedelta(minutes=1))
    back = town.citizen(other)
    reports(other, "waiting")
    assert (shown(official, key)["presence"], shown(official, key)["position"]) == ("good", 1)
    clock.advance(SILENT_AFTER)
    reports(kiosk, "idle")
    assert shown(official, key)["presence"] == "lost", "the other one is silent, whatever the first one says"
    official.got("POST", f"/appointments/{key}/admission")
    official.got("POST", f"/appointments/{key}/send-back")
    back.got("DELETE", "/sessions/current")
    assert (shown(official, key)["presence"], shown(official, key)["position"]) == ("away", 1)


def test_a_session_that_ends_by_idleness_has_left_too(town: Town, clock: StandingClock) -> None:
    kiosk, official = town.kiosk(), town.official()
    key = waiting(town.citizen(kiosk), town)
    clock.advance(town.server.house.settings.sessions.citizen_idle)
    reports(kiosk, "waiting")
    assert shown(official, key)["presence"] == "away"


def test_of_who_is_received_in_person_no_kiosk_says_that_they_have_left(town: Town, clock: StandingClock) -> None:
    kiosk = town.kiosk()
    citizen = town.citizen(kiosk)
    appointment = booked(town, citizen, "in_person")
    clock.advance(datetime.fromisoformat(appointment["check_in_opens_at"]) - clock.now())
    town.citizen(kiosk).got("POST", f"/appointments/{appointment['id']}/check-in")
    clock.advance(timedelta(minutes=1))
    reports(kiosk, "idle")
    official = town.official()
    assert (shown(official, appointment["id"])["position"], shown(official, appointment["id"])["presence"]) == (1, None)


async def test_the_office_is_told_of_who_goes_and_comes(town: Town) -> None:
    kiosk, official = town.kiosk(), town.official()
    citizen = town.citizen(kiosk)
    key = waiting(citizen, town)
    challenge_id = town.challenge(kiosk, *OTHER)
    body = {"challenge_id": challenge_id, "code": town.code(OTHER[1])}
    async with line(town.server.url, official.token) as desk:
        await asyncio.to_thread(citizen.got, "DELETE", "/sessions/current")
        assert (await desk.until("changed"))["topic"] == "office:emir"
        await asyncio.to_thread(kiosk.got, "POST", "/citizen/sessions", body)  # who waits for nobody is told of to none
        await asyncio.to_thread(town.citizen, kiosk)
        assert (await desk.until("changed"))["topic"] == "office:emir"
        assert (await asyncio.to_thread(shown, official, key))["presence"] is None, "the kiosk never said anything"
