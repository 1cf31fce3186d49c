"""An administrator words messages, and sends off again what was given up; nobody else does."""

from dataclasses import replace

import pytest
from sqlalchemy import insert, select

from desk_client.domain.access import Role
from desk_client.domain.ids import MessageId, SessionId, StaffId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.language import Language
from desk_client.server.house import House
from desk_client.server.jobs.sending import Sender
from desk_client.server.notify.gateway import FileGateway, Undelivered
from desk_client.server.notify.notices import OutcomeReady, SignInCode
from desk_client.server.notify.outbox import MessageKind, Terms
from desk_client.server.notify.parts import Alphabet
from desk_client.server.notify.samples import SAMPLES
from desk_client.server.notify.templates import TemplateKey
from desk_client.server.notify.wording import worded
from desk_client.server.services.actor import Actor
from desk_client.server.services.administration.messages import (
    WORDED,
    DeadLetter,
    Preview,
    Template,
    dead_letters,
    preview,
    send_again,
    settle,
    templates,
    unword,
    word,
)
from desk_client.server.storage.tables.bookkeeping import audit
from desk_client.server.storage.tables.people import staff
from tests.integration.server.outbox.rows import put, rows, states
from tests.stores import BOTH

STORES = BOTH
ADMINISTRATOR = Actor(SessionId("ses_a"), Role.ADMINISTRATOR, staff_id=StaffId("stf_a"))
OFFICIAL = Actor(SessionId("ses_b"), Role.OFFICIAL, staff_id=StaffId("stf_b"))
KEY = TemplateKey.OUTCOME_READY
FORBIDDEN = Refusal(RefusalCode.FORBIDDEN)


class Refusing(FileGateway):
    """A carrier that wants no message at all."""

    def send(self, *_: object) -> Undelivered:
        return Undelivered("no", permanent=True)


def said(house: House, language: Language) -> str:
    terms = Terms(KEY, language)
    return house.read_now(lambda transaction: worded(transaction, OutcomeReady("10001"), terms))


@pytest.fixture
def administered(house: House) -> House:
    row = {"id": "stf_a", "username": "admin", "role": "administrator", "name_ar": "م", "name_en": "A"}
    house.write_now(lambda transaction: transaction.connection.execute(insert(staff).values(**row)).rowcount)
    return house


def test_a_message_is_worded_anew_in_one_language_and_back(administered: House) -> None:
    house = administered
    ours = said(house, Language.ARABIC), said(house, Language.ENGLISH)
    for body in ("Ready: {number}", "Read {number}."):
        new = house.write_now(lambda t, body=body: word(t, ADMINISTRATOR, KEY, Language.ENGLISH, body))  # type: ignore[misc]  # mypy cannot infer a lambda with a default
        assert new == Template(KEY, Language.ENGLISH, body, own=True, needed=["number"], offered=[])
    assert (said(house, Language.ARABIC), said(house, Language.ENGLISH)) == (ours[0], "Read 10001.")
    listed = house.read_now(lambda transaction: templates(transaction, ADMINISTRATOR))
    assert not isinstance(listed, Refusal)
    assert [(item.key, item.language) for item in listed if item.own] == [(KEY, Language.ENGLISH)]
    assert len(listed) == len(TemplateKey) * len(WORDED)
    house.write_now(lambda transaction: unword(transaction, ADMINISTRATOR, KEY, Language.ENGLISH))
    assert said(house, Language.ENGLISH) == ours[1]
    acts = house.read_now(
        lambda t: t.connection.execute(select(audit.c.action, audit.c.subject).order_by(audit.c.seq)).all()
    )
    assert [tuple(act) for act in acts] == [
        ("word_message", "outcome_ready:en"),
        ("word_message", "outcome_ready:en"),
        ("unword_message", "outcome_ready:en"),
    ]


