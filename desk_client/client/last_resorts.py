"""What is left where no line carries a talk: to be called back by phone, to be given another day."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from desk_client.domain.outcomes import Refusal

Ask = Callable[[], Awaitable[Refusal | None]]


@dataclass(frozen=True)
class LastResorts:
    """What an end asks the server for where no line carries the talk; None: that is the other end's to ask."""

    call_back: Ask | None = None
    rebooking: Ask | None = None
