"""The call by phone that an office owes somebody: what is known of it."""

from typing import Any

from sqlalchemy import Row, select

from desk_client.domain.fallback import CallBackResult, CallBackWay
from desk_client.domain.ids import AppointmentId
from desk_client.protocol.notes import CallBack
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.rooms import call_back


def call_back_of(transaction: Transaction, appointment_id: AppointmentId) -> CallBack | None:
    """The call that is or was owed; None: the line held."""
    row = transaction.connection.execute(
        select(call_back).where(call_back.c.appointment_id == appointment_id)
    ).one_or_none()
    return None if row is None else _answer(row)


def _answer(row: Row[Any]) -> CallBack:
    return CallBack(
        way=CallBackWay(row.way),
        wanted_at=row.wanted_at,
        result=None if row.result is None else CallBackResult(row.result),
        result_at=row.result_at,
    )
