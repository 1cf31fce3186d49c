from datetime import timedelta

import pytest
from sqlalchemy import select

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server import admin
from desk_client.server.notify.outbox import MessageState
from desk_client.server.storage.tables.bookkeeping import outbox
from desk_client.server.storage.tables.people import person, session
from tests.fakes.clock import StandingClock
from tests.integration.server.people import KNOWN, PASSWORD, Town, mobile, national_id


def test_arabic_digits_and_local_forms_are_understood(town: Town) -> None:
    kiosk = town.kiosk()
    body = {"national_id": "١٠٠٠٠٠٠٠٠٨", "mobile": "٠٥٠ ٠٠٠ ٠٠٠١"}
    challenge = kiosk.got("POST", "/citizen/challenges", body)
    assert challenge["masked_mobile"] == "05••••••01"
    arabic = town.code(KNOWN[1]).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    session = kiosk.got("POST", "/citizen/sessions", {"challenge_id": challenge["challenge_id"], "code": arabic})
    assert session["person"]["masked_id"] == "10••••••08"


@pytest.mark.parametrize(
    ("national_id", "mobile", "code"),
    [("1000000000", "0500000001", "invalid_national_id"), ("1000000008", "0400000001", "invalid_mobile")],
)
def test_wrong_ids_and_mobiles_are_named(town: Town, national_id: str, mobile: str, code: str) -> None:
    refused = town.kiosk().refused("POST", "/citizen/challenges", {"national_id": national_id, "mobile": mobile})
    assert (refused["status"], refused["code"]) == (422, code)


def test_five_wrong_codes_end_a_challenge_even_for_the_right_one(town: Town) -> None:
    kiosk = town.kiosk()
    challenge_id = town.challenge(kiosk, *KNOWN)
    right = town.code(KNOWN[1])
    wrong = {"challenge_id": challenge_id, "code": f"{(int(right) + 1) % 10**6:06d}"}
    answers = [kiosk.refused("POST", "/citizen/sessions", wrong) for _ in range(5)]
    assert [answer["attempts_left"] for answer in answers] == [4, 3, 2, 1, None]
    assert [answer["code"] for answer in answers] == ["code_wrong"] * 4 + ["too_many_attempts"]
    body = {"challenge_id": challenge_id, "code": right}
    assert kiosk.refused("POST", "/citizen/sessions", body)["code"] == "too_many_attempts"


def test_a_code_expires_and_is_good_once_and_at_one_kiosk(town: Town, clock: StandingClock) -> None:
    kiosk, other = town.kiosk(), town.kiosk("sabya-1")
    body = {"challenge_id": town.challenge(kiosk, *KNOWN), "code": town.code(KNOWN[1])}
    assert other.refused("POST", "/citizen/sessions", body)["code"] == "challenge_unknown"
    clock.advance(timedelta(minutes=5))
    assert kiosk.refused("POST", "/citizen/sessions", body)["code"] == "code_expired"
    body = {"challenge_id": town.challenge(kiosk, *KNOWN), "code": town.code(KNOWN[1])}
    kiosk.got("POST", "/citizen/sessions", body)
    assert kiosk.refused("POST", "/citizen/sessions", body)["code"] == "challenge_unknown"


def test_a_mobile_that_is_not_the_persons_gets_the_same_answer_and_no_message(town: Town) -> None:
    kiosk = town.kiosk()
    stranger = "+966511111111"
    answer = kiosk.got("POST", "/citizen/challenges", {"national_id": KNOWN[0], "mobile": stranger})
    assert answer.keys() == {"challenge_id", "masked_mobile", "expires_at", "resend_after", "number_to_show"}
    assert town.sms(stranger) == []
    body = {"challenge_id": answer["challenge_id"], "code": "000000"}
    assert kiosk.refused("POST", "/citizen/sessions", body)["code"] == "code_wrong"
    rows = town.server.house.read_now(
        lambda transaction: [
            (row.state, transaction.vault.open("outbox.body", row.id, row.body_sealed))
            for row in transaction.connection.execute(select(outbox.c.id, outbox.c.state, outbox.c.body_sealed))
        ]
    )
    assert rows == [(MessageState.HUSHED.value, "")]


def test_a_new_person_is_known_once_the_code_was_right(town: Town) -> None:
    kiosk = town.kiosk()
    before = _people(town)
    town.challenge(kiosk, national_id(5), mobile(5))
    assert _people(town) == before
    town.citizen(town.kiosk("sabya-1"), national_id(6), mobile(6))
    assert _people(town) == before + 1


