"""What a hostile peer sends: real packets with wrong bytes in them, packets of its own, and plain noise."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from aiortc.rtp import (
    RtcpPsfbPacket,
    RtcpReceiverInfo,
    RtcpRrPacket,
    RtcpRtpfbPacket,
    RtcpSenderInfo,
    RtcpSrPacket,
    pack_remb_fci,
    pack_rtcp_packet,
)

from desk_client.rtc.wire import transport_feedback

_EDGES = (0, 1, 2, 0x7F, 0x80, 0xFE, 0xFF)


def spoilt(chance: Random, data: bytes, often: float = 0.6) -> bytes:
    """The same, cut, prolonged, or with some wrong bytes; or, less often, as it was."""
    if chance.random() > often or not data:
        return data
    wrong = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5))):
        at = chance.randrange(len(wrong))
        wrong[at] = chance.choice((chance.choice(_EDGES), chance.randrange(256)))
    cut = chance.random()
    if cut < 0.2:
        return bytes(wrong[: chance.randrange(len(wrong) + 1)])
    return bytes(wrong) + (chance.randbytes(chance.randrange(12)) if cut < 0.3 else b"")


@dataclass(frozen=True)
class Payloads:
    """What a well-meaning peer would send.

    Attributes:
        pictures: the payloads of some pictures, each time with whether it is the picture's last.
        sound: packets of Opus.
        voice_ssrc: of the stream of sound.
    """

    pictures: Sequence[tuple[bytes, bool]]
    sound: Sequence[bytes]
    voice_ssrc: int


class HostilePeer:
    """Makes datagrams; the same ones from the same seed.

    Args:
        chance: what is drawn from.
        ssrc: of the stream that it sends.
        rtx_ssrc: of its repeats.
        our_ssrc: of the stream that it receives.
        payloads: what it spoils, besides sending noise; none for noise alone.
    """

    def __init__(
        self, chance: Random, ssrc: int, rtx_ssrc: int, our_ssrc: int, payloads: Payloads | None = None
    ) -> None:
        self._chance = chance
        self._ssrc, self._rtx_ssrc, self._our_ssrc = ssrc, rtx_ssrc, our_ssrc
        self._payloads = payloads
        self._number = self._picture_number = self._voice_number = 0

    def rtp(self) -> bytes:
        """A packet of pictures or repeats, mostly well-formed at its head."""
        chance = self._chance
        self._number += chance.choice((1, 1, 1, 1, 0, -3, 7, 300, 32767))
        extension = self._extension() if chance.random() < 0.7 else b""
        header = struct.pack(
            "!BBHII",
            0x80 | (0x10 if extension else 0) | (0x20 if chance.random() < 0.1 else 0),
            chance.choice((97, 97, 97, 98, 98, 96, 127)) | (0x80 if chance.random() < 0.3 else 0),
            self._number & 0xFFFF,
            chance.choice((self._number * 1000, chance.getrandbits(32))) & 0xFFFFFFFF,
            chance.choice((self._ssrc, self._ssrc, self._rtx_ssrc, chance.getrandbits(32))),
        )
        payload = bytes((chance.choice((0x10, 0x90, 0x00, 0x11, chance.randrange(256))),)) + self._noise(60)
        return spoilt(self._chance, header + extension + payload)

    def picture(self) -> bytes:
        """The next packet of the pictures that there are, now and then lost or overtaken, mostly whole."""
        assert self._payloads is not None
        chance = self._chance
        self._picture_number += chance.choice((1,) * 60 + (0, 2, 3, -1))
        payload, last = self._payloads.pictures[self._picture_number % len(self._payloads.pictures)]
        turns = self._picture_number // len(self._payloads.pictures)
        place = sum(ends for _, ends in self._payloads.pictures[: self._picture_number % len(self._payloads.pictures)])
        header = struct.pack(
            "!BBHII",
            0x80,
            97 | (0x80 if last else 0),
            self._picture_number & 0xFFFF,
            (turns * 100 + place) * 3000 & 0xFFFFFFFF,
            self._ssrc,
        )
        return spoilt(chance, header + spoilt(chance, payload, often=0.03), often=0.03)

    def voice(self) -> bytes:
        """The next packet of sound, with or without wrong bytes."""
        assert self._payloads is not None
        chance = self._chance
        self._voice_number += chance.choice((1,) * 30 + (0, 2, 7, -1, 900))
        payload = self._payloads.sound[self._voice_number % len(self._payloads.sound)]
        timestamp = chance.choice((self._voice_number * 960,) * 20 + (chance.getrandbits(32),)) & 0xFFFFFFFF
        header = struct.pack("!BBHII", 0x80, 96, self._voice_number & 0xFFFF, timestamp, self._payloads.voice_ssrc)
        return spoilt(chance, header + spoilt(chance, payload, often=0.4), often=0.1)

    def rtcp(self) -> bytes:
        """One or several reports and questions."""
        return spoilt(self._chance, b"".join(self._message() for _ in range(self._chance.choice((1, 1, 2, 3)))))

    def feedback(self) -> bytes:
        """What it says of arrivals."""
        chance = self._chance
        if chance.random() < 0.5:
            at_s = chance.uniform(0, 1e6)
            came = [at_s + n * chance.uniform(-0.5, 0.5) if chance.random() < 0.8 else None for n in range(20)]
            came[0] = at_s
            fci, _ = transport_feedback.pack(chance.getrandbits(8), chance.choice((0, chance.getrandbits(16))), came)
        else:
            fci = self._noise(60)
            fci += bytes(-len(fci) % 4)
        message = pack_rtcp_packet(205, 15, struct.pack("!II", 1, self._our_ssrc) + fci)
        return spoilt(self._chance, message, often=0.5)

    def _message(self) -> bytes:
        chance = self._chance
        report = RtcpReceiverInfo(
            ssrc=self._our_ssrc,
            fraction_lost=chance.getrandbits(8),
            packets_lost=chance.randrange(-(1 << 23), 1 << 23),
            highest_sequence=chance.getrandbits(32),
            jitter=chance.getrandbits(32),
            lsr=chance.getrandbits(32),
            dlsr=chance.getrandbits(32),
        )
        info = RtcpSenderInfo(*(chance.getrandbits(64), *(chance.getrandbits(32) for _ in range(3))))
        nack = RtcpRtpfbPacket(1, self._ssrc, self._our_ssrc, sorted({chance.getrandbits(16) for _ in range(30)}))
        remb = pack_remb_fci(chance.getrandbits(40), [self._our_ssrc] * chance.randrange(3))
        if chance.random() < 0.3:
            remb = remb[:4] + bytes((chance.randrange(256),)) + remb[5:]
        return bytes(
            chance.choice(
                (
                    RtcpSrPacket(chance.choice((self._ssrc, self._rtx_ssrc)), info, [report] * chance.randrange(3)),
                    RtcpRrPacket(self._ssrc, [report] * chance.randrange(4)),
                    nack,
                    RtcpPsfbPacket(chance.choice((1, 2, 4)), self._ssrc, self._our_ssrc, b""),
                    RtcpPsfbPacket(15, self._ssrc, chance.choice((0, self._our_ssrc)), remb),
                )
            )
        )

    def _extension(self) -> bytes:
        """Header extensions of sizes that were not agreed upon as well."""
        chance, found = self._chance, b""
        for id_ in chance.sample((1, 2, 3, 4, 14), chance.randrange(1, 4)):
            size = chance.choice(({1: 1, 2: 3, 3: 2, 4: 1}.get(id_, 1), chance.randrange(1, 17)))
            found += bytes(((id_ << 4) | (size - 1),)) + chance.randbytes(size)
        found += bytes(-len(found) % 4)
        return struct.pack("!HH", chance.choice((0xBEDE, 0xBEDE, 0x1000)), len(found) // 4) + found

    def _noise(self, most: int) -> bytes:
        return self._chance.randbytes(self._chance.randrange(most))
