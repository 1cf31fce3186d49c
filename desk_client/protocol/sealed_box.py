"""A box that anybody can close and only the server can open: X25519 (RFC 7748), HKDF-SHA256 (RFC 5869), AES-256-GCM.

Whoever closes it draws a key pair for this one box and forgets its private half, so that not even they can open it
again. What stands on the outside of a box (`context`) is authenticated with what is inside it.

The library is loaded with the first box: a kiosk that nobody uses has no need of it.
"""

import base64
import hashlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

KEY_BYTES: Final = 32
_INFO: Final = b"majlis sealed box 1"
_NONCE: Final = bytes(12)  # a key of its own for each box: a nonce is never used twice with one
_ID_CHARACTERS: Final = 16


class BoxBrokenError(Exception):
    """The box was changed, or closed for another key."""


def key_id(public_key: bytes) -> str:
    """By which a public key is called."""
    return base64.b32encode(hashlib.sha256(public_key).digest()).decode("ascii").lower()[:_ID_CHARACTERS]


def public_half(private_key: bytes) -> bytes:
    """The 32 bytes that may be told to everybody."""
    return _private(private_key).public_key().public_bytes_raw()


def close_box(public_key: bytes, content: bytes, context: bytes) -> bytes:
    """Close a box for whoever has the private half. ValueError for what is no key."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415 - loaded when needed
        X25519PrivateKey,
        X25519PublicKey,
    )
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - loaded when needed

    own = X25519PrivateKey.generate()
    outside = own.public_key().public_bytes_raw()
    shared = own.exchange(X25519PublicKey.from_public_bytes(public_key))
    return outside + AESGCM(_derived(shared, outside, public_key)).encrypt(_NONCE, content, context)


def open_box(private_key: bytes, box: bytes, context: bytes) -> bytes:
    """What is in a box.

    Raises:
        BoxBrokenError: nothing is told of why.
    """
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - loaded when needed
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey  # noqa: PLC0415 - loaded when needed
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - loaded when needed

    outside, closed = box[:KEY_BYTES], box[KEY_BYTES:]
    try:
        shared = _private(private_key).exchange(X25519PublicKey.from_public_bytes(outside))
        return AESGCM(_derived(shared, outside, public_half(private_key))).decrypt(_NONCE, closed, context)
    except (InvalidTag, ValueError) as error:  # ValueError: too short, or a point that makes no secret
        raise BoxBrokenError from error


def _derived(shared: bytes, outside: bytes, public_key: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415 - loaded when needed
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415 - loaded when needed

    return HKDF(SHA256(), KEY_BYTES, salt=outside + public_key, info=_INFO).derive(shared)


def _private(private_key: bytes) -> "X25519PrivateKey":
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey  # noqa: PLC0415 - loaded when needed

    return X25519PrivateKey.from_private_bytes(private_key)
