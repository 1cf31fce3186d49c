"""Sessions of those who work for the house, and of the kiosks, end when they are idle or old, on either store."""

from datetime import timedelta

from tests.fakes.clock import StandingClock
from tests.integration.server.people import Town
from tests.stores import BOTH

STORES = BOTH


def test_staff_who_went_away_sign_in_again(town: Town, clock: StandingClock) -> None:
    idle = town.server.house.settings.sessions.staff_idle
    desk = town.official()
    for _ in range(3):  # whoever does something now and then is not sent away
        clock.advance(idle - timedelta(seconds=1))
        desk.got("GET", "/offices")
    clock.advance(idle)
    assert desk.refused("GET", "/offices")["code"] == "session_expired"


def test_staff_who_never_rest_sign_in_again_after_their_shift(town: Town, clock: StandingClock) -> None:
    sessions = town.server.house.settings.sessions
    desk, worked = town.official(), timedelta()
    while worked + sessions.staff_idle / 2 < sessions.staff_lifetime:
        clock.advance(sessions.staff_idle / 2)
        worked += sessions.staff_idle / 2
        desk.got("GET", "/offices")
    clock.advance(sessions.staff_lifetime - worked)
    assert desk.refused("GET", "/offices")["code"] == "session_expired"


def test_a_kiosk_that_stood_unused_over_a_feast_is_not_enrolled_anew(town: Town, clock: StandingClock) -> None:
    kiosk = town.kiosk()
    clock.advance(timedelta(days=40))
    kiosk.got("GET", "/offices")
    clock.advance(town.server.house.settings.sessions.kiosk_lifetime)
    assert kiosk.refused("GET", "/offices")["code"] == "session_expired"
