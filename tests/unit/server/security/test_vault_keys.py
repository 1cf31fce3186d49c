from pathlib import Path

import pytest

from desk_client.config.secrets import FileSecrets
from desk_client.server.security.vault_keys import VaultKeys, VaultKeysError


def test_the_first_keys_are_drawn_once(tmp_path: Path) -> None:
    sealed = VaultKeys(FileSecrets(tmp_path)).vault().seal("person.mobile", "p1", "text")
    again = VaultKeys(FileSecrets(tmp_path)).vault()
    assert again.open("person.mobile", "p1", sealed) == "text"
    assert again.index("id", "1") == VaultKeys(FileSecrets(tmp_path)).vault().index("id", "1")


def test_a_key_that_is_listed_and_not_there_is_named_and_not_drawn_anew(tmp_path: Path) -> None:
    secrets = FileSecrets(tmp_path)
    VaultKeys(secrets).vault()
    secrets.forget("vault-1")
    with pytest.raises(VaultKeysError, match="vault-1"):
        VaultKeys(secrets).vault()


def test_a_running_vault_opens_what_a_new_key_sealed(tmp_path: Path) -> None:
    keys = VaultKeys(FileSecrets(tmp_path))
    running = keys.vault()
    assert keys.add() == 2
    sealed = VaultKeys(FileSecrets(tmp_path)).vault().seal("person.mobile", "p1", "text")
    assert running.open("person.mobile", "p1", sealed) == "text"
    assert running.version == 2


def test_only_an_older_key_can_be_retired(tmp_path: Path) -> None:
    secrets = FileSecrets(tmp_path)
    keys = VaultKeys(secrets)
    keys.add()
    with pytest.raises(ValueError, match="newest"):
        keys.retire(2)
    keys.retire(1)
    assert keys.versions() == (2,)
    assert secrets.read("vault-1") is None
    assert keys.add() == 3
