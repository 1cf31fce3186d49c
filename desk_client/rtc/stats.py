"""From counters to what the last second was like. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Counters:
    """What only ever grows while a connection (or, for `captured`, the media) lasts."""

    at_s: float
    """Monotonic."""
    captured: int
    sent: int | None = None
    received: int | None = None
    decoded: int | None = None
    bytes_in: int | None = None
    bytes_out: int | None = None
    packets_in: int | None = None
    """Of the peer's video, as `packets_lost`."""
    packets_lost: int | None = None


@dataclass(frozen=True)
class Rates:
    """Between two moments; None where either of them knows nothing."""

    fps_captured: float | None
    fps_sent: float | None
    fps_decoded: float | None
    bitrate_in_bps: float | None
    bitrate_out_bps: float | None
    loss: float | None


def rates(before: Counters, now: Counters) -> Rates:
    """What happened between two readings; a counter that fell back belongs to a new connection and tells nothing."""
    seconds = now.at_s - before.at_s

    def rate(earlier: int | None, later: int | None, scale: int = 1) -> float | None:
        if earlier is None or later is None or later < earlier or seconds <= 0:
            return None
        return (later - earlier) * scale / seconds

    return Rates(
        fps_captured=rate(before.captured, now.captured),
        fps_sent=rate(before.sent, now.sent),
        fps_decoded=rate(before.decoded, now.decoded),
        bitrate_in_bps=rate(before.bytes_in, now.bytes_in, 8),
        bitrate_out_bps=rate(before.bytes_out, now.bytes_out, 8),
        loss=_loss(before, now),
    )


def _loss(before: Counters, now: Counters) -> float | None:
    """The fraction lost of the packets expected (RFC 3550 appendix A.3); late ones may make it negative: then 0."""
    if before.packets_in is None or before.packets_lost is None or now.packets_in is None or now.packets_lost is None:
        return None
    lost = now.packets_lost - before.packets_lost
    expected = now.packets_in - before.packets_in + lost
    if expected <= 0:
        return None
    return min(1.0, max(0.0, lost / expected))
