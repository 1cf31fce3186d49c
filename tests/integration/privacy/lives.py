"""A person with something in every table, and everything that a store holds, in plain words."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Table, insert, select

from desk_client.domain.access import Role
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.ids import PersonId, SessionId, StaffId
from desk_client.server.house import House
from desk_client.server.security.indexes import PERSON_MOBILE, PERSON_NUMBER
from desk_client.server.services.actor import Actor
from desk_client.server.services.trail import looked_at, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.schema import metadata
from desk_client.server.storage.sealed import SealedColumn
from desk_client.server.storage.types import Moment

NUMBER: Final = "1000000008"
MOBILE: Final = "+966500000001"
NAME: Final = "Maryam Alfaifi"
SUBJECT: Final = "the road to our village"
ADDRESS: Final = "the blue house by the well"
REQUEST: Final = "please widen the bridge of the valley"
ANSWER: Final = "the bridge is in next year's plan"
MINUTES: Final = "promised a culvert before winter"
TRANSACTION: Final = "44-1203-77"
PRINCIPAL: Final = "Grandfather Sulayman, attorney 4417"
FILE_NAME: Final = "deed-of-the-orchard.pdf"
DECLINE: Final = "ask at the lower well"
EMAIL: Final = "maryam@orchard.example"
RECORDING_KEY: Final = "5e" * 32
CHAT: Final = "the number of the file is in the blue letter"
NOTE: Final = "ten minutes more: the valley is flooded"

HANDED: Final = "the deed is at the notary of Sabya"
VALUES: Final = (
    HANDED,
    NUMBER,
    MOBILE,
    *NAME.split(),
    SUBJECT,
    ADDRESS,
    REQUEST,
    ANSWER,
    MINUTES,
    TRANSACTION,
    PRINCIPAL,
    FILE_NAME,
    DECLINE,
    EMAIL,
    CHAT,
    NOTE,
)
"""What says who the person is or what they said; none of it is in the store once they are erased."""

OFFICIAL: Final = Actor(
    SessionId("ses_official"), Role.OFFICIAL, staff_id=StaffId("stf_official"), verified_by="password"
)


@dataclass(frozen=True)
class Life:
    """Ids that tests ask for."""

    person_id: PersonId
    citizen: Actor
    appointment_id: str
    request_id: str


def region(house: House) -> None:
    """What people need around them."""
    now = house.clock.now()

    def settle(transaction: Transaction) -> None:
        for name, row in _REGION.items():
            table = metadata.tables[name]
            transaction.connection.execute(insert(table).values(_whole(table, row, now)))

    house.write_now(settle)


_NOTHING: Final[dict[type, object]] = {str: "x", int: 1, bool: False, float: 0.0}
_REGION: Final[dict[str, dict[str, object]]] = {
    "agency": {"id": "municipality"},
    "office": {"id": "mayor", "agency_id": "municipality"},
    "service": {"id": "hearing", "office_id": "mayor"},
    "site": {"id": "farasan"},
    "kiosk": {"id": "farasan-1", "site_id": "farasan"},
    "staff": {"id": "stf_official", "username": "mayor", "role": "official", "office_id": "mayor"},
}


def _beside_the_talk(put: Any, seal: Any, tag: str, apt: str, now: datetime) -> None:
    """It was recorded, something was written beside it, and a call by phone was owed."""
    line = f"cht_{tag}"
    words = seal("chat_line.text", line, CHAT)
    put("chat_line", id=line, appointment_id=apt, author="citizen", text_sealed=words)
    put("call_back", appointment_id=apt, way="mobile")
    recorded = f"rec_{tag}"
    sealed = seal("recording.key", recorded, RECORDING_KEY)
    made = {"appointment_id": apt, "office_id": "mayor", "asked_by": "stf_official", "ended_at": now}
    put("recording", id=recorded, state="kept", key_sealed=sealed, **made)
    put("recording_block", recording_id=recorded, number=0, content=b"sealed")
    put("recording_answer", recording_id=recorded, staff_id="stf_official", agreed_at=now, text_version="2026-12")


def live(
    house: House,
    tag: str = "a",
    *,
    number: str = NUMBER,
    mobile: str = MOBILE,
    name: str = NAME,
    state: AppointmentState = AppointmentState.CONFIRMED,
    request_state: str = "declined",
) -> Life:
    """Somebody who did everything that one can do."""
    person_id = PersonId(f"per_{tag}")
    citizen = Actor(SessionId(f"ses_{tag}"), Role.CITIZEN, person_id=person_id, verified_by="sms_code")
    now = house.clock.now()

    def write(transaction: Transaction) -> None:
        seal, index = transaction.vault.seal, transaction.vault.index
        apt, req, out, wait = f"apt_{tag}", f"req_{tag}", f"msg_{tag}", f"wtl_{tag}"

        def put(name: str, **row: object) -> None:
            table = metadata.tables[name]
            transaction.connection.execute(insert(table).values(_whole(table, row, now)))

        put(
            "person",
            id=person_id,
            document="national_id",
            number_sealed=seal("person.number", person_id, number),
            number_index=index(PERSON_NUMBER, f"national_id::{number}"),
            mobile_sealed=seal("person.mobile", person_id, mobile),
            mobile_index=index(PERSON_MOBILE, mobile),
            name_sealed=seal("person.name", person_id, name),
            email_sealed=seal("person.email", person_id, EMAIL),
            language="ar",
        )
        for token in transaction.vault.name_tokens(name):
            put("person_name_token", token_index=token, person_id=person_id)
        put(
            "session",
            id=citizen.session_id,
            token_hash=hashlib.sha256(tag.encode()).digest(),
            role="citizen",
            person_id=person_id,
            kiosk_id="farasan-1",
            represented_sealed=seal("session.represented", citizen.session_id, PRINCIPAL),
            verified_by="sms_code",
            expires_at=now + timedelta(hours=2),
        )
        put("consent", person_id=person_id, purpose="processing", text_version="1", session_id=citizen.session_id)
        put(
            "challenge",
            id=f"chl_{tag}",
            provider="sms_code",
            kiosk_id="farasan-1",
            document="national_id",
            number_sealed=seal("challenge.number", f"chl_{tag}", number),
            number_index=index(PERSON_NUMBER, f"national_id::{number}"),
            mobile_sealed=seal("challenge.mobile", f"chl_{tag}", mobile),
            mobile_index=index(PERSON_MOBILE, mobile),
            expires_at=now + timedelta(minutes=5),
        )
        put(
            "request",
            id=req,
            case_id=f"cas_{tag}",
            person_id=person_id,
            agency_id="municipality",
            site_id="farasan",
            rung="mayor",
            state=request_state,
            text_sealed=seal("request.text", req, REQUEST),
            answer_sealed=seal("request.answer", req, ANSWER),
            decline_unit="roads",
            decline_next=DECLINE,
        )
        put(
            "request_step",
            id=f"rst_{tag}",
            request_id=req,
            version=2,
            step="decline_request",
            actor="stf_mayor",
            words_sealed=seal("request_step.words", f"rst_{tag}", ANSWER),
        )
        put(
            "appointment",
            id=apt,
            case_id=f"cas_{tag}",
            person_id=person_id,
            office_id="mayor",
            attending_id="mayor",
            service_id="hearing",
            site_id="farasan",
            kind="home_visit",
            state=state.value,
            ends_at=now + timedelta(minutes=20),
            held_until=now + timedelta(minutes=5) if state is AppointmentState.HELD else None,
            zone="Asia/Riyadh",
            subject_sealed=seal("appointment.subject", apt, SUBJECT),
            address_sealed=seal("appointment.address", apt, ADDRESS),
            represented_sealed=seal("appointment.represented", apt, PRINCIPAL),
            ticket_number=f"T-{tag}",
            ticket_code_hash=bytes(32),
        )
        taken: dict[str, dict[str, object]] = {
            "queue_told": {"appointment_id": apt},
            "claim": {"resource": "office:mayor", "quantum": hash(tag) % 10**6, "owner": apt},
            "occupancy": {"resource": f"person:{person_id}", "version": 1},
        }
        for table, row in taken.items():
            put(table, **row)
        put(
            "outcome",
            appointment_id=apt,
            code="accepted",
            text_sealed=seal("outcome.text", apt, MINUTES),
            follows_sealed=seal("outcome.follows", apt, f'{{"transaction_number": "{TRANSACTION}"}}'),
            responsible_unit="roads",
            recorded_by="stf_official",
        )
        put("satisfaction", appointment_id=apt, score=4, reasons="quick,respected", session_id=citizen.session_id)
        put("deposit", kiosk_id="farasan-1", id=f"dep_{tag}", verdict="checked_in", subject=apt)
        attachment = {
            "person_id": person_id,
            "media_type": "application/pdf",
            "added_by": person_id,
            "digest": bytes(32),
            "whole": True,
        }
        for number_, owner in enumerate(({"appointment_id": apt}, {"request_id": req})):
            att = f"att_{tag}{number_}"
            sealed = {
                "name_sealed": seal("attachment.name", att, FILE_NAME),
                "key_sealed": seal("attachment.key", att, "ff"),
            }
            put("attachment", id=att, **attachment, **sealed, **owner)
            put("attachment_content", attachment_id=att, number=0, content=b"content")
            put("document_mark", **_pin(transaction, f"mrk_{tag}{number_}", att))
        put(
            "waitlist",
            id=wait,
            person_id=person_id,
            office_id="mayor",
            service_id="hearing",
            kind="in_person",
            state="waiting",
            appointment_id=apt,
        )
        put(
            "waitlist_offer",
            id=f"off_{tag}",
            waitlist_id=wait,
            appointment_id=apt,
            code_hash=bytes(32),
            state="declined",
        )
        owners: tuple[dict[str, str], ...] = ({"person_id": person_id}, {"appointment_id": apt}, {})
        for number_, belongs in enumerate(owners):
            message = f"{out}{number_}"
            put(
                "outbox",
                id=message,
                kind="sms",
                purpose="reminder",
                language="ar",
                state="dead",
                recipient_sealed=seal("outbox.recipient", message, mobile),
                body_sealed=seal("outbox.body", message, f"Dear {name}: {SUBJECT}"),
                **belongs,
            )
        put("room", id=f"rom_{tag}", appointment_id=apt)
        put("call_summary", token_id=f"tok_{tag}", appointment_id=apt, party="citizen", figures="{}")
        note = f"not_{tag}"
        put(
            "office_note",
            id=note,
            appointment_id=apt,
            kind="waiting",
            text_sealed=seal("office_note.text", note, NOTE),
            sent_by="stf_official",
        )
        _beside_the_talk(put, seal, tag, apt, now)
        put(
            "outcome_draft",
            appointment_id=apt,
            text_sealed=seal("outcome_draft.text", apt, MINUTES),
            version=1,
            written_by="stf_official",
        )
        amendment = f"amd_{tag}"
        put(
            "outcome_amendment",
            id=amendment,
            appointment_id=apt,
            text_sealed=seal("outcome_amendment.text", amendment, MINUTES),
            reason_sealed=seal("outcome_amendment.reason", amendment, MINUTES),
            amended_by="stf_official",
        )
        _company(put, f"rom_{tag}", citizen.session_id)
        _handed_over(put, seal, tag, apt)
        answer = seal("idempotency.answer", f"{person_id}/key-{tag}", f'{{"subject": "{SUBJECT}"}}')
        put("idempotency", actor=person_id, key=f"key-{tag}", request_hash=bytes(32), answer_sealed=answer)
        put("change", appointment_id=apt, office_id="mayor", person_id=person_id)
        record(transaction, citizen, "book", apt)
        looked_at(transaction, OFFICIAL, "see_brief", person_id, apt)

    house.write_now(write)
    return Life(person_id, citizen, f"apt_{tag}", f"req_{tag}")


def _company(put: Callable[..., None], room_id: str, session_id: str) -> None:
    """The citizen is in the room, and somebody was called into it."""
    put("room_member", room_id=room_id, party="citizen", session_id=session_id)
    put("room_pair", room_id=room_id, offerer="official", answerer="citizen")
    called = {"staff_id": "stf_official", "called_by": "stf_official", "capacity": "interpreter", "state": "accepted"}
    put("room_call", room_id=room_id, party="third", **called)


def _handed_over(put: Any, seal: Any, tag: str, apt: str) -> None:
    """It was asked of another office whether it takes the talk over."""
    handover_id = f"hov_{tag}"
    note = seal("handover.note", handover_id, HANDED)
    offices = {"from_office_id": "mayor", "to_office_id": "mayor"}
    people = {"offered_by": "stf_official", "offered_to": "stf_official"}
    put("handover", id=handover_id, appointment_id=apt, room_id=f"rom_{tag}", note_sealed=note, **offices, **people)


def _pin(transaction: Transaction, mark_id: str, attachment_id: str) -> dict[str, Any]:  # columns of many types
    """What the office noted on a document."""
    return {
        "id": mark_id,
        "attachment_id": attachment_id,
        "office_id": "mayor",
        "kind": "note",
        "page": 1,
        "content_sealed": transaction.vault.seal("document_mark.content", mark_id, NOTE),
        "made_by": "stf_official",
    }


def _whole(table: Table, row: dict[str, Any], now: datetime) -> dict[str, object]:
    """The row, with something of no consequence in each column that must have a value and was not given one."""
    whole = dict(row)
    for column in table.columns:
        if column.nullable or column.name in whole or (column.primary_key and column.autoincrement is True):
            continue
        if isinstance(column.type, Moment):
            whole[column.name] = now
        else:
            whole[column.name] = _NOTHING[column.type.python_type]
    return whole


def everything(house: House) -> str:
    """Every row of every table as text, with whatever is sealed opened, and bytes as hexadecimal digits."""

    def read(transaction: Transaction) -> str:
        lines = []
        for table in metadata.sorted_tables:
            for row in transaction.connection.execute(select(table)):
                place = "/".join(str(getattr(row, column.name)) for column in table.primary_key.columns)
                values = []
                for column in table.columns:
                    value = getattr(row, column.name)
                    if column.name.endswith("_sealed") and value is not None:
                        value = transaction.vault.open(SealedColumn(table, column.name).name, place, value)
                    values.append(value.hex() if isinstance(value, bytes) else str(value))
                lines.append(f"{table.name}: {' | '.join(values)}")
        return "\n".join(lines)

    return house.read_now(read)
