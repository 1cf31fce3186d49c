"""The ways in beside the SMS code: the national sign-on, visitors' documents, the operator; and who stands beside."""

import concurrent.futures
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from desk_client.config.identity_settings import NafathSettings
from desk_client.config.settings import ServerSettings
from desk_client.domain.ids import PersonId, SessionId
from desk_client.server.services.access import party
from desk_client.server.storage.tables.people import challenge, person, session
from tests.fakes.clock import StandingClock
from tests.fakes.nafath import Day, Nafath
from tests.integration.server.conftest import Settle
from tests.integration.server.people import KNOWN, PASSWORD, Client, Town, mobile, national_id
from tests.integration.server.staffed import acts, administrator, rows_in

ID = KNOWN[0]
PASSPORT = {"kind": "passport", "number": "ab ١٢٣٤٥٦", "nationality": "ye"}


@pytest.fixture
def nafath() -> Iterator[Nafath]:
    with Nafath(people={ID, national_id(7)}) as nafath:
        yield nafath


@pytest.fixture
def national_town(settings: ServerSettings, settle_town: Settle, nafath: Nafath) -> Iterator[Town]:
    there = NafathSettings.model_validate(
        {"url": nafath.url, "app_id": "majlis", "app_key": nafath.app_key, "answers_within": timedelta(seconds=0.5)}
    )
    with settle_town(settings.model_copy(update={"nafath": there})) as town:
        yield town


def begin(kiosk: Client, number: str = ID, **more: object) -> Any:
    return kiosk.got("POST", "/citizen/challenges", {"national_id": number, "way": "nafath", **more})


def standing(kiosk: Client, challenge: Any) -> str:
    state: str = kiosk.got("GET", f"/citizen/challenges/{challenge['challenge_id']}")["state"]
    return state


def finish(challenge: Any, **more: object) -> dict[str, object]:
    return {"challenge_id": challenge["challenge_id"], **more}


def test_the_right_number_in_the_app_lets_the_person_in(national_town: Town, nafath: Nafath) -> None:
    kiosk = national_town.kiosk()
    assert kiosk.got("GET", "/citizen/ways")["ways"] == ["nafath", "sms_code", "operator"]
    begun = begin(kiosk)
    assert len(begun["number_to_show"]) == 2
    assert standing(kiosk, begun) == "pending"
    assert kiosk.refused("POST", "/citizen/sessions", finish(begun))["code"] == "too_early"
    nafath.pick(ID, begun["number_to_show"])
    assert standing(kiosk, begun) == "completed"
    other = national_town.kiosk("sabya-1")
    assert other.refused("POST", "/citizen/sessions", finish(begun))["code"] == "challenge_unknown"
    session = kiosk.got("POST", "/citizen/sessions", finish(begun))
    assert session["person"]["masked_id"] == "10••••••08"
    assert session["person"]["name"] == "عبدالله بن أحمد المثال"
    assert kiosk.refused("POST", "/citizen/sessions", finish(begun))["code"] == "challenge_unknown"
    assert all("ID" not in path and ID not in path for path, _, _ in nafath.asked)


def test_a_wrong_number_a_no_and_waiting_too_long_do_not(
    national_town: Town, nafath: Nafath, clock: StandingClock
) -> None:
    kiosk = national_town.kiosk()
    begun = begin(kiosk)
    nafath.pick(ID, "00")
    assert standing(kiosk, begun) == "rejected"
    assert kiosk.refused("POST", "/citizen/sessions", finish(begun))["code"] == "identity_rejected"
    assert kiosk.refused("POST", "/citizen/sessions", finish(begun))["code"] == "challenge_unknown"
    begun = begin(kiosk)
    nafath.expire(ID)
    assert standing(kiosk, begun) == "expired"
    assert kiosk.refused("POST", "/citizen/sessions", finish(begun))["code"] == "code_expired"
    begun = begin(kiosk)
    nafath.pick(ID, begun["number_to_show"])
    clock.advance(timedelta(minutes=5))
    assert standing(kiosk, begun) == "expired"
    assert kiosk.refused("POST", "/citizen/sessions", finish(begun))["code"] == "code_expired"
    assert kiosk.refused("POST", "/citizen/challenges", {"national_id": national_id(8), "way": "nafath"})["code"] == (
        "identity_rejected"
    )  # who has no app hears so from there