def test_a_body_without_what_it_needs_is_refused_by_its_field(administered: House) -> None:
    refusal = administered.write_now(lambda t: word(t, ADMINISTRATOR, KEY, Language.ARABIC, "جاهزة"))
    assert refusal == Refusal(RefusalCode.INVALID_REQUEST, field="body.number")


def test_a_preview_reads_and_counts_or_says_what_is_wrong() -> None:
    shown = preview(ADMINISTRATOR, TemplateKey.SIGN_IN_CODE, Language.ENGLISH, "Code {code}")
    assert isinstance(shown, Preview)
    assert shown.length is not None
    assert (shown.text, shown.length.alphabet, shown.length.parts) == ("Code 012345", Alphabet.GSM_7, 1)
    wrong = preview(ADMINISTRATOR, TemplateKey.SIGN_IN_CODE, Language.ENGLISH, "Code {pin}")
    assert isinstance(wrong, Preview)
    assert [fault.field for fault in wrong.faults] == ["body.pin", "body.code"]
    assert isinstance(SAMPLES[TemplateKey.SIGN_IN_CODE], SignInCode)


def test_a_dead_letter_is_listed_without_its_secrets_and_sent_again(administered: House) -> None:
    house = administered
    for text in ("one", "two", "three"):
        put(house, text)
    Sender(replace(house, sms=Refusing.__new__(Refusing)), MessageKind.SMS).round()
    assert states(house) == [("dead", 1)] * 3
    first = house.read_now(lambda transaction: dead_letters(transaction, ADMINISTRATOR, most=2))
    assert not isinstance(first, Refusal)
    after = first[-1].id
    rest = house.read_now(lambda transaction: dead_letters(transaction, ADMINISTRATOR, after=after))
    assert not isinstance(rest, Refusal)
    assert {letter.id for letter in (*first, *rest)} == {row.id for row in rows(house)}
    assert isinstance(first[0], DeadLetter)
    assert (first[0].fault, first[0].can_be_sent, "+966" in repr(first)) == ("no", True, False)

    assert house.write_now(lambda transaction: send_again(transaction, ADMINISTRATOR, after)) is None
    again = house.write_now(lambda transaction: send_again(transaction, ADMINISTRATOR, after))
    assert again == Refusal(RefusalCode.ILLEGAL_TRANSITION)
    nobody = house.write_now(lambda transaction: send_again(transaction, ADMINISTRATOR, MessageId("msg_none")))
    assert nobody == Refusal(RefusalCode.NOT_FOUND)
    Sender(house, MessageKind.SMS).round()
    assert sorted(states(house)) == [("dead", 1), ("dead", 1), ("sent", 0)]

    last = rest[0].id
    assert house.write_now(lambda transaction: settle(transaction, ADMINISTRATOR, last)) is None
    again = house.write_now(lambda transaction: settle(transaction, ADMINISTRATOR, last))
    assert again == Refusal(RefusalCode.ILLEGAL_TRANSITION)
    (settled,) = (row for row in rows(house) if row.id == last)
    assert (settled.state, settled.recipient_sealed, settled.body_sealed) == ("withdrawn", None, None)


def test_nobody_else_may(house: House) -> None:
    message_id = MessageId("msg_a")
    assert house.read_now(lambda transaction: templates(transaction, OFFICIAL)) == FORBIDDEN
    assert house.read_now(lambda transaction: dead_letters(transaction, OFFICIAL)) == FORBIDDEN
    assert house.write_now(lambda transaction: send_again(transaction, OFFICIAL, message_id)) == FORBIDDEN
    assert house.write_now(lambda transaction: settle(transaction, OFFICIAL, message_id)) == FORBIDDEN
    assert house.write_now(lambda t: word(t, OFFICIAL, KEY, Language.ARABIC, "{number}")) == FORBIDDEN
    assert house.write_now(lambda t: unword(t, OFFICIAL, KEY, Language.ARABIC)) == FORBIDDEN
    assert preview(OFFICIAL, KEY, Language.ARABIC, "{number}") == FORBIDDEN
