"""One client's numbered mail: it outlives a broken socket for a while, so that nothing is missed across the break."""

from collections import deque
from dataclasses import dataclass, field
from typing import TypeVar

from desk_client.domain.ids import RoomId
from desk_client.domain.party import Party
from desk_client.protocol.base import Answer
from desk_client.protocol.signalling import (
    Aside,
    Changed,
    Negotiate,
    PeerCandidate,
    PeerDescription,
    PeerJoined,
    PeerLeft,
    RoomClosed,
    Snapshot,
)
from desk_client.server.services.actor import Actor
from desk_client.server.signalling.line import Line

Numbered = Changed | Snapshot | Aside | Negotiate | PeerJoined | PeerLeft | PeerDescription | PeerCandidate | RoomClosed
A = TypeVar("A", bound=Answer)

UNNUMBERED = 0
"""What the `seq` of a frame is before the mailbox gives it one."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A party's place in a room; `several`: its end can be connected with more than one other; `asides`: keep apart."""

    room_id: RoomId
    party: Party
    several: bool = False
    asides: bool = False


@dataclass(eq=False, slots=True)
class Mailbox:
    """The mail of one signalling session.

    Attributes:
        id: names the session when the client comes back.
        actor: whose it is.
        keep: how many frames are remembered.
        line: the socket that is open now, if one is.
        seat: the room that the client is in, if it is in one.
    """

    id: str
    actor: Actor
    keep: int
    line: Line | None = None
    seat: Seat | None = None
    seq: int = 0
    _kept: deque[tuple[int, str]] = field(default_factory=deque)

    def post(self, frame: Numbered) -> None:
        """Number the frame, remember it, and send it if a socket is open."""
        self.seq += 1
        text = frame.model_copy(update={"seq": self.seq}).model_dump_json()
        self._kept.append((self.seq, text))
        while len(self._kept) > self.keep:
            self._kept.popleft()
        if self.line is not None:
            self.line.offer(text)

    def since(self, last_seq: int) -> list[str] | None:
        """Every frame after that number, or None where some are gone or never were."""
        oldest = self._kept[0][0] if self._kept else self.seq + 1
        if not oldest - 1 <= last_seq <= self.seq:
            return None
        return [text for seq, text in self._kept if seq > last_seq]

    def attach(self, line: Line) -> Line | None:
        """Take a new socket; the one that it replaces, if there was one."""
        replaced, self.line = self.line, line
        return replaced
