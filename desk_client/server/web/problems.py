"""Refusals and errors as `application/problem+json` (RFC 9457), and the HTTP status that goes with each code."""

import logging
from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Final

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.problem import MEDIA_TYPE, FieldProblem, Problem
from desk_client.server.operations.requests import note_refusal
from desk_client.server.storage.errors import Fault, StoreUnavailableError

_log = logging.getLogger(__name__)

STATUS: Final[Mapping[RefusalCode, HTTPStatus]] = MappingProxyType(
    {
        RefusalCode.INVALID_NATIONAL_ID: HTTPStatus.UNPROCESSABLE_ENTITY,
        RefusalCode.INVALID_MOBILE: HTTPStatus.UNPROCESSABLE_ENTITY,
        RefusalCode.INVALID_EMAIL: HTTPStatus.UNPROCESSABLE_ENTITY,
        RefusalCode.INVALID_NAME: HTTPStatus.UNPROCESSABLE_ENTITY,
        RefusalCode.INVALID_SUBJECT: HTTPStatus.UNPROCESSABLE_ENTITY,
        RefusalCode.INVALID_REQUEST: HTTPStatus.UNPROCESSABLE_ENTITY,
        RefusalCode.CHALLENGE_UNKNOWN: HTTPStatus.NOT_FOUND,
        RefusalCode.CODE_WRONG: HTTPStatus.FORBIDDEN,
        RefusalCode.CODE_EXPIRED: HTTPStatus.GONE,
        RefusalCode.TOO_MANY_ATTEMPTS: HTTPStatus.FORBIDDEN,
        RefusalCode.RATE_LIMITED: HTTPStatus.TOO_MANY_REQUESTS,
        RefusalCode.WRONG_CREDENTIALS: HTTPStatus.UNAUTHORIZED,
        RefusalCode.UNAUTHENTICATED: HTTPStatus.UNAUTHORIZED,
        RefusalCode.SESSION_EXPIRED: HTTPStatus.UNAUTHORIZED,
        RefusalCode.ENROLMENT_CODE_INVALID: HTTPStatus.FORBIDDEN,
        RefusalCode.INVALID_DOCUMENT: HTTPStatus.UNPROCESSABLE_ENTITY,
        RefusalCode.INVALID_NATIONALITY: HTTPStatus.UNPROCESSABLE_ENTITY,
        RefusalCode.INVALID_REPRESENTATION: HTTPStatus.UNPROCESSABLE_ENTITY,
        RefusalCode.SECOND_FACTOR_REQUIRED: HTTPStatus.UNAUTHORIZED,
        RefusalCode.PASSWORD_WEAK: HTTPStatus.UNPROCESSABLE_ENTITY,
        RefusalCode.PASSWORD_CHANGE_REQUIRED: HTTPStatus.FORBIDDEN,
        RefusalCode.IDENTITY_REJECTED: HTTPStatus.FORBIDDEN,
        RefusalCode.IDENTITY_UNAVAILABLE: HTTPStatus.SERVICE_UNAVAILABLE,
        RefusalCode.CONSENT_REQUIRED: HTTPStatus.CONFLICT,
        RefusalCode.KIOSK_PIN_WRONG: HTTPStatus.FORBIDDEN,
        RefusalCode.KIOSK_PIN_NOT_SET: HTTPStatus.CONFLICT,
        RefusalCode.FORBIDDEN: HTTPStatus.FORBIDDEN,
        RefusalCode.NOT_FOUND: HTTPStatus.NOT_FOUND,
        RefusalCode.ALREADY_EXISTS: HTTPStatus.CONFLICT,
        RefusalCode.INVALID_ADDRESS: HTTPStatus.UNPROCESSABLE_ENTITY,
        RefusalCode.KIND_NOT_OFFERED: HTTPStatus.UNPROCESSABLE_ENTITY,
        RefusalCode.TICKET_UNKNOWN: HTTPStatus.NOT_FOUND,
        RefusalCode.TOO_LATE_TO_CHANGE: HTTPStatus.CONFLICT,
        RefusalCode.LIMIT_REACHED: HTTPStatus.CONFLICT,
        RefusalCode.ALREADY_WAITLISTED: HTTPStatus.CONFLICT,
        RefusalCode.OFFER_EXPIRED: HTTPStatus.CONFLICT,
        RefusalCode.OFFER_ANSWERED: HTTPStatus.CONFLICT,
        RefusalCode.INVALID_REASON: HTTPStatus.UNPROCESSABLE_ENTITY,
        RefusalCode.ATTACHMENT_KIND_REFUSED: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        RefusalCode.ATTACHMENT_TOO_LARGE: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        RefusalCode.ATTACHMENT_DAMAGED: HTTPStatus.UNPROCESSABLE_ENTITY,
        RefusalCode.ATTACHMENT_INFECTED: HTTPStatus.UNPROCESSABLE_ENTITY,
        RefusalCode.ATTACHMENTS_FULL: HTTPStatus.CONFLICT,
        RefusalCode.SCANNER_UNAVAILABLE: HTTPStatus.SERVICE_UNAVAILABLE,
        RefusalCode.PRECONDITION_REQUIRED: HTTPStatus.PRECONDITION_REQUIRED,
        RefusalCode.PRECONDITION_FAILED: HTTPStatus.PRECONDITION_FAILED,
        RefusalCode.SLOT_TAKEN: HTTPStatus.CONFLICT,
        RefusalCode.SLOT_UNAVAILABLE: HTTPStatus.CONFLICT,
        RefusalCode.HOLD_EXPIRED: HTTPStatus.CONFLICT,
        RefusalCode.ILLEGAL_TRANSITION: HTTPStatus.CONFLICT,
        RefusalCode.TOO_EARLY: HTTPStatus.CONFLICT,
        RefusalCode.TOO_LATE: HTTPStatus.CONFLICT,
        RefusalCode.NOT_ADMITTED: HTTPStatus.CONFLICT,
        RefusalCode.ROOM_FULL: HTTPStatus.CONFLICT,
        RefusalCode.ONE_AT_A_TIME: HTTPStatus.CONFLICT,
        RefusalCode.OFFICE_CLOSED: HTTPStatus.CONFLICT,
        RefusalCode.OUTCOME_MISSING: HTTPStatus.CONFLICT,
        RefusalCode.IDEMPOTENCY_MISMATCH: HTTPStatus.CONFLICT,
        RefusalCode.FRAME_TOO_LARGE: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        RefusalCode.PROTOCOL_UNSUPPORTED: HTTPStatus.UPGRADE_REQUIRED,
        RefusalCode.SERVER_UNAVAILABLE: HTTPStatus.SERVICE_UNAVAILABLE,
        RefusalCode.TIMEOUT: HTTPStatus.GATEWAY_TIMEOUT,
        RefusalCode.INTERNAL: HTTPStatus.INTERNAL_SERVER_ERROR,
    }
)


