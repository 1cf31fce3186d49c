"""Seals what is kept of an attachment: each under a key of its own, and that key by the vault.

Changing the vault's key then means to seal 32 bytes anew, not ten megabytes; and a file whose row is gone is gone, in
whatever copy of the store its content may still lie: without the row there is no key.
"""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desk_client.server.security.vault import SealBrokenError, Vault

_KEY: Final = "attachment.key"
_NAME: Final = "attachment.name"
_KEY_BYTES: Final = 32
_NONCE_BYTES: Final = 12


@dataclass(frozen=True, slots=True)
class Sealed:
    """The columns of an attachment that nobody may read who has only the store."""

    name: bytes
    key: bytes
    content: bytes


def seal(vault: Vault, random: Callable[[int], bytes], attachment_id: str, name: str, content: bytes) -> Sealed:
    """Seal name and content for one attachment; AES-256-GCM (NIST SP 800-38D) with a fresh key, bound to the id."""
    key, nonce = random(_KEY_BYTES), random(_NONCE_BYTES)
    return Sealed(
        name=vault.seal(_NAME, attachment_id, name),
        key=vault.seal(_KEY, attachment_id, key.hex()),
        content=nonce + AESGCM(key).encrypt(nonce, content, _place(attachment_id)),
    )


def open_name(vault: Vault, attachment_id: str, sealed: bytes) -> str:
    """Return the name.

    Raises:
        SealBrokenError: it was changed or moved, or its key is not here.
    """
    return vault.open(_NAME, attachment_id, sealed)


def open_content(vault: Vault, attachment_id: str, key_sealed: bytes, content: bytes, digest: bytes) -> bytes:
    """Return the content, compared with the digest that was noted when it was vetted.

    Raises:
        SealBrokenError: it was changed or moved, or the key is not here.
    """
    key = bytes.fromhex(vault.open(_KEY, attachment_id, key_sealed))
    nonce, body = content[:_NONCE_BYTES], content[_NONCE_BYTES:]
    try:
        opened = AESGCM(key).decrypt(nonce, body, _place(attachment_id))
    except (InvalidTag, ValueError):
        raise SealBrokenError("attachment_content.content: it was changed or moved") from None
    if not hmac.compare_digest(hashlib.sha256(opened).digest(), digest):
        raise SealBrokenError("attachment.digest: it does not belong to this content")
    return opened


def _place(attachment_id: str) -> bytes:
    return f"attachment_content.content:{attachment_id}".encode()
