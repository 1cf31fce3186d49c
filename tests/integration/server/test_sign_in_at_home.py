"""Citizens at a computer of their own: a code and a session without a kiosk, limited, and telling nothing."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import update

from desk_client.config.identity_settings import IdentitySettings
from desk_client.config.settings import ServerSettings
from desk_client.protocol.sessions import Challenge, CitizenSessionAsk, OwnChallengeAsk
from desk_client.server.services.access import citizens
from desk_client.server.services.rulebook import rules
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import person
from tests.fakes.clock import StandingClock
from tests.integration.server.conftest import Settle
from tests.integration.server.people import KNOWN, Client, Town, mobile, national_id, new_key
from tests.integration.server.test_sign_in_sameness import CLAIMS, statements

_MINUTE = timedelta(minutes=1)


def begin(town: Town, national: str = KNOWN[0], phone: str = KNOWN[1], **headers: str) -> Any:
    body = {"national_id": national, "mobile": phone}
    return town.client().ask("POST", "/citizen/own/challenges", body, **headers).json()


def at_home(town: Town) -> Client:
    begun = begin(town)
    body = {"challenge_id": begun["challenge_id"], "code": town.code(KNOWN[1])}
    citizen = town.client(town.client().got("POST", "/citizen/own/sessions", body)["token"])
    citizen.agree()
    return citizen


def test_somebody_signs_in_books_and_joins_from_home(town: Town, clock: StandingClock) -> None:
    citizen = at_home(town)
    query = f"service_id=emir-audience&first={clock.now().date()}&days=3&kind=video_own"
    days = citizen.got("GET", f"/offices/emir/availability?{query}")["days"]
    starts_at = next(slot["starts_at"] for day in days for slot in day["slots"])
    ask = {"office_id": "emir", "service_id": "emir-audience", "starts_at": starts_at, "kind": "video_own"}
    held = citizen.got("POST", "/holds", ask, Idempotency_Key=new_key())
    booked = citizen.got("POST", "/appointments", {"hold_id": held["id"]}, Idempotency_Key=new_key())
    path = f"/appointments/{booked['appointment']['id']}"
    citizen.got("POST", f"{path}/check-in")
    official = town.official()
    (item,) = official.got("GET", f"/desk/agenda?date={starts_at[:10]}")["items"]
    assert (item["state"], item["kiosk_number"]) == ("waiting", None)
    official.got("POST", f"{path}/admission")
    assert citizen.got("POST", f"{path}/room-token")["party"] == "citizen"
    assert citizen.refused("GET", "/kiosks/self")["code"] == "forbidden"


def test_nobody_is_at_a_kiosk_who_says_so_at_home(town: Town) -> None:
    path = f"/appointments/{town.booked(town.citizen(town.kiosk()))['appointment']['id']}"
    assert at_home(town).refused("POST", f"{path}/check-in")["code"] == "forbidden"
    assert at_home(town).got("GET", path)["state"] == "booked"


def test_what_was_begun_at_home_is_not_finished_at_a_kiosk_nor_the_other_way_round(town: Town) -> None:
    kiosk = town.kiosk()
    home, hall = begin(town)["challenge_id"], town.challenge(kiosk, *KNOWN)
    code = {"code": "000000"}
    refused = kiosk.refused("POST", "/citizen/sessions", {"challenge_id": home, **code})
    assert refused["code"] == "challenge_unknown"
    refused = town.client().refused("POST", "/citizen/own/sessions", {"challenge_id": hall, **code})
    assert refused["code"] == "challenge_unknown"


def test_somebody_who_is_not_known_is_told_the_same_and_sent_nothing(town: Town) -> None:
    known = begin(town)
    unknown = begin(town, national_id(7), mobile(7))
    assert known.keys() == unknown.keys()
    assert len(town.sms(KNOWN[1])) == 1
    assert town.sms(mobile(7)) == []
    guess = {"challenge_id": unknown["challenge_id"], "code": "000000"}
    assert town.client().refused("POST", "/citizen/own/sessions", guess)["attempts_left"] == 4


def test_a_region_may_let_newcomers_in_from_anywhere(settings: ServerSettings, settle_town: Settle) -> None:
    open_to_all = IdentitySettings(newcomers_at_own_computers=True)
    with settle_town(settings.model_copy(update={"identity": open_to_all})) as town:
        begun = begin(town, national_id(7), mobile(7))
        body = {"challenge_id": begun["challenge_id"], "code": town.code(mobile(7))}
        assert town.client().got("POST", "/citizen/own/sessions", body)["person"]["name"] is None


def _kept(made: list[Challenge], claim: tuple[str, str], transaction: Transaction) -> None:
    ask = OwnChallengeAsk(national_id=claim[0], mobile=claim[1])
    answer = citizens.own_challenge(transaction, "192.0.2.7", ask)
    assert isinstance(answer, Challenge), answer
    made.append(answer)


def _guess(challenge_id: str) -> Callable[[Transaction], object]:
    ask = CitizenSessionAsk(challenge_id=challenge_id, code="000000")
    return lambda transaction: citizens.own_sign_in(transaction, "192.0.2.7", ask)


def test_the_store_is_asked_the_same_for_everybody(town: Town, clock: StandingClock) -> None:
    begun, guessed = {}, {}
    town.server.house.read_now(rules)
    for name, claim in CLAIMS.items():
        made: list[Challenge] = []
        begun[name] = statements(town, partial(_kept, made, claim))
        guessed[name] = statements(town, _guess(made[0].challenge_id))
        clock.advance(_MINUTE)
    for seen in (begun, guessed):
        for name in CLAIMS:
            assert sorted(seen[name]) == sorted(seen["unknown"]), name


def test_a_person_and_a_mobile_have_four_codes_at_home_and_as_many_left_at_a_kiosk(
    town: Town, clock: StandingClock
) -> None:
    answers = []
    for _ in range(5):
        answers.append(begin(town).get("code"))
        assert begin(town)["code"] == "rate_limited"  # too soon for another message
        clock.advance(_MINUTE)
    assert answers == [None] * 4 + ["rate_limited"]
    assert begin(town, national_id(8))["code"] == "rate_limited"  # somebody else with the same mobile
    assert begin(town, phone=mobile(8))["code"] == "rate_limited"  # the same person with another
    kiosk = town.kiosk()
    for _ in range(4):
        town.challenge(kiosk, *KNOWN)
        clock.advance(_MINUTE)


def test_what_strangers_begin_at_home_keeps_nobody_waiting_at_a_kiosk(town: Town) -> None:
    begin(town)
    town.challenge(town.kiosk(), *KNOWN)


def test_nobody_guesses_on_for_days(town: Town, clock: StandingClock) -> None:
    sent = 0
    for _ in range(40):
        sent += "challenge_id" in begin(town)
        clock.advance(timedelta(minutes=4))
    assert sent == 12


@pytest.mark.expected_errors("the limit 'challenge-address' is used up")
def test_one_address_does_not_pump(settings: ServerSettings, settle_town: Settle) -> None:
    changed = {"identity": IdentitySettings(challenges_per_address=3), "behind_proxy": ("127.0.0.1",)}
    with settle_town(settings.model_copy(update=changed)) as town:
        one = [begin(town, national_id(n), mobile(n), X_Forwarded_For="192.0.2.1").get("code") for n in range(4)]
        assert one == [None] * 3 + ["rate_limited"]
        assert "challenge_id" in begin(town, national_id(4), mobile(4), X_Forwarded_For="192.0.2.2")
        guesses = [
            town.client().refused("POST", "/citizen/own/sessions", {"challenge_id": "chl_none", "code": "1"})["code"]
            for _ in range(10)
        ]
        assert guesses == ["challenge_unknown"] * 9 + ["rate_limited"]


@pytest.mark.expected_errors("the limit 'challenge-own-hour' is used up")
def test_nor_do_many_addresses_and_the_kiosks_go_on(settings: ServerSettings, settle_town: Settle) -> None:
    changed = {"identity": IdentitySettings(own_sms_per_hour=2), "behind_proxy": ("127.0.0.1",)}
    with settle_town(settings.model_copy(update=changed)) as town:
        far = [begin(town, national_id(n), mobile(n), X_Forwarded_For=f"192.0.2.{n}").get("code") for n in range(3)]
        assert far == [None, None, "rate_limited"]
        town.challenge(town.kiosk(), national_id(9), mobile(9))


def test_a_person_who_was_shut_out_does_not_come_in_from_home(town: Town) -> None:
    begun = begin(town)
    code = town.code(KNOWN[1])
    out = update(person).values(disabled_at=town.server.house.clock.now())
    town.server.house.write_now(lambda transaction: transaction.connection.execute(out).rowcount)
    refused = town.client().refused(
        "POST", "/citizen/own/sessions", {"challenge_id": begun["challenge_id"], "code": code}
    )
    assert refused["code"] == "code_wrong"
