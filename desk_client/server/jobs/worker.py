"""A named thread that does one job, at its hour or when it is woken, until it is told to end."""

import logging
import threading
from collections.abc import Callable
from datetime import timedelta

from desk_client.server.storage.errors import StoreUnavailableError

_log = logging.getLogger(__name__)


class Worker:
    """Calls `job` at the start, then whenever woken and at the latest after the pause that the job returned."""

    def __init__(self, name: str, job: Callable[[], timedelta], *, rest: timedelta = timedelta()) -> None:
        """The thread begins with `start`. Between two rounds lies a `rest`, however often somebody wakes it."""
        self._rest = rest
        self._job = job
        self._woken = threading.Event()
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name)

    @property
    def is_alive(self) -> bool:
        """Whether its thread runs."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wake(self) -> None:
        """There may be something to do. Never blocks."""
        self._woken.set()

    def stop(self) -> None:
        """Finish the present round, then end."""
        self._ending.set()
        self._woken.set()
        self._thread.join()

    def _run(self) -> None:
        pause = timedelta()
        while not self._ending.is_set():
            self._woken.clear()
            try:
                pause = self._job()
            except StoreUnavailableError as error:
                _log.warning("a round of %s was put off: %s", self._thread.name, error)
                pause = timedelta(seconds=5)
            except Exception:  # noqa: BLE001 - one broken round must not end what every citizen waits for
                _log.exception("a round of %s failed", self._thread.name)
                pause = timedelta(seconds=5)
            if not self._ending.wait(self._rest.total_seconds()):
                self._woken.wait(pause.total_seconds())
