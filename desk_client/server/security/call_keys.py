"""The keys by which the server vouches for the ends of a call: secrets "call-key-1", "call-key-2" …, and their list.

The newest signs. What an older one signed, and an end that has not come in anew since, may outlive it for as long as a
room token lives: until then its public half is named to those who come in.
"""

import base64
import hashlib
import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from desk_client.config.secrets import Secrets, kept
from desk_client.protocol.attestations import Attestation, signed
from desk_client.protocol.rooms import CallKey
from desk_client.server.storage.errors import StoreUnusableError

SEED_BYTES: Final = 32
_LIST: Final = "call-keys"
_ID_CHARACTERS: Final = 16


class CallKeysError(StoreUnusableError):
    """The secrets are not whole: a key is listed and not there. The message says which, for the operator."""


@dataclass(frozen=True, slots=True)
class _Listed:
    number: int
    made_at: int
    """Whole seconds since 1970-01-01T00:00Z."""


class Attestor:
    """Signs descriptions with the newest key, and names the keys by which that is checked."""

    def __init__(self, newest: bytes, older: tuple[bytes, ...] = ()) -> None:
        """Of 32-byte private keys."""
        self._key = Ed25519PrivateKey.from_private_bytes(newest)
        older_keys = tuple(Ed25519PrivateKey.from_private_bytes(each).public_key() for each in older)
        self.keys: Final = tuple(_named(each) for each in (self._key.public_key(), *older_keys))
        """The newest first."""

    def sign(self, attestation: Attestation) -> str:
        """The attestation in its compact form; some 0.1 ms."""
        return signed(attestation, self._key, self.keys[0].id)


class CallKeys:
    """Reads, adds and drops keys. One process at a time may change them; any number may read."""

    def __init__(self, secrets: Secrets) -> None:
        """Keep the keys in `secrets`; the first one is drawn when first asked for."""
        self._secrets = secrets

    def attestor(self, now: datetime, tokens_live: timedelta) -> Attestor:
        """With the newest key, and those older ones whose successors came less than a room token's life ago.

        Raises:
            CallKeysError: a key is listed and not there.
        """
        live = _live(self._listed(now), now, tokens_live)
        return Attestor(self._read(live[-1].number), tuple(self._read(each.number) for each in reversed(live[:-1])))

    def add(self, now: datetime, tokens_live: timedelta) -> tuple[str, int]:
        """Draw a key, which servers sign with from their next start; drop those that nothing can need any more.

        Returns the new key's id, and how many keys are kept beside it.
        """
        live = _live(self._listed(now), now, tokens_live)
        gone = [each for each in self._listed(now) if each not in live]
        number = live[-1].number + 1
        seed = os.urandom(SEED_BYTES)
        self._secrets.write(_name(number), seed)
        self._list((*live, _Listed(number, int(now.timestamp()))))
        for each in gone:
            self._secrets.forget(_name(each.number))
        return _named(Ed25519PrivateKey.from_private_bytes(seed).public_key()).id, len(live)

    def _listed(self, now: datetime) -> tuple[_Listed, ...]:
        """Oldest first."""
        text = self._secrets.read(_LIST)
        if text is None:
            # the list comes last: a crash before it finds the same key here again
            kept(self._secrets, _name(1), length=SEED_BYTES)
            first = (_Listed(1, int(now.timestamp())),)
            self._list(first)
            return first
        pairs = (each.partition("@") for each in text.decode("ascii").split(","))
        return tuple(_Listed(int(number), int(made_at)) for number, _, made_at in pairs)

    def _list(self, listed: tuple[_Listed, ...]) -> None:
        text = ",".join(f"{each.number}@{each.made_at}" for each in listed)
        self._secrets.write(_LIST, text.encode("ascii"))

    def _read(self, number: int) -> bytes:
        seed = self._secrets.read(_name(number))
        if seed is None:
            raise CallKeysError(f"the secret {_name(number)!r} is missing: restore it from the key backup")
        return seed


def _live(listed: tuple[_Listed, ...], now: datetime, tokens_live: timedelta) -> tuple[_Listed, ...]:
    successors = (*listed[1:], None)
    return tuple(
        each
        for each, next_one in zip(listed, successors, strict=True)
        if next_one is None or datetime.fromtimestamp(next_one.made_at, UTC) + tokens_live > now
    )


def _named(key: Ed25519PublicKey) -> CallKey:
    raw = key.public_bytes(Encoding.Raw, PublicFormat.Raw)
    key_id = base64.b32encode(hashlib.sha256(raw).digest()).decode("ascii").lower()[:_ID_CHARACTERS]
    return CallKey(id=key_id, public_key=base64.b64encode(raw).decode("ascii"))


def _name(number: int) -> str:
    return f"call-key-{number}"
