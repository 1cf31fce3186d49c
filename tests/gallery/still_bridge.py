"""A way from a touch to the network that leads nowhere: pages are drawn, nothing is asked."""

from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from desk_client.domain.outcomes import Refusal
from desk_client.ui.bridge import Bridge

_Value = TypeVar("_Value")


class StillBridge(Bridge):
    """Starts no action; those of a page that is drawn as busy never end."""

    def __init__(self, *, is_busy: bool = False) -> None:
        super().__init__(lambda: None)
        self._keeps_busy = is_busy

    def run(
        self,
        coroutine: Coroutine[Any, Any, _Value | Refusal],
        on_ok: Callable[[_Value], None],
        on_outcome: Callable[[Refusal], None],
        *,
        on_end: Callable[[], None] | None = None,
    ) -> None:
        """Pass the action over."""
        del on_ok, on_outcome
        coroutine.close()
        if on_end is not None and not self._keeps_busy:
            on_end()
