"""One thing of each kind in each of three places: the asker's own, another's beside it, and another governorate's.

Whoever asks works at the first of them and is confined to its governorate. What they do is undone at once, so that
everybody finds everything as it was.
"""

import asyncio
import hashlib
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Connection, insert, select, update

from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.identity_settings import FloodSettings
from desk_client.config.settings import ServerSettings
from desk_client.domain.access import Ownership, Role, Standing
from desk_client.domain.attachment_kinds import Kind
from desk_client.domain.ids import (
    AgencyId,
    AppointmentId,
    GovernorateId,
    KioskId,
    OfficeId,
    PersonId,
    RequestId,
    SiteId,
    StaffId,
    UploadLinkId,
)
from desk_client.domain.outcomes import Refusal
from desk_client.domain.walk_in import day_of
from desk_client.protocol.requests import RequestAsk
from desk_client.protocol.sessions import ChallengeAsk
from desk_client.protocol.waitlists import WaitAsk
from desk_client.server.attachments.vetting import Vetted
from desk_client.server.house import House
from desk_client.server.security.tokens import hashed
from desk_client.server.services.access import citizens
from desk_client.server.services.access.sessions import Holder, authenticate, open_session
from desk_client.server.services.actor import Actor
from desk_client.server.services.asking import requests
from desk_client.server.services.life import handing_in, links
from desk_client.server.services.life.folders import OfAudience, OfLink, OfRequest
from desk_client.server.services.rulebook import rules_changed
from desk_client.server.services.transaction import Transaction
from desk_client.server.services.waitlist import waitlists
from desk_client.server.storage.port import Store
from desk_client.server.storage.tables import booking, calendars, halls, people, recordings, region, walk_ins
from tests.fakes.clock import StandingClock
from tests.integration.life.lab import OFFICES, Lab, agreed, person_row, settle, slot
from tests.integration.server.files import handed_in

T = TypeVar("T")
_GIVEN = "a-person-of-the-tests"


@dataclass(frozen=True)
class Place:
    """Where a thing is, and whose."""

    name: str
    person: int
    office: str
    site: str
    governorate: str

    @property
    def agency(self) -> str:
        return OFFICES[self.office][0]


OWN = Place("own", 0, "mayor", "hall", "north")
OTHER = Place("other", 1, "water", "annex", "north")
ELSEWHERE = Place("elsewhere", 2, "mayor", "far", "south")
PLACES = (OWN, OTHER, ELSEWHERE)


@dataclass(frozen=True)
class Things:
    """What is at a place, by the name that a path has for its id."""

    place: Place
    ids: dict[str, str]

    @property
    def ownership(self) -> Ownership:
        """Whose all of them are."""
        return Ownership(
            PersonId(f"per_{self.place.person}"),
            frozenset({OfficeId(self.place.office)}),
            AgencyId(self.place.agency),
            SiteId(self.place.site),
            GovernorateId(self.place.governorate),
            AppointmentId(self.ids["appointment_id"]),
        )


class Rehearsal:
    """A `Store` on which everything can be done and nothing happens."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def write(self, work: Callable[[Connection], T]) -> Future[T]:
        def undone(connection: Connection) -> T:
            savepoint = connection.begin_nested()
            try:
                return work(connection)
            finally:
                savepoint.rollback()

        return self._store.write(undone)

    def read(self, work: Callable[[Connection], T]) -> T:
        return self._store.read(work)

    @property
    def waiting(self) -> int:
        return self._store.waiting

    @property
    def delay_s(self) -> float:
        return self._store.delay_s

    def on_commit(self, listener: Callable[[], None]) -> None:
        self._store.on_commit(listener)

    def close(self) -> None:
        self._store.close()


@dataclass(frozen=True)
class Regions:
    """A house with all of it, and a token for each role."""

    house: House
    things: tuple[Things, ...]
    tokens: dict[Role, str]
    standings: dict[Role, Standing]

    @property
    def rehearsing(self) -> House:
        """The same house, on which everything is undone."""
        return replace(self.house, store=Rehearsal(self.house.store))


def unhurried(settings: ServerSettings) -> ServerSettings:
    """The same settings, under which nobody asks too often."""
    return settings.model_copy(update={"flood": FloodSettings(per_address=None, per_actor=None)})


@contextmanager
def settled(settings: ServerSettings) -> Iterator[Regions]:
    """Make it, in the blank store of these settings."""
    clock = StandingClock()
    reached = settings.model_copy(update={"public_url": "https://majlis.example"})
    house = open_house(unhurried(reached), clock=clock)
    try:
        yield _settled(house, clock)
    finally:
        close_house(house)


def _settled(house: House, clock: StandingClock) -> Regions:
    asyncio.run(house.passwords.hashed("its-threads-live-as-long-as-the-house"))
    lab = Lab(house, clock)
    house.write_now(settle)
    house.write_now(_annex)
    things = tuple(_things(lab, number, place) for number, place in enumerate(PLACES))
    opened = {role: house.write_now(partial(_session, role=role)) for role in Role}
    for each in things:
        token = opened[Role.CITIZEN][0] if each.place == OWN else None
        each.ids.update(_linked(lab, each, token))
    return Regions(
        house,
        things,
        {role: token for role, (token, _) in opened.items()},
        {role: standing for role, (_, standing) in opened.items()},
    )


def _linked(lab: Lab, things: Things, token: str | None) -> dict[str, str]:
    """A link for a telephone, with a file, of the visit that has this token, or of one of the place's own person."""

    def visit(transaction: Transaction) -> Actor:
        if token is None:
            holder = Holder(Role.CITIZEN, "sms", person_id=things.ownership.person_id)
            opened = open_session(transaction, holder)
            assert not isinstance(opened, Refusal)
            return opened.actor
        known = authenticate(transaction, hashed(token))
        assert not isinstance(known, Refusal)
        return known.actor

    actor = lab.house.write_now(visit)
    link = lab.write(links.open_link, actor)
    content = b"%PDF-1.7 by " + things.place.name.encode()
    vetted = Vetted(Kind.PDF, "a.pdf", content, hashlib.sha256(content).digest())
    file = handing_in.sealed(lab.house.vault, lab.house.random, vetted)
    return {"link_id": link.id, "link_file_id": handed_in(lab.house, actor, OfLink(UploadLinkId(link.id)), file)}


def _annex(transaction: Transaction) -> None:
    texts = {"name_ar": "م", "name_en": "annex", "governorate_ar": "ش", "governorate_en": "north"}
    run = transaction.connection.execute
    run(insert(region.site).values(id="annex", governorate_id="north", rank=2, **texts))
    run(insert(region.kiosk).values(id="annex-1", site_id="annex", number=1))
    named = {"name_ar": "م", "name_en": "m", "rank": 0}
    for place in PLACES:
        run(insert(region.visiting_team).values(id=f"team_{place.name}", office_id=place.office, **named))
        run(insert(region.interpreter).values(id=f"sign_{place.name}", language="sign", **named))
    rules_changed(transaction)


def _things(lab: Lab, number: int, place: Place) -> Things:
    person = PersonId(f"per_{place.person}")
    citizen = lab.citizen(place.person, place.site)
    kiosk = lab.kiosk(f"{place.site}-1")
    staff = StaffId(f"stf_{place.name}")
    lab.write(_hire, staff, place)
    session = lab.write(open_session, Holder(Role.CITIZEN, "sms", person_id=person, kiosk_id=KioskId(kiosk.id)))
    booked = lab.book(citizen, slot(number), place.office)
    offered = lab.hold(citizen, slot(number, day=2), place.office)
    lab.write(_offer, offered.id, number)
    held = lab.hold(citizen, slot(number, day=3), place.office)
    service = f"{place.office}-desk"
    asked = lab.write(requests.submit, citizen, RequestAsk(text="الطريق", service_id=service))
    routed = update(booking.request).where(booking.request.c.id == asked.id).values(office_id=place.office)
    lab.house.write_now(lambda transaction: transaction.connection.execute(routed).rowcount)
    wait = lab.write(waitlists.join, citizen, WaitAsk(appointment_id=booked.id))
    lab.write(_offered_to, number, wait.id)
    content = b"%PDF-1.7 of " + place.name.encode()
    vetted = Vetted(Kind.PDF, "a.pdf", content, hashlib.sha256(content).digest())
    file, more = (handing_in.sealed(lab.house.vault, lab.house.random, vetted) for _ in range(2))
    acting = replace(citizen, session_id=session.actor.session_id)
    attached = handed_in(lab.house, acting, OfAudience(AppointmentId(booked.id)), file)
    enclosed = handed_in(lab.house, acting, OfRequest(RequestId(asked.id)), more)
    begun: Any = lab.write(citizens.challenge, kiosk, ChallengeAsk(national_id="1000000008", way="operator"))
    lab.write(_fault, place)
    lab.write(_walk_in, number, place)
    lab.write(_order, place)
    return Things(
        place,
        {
            "appointment_id": booked.id,
            "hold_id": held.id,
            "request_id": asked.id,
            "wait_id": wait.id,
            "offer_id": f"off_{number}",
            "attachment_id": attached,
            "mark_id": lab.write(_marked, attached, place, staff),
            "enclosure_id": enclosed,
            "challenge_id": begun.challenge_id,
            "number": str(number + 1),
            "walk_in_id": f"wlk_{number}",
            "kiosk_id": f"{place.site}-1",
            "order_id": f"ord_{place.name}",
            "site_id": place.site,
            "office_id": place.office,
            "person_id": person,
            "staff_id": staff,
            "message_id": _GIVEN,
            "service_id": service,
            "team_id": f"team_{place.name}",
            "interpreter_id": f"sign_{place.name}",
            "agency_id": place.agency,
            "backup_id": "majlis-20261122T060000.000000Z",
            "what": "office",
            "book": "audit",
            "place_id": place.office,
            "purpose": "sms",
            "kind": "messages",
            "entry_id": "entry-of-the-matrix",
            "key": "sign_in_code",
            "language": "ar",
            "busy_id": f"bsy_{number}",
            "recording_id": _recording(lab, number, booked.id, place, staff),
            "block": "0",
            "feed_token": _feed(lab, place, staff),
            "seal": (booked.calendar_url or "").rpartition("/")[2],
        },
    )


def _hire(transaction: Transaction, staff_id: StaffId, place: Place) -> None:
    bound = {"office_id": place.office, "governorate_id": place.governorate}
    _member(transaction, staff_id, Role.OFFICIAL, bound)


def _marked(transaction: Transaction, attachment_id: str, place: Place, staff_id: StaffId) -> str:
    """The office has marked what was brought to it."""
    mark_id = f"mrk_{place.name}"
    content = '{"x": 0.5, "y": 0.5, "width": 0, "height": 0, "text": "هنا"}'
    transaction.connection.execute(
        insert(booking.document_mark).values(
            id=mark_id,
            attachment_id=attachment_id,
            office_id=place.office,
            kind="note",
            page=1,
            content_sealed=transaction.vault.seal("document_mark.content", mark_id, content),
            made_by=staff_id,
            made_at=transaction.now,
        )
    )
    return mark_id


def _offer(transaction: Transaction, hold_id: str, number: int) -> None:
    """The hold is the waitlist's from now on, so that the person may have another."""
    appointment = booking.appointment
    transaction.connection.execute(
        update(appointment).where(appointment.c.id == hold_id).values(offer_id=f"off_{number}")
    )


def _offered_to(transaction: Transaction, number: int, wait_id: str) -> None:
    appointment = booking.appointment.c
    hold_id = transaction.connection.execute(
        booking.appointment.select().with_only_columns(appointment.id).where(appointment.offer_id == f"off_{number}")
    ).scalar_one()
    transaction.connection.execute(
        insert(booking.waitlist_offer).values(
            id=f"off_{number}",
            waitlist_id=wait_id,
            appointment_id=hold_id,
            code_hash=number.to_bytes(32, "big"),
            state="open",
            offered_at=transaction.now,
            expires_at=transaction.now + timedelta(minutes=10),
        )
    )


def _feed(lab: Lab, place: Place, staff_id: StaffId) -> str:
    """A feed of the place's official, and time that they have blocked; the token that opens the feed."""
    number = PLACES.index(place)
    token = f"feed-of-{place.name}"
    by = {"office_id": place.office, "made_at": lab.clock.now()}
    blocked = insert(calendars.busy_time).values(
        id=f"bsy_{number}", kind="blocked", starts_at=slot(0, day=20), ends_at=slot(1, day=20), made_by=staff_id, **by
    )
    fed = insert(calendars.calendar_feed).values(
        staff_id=staff_id, token_hash=hashed(token), language="ar", shows_names=False, **by
    )
    lab.house.write_now(lambda transaction: [transaction.connection.execute(each).rowcount for each in (blocked, fed)])
    return token


def _recording(lab: Lab, number: int, appointment_id: str, place: Place, staff_id: StaffId) -> str:
    """A talk that was recorded, of a block that nobody can open."""
    recording_id = f"rec_{number}"
    moments = dict.fromkeys(("asked_at", "began_at", "ended_at", "kept_at"), lab.clock.now())
    made = insert(recordings.recording).values(
        id=recording_id,
        appointment_id=appointment_id,
        office_id=place.office,
        state="kept",
        asked_by=staff_id,
        key_sealed=lab.house.vault.seal("recording.key", recording_id, bytes(32).hex()),
        expires_at=lab.clock.now() + timedelta(days=30),
        size=1,
        duration_ms=1,
        **moments,
    )
    block = insert(recordings.recording_block).values(recording_id=recording_id, number=0, content=b"sealed")
    lab.house.write_now(lambda transaction: [transaction.connection.execute(each).rowcount for each in (made, block)])
    return recording_id


def _fault(transaction: Transaction, place: Place) -> None:
    transaction.connection.execute(
        insert(booking.incident).values(
            site_id=place.site, office_id=place.office, kind="power", starts_at=transaction.now, confirmed=True
        )
    )


def _walk_in(transaction: Transaction, number: int, place: Place) -> None:
    day = day_of(transaction.now)
    moments = {"since": transaction.now, "taken_at": transaction.now}
    plain = {"reason": "inquiry", "priority": False, "state": "waiting", "calls": 0}
    transaction.connection.execute(
        insert(walk_ins.walk_in).values(
            id=f"wlk_{number}", site_id=place.site, day=day, number="B001", **moments, **plain
        )
    )


def _order(transaction: Transaction, place: Place) -> None:
    """Something that is asked of the place's kiosk."""
    transaction.connection.execute(
        insert(halls.kiosk_order).values(
            id=f"ord_{place.name}",
            kiosk_id=f"{place.site}-1",
            kind="test",
            state="asked",
            failed="",
            ends_visit=False,
            asked_at=transaction.now,
        )
    )


def _member(transaction: Transaction, staff_id: str, role: Role, bound: dict[str, str]) -> None:
    name = {"name_ar": "م", "name_en": staff_id}
    row = {"id": staff_id, "username": staff_id.lower(), "role": role.value, **name, **bound}
    transaction.connection.execute(insert(people.staff).values(**row))


def another_session(transaction: Transaction, role: Role, number: int) -> str:
    """Of somebody new of that role, at the same place."""
    # whoever shut the kiosk or somebody out, meant it; but then nobody could come any more
    transaction.connection.execute(update(region.kiosk).values(disabled_at=None))
    transaction.connection.execute(update(people.person).values(disabled_at=None))
    return _session(transaction, role, f"_{number}", number)[0]


def _session(transaction: Transaction, role: Role, suffix: str = "", number: int = 0) -> tuple[str, Standing]:
    """Somebody of that role who belongs to the place OWN, and is confined to its governorate."""
    match role:
        case Role.KIOSK:
            holder = Holder(role, "enrolment", kiosk_id=KioskId(f"{OWN.site}-1"))
        case Role.CITIZEN:
            holder = Holder(role, "sms", person_id=_person(transaction, number), kiosk_id=KioskId(f"{OWN.site}-1"))
        case Role.OPERATOR:
            holder = _confined(transaction, f"{role.value}{suffix}", role, {"site_id": OWN.site})
        case Role.COORDINATOR | Role.AGENCY_LEADER | Role.INTERPRETER:
            holder = _confined(transaction, f"{role.value}{suffix}", role, {"agency_id": OWN.agency})
        case Role.SPECIALIST | Role.OFFICIAL | Role.DELEGATE:
            holder = _confined(transaction, f"{role.value}{suffix}", role, {"office_id": OWN.office})
        case Role.EMIRATE_LEADERSHIP | Role.ADMINISTRATOR:
            holder = _confined(transaction, f"{role.value}{suffix}", role, {})
    opened = open_session(transaction, holder)
    assert not isinstance(opened, Refusal), opened
    return opened.token, opened.actor.standing


def _person(transaction: Transaction, number: int) -> PersonId:
    """One of those who are not erased, at first the one of OWN; where nobody is left, somebody new."""
    known = select(people.person.c.id).where(people.person.c.erased_at.is_(None)).order_by(people.person.c.id)
    there = transaction.connection.execute(known).scalars().all()
    if not there:
        there = [f"per_{number + 10}"]
        transaction.connection.execute(insert(people.person).values(person_row(transaction, number + 10)))
        agreement = agreed(f"per_{number + 10}", transaction.now)
        transaction.connection.execute(insert(people.consent).values(agreement))
    return PersonId(there[(OWN.person + number) % len(there)])


def _confined(transaction: Transaction, name: str, role: Role, bound: dict[str, str]) -> Holder:
    staff_id = f"stf_matrix_{name}"
    _member(transaction, staff_id, role, {**bound, "governorate_id": OWN.governorate})
    return Holder(role, "password", staff_id=StaffId(staff_id))
