"""What was sent and may have to be sent again (RFC 4585 section 6.2.1). Pure: the caller brings the time."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from desk_client.rtc.wire.rtp import OutgoingPacket

_MOST_KEPT: Final = 1200
_KEPT_S: Final = 3.0
_MOST_TIMES_A_ROUND_TRIP: Final = 2
"""A peer that asks twice at once does so because what it asks for is lost as well."""
_LEAST_PAUSE_S: Final = 0.02


@dataclass(slots=True)
class _Kept:
    packet: OutgoingPacket
    at_s: float
    again_since_s: float = 0.0
    times: int = 0


class History:
    """Of one stream, by its sequence numbers."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, _Kept] = OrderedDict()

    def sent(self, packet: OutgoingPacket, now: float) -> None:
        """This packet was sent for the first time."""
        self._kept[packet.sequence_number] = _Kept(packet, now)
        self._kept.move_to_end(packet.sequence_number)
        while len(self._kept) > _MOST_KEPT or now - next(iter(self._kept.values())).at_s > _KEPT_S:
            self._kept.popitem(last=False)

    def asked(self, sequence_number: int, now: float, round_trip_s: float) -> OutgoingPacket | None:
        """The packet to be sent again; None if it is not known, or was sent again only just now."""
        kept = self._kept.get(sequence_number)
        if kept is None:
            return None
        if now - kept.again_since_s >= max(_LEAST_PAUSE_S, round_trip_s * 0.8):
            kept.again_since_s, kept.times = now, 0
        kept.times += 1
        return kept.packet if kept.times <= _MOST_TIMES_A_ROUND_TRIP else None

    def largest_lately(self) -> OutgoingPacket | None:
        """Of the newest few, the largest."""
        newest = [kept.packet for kept, _ in zip(reversed(self._kept.values()), range(8), strict=False)]
        return max(newest, key=lambda packet: len(packet.payload), default=None)
