"""Asks one STUN or TURN server whether it would serve, and how far away it is.

A TURN server is asked for an allocation (RFC 8656, section 7): without credentials it must answer with an error, which
says that it is there; with credentials it makes one, which is given back at once. A STUN server is asked for a binding.
"""

import asyncio
import logging
import ssl
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

from aioice import stun
from aioice.turn import (
    DEFAULT_CHANNEL_REFRESH_TIME,
    UDP_TRANSPORT,
    TurnClientProtocol,
    TurnClientTcpProtocol,
    TurnClientUdpProtocol,
)
from aiortc.rtcicetransport import parse_stun_turn_uri

from desk_client.rtc.port import IceServer
from desk_client.rtc.server_probe import ServerAnswer, ServerProbe

_log = logging.getLogger(__name__)

_PORTS: Final = range(1, 65536)
WITHIN_S: Final = 1.5
"""A server that takes longer is none to hold a conversation over."""
_GIVEN_BACK_WITHIN_S: Final = 0.5
_LIFETIME_S: Final = 60
"""Of an allocation that is not given back, as its answer was lost."""


async def ask(server: IceServer, url: str) -> ServerProbe:
    """Ask one address of a server; never raises."""
    parsed = _parsed(url)
    if parsed is None:
        return ServerProbe(url, ServerAnswer.MALFORMED)
    rtt_ms: list[float] = []
    try:
        async with asyncio.timeout(WITHIN_S):
            answer = await _asked(server, parsed, rtt_ms)
    except TimeoutError:
        answer = ServerAnswer.SILENT
    except ssl.SSLError:
        answer = ServerAnswer.UNTRUSTED
    except (OSError, stun.TransactionError, ValueError) as error:  # ValueError: a name that IDNA cannot write
        _log.info("%s was not reached: %s", url, type(error).__name__)
        answer = ServerAnswer.UNREACHABLE
    return ServerProbe(url, answer, rtt_ms[0] if rtt_ms else None)


def _parsed(url: str) -> dict[str, Any] | None:  # upstream's parts of an address: texts, and the port
    """The parts of an address, or None for one that upstream cannot use: it has no STUN over TLS, and no DTLS."""
    try:
        parsed = parse_stun_turn_uri(url)
    except ValueError:
        return None
    way = parsed["scheme"], parsed.get("transport")
    usable = way in {("stun", None), ("turn", "udp"), ("turn", "tcp"), ("turns", "tcp")} and parsed["port"] in _PORTS
    return parsed if usable else None


async def _asked(server: IceServer, parsed: dict[str, Any], rtt_ms: list[float]) -> ServerAnswer:
    """The round trip goes into `rtt_ms` as soon as it is known."""
    async with _opened(server, parsed) as protocol:
        if parsed["scheme"] == "stun":
            request = stun.Message(stun.Method.BINDING, stun.Class.REQUEST)
        else:
            request = stun.Message(stun.Method.ALLOCATE, stun.Class.REQUEST)
            request.attributes["LIFETIME"] = _LIFETIME_S
            request.attributes["REQUESTED-TRANSPORT"] = UDP_TRANSPORT
        began_s = time.perf_counter()
        try:
            await protocol.request(request)
        except stun.TransactionFailed:  # an answer: it is there, and wants to know who we are
            rtt_ms.append((time.perf_counter() - began_s) * 1000)
        else:
            rtt_ms.append((time.perf_counter() - began_s) * 1000)
            return ServerAnswer.SERVES
        if parsed["scheme"] == "stun":
            return ServerAnswer.REFUSES
        return ServerAnswer.SERVES if server.username is None else await _allocated(protocol)


async def _allocated(protocol: TurnClientProtocol) -> ServerAnswer:
    """Whether it takes our credentials."""
    try:
        await protocol.connect()
    except (stun.TransactionFailed, ConnectionError):
        return ServerAnswer.REFUSES
    try:
        async with asyncio.timeout(_GIVEN_BACK_WITHIN_S):
            await protocol.delete()
    except (TimeoutError, stun.TransactionError):
        _log.info("an allocation was not given back; it ends by itself")
    return ServerAnswer.SERVES


@asynccontextmanager
async def _opened(server: IceServer, parsed: dict[str, Any]) -> AsyncIterator[TurnClientProtocol]:
    loop = asyncio.get_running_loop()
    address = parsed["host"], parsed["port"]
    about = (address, server.username, server.credential, _LIFETIME_S, DEFAULT_CHANNEL_REFRESH_TIME)
    transport: asyncio.BaseTransport
    protocol: TurnClientProtocol
    if parsed.get("transport") == "tcp":
        # reading the system's authorities takes a tenth of a second, in which no packet must wait
        tls = await asyncio.to_thread(ssl.create_default_context) if parsed["scheme"] == "turns" else None
        transport, protocol = await loop.create_connection(
            lambda: TurnClientTcpProtocol(*about),
            *address,
            ssl=tls,
        )
    else:
        transport, protocol = await loop.create_datagram_endpoint(
            lambda: TurnClientUdpProtocol(*about), remote_addr=address
        )
    try:
        yield protocol
    finally:
        if protocol.refresh_task is not None:
            protocol.refresh_task.cancel()
        assert isinstance(transport, asyncio.Transport | asyncio.DatagramTransport)
        transport.abort()
