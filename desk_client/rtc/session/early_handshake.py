"""A DTLS handshake without a round trip of its own: its flights travel with what is sent anyway.

An offer brings the client's first flight and its answer the server's; the client's second goes out with ICE's checks,
and the server's last goes back to where such a check came from. Once ICE has found a path, both ends have their keys.
DTLS (RFC 6347) does not mind what carries its records, and the answer chooses the roles as ever (RFC 8842 section 5.3).
With a peer that does not know of this, or that none of it reaches, the handshake takes place on the path, from its
beginning.
"""

import logging
from collections.abc import Callable
from typing import Final

from OpenSSL import SSL

_log = logging.getLogger(__name__)

_MOST_BYTES: Final = 65536


class EarlyHandshake:
    """One end of it. A flight is what one end says until the other speaks: bytes of DTLS records.

    Args:
        make: a fresh connection of OpenSSL's, on whose behalf this speaks.
    """

    def __init__(self, make: Callable[[], SSL.Connection]) -> None:
        self._make = make
        self._ssl: SSL.Connection | None = None
        self._role: str | None = None
        self._heard = self._done = False
        self.unanswered = b""
        """What this end said last, unless the peer has answered."""

    def begin(self) -> bytes:
        """Speak first, as the client; the flight."""
        self._ssl, self._role = self._make(), "client"
        self._ssl.set_connect_state()
        return self._step()

    def answer(self, flight: bytes) -> bytes:
        """Take the client's first flight, as the server; ours, or nothing where the peer's is of no use."""
        ssl = self._make()
        ssl.set_accept_state()
        self._ssl, self._role = ssl, "server"
        answer = self.came(flight)
        if not answer:
            _log.info("a first flight of a handshake was of no use")
            self._ssl, self._role = None, None
        return answer

    def came(self, flight: bytes) -> bytes:
        """Take a flight of the peer, for the first or the tenth time; what to say to it, if anything."""
        if self._ssl is None or not flight:
            return b""
        if self._done:
            return self.unanswered
        self._heard = True
        self._ssl.bio_write(flight)
        return self._step()

    @property
    def rides(self) -> bytes:
        """What goes with ICE's checks: the client's second flight, until it is answered."""
        return self.unanswered if self._role == "client" and self._heard else b""

    def handed_over(self, role: str) -> SSL.Connection | None:
        """The connection to go on with on the path in this role; None where a fresh one must begin."""
        return self._ssl if role == self._role else None

    def _step(self) -> bytes:
        assert self._ssl is not None
        try:
            self._ssl.do_handshake()
            self._done = True
        except SSL.WantReadError:
            pass
        except SSL.Error:
            _log.info("an early handshake failed")
            self._ssl, self._role, self.unanswered = None, None, b""
            return b""
        said = b""
        try:
            while True:
                said += self._ssl.bio_read(_MOST_BYTES)
        except SSL.Error:  # there is no more
            pass
        if said or self._done:
            self.unanswered = said
        return said
