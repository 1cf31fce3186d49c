"""Visitors without an ID leave requests at kiosks without a line by the same rules as everybody."""

from datetime import date
from itertools import permutations
from typing import Any, Final

import pytest
from sqlalchemy import select

from desk_client.domain.access import Role
from desk_client.domain.deposits import Verdict
from desk_client.domain.ids import SessionId
from desk_client.domain.outcomes import Refusal
from desk_client.domain.people import DocumentKind, Mobile, parse_document
from desk_client.i18n.language import Language
from desk_client.protocol.deposits import DepositAsk, RequestLeft, outside
from desk_client.protocol.sealed_box import close_box
from desk_client.protocol.sessions import DocumentAsk
from desk_client.server.services.access import people
from desk_client.server.services.access.adopting import adopt
from desk_client.server.services.actor import Actor
from desk_client.server.services.asking import requests as asking
from desk_client.server.services.asking.inbox import inbox
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables import booking
from desk_client.server.storage.tables.people import person
from tests.integration.life.depositing import MINUTE, MOBILE, Kiosk, end_state, handing_in, requests_of, wish
from tests.integration.life.lab import Lab

PASSPORT: Final = DocumentAsk(kind=DocumentKind.PASSPORT, number="a1234567", nationality="EG")
BORDER: Final = DocumentAsk(kind=DocumentKind.BORDER_NUMBER, number="٣١٢٣٤٥٦٧٨٩", nationality="YE")


def of_visitor(document: DocumentAsk = PASSPORT, **changed: Any) -> RequestLeft:
    """The same wish, of somebody without an ID."""
    return wish(**{"national_id": None, "document": document, **changed})


@pytest.mark.parametrize(
    ("document", "masked", "nationality"), [(PASSPORT, "A1••••67", "EG"), (BORDER, "31••••••89", "YE")]
)
def test_a_visitor_s_wish_is_a_request_that_says_by_which_papers(
    lab: Lab, document: DocumentAsk, masked: str, nationality: str
) -> None:
    assert Kiosk(lab).hands_in(of_visitor(document), lab.clock.now()).verdict is Verdict.REQUESTED
    (item,) = lab.read(inbox, lab.staff("town-desk")).items
    assert (item.citizen_name, item.masked_id, item.is_verified) == ("سارة المثال", masked, False)
    row = lab.house.read_now(
        lambda each: each.connection.execute(select(person).where(person.c.id == requests_of(lab)[0][2])).one()
    )
    assert (row.document, row.nationality) == (document.kind.value, nationality)


def test_visitors_wishes_are_merged_in_every_order_and_never_with_another_s(lab: Lab) -> None:
    one, two = Kiosk(lab, "hall-1"), Kiosk(lab, "hall-2")
    now = lab.clock.now()
    other_country = PASSPORT.model_copy(update={"nationality": "SD"})
    as_typed = PASSPORT.model_copy(update={"number": "A123 4567", "nationality": "eg"})
    arriving = [
        handing_in(one, of_visitor(text="الطريق"), now - 30 * MINUTE),
        handing_in(two, of_visitor(as_typed, text="والماء", days=(date(2026, 11, 25),)), now - 20 * MINUTE),
        handing_in(two, of_visitor(other_country, text="الطريق"), now - 15 * MINUTE),
        handing_in(one, of_visitor(BORDER, text="الطريق"), now - 10 * MINUTE),
        handing_in(one, wish(text="الطريق"), now - 5 * MINUTE),
    ]

    def look(transaction: Transaction) -> Any:
        opened = transaction.vault.open
        rows = transaction.connection.execute(select(booking.request)).all()
        claimed = transaction.connection.execute(select(person).where(person.c.unverified)).all()
        return (
            tuple(sorted((row.submitted_at, opened("request.text", row.id, row.text_sealed)) for row in rows)),
            len(claimed),
        )

    ((requested, count),) = {end_state(lab, order, now, look) for order in permutations(arriving)}
    assert count == 4, "two nationalities are two people with one number"
    assert [at for at, _ in requested] == [now - 30 * MINUTE, now - 15 * MINUTE, now - 10 * MINUTE, now - 5 * MINUTE]
    assert requested[0][1].startswith("الطريق\nوالماء\nالأيام المفضلة")


