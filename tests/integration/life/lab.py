"""A small region of the tests, by rows: three offices of one agency and one of another, two halls, ten people."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import insert, select, update

from desk_client.domain.access import Role
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.consents import Purpose
from desk_client.domain.ids import (
    AgencyId,
    AppointmentId,
    GovernorateId,
    KioskId,
    OfficeId,
    PersonId,
    SessionId,
    SiteId,
    StaffId,
)
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import Appointment, AppointmentAsk, Booked
from desk_client.protocol.slots import Hold, HoldAsk
from desk_client.server.house import House
from desk_client.server.security.tokens import hashed
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking import appointments, booking, holding
from desk_client.server.services.booking.appointments import Record
from desk_client.server.services.privacy.consent_texts import present
from desk_client.server.services.rulebook import rules_changed
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment, claim
from desk_client.server.storage.tables.bookkeeping import audit, outbox
from desk_client.server.storage.tables.calendars import weekly_hours
from desk_client.server.storage.tables.people import consent, person, session, staff
from desk_client.server.storage.tables.region import agency, kiosk, office, service, service_kind, site
from tests.fakes.clock import StandingClock

T = TypeVar("T")

OFFICES = {
    "mayor": ("town", "mayor"),
    "deputy": ("town", "deputy_emir"),
    "roads": ("town", "department_head"),
    "water": ("plant", "department_head"),
}
"""Each with its agency and its rung."""
STAFF = {
    "mayor": (Role.OFFICIAL, "mayor", None, None),
    "mayor-manager": (Role.DELEGATE, "mayor", None, None),
    "roads-head": (Role.OFFICIAL, "roads", None, None),
    "town-desk": (Role.COORDINATOR, None, "town", None),
    "plant-desk": (Role.COORDINATOR, None, "plant", None),
    "roads-clerk": (Role.SPECIALIST, "roads", None, None),
    "hall-operator": (Role.OPERATOR, None, None, "hall"),
    "far-operator": (Role.OPERATOR, None, None, "far"),
    "admin": (Role.ADMINISTRATOR, None, None, None),
}
SITES = {"hall": ("north", 3), "far": ("south", 1)}
SUNDAY = datetime(2026, 11, 22, 6, tzinfo=UTC)
"""09:00 in Riyadh, when offices open; a slot is half an hour, the last begins at 11:30."""


def slot(number: int, day: int = 1) -> datetime:
    """The n-th slot of a day, counted from the clock's own Sunday."""
    return SUNDAY + timedelta(days=day, minutes=30 * number)


def _texts(name: str, text: str) -> dict[str, str]:
    return {f"{name}_ar": f"{text} ع", f"{name}_en": text}


def settle(transaction: Transaction) -> None:
    """Write the region into an empty store."""
    run = transaction.connection.execute
    run(insert(agency), [{"id": each, "rank": 0, **_texts("name", each)} for each in ("town", "plant")])
    run(
        insert(office),
        [
            {
                "id": name,
                "agency_id": of,
                "zone": "Asia/Riyadh",
                "rank": rank,
                "rung": rung,
                "shows_position": name != "water",
                **_texts("title", f"the {name}"),
                **_texts("honorific", ""),
                **_texts("holder", name),
            }
            for rank, (name, (of, rung)) in enumerate(OFFICES.items())
        ],
    )
    run(
        insert(service),
        [
            {
                "id": f"{name}-desk",
                "office_id": name,
                **_texts("name", f"a talk with {name}"),
                "slot_minutes": 30,
                "buffer_minutes": 0,
                "lead_minutes": 0,
                "horizon_minutes": 14 * 24 * 60,
                "capacity": 1,
                "cancel_before_minutes": 60,
                "change_before_minutes": 60,
                "most_open": 5,
                "by_request": name == "deputy",
                "rank": 0,
            }
            for name in OFFICES
        ],
    )
    kinds = ("video_kiosk", "video_own", "in_person")
    run(insert(service_kind), [{"service_id": f"{name}-desk", "kind": kind} for name in OFFICES for kind in kinds])
    run(
        insert(weekly_hours),
        [
            {"office_id": name, "weekday": day, "opens": "09:00", "closes": "12:00"}
            for name in OFFICES
            for day in (6, 0, 1, 2, 3)
        ],
    )
    for rank, (name, (governorate, kiosks)) in enumerate(SITES.items()):
        texts = {**_texts("name", name), **_texts("governorate", governorate)}
        run(insert(site).values(id=name, governorate_id=governorate, rank=rank, **texts))
        numbers = range(1, kiosks + 1)
        run(insert(kiosk), [{"id": f"{name}-{number}", "site_id": name, "number": number} for number in numbers])
    run(
        insert(staff),
        [
            {
                "id": f"stf_{name}",
                "username": name,
                "role": role.value,
                "office_id": office_id,
                "agency_id": agency_id,
                "site_id": site_id,
                **_texts("name", name),
            }
            for name, (role, office_id, agency_id, site_id) in STAFF.items()
        ],
    )
    run(insert(person), [person_row(transaction, number) for number in range(10)])
    run(insert(consent), [agreed(f"per_{number}", transaction.now) for number in range(10)])
    rules_changed(transaction)


