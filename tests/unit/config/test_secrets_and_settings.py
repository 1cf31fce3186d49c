import stat
from datetime import timedelta
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from pydantic import ValidationError

from desk_client.config.paths import DataDirectory
from desk_client.config.secrets import FileSecrets, KeyringSecrets, kept, open_secrets
from desk_client.config.settings import ServerSettings


class MemoryKeyring(KeyringBackend):
    """A keyring that works, as a desktop's does."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring types nothing here
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[service, username]


@pytest.fixture
def _own_keyring() -> object:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def test_a_file_secret_is_its_owners_alone(tmp_path: Path) -> None:
    secrets = FileSecrets(tmp_path / "secrets")
    secrets.write("store", b"\x00\xff")
    assert FileSecrets(tmp_path / "secrets").read("store") == b"\x00\xff"
    assert stat.S_IMODE((tmp_path / "secrets" / "store.key").stat().st_mode) == 0o600
    secrets.forget("store")
    assert secrets.read("store") is None


def test_a_damaged_file_does_not_count_as_none(tmp_path: Path) -> None:
    (tmp_path / "store.key").write_text("not base64!")
    with pytest.raises(ValueError, match="damaged"):
        FileSecrets(tmp_path).read("store")


def test_a_secret_is_drawn_once(tmp_path: Path) -> None:
    secrets = FileSecrets(tmp_path)
    first = kept(secrets, "pepper", length=32)
    assert len(first) == 32
    assert kept(secrets, "pepper", length=32) == first


@pytest.mark.usefixtures("_own_keyring")
def test_a_working_keyring_is_used_and_files_otherwise(tmp_path: Path) -> None:
    keyring.set_keyring(MemoryKeyring())
    secrets = open_secrets(tmp_path)
    assert isinstance(secrets, KeyringSecrets)
    secrets.write("store", b"key")
    assert secrets.read("store") == b"key"
    assert open_secrets(tmp_path / "another").read("store") is None
    secrets.forget("store")
    assert secrets.read("store") is None
    assert isinstance(open_secrets(tmp_path, keep_in="file"), FileSecrets)
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]  # nor here
    assert isinstance(open_secrets(tmp_path), FileSecrets)


def test_settings_come_from_the_environment_and_are_frozen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DESK_SERVER_PORT", "0")
    monkeypatch.setenv("DESK_SERVER_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DESK_SERVER_AUDIENCES__HOLD_LIFETIME", "PT3M")
    settings = ServerSettings()
    assert (settings.port, settings.audiences.hold_lifetime) == (0, timedelta(minutes=3))
    assert settings.directory.sms_log == tmp_path / "sms.log"
    with pytest.raises(ValidationError, match="frozen"):
        settings.port = 1
    monkeypatch.setenv("DESK_SERVER_PORT", "70000")
    with pytest.raises(ValidationError, match="port"):
        ServerSettings()


def test_the_data_directory_is_closed_to_others(tmp_path: Path) -> None:
    directory = DataDirectory(tmp_path / "data").created()
    assert stat.S_IMODE(directory.root.stat().st_mode) == 0o700


@pytest.mark.usefixtures("_own_keyring")
def test_both_keepers_name_what_they_keep(tmp_path: Path) -> None:
    keyring.set_keyring(MemoryKeyring())
    for secrets in (FileSecrets(tmp_path / "secrets"), KeyringSecrets("here")):
        assert secrets.names() == frozenset()
        for name in ("pepper", "vault-1", "vault-2"):
            secrets.write(name, b"x")
        secrets.forget("vault-1")
        secrets.forget("vault-9")
        assert secrets.names() == {"pepper", "vault-2"}


@pytest.mark.usefixtures("_own_keyring")
def test_a_keyring_of_the_first_release_which_kept_no_list_is_listed_all_the_same() -> None:
    old = MemoryKeyring()
    old.entries = {("here", "store"): "eA==", ("here", "pepper"): "eA=="}
    keyring.set_keyring(old)
    secrets = KeyringSecrets("here")
    assert secrets.names() == {"store", "pepper"}
    secrets.write("vault-1", b"x")
    assert secrets.names() == {"store", "pepper", "vault-1"}


def test_certificate_and_key_belong_together_and_to_one_source(tmp_path: Path) -> None:
    for tls in ({"certificate": tmp_path}, {"certificate": tmp_path, "key": tmp_path, "local_ca": True}):
        with pytest.raises(ValidationError, match="certificate"):
            ServerSettings.model_validate({"tls": tls})
