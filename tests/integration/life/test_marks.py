"""What offices mark on documents: by whom, sealed, taken away and put back, and never shown to the citizen."""

import hashlib
from dataclasses import replace
from typing import Any, Final

import pytest
from sqlalchemy import select, update

from desk_client.domain.attachment_kinds import Kind
from desk_client.domain.ids import AppointmentId, AttachmentId, MarkId, RequestId
from desk_client.domain.marks import MarkKind
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.marks import Mark, MarkAsk
from desk_client.protocol.requests import GiveSlotStep, RequestAsk, TriageAsk
from desk_client.server.attachments.vetting import Vetted
from desk_client.server.services.access.sessions import Holder, open_session
from desk_client.server.services.asking import requests
from desk_client.server.services.asking.triage import triage
from desk_client.server.services.life import attachments, handing_in, marks
from desk_client.server.services.life.folders import Beside, OfAudience, OfRequest
from desk_client.server.storage.tables import booking
from tests.integration.life.lab import Lab, slot
from tests.integration.life.test_notes_and_call_backs import looks
from tests.integration.server.files import handed_in
from tests.stores import BOTH

STORES = BOTH
PIN: Final = MarkAsk(kind=MarkKind.NOTE, page=2, x=0.25, y=0.5, text="  الحد الشمالي مختلف  ")
AREA: Final = MarkAsk(kind=MarkKind.HIGHLIGHT, page=1, x=0.1, y=0.1, width=0.5, height=0.05)


def brought(lab: Lab, beside: Beside, number: int = 1) -> AttachmentId:
    """What a citizen brought."""
    content = b"%PDF-1.7 of the tests"
    vetted = Vetted(Kind.PDF, "a.pdf", content, hashlib.sha256(content).digest())
    citizen = lab.citizen(number)
    session = lab.write(open_session, Holder(citizen.role, "sms_code", person_id=citizen.person_id))
    acting = replace(citizen, session_id=session.actor.session_id)
    return AttachmentId(
        handed_in(lab.house, acting, beside, handing_in.sealed(lab.house.vault, lab.house.random, vetted))
    )


@pytest.fixture
def there(lab: Lab) -> tuple[OfAudience, AttachmentId]:
    """A document beside an audience with the mayor."""
    beside = OfAudience(AppointmentId(lab.book(lab.citizen(1), slot(1)).id))
    return beside, brought(lab, beside)


def texts(lab: Lab, who: str, there: tuple[OfAudience, AttachmentId]) -> list[tuple[str, bool, bool]]:
    found = lab.read(marks.read, lab.staff(who), *there).marks
    return [(mark.text, mark.is_own, mark.removed_at is not None) for mark in found]


def test_both_desks_of_an_office_see_each_others_marks_and_lose_none(
    lab: Lab, there: tuple[OfAudience, AttachmentId]
) -> None:
    made = [
        lab.write(marks.make, lab.staff("mayor"), *there, PIN),
        lab.write(marks.make, lab.staff("mayor-manager"), *there, AREA),
    ]
    for who in ("mayor", "mayor-manager"):
        assert texts(lab, who, there) == [("", True, False), ("الحد الشمالي مختلف", True, False)]
    assert [mark.author.en for mark in made] == ["mayor", "mayor-manager"]
    assert made[0].spot.x == 0.25
    assert looks(lab, there[1]) == ["mark_document", "mark_document"]
    assert lab.audited(made[0].id) == ["mark_document"]


def test_one_that_was_taken_away_is_put_back_by_either_desk_and_twice_is_once(
    lab: Lab, there: tuple[OfAudience, AttachmentId]
) -> None:
    made = lab.write(marks.make, lab.staff("mayor"), *there, PIN)
    which = (*there, MarkId(made.id))
    for _ in range(2):
        gone: Mark = lab.write(marks.remove, lab.staff("mayor-manager"), *which)
        assert gone.removed_by is not None
        assert gone.removed_by.en == "mayor-manager"
    assert texts(lab, "mayor", there) == [("الحد الشمالي مختلف", True, True)]
    for _ in range(2):
        assert lab.write(marks.restore, lab.staff("mayor"), *which).removed_at is None
    assert texts(lab, "mayor", there) == [("الحد الشمالي مختلف", True, False)]
    assert lab.audited(made.id) == ["mark_document", "remove_mark", "restore_mark"]


