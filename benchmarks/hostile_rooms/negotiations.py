"""Before there are keys, and from a peer that has ICE's: descriptions, candidates, STUN and what is none.

Descriptions and candidates are real ones that were changed. What can be read is now and then negotiated for good, with
a connection of its own. Nothing leaves this process: STUN goes nowhere.
"""

# ruff: noqa: SLF001  (it stands where datagrams come in, inside upstream)

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import Final, Literal
from unittest.mock import patch

import aioice.ice
from aioice import stun
from aiortc import RTCCertificate

from benchmarks.hostile_rooms.stations import Station
from desk_client.rtc.peer import Peer, PeerSinks
from desk_client.rtc.port import AddCandidate, DescriptionRefused, Event, LocalDescription
from desk_client.rtc.recording.tap import ConnectionTap
from desk_client.rtc.wire.descriptions import Refused, Usable, read_candidate, read_description
from tests.fakes.hostile_peer import spoilt

_NEGOTIATED_EVERY: Final = 60
"""Usable descriptions."""
_PATIENCE_S: Final = 10.0
_NUMBERS: Final = ("0", "-1", "1", "9", "15", "96", "255", "65535", "65536", "4294967296", "1" * 30, "", "x")
_ADDRESSES: Final = ("192.0.2.7", "::1", "fe80::1", "no-where", "a.local", "255.255.255.255", "0.0.0.0", "", "1.2.3")  # noqa: S104 - named, not bound to
_CANDIDATE: Final = "candidate:1 1 udp 2130706431 192.0.2.7 50000 typ host"
_EVIL: Final = "\0 :=/-0123456789azAZ\r\né"
Kind = Literal["offer", "answer"]


@contextmanager
def nothing_leaves() -> Iterator[None]:
    """No STUN is sent, and nobody is asked for a name."""
    nowhere = patch.multiple(aioice.ice.StunProtocol, send_stun=lambda *_: None, send_data=_nowhere)
    with nowhere, patch.object(aioice.ice, "get_or_create_mdns_protocol", _nobody):
        yield


async def _nowhere(*_about: object) -> None:
    """Send nothing."""


async def _nobody(*_about: object) -> None:
    raise ConnectionError("nobody is asked for names")


class _Talk:
    """A connection that was made for one negotiation."""

    def __init__(self, certificate: RTCCertificate) -> None:
        self._answered: asyncio.Future[Event] = asyncio.get_running_loop().create_future()
        sinks = PeerSinks(self._told, lambda _frame: None, lambda: None, ConnectionTap(1))
        self.peer = Peer(1, (), certificate, lambda: 1_000_000, sinks)

    async def said(self) -> Event:
        """Its description, or its refusal of ours."""
        return await asyncio.wait_for(self._answered, _PATIENCE_S)

    def _told(self, event: Event) -> None:
        if isinstance(event, LocalDescription | DescriptionRefused) and not self._answered.done():
            self._answered.set_result(event)


class NegotiationStation(Station):
    """Descriptions and candidates."""

    renewed_every = 1_000_000

    def __init__(self, chance: Random) -> None:
        super().__init__(chance)
        self._certificate = RTCCertificate.generateCertificate()
        self._sdp: dict[Kind, str] = {}
        self._usable = 0

    async def open(self) -> None:
        """Make an offer and an answer, which are spoilt from then on."""
        self._sdp["offer"] = (await described(self._certificate, None)).sdp
        self._sdp["answer"] = (await described(self._certificate, Usable("offer", self._sdp["offer"]))).sdp

    async def feed(self) -> None:
        """See `Station`."""
        chance = self.chance
        if self.inputs.total() % 2:
            self.inputs["candidates"] += 1
            self.reached["candidates"] += read_candidate(candidate(chance), "0", 0) is not None
            return
        kind: Kind = chance.choice(("offer", "answer"))
        self.inputs["descriptions"] += 1
        read = read_description(kind, description(chance, self._sdp[kind]))
        if isinstance(read, Refused):
            return
        self.reached["descriptions"] += 1
        self._usable += 1
        if self._usable % _NEGOTIATED_EVERY == 0:
            await self._negotiate(read)

    async def close(self) -> None:
        """There is nothing to let go of."""

    async def _negotiate(self, theirs: Usable) -> None:
        talk = _Talk(self._certificate)
        try:
            if theirs.kind == "offer":
                talk.peer.answer(theirs)
            else:
                talk.peer.offer()
                await talk.said()
                talk.peer.accept(theirs)
            for _ in range(4):
                talk.peer.add_candidate(AddCandidate(1, candidate(self.chance), "0", 0))
            if theirs.kind == "offer":
                self.inputs["negotiations"] += 1
                self.reached["negotiations"] += isinstance(await talk.said(), LocalDescription)
            for _ in range(10):
                await asyncio.sleep(0)
        finally:
            await talk.peer.close()


