"""Random requests that know enough of the region to get past the door: for schemathesis, in tests and benchmark."""

import copy
import itertools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from typing import Any, Final

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed
from hypothesis import settings as bounds
from hypothesis import strategies as st
from hypothesis.errors import Flaky, FlakyStrategyDefinition
from hypothesis.stateful import run_state_machine_as_test
from schemathesis import Case, CheckContext, GenerationMode, Response
from schemathesis.checks import CheckFunction
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi import checks as openapi_checks

from desk_client.bootstrap.house import make_server
from desk_client.config.settings import ServerSettings
from desk_client.domain.access import TABLE, Role
from desk_client.protocol.problem import MEDIA_TYPE
from desk_client.server.house import House
from tests.fakes.clock import StandingClock
from tests.integration.access.two_regions import Things, another_session, settled, unhurried
from tests.integration.life.lab import slot

_KNOWN: Final[Mapping[str, tuple[str, ...]]] = {
    "office_id": ("mayor", "water", "roads"),
    "service_id": ("mayor-desk", "water-desk"),
    "site_id": ("hall", "annex", "far"),
    "person_id": ("per_0", "per_1"),
    "agency_id": ("town", "plant"),
    "place_id": ("mayor", "mayor-desk", "hall", "town", "team_own", "sign_own"),
    "team_id": ("team_own", "team_other"),
    "interpreter_id": ("sign_own",),
    "stand_in_id": ("roads",),
    "national_id": ("1000000008",),
    "mobile": ("0500000001",),
    "number": ("1000000008",),
    "starts_at": tuple(slot(number, day).isoformat() for number in range(3, 6) for day in (1, 4, 5)),
    "If-Match": ('"1"', '"2"', "*", '"99999999999999999999"'),
    "first": ("2026-11-23", "2199-12-31"),
    "date": ("2026-11-23", "1900-01-01"),
}
_OUTSIDE: Final = frozenset({"scanner_unavailable", "identity_unavailable"})
"""Nobody scans files here, and there is no national sign-on: to say so is the right answer."""


def no_error_of_ours(_context: CheckContext, answer: Response, case: Case[Any]) -> None:
    """The server did not break, and the store did not refuse."""
    assert not _is_ours(answer), f"{case.operation.label}: {answer.text}"


def _is_ours(answer: Response) -> bool:
    if answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
        return False
    return answer.headers["content-type"] != [MEDIA_TYPE] or answer.json()["code"] not in _OUTSIDE


CHECKS: Final[tuple[CheckFunction, ...]] = (
    no_error_of_ours,
    openapi_checks.status_code_conformance,
    openapi_checks.content_type_conformance,
    openapi_checks.response_headers_conformance,
    openapi_checks.response_schema_conformance,
    openapi_checks.missing_required_header,
    openapi_checks.unsupported_method,
)


@dataclass
class Town:
    """A running server, and somebody of each role who comes back whenever they were put out.

    Attributes:
        findings: what was wrong, where it is `lenient`; else the first of them is raised.
        broken: how many answers were an error of ours.
    """

    url: str
    house: House
    document: dict[str, Any]
    tokens: dict[Role, str]
    lenient: bool = False
    findings: list[str] = field(default_factory=list)
    asked: int = 0
    broken: int = 0
    statuses: dict[int, int] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def token(self, role: Role) -> str:
        return self.tokens[role]

    def renew(self, role: Role) -> None:
        """Their session is over, or they are disabled, or forgotten: somebody else comes in their place."""
        self.tokens[role] = self.house.write_now(partial(another_session, role=role, number=next(self._numbers)))

    def call(self, case: Case[Any], role: Role, session: requests.Session) -> None:
        """Ask, and check what is answered against the description."""
        headers = {"Authorization": f"Bearer {self.token(role)}"}
        answer = case.call(base_url=self.url, headers=headers, session=session)
        self.heard(role, case, answer, headers)

    def heard(self, role: Role, case: Case[Any], answer: Response, headers: dict[str, str] | None = None) -> None:
        """Count and check it; whoever was put out is followed by somebody else."""
        self.asked += 1
        status = answer.status_code
        self.statuses[status] = self.statuses.get(status, 0) + 1
        self.broken += _is_ours(answer)
        if status == HTTPStatus.UNAUTHORIZED:
            self.renew(role)
        try:
            case.validate_response(answer, checks=list(CHECKS), headers=headers)
        except FailureGroup as found:
            if not self.lenient:
                raise
            self.findings.append(f"{case.operation.label} by {role}: {found}")


