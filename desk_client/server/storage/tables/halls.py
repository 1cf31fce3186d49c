"""Halls as their operators watch them: what each kiosk last said of itself, and what was asked of it."""

from typing import Final

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, String, Table

from desk_client.server.storage.tables.base import ID, metadata
from desk_client.server.storage.types import Moment

kiosk_report: Final = Table(  # the last one alone: nobody can read out of it when somebody stood there
    "kiosk_report",
    metadata,
    Column("kiosk_id", ForeignKey("kiosk.id"), primary_key=True),
    Column("heard_at", Moment, nullable=False),
    Column("activity", String(16), nullable=False),  # domain.kiosk_health.Activity
    Column("since", Moment, nullable=False),  # of that activity
    Column("locked", Boolean, nullable=False),  # closed to visitors until it is opened again
    Column("program", String(32), nullable=False),
    Column("uptime_s", Integer, nullable=False),
    Column("printer", String(16), nullable=False),
    Column("failed", String(64), nullable=False),  # domain.kiosk_health.KioskPart, joined by commas
    Column("checked_at", Moment),
    Column("round_trip_ms", Integer),
    Column("unsent", Integer, nullable=False),
    Column("error", String(48)),
    Column("error_at", Moment),
)

kiosk_order: Final = Table(  # the last few of each kiosk; the trail keeps who asked for what
    "kiosk_order",
    metadata,
    Column("id", ID, primary_key=True),
    Column("kiosk_id", ForeignKey("kiosk.id"), nullable=False),
    Column("kind", String(16), nullable=False),  # domain.kiosk_orders.OrderKind
    Column("state", String(16), nullable=False),  # domain.kiosk_orders.OrderState
    Column("failure", String(16)),
    Column("failed", String(64), nullable=False),  # what a test found
    Column("text_sealed", LargeBinary),  # a message, until the kiosk has shown it
    Column("ends_visit", Boolean, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("ended_at", Moment),
)
Index("ix_kiosk_order_kiosk_id", kiosk_order.c.kiosk_id, kiosk_order.c.asked_at)
