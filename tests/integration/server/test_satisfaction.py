"""The satisfaction survey over HTTP: what is taken, what is not, and where it shows."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import Connection, insert, select

from desk_client.server.storage.tables.booking import appointment, satisfaction
from tests.fakes.clock import StandingClock
from tests.integration.server.people import Client, Town
from tests.integration.server.staffed import administrator
from tests.stores import BOTH

STORES = BOTH
ANSWER = {"score": 2, "reasons": ["poor_line", "waited_long"]}


class Received:
    """A citizen, and the official who has received them."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.kiosk = town.kiosk()
        self.citizen = town.citizen(self.kiosk)
        self.official = town.official()
        self.id = town.admitted(self.citizen, self.official)
        self.path = f"/appointments/{self.id}/satisfaction"

    def complete(self) -> None:
        self.official.got("POST", f"/appointments/{self.id}/completion")


@pytest.fixture
def received(town: Town) -> Received:
    return Received(town)


def test_an_answer_is_kept_put_right_and_its_persons_own(received: Received) -> None:
    citizen = received.citizen
    assert citizen.refused("PUT", received.path, ANSWER)["code"] == "illegal_transition", "they are talking still"
    received.complete()
    assert citizen.got("PUT", received.path, ANSWER) == {"score": 2, "reasons": ["waited_long", "poor_line"]}
    assert citizen.got("PUT", received.path, {"score": 4}) == {"score": 4, "reasons": []}
    (kept,) = citizen.got("GET", "/citizen/data")["records"]["satisfaction"]
    assert (kept["appointment_id"], kept["score"]) == (received.id, 4)
    citizen.got("DELETE", "/citizen/data")
    again = received.town.citizen(received.kiosk)
    assert again.got("GET", "/citizen/data")["records"]["satisfaction"] == []


@pytest.mark.parametrize(
    "body",
    [
        {"score": 0},
        {"score": 6},
        {"score": "5"},
        {"score": 4.5},
        {"score": True},
        {"score": None},
        {},
        {"score": 5, "reasons": ["beautiful"]},
        {"score": 5, "reasons": ["waited_long"]},
        {"score": 5, "reasons": ["quick"] * 7},
        {"score": 5, "comment": "thank you"},
    ],
)
def test_what_is_no_answer_is_not_taken(received: Received, body: dict[str, object]) -> None:
    received.complete()
    assert received.citizen.refused("PUT", received.path, body)["code"] == "invalid_request"


def test_nobody_else_answers_and_no_official_sees_it(received: Received) -> None:
    received.complete()
    received.citizen.got("PUT", received.path, ANSWER)
    other = received.town.citizen(received.kiosk, "1000000016", "+966500000002")
    assert other.refused("PUT", received.path, ANSWER)["code"] == "not_found"
    assert received.official.refused("PUT", received.path, ANSWER)["code"] == "forbidden"
    assert received.kiosk.refused("PUT", received.path, ANSWER)["code"] == "forbidden"
    shown = [
        received.official.got("GET", path)
        for path in ("/desk/agenda", f"/appointments/{received.id}", f"/appointments/{received.id}/brief")
    ]
    assert not [word for word in ("score", "satisfaction", "poor_line") if word in json.dumps(shown)]


def test_what_many_answered_is_told_to_the_head_of_the_office(received: Received, clock: StandingClock) -> None:
    house, month = received.town.server.house, clock.now().date().replace(day=1)
    first = f"/satisfaction?first={month}"
    root = administrator(received.town)

    def many(client: Client) -> list[dict[str, object]]:
        cells: list[dict[str, object]] = client.got("GET", first)["cells"]
        return cells

    received.complete()
    received.citizen.got("PUT", received.path, ANSWER)
    clock.advance(timedelta(days=31))
    official, root = received.town.official(), received.town.official("root")
    (cell,) = many(official)
    assert (cell["office_id"], cell["month"], cell["figures"]) == ("emir", str(month), None)

    def more(number: int) -> None:
        """Another one of that month, of the same person."""

        def write(connection: Connection) -> None:
            row = connection.execute(select(appointment).where(appointment.c.id == received.id)).one()._asdict()
            changed = {"id": f"apt_{number}", "ticket_number": f"T{number}", "ticket_code_hash": None}
            connection.execute(insert(appointment).values(**{**row, **changed}))
            said = connection.execute(select(satisfaction)).first()
            assert said is not None
            connection.execute(insert(satisfaction).values(**{**said._asdict(), "appointment_id": f"apt_{number}"}))

        house.store.write(write).result()

    for number in range(4):
        more(number)
    assert many(official) == many(root)
    assert many(official)[0]["figures"] == {
        "count": 5,
        "mean": 2.0,
        "distribution": [0, 5, 0, 0, 0],
        "reasons": [{"reason": "waited_long", "count": 5}, {"reason": "poor_line", "count": 5}],
    }
    assert official.refused("GET", "/satisfaction")["code"] == "invalid_request"
    assert official.refused("GET", f"{first}&months=13")["code"] == "invalid_request"
    assert received.town.official("mayor").got("GET", first) == {"cells": []}