def agreed(person_id: str, at: datetime) -> dict[str, object]:
    """The row of somebody who agreed to the processing of their data."""
    return {
        "person_id": person_id,
        "purpose": Purpose.PROCESSING.value,
        "text_version": present(Purpose.PROCESSING).version,
        "given_at": at,
        "session_id": "ses_of_yore",
    }


def person_row(transaction: Transaction, number: int) -> dict[str, Any]:
    """Somebody with the number, who has a mobile unless they are the tenth."""
    seal, person_id = transaction.vault.seal, f"per_{number}"
    return {
        "id": person_id,
        "document": "national_id",
        "number_sealed": seal("person.number", person_id, "1000000008"),
        "number_index": number.to_bytes(32, "big"),
        "mobile_sealed": None if number == 9 else seal("person.mobile", person_id, mobile(number % 10)),
        "name_sealed": seal("person.name", person_id, "عبدالله المثال"),
        "language": "en",
        "created_at": transaction.now,
    }


def near_only(transaction: Transaction) -> None:
    """Nothing later than tomorrow may be booked, so that a full calendar is full."""
    transaction.connection.execute(update(service).values(horizon_minutes=26 * 60))
    rules_changed(transaction)


def mobile(number: int) -> str:
    """Of the person with this number; the tenth has none."""
    return f"+96650000000{number}"


