"""Guesses at every code that opens something, with the clock standing and with a clock that goes."""

import base64
from datetime import timedelta

import pytest
from sqlalchemy import select

from desk_client.domain.access import Role
from desk_client.domain.ids import ChallengeId, KioskId, SessionId, SiteId, StaffId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.sessions import AssistanceAsk, CitizenSessionAsk
from desk_client.server import admin
from desk_client.server.identity import operator
from desk_client.server.services.access import citizens, second_factor
from desk_client.server.services.actor import Actor
from desk_client.server.services.administration import enrolment
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import staff
from tests.fakes.clock import StandingClock
from tests.integration.server.people import KNOWN, Town
from tests.integration.server.staffed import door, with_second_factor

A_STEP = timedelta(seconds=30)
GUESSES = 10_000
FEWER = 1_000
"""Where the count of tries is the challenge's own, and the tenth thousand is no different from the first."""
KIOSK = Actor(SessionId("s"), Role.KIOSK, kiosk_id=KioskId("farasan-1"), site_id=SiteId("farasan"))


def refusals(answers: list[object]) -> list[RefusalCode]:
    assert all(isinstance(answer, Refusal) for answer in answers), "a guess succeeded"
    return [answer.code for answer in answers if isinstance(answer, Refusal)]


def _recovery(number: int) -> str:
    return base64.b32encode(number.to_bytes(10, "big")).decode().lower()


def _emir(transaction: Transaction) -> StaffId:
    return StaffId(transaction.connection.execute(select(staff.c.id).where(staff.c.username == "emir")).scalar_one())


def test_of_ten_thousand_guesses_at_a_second_factor_none_is_let_in(town: Town) -> None:
    phone = with_second_factor(town)
    house = town.server.house
    emir = house.read_now(_emir)

    def guess_all() -> list[object]:
        return house.write_now(
            lambda transaction: [
                # a phone's code and a recovery code in turn: both are counted, together
                second_factor.checked(transaction, emir, Role.OFFICIAL, f"{code:06d}" if code % 2 else _recovery(code))
                for code in range(GUESSES)
            ]
        )

    codes = refusals(guess_all())
    assert codes.count(RefusalCode.CODE_WRONG) == 5
    assert codes.count(RefusalCode.RATE_LIMITED) == 9_995
    # even the right one has to wait
    assert town.client().refused("POST", "/staff/sessions", door(code=phone.code(A_STEP)))["code"] == "rate_limited"


@pytest.mark.expected_errors("the limit 'second-factor-day' is used up")
def test_a_patient_guesser_has_twenty_tries_a_day(town: Town, clock: StandingClock) -> None:
    phone = with_second_factor(town)
    judged = 0
    for _ in range(10):
        for _ in range(6):
            judged += town.client().ask("POST", "/staff/sessions", door(code=phone.wrong_code())).status_code == 403
        clock.advance(timedelta(minutes=15))
    assert judged == 20
    assert town.client().refused("POST", "/staff/sessions", door(code=phone.code()))["code"] == "rate_limited"


def test_of_all_guesses_at_an_sms_code_five_are_judged(town: Town) -> None:
    challenge_id = town.challenge(town.kiosk(), *KNOWN)
    right = town.code(KNOWN[1])
    guesses = [f"{code:06d}" for code in range(FEWER + 1) if f"{code:06d}" != right]
    answers: list[object] = town.server.house.write_now(
        lambda transaction: [
            citizens.sign_in(transaction, KIOSK, CitizenSessionAsk(challenge_id=challenge_id, code=code))
            for code in guesses[:FEWER]
        ]
    )
    codes = refusals(answers)
    assert codes.count(RefusalCode.CODE_WRONG) == 4
    assert codes.count(RefusalCode.TOO_MANY_ATTEMPTS) == FEWER - 4


@pytest.mark.expected_errors("the limit 'enrolment' is used up")
def test_of_all_guesses_at_an_enrolment_code_from_everywhere_few_are_judged(town: Town) -> None:
    admin.enrol_kiosk(town.server.house, "farasan-1")
    answers: list[object] = town.server.house.write_now(
        lambda transaction: [
            enrolment.enrol(transaction, f"{code:010d}", f"10.0.{code % 256}.1") for code in range(GUESSES)
        ]
    )
    codes = refusals(answers)
    assert codes.count(RefusalCode.RATE_LIMITED) > GUESSES - 220


def test_an_operator_who_guesses_at_papers_is_stopped(town: Town) -> None:
    town.kiosk()
    kiosk = town.kiosk()
    challenge_id = kiosk.got("POST", "/citizen/challenges", {"national_id": KNOWN[0], "way": "operator"})[
        "challenge_id"
    ]
    staff_id = town.server.house.read_now(
        lambda transaction: transaction.connection.execute(
            select(staff.c.id).where(staff.c.username == "operator.farasan")
        ).scalar_one()
    )
    actor = Actor(SessionId("s"), Role.OPERATOR, staff_id=StaffId(staff_id), site_id=SiteId("farasan"))
    answers: list[object] = town.server.house.write_now(
        lambda transaction: [
            operator.confirm(
                transaction,
                actor,
                ChallengeId(challenge_id),
                AssistanceAsk(number=str(number), papers_seen=True),
            )
            for number in range(1000000009, 1000000109)
        ]
    )
    assert refusals(answers).count(RefusalCode.INVALID_DOCUMENT) == 5
