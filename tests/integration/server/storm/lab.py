"""A region of any size, put into a store by rows: as many offices, sites and signed-in people as a storm wants."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from sqlalchemy import insert

from desk_client.domain.kinds import AppointmentKind
from desk_client.server.house import House
from desk_client.server.security.tokens import Token, hashed, new_token
from desk_client.server.services.rulebook import rules_changed
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables import calendars, people, region

AGENCY: Final = "agency"


@dataclass(frozen=True, slots=True)
class Service:
    """What one may come about: in whose office, how long, and for how many at the same time."""

    id: str
    office_id: str
    minutes: int = 15
    buffer: int = 5
    capacity: int = 1


@dataclass(frozen=True, slots=True)
class Region:
    """What `settle` makes.

    Attributes:
        sites: how many; person number n stands at site number n modulo this.
        people: how many have signed in.
        most_open: how many open bookings of a service one person may have.
    """

    services: tuple[Service, ...]
    sites: int
    kiosks_a_site: int
    people: int
    opens: str = "08:00"
    closes: str = "11:20"
    most_open: int = 1000

    @property
    def office_ids(self) -> tuple[str, ...]:
        """Each once."""
        return tuple(dict.fromkeys(service.office_id for service in self.services))


def site_id(number: int) -> str:
    """The id of a site, from 0 on."""
    return f"site-{number}"


def person_id(number: int) -> str:
    """The id of a person, from 0 on."""
    return f"per_{number}"


def token_of(number: int) -> Token:
    """The token with which a person has signed in."""
    return new_token(hashlib.sha256(f"person {number}".encode()).digest())


def settle(house: House, wanted: Region) -> None:
    """Put a region into an empty store, in one transaction."""
    house.write_now(lambda transaction: _settled(transaction, wanted))


def _settled(transaction: Transaction, wanted: Region) -> None:
    run = transaction.connection.execute
    named = _texts("name")
    run(insert(region.agency), [{"id": AGENCY, "rank": 0, **named}])
    run(
        insert(region.office),
        [
            {
                "id": office_id,
                "agency_id": AGENCY,
                "zone": "Asia/Riyadh",
                "rank": rank,
                "rung": "mayor",
                "shows_position": True,
                **_texts("title"),
                **_texts("honorific"),
                **_texts("holder"),
            }
            for rank, office_id in enumerate(wanted.office_ids)
        ],
    )
    run(
        insert(region.service),
        [
            {
                "id": service.id,
                "office_id": service.office_id,
                "slot_minutes": service.minutes,
                "buffer_minutes": service.buffer,
                "lead_minutes": 0,
                "horizon_minutes": 60 * 24 * 60,
                "capacity": service.capacity,
                "cancel_before_minutes": 60,
                "change_before_minutes": 60,
                "most_open": wanted.most_open,
                "rank": rank,
                **named,
            }
            for rank, service in enumerate(wanted.services)
        ],
    )
    kind = AppointmentKind.VIDEO_KIOSK.value
    run(insert(region.service_kind), [{"service_id": service.id, "kind": kind} for service in wanted.services])
    run(
        insert(calendars.weekly_hours),
        [
            {"office_id": office_id, "weekday": weekday, "opens": wanted.opens, "closes": wanted.closes}
            for office_id in wanted.office_ids
            for weekday in range(7)
        ],
    )
    run(
        insert(region.site),
        [
            {"id": site_id(number), "governorate_id": "governorate", "rank": number, **named, **_texts("governorate")}
            for number in range(wanted.sites)
        ],
    )
    run(
        insert(region.kiosk),
        [
            {"id": f"kiosk-{site}-{number}", "site_id": site_id(site), "number": number}
            for site in range(wanted.sites)
            for number in range(wanted.kiosks_a_site)
        ],
    )
    rules_changed(transaction)
    _sign_in(transaction, wanted)


def _sign_in(transaction: Transaction, wanted: Region) -> None:
    seal = transaction.vault.seal
    ids = [person_id(number) for number in range(wanted.people)]
    persons = [
        {
            "id": each,
            "document": "national_id",
            "number_sealed": seal("person.number", each, "1000000008"),
            "number_index": hashlib.sha256(each.encode()).digest(),
            "mobile_sealed": seal("person.mobile", each, "+966500000001"),
            "name_sealed": seal("person.name", each, "عبدالله بن أحمد المثال"),
            "language": "ar",
            "created_at": transaction.now,
        }
        for each in ids
    ]
    sessions = [
        {
            "id": f"ses_{number}",
            "token_hash": hashed(token_of(number)),
            "role": "citizen",
            "person_id": each,
            "kiosk_id": f"kiosk-{number % wanted.sites}-0",
            "companions": 0,
            "verified_by": "sms_code",
            "created_at": transaction.now,
            "seen_at": transaction.now,
            "expires_at": transaction.now + timedelta(days=1),
        }
        for number, each in enumerate(ids)
    ]
    transaction.connection.execute(insert(people.person), persons)
    transaction.connection.execute(insert(people.session), sessions)
    consents = [
        {
            "person_id": each,
            "purpose": "processing",
            "text_version": "1",
            "given_at": transaction.now,
            "session_id": f"ses_{number}",
        }
        for number, each in enumerate(ids)
    ]
    transaction.connection.execute(insert(people.consent), consents)


def _texts(name: str) -> dict[str, str]:
    return {f"{name}_ar": "مثال", f"{name}_en": "example"}
