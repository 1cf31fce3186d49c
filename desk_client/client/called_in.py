"""Who is called into a talk, and into whose talk one is called oneself, as a read model."""

from dataclasses import dataclass

from desk_client.protocol.base import Texts
from desk_client.protocol.called_in import Callable, CalledIn, Invitation
from desk_client.protocol.handovers import HandedOver, HandoverOffer, Successor
from desk_client.protocol.recordings import TalkRecording

__all__ = ["Callable", "CalledIn", "Calls", "HandedOver", "HandedTalk", "HandoverOffer", "Invitation", "Successor"]


@dataclass(frozen=True)
class HandedTalk:
    """A talk that changed hands, and who stands at the other end of that."""

    appointment_id: str
    who: Texts


@dataclass(frozen=True)
class Calls:
    """What the desk shows of calls.

    Attributes:
        ringing: into whose audiences one is called and where one is not; newest first.
        joined: into whose audience one has gone, or is about to go.
        recording: whether that one is to be recorded, or is; None while that is not known.
        called: who was called into the talk that runs at this desk, by seat.
        gave: the talk that this desk handed over last, and to whom.
        took: the one that it took over last, and from whom.
    """

    ringing: tuple[Invitation, ...] = ()
    joined: Invitation | None = None
    recording: TalkRecording | None = None
    called: tuple[CalledIn, ...] = ()
    gave: HandedTalk | None = None
    took: HandedTalk | None = None