class RefusedError(Exception):
    """Carries a refusal from a service out of a route, to the handler below; it goes no further."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code.value)
        self.refusal = refusal


def problem_response(
    refusal: Refusal, fields: tuple[FieldProblem, ...] = (), status: HTTPStatus | None = None
) -> Response:
    """The refusal on the wire; a status other than its code's own where HTTP has a better one."""
    note_refusal(refusal.code.value)
    status = STATUS[refusal.code] if status is None else status
    if refusal.field is not None and not fields:
        fields = (FieldProblem(field=refusal.field, kind=refusal.code.value),)
    problem = Problem(
        title=refusal.code.value.replace("_", " "),
        status=status,
        code=refusal.code,
        retry_after_s=refusal.retry_after_s,
        attempts_left=refusal.attempts_left,
        fields=fields,
    )
    headers = {} if refusal.retry_after_s is None else {"Retry-After": str(refusal.retry_after_s)}
    if status is HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    return Response(problem.model_dump_json(), status_code=status, media_type=MEDIA_TYPE, headers=headers)


def install(app: FastAPI) -> None:
    """Let every error of the app leave as a problem."""
    app.add_exception_handler(RefusedError, _expected)
    app.add_exception_handler(StoreUnavailableError, _expected)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_middleware(_LastResort)


def expected(error: Exception) -> Response | None:
    """The answer to what a route may raise: a refusal, or the word of a store that cannot be used; None: a bug."""
    match error:
        case RefusedError():
            return problem_response(error.refusal)
        case StoreUnavailableError():
            return _unavailable(error)
        case _:
            return None


async def _expected(_request: Request, error: Exception) -> Response:
    if (response := expected(error)) is None:
        raise error
    return response


def _unavailable(error: StoreUnavailableError) -> Response:
    match error.fault:
        case Fault.FULL | Fault.READ_ONLY | Fault.DISK | Fault.JOURNAL:
            level = logging.ERROR  # it does not pass by itself: somebody has to look at the disk
        case Fault.BUSY | Fault.CONNECTION | Fault.UNKNOWN_OUTCOME:
            level = logging.WARNING
        case Fault.CROWDED:
            level = logging.DEBUG  # each has its line and its count already, and there may be thousands a second
    _log.log(level, "a request was turned away: %s", error)
    after_s = 1 if error.fault in {Fault.BUSY, Fault.CROWDED} else 5
    return problem_response(Refusal(RefusalCode.SERVER_UNAVAILABLE, retry_after_s=after_s))


async def _invalid(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    unreadable = any(tuple(fault["loc"]) == ("body",) and fault["type"] != "missing" for fault in error.errors())
    if unreadable and not _is_json(request):
        unread = Refusal(RefusalCode.INVALID_REQUEST, field="header.Content-Type")
        return problem_response(unread, status=HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    # where and of which kind, never the value: it may be somebody's ID
    fields = tuple(
        FieldProblem(field=".".join(str(part) for part in fault["loc"]), kind=str(fault["type"]))
        for fault in error.errors()
    )
    return problem_response(Refusal(RefusalCode.INVALID_REQUEST), fields)


def _is_json(request: Request) -> bool:
    """Whether the body says of itself that it is JSON, which is the only kind that is read (RFC 6839, section 3.1)."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind == "application/json" or (kind.startswith("application/") and kind.endswith("+json"))


async def _http(_request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    status = HTTPStatus(error.status_code)
    match status:
        case HTTPStatus.NOT_FOUND:
            code = RefusalCode.NOT_FOUND
        case HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            code = RefusalCode.FRAME_TOO_LARGE
        case HTTPStatus.BAD_REQUEST:  # a body that no reader of JSON gets through: endless numbers, endless depth
            code, status = RefusalCode.INVALID_REQUEST, STATUS[RefusalCode.INVALID_REQUEST]
        case _:
            code = RefusalCode.INVALID_REQUEST
    response = problem_response(Refusal(code), status=status)
    for name, value in (error.headers or {}).items():
        response.headers[name] = value  # a 405 names what is allowed
    return response


class _LastResort:
    """ASGI middleware: an error that nobody expected is logged here, once, and answered without details.

    Starlette's own handler raises it again, upon which the web server drops a connection that others still wait on.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except Exception:
            if begun or scope["type"] != "http":
                raise
            _log.exception("a request failed")
            await problem_response(Refusal(RefusalCode.INTERNAL))(scope, receive, send)
