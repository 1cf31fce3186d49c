"""What is measured, for Prometheus: numbers by route, code and kind, never by person."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)
from sqlalchemy import func, select

from desk_client.server.notify.outbox import MessageState
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.bookkeeping import audit, audit_link, outbox

_REQUEST_S: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
_WRITE_S: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0)
_BOOKING: Final = ("POST", "/v1/appointments")
_HOLD: Final = ("POST", "/v1/holds")
_CREATED: Final = 201
_STATES: Final = (MessageState.PENDING, MessageState.DEAD)


class Metrics:
    """One server's measures, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=self.registry)
        self._requests = Histogram(
            "majlis_request_seconds",
            "Answered requests, by the route's template and the class of the status",
            ("method", "route", "status"),
            buckets=_REQUEST_S,
            registry=self.registry,
        )
        self._children: dict[tuple[str, str, int], Histogram] = {}
        self._bookings = self._counter("majlis_bookings_total", "Bookings that were acknowledged, repetitions included")
        self._holds = self._counter("majlis_holds_total", "Holds that were acknowledged, repetitions included")
        self._refusals = Counter(
            "majlis_refusals_total", "Refusals by code; slot_taken is a conflict of claims", ("code",),
            registry=self.registry,
        )  # fmt: skip
        self._writes = Histogram(
            "majlis_store_write_seconds",
            "From handing a transaction to the store until it is committed",
            buckets=_WRITE_S,
            registry=self.registry,
        )
        self.sockets = self._gauge("majlis_signalling_sockets", "Signalling sockets that are open")
        self._outbox = Gauge("majlis_outbox_messages", "Messages by state", ("state",), registry=self.registry)
        self._outbox_age = self._gauge("majlis_outbox_overdue_seconds", "How long the oldest due message waits")
        self._unsealed = self._gauge("majlis_audit_unsealed_seconds", "Age of the oldest audit row without a seal")

    def asked(self, method: str, route: str, status: int, took_s: float, refusal: str | None) -> None:
        """A request was answered."""
        key = (method, route, status // 100)
        child = self._children.get(key)
        if child is None:  # as many as there are routes: whatever is not one of them has one name
            child = self._children[key] = self._requests.labels(method, route, f"{key[2]}xx")
        child.observe(took_s)
        if refusal is not None:
            self._refusals.labels(refusal).inc()
        elif status == _CREATED:
            if key[:2] == _BOOKING:
                self._bookings.inc()
            elif key[:2] == _HOLD:
                self._holds.inc()

    def wrote(self, took_s: float) -> None:
        """A transaction was committed, or undone."""
        self._writes.observe(took_s)

    def watch(self, name: str, told: str, look: Callable[[], float]) -> None:
        """Ask for this number whenever somebody reads the measures."""
        self._gauge(name, told).set_function(look)

    def look(self, transaction: Transaction) -> None:
        """Count what is in the store."""
        run, now = transaction.connection.execute, transaction.now
        for state in _STATES:
            number = select(func.count()).select_from(outbox).where(outbox.c.state == state.value)
            self._outbox.labels(state.value).set(run(number).scalar_one())
        waiting = select(func.min(outbox.c.due_at)).where(outbox.c.state == MessageState.PENDING.value)
        self._outbox_age.set(_age(now, run(waiting).scalar_one()))
        sealed = select(func.coalesce(func.max(audit_link.c.audit_seq), 0)).scalar_subquery()
        self._unsealed.set(_age(now, run(select(func.min(audit.c.at)).where(audit.c.seq > sealed)).scalar_one()))

    def text(self) -> bytes:
        """All of them, in Prometheus' text format."""
        return generate_latest(self.registry)

    def _counter(self, name: str, told: str) -> Counter:
        return Counter(name, told, registry=self.registry)

    def _gauge(self, name: str, told: str) -> Gauge:
        return Gauge(name, told, registry=self.registry)


def _age(now: datetime, then: datetime | None) -> float:
    return 0.0 if then is None else max(0.0, (now - then).total_seconds())
