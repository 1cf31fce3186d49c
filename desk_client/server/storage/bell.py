"""Word of commits between the servers on one PostgreSQL: each rings after its own, and hears when others ring.

LISTEN and NOTIFY only wake; the tables are the truth. A notification takes a lock on the whole cluster when it commits,
so it is no part of anybody's transaction: one thread rings, for all the commits of the last moment together.
"""

import logging
import secrets
import select
import socket
import threading
import time
from collections.abc import Callable
from typing import Final

import psycopg
from psycopg import sql

_log = logging.getLogger(__name__)
_CHANNEL: Final = "majlis_commit"
_RING_EVERY_S: Final = 0.02
_HEARD_EVERY_S: Final = 5.0
_AGAIN_AFTER_S: Final = 0.5


class Bell:
    """One server's bell. Its thread starts at once and ends with `close`."""

    def __init__(self, connect: Callable[[], psycopg.Connection], heard: Callable[[], None]) -> None:
        """`heard` is called, in the bell's thread, when others ring.

        It is also called every few seconds, and when a broken connection is back: word may have been lost meanwhile.
        """
        self._connect = connect
        self._heard = heard
        self._name = secrets.token_hex(8)
        self._rung = threading.Event()
        self._closing = threading.Event()
        self._listening = threading.Event()
        self._woken, self._wake = socket.socketpair()
        self._wake.setblocking(False)
        self._thread = threading.Thread(target=self._run, name="store-bell")
        self._thread.start()

    def ring(self) -> None:
        """There was a commit here. Never blocks."""
        if not self._rung.is_set():
            self._rung.set()
            self._knock()

    def wait_listening(self, timeout_s: float) -> bool:
        """Whether others are heard, or come to be within that time."""
        return self._listening.wait(timeout_s)

    def close(self) -> None:
        """Ring once more if there is something to tell, and end."""
        self._closing.set()
        self._knock()
        self._thread.join()
        self._woken.close()
        self._wake.close()

    def _knock(self) -> None:
        try:
            self._wake.send(b"!")
        except BlockingIOError:
            return  # it is full of knocks, so the thread wakes anyway

    def _run(self) -> None:
        while True:
            try:
                with self._connect() as connection:
                    connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(_CHANNEL)))
                    self._listening.set()
                    self._heard()
                    self._serve(connection)
            except psycopg.Error as error:
                if self._listening.is_set():
                    _log.warning("word of other servers' commits is cut off: %s", type(error).__name__)
                self._listening.clear()
            if self._closing.wait(_AGAIN_AFTER_S):
                return

    def _serve(self, connection: psycopg.Connection) -> None:
        may_ring_at = 0.0
        heard_at = time.monotonic()
        while True:
            now = time.monotonic()
            wait_s = max(0.0, (may_ring_at if self._rung.is_set() else heard_at + _HEARD_EVERY_S) - now)
            ready, _, _ = select.select([connection.fileno(), self._woken.fileno()], [], [], wait_s)
            if self._woken.fileno() in ready:
                self._woken.recv(4096)
            now = time.monotonic()
            if self._rung.is_set() and (now >= may_ring_at or self._closing.is_set()):
                self._rung.clear()
                connection.execute("SELECT pg_notify(%s, %s)", (_CHANNEL, self._name))
                may_ring_at = now + _RING_EVERY_S
            if self._closing.is_set():
                return
            others = [note for note in connection.notifies(timeout=0) if note.payload != self._name]
            if others or now >= heard_at + _HEARD_EVERY_S:
                heard_at = now
                self._heard()