def test_on_a_bad_day_of_the_national_sign_on_there_is_another_way(national_town: Town, nafath: Nafath) -> None:
    kiosk = national_town.kiosk()
    begun = begin(kiosk)
    for day in Day:
        if day is Day.GOOD:
            continue
        nafath.day = day
        refused = kiosk.refused("POST", "/citizen/challenges", {"national_id": ID, "way": "nafath"})
        assert (refused["status"], refused["code"]) == (503, "identity_unavailable"), day
        assert kiosk.refused("GET", f"/citizen/challenges/{begun['challenge_id']}")["code"] == "identity_unavailable"
        assert kiosk.refused("POST", "/citizen/sessions", finish(begun))["code"] == "identity_unavailable"
    national_town.citizen(national_town.kiosk("sabya-1"), national_id(9), mobile(9))
    nafath.day = Day.GOOD
    nafath.pick(ID, begun["number_to_show"])
    kiosk.got("POST", "/citizen/sessions", finish(begun))


def test_while_the_national_sign_on_is_slow_others_write(national_town: Town, nafath: Nafath) -> None:
    kiosk, other = national_town.kiosk(), national_town.kiosk("sabya-1")
    nafath.day = Day.SLOW
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(kiosk.refused, "POST", "/citizen/challenges", {"national_id": ID, "way": "nafath"})
        national_town.challenge(other, national_id(9), mobile(9))
        assert not waiting.done()
        assert waiting.result()["code"] == "identity_unavailable"


def test_without_a_national_sign_on_nobody_is_sent_there(town: Town) -> None:
    kiosk = town.kiosk()
    assert kiosk.got("GET", "/citizen/ways")["ways"] == ["sms_code", "operator"]
    refused = kiosk.refused("POST", "/citizen/challenges", {"national_id": ID, "way": "nafath"})
    assert refused["code"] == "identity_unavailable"


def test_a_visitor_signs_in_with_passport_nationality_and_a_saudi_mobile(town: Town) -> None:
    kiosk = town.kiosk()
    ask = {"document": PASSPORT, "mobile": mobile(3), "language": "en"}
    begun = kiosk.got("POST", "/citizen/challenges", ask)
    assert "your sign-in code is" in town.sms(mobile(3))[-1]
    first = kiosk.got("POST", "/citizen/sessions", finish(begun, code=town.code(mobile(3)), language="en"))
    assert first["person"]["masked_id"] == "AB••••56"
    # the same number of another country is another person
    other = {**PASSPORT, "nationality": "EG"}
    begun = kiosk.got("POST", "/citizen/challenges", {"document": other, "mobile": mobile(4)})
    second = kiosk.got("POST", "/citizen/sessions", finish(begun, code=town.code(mobile(4))))
    assert second["person"]["id"] != first["person"]["id"]
    languages = town.server.house.read_now(
        lambda transaction: transaction.connection.execute(
            select(person.c.language).where(person.c.id == first["person"]["id"])
        ).scalar_one()
    )
    assert languages == "en"


def test_wrong_documents_are_named(town: Town) -> None:
    kiosk = town.kiosk()
    for document, code in (
        ({"kind": "passport", "number": "A1", "nationality": "YE"}, "invalid_document"),
        ({"kind": "passport", "number": "A1234567"}, "invalid_nationality"),
        ({"kind": "border_number", "number": "1000000008", "nationality": "YE"}, "invalid_document"),
        ({"kind": "national_id", "number": "1000000000"}, "invalid_national_id"),
    ):
        refused = kiosk.refused("POST", "/citizen/challenges", {"document": document, "mobile": mobile(3)})
        assert (refused["status"], refused["code"]) == (422, code)


