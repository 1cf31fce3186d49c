"""Somebody before the operator's desk, over HTTP: known by their papers, and what is shown of them to whom."""

from typing import Any

import pytest
from sqlalchemy import select

from desk_client.server.storage.tables.bookkeeping import access_log
from desk_client.server.storage.tables.people import person
from tests.integration.server.people import KNOWN, Client, Town, hold_ask, national_id, new_key
from tests.integration.server.staffed import acts, rows_in

NAME = "سعد بن محمد المثال"


@pytest.fixture
def operator(town: Town) -> Client:
    return town.official("operator.farasan")


def papers(number: str, name: str = NAME, **other: object) -> dict[str, object]:
    return {"number": number, "name": name, "papers_seen": True, **other}


def booked_for(operator: Client, town: Town, person_id: str, **consent: str) -> Any:
    starts_at = town.slots(operator)[0]
    hold = operator.got("POST", "/holds", {**hold_ask(starts_at), "person_id": person_id}, Idempotency_Key=new_key())
    return operator.got("POST", "/appointments", {"hold_id": hold["id"], **consent}, Idempotency_Key=new_key())


def test_somebody_new_is_known_by_their_papers_once(town: Town, operator: Client) -> None:
    before = rows_in(town, person)
    first = operator.got("POST", "/people", papers("١٠٠٠٠٠٠٠١٦"))
    again = operator.got("POST", "/people", papers("1000000016", "غيره الاسم"))
    assert first == again, "whoever is known stays who they are"
    assert (first["name"], first["masked_id"], first["has_mobile"]) == (NAME, "10••••••16", False)
    assert rows_in(town, person) == before + 1
    assert [(role, subject) for _, role, subject in acts(town, "see_papers")] == [("operator", first["id"])] * 2


def test_a_visitors_passport_needs_its_nationality(operator: Client) -> None:
    ask = papers("P1234567", document="passport")
    assert operator.refused("POST", "/people", ask)["code"] == "invalid_nationality"
    assert operator.got("POST", "/people", {**ask, "nationality": "ye"})["masked_id"] == "P1••••67"


def test_what_is_no_name_or_number_is_not_kept(town: Town, operator: Client) -> None:
    before = rows_in(town, person)
    for number in ("1000000000", "12", "😀"):
        assert operator.refused("POST", "/people", papers(number))["code"] == "invalid_national_id"
    for name in ("😀😀😀", "\u202eabc", "12", "ا" * 90):
        assert operator.refused("POST", "/people", papers(national_id(5), name))["code"] == "invalid_name", name
    unseen = {**papers(national_id(5)), "papers_seen": False}
    assert operator.refused("POST", "/people", unseen)["code"] == "invalid_request"
    assert rows_in(town, person) == before


def test_only_the_operator_knows_people_by_their_papers(town: Town) -> None:
    kiosk = town.kiosk()
    for stranger in (kiosk, town.citizen(kiosk), town.official()):
        assert stranger.refused("POST", "/people", papers(national_id(5)))["code"] == "forbidden"


def test_the_words_are_read_out_and_the_consent_is_the_persons(town: Town, operator: Client) -> None:
    known = operator.got("POST", "/people", papers("1000000016"))
    consent = operator.got("GET", f"/consents/processing?person_id={known['id']}")
    assert not consent["given"]
    booked = booked_for(operator, town, known["id"], consent_version=consent["text_version"])
    assert booked["ticket_code"]
    assert operator.got("GET", f"/consents/processing?person_id={known['id']}")["given"]
    assert operator.refused("GET", "/consents/processing?person_id=per_nobody")["code"] == "not_found"
    assert town.sms(KNOWN[1]) == [], "nobody else is told"


def test_nobody_sees_what_they_have_in_another_hall(town: Town, operator: Client) -> None:
    known = operator.got("POST", "/people", papers("1000000016"))
    consent = operator.got("GET", f"/consents/processing?person_id={known['id']}")
    booked = booked_for(operator, town, known["id"], consent_version=consent["text_version"])
    mine = operator.got("GET", f"/appointments?person_id={known['id']}")["appointments"]
    assert [each["id"] for each in mine] == [booked["appointment"]["id"]]
    other = town.official("operator.fayfa")
    assert other.got("GET", f"/appointments?person_id={known['id']}")["appointments"] == []
    for stranger in (town.official(), town.citizen(town.kiosk())):
        assert stranger.refused("GET", f"/appointments?person_id={known['id']}")["code"] == "forbidden"

    def register(transaction: Any) -> list[str]:
        return list(transaction.connection.execute(select(access_log.c.action)).scalars())

    assert {"see_papers", "see_appointment"} <= set(town.server.house.read_now(register))
