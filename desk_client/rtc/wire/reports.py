"""Takes a compound RTCP packet apart (RFC 3550 section 6.1). Pure."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desk_client.rtc.wire import transport_feedback

_TRANSPORT_LAYER: Final = 205  # RFC 4585 section 6.1
_HEADER: Final = 4
_SOURCES: Final = 8


@dataclass(frozen=True, slots=True)
class Message:
    """One of the messages that came together, whole."""

    data: bytes

    @property
    def is_transport_feedback(self) -> bool:
        """Whether it tells of arrivals."""
        return self.data[1] == _TRANSPORT_LAYER and self.data[0] & 0x1F == transport_feedback.FORMAT

    @property
    def fci(self) -> bytes:
        """What a feedback message tells, its padding taken off; empty where it is malformed."""
        body = self.data[_HEADER + _SOURCES :]
        if self.data[0] & 0x20 and body:
            body = body[: -body[-1]] if 0 < body[-1] <= len(body) else b""
        return body


def messages(data: bytes) -> Iterator[Message]:
    """The messages, in order; a truncated one ends them, and is left for whoever reads on to complain of."""
    at = 0
    while at + _HEADER <= len(data):
        (words,) = struct.unpack_from("!H", data, at + 2)
        end = at + _HEADER + 4 * words
        yield Message(data[at:end])
        at = end
    if at < len(data):
        yield Message(data[at:].ljust(_HEADER, b"\0"))
