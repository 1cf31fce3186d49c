"""The system's randomness, drawn in larger pieces: at each draw from the system, threads change turns and wait."""

import os
import threading
from typing import Final

_PIECE_BYTES: Final = 4096


class Randomness:
    """Bytes of the system's generator; a `random` for whoever needs many a second. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._piece = b""
        self._used = 0
        self._process = os.getpid()

    def __call__(self, count: int) -> bytes:
        """So many bytes that were never given before."""
        if count > _PIECE_BYTES:
            return os.urandom(count)
        with self._lock:
            if self._process != os.getpid():  # a copy of a process does not give what its parent gives
                self._process, self._piece = os.getpid(), b""
                self._used = 0
            if self._used + count > len(self._piece):
                self._piece, self._used = os.urandom(_PIECE_BYTES), 0
            given = self._piece[self._used : self._used + count]
            self._used += count
            return given