@dataclass
class Lab:
    """A house with the small region, and whoever comes to it."""

    house: House
    clock: StandingClock
    refusals: list[RefusalCode] = field(default_factory=list)

    def citizen(self, number: int, site: str = "hall") -> Actor:
        return Actor(
            SessionId(f"ses_{number}"),
            Role.CITIZEN,
            person_id=PersonId(f"per_{number}"),
            kiosk_id=KioskId(f"{site}-1"),
            site_id=SiteId(site),
        )

    def kiosk(self, kiosk_id: str = "hall-1") -> Actor:
        return Actor(
            SessionId(f"ses_{kiosk_id}"),
            Role.KIOSK,
            kiosk_id=KioskId(kiosk_id),
            site_id=SiteId(kiosk_id.rsplit("-", 1)[0]),
        )

    def kiosk_of(self, citizen: Actor, kiosk_id: str) -> Actor:
        """The same person at another kiosk."""
        return replace(citizen, kiosk_id=KioskId(kiosk_id), site_id=SiteId(kiosk_id.rsplit("-", 1)[0]))

    def staff(self, name: str, governorate: str | None = None) -> Actor:
        role, office_id, agency_id, site_id = STAFF[name]
        of = agency_id if office_id is None else OFFICES[office_id][0]
        return Actor(
            SessionId(f"ses_{name}"),
            role,
            staff_id=StaffId(f"stf_{name}"),
            office_id=None if office_id is None else OfficeId(office_id),
            agency_id=None if of is None else AgencyId(of),
            site_id=None if site_id is None else SiteId(site_id),
            governorate_id=None if governorate is None else GovernorateId(governorate),
        )

    def write(self, service: Callable[..., T | Refusal], *given: Any, **named: Any) -> T:
        """Run a service in a writing transaction; it must not refuse."""
        answer = self.house.write_now(lambda transaction: service(transaction, *given, **named))
        assert not isinstance(answer, Refusal), answer
        return answer

    def read(self, service: Callable[..., T | Refusal], *given: Any, **named: Any) -> T:
        answer = self.house.read_now(lambda transaction: service(transaction, *given, **named))
        assert not isinstance(answer, Refusal), answer
        return answer

    def refused(self, service: Callable[..., object], *given: Any, **named: Any) -> Refusal:
        """Run a service that must refuse."""
        answer = self.house.write_now(lambda transaction: service(transaction, *given, **named))
        assert isinstance(answer, Refusal), answer
        return answer

    def hold(self, actor: Actor, starts_at: datetime, office: str = "mayor", **named: Any) -> Hold:
        ask = HoldAsk(office_id=office, service_id=f"{office}-desk", starts_at=starts_at, **named)
        return self.write(holding.place_hold, actor, ask)

    def booked(self, actor: Actor, starts_at: datetime, office: str = "mayor", **named: Any) -> Booked:
        held = self.hold(actor, starts_at, office, **named)
        return self.write(booking.book, actor, AppointmentAsk(hold_id=held.id, subject="طريق القرية"))

    def book(self, actor: Actor, starts_at: datetime, office: str = "mayor", **named: Any) -> Appointment:
        return self.booked(actor, starts_at, office, **named).appointment

    def found(self, appointment_id: str) -> Record:
        found = self.house.read_now(lambda transaction: appointments.find(transaction, AppointmentId(appointment_id)))
        assert found is not None
        return found

    def state(self, appointment_id: str) -> AppointmentState:
        return self.found(appointment_id).state

    def of_person(self, number: int) -> list[Record]:
        """Everything that is or was theirs, holds and offers included, by time."""

        def all_of(transaction: Transaction) -> list[Record]:
            rows = transaction.connection.execute(
                appointments.records()
                .where(appointment.c.person_id == f"per_{number}")
                .order_by(appointment.c.starts_at, appointment.c.state)
            )
            return [appointments.record_of(transaction, row) for row in rows]

        return self.house.read_now(all_of)

    def owners(self, resource: str) -> dict[int, str]:
        """Who has which quantum of a resource; what has expired counts no more."""
        now = self.clock.now()
        rows = self.house.read_now(
            lambda transaction: transaction.connection.execute(
                select(claim.c.quantum, claim.c.owner, claim.c.expires_at).where(claim.c.resource == resource)
            ).all()
        )
        return {row.quantum: row.owner for row in rows if row.expires_at is None or row.expires_at > now}

    def messages(self, number: int) -> list[tuple[str, str]]:
        """Purpose and text of what a person was told, in order."""

        def told(transaction: Transaction) -> list[tuple[str, str]]:
            rows = transaction.connection.execute(
                select(outbox).where(outbox.c.person_id == f"per_{number}").order_by(outbox.c.created_at, outbox.c.id)
            )
            opened = transaction.vault.open
            return [(row.purpose, opened("outbox.body", row.id, row.body_sealed)) for row in rows]

        return self.house.read_now(told)

    def purposes(self, number: int) -> list[str]:
        return sorted(purpose for purpose, _ in self.messages(number))

    def audited(self, subject: str) -> list[str]:
        """What was done to a thing, in order."""
        return list(
            self.house.read_now(
                lambda transaction: (
                    transaction.connection.execute(
                        select(audit.c.action).where(audit.c.subject == subject).order_by(audit.c.seq)
                    )
                    .scalars()
                    .all()
                )
            )
        )

    def token(self, actor: Actor) -> str:
        """A session of this actor, for those who speak HTTP."""
        token = f"token-{actor.session_id}"
        self.house.write_now(
            lambda transaction: transaction.connection.execute(
                insert(session).values(
                    id=actor.session_id,
                    token_hash=hashed(token),
                    role=actor.role.value,
                    person_id=actor.person_id,
                    staff_id=actor.staff_id,
                    kiosk_id=actor.kiosk_id,
                    companions=0,
                    verified_by="test",
                    created_at=transaction.now,
                    seen_at=transaction.now,
                    expires_at=transaction.now + timedelta(days=1),
                )
            )
        )
        return token

    def at(self, moment: datetime) -> None:
        """Move the clock there."""
        self.clock.advance(moment - self.clock.now())

    @property
    def today(self) -> date:
        return self.clock.now().date()
