"""Every refusal that a route can give is described, and none that it cannot: read from the source, without asking."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts

import desk_client
from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.settings import ServerSettings
from desk_client.domain.outcomes import RefusalCode
from desk_client.server.app import create_app
from desk_client.server.web.endpoints import endpoints, refusals_of
from desk_client.server.web.policy import REFUSALS
from tests.contracts.refusal_flow import Package
from tests.contracts.source_tree import Module

_FOLDERS: Final = ("domain", "i18n", "protocol", "server")
_SERVICES: Final = "desk_client.server.services"

NEVER: Final[Mapping[tuple[str, str], str]] = {
    ("desk_client.domain.appointment.after", "OUTCOME_MISSING"): "only to a confirmation, which looks for itself first",
    (f"{_SERVICES}.access.sessions.open_session", "PASSWORD_CHANGE_REQUIRED"): "a session is opened for the change",
    (f"{_SERVICES}.access.sessions.open_session", "UNAUTHENTICATED"): "the session was written a moment ago",
    (f"{_SERVICES}.booking.given.give", "HOLD_EXPIRED"): "what is held a moment ago is not anybody else's yet",
}
"""What comes out of a function by its source, and never in truth."""

ELSEWHERE: Final[Mapping[tuple[str, str], str]] = {
    ("POST /v1/citizen/own/sessions", "identity_rejected"): "at home only codes are sent: no national sign-on",
    ("POST /v1/citizen/own/sessions", "too_early"): "at home only codes are sent: there is nobody to wait for",
    ("POST /v1/guest/sessions", "identity_rejected"): "guests are sent codes only: no national sign-on",
    **{
        (f"{method} /v1/desk/calendar-feed", "not_found"): "a feed is of the office that the person is in"
        for method in ("GET", "PUT", "DELETE")
    },
}
"""What a route cannot answer with, though what it asks can answer others so."""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    house = open_house(ServerSettings(port=0, data_dir=tmp_path_factory.mktemp("refusals") / "data", secrets="file"))
    yield create_app(house)
    close_house(house)


def compared(app: FastAPI, package: Package) -> tuple[dict[tuple[str, str], str], set[tuple[str, str]]]:
    """What is wrong with which route and code; and which of ELSEWHERE were met."""
    document = app.openapi()
    functions: dict[str, Any] = {  # FastAPI's routes have no common type
        f"{method} {route.path}": route.endpoint
        for route in iter_route_contexts(app.routes)
        for method in route.methods or ()
        if route.endpoint is not None
    }
    described = [each for each in endpoints(app) if each.is_described]
    asked = [functions[f"{each.method} {each.path}"] for each in described]
    found = package.refusals([package.function(each.__module__, each.__qualname__) for each in asked])
    wrong, elsewhere = {}, set()
    for endpoint, codes in zip(described, found, strict=True):
        label = f"{endpoint.method} {endpoint.path}"
        can = {RefusalCode[code] for code in codes}
        told = refusals_of(endpoint, document["paths"][endpoint.path][endpoint.method.lower()])
        for code in sorted(can - told):
            if (label, code) in ELSEWHERE:
                elsewhere.add((label, code.value))
            else:
                wrong[label, code.value] = "can be answered, and is not described"
        wrong |= {(label, code.value): "is described, and never answered" for code in endpoint.refusals - can}
    return wrong, elsewhere


@pytest.fixture(scope="module")
def package() -> Package:
    return Package.read(Path(desk_client.__file__).parent, _FOLDERS, NEVER)


def test_every_refusal_of_a_route_is_described_and_no_other(app: FastAPI, package: Package) -> None:
    wrong, elsewhere = compared(app, package)
    assert "\n".join(f"{label}: {code} {what}" for (label, code), what in sorted(wrong.items())) == ""
    assert elsewhere == set(ELSEWHERE), "an exception that nothing needs any more"
    assert package.was_cut == set(NEVER), "an exception that nothing needs any more"


def test_what_docstrings_promise_is_found(package: Package) -> None:
    """Or else the search passes something over."""
    functions = [
        each
        for name, module in package.modules.items()
        if name.startswith("desk_client.server")
        for group in (module.top.within, *(kind.methods for kind in module.classes.values() if not kind.is_protocol))
        for each in group.values()
        if not isinstance(each.node, ast.Lambda) and each.node.returns and "Refusal" in ast.unparse(each.node.returns)
    ]
    passed_over, promised = [], 0
    for function, codes in zip(functions, package.refusals(functions), strict=True):
        assert not isinstance(function.node, ast.Lambda)
        said = set(re.findall(r"[A-Z_]+", ast.get_docstring(function.node) or "")) & set(RefusalCode.__members__)
        promised += len(said)
        passed_over += [f"{function.module.name}.{function.name}: {code}" for code in sorted(said - codes)]
    assert passed_over == []
    assert promised > 200


def rewritten(package: Package, module: str, old: str, new: str) -> Package:
    """The package with something else in one of its files."""
    source = ast.unparse(package.modules[module].tree)
    assert old in source
    changed = Module(module, ast.parse(source.replace(old, new, 1)))
    return Package(package.modules | {module: changed}, package.cut)


@pytest.mark.parametrize(
    ("module", "old", "new", "label", "code"),
    [
        pytest.param(
            f"{_SERVICES}.booking.tickets",
            "if row is None or not same:",
            "if row is None and ask is None:\n        return Refusal(RefusalCode.ROOM_FULL)\n    if row is None:",
            "POST /v1/tickets/sessions",
            "room_full",
            id="by a service",
        ),
        pytest.param(
            "desk_client.domain.people",
            "return Refusal(RefusalCode.INVALID_NAME",
            "return Refusal(RefusalCode.INVALID_SUBJECT",
            "PUT /v1/citizen/name",
            "invalid_subject",
            id="by a rule, three calls away",
        ),
        pytest.param(
            "desk_client.server.attachments.vetting",
            "return Refusal(RefusalCode.ATTACHMENT_INFECTED)",
            "return Refusal(RefusalCode.ROOM_FULL)",
            "POST /v1/appointments/{appointment_id}/attachments",
            "room_full",
            id="by a method in another thread",
        ),
        pytest.param(
            "desk_client.server.web.doors",
            "raise RefusedError(await gate",
            "raise RefusedError(Refusal(RefusalCode.ROOM_FULL) or await gate",
            "POST /v1/staff/sessions",
            "room_full",
            id="by what is raised",
        ),
    ],
)
def test_a_refusal_that_is_not_described_is_found(
    app: FastAPI, package: Package, module: str, old: str, new: str, label: str, code: str
) -> None:
    imported = "from desk_client.domain.outcomes import Refusal, RefusalCode\n" if "web" in module else ""
    changed = rewritten(package, module, old, new)
    if imported:
        changed.modules[module].imported["Refusal"] = "desk_client.domain.outcomes.Refusal"
    wrong, _ = compared(app, changed)
    assert wrong[label, code] == "can be answered, and is not described"


def test_a_refusal_that_is_never_given_is_found(app: FastAPI, package: Package) -> None:
    route = next(
        each for each in iter_route_contexts(app.routes) if each.path == "/v1/holds" and each.methods == {"POST"}
    )
    extra = route.openapi_extra
    assert extra is not None
    before = extra[REFUSALS]
    try:
        extra[REFUSALS] = [*before, "room_full"]
        wrong, _ = compared(app, package)
    finally:
        extra[REFUSALS] = before
    assert wrong == {("POST /v1/holds", "room_full"): "is described, and never answered"}
