"""What an administrator answers for: is the trail whole, who looked at what, and what a person is owed by law."""

import asyncio
import secrets
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import urlencode

from desk_client.client.actions.administer.people import drawn_password, read_staff
from desk_client.client.actions.administer.places import read_region
from desk_client.client.actions.operate import ask
from desk_client.client.administration import Listed, Shown
from desk_client.client.desk import DeskClient
from desk_client.client.sealed_zip import sealed_zip
from desk_client.config.files import private_file
from desk_client.domain.grounds import Grounds
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import DocumentKind
from desk_client.protocol.audit_checks import AuditCheck
from desk_client.protocol.privacy import BreachReport, Erased, ErasureAsk, HolderAsk, PersonHeld, Register
from desk_client.protocol.recordings import RecordingRule, RecordingRuleAsk, RecordingRules

_RIYADH: Final = timezone(timedelta(hours=3), "Asia/Riyadh")
_ROWS: Final = 100
Book = Literal["audit", "register"]
Asked = Coroutine[Any, Any, Refusal | None]


@dataclass(frozen=True)
class Holder:
    """Whose papers lie before the administrator."""

    number: str
    document: DocumentKind = DocumentKind.NATIONAL_ID
    nationality: str = ""

    def ask(self) -> HolderAsk:
        """As the server is asked for it."""
        return HolderAsk(document=self.document, number=self.number.strip(), nationality=self.nationality or None)


@dataclass(frozen=True)
class LookSought:
    """What is searched for in the register; everything for what is not said. `day` is one of Riyadh's."""

    actor: str = ""
    person_id: str = ""
    case: str = ""
    day: date | None = None

    def query(self) -> dict[str, str]:
        """As the server is asked for it."""
        asked = {"limit": str(_ROWS), "actor": self.actor, "person_id": self.person_id, "case": self.case}
        if self.day is not None:
            begins = datetime.combine(self.day, time(0), _RIYADH)
            asked |= {"since": begins.isoformat(), "until": (begins + timedelta(days=1)).isoformat()}
        return {name: text for name, text in asked.items() if text}


# --- the trail ----------------------------------------------------------------------------------------------------


async def read_check(client: DeskClient) -> Refusal | None:
    """Read how the check of the trail stands. Refusals: the server's."""
    return _checked(client, await ask(client, "GET", "/v1/audit/check", AuditCheck))


async def check(client: DeskClient) -> Refusal | None:
    """Have the whole trail walked. Refusals: ILLEGAL_TRANSITION (it is already), and the server's."""
    return _checked(client, await ask(client, "POST", "/v1/audit/check", AuditCheck))


def _checked(client: DeskClient, answer: AuditCheck | Refusal) -> Refusal | None:
    if isinstance(answer, Refusal):
        return answer
    client.administration.audit_check.set(Shown(answer))
    return None


# --- taken out ----------------------------------------------------------------------------------------------------


async def save_book(
    client: DeskClient, book: Book, grounds: Grounds, query: dict[str, str], file: Path
) -> str | Refusal:
    """Write what was searched in a book to a new file; the password that opens it.

    Refusals: ALREADY_EXISTS (there is such a file), INTERNAL where it cannot be written, and the server's.
    """
    asked = {name: text for name, text in query.items() if name != "limit"} | {"grounds": grounds.value}
    return await _saved(client, f"/v1/books/{book}?{urlencode(asked)}", f"{book}.json", file)


async def save_person(client: DeskClient, person_id: str, grounds: Grounds, file: Path) -> str | Refusal:
    """Write everything that is held about a person to a new file; the password that opens it. Refusals: as above."""
    return await _saved(client, f"/v1/people/{person_id}/data?grounds={grounds}", "data.json", file)


async def _saved(client: DeskClient, path: str, name: str, file: Path) -> str | Refusal:
    content = await client.gateway.fetch_export(path, token=client.token)
    if isinstance(content, Refusal):
        return content
    return await _written(name, content, file)


async def _written(name: str, content: bytes, file: Path) -> str | Refusal:
    password, now = drawn_password(), datetime.now(UTC)

    def write() -> Refusal | None:
        try:
            private_file(file, [sealed_zip(name, content, password, secrets.token_bytes(16), now)])
        except FileExistsError:
            return Refusal(RefusalCode.ALREADY_EXISTS, field="file")
        except OSError:
            return Refusal(RefusalCode.INTERNAL, field="file")
        return None

    return await asyncio.to_thread(write) or password


