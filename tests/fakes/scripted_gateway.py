"""A gateway whose answers a test writes down; it asks nobody."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from pydantic import BaseModel

from desk_client.client.carriage import Carriage
from desk_client.client.gateway import Gateway, Method, Nothing
from desk_client.domain.outcomes import Refusal, RefusalCode

A = TypeVar("A", bound=BaseModel)
AWAY = Refusal(RefusalCode.SERVER_UNAVAILABLE)


class ScriptedGateway(Gateway):
    """Answers by method and the path's longest beginning that is scripted; without one the server is away.

    What has no answer but that it was done, is done where it is not scripted.
    """

    def __init__(self) -> None:
        self.base_url = "http://localhost"
        self.script: dict[tuple[str, str], BaseModel | Refusal] = {}
        self.files: dict[str, bytes] = {}
        self.asked: list[tuple[str, str, BaseModel | None]] = []
        self.meanwhile: dict[tuple[str, str], Callable[[], None]] = {}
        """What happens while something is asked, before it is answered."""

    async def ask(
        self,
        method: Method,
        path: str,
        answer: type[A],
        *,
        token: str | None = None,
        body: BaseModel | None = None,
        query: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        version: int | None = None,
    ) -> A | Refusal:
        del token, query, idempotency_key, version
        self.asked.append((method, path, body))
        fitting = [begin for verb, begin in self.script if verb == method and path.startswith(begin)]
        found = [self.script[method, begin] for begin in sorted(fitting, key=len)]
        if (happens := self.meanwhile.get((method, path))) is not None:
            happens()
        if not found and answer is Nothing:
            return answer()
        said = found[-1] if found else AWAY
        assert isinstance(said, answer | Refusal), f"{method} {path} wants {answer.__name__}"
        return said

    async def send_file(
        self, path: str, answer: type[A], *, token: str | None, name: str, media_type: str, content: bytes | Carriage
    ) -> A | Refusal:
        del name, media_type, content
        return await self.ask("POST", path, answer, token=token)

    async def fetch_file(self, path: str, *, token: str | None) -> bytes | Refusal:
        del token
        self.asked.append(("GET", path, None))
        return self.files.get(path, AWAY)

    def close(self) -> None:
        """There is nothing to close."""