def test_after_a_transfer_both_offices_see_them_and_each_takes_away_its_own(
    lab: Lab, there: tuple[OfAudience, AttachmentId]
) -> None:
    made = lab.write(marks.make, lab.staff("mayor"), *there, PIN)
    passed_on = update(booking.appointment).where(booking.appointment.c.id == there[0].id)
    lab.house.write_now(
        lambda transaction: transaction.connection.execute(passed_on.values(attending_id="roads")).rowcount
    )
    assert texts(lab, "roads-head", there) == [("الحد الشمالي مختلف", False, False)]
    refused = lab.refused(marks.remove, lab.staff("roads-head"), *there, MarkId(made.id))
    assert refused.code is RefusalCode.FORBIDDEN
    lab.write(marks.make, lab.staff("roads-head"), *there, AREA)
    assert [own for _, own, _ in texts(lab, "mayor", there)] == [False, True]


def test_neither_the_citizen_nor_anybody_else_sees_or_makes_one(
    lab: Lab, there: tuple[OfAudience, AttachmentId]
) -> None:
    made = lab.write(marks.make, lab.staff("mayor"), *there, PIN)
    for who in (lab.citizen(1), lab.citizen(2), lab.staff("town-desk"), lab.staff("hall-operator"), lab.kiosk()):
        assert lab.refused(marks.read, who, *there).code is RefusalCode.FORBIDDEN
        assert lab.refused(marks.make, who, *there, PIN).code is RefusalCode.FORBIDDEN
    stranger = lab.staff("roads-head")
    assert lab.refused(marks.read, stranger, *there).code is RefusalCode.NOT_FOUND
    assert lab.refused(marks.remove, stranger, *there, MarkId(made.id)).code is RefusalCode.NOT_FOUND
    elsewhere = OfAudience(AppointmentId(lab.book(lab.citizen(2), slot(2)).id))
    for beside, document, mark in (
        (elsewhere, there[1], made.id),
        (there[0], AttachmentId("att_none"), made.id),
        (*there, "mrk_none"),
    ):
        lost = lab.refused(marks.remove, lab.staff("mayor"), beside, document, MarkId(mark))
        assert lost.code is RefusalCode.NOT_FOUND


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"text": "  "}, "text"),
        ({"width": 0.1}, "width"),
        ({"x": 0.9, "width": 0.2, "kind": MarkKind.HIGHLIGHT, "height": 0.1}, "x"),
        ({"kind": MarkKind.HIGHLIGHT, "width": 0.2, "height": 0.0001}, "height"),
    ],
)
def test_what_is_no_mark_is_refused(
    lab: Lab, there: tuple[OfAudience, AttachmentId], change: dict[str, Any], field: str
) -> None:
    refused = lab.refused(marks.make, lab.staff("mayor"), *there, PIN.model_copy(update=change))
    assert (refused.code, refused.field) == (RefusalCode.INVALID_REQUEST, field)


def test_there_is_an_end_to_them_and_they_lie_sealed(
    lab: Lab, there: tuple[OfAudience, AttachmentId], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marks, "MOST_MARKS", 2)
    for _ in range(2):
        lab.write(marks.make, lab.staff("mayor"), *there, PIN)
    assert lab.refused(marks.make, lab.staff("mayor"), *there, PIN).code is RefusalCode.LIMIT_REACHED
    kept = lab.house.read_now(
        lambda transaction: (
            transaction.connection.execute(select(booking.document_mark.c.content_sealed)).scalars().all()
        )
    )
    assert not any("الحد".encode() in each for each in kept)


def test_they_go_with_the_document(lab: Lab, there: tuple[OfAudience, AttachmentId]) -> None:
    lab.write(marks.make, lab.staff("mayor"), *there, PIN)
    assert lab.write(attachments.remove, lab.citizen(1), *there) is None
    left = lab.house.read_now(
        lambda transaction: transaction.connection.execute(select(booking.document_mark.c.id)).scalars().all()
    )
    assert left == []


def test_what_was_brought_with_the_request_is_seen_in_its_audience_by_the_office_alone(lab: Lab) -> None:
    asked = lab.write(requests.submit, lab.citizen(1), RequestAsk(text="الطريق", service_id="mayor-desk"))
    document = brought(lab, OfRequest(RequestId(asked.id)))
    given = lab.write(
        triage,
        lab.staff("town-desk"),
        RequestId(asked.id),
        TriageAsk(taken=GiveSlotStep(step="give_slot", service_id="mayor-desk", starts_at=slot(3))),
        asked.version,
    )
    beside = OfAudience(AppointmentId(str(given.appointment_id)))
    shown = lab.read(attachments.list_all, lab.staff("mayor"), beside).attachments
    assert [each.id for each in shown] == [document]
    assert lab.read(attachments.read, lab.staff("mayor"), beside, document).name == "a.pdf"
    lab.write(marks.make, lab.staff("mayor"), beside, document, AREA)
    assert lab.read(attachments.list_all, lab.citizen(1), beside).attachments == ()
    assert lab.refused(attachments.remove, lab.citizen(1), beside, document).code is RefusalCode.NOT_FOUND