def test_codes_cannot_be_asked_for_without_end(town: Town, clock: StandingClock) -> None:
    kiosk = town.kiosk()
    body = {"national_id": KNOWN[0], "mobile": KNOWN[1]}
    for _ in range(8):
        kiosk.got("POST", "/citizen/challenges", body)
        soon = kiosk.ask("POST", "/citizen/challenges", body)
        assert (soon.status_code, soon.json()["code"]) == (429, "rate_limited")
        assert soon.headers["Retry-After"] == str(soon.json()["retry_after_s"])
        clock.advance(timedelta(seconds=60))
    assert kiosk.refused("POST", "/citizen/challenges", body)["retry_after_s"] > 60
    clock.advance(timedelta(minutes=15))
    kiosk.got("POST", "/citizen/challenges", body)


def test_wrong_passwords_are_slowed_down_the_same_for_unknown_names(town: Town, clock: StandingClock) -> None:
    for username in ("emir", "nobody"):
        body = {"username": username, "password": "wrong"}
        for _ in range(5):
            assert town.client().refused("POST", "/staff/sessions", body)["code"] == "wrong_credentials"
        assert town.client().refused("POST", "/staff/sessions", body)["code"] == "rate_limited"
    right = {"username": "emir", "password": PASSWORD}
    assert town.client().refused("POST", "/staff/sessions", right)["code"] == "rate_limited"
    clock.advance(timedelta(minutes=15))
    assert (
        town.client().got("POST", "/staff/sessions", {**right, "username": " EMIR "})["person"]["office_id"] == "emir"
    )


def test_sessions_end_by_hand_by_idleness_and_by_age(town: Town, clock: StandingClock) -> None:
    kiosk = town.kiosk()
    citizen = town.citizen(kiosk)
    citizen.got("DELETE", "/sessions/current")
    assert citizen.refused("GET", "/offices")["code"] == "session_expired"

    citizen = town.citizen(kiosk)
    for _ in range(15):
        clock.advance(timedelta(minutes=7, seconds=59))
        citizen.got("GET", "/offices")
    clock.advance(timedelta(minutes=10))
    assert citizen.refused("GET", "/offices")["code"] == "session_expired"

    citizen = town.citizen(kiosk)
    for _ in range(15):
        clock.advance(timedelta(minutes=8))
        answer = citizen.ask("GET", "/offices")
    assert answer.json()["code"] == "session_expired"


def test_an_enrolment_code_is_good_once_and_ends_the_older_credential(town: Town, clock: StandingClock) -> None:
    first = town.kiosk()
    assert first.got("GET", "/kiosks/self")["site"]["governorate"]["ar"] == "محافظة فرسان"
    code = admin.enrol_kiosk(town.server.house, "farasan-1")
    second = town.client(town.client().got("POST", "/kiosks/enrolment", {"code": code})["token"])
    second.got("GET", "/kiosks/self")
    assert first.refused("GET", "/kiosks/self")["code"] == "session_expired"
    again = town.client().refused("POST", "/kiosks/enrolment", {"code": code})
    assert (again["status"], again["code"]) == (403, "enrolment_code_invalid")
    late = admin.enrol_kiosk(town.server.house, "farasan-1")
    clock.advance(timedelta(hours=24))
    assert town.client().refused("POST", "/kiosks/enrolment", {"code": late})["code"] == "enrolment_code_invalid"
    assert admin.enrol_kiosk(town.server.house, "nowhere-1") == Refusal(RefusalCode.NOT_FOUND)


def test_the_store_keeps_no_token_and_no_code(town: Town) -> None:
    kiosk = town.kiosk()
    citizen = town.citizen(kiosk)
    assert citizen.token is not None
    rows = town.server.house.read_now(
        lambda transaction: [
            *transaction.connection.execute(select(session.c.token_hash)).scalars(),
            *transaction.connection.execute(select(outbox.c.body_sealed)).scalars(),
        ]
    )
    assert citizen.token.encode() not in rows
    assert rows[-1] is None  # the message with the code was sent, and forgotten


def _people(town: Town) -> int:
    return town.server.house.read_now(
        lambda transaction: len(transaction.connection.execute(select(person.c.id)).all())
    )
