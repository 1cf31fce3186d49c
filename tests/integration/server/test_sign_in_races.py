"""Those who come at the same moment, on both stores: one code lets one in, and a crowd has no more tries than one."""

import threading
from datetime import timedelta

from tests.fakes.clock import StandingClock
from tests.integration.server.people import Town
from tests.integration.server.staffed import door, with_second_factor
from tests.stores import BOTH

STORES = BOTH
A_STEP = timedelta(seconds=30)


def test_a_code_opens_once_also_for_two_who_bring_it_at_the_same_moment(town: Town, clock: StandingClock) -> None:
    phone = with_second_factor(town)
    # the first code was used up by confirming it
    assert town.client().refused("POST", "/staff/sessions", door(code=phone.code()))["code"] == "code_wrong"
    clock.advance(A_STEP)
    codes = []
    at_once = threading.Barrier(2)

    def enter() -> None:
        client = town.client()
        at_once.wait()
        codes.append(client.ask("POST", "/staff/sessions", door(code=phone.code())).status_code)

    both = [threading.Thread(target=enter) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert sorted(codes) == [201, 403]


def test_many_at_the_same_moment_have_no_more_guesses_at_a_password_than_one(town: Town) -> None:
    codes: list[str] = []
    at_once = threading.Barrier(20)

    def guess() -> None:
        client = town.client()
        at_once.wait()
        codes.append(client.refused("POST", "/staff/sessions", {"username": "emir", "password": "wrong"})["code"])

    crowd = [threading.Thread(target=guess) for _ in range(20)]
    for each in crowd:
        each.start()
    for each in crowd:
        each.join()
    assert codes.count("wrong_credentials") == 5
    assert codes.count("rate_limited") == 15