# --- a person who asks --------------------------------------------------------------------------------------------


async def find_holder(client: DeskClient, holder: Holder) -> PersonHeld | Refusal:
    """Whom these papers name, and what is held about them. Refusals: of the document, NOT_FOUND, the server's."""
    answer = await ask(client, "POST", "/v1/people/holder", PersonHeld, body=holder.ask())
    client.administration.holder.set(Shown(None if isinstance(answer, Refusal) else answer))
    return answer


async def whose(client: DeskClient, holder: Holder) -> str | Refusal:
    """The id of whom these papers name. Refusals: as of `find_holder`."""
    answer = await ask(client, "POST", "/v1/people/holder", PersonHeld, body=holder.ask())
    return answer if isinstance(answer, Refusal) else answer.id


async def erase(client: DeskClient, person_id: str, grounds: Grounds, holder: Holder) -> Refusal | None:
    """Erase somebody, whose papers were typed once more: for good.

    Refusals: INVALID_DOCUMENT (they are another's), ILLEGAL_TRANSITION (an appointment is open), the server's.
    """
    body = ErasureAsk(grounds=grounds, holder=holder.ask())
    answer = await ask(client, "POST", f"/v1/people/{person_id}/erasure", Erased, body=body)
    if isinstance(answer, Refusal):
        return answer
    client.administration.holder.set(Shown())
    return None


# --- who looked ---------------------------------------------------------------------------------------------------


async def search_register(client: DeskClient, sought: LookSought, *, goes_on: bool = False) -> Refusal | None:
    """Read the latest of the register, or what came before what is shown. Refusals: the server's."""
    if client.administration.staff.value.rows is None and (refusal := await read_staff(client)) is not None:
        return _not_read(client, refusal)
    looks = client.administration.looks
    known = looks.value
    query = sought.query()
    if goes_on:
        if known.rows is None or known.next is None:
            return None
        query["after"] = known.next
    answer = await ask(client, "GET", "/v1/register", Register, query=query)
    if isinstance(answer, Refusal):
        return _not_read(client, answer)
    looks.set(Listed((*(known.rows or ()), *answer.items) if goes_on else answer.items, next=answer.next))
    return None


def _not_read(client: DeskClient, refusal: Refusal) -> Refusal:
    if client.token is not None:
        looks = client.administration.looks
        looks.set(looks.value.failed(refusal))
    return refusal


async def report_breach(client: DeskClient, first: date, last: date, actor: str = "") -> BreachReport | Refusal:
    """Whose data was shown and changed from the first day to the last, both of Riyadh's. Refusals: the server's."""
    begins, ends = (datetime.combine(day, time(0), _RIYADH) for day in (first, last + timedelta(days=1)))
    query = {"since": begins.isoformat(), "until": ends.isoformat(), **({"actor": actor} if actor else {})}
    return await ask(client, "GET", "/v1/breach-report", BreachReport, query=query)


async def save_report(report: BreachReport, file: Path) -> str | Refusal:
    """Write a report to a new file; the password that opens it. Refusals: as of `save_book`."""
    return await _written("breach.json", report.model_dump_json(indent=2).encode(), file)


# --- what may be recorded -----------------------------------------------------------------------------------------


async def read_rules(client: DeskClient) -> Refusal | None:
    """Read of every office whether it records. Refusals: the server's."""
    if client.administration.region.value is None and (refusal := await read_region(client)) is not None:
        return refusal
    answer = await ask(client, "GET", "/v1/recording-rules", RecordingRules)
    rules = client.administration.recording_rules
    if isinstance(answer, Refusal):
        if client.token is not None:
            rules.set(rules.value.failed(answer))
        return answer
    rules.set(Listed(answer.items))
    return None


async def set_rule(client: DeskClient, office_id: str, *, allowed: bool, kept_days: int | None) -> Refusal | None:
    """Say whether an office records, and for how long it keeps that. Refusals: the server's."""
    body = RecordingRuleAsk(allowed=allowed, kept_days=kept_days)
    answer = await ask(client, "PUT", f"/v1/offices/{office_id}/recording", RecordingRule, body=body)
    return answer if isinstance(answer, Refusal) else await read_rules(client)
