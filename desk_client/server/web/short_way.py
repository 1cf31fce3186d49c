"""A shorter way for commands: one that is well formed reaches its route's function without FastAPI in between.

FastAPI finds a route, solves what it depends on and writes its answer for ten times what it takes to look a path up and
have one body read; at hundreds of bookings a second that is most of a core. Whatever is not plainly in order goes the
long way, and is refused there: only that one knows how.
"""

import inspect
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final, get_type_hints

from fastapi import FastAPI, Response
from fastapi.routing import RouteContext, iter_route_contexts
from pydantic import TypeAdapter
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from desk_client.protocol.base import Ask
from desk_client.server.web.answers import entity_tag
from desk_client.server.web.gate import Bearer, IdempotencyKey
from desk_client.server.web.limits import MOST_BODY_BYTES
from desk_client.server.web.problems import expected

_PLAIN: Final = {
    b"authorization": re.compile(rb"Bearer ([!-~]+)"),
    b"idempotency-key": re.compile(rb"([!-~]{8,64})"),
    b"content-type": re.compile(rb"(application/json)"),
    b"content-length": re.compile(rb"([0-9]{1,9})"),
}
"""What a command's headers are where nothing about them is in doubt; others are not looked at."""


@dataclass(frozen=True, slots=True)
class Command:
    """A route that takes a body, an Idempotency-Key and a token, and nothing else.

    Attributes:
        path: what requests are counted under, as every route has it.
    """

    path: str
    call: Callable[..., Awaitable[object]]
    status: int
    ask: type[Ask]
    answer: TypeAdapter[object]


def commands(app: FastAPI) -> Mapping[str, Command]:
    """Those that an application has, by their path."""
    found = filter(None, map(_command, iter_route_contexts(app.routes)))
    return {command.path: command for command in found}


def _command(route: RouteContext) -> Command | None:
    if route.methods != {"POST"} or route.endpoint is None or "{" in str(route.path):
        return None
    kinds = get_type_hints(route.endpoint, include_extras=True)
    answer, ask = kinds.pop("return", None), kinds.pop("ask", None)
    # what it depends on beyond these, whoever decorated it, and what it says of its answer, only FastAPI knows
    if (
        kinds != {"key": IdempotencyKey, "token": Bearer}
        or not (inspect.isclass(ask) and issubclass(ask, Ask))
        or route.response_model is not answer
        or len(inspect.signature(route.endpoint).parameters) != len(kinds) + 1
    ):
        return None
    return Command(str(route.path), route.endpoint, route.status_code or 200, ask, TypeAdapter(answer))


class ShortWay:
    """ASGI middleware; stands within all that holds for every request but the size of its body, which it looks at."""

    def __init__(self, app: ASGIApp, *, commands: Callable[[], Mapping[str, Command]]) -> None:
        """Stand before `app`; its commands are asked for with the first request, when all of it is there."""
        self._app = app
        self._ask = commands
        self._commands: Mapping[str, Command] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Carry a command out, or pass the request on as it came."""
        if scope["type"] != "http" or scope["method"] != "POST":
            await self._app(scope, receive, send)
            return
        if self._commands is None:
            self._commands = self._ask()
        command = self._commands.get(scope["path"])
        plain = None if command is None else _plain(scope)
        if command is None or plain is None:
            await self._app(scope, receive, send)
            return
        messages = await _read(receive)
        ask = _understood(command.ask, messages)
        if ask is None:
            await self._app(scope, _again(messages, receive), send)
            return
        scope["route"] = command
        response = await _carried_out(command, ask, plain)
        await response(scope, receive, send)


async def _carried_out(command: Command, ask: Ask, plain: Mapping[bytes, str]) -> Response:
    try:
        answer = await command.call(ask=ask, key=plain[b"idempotency-key"], token=plain[b"authorization"])
    except Exception as error:
        response = expected(error)
        if response is None:
            raise
        return response
    return Response(
        command.answer.dump_json(answer),
        command.status,
        entity_tag(getattr(answer, "version", None)),
        "application/json",
    )


def _plain(scope: Scope) -> dict[bytes, str] | None:
    """The headers that a command needs; None where one is missing, doubled, or written in another way."""
    found: dict[bytes, str] = {}
    for name, value in scope["headers"]:
        if name == b"transfer-encoding":
            return None
        if (form := _PLAIN.get(name)) is not None:
            match = form.fullmatch(value)
            if match is None or name in found:
                return None
            found[name] = str(match[1], "ascii")
    if len(found) < len(_PLAIN) or int(found[b"content-length"]) > MOST_BODY_BYTES:
        return None
    return found


async def _read(receive: Receive) -> list[Message]:
    messages = [await receive()]
    while messages[-1].get("more_body", False):
        messages.append(await receive())
    return messages


def _understood(kind: type[Ask], messages: list[Message]) -> Ask | None:
    body = b"".join(message.get("body", b"") for message in messages)
    try:
        return kind.model_validate(json.loads(body))
    except (ValueError, RecursionError):
        return None


def _again(messages: list[Message], receive: Receive) -> Receive:
    """What was read, once more, and then what follows."""
    waiting = list(reversed(messages))

    async def received() -> Message:
        return waiting.pop() if waiting else await receive()

    return received
