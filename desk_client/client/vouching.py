"""Whom the server vouches for in a call, and the short code of both ends: what an end believes before it connects."""

import base64
import binascii
import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desk_client.domain.distrust import Distrust
from desk_client.domain.party import Party
from desk_client.domain.short_code import short_code
from desk_client.protocol.attestations import Expected, doubt
from desk_client.protocol.fingerprints import fingerprints
from desk_client.protocol.rooms import CallKey, RoomToken
from desk_client.protocol.signalling import PeerDescription

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

logger = logging.getLogger(__name__)


class Vouching:
    """One end's knowledge of both ends' certificates. Each negotiation may bring new ones."""

    def __init__(self, party: Party, clock: Callable[[], float] = time.monotonic, *, peer: Party | None = None) -> None:
        """`party` is ours; `peer` the other end's, or None for `Party.other`.

        `clock` tells seconds and is never set: the machine's own may be wrong by years.
        """
        self._party = party
        self._other = party.other if peer is None else peer
        self._clock = clock
        self._room_id = ""
        self._keys: dict[str, Ed25519PublicKey] = {}
        self._server_time: tuple[datetime, float] | None = None
        self._ours: dict[int, frozenset[str]] = {}
        self._theirs: dict[int, frozenset[str]] = {}

    def entered(self, room: RoomToken) -> None:
        """The key to the room came just now, by the authenticated way: with it the server's keys and its time."""
        if room.room_id != self._room_id:
            self._ours.clear()
            self._theirs.clear()
        self._room_id = room.room_id
        self._keys = {key.id: read for key in room.call_keys if (read := _read(key)) is not None}
        self._server_time = None if room.server_time is None else (room.server_time, self._clock())

    def beside(self, peer: Party) -> "Vouching":
        """What is known, by the same key to the room, of the connection with somebody else in it."""
        other = Vouching(self._party, self._clock, peer=peer)
        other._room_id, other._keys, other._server_time = self._room_id, self._keys, self._server_time
        return other

    def doubt(self, description: PeerDescription) -> Distrust | None:
        """Why the description is not to be believed; None where it is, and then it is remembered for the code."""
        if self._server_time is None:
            return Distrust.MISSING
        told, at_s = self._server_time
        named = fingerprints(description.sdp)
        expected = Expected(self._room_id, self._other, self._party, description.negotiation, description.kind, named)
        server_now = told + timedelta(seconds=self._clock() - at_s)
        reason = doubt(description.attestation, self._keys, expected, server_now)
        if reason is None and named is not None:
            self._remember(self._theirs, description.negotiation, named)
        return reason

    def described(self, negotiation: int, sdp: str) -> None:
        """Our own description of that negotiation."""
        named = fingerprints(sdp)
        if named is not None:
            self._remember(self._ours, negotiation, named)

    def code(self, negotiation: int) -> Callable[[], str] | None:
        """What computes the short code of that negotiation, in some 40 ms; None where an end is not known."""
        ours, theirs, room_id = self._ours.get(negotiation), self._theirs.get(negotiation), self._room_id
        if ours is None or theirs is None:
            return None
        return lambda: short_code(room_id, ours, theirs)

    def _remember(self, known: dict[int, frozenset[str]], negotiation: int, named: frozenset[str]) -> None:
        """The two newest are enough: one that carries the call, and one that is to replace it."""
        known[negotiation] = named
        for older in sorted(known)[:-2]:
            del known[older]


def _read(key: CallKey) -> "Ed25519PublicKey | None":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415 - with the first call

    try:
        return Ed25519PublicKey.from_public_bytes(base64.b64decode(key.public_key, validate=True))
    except (binascii.Error, ValueError):
        logger.warning("the server named a key that is none: %s", key.id)
        return None
