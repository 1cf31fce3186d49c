"""A believable hall in Jazan, for the operator's console: its kiosks in every state, and what is wrong there."""

import time
from datetime import UTC, datetime, timedelta
from typing import Any

from desk_client.client.console import EntryAside, Hall, HallKiosk, HallView, Incident, IncidentKind, IncidentLog, Order
from desk_client.client.day import Day, DeskPage, StaffSession
from desk_client.domain.deposits import AtKiosk, LeftKind, SetAsideFor, Verdict
from desk_client.domain.kiosk_health import Activity, Complaint, Health, KioskPart, PrinterCondition
from desk_client.domain.kiosk_orders import OrderFailure, OrderKind, OrderState

SITE = {
    "id": "jazan",
    "name": {"ar": "صالة المستفيدين بمقر الإمارة في جازان", "en": "Visitors' hall of the Emirate, Jazan"},
    "governorate": {"ar": "مدينة جازان", "en": "Jazan City"},
}


def session() -> StaffSession:
    """The hall's operator, signed in."""
    return StaffSession.model_validate(
        {
            "token": "sample",
            "person": {
                "id": "stf_operator",
                "name": {"ar": "مشغّل صالة جازان", "en": "Hall operator, Jazan"},
                "role": "operator",
                "office_id": None,
                "office_title": SITE["name"],
                "honorific": {"ar": "", "en": ""},
                "site_id": "jazan",
            },
            "expires_at": datetime.now(UTC) + timedelta(hours=8),
        }
    )


def day() -> Day:
    """An operator's day."""
    return Day(page=DeskPage.CONSOLE, session=session(), drafts_by="stf_operator")


def ago(**span: float) -> datetime:
    """A moment that lies so far back."""
    return datetime.now(UTC) - timedelta(**span)


def order(
    kind: OrderKind,
    state: OrderState,
    failure: OrderFailure | None = None,
    *,
    failed: tuple[KioskPart, ...] = (),
    number: int = 1,
) -> Order:
    """Something that was asked a few seconds ago."""
    is_over = state in {OrderState.DONE, OrderState.FAILED}
    return Order(
        id=f"ord_{number}",
        kind=kind,
        state=state,
        failure=failure,
        failed=failed,
        asked_at=ago(seconds=6),
        ended_at=ago(seconds=2) if is_over else None,
    )


def kiosk(number: int, **differs: Any) -> HallKiosk:  # the fields are of many types
    """One that is free and fine, but for what differs."""
    usual = {
        "id": f"jazan-{number}",
        "number": number,
        "disabled": False,
        "enrolled": True,
        "health": Health.FINE,
        "complaints": (),
        "heard_at": ago(seconds=3),
        "activity": Activity.IDLE,
        "since": ago(minutes=12),
        "locked": False,
        "program": "1.2.0",
        "uptime_s": 4 * 3600,
        "printer": PrinterCondition.READY,
        "failed": (),
        "checked_at": ago(minutes=40),
        "round_trip_ms": 14,
        "unsent": 0,
        "error": None,
        "error_at": None,
        "orders": (),
    }
    return HallKiosk.model_validate({**usual, **differs})


def entry(number: int, kind: LeftKind | None, reason: SetAsideFor, *, person_known: bool = False) -> EntryAside:
    """Something that was left while the server was away, and could not be done."""
    return EntryAside(
        id=f"entry-{number}",
        number=f"1-{number:04d}",
        kind=kind,
        left_at=ago(hours=number),
        reason=reason,
        person_known=person_known,
    )


def entries() -> tuple[EntryAside, ...]:
    """One of each kind, and one that nobody can read."""
    return (
        entry(7, LeftKind.CHECK_IN, Verdict.TOO_LATE, person_known=True),
        entry(5, LeftKind.REQUEST, Verdict.NOT_AGREED),
        entry(3, LeftKind.SURVEY, Verdict.NOT_HELD),
        entry(2, None, AtKiosk.DAMAGED),
    )


def kiosks() -> tuple[HallKiosk, ...]:
    """Six, each in another state."""
    return (
        kiosk(
            1,
            health=Health.NEEDS_ATTENTION,
            orders=(order(OrderKind.TEST, OrderState.DONE),),
            aside=entries(),
            aside_count=4,
        ),
        kiosk(2, activity=Activity.IN_CALL, since=ago(minutes=7), locked=True),
        kiosk(
            3,
            health=Health.NEEDS_ATTENTION,
            complaints=(Complaint.CAMERA, Complaint.PAPER),
            activity=Activity.WAITING,
            since=ago(minutes=2),
            failed=(KioskPart.CAMERA,),
            checked_at=ago(minutes=2),
            printer=PrinterCondition.OUT_OF_PAPER,
            error="crashed",
            error_at=ago(minutes=9),
            orders=(order(OrderKind.MESSAGE, OrderState.ASKED),),
        ),
        kiosk(
            4,
            health=Health.SILENT,
            heard_at=ago(minutes=4),
            activity=Activity.IN_USE,
            orders=(order(OrderKind.RESTART, OrderState.FAILED, OrderFailure.NO_ANSWER),),
        ),
        kiosk(5, activity=Activity.LOCKED, locked=True, since=ago(hours=1)),
        kiosk(
            6,
            health=Health.NEVER_HEARD,
            enrolled=False,
            heard_at=None,
            activity=None,
            since=None,
            program=None,
            uptime_s=None,
            printer=PrinterCondition.NONE,
            checked_at=None,
            round_trip_ms=None,
        ),
    )


def hall(*of: HallKiosk, has_pin: bool = True) -> Hall:
    """The hall with these kiosks."""
    return Hall.model_validate({"site": SITE, "read_at": datetime.now(UTC), "has_pin": has_pin, "kiosks": of})


def view(*of: HallKiosk, has_pin: bool = True) -> HallView:
    """As it was read just now."""
    return HallView(hall(*of, has_pin=has_pin), time.monotonic())


def incident(number: int, kind: IncidentKind, **differs: Any) -> Incident:  # the same
    """One that goes on."""
    usual = {
        "number": number,
        "kind": kind,
        "site_id": "jazan",
        "office_id": None,
        "starts_at": ago(minutes=20),
        "ends_at": None,
    }
    return Incident.model_validate({**usual, **differs})


def log() -> IncidentLog:
    """Two calls for help, a fault that goes on and two that are over."""
    return IncidentLog(
        (
            incident(9, IncidentKind.KIOSK, kiosk_id="jazan-3", failed=("camera",), confirmed=False),
            incident(
                *(8, IncidentKind.KIOSK),
                kiosk_id="jazan-4",
                confirmed=False,
                starts_at=ago(minutes=34),
                answered_at=ago(minutes=1),
            ),
            incident(7, IncidentKind.POWER, starts_at=ago(hours=1)),
            incident(6, IncidentKind.SERVER_DOWN, site_id=None, starts_at=ago(hours=4), ends_at=ago(hours=3.9)),
            incident(5, IncidentKind.NETWORK, starts_at=ago(days=1), ends_at=ago(days=0.97)),
        )
    )