async def described(certificate: RTCCertificate, offer: Usable | None) -> LocalDescription:
    """An offer, or the answer to one."""
    talk = _Talk(certificate)
    try:
        if offer is None:
            talk.peer.offer()
        else:
            talk.peer.answer(offer)
        said = await talk.said()
        assert isinstance(said, LocalDescription)
        return said
    finally:
        await talk.peer.close()


def description(chance: Random, sdp: str) -> str:
    """It, with some of its lines lost, repeated, elsewhere, or with other numbers and letters in them."""
    lines = sdp.splitlines()
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        at = chance.randrange(len(lines))
        match chance.randrange(6):
            case 0 if len(lines) > 1:
                del lines[at]
            case 1:
                lines.insert(chance.randrange(len(lines)), lines[at])
            case 2:
                lines.insert(chance.randrange(len(lines)), lines.pop(at))
            case 3:
                lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
            case 4:
                lines[at] = _other_letter(chance, lines[at])
            case _:
                lines[at] = _other_number(chance, lines[at])
    return "\r\n".join(lines) + "\r\n"


def candidate(chance: Random) -> str:
    """A candidate with other words in it."""
    words = _CANDIDATE.split(" ")
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(words))
        words[at] = chance.choice(_ADDRESSES) if at == 4 else _other_letter(chance, _other_number(chance, words[at]))
    return " ".join(words) + chance.choice(("", "", " raddr 192.0.2.9 rport 1", " generation 0", " tcptype"))


def _other_letter(chance: Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(_EVIL) + text[at + chance.randrange(2) :]


def _other_number(chance: Random, text: str) -> str:
    numbers = list(re.finditer(r"\d+", text))
    if not numbers:
        return text
    found = chance.choice(numbers)
    return text[: found.start()] + chance.choice(_NUMBERS) + text[found.end() :]


class StunStation(Station):
    """Datagrams at the socket of a connection that has been negotiated and is not there yet."""

    renewed_every = 3000

    def __init__(self, chance: Random) -> None:
        super().__init__(chance)
        self._certificate = RTCCertificate.generateCertificate()
        self._offer: Usable | None = None

    async def open(self) -> None:
        """See `Station`."""
        if self._offer is None:
            self._offer = Usable("offer", (await described(self._certificate, None)).sdp)
        self._talk = _Talk(self._certificate)
        self._talk.peer.answer(self._offer)
        await self._talk.said()
        self._connection = self._talk.peer._dtls.transport._connection
        for _ in range(20):
            await asyncio.sleep(0)

    async def feed(self) -> None:
        """See `Station`."""
        chance = self.chance
        self.inputs["stun"] += 1
        protocol = chance.choice(self._connection._protocols)
        data = self._message(protocol) if chance.random() < 0.9 else chance.randbytes(chance.randrange(200))
        address = f"198.51.100.{chance.randrange(256)}", chance.randrange(1, 65536)
        try:
            self.reached["stun"] += bool(stun.parse_message(data))
        except ValueError:
            self.reached["stun"] += 0
        protocol.datagram_received(data, address)
        if self.inputs["stun"] % 20 == 0:
            await asyncio.sleep(0)

    async def close(self) -> None:
        """See `Station`."""
        await self._talk.peer.close()

    def _message(self, protocol: aioice.ice.StunProtocol) -> bytes:
        chance, connection = self.chance, self._connection
        message_class = chance.choice((stun.Class.REQUEST, stun.Class.REQUEST, *stun.Class))
        message = stun.Message(
            chance.choice((stun.Method.BINDING,) * 9 + tuple(stun.Method)), message_class, chance.randbytes(12)
        )
        asks = message_class in (stun.Class.REQUEST, stun.Class.INDICATION)
        if not asks and protocol.transactions and chance.random() < 0.8:
            message.transaction_id = chance.choice(list(protocol.transactions))
        optional: dict[str, object] = {
            "USERNAME": f"{connection.local_username}:{connection.remote_username}",
            "PRIORITY": chance.getrandbits(32),
            "ICE-CONTROLLING": chance.getrandbits(64),
            "ICE-CONTROLLED": chance.getrandbits(64),
            "USE-CANDIDATE": None,
            "XOR-MAPPED-ADDRESS": ("192.0.2.7", chance.randrange(65536)),
            "ERROR-CODE": (chance.choice((400, 401, 438, 487, 500)), "Role Conflict"),
        }
        usual = {"USERNAME", "PRIORITY"} if asks else {"XOR-MAPPED-ADDRESS"}
        for name, value in optional.items():
            if chance.random() < (0.9 if name in usual else 0.2):
                message.attributes[name] = value
        if chance.random() < 0.8:
            key = connection.local_password if asks else connection.remote_password or ""
            message.add_message_integrity(key.encode())
        return spoilt(chance, bytes(message), often=0.3)
