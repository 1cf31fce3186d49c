"""The journal of a PostgreSQL database, as the server sees it: a process that keeps it, looked after and heard."""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import connection, context
from pathlib import Path
from typing import Final

from desk_client.server.continuity.port import JournalUnusableError, refuse_missing
from desk_client.server.continuity.streaming import END, TURN, Said, keep
from desk_client.server.storage.errors import Fault, StoreUnavailableError
from desk_client.server.storage.port import Store

_STARTS_WITHIN_S: Final = 60.0
_SILENT_FOR_S: Final = 10.0
_ENDS_WITHIN_S: Final = 5.0
_AGAIN_AFTER_S: Final = 0.5
_BEHIND: Final = "behind"
_log = logging.getLogger(__name__)


class StreamedJournal:
    """A `Journal`, and the store's `Guard`."""

    is_broken: Final = False
    """What is not whole the process begins anew by itself."""

    def __init__(self, url: str, directory: Path, key: bytes) -> None:
        """Nothing is started before `started`. Raises JournalUnusableError: the folder is not there."""
        refuse_missing(directory)
        self._said = Said(fault="starting")
        self._listeners: list[Callable[[], None]] = []
        self._process = _Process(url, directory, key)
        self._decided = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._look_after, name="journal")

    def started(self) -> "StreamedJournal":
        """Start, and wait until it is known whether it is kept.

        Raises:
            JournalUnusableError: it cannot be; the message says what to do.
        """
        self._thread.start()
        self._decided.wait(_STARTS_WITHIN_S)
        said = self._said
        if said.fault is not None:
            self.close()
            raise JournalUnusableError(
                said.unusable or f"The journal was not kept within {_STARTS_WITHIN_S:.0f} seconds ({said.fault})."
            )
        return self

    @property
    def lineage(self) -> int:
        """See `Journal.lineage`."""
        return self._said.lineage

    @property
    def fault(self) -> str | None:
        """See `Journal.fault`: unwritable, connection, unusable, behind, died or silent."""
        return self._said.fault

    def refuse(self) -> None:
        """See `Guard.refuse`."""
        if (fault := self._said.fault) is not None:
            raise StoreUnavailableError(Fault.JOURNAL, fault)

    def on_fault(self, listener: Callable[[], None]) -> None:
        """See `Guard.on_fault`."""
        self._listeners.append(listener)

    def mend(self, store: Store) -> None:
        """See `Journal.mend`: the process does so."""

    def founded(self) -> None:
        """See `Journal.founded`: what was committed is streamed, whatever there is of backups."""

    def turn(self) -> None:
        """See `Journal.turn`."""
        self._process.say(TURN)

    def close(self) -> None:
        """End the process. Commits of others then wait until somebody keeps the journal again."""
        self._closing.set()
        self._process.say(END)
        if self._thread.ident is not None:
            self._thread.join()

    def _look_after(self) -> None:
        """Start the process again whenever it ends before its time, or falls silent."""
        while not self._closing.is_set():
            hearing = self._process.start()
            fault = "died"
            with suppress(EOFError, OSError):
                while hearing.poll(_SILENT_FOR_S):
                    self._hear(hearing.recv())
                fault = "silent"
            self._process.end()
            if not self._closing.is_set():
                self._hear(Said(self._said.lineage, fault))
            self._closing.wait(_AGAIN_AFTER_S)

    def _hear(self, said: Said) -> None:
        before, self._said = self._said, said
        if said.fault != before.fault:
            if said.fault is None:
                _log.info("changes are journalled (%d)", said.lineage)
            elif before.fault is None and said.fault != _BEHIND:  # which passes: it catches up
                _log.error("nothing is taken: changes are not journalled (%s: %s)", said.fault, said.unusable)
        if said.fault is None or said.unusable is not None:
            self._decided.set()
        if said.fault is not None:
            for listener in self._listeners:
                listener()


class _Process:
    """The one that runs just now, and the way to speak to it."""

    def __init__(self, url: str, directory: Path, key: bytes) -> None:
        self._arguments = (url, directory, key)
        self._guard = threading.Lock()
        self._ended = False
        self._running: tuple[context.SpawnProcess, connection.Connection] | None = None

    def start(self) -> connection.Connection:
        """Start one; what it says comes out here."""
        spawn = context.SpawnContext()
        ours, theirs = spawn.Pipe()
        child = spawn.Process(target=keep, args=(*self._arguments, theirs), name="journal", daemon=True)
        with self._guard:
            if self._ended:
                theirs.close()
                return ours
            child.start()
            self._running = (child, ours)
        theirs.close()
        return ours

    def say(self, word: str) -> None:
        """Tell it."""
        with self._guard:
            self._ended |= word == END
            if self._running is not None:
                with suppress(OSError):
                    self._running[1].send(word)

    def end(self) -> None:
        """See to it that it is no more."""
        with self._guard:
            running, self._running = self._running, None
        if running is not None:
            child, ours = running
            ours.close()  # which it takes for END
            child.join(_ENDS_WITHIN_S)
            if child.is_alive():
                child.kill()
                child.join()