@contextmanager
def town(settings: ServerSettings) -> Iterator[Town]:
    """A server on the region of the access matrix, in a blank store, with nothing to slow anybody down."""
    with settled(settings) as regions:
        things, tokens = regions.things, dict(regions.tokens)
    with make_server(unhurried(settings), clock=StandingClock()) as server:
        document = requests.get(f"{server.url}/openapi.json", timeout=10).json()
        yield Town(server.url, server.house, knowing(document, things), tokens)


def knowing(document: dict[str, Any], things: tuple[Things, ...]) -> dict[str, Any]:
    """The same description, in which what is there is likelier to be asked for than what is not."""
    known = {name: tuple(each.ids[name] for each in things) for name in things[0].ids} | dict(_KNOWN)
    told = copy.deepcopy(document)
    for path in told["paths"].values():
        for operation in path.values():
            for parameter in operation.get("parameters", ()):
                name = parameter["name"]
                if name in known and parameter["schema"].get("type") != "integer":
                    parameter["schema"] = {"type": "string", "enum": list(known[name])}
    for name, schema in told["components"]["schemas"].items():
        if name.endswith(("Ask", "Step")):
            _likelier(schema, known)
    return told


def _likelier(schema: dict[str, Any], known: Mapping[str, tuple[str, ...]]) -> None:
    for name, inner in schema.get("properties", {}).items():
        if name in known and ("anyOf" in inner or inner.get("type") == "string"):
            schema["properties"][name] = {"enum": [*known[name], *([None] if "anyOf" in inner else [])]}


def described(town: Town) -> BaseSchema:
    return schemathesis.openapi.from_dict(town.document)


def each_by_itself(town: Town, cases: int, chance: int = 0) -> None:
    """So many random requests, well formed and not, each by somebody of a random role; `chance` says which ones."""
    schema = described(town)
    operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    modes = (GenerationMode.POSITIVE, GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    strategies = [operation.as_strategy(generation_mode=mode) for mode in modes for operation in operations]
    with requests.Session() as session:

        @seed(chance)
        @bounds(
            max_examples=cases,
            deadline=None,
            database=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        )
        @given(case=st.one_of(strategies), number=st.integers(0, 99))
        def fuzz(case: Case[Any], number: int) -> None:
            town.call(case, _somebody(case, number), session)

        fuzz()


_VISITORS: Final = (Role.CITIZEN, Role.OPERATOR, Role.CITIZEN, Role.DELEGATE, Role.KIOSK, Role.ADMINISTRATOR)


def _somebody(case: Case[Any], number: int) -> Role:
    """Of five, four may do such things."""
    asked = case.operation.definition.raw.get("x-action")
    allowed = [role for role in Role if asked in TABLE[role]] if number % 5 else []
    among = allowed or list(Role)
    return among[number % len(among)]


def one_after_another(town: Town, runs: int, steps: int, chance: int = 0) -> None:
    """So many runs of requests that follow each other's links, each run by somebody of a random role."""
    schema = described(town)
    # what is malformed leads nowhere; and where nothing can be, it is the session that would be left out
    schema.config.generation.update(modes=[GenerationMode.POSITIVE])
    machine: type[Any] = schema.as_state_machine()

    class Visit(machine):  # type: ignore[misc]  # schemathesis makes the class while it runs
        def setup(self) -> None:
            self.role = _VISITORS[next(numbers) % len(_VISITORS)]

        def get_call_kwargs(self, case: Case[Any]) -> dict[str, Any]:
            del case
            return {"base_url": town.url, "headers": {"Authorization": f"Bearer {town.token(self.role)}"}}

        def validate_response(self, response: Any, case: Case[Any], **named: Any) -> None:
            del named
            town.heard(self.role, case, response)

    numbers = itertools.count()
    told = bounds(
        max_examples=2,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    for number in range(runs):
        # the server remembers: what was possible in one run need not be in the next, which Hypothesis calls flaky
        with suppress(Flaky, FlakyStrategyDefinition):
            run_state_machine_as_test(seed(chance + town.asked + number)(Visit), settings=told)
