"""What is known of the STUN and TURN servers that may be used, and which of them a negotiation is given.

Upstream uses one STUN server and one TURN server, the first of each, and waits for both: a dead one holds a negotiation
up for two seconds, and one that a firewall hides leaves it without a relay although another way would do. So they are
asked beforehand, and a negotiation is given those that answer, the best one first.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final

from desk_client.rtc.port import IceServer, ServersProbed
from desk_client.rtc.server_probe import ServerAnswer, ServerProbe
from desk_client.rtc.wire.probing import ask

_log = logging.getLogger(__name__)

BELIEVED_S: Final = 60.0
"""So long a probe is acted upon; networks change."""
ASKED_AGAIN_S: Final = 10.0
"""A negotiation has servers asked again, behind it, whose probe is older."""
MOST_SERVERS: Final = 16
"""No more addresses are asked."""

Ask = Callable[[IceServer, str], Awaitable[ServerProbe]]


class _Way(IntEnum):
    """How media travels to a relay, the best first: over TCP one lost packet holds up those behind it."""

    DATAGRAMS = 0
    STREAM = 1
    STREAM_IN_TLS = 2


@dataclass(frozen=True)
class Reading:
    """What a probe found, when (monotonic seconds), and by which name it was asked."""

    probe: ServerProbe
    at_s: float
    username: str | None


def chosen(servers: Iterable[IceServer], known: Mapping[str, Reading], now_s: float) -> tuple[IceServer, ...]:
    """The servers one address each: without those that are known not to serve, those known to serve first.

    Args:
        servers: as the server names them.
        known: readings by address.
        now_s: monotonic.
    """
    ranked: list[tuple[tuple[bool, _Way, float], IceServer]] = []
    for server in servers:
        for url in server.urls:
            reading = known.get(url)
            if reading is None or now_s - reading.at_s >= BELIEVED_S:
                ranked.append(((True, _way(url), 0.0), replace(server, urls=(url,))))
            elif _serves(reading, server.username):
                ranked.append(((False, _way(url), reading.probe.rtt_ms or 0.0), replace(server, urls=(url,))))
    return tuple(server for _, server in sorted(ranked, key=lambda each: each[0]))


def _serves(reading: Reading, username: str | None) -> bool:
    """Whether whoever has that name may try: credentials that were refused say nothing of later ones."""
    match reading.probe.answer:
        case ServerAnswer.SERVES:
            return True
        case ServerAnswer.REFUSES:
            return reading.username != username
        case _:
            return False


def _way(url: str) -> _Way:
    if url.startswith(("turns:", "stuns:")):
        return _Way.STREAM_IN_TLS
    return _Way.STREAM if url.endswith("transport=tcp") else _Way.DATAGRAMS


class Relays:
    """Lives in the engine's loop. Probes run behind everything else; `close` ends them."""

    def __init__(
        self,
        emit: Callable[[ServersProbed], None],
        *,
        ask_one: Ask = ask,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._emit = emit
        self._ask = ask_one
        self._clock = clock
        self._known: dict[str, Reading] = {}
        self._probing: set[asyncio.Task[None]] = set()
        self._asked: set[tuple[str, str | None]] = set()
        """Addresses whose answers are awaited, and the names by which they were asked."""
        self._last: tuple[IceServer, ...] = ()
        self._network = 0
        """How often it has changed: an answer that came by an earlier one tells nothing."""

    def probe(self, servers: tuple[IceServer, ...]) -> None:
        """Ask each of them, all at once; what was found is told by an event, within some two seconds."""
        self._last = servers
        wanted = [(server, url) for server in servers for url in server.urls][:MOST_SERVERS]
        fresh = [(server, url) for server, url in wanted if (url, server.username) not in self._asked]
        if not fresh:
            return
        self._asked.update((url, server.username) for server, url in fresh)
        task = asyncio.get_running_loop().create_task(self._probe(fresh), name="rtc-probe")
        self._probing.add(task)
        task.add_done_callback(self._probing.discard)

    def network_changed(self) -> None:
        """What was found out by another network counts no more: those that were asked last are asked again."""
        self._network += 1
        self._known.clear()
        self._asked.clear()
        self.probe(self._last)

    def chosen(self, servers: tuple[IceServer, ...]) -> tuple[IceServer, ...]:
        """Those to negotiate with now. Where the last probe is not fresh any more, they are asked again behind it."""
        now_s = self._clock()
        old = tuple(
            replace(server, urls=urls)
            for server in servers
            if (urls := tuple(url for url in server.urls if self._is_old(url, server.username, now_s)))
        )
        if old:
            self.probe(old)
        return chosen(servers, self._known, now_s)

    async def close(self) -> None:
        """Ask no more."""
        for task in self._probing:
            task.cancel()
        await asyncio.gather(*self._probing, return_exceptions=True)

    def _is_old(self, url: str, username: str | None, now_s: float) -> bool:
        reading = self._known.get(url)
        return reading is None or reading.username != username or now_s - reading.at_s > ASKED_AGAIN_S

    async def _probe(self, wanted: list[tuple[IceServer, str]]) -> None:
        network = self._network
        try:
            probes = await asyncio.gather(*(self._ask(server, url) for server, url in wanted))
        finally:
            if network == self._network:
                self._asked.difference_update((url, server.username) for server, url in wanted)
        if network != self._network:
            return
        now_s = self._clock()
        for (server, url), probe in zip(wanted, probes, strict=True):
            self._known[url] = Reading(probe, now_s, server.username)
            if probe.answer is not ServerAnswer.SERVES:
                _log.warning("the server %s is left out of calls: %s", url, probe.answer.value)
        self._known = {url: each for url, each in self._known.items() if now_s - each.at_s < BELIEVED_S}
        self._emit(ServersProbed(tuple(probes)))
