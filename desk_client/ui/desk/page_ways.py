"""What the pages of a talk lend to their parts: to run an action, and to ask before one."""

from collections.abc import Callable, Coroutine
from typing import Any, Protocol

from desk_client.client.desk import DeskClient
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.talk_notice import TalkNotice

Action = Callable[[DeskClient], Coroutine[Any, Any, Refusal | None]]


def _nothing() -> None:
    """Nothing more is done."""


class Run(Protocol):
    """Runs an action of the page's, one at a time, and says where it was refused."""

    def __call__(self, action: Action, again: Callable[[], None], then: Callable[[], None] = _nothing) -> None:
        """``again`` is what is tried again on request, ``then`` what is done once it was done."""


class Ask(Protocol):
    """Asks before something is done that others feel."""

    def __call__(self, title: str, text: str, confirm: str, name: str, then: Callable[[], None]) -> None:
        """``name`` is the button's; ``then`` is done where it is pressed."""


class Doing:
    """Runs the actions of a talk's page one at a time; what is refused is said in `notice`, and can be tried again."""

    def __init__(self, office: Office, busy: Callable[[bool], None], refresh: Callable[[], None]) -> None:
        """``busy`` is told while one runs; ``refresh`` finds out what became of a session that is over."""
        self._office, self._tell_busy, self._refresh = office, busy, refresh
        self.is_busy = False
        self.notice = TalkNotice(office.look)

    def run(self, action: Action, again: Callable[[], None], then: Callable[[], None] = _nothing) -> None:
        """As `Run` has it."""
        if self.is_busy:
            return
        self.notice.clear()
        self.begin(action, then, lambda refusal: self.refuse(refusal, again))

    def begin(self, action: Action, then: Callable[[], None], refuse: Callable[[Refusal], None]) -> None:
        """Run it where none runs, with the caller's own way to say why not."""
        if self.is_busy:
            return
        self._set_busy(is_busy=True)
        self._office.bridge.run(
            action(self._office.client), lambda _none: then(), refuse, on_end=lambda: self._set_busy(is_busy=False)
        )

    def refuse(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """Say why; ``again`` is what is tried again on request."""
        self.notice.refuse(refusal, again)
        if refusal.code in {RefusalCode.UNAUTHENTICATED, RefusalCode.SESSION_EXPIRED}:
            self._refresh()

    def _set_busy(self, *, is_busy: bool) -> None:
        self.is_busy = is_busy
        self._tell_busy(is_busy)
