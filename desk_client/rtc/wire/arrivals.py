"""What a receiver remembers of arrivals until it has told the sender of them. Pure: the caller brings the time."""

from typing import Final

from desk_client.rtc.wire import transport_feedback
from desk_client.rtc.wire.unwrapping import Unwrapper

_KEPT_S: Final = 0.5
_MOST_KEPT: Final = 1024
_WIDEST: Final = 4096
"""A number that is farther from the newest belongs to another count."""
_WIDEST_TOLD: Final = 30
"""Of what is missing before the first packet that a message tells of: a wider gap is an outage, and no loss that a rate
could help."""


class Arrivals:
    """Of the packets of one transport, by their transport-wide sequence number."""

    def __init__(self) -> None:
        self._unwrapper = Unwrapper()
        self._at_s: dict[int, float] = {}
        self._highest: int | None = None
        self._next: int | None = None
        """The first packet that the next message tells of; an earlier one that comes late takes it back."""
        self._count = 0

    @property
    def pending(self) -> bool:
        """Whether there is something to tell."""
        return self._next is not None and any(number >= self._next for number in self._at_s)

    def came(self, number: int, now: float) -> None:
        """A packet with this sequence number (16 bits) came; a second time tells nothing new."""
        at = self._unwrapper.unwrap(number)
        if at in self._at_s:
            return
        if self._highest is None or abs(at - self._highest) > _WIDEST:
            self._at_s.clear()
            self._unwrapper = Unwrapper()
            self._highest = self._next = at = self._unwrapper.unwrap(number)
        elif self._next is None or min(self._at_s, default=at) < at < self._next:
            self._next = at
        if at > self._highest + 1:
            for far in [number for number in self._at_s if number < at - _WIDEST]:
                del self._at_s[far]
        self._highest = max(self._highest, at)
        self._at_s[at] = now
        if len(self._at_s) > _MOST_KEPT:
            del self._at_s[min(self._at_s)]

    def take(self, now: float) -> list[bytes]:
        """The messages (FCI) that tell of everything since the last `take`."""
        messages: list[bytes] = []
        while self._next is not None and (fresh := [number for number in self._at_s if number >= (self._next or 0)]):
            first, last = min(fresh), max(fresh)
            if first - self._next <= _WIDEST_TOLD:
                first = self._next
            body, told = transport_feedback.pack(
                self._count, first, [self._at_s.get(number) for number in range(first, last + 1)]
            )
            messages.append(body)
            self._count += 1
            self._next = first + told
        for number in [number for number, at_s in self._at_s.items() if now - at_s > _KEPT_S]:
            del self._at_s[number]
        return messages