@pytest.mark.parametrize(
    "left",
    [
        of_visitor(PASSPORT.model_copy(update={"number": "A1"})),
        of_visitor(PASSPORT.model_copy(update={"nationality": None})),
        of_visitor(BORDER.model_copy(update={"number": "5123456789"})),
        of_visitor(DocumentAsk(kind=DocumentKind.NATIONAL_ID, number="1000000000")),
        of_visitor(mobile="0400000000"),
        wish(document=PASSPORT),
        wish(national_id=None),
    ],
)
def test_papers_that_cannot_be_any_are_set_aside(lab: Lab, left: RequestLeft) -> None:
    assert Kiosk(lab).hands_in(left, lab.clock.now()).verdict is Verdict.INVALID
    assert requests_of(lab) == []


def test_papers_of_a_kind_that_nobody_knows_are_set_aside(lab: Lab) -> None:
    assert _sealed(lab, '"document": {"kind": "library_card", "number": "A1234567", "nationality": "EG"}') == (
        Verdict.INVALID
    )
    assert requests_of(lab) == []


def test_what_an_older_kiosk_has_sealed_is_merged_with_what_a_newer_one_does(lab: Lab) -> None:
    assert _sealed(lab, '"national_id": "1000000008"') == Verdict.REQUESTED
    assert Kiosk(lab, "hall-2").hands_in(wish(text="والماء"), lab.clock.now()).verdict is Verdict.MERGED
    ((text, _, _),) = requests_of(lab)
    assert {"الطريق", "والماء"} <= set(text.splitlines())


def _sealed(lab: Lab, whose: str) -> Verdict:
    """Hand in an entry as it was written by hand."""
    kiosk, box, now = Kiosk(lab), lab.house.deposits, lab.clock.now()
    inside = (
        f'{{"kind": "request", {whose}, "mobile": "{MOBILE}", "name": "سارة المثال", "service_id": "roads-desk", '
        f'"text": "الطريق", "days": ["2026-11-24"], "consent_version": "{wish().consent_version}", "language": "ar"}}'
    )
    sealed = close_box(box.public_key, inside.encode(), outside("old", 7, now))
    return kiosk.sends("old", DepositAsk.of(7, now, box.key_id, sealed)).verdict


def test_what_a_visitor_left_becomes_theirs_who_prove_passport_and_mobile(lab: Lab) -> None:
    Kiosk(lab).hands_in(of_visitor(), lab.clock.now())
    document = parse_document(DocumentKind.PASSPORT, "A1234567", "EG")
    other = parse_document(DocumentKind.PASSPORT, "A1234567", "SD")
    assert not isinstance(document, Refusal)
    assert not isinstance(other, Refusal)
    mobile = Mobile("+966500000777")
    proved = lab.write(people.remembered, document, mobile, Language.ARABIC)
    stranger = lab.write(people.remembered, other, mobile, Language.ARABIC)
    lab.write(adopt, stranger, other, mobile)
    assert requests_of(lab)[0][2] not in {proved, stranger}
    lab.write(adopt, proved, document, mobile)
    citizen = Actor(SessionId("ses_new"), Role.CITIZEN, person_id=proved, site_id=lab.kiosk().site_id)
    assert len(lab.read(asking.mine, citizen).requests) == 1


def test_nothing_of_a_visitor_lies_open_in_the_store(lab: Lab) -> None:
    Kiosk(lab).hands_in(of_visitor(), lab.clock.now())

    def dump(transaction: Transaction) -> str:
        tables = (booking.request, booking.deposit, person)
        rows = [row for table in tables for row in transaction.connection.execute(select(table))]
        return "\n".join(str(value) for row in rows for value in row)

    assert "1234567" not in lab.house.read_now(dump)
