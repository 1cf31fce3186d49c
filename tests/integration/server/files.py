"""How the tests bring files to an audience, or with a request."""

from typing import Any
from urllib.parse import quote

import requests
from sqlalchemy import func, select

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
