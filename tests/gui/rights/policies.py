"""Whom the server lets do what: the committed description of its routes, and what a person's role and rights are."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from desk_client.client.day import Day
from desk_client.domain.access import Action, Role, permissions
from desk_client.domain.delegation import DelegateRight, actions_of
from tests.schemas.wire import OPENAPI as GOLDEN

_ANYBODY: Final = frozenset({"public", "signed_in"})
_WITH_A_FIRST_PASSWORD: Final = frozenset({"PUT /v1/staff/self/password", "DELETE /v1/sessions/current"})
"""All that is answered to whoever has yet to take a password of their own (adr/0071)."""


@dataclass(frozen=True)
class Policy:
    """What a route asks for: an action, or another of staff in somebody's name; and of which roles, where of few."""

    action: str
    for_another: str | None
    roles: frozenset[str]


@cache
def policies() -> dict[str, Policy]:
    """Of each route, as the server describes it."""
    document = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return {
        f"{method.upper()} {path}": Policy(
            described["x-action"], described.get("x-action-for-another"), frozenset(described.get("x-roles", ()))
        )
        for path, methods in document["paths"].items()
        for method, described in methods.items()
        if isinstance(described, dict) and "x-action" in described
    }


@cache
def _shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    plain_first = sorted(policies(), key=lambda route: route.count("{"))
    return tuple((route, re.compile(re.sub(r"\{\w+\}", "[^/]+", route))) for route in plain_first)


def route_of(method: str, path: str) -> str:
    """The route that answers a request."""
    asked = f"{method} {path.partition('?')[0]}"
    return next((route for route, shape in _shapes() if shape.fullmatch(asked)), asked)


def granted(role: Role, rights: Iterable[DelegateRight] | None) -> frozenset[Action]:
    """What a role may do to something; of an office's manager, what was left to them."""
    every = permissions(role)
    return every if rights is None else every & actions_of(rights)


def lets(day: Day, route: str) -> bool:
    """Whether the server lets whoever is signed in ask this of something."""
    policy = policies()[route]
    if day.session is None:
        return policy.action == "public"
    if day.session.must_change_password:
        return policy.action == "public" or route in _WITH_A_FIRST_PASSWORD
    person = day.session.person
    if policy.action in _ANYBODY:
        return True
    may = granted(person.role, person.rights)
    asked = {policy.action, policy.for_another}
    return any(action in asked for action in may) and (not policy.roles or person.role in policy.roles)
