"""Runs one thing at a time however often it is asked for, and once more if it was asked for meanwhile."""

from collections.abc import Awaitable, Callable

from desk_client.domain.outcomes import Refusal


class Coalesced:
    """Turns a burst of hints ("something changed") into at most two readings.

    The first caller runs the action and gets its refusal; those who come meanwhile return at once with None.
    """

    def __init__(self, action: Callable[[], Awaitable[Refusal | None]]) -> None:
        """``action`` reads what the hints are about."""
        self._action = action
        self._running = False
        self._again = False

    async def __call__(self) -> Refusal | None:
        """Run the action, unless it runs already: then have it run once more."""
        if self._running:
            self._again = True
            return None
        self._running = True
        try:
            refusal = await self._action()
            while self._again:
                self._again = False
                refusal = await self._action()
        finally:
            self._running = False
            self._again = False
        return refusal
