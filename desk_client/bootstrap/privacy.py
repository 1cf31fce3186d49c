"""The administrator's tasks on the audit trail and on people's data: checked, taken out, erased, kept, reported."""

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from sqlalchemy import select

from desk_client.config.files import private_file
from desk_client.domain.ids import PersonId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import Document, DocumentKind, parse_document
from desk_client.domain.retention import Kind
from desk_client.i18n.digits import to_ascii
from desk_client.server.house import House
from desk_client.server.jobs.retaining import Retaining
from desk_client.server.jobs.sealing import Sealer, anchor_of
from desk_client.server.security.audit_anchor import AnchorDamagedError
from desk_client.server.services.access import people
from desk_client.server.services.audit import breach
from desk_client.server.services.audit.audit_check import check
from desk_client.server.services.privacy import erasure, retention
from desk_client.server.services.privacy.export import exported
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import person

_FROM_INPUT: Final = "-"


class PrivacyTaskError(Exception):
    """The task cannot be done as asked; the message says why, and holds nothing about a person."""


def verify_audit(house: House, *, new_anchor: bool = False) -> tuple[bool, str]:
    """Walk the whole trail; whether it is whole, and what to tell.

    With `new_anchor` its present end is noted as the right one afterwards: after a restored backup, or once a finding
    was looked into.
    """
    anchor = anchor_of(house.settings)
    sentences = []
    noted, damaged = None, False
    try:
        noted = anchor.read()
    except AnchorDamagedError as error:
        damaged = True
        sentences.append(f"{error}: whether the end of the trail is missing cannot be told")
    report = check(house.read_now, house.audit_key, noted, house.settings.audit.unsealed_within)
    if noted is None and not damaged and report.end.position:
        sentences.append(f"there is no anchor at {anchor.path}: whether the end of the trail is missing cannot be told")
    sentences += [finding.sentence for finding in report.findings]
    if report.count > len(report.findings):
        sentences.append(f"and {report.count - len(report.findings)} more")
    whole = report.is_whole and not damaged
    if whole:
        sentences.insert(0, f"the audit trail is whole: {report.end.position} rows, {report.end.digest.hex()}")
    else:
        sentences.insert(0, f"the audit trail was tampered with, or is not sealed ({report.end.position} seals):")
    if new_anchor and report.end.position:
        anchor.write(report.end)
        sentences.append(f"position {report.end.position} is the anchor from now on; restart the servers")
    return whole, "\n".join(sentences)


def export_person(house: House, named: str, file: Path) -> str:
    """Write everything that is held about a person to a new file that only its owner reads; what to tell.

    Raises:
        PrivacyTaskError: there is no such person, or the file is there already.
        OSError: the file cannot be written.
    """
    person_id = _person(house, named)
    if file.exists():
        raise PrivacyTaskError(f"{file} is there already: name a new file")
    house.write_now(lambda transaction: record(transaction, None, "export_data", person_id))
    Sealer(house).finish()  # no server may be running that would
    written = private_file(file, (piece.encode() for piece in _pieces(house, person_id)))
    return f"{written} bytes about {person_id} are in {file}"


def erase_person(house: House, named: str) -> str:
    """Erase a person; what to tell.

    Raises:
        PrivacyTaskError: there is no such person, or they have an open appointment.
    """
    person_id = _person(house, named)
    answer = house.write_now(lambda transaction: erasure.erase(transaction, person_id, None))
    if isinstance(answer, Refusal):
        if answer.code is RefusalCode.NOT_FOUND:
            raise PrivacyTaskError("this person was erased before")
        raise PrivacyTaskError(f"{person_id} has an open appointment: cancel it first")
    Sealer(house).finish()
    return f"{person_id} is erased; backups from before still hold the data, under their own retention"


def keep_or_clear(house: House, changes: Sequence[str], *, now: bool) -> str:
    """Say how long each kind is kept and how much would go; with `now` it goes.

    Before that each of `changes` ("messages=30") is made: a kind, and for how many days it is kept.

    Raises:
        PrivacyTaskError: one of them is no such thing; nothing was changed.
    """
    for kind, days in [_change(text) for text in changes]:
        house.write_now(partial(retention.keep, kind=kind, days=days))
    job = Retaining(house)
    Sealer(house).finish()
    kept = house.read_now(retention.kept_for)
    counts = job.clear() if now else job.due()
    word = "removed" if now else "due"
    lines = [f"{'kind':24} {'kept for':>12} {word:>10}"]
    lines += [f"{kind.value:24} {_span(kept[kind].total_seconds()):>12} {counts[kind]:>10}" for kind in Kind]
    return "\n".join(lines)


class BreachArguments(Protocol):
    """What the command line says: moments in ISO 8601."""

    since: str
    until: str | None
    actor: str | None


def breach_report(house: House, asked: BreachArguments) -> str:
    """Whose data was shown to whom and changed by whom in that time, as JSON; ids only.

    Raises:
        PrivacyTaskError: a moment cannot be read.
    """
    since = _moment(asked.since)
    until = house.clock.now() if asked.until is None else _moment(asked.until)
    actor = asked.actor
    report = house.read_now(lambda transaction: breach.report(transaction, since, until, actor))
    return report.model_dump_json(indent=2)


def _change(text: str) -> tuple[Kind, int]:
    name, _, days = text.partition("=")
    if name not in {kind.value for kind in Kind} or not (days.isascii() and days.isdigit() and int(days)):
        raise PrivacyTaskError(f"{text!r} is not KIND=DAYS with one of: {', '.join(Kind)}")
    return Kind(name), int(days)


def _moment(text: str) -> datetime:
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise PrivacyTaskError(f"{text!r} is no moment: write 2026-11-22T06:00+03:00") from None
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)


def _pieces(house: House, person_id: PersonId) -> Iterator[str]:
    return exported(house.read_now, person_id, house.clock.now())


def _person(house: House, named: str) -> PersonId:
    """The person with this id, or, for "-", whose document stands on the first line of the input.

    A number on the command line would stay in the shell's history and in the list of processes.
    """
    if named != _FROM_INPUT:
        found = house.read_now(lambda transaction: _known(transaction, PersonId(named)))
    else:
        document = _document(sys.stdin.readline())
        known = house.read_now(lambda transaction: people.with_document(transaction, document))
        found = None if known is None else known.id
    if found is None:
        raise PrivacyTaskError("there is no such person")
    return found


def _known(transaction: Transaction, person_id: PersonId) -> PersonId | None:
    found = transaction.connection.execute(select(person.c.id).where(person.c.id == person_id)).scalar_one_or_none()
    return None if found is None else person_id


def _document(line: str) -> Document:
    """`1000000008`, or `passport EG A1234567`."""
    words = to_ascii(line).split()
    match words:
        case [number]:
            document = parse_document(DocumentKind.NATIONAL_ID, number, None)
        case [kind, nationality, number] if kind in {each.value for each in DocumentKind}:
            document = parse_document(DocumentKind(kind), number, nationality)
        case _:
            document = Refusal(RefusalCode.INVALID_DOCUMENT)
    if isinstance(document, Refusal):
        raise PrivacyTaskError("the input names no document: write a national ID, or KIND NATIONALITY NUMBER")
    return document


def _span(seconds: float) -> str:
    hours = round(seconds / 3600)
    return f"{hours // 24} days" if hours >= 24 else f"{hours} hours"  # noqa: PLR2004 - hours of a day
