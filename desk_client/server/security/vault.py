"""Personal data sealed column by column, so that a stolen store or dump tells nothing, and a blind index to find it.

AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits; the place of a value (table.column and row) and the key's
version are authenticated with it, so that no value can be moved to another place. With random nonces one key may seal
2³² values (section 8.3): a key serves a few years of a nation's bookings, and should be rotated every year.
"""

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable, Mapping
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desk_client.i18n.folding import name_words

KEY_BYTES: Final = 32
_VERSION_BYTES: Final = 2
_NONCE_BYTES: Final = 12
_TAG_BYTES: Final = 16
_BODY: Final = _VERSION_BYTES + _NONCE_BYTES
_SHORTEST: Final = _BODY + _TAG_BYTES
NEW_KEYS_WITHIN_S: Final = 5.0
"""A running vault seals with a new key at the latest so long after it was added."""

Keys = Mapping[int, bytes]


class SealBrokenError(Exception):
    """A sealed value was changed, stands in another place than it was sealed for, or its key is not here."""


class Vault:
    """Seals and opens values. Safe to use from several threads."""

    def __init__(
        self,
        keys: Keys,
        index_key: bytes,
        *,
        random: Callable[[int], bytes] = secrets.token_bytes,
        reload: Callable[[], Keys] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`keys` are 32 bytes each, by version; the newest seals.

        `reload` reads the keys again: they are asked for when a value of an unknown version is met, and every five
        seconds while sealing, so that a key that another process added comes into use without a restart.
        """
        self._ciphers = _ciphers(keys)
        self._version = max(self._ciphers)
        if len(index_key) != KEY_BYTES:
            raise ValueError(f"the index key has {KEY_BYTES} bytes")
        self._index_start = hmac.new(index_key, digestmod=hashlib.sha256)
        self._random = random
        self._reload = reload
        self._clock = clock
        self._look_again = clock() + NEW_KEYS_WITHIN_S

    @property
    def version(self) -> int:
        """The newest key's version: the one that seals."""
        if self._reload is not None and self._clock() >= self._look_again:
            self.refresh()
        return self._version

    def seal(self, table: str, row: str, text: str) -> bytes:
        """Seal `text` for one place: version (2 bytes, big endian), nonce (12), ciphertext and tag (16).

        `table` names table and column ("person.mobile"), so that the columns of a row cannot be exchanged.
        """
        version = self.version
        nonce = self._random(_NONCE_BYTES)
        head = version.to_bytes(_VERSION_BYTES)
        return head + nonce + self._ciphers[version].encrypt(nonce, text.encode(), _place(head, table, row))

    def open(self, table: str, row: str, sealed: bytes) -> str:
        """Return the text that was sealed for this place.

        Raises:
            SealBrokenError: it was changed or moved, or its key is not here. The message holds nothing of the value.
        """
        version = self.version_of(sealed)
        cipher = self._ciphers.get(version)
        if cipher is None and self._reload is not None:
            self.refresh()
            cipher = self._ciphers.get(version)
        if cipher is None:
            raise SealBrokenError(f"{table}: sealed with key {version}, which is not here")
        head, nonce, body = sealed[:_VERSION_BYTES], sealed[_VERSION_BYTES:_BODY], sealed[_BODY:]
        try:
            return cipher.decrypt(nonce, body, _place(head, table, row)).decode()
        except InvalidTag:
            raise SealBrokenError(f"{table}: a sealed value was changed or moved") from None

    def version_of(self, sealed: bytes) -> int:
        """Return the version of the key that a value says it was sealed with; only `open` proves it.

        Raises:
            SealBrokenError: it is too short to be a sealed value.
        """
        if len(sealed) < _SHORTEST:
            raise SealBrokenError("too short for a sealed value")
        return int.from_bytes(sealed[:_VERSION_BYTES])

    def index(self, purpose: str, text: str) -> bytes:
        """Return the blind index of a value: HMAC-SHA-256 (RFC 2104) over purpose and text, 32 bytes.

        Equal texts of one purpose have equal indexes, which is what finds them, and all that a thief learns. The text
        is indexed as it stands: normalise it before. The index key does not rotate, as nothing could be found then.
        """
        # copying a keyed HMAC spares hashing the key again: half of the cost
        keyed = self._index_start.copy()
        keyed.update(f"{len(purpose)}:{purpose}{len(text)}:{text}".encode())
        return keyed.digest()

    def name_tokens(self, name: str) -> frozenset[bytes]:
        """Return the indexes of a name's folded words: a name is found by any of its words, however it is spelt."""
        return frozenset(self.index("name-word", word) for word in name_words(name))

    def refresh(self) -> None:
        """Read the keys again at once; whoever has just added one need not wait for it to be noticed."""
        if self._reload is None:
            return
        self._look_again = self._clock() + NEW_KEYS_WITHIN_S
        # a retired key stays until the end of this process: a transaction under way may still hold values of it
        ciphers = self._ciphers | _ciphers(self._reload())
        self._ciphers = ciphers  # before the version: who reads the new version finds its key
        self._version = max(ciphers)


def _ciphers(keys: Keys) -> dict[int, AESGCM]:
    if not keys or not all(0 < version < 1 << 8 * _VERSION_BYTES for version in keys):
        raise ValueError("a vault needs a key, and versions are from 1 to 65535")
    if any(len(key) != KEY_BYTES for key in keys.values()):
        raise ValueError(f"a vault's key has {KEY_BYTES} bytes")
    return {version: AESGCM(key) for version, key in keys.items()}


def _place(head: bytes, table: str, row: str) -> bytes:
    if ":" in table:
        raise ValueError("a table's name has no colon, or two places could read alike")
    return head + f"{table}:{row}".encode()
