"""Every endpoint of an application, whichever router it came from: where it is, whom it lets in, how it may refuse."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from fastapi import FastAPI
from fastapi.routing import RouteContext, iter_route_contexts
from starlette.routing import BaseRoute

from desk_client.domain.access import STAFF_ROLES, Action, Role
from desk_client.domain.outcomes import RefusalCode
from desk_client.server.web.policy import FOR_ANOTHER, KEY, PUBLIC, REFUSALS, ROLES, SIGNED_IN

_ALWAYS: Final = (
    RefusalCode.FORBIDDEN,  # a page of a foreign origin
    RefusalCode.RATE_LIMITED,
    RefusalCode.SERVER_UNAVAILABLE,
    RefusalCode.INTERNAL,
)
_WITHOUT_SESSION: Final = (
    RefusalCode.UNAUTHENTICATED,
    RefusalCode.SESSION_EXPIRED,
    RefusalCode.PASSWORD_CHANGE_REQUIRED,  # of whoever has signed in with what an administrator has set
)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One method of one path.

    Attributes:
        policy: an action of the table of access, `public` or `signed_in`; None where nothing is said, which is a fault.
        for_another: the action that staff need instead, who do it in somebody's name.
        only: the roles that it is for; empty: whoever may take the action.
        refusals: those that the route itself names.
        is_described: whether it is part of the API.
    """

    method: str
    path: str
    pattern: re.Pattern[str]
    policy: str | None
    for_another: Action | None
    only: frozenset[Role]
    refusals: frozenset[RefusalCode]
    is_described: bool

    @property
    def is_public(self) -> bool:
        """Whether it needs no session."""
        return self.policy == PUBLIC

    def action_of(self, role: Role) -> Action | None:
        """The action that somebody of this role takes by it; None where it depends on no role."""
        if self.policy in {None, PUBLIC, SIGNED_IN}:
            return None
        return self.for_another if self.for_another is not None and role in STAFF_ROLES else Action(self.policy)


def endpoints(app: FastAPI) -> tuple[Endpoint, ...]:
    """All of them, in the order in which they are looked at; sockets are not among them."""
    return tuple(_each(app.routes))


def _each(routes: Sequence[BaseRoute]) -> Iterator[Endpoint]:
    for route in iter_route_contexts(routes):
        methods: set[str] | None = route.methods
        if not methods:
            continue
        extra: dict[str, Any] = getattr(route, "openapi_extra", None) or {}
        for method in sorted(methods - {"HEAD"} or methods):
            yield Endpoint(
                method,
                str(route.path),
                _pattern(route),
                extra.get(KEY),
                Action(extra[FOR_ANOTHER]) if FOR_ANOTHER in extra else None,
                frozenset(map(Role, extra.get(ROLES, ()))),
                frozenset(map(RefusalCode, extra.get(REFUSALS, ()))),
                bool(getattr(route, "include_in_schema", False)),
            )


def _pattern(route: RouteContext) -> re.Pattern[str]:
    found = route.path_regex
    assert isinstance(found, re.Pattern)
    return found


def refusals_of(endpoint: Endpoint, operation: dict[str, Any]) -> frozenset[RefusalCode]:
    """Every code with which a described operation may refuse."""
    names = {parameter["name"] for parameter in operation.get("parameters", ())}
    codes = {*_ALWAYS, *endpoint.refusals}
    if not endpoint.is_public:
        codes.update(_WITHOUT_SESSION)
    if "{" in endpoint.path:
        codes.add(RefusalCode.NOT_FOUND)
    if names or "requestBody" in operation:
        codes.add(RefusalCode.INVALID_REQUEST)
    if "requestBody" in operation:
        codes.add(RefusalCode.FRAME_TOO_LARGE)
    if "If-Match" in names:
        codes.add(RefusalCode.PRECONDITION_FAILED)
    if "Idempotency-Key" in names:
        codes.add(RefusalCode.IDEMPOTENCY_MISMATCH)
    return frozenset(codes)
