"""Who is called into a talk, and into whose talk one is called oneself, as a read model."""

from dataclasses import dataclass

from desk_client.protocol.called_in import Callable, CalledIn, Invitation

__all__ = ["Callable", "CalledIn", "Calls", "Invitation"]


@dataclass(frozen=True)
class Calls:
    """What the desk shows of calls.

    Attributes:
        ringing: into whose audiences one is called and where one is not; newest first.
        joined: into whose audience one has gone, or is about to go.
        called: who was called into the talk that runs at this desk, by seat.
    """

    ringing: tuple[Invitation, ...] = ()
    joined: Invitation | None = None
    called: tuple[CalledIn, ...] = ()
