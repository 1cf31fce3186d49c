"""Calls to somebody else's server: in threads of their own, few at a time, and never while the store is held.

The threads that read the store are not used: a national sign-on that is slow must not make bookings slow.
"""

from collections.abc import Callable
from typing import Final, TypeVar

import anyio.to_thread
from anyio import CapacityLimiter

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.web.problems import RefusedError

T = TypeVar("T")
_AT_ONCE: Final = 16
_MOST_WAITING: Final = 64


class Outside:
    """Belongs to one event loop."""

    def __init__(self) -> None:
        """Nothing runs yet."""
        self._limiter: CapacityLimiter | None = None

    async def ask(self, call: Callable[[], T | Refusal]) -> T:
        """Run the call; its refusal is raised. IDENTITY_UNAVAILABLE at once where too many wait already."""
        if self._limiter is None:
            self._limiter = CapacityLimiter(_AT_ONCE)
        if self._limiter.statistics().tasks_waiting >= _MOST_WAITING:
            raise RefusedError(Refusal(RefusalCode.IDENTITY_UNAVAILABLE))
        answer = await anyio.to_thread.run_sync(call, limiter=self._limiter)
        if isinstance(answer, Refusal):
            raise RefusedError(answer)
        return answer
