"""The one way from a touch to the network and back: widgets never await anything themselves."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from desk_client.domain.outcomes import Refusal

_log = logging.getLogger(__name__)
_Value = TypeVar("_Value")


class Bridge:
    """Runs coroutines on the event loop that the window shares with Qt, and owns them until they end.

    What an action cannot do comes back as a `Refusal`, a value. What nobody foresaw is caught here and nowhere else: it
    is logged with its traceback, and `on_fault` shows that something went wrong.
    """

    def __init__(self, on_fault: Callable[[], None]) -> None:
        self._on_fault = on_fault
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_closed = False

    def run(
        self,
        coroutine: Coroutine[Any, Any, _Value | Refusal],
        on_ok: Callable[[_Value], None],
        on_outcome: Callable[[Refusal], None],
        *,
        on_end: Callable[[], None] | None = None,
    ) -> asyncio.Task[None] | None:
        """Start an action; exactly one of the callbacks is called when it has ended, unless it is cancelled.

        Args:
            coroutine: the action, not started.
            on_ok: called with its value.
            on_outcome: called with the refusal.
            on_end: called last, however it ended, also after a cancellation: where a button stops being busy.

        Returns:
            The task, for who wants to cancel it; None where the bridge is closed, and the action is not started.
        """
        if self._is_closed:
            coroutine.close()
            return None
        task = asyncio.ensure_future(self._carried_out(coroutine, on_ok, on_outcome, on_end))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        # one that is cancelled before its first step would else be told of as never awaited
        task.add_done_callback(lambda _task: coroutine.close())
        return task

    @property
    def is_idle(self) -> bool:
        """Whether nothing runs."""
        return not self._tasks

    async def close(self) -> None:
        """Cancel what runs and wait until it has ended; nothing is started any more."""
        self._is_closed = True
        running = list(self._tasks)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def _carried_out(
        self,
        coroutine: Coroutine[Any, Any, _Value | Refusal],
        on_ok: Callable[[_Value], None],
        on_outcome: Callable[[Refusal], None],
        on_end: Callable[[], None] | None,
    ) -> None:
        try:
            value = await coroutine
            if isinstance(value, Refusal):
                on_outcome(value)
            else:
                on_ok(value)
        except Exception:  # noqa: BLE001 (the one place where the unforeseen is caught)
            _log.exception("an action failed")
            self._on_fault()
        finally:
            if on_end is not None:
                on_end()
