"""All keys of an installation in one file, under a passphrase: what makes a backup of the store worth having.

The file: a magic word with its version, a salt, a nonce, and the keys under AES-256-GCM (NIST SP 800-38D), whose key is
derived from the passphrase by argon2id (RFC 9106, section 4: t=3, p=4, 64 MiB, the choice where memory is dear). The
head is authenticated with the rest. Whoever has file and passphrase has every key: they are kept apart.
"""

import base64
import binascii
import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_MAGIC: Final = b"MAJLIS KEYS "
_VERSION: Final = b"1\n"
_SALT_BYTES: Final = 16
_NONCE_BYTES: Final = 12
_TAG_BYTES: Final = 16
_KEY_BYTES: Final = 32
_HEAD_BYTES: Final = len(_MAGIC) + len(_VERSION) + _SALT_BYTES + _NONCE_BYTES
SHORTEST_PASSPHRASE: Final = 12
"""Characters: the file may be tried without end by whoever finds it."""


class KeyBackupError(Exception):
    """The file or the passphrase is not what it should be; the message is a sentence for the administrator."""


@dataclass(frozen=True, slots=True)
class KeyBundle:
    """What is backed up.

    Attributes:
        secrets: the server's secrets by name, see `config.secrets`.
        files: the local authority's files by name, where there is one.
    """

    secrets: Mapping[str, bytes] = field(repr=False)
    files: Mapping[str, bytes] = field(repr=False)


def sealed_bundle(bundle: KeyBundle, passphrase: str, *, random: Callable[[int], bytes] = secrets.token_bytes) -> bytes:
    """Return the file's content. Takes about 0.2 s and 64 MiB.

    Raises:
        KeyBackupError: the passphrase is too short.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise KeyBackupError(f"a passphrase has {SHORTEST_PASSPHRASE} characters at least")
    salt, nonce = random(_SALT_BYTES), random(_NONCE_BYTES)
    head = _MAGIC + _VERSION + salt + nonce
    content = {"secrets": _as_text(bundle.secrets), "files": _as_text(bundle.files)}
    return head + AESGCM(_derived(passphrase, salt)).encrypt(nonce, json.dumps(content).encode(), head)


def opened_bundle(content: bytes, passphrase: str) -> KeyBundle:
    """Return what `sealed_bundle` put in.

    Raises:
        KeyBackupError: no such file, one of a newer program, a wrong passphrase, or a damaged file.
    """
    if not content.startswith(_MAGIC):
        raise KeyBackupError("this is no backup of keys")
    if not content.startswith(_MAGIC + _VERSION):
        raise KeyBackupError("this backup of keys was written by a newer version of this program")
    if len(content) < _HEAD_BYTES + _TAG_BYTES:
        raise KeyBackupError("this backup of keys is cut off")
    head, body = content[:_HEAD_BYTES], content[_HEAD_BYTES:]
    salt, nonce = head[-_SALT_BYTES - _NONCE_BYTES : -_NONCE_BYTES], head[-_NONCE_BYTES:]
    try:
        found = json.loads(AESGCM(_derived(passphrase, salt)).decrypt(nonce, body, head))
        return KeyBundle(_as_bytes(found["secrets"]), _as_bytes(found["files"]))
    except InvalidTag:
        raise KeyBackupError("the passphrase is wrong, or the file is cut off or damaged") from None
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error):
        raise KeyBackupError("this backup of keys holds something else than keys") from None


def _derived(passphrase: str, salt: bytes) -> bytes:
    return hash_secret_raw(
        passphrase.encode(), salt, time_cost=3, memory_cost=64 * 1024, parallelism=4, hash_len=_KEY_BYTES, type=Type.ID
    )


def _as_text(values: Mapping[str, bytes]) -> dict[str, str]:
    return {name: base64.b64encode(value).decode("ascii") for name, value in values.items()}


def _as_bytes(values: Mapping[str, str]) -> dict[str, bytes]:
    return {name: base64.b64decode(value, validate=True) for name, value in values.items()}
