"""What the page of a talk lends to its parts: to run an action, and to ask before one."""

from collections.abc import Callable, Coroutine
from typing import Any, Protocol

from desk_client.client.desk import DeskClient
from desk_client.domain.outcomes import Refusal

Action = Callable[[DeskClient], Coroutine[Any, Any, Refusal | None]]


class Run(Protocol):
    """Runs an action of the page's, one at a time, and says where it was refused."""

    def __call__(self, action: Action, again: Callable[[], None]) -> None:
        """``again`` is what is tried again on request."""


class Ask(Protocol):
    """Asks before something is done that others feel."""

    def __call__(self, title: str, text: str, confirm: str, name: str, then: Callable[[], None]) -> None:
        """``name`` is the button's; ``then`` is done where it is pressed."""
