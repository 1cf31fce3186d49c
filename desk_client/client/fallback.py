"""Walks a call down and up the ladder of `domain.fallback`, once a second, and has done what each rung asks for."""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Final

from desk_client.client.calls import CallRunner
from desk_client.client.last_resorts import Ask, LastResorts
from desk_client.client.model import Model
from desk_client.domain import fallback
from desk_client.domain.call import Phase
from desk_client.domain.fallback import CallBackResult, Cause, Fallback, Rung, Second
from desk_client.domain.outcomes import RefusalCode
from desk_client.rtc.quality import Level

logger = logging.getLogger(__name__)

_EVERY_S: Final = 1.0
_AGAIN_S: Final = 5.0
_PASSING: Final = frozenset(
    {RefusalCode.SERVER_UNAVAILABLE, RefusalCode.TIMEOUT, RefusalCode.RATE_LIMITED, RefusalCode.TOO_EARLY}
)
_EXPECTED: Final = frozenset({Phase.TALKING, Phase.RECONNECTING, Phase.PEER_AWAY, Phase.CONNECTING, Phase.FAILED})
"""Phases in which both are meant to be in the talk."""


class FallbackWatch:
    """Of one call, from its making until `close`. Belongs to the application's loop."""

    def __init__(
        self,
        runner: CallRunner,
        shown: Model[Fallback],
        resorts: LastResorts,
        *,
        now_s: Callable[[], float] = time.monotonic,
        again_s: float = _AGAIN_S,
    ) -> None:
        """``shown`` is set to where the call stands."""
        self._runner = runner
        self._shown = shown
        self._resorts = resorts
        self._now_s = now_s
        self._again_s = again_s
        self._asking: asyncio.Task[None] | None = None
        shown.set(Fallback())
        self._ticking = asyncio.get_running_loop().create_task(self._tick(), name="fallback")

    def look(self) -> None:
        """One second has passed."""
        self._enter(fallback.step(self._shown.value, self._second()))

    def told(self, result: CallBackResult | None) -> None:
        """It is known what became of the call by phone."""
        self._enter(fallback.told(self._shown.value, result))

    async def close(self) -> None:
        """End every task."""
        tasks = [task for task in (self._ticking, self._asking) if task is not None]
        own = asyncio.current_task()
        for task in tasks:
            if task is not own:
                task.cancel()
        await asyncio.gather(*(task for task in tasks if task is not own), return_exceptions=True)

    def _second(self) -> Second:
        view = self._runner.view.value
        stats = view.stats
        is_sent = stats is None or not stats.audio_only
        worse = view.quality.worse
        return Second(
            self._now_s(),
            is_heard=view.phase is Phase.TALKING,
            is_expected=view.phase in _EXPECTED,
            has_pictures=is_sent and not view.is_sound_only,
            is_poor=worse is not None and worse <= Level.POOR,
        )

    def _enter(self, state: Fallback) -> None:
        before = self._shown.value
        self._shown.set(state)
        if state.rung is before.rung:
            return
        logger.info("the call falls from %s to %s (%s)", before.rung, state.rung, state.cause)
        # where there is no room for pictures, the engine sends none by itself, and finds out when there is some again
        self._runner.rest_picture(rests=state.rung is Rung.SOUND_FIRST and state.cause is Cause.POOR)
        ask = {Rung.CALL_BACK: self._resorts.call_back, Rung.REBOOKING: self._resorts.rebooking}.get(state.rung)
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None
        if ask is not None:
            self._asking = asyncio.get_running_loop().create_task(self._ask(ask), name="last-resort")

    async def _ask(self, ask: Ask) -> None:
        """Ask until the server has heard it; one that says no is believed."""
        while (refusal := await ask()) is not None:
            logger.info("a last resort was refused: %s", refusal.code)
            if refusal.code not in _PASSING:
                return
            await asyncio.sleep(self._again_s)

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(_EVERY_S)
            self.look()
