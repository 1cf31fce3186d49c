"""Routes for machines that look after the server: `/health`, `/ready`, `/metrics`. None is part of the API."""

import secrets
from contextlib import suppress

from fastapi import Request, Response
from prometheus_client import CONTENT_TYPE_LATEST

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.problem import FieldProblem
from desk_client.server.house import House
from desk_client.server.operations.readiness import Readiness
from desk_client.server.storage.errors import StoreUnavailableError
from desk_client.server.web.policy import PUBLIC, policy
from desk_client.server.web.problems import problem_response
from desk_client.server.web.router import Router

_LOOPBACK = frozenset({"127.0.0.1", "::1"})
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")
_AGAIN_AFTER_S = 5


def routes(house: House, readiness: Readiness) -> Router:
    """`/health`: the process answers. `/ready`: it should be sent requests. `/metrics`: for Prometheus."""
    router = Router(tags=["probes"], version="")

    @router.get("/health", openapi_extra=policy(PUBLIC))
    async def health() -> dict[str, str]:
        return {"status": "ok"}

    @router.get("/ready", openapi_extra=policy(PUBLIC), response_model=dict[str, str])
    async def ready() -> Response | dict[str, str]:
        missing = await readiness.missing()
        if not missing:
            return {"status": "ok"}
        fields = tuple(FieldProblem(field="server", kind=reason.value) for reason in missing)
        return problem_response(Refusal(RefusalCode.SERVER_UNAVAILABLE, retry_after_s=_AGAIN_AFTER_S), fields)

    @router.get("/metrics", include_in_schema=False, openapi_extra=policy(PUBLIC))
    async def metrics(request: Request) -> Response:
        if not _may_read(house, request):
            return problem_response(Refusal(RefusalCode.NOT_FOUND))
        with suppress(StoreUnavailableError):  # the other numbers are wanted most when the store is away
            await house.read(house.metrics.look)
        return Response(house.metrics.text(), media_type=CONTENT_TYPE_LATEST)

    return router


def _may_read(house: House, request: Request) -> bool:
    """Whoever is on this very machine, and was not sent by a proxy that is; or has the token."""
    token = house.settings.operations.metrics_token
    said = request.headers.get("authorization", "")
    if token is not None and secrets.compare_digest(said.encode(), f"Bearer {token.get_secret_value()}".encode()):
        return True
    is_near = request.client is not None and request.client.host in _LOOPBACK
    return is_near and not any(name in request.headers for name in _FORWARDED)
