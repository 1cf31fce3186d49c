"""The server's REST face: one question, one typed answer or one refusal.

``requests`` runs in a small thread pool, so that a slow line never holds the window (measured: 1.8 ms against 999).
"""

import asyncio
import logging
import random
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Final, Literal, ParamSpec, TypeVar
from urllib.parse import quote

import requests
from pydantic import BaseModel, ValidationError

from desk_client.client.carriage import Carriage
from desk_client.client.pinning import PinnedAdapter, ServerTrust, tls_context
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.problem import MEDIA_TYPE, Problem

logger = logging.getLogger(__name__)

A = TypeVar("A", bound=BaseModel)
T = TypeVar("T")
P = ParamSpec("P")
Method = Literal["GET", "POST", "PUT", "DELETE"]

_THREADS: Final = 4
_TIMEOUT_S: Final = (3.05, 10.0)  # to connect, to answer
_MAX_ANSWER_BYTES: Final = 4 * 1024 * 1024
_FILE_TIMEOUT_S: Final = (3.05, 75.0)
"""A file that is handed in is looked through before it is answered for (docs/adr/0014)."""
_MAX_FILE_BYTES: Final = 16 * 1024 * 1024
_MAX_EXPORT_BYTES: Final = 64 * 1024 * 1024
_ASKED_AGAIN: Final = 2
_SOON_S: Final = 1
_KEPT_S: Final = 4.0
"""A server ends what rests for five seconds; what is sent in that very moment is lost."""
_ANY_AUTHORITY: Final = ServerTrust()


class Nothing(BaseModel):
    """The answer that has no body (HTTP 204)."""


