"""The keeping of keys and credentials: in the system's keyring, or in files that only their owner may read.

Both hold bytes under a name. A server on a clean machine has no keyring; then the files are used. They belong to the
backup plan: without the store's key its data cannot be read again.
"""

import base64
import binascii
import os
from pathlib import Path
from typing import Final, Literal, Protocol

import keyring
from keyring.backends import fail, null

from desk_client.config.files import write_private

_NAMES: Final = "names"
_BEFORE_THE_LIST: Final = frozenset({"store", "room-signing", "pepper", "kiosk-credential"})
"""What an installation of the first release may have, which kept no list in its keyring."""


class Secrets(Protocol):
    """A place for secrets, by name."""

    def read(self, name: str) -> bytes | None:
        """The secret, or None where there is none."""
        ...

    def write(self, name: str, value: bytes) -> None:
        """Keep a secret under the name, in place of an earlier one."""
        ...

    def forget(self, name: str) -> None:
        """Remove the secret, if there is one."""
        ...

    def names(self) -> frozenset[str]:
        """The names of all secrets that are kept here: what a backup goes through."""
        ...


class FileSecrets:
    """Secrets in one directory, a file of mode 0600 for each."""

    def __init__(self, directory: Path) -> None:
        """Keep them in `directory`, which is made with mode 0700 when first needed."""
        self._directory = directory

    def read(self, name: str) -> bytes | None:
        """The secret, or None; a damaged file raises ValueError rather than count as absent."""
        try:
            text = self._path(name).read_bytes()
        except FileNotFoundError:
            return None
        return _decoded(name, text)

    def write(self, name: str, value: bytes) -> None:
        """Keep it in a file; a crash leaves the old secret or the new one."""
        write_private(self._path(name), base64.b64encode(value))

    def forget(self, name: str) -> None:
        """Remove the file."""
        self._path(name).unlink(missing_ok=True)

    def names(self) -> frozenset[str]:
        """The names of the files."""
        return frozenset(path.stem for path in self._directory.glob("*.key"))

    def _path(self, name: str) -> Path:
        if not name.replace("-", "").isalnum():
            raise ValueError(f"not a secret's name: {name!r}")
        return self._directory / f"{name}.key"


class KeyringSecrets:
    """Secrets in the system's keyring, under one service name."""

    def __init__(self, service: str) -> None:
        """`service` is the heading under which the keyring lists them."""
        self._service = service

    def read(self, name: str) -> bytes | None:
        """The secret, or None."""
        text = keyring.get_password(self._service, name)
        return None if text is None else _decoded(name, text.encode("ascii"))

    def write(self, name: str, value: bytes) -> None:
        """Keep it in the keyring."""
        names = self.names()
        if name not in names:  # the list first: a name without a secret is passed over, a secret without a name lost
            self._list(names | {name})
        self._set(name, value)

    def forget(self, name: str) -> None:
        """Remove it from the keyring."""
        if keyring.get_password(self._service, name) is not None:
            keyring.delete_password(self._service, name)
        self._list(self.names() - {name})

    def names(self) -> frozenset[str]:
        """The names of the entries. A keyring lists nothing by itself: one entry is the list of the others."""
        text = self.read(_NAMES)
        listed = _BEFORE_THE_LIST if text is None else frozenset(text.decode("ascii").split())
        return frozenset(name for name in listed if keyring.get_password(self._service, name) is not None)

    def _list(self, names: frozenset[str]) -> None:
        self._set(_NAMES, " ".join(sorted(names)).encode("ascii"))

    def _set(self, name: str, value: bytes) -> None:
        keyring.set_password(self._service, name, base64.b64encode(value).decode("ascii"))


def open_secrets(directory: Path, *, keep_in: Literal["auto", "file"] = "auto") -> Secrets:
    """The keyring where this machine has a working one, otherwise files in `directory`.

    Each installation has a heading of its own in the keyring, named after its directory, so that two never share a key.
    """
    if keep_in == "file" or isinstance(keyring.get_keyring(), fail.Keyring | null.Keyring):
        return FileSecrets(directory)
    return KeyringSecrets(f"desk-client:{directory.resolve()}")


def kept(secrets: Secrets, name: str, *, length: int) -> bytes:
    """The secret of that name; the first time, `length` random bytes are drawn and kept."""
    value = secrets.read(name)
    if value is None:
        value = os.urandom(length)
        secrets.write(name, value)
    return value


def _decoded(name: str, text: bytes) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError(f"the secret {name!r} is damaged") from error
