"""Writing into the outbox, and looking at what became of it."""

import json
from pathlib import Path
from typing import Any

from sqlalchemy import select

from desk_client.domain.ids import MessageId
from desk_client.domain.people import Mobile
from desk_client.server.house import House
from desk_client.server.notify.outbox import (
    Terms,
    enqueue_sms,
)
from desk_client.server.notify.templates import TemplateKey
from desk_client.server.storage.tables.bookkeeping import outbox

MOBILE = Mobile("+966500000001")
TICKET = Terms(TemplateKey.TICKET)


def put(house: House, text: str = "رمز", terms: Terms = TICKET) -> MessageId | None:
    return house.write_now(lambda transaction: enqueue_sms(transaction, MOBILE, text, terms))


def rows(house: House) -> list[Any]:
    return list(
        house.read_now(
            lambda transaction: transaction.connection.execute(select(outbox).order_by(outbox.c.created_at)).all()
        )
    )


def states(house: House) -> list[tuple[str, int]]:
    return [(row.state, row.attempts) for row in rows(house)]


def received(tmp_path: Path) -> list[str]:
    log = tmp_path / "sms.log"
    return [json.loads(line)["text"] for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []
