"""A document's way to the desk: from a real server into memory, drawn by a real process, marked and marked anew."""

import asyncio
import hashlib

from sqlalchemy import select

from desk_client.client.actions import view
from desk_client.client.desk import DeskClient
from desk_client.client.papers import Mark, MarkDraft, MarkKind, Marks, PaperPlace, Spot, of_audience
from desk_client.client.viewing.drawing import Drawn, Opened, Wanted
from desk_client.client.viewing.reading import Reading
from desk_client.domain.access import Role
from desk_client.domain.attachment_kinds import Kind
from desk_client.domain.ids import AppointmentId, PersonId
from desk_client.domain.outcomes import Refusal
from desk_client.server.attachments.vetting import Vetted
from desk_client.server.services.access.sessions import Holder, open_session
from desk_client.server.services.life import handing_in
from desk_client.server.services.life.folders import OfAudience
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment
from tests import papers
from tests.integration.client.conftest import Ends, Region
from tests.integration.server.files import handed_in


def brought(region: Region, appointment_id: str, content: bytes) -> str:
    """The visitor's telephone has handed in a document."""
    house = region.running.house

    def session(transaction: Transaction) -> object:
        whose = select(appointment.c.person_id).where(appointment.c.id == appointment_id)
        person = PersonId(transaction.connection.execute(whose).scalar_one())
        return open_session(transaction, Holder(Role.CITIZEN, "sms_code", person_id=person))

    opened = house.write_now(session)
    vetted = Vetted(Kind.PDF, "صك.pdf", content, hashlib.sha256(content).digest())
    sealed = handing_in.sealed(house.vault, house.random, vetted)
    return handed_in(house, opened.actor, OfAudience(AppointmentId(appointment_id)), sealed)  # type: ignore[attr-defined]  # a session


async def marks(desk: DeskClient, place: PaperPlace, document_id: str) -> list[Mark]:
    found = await view.read_marks(desk, place, document_id)
    assert isinstance(found, Marks), found
    return list(found.marks)


async def test_it_is_fetched_drawn_and_marked_once_by_either_desk(ends: Ends, region: Region) -> None:
    kiosk = await ends.booked_kiosk()
    booked = kiosk.visit.value.booked
    assert booked is not None
    content = papers.pdf(3)
    document_id = await asyncio.to_thread(brought, region, booked.appointment.id, content)
    which = (of_audience(booked.appointment.id), document_id)
    desk, other = await ends.signed_in_desk(), await ends.signed_in_desk()

    fetched = await view.fetch(desk, *which)
    assert fetched == content
    reading = Reading()
    try:
        assert isinstance(await reading.open(fetched), Opened)
        assert isinstance(await reading.draw(Wanted(2, 300, 424)), Drawn)
    finally:
        reading.close()

    draft = MarkDraft(MarkKind.NOTE, 2, Spot(0.25, 0.5), "الحد الشمالي")
    made = [await view.make_mark(desk, *which, draft) for _ in range(2)]
    assert isinstance(made[0], Mark)
    assert made[0] == made[1], "its answer was lost on the way, and it is left once"
    both = await asyncio.gather(
        view.make_mark(desk, *which, MarkDraft(MarkKind.HIGHLIGHT, 1, Spot(0, 0, 0.5, 0.1))),
        view.make_mark(other, *which, MarkDraft(MarkKind.HIGHLIGHT, 1, Spot(0.2, 0, 0.5, 0.1))),
    )
    assert not any(isinstance(each, Refusal) for each in both)
    assert len(await marks(other, *which)) == 3, "of two desks nothing is lost"
    gone = await asyncio.gather(*(view.remove_mark(each, *which, made[0].id) for each in (desk, other)))
    assert all(isinstance(each, Mark) and each.removed_at is not None for each in gone)
    back = await view.restore_mark(other, *which, made[0].id)
    assert isinstance(back, Mark)
    assert (back.removed_at, back.text) == (None, "الحد الشمالي")

    token = kiosk.visit.value.session
    assert token is not None
    seen_by_citizen = await kiosk.gateway.ask("GET", f"{which[0].path}/{document_id}/marks", Marks, token=token.token)
    assert isinstance(seen_by_citizen, Refusal), "an office's marks are for offices"
