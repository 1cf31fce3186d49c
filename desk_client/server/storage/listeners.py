"""Who wants word of each commit."""

import logging
import threading
from collections.abc import Callable

_log = logging.getLogger(__name__)


class Listeners:
    """Callables that are told of commits, from whichever thread commits."""

    def __init__(self) -> None:
        self._adding = threading.Lock()
        self._listeners: tuple[Callable[[], None], ...] = ()

    def add(self, listener: Callable[[], None]) -> None:
        """Tell this one, too."""
        with self._adding:
            self._listeners = (*self._listeners, listener)

    def tell(self) -> None:
        """Tell everybody. What a listener raises is logged: the commit is done, and its caller must be answered."""
        for listener in self._listeners:
            try:
                listener()
            except Exception:  # noqa: BLE001 - one deaf listener must neither undo a commit nor end the writer
                _log.exception("a listener failed")
