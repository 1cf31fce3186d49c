"""Holds the store against the model's world, table by table."""

from collections import Counter
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, Select, select

from desk_client.server.house import House
from desk_client.server.services.finding.occupancy import taken_bits
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import (
    appointment,
    claim,
    incident,
    occupancy,
    waitlist,
    waitlist_offer,
)
from desk_client.server.storage.tables.bookkeeping import audit, change, outbox
from desk_client.server.storage.tables.rooms import room
from tests.integration.life.model.world import LENGTH, World

_FIVE_MINUTES: Final = 300
_Rows = list[Row[Any]]  # columns are of many types


class Comparison:
    """Remembers what each resource's claims were the last time: where they changed, the version must have grown."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._seen: dict[str, tuple[frozenset[tuple[int, datetime | None]], int]] = {}

    def store_is(self, world: World) -> None:
        """Fail at the first table that is not as the model says."""
        self._house.read_now(lambda transaction: self._compared(transaction, world))

    def _compared(self, transaction: Transaction, world: World) -> None:
        def rows(query: Select[Any]) -> _Rows:
            return list(transaction.connection.execute(query).all())

        found = rows(select(appointment))
        _appointments(found, world)
        _wishes(rows(select(waitlist)), rows(select(waitlist_offer)), world)
        _books(rows(select(audit).order_by(audit.c.seq)), rows(select(outbox)), rows(select(change)), world)
        faults = rows(select(incident).order_by(incident.c.seq))
        assert [(row.starts_at, row.ends_at, row.site_id, row.office_id) for row in faults] == [
            (fault.starts_at, fault.ends_at, fault.site, fault.office) for fault in world.faults
        ]
        open_rooms = Counter(row.appointment_id for row in rows(select(room).where(room.c.closed_at.is_(None))))
        assert open_rooms == Counter(world.in_state("in_session")), "who is in session has a room, and nobody else"
        self._claims(transaction, rows(select(claim)), rows(select(occupancy)), found, world)

    def _claims(self, transaction: Transaction, claims: _Rows, versions: _Rows, found: _Rows, world: World) -> None:
        live = [row for row in claims if row.expires_at is None or row.expires_at > world.now]
        owned: dict[str, list[tuple[str, int]]] = {}
        by_resource: dict[str, set[tuple[int, datetime | None]]] = {}
        for row in live:
            name = row.resource.rsplit("-", 1)[0] if row.resource.startswith("kiosk:") else row.resource
            owned.setdefault(row.owner, []).append((name, row.quantum))
            by_resource.setdefault(row.resource, set()).add((row.quantum, row.expires_at))
        assert {owner: sorted(times) for owner, times in owned.items()} == {
            key: sorted(_time_of(world, key)) for key, own in world.owns.items() if world.has_time(own)
        }, "who has which time"
        for row in found:
            if row.id in owned:
                assert row.claims == len(owned[row.id]), "an appointment knows how much time is its own"
                seats = {each.resource for each in live if each.owner == row.id and each.resource.startswith("kiosk:")}
                assert ({row.seat} if row.seat else set()) == seats, "an appointment knows its seat"
        self._versions(transaction, by_resource, {row.resource: row.version for row in versions}, world)

    def _versions(
        self,
        transaction: Transaction,
        by_resource: dict[str, set[tuple[int, datetime | None]]],
        versions: dict[str, int],
        world: World,
    ) -> None:
        for resource in versions.keys() | by_resource.keys():
            before, version = self._seen.get(resource, (frozenset(), 0))
            still = {quantum for quantum, expires_at in before if expires_at is None or expires_at > world.now}
            now = frozenset(by_resource.get(resource, set()))
            assert versions.get(resource, 0) >= version, "a version never falls"
            if still != {quantum for quantum, _ in now}:
                assert versions.get(resource, 0) > version, f"the claims of {resource} changed, their version did not"
            self._seen[resource] = now, versions.get(resource, 0)
        quanta = [quantum for times in by_resource.values() for quantum, _ in times]
        within = range(min(quanta, default=0), max(quanta, default=0) + 1)
        # what the server remembers between transactions is what a search would answer
        for resource, bits in taken_bits(transaction, versions, within).items():
            assert bits == sum(1 << (quantum - within.start) for quantum, _ in by_resource.get(resource, set())), (
                f"what is remembered of {resource}"
            )


def _appointments(found: _Rows, world: World) -> None:
    assert {
        row.id: (
            row.state,
            row.version,
            row.person_id,
            row.office_id,
            row.attending_id,
            row.site_id,
            row.kind,
            row.starts_at,
            row.ends_at,
            row.held_until,
            row.offer_id is not None,
            row.priority,
            row.follows,
            row.booked_at,
            row.queued_at,
        )
        for row in found
    } == {
        key: (
            own.state,
            own.version,
            f"per_{own.person}",
            own.office,
            own.attending,
            own.site,
            "video_own" if own.site is None else "video_kiosk",
            own.starts_at,
            own.ends_at,
            own.until,
            own.offer,
            own.priority,
            own.follows,
            own.booked_at,
            own.queued_at,
        )
        for key, own in world.owns.items()
    }, "appointments"


def _wishes(found: _Rows, offers: _Rows, world: World) -> None:
    assert {
        row.id: (
            row.state,
            row.unanswered,
            row.person_id,
            row.office_id,
            row.site_id,
            row.before,
            row.appointment_id,
            row.priority,
        )
        for row in found
    } == {
        name: (
            wish.state,
            wish.unanswered,
            f"per_{wish.person}",
            wish.office,
            wish.site,
            wish.before,
            wish.own,
            wish.priority,
        )
        for name, wish in world.wishes.items()
    }, "places on the waitlist"
    assert {row.id: (row.waitlist_id, row.appointment_id, row.state, row.expires_at) for row in offers} == {
        name: (offer.wish, offer.held, offer.state, offer.expires_at) for name, offer in world.offers.items()
    }, "offers"


def _books(audits: _Rows, messages: _Rows, hints: _Rows, world: World) -> None:
    noted: dict[str, list[tuple[str, str]]] = {}
    for row in audits:
        if not row.subject.startswith("incident:"):
            noted.setdefault(row.subject, []).append((row.action, row.actor))
    assert noted == dict(world.audited), "audit rows"
    told: dict[str, list[str]] = {}
    for row in messages:
        told.setdefault(row.appointment_id, []).append(row.purpose)
        owner = world.owns.get(row.appointment_id)
        assert owner is None or row.person_id == f"per_{owner.person}", "told to whom it concerns"
    assert {key: sorted(purposes) for key, purposes in told.items()} == {
        key: sorted(purposes) for key, purposes in world.told.items() if purposes
    }, "messages"
    assert Counter((row.appointment_id, row.office_id) for row in hints) == world.announced, "hints to who watches"


def _time_of(world: World, key: str) -> set[tuple[str, int]]:
    own = world.owns[key]
    first = int(own.starts_at.timestamp()) // _FIVE_MINUTES
    names = [f"office:{own.office}", f"person:per_{own.person}", *([f"kiosk:{own.site}"] if own.site else [])]
    length = int(LENGTH.total_seconds()) // _FIVE_MINUTES
    return {(name, quantum) for name in names for quantum in range(first, first + length)}