class Gateway:
    """Asks one server. Safe to use from one event loop; ``close`` ends its threads."""

    tls: ssl.SSLContext | None = None
    """Checks the server's certificate and key; None for a server on this machine without TLS."""

    def __init__(self, base_url: str, trust: ServerTrust = _ANY_AUTHORITY) -> None:
        """``base_url`` is the server's origin, e.g. ``https://majlis.example``; ``trust`` says by what it is known.

        Raises ValueError for plain http to another machine, OSError where the trust's CA file cannot be read.
        """
        self.base_url = base_url.rstrip("/")
        self.tls = tls_context(self.base_url, trust)
        self._is_closed = False
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="gateway")
        self._reuse = threading.Lock()
        self._asked_at_s = time.monotonic()
        self._http = requests.Session()
        self._http.trust_env = False  # a kiosk's answers come from its server, never through a surprise proxy
        for scheme in list(self._http.adapters):
            del self._http.adapters[scheme]  # only the one way to the server is left
        if self.tls is None:
            self._http.mount("http://", requests.adapters.HTTPAdapter(pool_connections=1, pool_maxsize=_THREADS))
        else:
            self._http.mount("https://", PinnedAdapter(self.tls, most_connections=_THREADS))

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
        """Ask for ``path``; the answer is validated as ``answer``.

        With ``version`` a thing is changed only if it is still what the asker has seen (RFC 9110, section 13.1.1).

        Refusals: the server's own codes; SERVER_UNAVAILABLE when it cannot be reached, or is not the one that we trust;
        TIMEOUT when it does not answer in time (the request may have been carried out: ask again with the same
        ``idempotency_key``); INTERNAL when the answer is not of the protocol.

        A server that has too much to do, and says that it will have time in a moment, is asked again by itself.
        """
        headers = {"Accept": "application/json"}
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        if idempotency_key is not None:
            headers["Idempotency-Key"] = idempotency_key
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        data = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            data = body.model_dump_json().encode()
        request = requests.Request(method, self.base_url + path, headers=headers, data=data, params=query or None)
        for _ in range(_ASKED_AGAIN):
            answered = await self._in_thread(self._send, request, answer)
            if not isinstance(answered, Refusal) or not _has_time_soon(answered):
                return answered
            # not all at the same moment: whoever was turned away at once would be so again
            await asyncio.sleep((answered.retry_after_s or 0) * random.uniform(1, 1.5))  # noqa: S311 - no secret
        return await self._in_thread(self._send, request, answer)

    async def send_file(
        self, path: str, answer: type[A], *, token: str | None, name: str, media_type: str, content: bytes | Carriage
    ) -> A | Refusal:
        """Hand a file in at ``path``. Refusals: as of `ask`; after a TIMEOUT the same file may be sent again.

        A `Carriage` tells how far it has come, and may be called back: that ends as SERVER_UNAVAILABLE.
        """
        if isinstance(content, Carriage):
            content.seek(0)
        headers = {
            "Accept": "application/json",
            "Authorization": f"Bearer {token}",
            "Content-Type": media_type,
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",  # RFC 8187
        }
        request = requests.Request("POST", self.base_url + path, headers=headers, data=content)
        return await self._in_thread(self._send, request, answer, _FILE_TIMEOUT_S)

    async def put_block(self, path: str, *, token: str | None, content: bytes) -> Nothing | Refusal:
        """Put sealed bytes at ``path``; put again, they replace the first. Refusals: as of `ask`."""
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/octet-stream"}
        request = requests.Request("PUT", self.base_url + path, headers=headers, data=content)
        return await self._in_thread(self._send, request, Nothing, _FILE_TIMEOUT_S)

    async def fetch_file(self, path: str, *, token: str | None) -> bytes | Refusal:
        """Read a file. Refusals: as of `ask`."""
        return await self._fetch(path, token, _MAX_FILE_BYTES)

    async def fetch_export(self, path: str, *, token: str | None) -> bytes | Refusal:
        """Read what is taken out of the house. Refusals: as of `ask`, FRAME_TOO_LARGE for more than 64 MiB."""
        return await self._fetch(path, token, _MAX_EXPORT_BYTES)

    async def _fetch(self, path: str, token: str | None, most_bytes: int) -> bytes | Refusal:
        request = requests.Request("GET", self.base_url + path, headers={"Authorization": f"Bearer {token}"})

        def read(status: int, kind: str, content: bytes) -> bytes | Refusal:
            if status == requests.codes.ok:
                if len(content) <= most_bytes:
                    return content
                return Refusal(RefusalCode.FRAME_TOO_LARGE)
            refusal = _read(status, kind, content[:_MAX_ANSWER_BYTES], Nothing)
            return refusal if isinstance(refusal, Refusal) else Refusal(RefusalCode.INTERNAL)

        return await self._in_thread(self._sent, request, _FILE_TIMEOUT_S, most_bytes, read)

    async def _in_thread(self, send: Callable[P, T | Refusal], *args: P.args, **kwargs: P.kwargs) -> T | Refusal:
        if self._is_closed:  # somebody who was told of a change asks while everything ends
            return Refusal(RefusalCode.SERVER_UNAVAILABLE)
        return await asyncio.get_running_loop().run_in_executor(self._pool, partial(send, *args, **kwargs))

    def _send(
        self, request: requests.Request, answer: type[A], timeout_s: tuple[float, float] = _TIMEOUT_S
    ) -> A | Refusal:
        return self._sent(
            request,
            timeout_s,
            _MAX_ANSWER_BYTES,
            lambda status, kind, content: _read(status, kind, content, answer),
        )

    def _sent(
        self,
        request: requests.Request,
        timeout_s: tuple[float, float],
        most_bytes: int,
        read: Callable[[int, str, bytes], T | Refusal],
    ) -> T | Refusal:
        self._leave_what_rested()
        try:
            prepared = self._http.prepare_request(request)
            with self._http.send(prepared, timeout=timeout_s, allow_redirects=False, stream=True) as response:
                content = response.raw.read(most_bytes + 1, decode_content=True)
                kind = response.headers.get("Content-Type", "").partition(";")[0]
                return read(response.status_code, kind, content)
        except requests.Timeout as error:
            if isinstance(error, requests.ConnectTimeout):
                return Refusal(RefusalCode.SERVER_UNAVAILABLE)
            return Refusal(RefusalCode.TIMEOUT)
        except requests.exceptions.SSLError:
            # to whoever stands before the kiosk it is all the same; to who reads the log it is not
            logger.warning("the server's certificate or key is not the one that this terminal trusts")
            return Refusal(RefusalCode.SERVER_UNAVAILABLE)
        except (requests.RequestException, OSError) as error:
            logger.debug("server not reached: %s", type(error).__name__)
            return Refusal(RefusalCode.SERVER_UNAVAILABLE)

    def _leave_what_rested(self) -> None:
        with self._reuse:
            before_s, self._asked_at_s = self._asked_at_s, time.monotonic()
            if self._asked_at_s - before_s > _KEPT_S:
                self.forget_connections()

    def forget_connections(self) -> None:
        """Ask over fresh connections from now on: the ones that were kept may belong to a network that is gone."""
        for adapter in self._http.adapters.values():
            pools = adapter.poolmanager.pools if isinstance(adapter, requests.adapters.HTTPAdapter) else {}
            kept = [pools.get(key) for key in pools.keys()]  # noqa: SIM118 - it cannot be walked itself
            adapter.close()  # from here on nobody is given one of them
            for pool in filter(None, kept):
                pool.close()  # by itself it closes when nothing names it any more: a traceback may, for long

    def close(self) -> None:
        """End the threads; a question under way is let finish, those waiting are dropped, later ones are refused."""
        self._is_closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)
        self.forget_connections()


def _has_time_soon(refusal: Refusal) -> bool:
    """Whether nothing was begun, and a person may as well wait: longer pauses are told to them."""
    return (
        refusal.code is RefusalCode.SERVER_UNAVAILABLE
        and refusal.retry_after_s is not None
        and refusal.retry_after_s <= _SOON_S
    )


def _read(status: int, kind: str, content: bytes, answer: type[A]) -> A | Refusal:
    """Decode one response; whatever is not of the protocol is INTERNAL, never an exception."""
    try:
        if len(content) > _MAX_ANSWER_BYTES:
            logger.warning("an answer of more than %d bytes was dropped", _MAX_ANSWER_BYTES)
        elif status == requests.codes.no_content:
            return answer.model_validate({})
        elif requests.codes.ok <= status < requests.codes.multiple_choices:
            return answer.model_validate_json(content)
        elif kind == MEDIA_TYPE:
            problem = Problem.model_validate_json(content)
            return Refusal(
                problem.code,
                retry_after_s=problem.retry_after_s,
                attempts_left=problem.attempts_left,
                field=problem.fields[0].field if problem.fields else None,
            )
        elif status in {requests.codes.bad_gateway, requests.codes.unavailable, requests.codes.gateway_timeout}:
            return Refusal(RefusalCode.SERVER_UNAVAILABLE)  # a proxy in between spoke, not the server
    except ValidationError as error:
        logger.warning("an answer is not of the protocol: %d errors in %s", error.error_count(), answer.__name__)
    return Refusal(RefusalCode.INTERNAL)
