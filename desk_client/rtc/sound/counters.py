"""What happened to a remote voice. Lengths are samples at 48 kHz."""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class SoundCounters:
    """So far."""

    received: int
    """Packets, whatever became of them."""
    refused: int
    """No Opus packets, strays of another stream, or what the decoder could not read."""
    duplicates: int
    late: int
    """Came after they were given up."""
    lost: int
    """Were not there when their time came (the late and the recovered among them)."""
    recovered: int
    """Of the lost, played from the copy in the next packet (in-band forward error correction)."""
    overflowed: int
    """Were never played, because too much was waiting."""
    restarts: int
    """How often the sender began anew."""
    skips: int
    """How often something was left out, as nothing else would have caught up."""
    concealed_samples: int
    """Guessed, because something was lost or late."""
    comfort_samples: int
    """Noise of the room while the sender had nothing to say."""
    lengthened_samples: int
    shortened_samples: int
    delay_ms: float | None
    """Between the time when the fastest packets come and the time when they are played; None while unknown."""
    target_ms: float
    """What that delay should be."""


@dataclass
class Tally:
    """The counts while they are kept; their names are those of `SoundCounters`."""

    received: int = 0
    refused: int = 0
    duplicates: int = 0
    late: int = 0
    lost: int = 0
    recovered: int = 0
    overflowed: int = 0
    restarts: int = 0
    skips: int = 0
    concealed_samples: int = 0
    comfort_samples: int = 0
    lengthened_samples: int = 0
    shortened_samples: int = 0

    def seen(self, *, delay_ms: float | None, target_ms: float) -> SoundCounters:
        """As they are now."""
        counts = {field.name: getattr(self, field.name) for field in fields(self)}
        return SoundCounters(**counts, delay_ms=delay_ms, target_ms=target_ms)