def test_a_border_number_in_arabic_digits(town: Town) -> None:
    kiosk = town.kiosk()
    document = {"kind": "border_number", "number": "٣١٢٣٤٥٦٧٨٩", "nationality": "YE"}
    begun = kiosk.got("POST", "/citizen/challenges", {"document": document, "mobile": mobile(3)})
    session = kiosk.got("POST", "/citizen/sessions", finish(begun, code=town.code(mobile(3))))
    assert session["person"]["masked_id"] == "31••••••89"


def test_who_chose_another_way_or_left_waits_for_the_operator_no_longer(town: Town) -> None:
    kiosk, other, here = town.kiosk(), town.kiosk("sabya-1"), town.official("operator.farasan")
    number = national_id(11)
    begun = kiosk.got("POST", "/citizen/challenges", {"national_id": number, "way": "operator"})
    path = f"/citizen/challenges/{begun['challenge_id']}"
    assert other.refused("DELETE", path)["code"] == "challenge_unknown"
    assert len(here.got("GET", "/assistance")["waiting"]) == 1
    kiosk.got("DELETE", path)
    assert kiosk.refused("DELETE", path)["code"] == "challenge_unknown"
    code = town.challenge(kiosk, national_id(12), mobile(12))
    kiosk.got("DELETE", f"/citizen/challenges/{code}")  # but a code is not sent anew for that
    again = {"national_id": national_id(12), "mobile": mobile(12)}
    assert kiosk.refused("POST", "/citizen/challenges", again)["code"] == "rate_limited"
    assert here.got("GET", "/assistance")["waiting"] == []
    seen = {"number": number, "papers_seen": True}
    assert here.refused("POST", f"/assistance/{begun['challenge_id']}", seen)["code"] == "not_found"
    assert kiosk.refused("POST", "/citizen/sessions", finish(begun))["code"] == "challenge_unknown"


def test_who_has_no_mobile_is_let_in_by_the_operator_who_saw_the_papers(town: Town) -> None:
    kiosk = town.kiosk()
    number = national_id(11)
    begun = kiosk.got("POST", "/citizen/challenges", {"national_id": number, "way": "operator"})
    path = f"/assistance/{begun['challenge_id']}"
    seen = {"number": number, "papers_seen": True}
    elsewhere, here = town.official("operator.sabya"), town.official("operator.farasan")
    assert elsewhere.got("GET", "/assistance")["waiting"] == []
    assert elsewhere.refused("POST", path, seen)["code"] == "not_found"
    assert town.official().refused("POST", path, seen)["code"] == "forbidden"
    assert kiosk.refused("POST", path, seen)["code"] == "forbidden"
    waiting = here.got("GET", "/assistance")["waiting"]
    assert [(each["masked_id"], each["kiosk_number"]) for each in waiting] == [(f"10••••••{number[-2:]}", 1)]
    assert kiosk.refused("POST", "/citizen/sessions", finish(begun))["code"] == "too_early"
    assert here.refused("POST", path, {**seen, "number": ID})["code"] == "invalid_document"
    assert here.refused("POST", path, {**seen, "papers_seen": False})["code"] == "invalid_request"
    here.got("POST", path, {**seen, "number": number.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))})
    assert here.refused("POST", path, seen)["code"] == "not_found"
    assert here.got("GET", "/assistance")["waiting"] == []
    assert standing(kiosk, begun) == "completed"
    signed_in = town.client(kiosk.got("POST", "/citizen/sessions", finish(begun))["token"])
    signed_in.got("GET", "/offices")
    operator_id = here.got("GET", "/staff/self")["id"]
    assert acts(town, "assist_sign_in") == [(operator_id, "operator", begun["challenge_id"])]
    helped = town.server.house.read_now(
        lambda transaction: transaction.connection.execute(
            select(session.c.assisted_by).where(session.c.verified_by == "operator")
        ).scalar_one()
    )
    assert helped == operator_id
    # nobody takes this person over with a mobile of their own
    stranger = kiosk.got("POST", "/citizen/challenges", {"national_id": number, "mobile": mobile(5)})
    assert stranger["masked_mobile"]
    assert town.sms(mobile(5)) == []


