"""DTLS handshakes between two ends, each datagram of which may be lost, repeated or spoilt on its way."""

import asyncio
from collections import deque
from random import Random
from typing import Final

from aiortc import RTCCertificate, RTCDtlsTransport
from aiortc.rtcdtlstransport import RTCDtlsParameters

from benchmarks.hostile_rooms.stations import Station
from desk_client.rtc.session import upstream, upstream_path
from tests.fakes.hostile_peer import spoilt
from tests.fakes.media_pair import Carrier

_AFTERWARDS: Final = 6
"""Datagrams that still come once the handshake is over, or has come to a stop."""
_TURNS: Final = 4
"""Of the loop, until an end has taken what came and has said what it says to it."""
_FIRST_BYTES: Final = (20, 21, 22, 23, 23, 25, 63, 64, 128, 191, 200)
"""Of what DTLS, SRTP and neither begin with (RFC 7983)."""


class HandshakeStation(Station):
    """See above; one handshake after the other, with the same two certificates."""

    renewed_every = 1_000_000

    def __init__(self, chance: Random) -> None:
        super().__init__(chance)
        self._certificates = [RTCCertificate.generateCertificate() for _ in range(2)]
        self._ends: list[RTCDtlsTransport] = []
        self._tasks: list[asyncio.Task[None]] = []

    async def open(self) -> None:
        """Begin a handshake."""
        self._way: deque[tuple[int, bytes]] = deque()
        self._left = _AFTERWARDS
        self._said: list[bytes] = []
        self._carriers = [Carrier(), Carrier()]
        self._carriers[1].role = "controlled"
        self._ends = [
            RTCDtlsTransport(carrier, [certificate])  # type: ignore[arg-type]  # the fake
            for carrier, certificate in zip(self._carriers, self._certificates, strict=True)
        ]
        for place, (end, carrier) in enumerate(zip(self._ends, self._carriers, strict=True)):
            carrier.on_sent = lambda data, other=1 - place: self._way.append((other, data))  # type: ignore[misc]  # a lambda with a default
            upstream.hear_transport_feedback(end, lambda _fci: None)
            upstream.outlive_bad_packets(end)
            peer = RTCDtlsParameters(self._certificates[1 - place].getFingerprints()[:1])
            self._tasks += [
                asyncio.create_task(end.start(peer), name="dtls"),
                asyncio.create_task(upstream_path.repeat_handshake(end), name="dtls-repeat"),
            ]
        await self._turns()

    async def feed(self) -> None:
        """See `Station`."""
        chance = self.chance
        self.inputs["dtls"] += 1
        if self._way:
            to, data = self._way.popleft()
            self._said.append(data)
            luck = chance.random()
            if luck < 0.03:
                data = spoilt(chance, data, often=1.0)
            elif luck < 0.05:
                self._way.appendleft((to, data))
        else:
            self._left -= 1
            to, data = chance.randrange(2), self._junk()
        self.reached["dtls"] += 20 <= (data or b"\0")[0] < 64
        self._carriers[to].datagrams.put_nowait(data)
        await self._turns()
        if self._left <= 0:
            self.inputs["handshakes"] += 1
            self.reached["handshakes"] += all(end.encrypted for end in self._ends)
            await self.close()
            await self.open()

    async def close(self) -> None:
        """Break it off."""
        for task in self._tasks:
            task.cancel()
        for ended in await asyncio.gather(*self._tasks, return_exceptions=True):
            if isinstance(ended, Exception):
                raise ended
        self._tasks.clear()
        for end in self._ends:
            await end.stop()

    def _junk(self) -> bytes:
        chance = self.chance
        if self._said and chance.random() < 0.5:
            return spoilt(chance, chance.choice(self._said), often=0.9)
        return bytes((chance.choice(_FIRST_BYTES), 0xFE, 0xFD)) + chance.randbytes(chance.randrange(80))

    async def _turns(self) -> None:
        for _ in range(_TURNS):
            await asyncio.sleep(0)
