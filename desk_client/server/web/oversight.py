"""Routes of those who answer for the house: is the trail whole, who reached what, and what a person is owed by law."""

from typing import Annotated, Any, Final

from fastapi import Query
from starlette.concurrency import run_in_threadpool
from starlette.responses import StreamingResponse

from desk_client.domain.access import Action
from desk_client.domain.grounds import Grounds
from desk_client.domain.ids import PersonId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.audit_checks import AuditCheck, AuditFinding
from desk_client.protocol.base import Instant
from desk_client.protocol.privacy import BreachReport, Erased, ErasureAsk, HolderAsk, PersonData, PersonHeld
from desk_client.server.jobs.checking import AuditChecker
from desk_client.server.services.actor import Actor
from desk_client.server.services.administration import answering
from desk_client.server.services.audit import book_export, breach
from desk_client.server.services.audit.book_export import Book
from desk_client.server.services.audit.register import Part
from desk_client.server.services.privacy.export import exported
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.parameters import IdInPath, IdInQuery
from desk_client.server.web.policy import policy
from desk_client.server.web.problems import RefusedError
from desk_client.server.web.router import Router

_SEE: Final = policy(Action.SEE_REGISTER)
_DOCUMENT: Final = (
    RefusalCode.INVALID_DOCUMENT,
    RefusalCode.INVALID_NATIONALITY,
    RefusalCode.INVALID_NATIONAL_ID,
    RefusalCode.NOT_FOUND,
)
_DATA: Final[dict[int | str, dict[str, Any]]] = {200: {"model": PersonData}}  # OpenAPI's objects are of any shape
_Moment = Annotated[Instant | None, Query(description="RFC 3339, with its offset")]


def routes(gate: Gate, checker: AuditChecker) -> Router:
    """For administrators."""
    router = Router(tags=["oversight"])
    _checks(gate, checker, router)
    _books(gate, router)
    _people(gate, router)
    return router


def _checks(gate: Gate, checker: AuditChecker, router: Router) -> None:
    @router.get("/audit/check", openapi_extra=_SEE)
    async def see_check(token: Bearer) -> AuditCheck:
        await gate.read(token, lambda _, actor: actor.refused(Action.SEE_REGISTER) or True)
        return await run_in_threadpool(shown, checker)

    @router.post(
        "/audit/check",
        status_code=202,
        openapi_extra=policy(Action.SEE_REGISTER, RefusalCode.ILLEGAL_TRANSITION),
    )
    async def check(token: Bearer) -> AuditCheck:
        await gate.read(token, lambda _, actor: actor.refused(Action.SEE_REGISTER) or True)
        if not checker.want():
            raise RefusedError(Refusal(RefusalCode.ILLEGAL_TRANSITION))
        await gate.write(token, _noted)
        return await run_in_threadpool(shown, checker)


def _books(gate: Gate, router: Router) -> None:
    @router.get("/books/{book}", openapi_extra=_SEE, response_class=StreamingResponse)
    async def export_book(
        book: Book,
        token: Bearer,
        grounds: Grounds,
        actor: IdInQuery | None = None,
        subject: IdInQuery | None = None,
        action: IdInQuery | None = None,
        person_id: Annotated[IdInQuery | None, Query(description="in the register alone")] = None,
        case: IdInQuery | None = None,
        since: _Moment = None,
        until: _Moment = None,
    ) -> StreamingResponse:
        await gate.write(token, lambda transaction, asker: book_export.asked(transaction, asker, book, grounds))
        only = {"actor": actor, "subject": subject, "action": action}
        if book == "register":
            only["person_id"] = person_id
        now = gate.house.clock.now()
        pieces = book_export.written(gate.house.read_now, book, Part(since=since, until=until), only, case, now)
        return StreamingResponse(pieces, media_type="application/json")

    @router.get("/breach-report", openapi_extra=policy(Action.ANSWER_FOR_DATA))
    async def breach_report(
        token: Bearer, since: Annotated[Instant, Query()], until: _Moment = None, actor: IdInQuery | None = None
    ) -> BreachReport:
        return await gate.write(
            token, lambda transaction, asker: breach.asked_report(transaction, asker, since, until, actor)
        )


def _people(gate: Gate, router: Router) -> None:
    @router.post("/people/holder", openapi_extra=policy(Action.ANSWER_FOR_DATA, *_DOCUMENT))
    async def find_holder(ask: HolderAsk, token: Bearer) -> PersonHeld:
        return await gate.read(token, lambda transaction, actor: answering.found(transaction, actor, ask))

    @router.get(
        "/people/{person_id}/data",
        openapi_extra=policy(Action.ANSWER_FOR_DATA),
        response_class=StreamingResponse,
        responses=_DATA,
    )
    async def export_person(person_id: IdInPath, grounds: Grounds, token: Bearer) -> StreamingResponse:
        whose = await gate.write(
            token, lambda transaction, actor: answering.given(transaction, actor, PersonId(person_id), grounds)
        )
        pieces = exported(gate.house.read_now, whose, gate.house.clock.now())
        return StreamingResponse(pieces, media_type="application/json")

    @router.post(
        "/people/{person_id}/erasure",
        openapi_extra=policy(Action.ANSWER_FOR_DATA, RefusalCode.ILLEGAL_TRANSITION, *_DOCUMENT),
    )
    async def erase_person(person_id: IdInPath, ask: ErasureAsk, token: Bearer) -> Erased:
        return await gate.write(
            token, lambda transaction, actor: answering.erased(transaction, actor, PersonId(person_id), ask)
        )


def shown(checker: AuditChecker) -> AuditCheck:
    """How the check stands. Reads the store."""
    last = checker.last
    report = None if last is None else last.report
    return AuditCheck(
        running_since=checker.since,
        walked=checker.walked,
        of=checker.length(),
        failed=checker.failed,
        checked_at=None if last is None else last.at,
        is_whole=last is not None and last.is_whole,
        rows=0 if report is None else report.end.position,
        anchor="known" if last is None else last.anchor,
        sound_until=None if report is None else report.sound_until,
        findings=()
        if report is None
        else tuple(
            AuditFinding(damage=each.damage, position=each.position, seq=each.seq, at=each.at)
            for each in report.findings
        ),
        count=0 if report is None else report.count,
    )


def _noted(transaction: Transaction, actor: Actor) -> bool:
    record(transaction, actor, "verify_audit", "audit")
    return True
