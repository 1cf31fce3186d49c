"""A rotation in a process of its own, which stands still in the middle of a transaction until it is killed."""

import sys
from pathlib import Path
from typing import Final

from desk_client.bootstrap.stores import open_store
from desk_client.config.secrets import FileSecrets
from desk_client.config.settings import ServerSettings
from desk_client.server.jobs.key_rotation import rotate
from desk_client.server.security.vault import Vault
from desk_client.server.security.vault_keys import VaultKeys

BATCH: Final = 10
STOPS_AT: Final = 47


class Stopping(Vault):
    """Seals so many values and then no more."""

    sealed = 0

    def seal(self, table: str, row: str, text: str) -> bytes:
        self.sealed += 1
        if self.sealed == STOPS_AT:
            print("stopped", flush=True)  # noqa: T201 - the test reads it
            sys.stdin.read()
        return super().seal(table, row, text)


def main(data_dir: Path) -> None:
    settings = ServerSettings(data_dir=data_dir, secrets="file")
    secrets = FileSecrets(settings.directory.secrets)
    keys = VaultKeys(secrets)
    vault = keys.vault()
    vault.__class__ = Stopping
    rotate(open_store(settings, secrets, {"vault": vault}), vault, keys, batch=BATCH)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
