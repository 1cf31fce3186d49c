"""A route is analysed once in a process, and each application still runs its own function."""

import json
from collections.abc import Callable
from typing import Annotated, Any

import pytest
from fastapi import FastAPI, Query
from fastapi.dependencies import utils
from starlette.types import Message

from desk_client.server.web.router import Router

Analysed = Callable[[], int]


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> Analysed:
    """How many parameters FastAPI has looked at since the test began."""
    seen: list[str] = []
    analyze = utils.analyze_param

    def counted(*, param_name: str, **more: object) -> object:
        seen.append(param_name)
        return analyze(param_name=param_name, **more)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(utils, "analyze_param", counted)
    return lambda: len(seen)


Few = Annotated[int, Query(le=9)]
Fewer = Annotated[int, Query(le=2)]


def _greeting(name: str, *, often: Any = Few, status: int = 200) -> FastAPI:
    router = Router(prefix="/greetings", tags=["greetings"])

    @router.get("/{who}", status_code=status)
    async def greet(who: str, times: often = 1) -> dict[str, str]:
        return {"says": f"{name} greets {who} {times} times"}

    app = FastAPI()
    router.add_to(app)
    return app


async def _asked(app: FastAPI, query: str = "times=3") -> tuple[int, str | None]:
    """The answer's status, and what it says."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/v1/greetings/Huda", "query_string": query.encode()}
    await app({**scope, "headers": []}, receive, send)
    return sent[0]["status"], json.loads(sent[1]["body"]).get("says")


async def test_a_second_application_is_analysed_no_more_and_runs_its_own_function(analysed: Analysed) -> None:
    first = _greeting("Jazan")
    once = analysed()
    second = _greeting("Farasan")
    assert (once, analysed()) == (2, 2)
    assert await _asked(second) == (200, "Farasan greets Huda 3 times")
    assert await _asked(first) == (200, "Jazan greets Huda 3 times")
    assert (await _asked(second, "times=10"))[0] == 422


@pytest.mark.parametrize(("changed", "asked"), [({"often": Fewer}, 422), ({"status": 203}, 203)])
async def test_what_is_said_otherwise_is_analysed_anew(changed: dict[str, Any], asked: int) -> None:
    assert (await _asked(_greeting("Jazan")))[0] == 200
    assert (await _asked(_greeting("Jazan", **changed)))[0] == asked
    assert (await _asked(_greeting("Jazan")))[0] == 200