def test_companions_and_whom_one_represents_are_kept_with_the_session(town: Town) -> None:
    kiosk = town.kiosk()
    begun = {"challenge_id": town.challenge(kiosk, *KNOWN)}
    code = town.code(KNOWN[1])
    stated = {
        "name": "فاطمة بنت علي المثال",
        "document": {"kind": "national_id", "number": "١٠٤٨١٥٩٢٠٤"},
        "power_of_attorney": "٤٤١٢-٣٤٥٦٧",
    }
    for wrong, field in (
        ({**stated, "name": "7"}, "representation.name"),
        ({**stated, "document": {"kind": "national_id", "number": "1"}}, "representation.document"),
        ({**stated, "document": {"kind": "national_id", "number": ID}}, "representation.document"),
        ({**stated, "power_of_attorney": "12"}, "representation.power_of_attorney"),
    ):
        refused = kiosk.refused("POST", "/citizen/sessions", finish(begun, code=code, representation=wrong))
        assert (refused["code"], refused["fields"][0]["field"]) == ("invalid_representation", field)
    assert kiosk.refused("POST", "/citizen/sessions", finish(begun, code=code, companions=9))["code"] == (
        "invalid_request"
    )
    kiosk.got("POST", "/citizen/sessions", finish(begun, code=code, companions=2, representation=stated))

    def kept(transaction: Any) -> tuple[party.Party, bytes]:
        row = transaction.connection.execute(
            select(session.c.id, session.c.represented_sealed).where(session.c.represented_sealed.is_not(None))
        ).one()
        return party.of_session(transaction, SessionId(row.id)), row.represented_sealed

    found, sealed = town.server.house.read_now(kept)
    assert found.companions == 2
    assert found.representation is not None
    assert found.representation.document.number == "1048159204"
    assert found.representation.power_of_attorney == "441234567"
    assert b"1048159204" not in sealed


def test_staff_find_people_by_document_mobile_and_name_and_the_register_knows(town: Town) -> None:
    operator = town.official("operator.farasan")

    def search(by: str, text: str) -> list[str]:
        found = operator.got("POST", "/people/search", {"by": by, "text": text})["people"]
        return [each["name"] for each in found]

    name = "عبدالله بن أحمد المثال"
    assert (
        search("document", "١٠٠٠٠٠٠٠٠٨") == search("mobile", "0500000001") == search("name", "احمد عبد الله") == [name]
    )
    assert search("name", "لا أحد") == []
    assert town.official().refused("POST", "/people/search", {"by": "name", "text": name})["code"] == "forbidden"
    looked = town.server.house.read_now(
        lambda transaction: transaction.connection.exec_driver_sql(
            "SELECT count(*) FROM access_log WHERE action = 'find_person'"
        ).scalar_one()
    )
    assert looked == 3


def test_a_disabled_person_hears_what_everybody_hears_and_gets_no_code(town: Town) -> None:
    citizen = town.citizen(town.kiosk())
    root = administrator(town)
    person_id = town.server.house.read_now(
        lambda transaction: PersonId(
            transaction.connection.execute(
                select(session.c.person_id).where(session.c.person_id.is_not(None))
            ).scalar_one()
        )
    )
    assert root.got("PUT", f"/people/{person_id}/state", {"disabled": True})["disabled"] is True
    assert citizen.refused("GET", "/offices")["code"] == "session_expired"
    before = len(town.sms(KNOWN[1]))
    kiosk = town.kiosk("sabya-1")
    assert town.challenge(kiosk, *KNOWN)
    assert len(town.sms(KNOWN[1])) == before
    assert root.refused("PUT", "/people/nobody/state", {"disabled": True})["code"] == "not_found"
    assert PASSWORD not in str(root.got("GET", "/staff"))


def test_what_a_kiosk_typed_is_nowhere_in_the_clear(town: Town) -> None:
    town.challenge(town.kiosk(), national_id(12), mobile(12))
    assert rows_in(town, challenge) == 1
    row = town.server.house.read_now(lambda transaction: transaction.connection.execute(select(challenge)).one())
    held = " ".join(value.decode("latin-1") if isinstance(value, bytes) else str(value) for value in row)
    assert national_id(12) not in held
    assert mobile(12)[-8:] not in held
