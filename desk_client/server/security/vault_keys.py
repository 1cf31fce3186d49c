"""The vault's keys among the server's secrets: "vault-1", "vault-2" …, the list of those in use, and the index key."""

import os
from typing import Final

from desk_client.config.secrets import Secrets, kept
from desk_client.server.security.randomness import Randomness
from desk_client.server.security.vault import KEY_BYTES, Vault
from desk_client.server.storage.errors import StoreUnusableError

_LIST: Final = "vault-versions"
_INDEX: Final = "vault-index"


class VaultKeysError(StoreUnusableError):
    """The secrets are not whole: a key is listed and not there. The message says which, for the operator."""


class VaultKeys:
    """Reads, adds and retires keys. One process at a time may change them; any number may read."""

    def __init__(self, secrets: Secrets) -> None:
        """Keep the keys in `secrets`; the first ones are drawn when first asked for."""
        self._secrets = secrets

    def versions(self) -> tuple[int, ...]:
        """The versions in use, oldest first; the last one seals."""
        text = self._secrets.read(_LIST)
        if text is None:
            # the list comes last: a crash before it finds the same keys here again
            kept(self._secrets, _name(1), length=KEY_BYTES)
            kept(self._secrets, _INDEX, length=KEY_BYTES)
            self._list((1,))
            return (1,)
        return tuple(int(each) for each in text.decode("ascii").split(","))

    def keys(self) -> dict[int, bytes]:
        """The keys in use, by version.

        Raises:
            VaultKeysError: one is listed and not there.
        """
        return {version: self._read(_name(version)) for version in self.versions()}

    def add(self) -> int:
        """Draw a key that seals from now on; its version. Running servers notice it within `NEW_KEYS_WITHIN_S`."""
        versions = self.versions()
        newest = versions[-1] + 1
        if self._secrets.read(_name(newest)) is None:  # else an earlier attempt ended before the list was written
            self._secrets.write(_name(newest), os.urandom(KEY_BYTES))
        self._list((*versions, newest))
        return newest

    def retire(self, version: int) -> None:
        """Forget a key, never the newest. Whoever calls this has made sure that nothing is sealed with it."""
        versions = self.versions()
        if version == versions[-1]:
            raise ValueError("the newest key is in use")
        self._list(tuple(each for each in versions if each != version))
        self._secrets.forget(_name(version))

    def vault(self) -> Vault:
        """A vault with these keys, which notices keys that are added later.

        Raises:
            VaultKeysError: a key is listed and not there.
        """
        keys = self.keys()
        return Vault(keys, self._read(_INDEX), random=Randomness(), reload=self.keys)

    def _read(self, name: str) -> bytes:
        key = self._secrets.read(name)
        if key is None:
            raise VaultKeysError(f"the secret {name!r} is missing: restore it from the key backup")
        return key

    def _list(self, versions: tuple[int, ...]) -> None:
        self._secrets.write(_LIST, ",".join(map(str, versions)).encode("ascii"))


def _name(version: int) -> str:
    return f"vault-{version}"
