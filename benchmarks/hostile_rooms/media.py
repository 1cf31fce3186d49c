"""A peer that has the keys: RTP of pictures and sound, RTCP, and feedback, into one end with all four streams."""

# ruff: noqa: SLF001  (it stands where packets come in, inside the engine)

import asyncio
import itertools
from random import Random
from typing import Any, Final

from aiortc.rtcrtpparameters import RTCRtpCodecParameters
from aiortc.rtp import RtpPacket

from benchmarks.hostile_rooms.stations import Station
from benchmarks.memory_rooms.virtual_call import Recorded, Talker, recorded
from desk_client.rtc.sound.card import BLOCK
from desk_client.rtc.wire.payloads import Packetiser, VideoCodec
from tests.fakes.hostile_peer import HostilePeer, Payloads
from tests.fakes.network_path import Conditions, Path

_A_TURN: Final = 100
"""Inputs between two turns of the loop, in which what we sent is dropped and a piece of sound is taken."""


class MediaStation(Station):
    """See above; its pictures are those of one codec, then of the other."""

    def __init__(self, chance: Random) -> None:
        super().__init__(chance)
        self._recorded = itertools.cycle(
            recorded(codec, key_frame_every=6) for codec in VideoCodec if codec.available()
        )
        self._kinds = itertools.cycle(("rtp", "pictures", "pictures", "sound", "rtcp", "feedback"))

    async def open(self) -> None:
        """See `Station`."""
        sent = next(self._recorded)
        self._end, theirs = Talker(sent), Talker(sent)
        nowhere = Path(Conditions(out=True))
        self._end.meet(theirs, nowhere, lambda _data: None)
        theirs.meet(self._end, nowhere, lambda _data: None)
        self._theirs = theirs
        self._peer = HostilePeer(
            self.chance, theirs.sender._ssrc, theirs.sender._rtx_ssrc, self._end.sender._ssrc, _payloads(sent, theirs)
        )
        self._arrived = 0
        for receiver in (self._end.receiver, self._end.heard.receiver):
            receiver._on_packet = self._counting(receiver._on_packet)
        routed = self._end.dtls._rtp_router.route_rtcp

        def route(packet: Any) -> Any:  # upstream's unions
            recipients = routed(packet)
            self._arrived += bool(recipients)
            return recipients

        self._end.dtls._rtp_router.route_rtcp = route  # type: ignore[method-assign]  # of this one instance

    async def feed(self) -> None:
        """See `Station`."""
        kind = next(self._kinds)
        self.inputs[kind] += 1
        before = self._arrived + self._told()
        match kind:
            case "rtp":
                self._end.comes(self._peer.rtp())
            case "pictures":
                self._end.comes(self._peer.picture())
            case "sound":
                self._end.comes(self._peer.voice())
            case "rtcp":
                self._end.comes(self._peer.rtcp())
            case _:
                self._end.comes(self._peer.feedback())
        self.reached[kind] += self._arrived + self._told() > before
        if self.inputs.total() % _A_TURN == 0:
            self._end.show(2)
            self._end.heard.pull(BLOCK)
            await asyncio.sleep(0)

    async def close(self) -> None:
        """See `Station`."""
        self.reached["decoded pictures"] += self._end.incoming.decoded
        self.inputs["decoded pictures"] += self._end.incoming.buffer.pictures
        for end in (self._end, self._theirs):
            end.end()

    def _told(self) -> int:
        return self._end.media.estimator._feedbacks

    def _counting(self, on_packet: Any) -> Any:
        def came(codec: RTCRtpCodecParameters, packet: RtpPacket, now: float) -> None:
            self._arrived += 1
            on_packet(codec, packet, now)

        return came


def _payloads(sent: Recorded, theirs: Talker) -> Payloads:
    packetiser = Packetiser(sent.codec)
    pictures: list[tuple[bytes, bool]] = []
    for picture in sent.pictures:
        payloads = packetiser.payloads(picture.data)
        pictures += [(payload, place == len(payloads) - 1) for place, payload in enumerate(payloads)]
    return Payloads(pictures, [payload for payload in sent.sound if payload], theirs.voice.sender._ssrc)
