"""How the tests bring files to an audience, or with a request."""

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import quote

import requests
from sqlalchemy import func, select

from desk_client.domain.outcomes import Refusal
from desk_client.protocol.attachments import Attachment
from desk_client.server.house import House
from desk_client.server.services.actor import Actor
from desk_client.server.services.life import handing_in
from desk_client.server.services.life.folders import Beside
from desk_client.server.services.life.handing_in import Sealed
from desk_client.server.services.transaction import Transaction
from tests.integration.server.people import Client, Town, mobile, national_id


def of(item_id: str) -> str:
    """Where the files of an audience, or of a request, are."""
    kind = "requests" if item_id.startswith("req_") else "appointments"
    return f"/{kind}/{item_id}/attachments"


def bring(
    client: Client, appointment_id: str, data: bytes, name: str | None = None, **headers: str
) -> requests.Response:
    if name is not None:
        headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return client.http.post(
        f"{client.url}/v1{of(appointment_id)}",
        data=data,
        headers={"Authorization": f"Bearer {client.token}", **headers},
        timeout=60,
    )


def brought(client: Client, appointment_id: str, data: bytes, name: str | None = None) -> Any:
    answer = bring(client, appointment_id, data, name)
    assert answer.status_code == 201, answer.text
    return answer.json()


def refused(answer: requests.Response) -> tuple[int, str]:
    assert answer.headers["Content-Type"] == "application/problem+json"
    return answer.status_code, answer.json()["code"]


Step = Callable[[Transaction, Actor], Attachment | Refusal | None]


def steps(beside: Beside, ready: Sealed) -> list[Step]:
    """Of handing a file in, as the routes take them."""
    return [
        lambda transaction, actor: handing_in.begin(transaction, actor, beside, ready),
        *(partial(_put, ready, number, piece) for number, piece in handing_in.pieces(ready)),
        lambda transaction, actor: handing_in.finish(transaction, actor, beside, ready),
    ]


def _put(ready: Sealed, number: int, piece: bytes, transaction: Transaction, actor: Actor) -> Refusal | None:
    return handing_in.put(transaction, actor, ready, number, piece)


def handed_in(house: House, actor: Actor, beside: Beside, ready: Sealed) -> str:
    """Keep a file, step by step; its id."""
    for step in steps(beside, ready):
        kept = house.write_now(partial(_taken, step, actor))
        assert not isinstance(kept, Refusal), kept
    return str(ready.id)


def _taken(step: Step, actor: Actor, transaction: Transaction) -> object:
    return step(transaction, actor)


def audience(town: Town, number: int | None = None) -> tuple[Client, str]:
    """A citizen with an audience."""
    kiosk = town.kiosk()
    citizen = town.citizen(kiosk) if number is None else town.citizen(kiosk, national_id(number), mobile(number))
    if number is not None:
        citizen.got("PUT", "/citizen/name", {"name": "سعيد القرني"})
    return citizen, town.booked(citizen)["appointment"]["id"]


def rows(town: Town, table: Any) -> list[Any]:
    return list(town.server.house.read_now(lambda transaction: transaction.connection.execute(select(table)).all()))


def count(town: Town, table: Any) -> int:
    number: int = town.server.house.read_now(
        lambda transaction: transaction.connection.execute(select(func.count()).select_from(table)).scalar_one()
    )
    return number
