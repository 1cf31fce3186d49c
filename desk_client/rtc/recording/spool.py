"""The writer of a recording: a bounded line of pieces, and a thread that seals and writes what stands in it."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Final

from desk_client.rtc.recording.chunks import DiskFullError, Folder
from desk_client.rtc.recording.pieces import Piece
from desk_client.rtc.recording_port import RecordingFault

_log = logging.getLogger(__name__)

_CHUNK_BYTES: Final = 256 * 1024
_CHUNK_S: Final = 1.0
"""So much at the most is lost where the power fails."""
MOST_WAITING_BYTES: Final = 16 * 1024 * 1024
"""A disk that stands still for longer than this lasts (half a minute of a talk) leaves a gap."""
_END_S: Final = 3.0
_NO_SPACE: Final = (28, 122, 27)  # ENOSPC, EDQUOT, EFBIG


class Spool:
    """Takes pieces from any thread and never blocks.

    Args:
        folder: where to.
        key: 32 bytes, of this recording alone.
        on_fault: called in the writer's thread when it can write no more; nothing is taken after that.
    """

    def __init__(self, folder: Folder, key: bytes, on_fault: Callable[[RecordingFault], None]) -> None:
        self.lost = 0
        """Pieces that found no room."""
        self._folder = folder
        self._key = key
        self._on_fault = on_fault
        self._changed = threading.Condition()
        self._waiting: deque[bytes] = deque()
        self._bytes = 0
        self._ending = False
        self.failed = False
        """Nothing can be written any more, as `on_fault` was told."""
        self._thread = threading.Thread(target=self._run, name="rtc-recording", daemon=True)
        self._thread.start()

    def put(self, piece: Piece) -> bool:
        """Have a piece written; False where it is lost, since too much waits or nothing is taken any more."""
        packed = piece.packed()
        with self._changed:
            if self._ending or self.failed:
                return False
            if self._bytes + len(packed) > MOST_WAITING_BYTES:
                self.lost += 1
                return False
            self._waiting.append(packed)
            self._bytes += len(packed)
            if self._bytes >= _CHUNK_BYTES:
                self._changed.notify()
        return True

    def close(self) -> None:
        """Write what waits, and end; within three seconds."""
        with self._changed:
            self._ending = True
            self._changed.notify()
        if threading.current_thread() is not self._thread:
            self._thread.join(_END_S)
            if self._thread.is_alive():
                _log.error("what was recorded last could not be written in time")

    def _run(self) -> None:
        try:
            self._folder.make()
            number = max(self._folder.numbers(), default=0) + 1
            while (data := self._next()) is not None:
                self._folder.write(self._key, number, data)
                with self._changed:
                    self._bytes -= len(data)
                number += 1
        except OSError as error:
            full = isinstance(error, DiskFullError) or error.errno in _NO_SPACE
            _log.warning("the recording can be written no more: %s", error)
            with self._changed:
                self.failed = True
                self._waiting.clear()
            self._on_fault(RecordingFault.DISK_FULL if full else RecordingFault.DISK_FAILED)

    def _next(self) -> bytes | None:
        """The next chunk's content, once there is enough or it has waited long enough; None at the end."""
        until_s = time.monotonic() + _CHUNK_S
        with self._changed:
            while True:
                enough = self._bytes >= _CHUNK_BYTES or time.monotonic() >= until_s or self._ending
                if self._waiting and enough:
                    return self._taken()
                if self._ending:
                    return None
                self._changed.wait(max(0.01, until_s - time.monotonic()) if self._waiting else _CHUNK_S)

    def _taken(self) -> bytes:
        parts, size = [], 0
        while self._waiting and size < _CHUNK_BYTES:
            parts.append(self._waiting.popleft())
            size += len(parts[-1])
        return b"".join(parts)
