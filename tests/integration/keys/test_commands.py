"""The administrator's commands on keys and on the local authority, as they are typed."""

import io
import json
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from desk_client import cli
from desk_client.config.desktop_sources import read_desktop_settings
from desk_client.config.secrets import FileSecrets
from desk_client.server.security.vault_keys import VaultKeys

PASSPHRASE = "four words and a mountain"


@dataclass
class Done:
    code: int
    said: str
    complained: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("DESK_SERVER_SECRETS", "file")

    def run(data: Path, *arguments: str, typed: str = "") -> Done:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = cli.main(["admin", "--data-dir", str(data), *arguments])
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    return run


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An installation with keys and an authority."""
    secrets = FileSecrets(tmp_path / "server" / "secrets")
    secrets.write("store", b"s" * 32)
    secrets.write("pepper", b"p" * 32)
    VaultKeys(secrets).versions()
    return tmp_path / "server"


def all_keys(data: Path) -> dict[str, bytes]:
    return {path.relative_to(data).as_posix(): path.read_bytes() for path in data.rglob("*") if path.is_file()}


def test_keys_that_were_backed_up_are_restored_on_another_machine(data: Path, tmp_path: Path, run: Run) -> None:
    run(data, "ca", "init")
    run(data, "ca", "issue", "127.0.0.1")
    file = tmp_path / "keys.backup"
    made = run(data, "backup-keys", str(file), typed=f"{PASSPHRASE}\n")
    assert (made.code, "5 keys and 5 files" in made.said) == (0, True), made.complained
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert PASSPHRASE.encode() not in file.read_bytes()

    other = tmp_path / "other"
    assert run(other, "restore-keys", str(file), typed=f"{PASSPHRASE}\n").code == 0
    assert all_keys(other) == all_keys(data)


def test_a_wrong_passphrase_or_a_file_cut_off_restores_nothing(data: Path, tmp_path: Path, run: Run) -> None:
    file, other = tmp_path / "keys.backup", tmp_path / "other"
    run(data, "backup-keys", str(file), typed=f"{PASSPHRASE}\n")
    wrong = run(other, "restore-keys", str(file), typed="another passphrase\n")
    assert (wrong.code, "passphrase is wrong" in wrong.complained) == (1, True)
    file.write_bytes(file.read_bytes()[:-1])
    cut = run(other, "restore-keys", str(file), typed=f"{PASSPHRASE}\n")
    assert (cut.code, "cut off" in cut.complained) == (1, True)
    assert run(other, "restore-keys", str(tmp_path / "none"), typed=f"{PASSPHRASE}\n").code == 1
    assert not other.exists()


def test_other_keys_are_overwritten_only_by_force_and_named(data: Path, tmp_path: Path, run: Run) -> None:
    file = tmp_path / "keys.backup"
    run(data, "backup-keys", str(file), typed=f"{PASSPHRASE}\n")
    before = all_keys(data)
    assert run(data, "restore-keys", str(file), typed=f"{PASSPHRASE}\n").code == 0  # the same ones: nothing to refuse
    FileSecrets(data / "secrets").write("pepper", b"q" * 32)
    refused = run(data, "restore-keys", str(file), typed=f"{PASSPHRASE}\n")
    assert (refused.code, "(pepper)" in refused.complained) == (1, True)
    assert FileSecrets(data / "secrets").read("pepper") == b"q" * 32
    assert run(data, "restore-keys", str(file), "--force", typed=f"{PASSPHRASE}\n").code == 0
    assert all_keys(data) == before


def test_a_backup_overwrites_no_file_and_has_a_passphrase_worth_the_name(data: Path, tmp_path: Path, run: Run) -> None:
    file = tmp_path / "keys.backup"
    short = run(data, "backup-keys", str(file), typed="short\n")
    assert (short.code, "12 characters" in short.complained, file.exists()) == (1, True, False)
    file.write_text("mine")
    there = run(data, "backup-keys", str(file), typed=f"{PASSPHRASE}\n")
    assert (there.code, "is there already" in there.complained, file.read_text()) == (1, True, "mine")
    none = run(tmp_path / "nothing", "backup-keys", str(tmp_path / "2"), typed=f"{PASSPHRASE}\n")
    assert (none.code, "no keys" in none.complained) == (1, True)


def test_what_the_authority_prints_is_what_a_terminal_takes(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "server"
    none = run(data, "ca", "show")
    assert (none.code, "ca init" in none.complained) == (1, True)
    assert run(data, "ca", "init", "--name", "Jazan", "--permit", "jazan.example", "--permit", "10.0.0.0/8").code == 0
    refused = run(data, "ca", "issue", "majlis.example")
    assert (refused.code, "narrowed" in refused.complained) == (1, True)
    issued = run(data, "ca", "issue", "majlis.jazan.example", "10.1.2.3")
    assert issued.code == 0, issued.complained
    shown = run(data, "ca", "show").said
    assert shown in issued.said
    pins = re.search(r"DESK_CLIENT_SERVER_PINS='(.+)'", shown)
    assert pins is not None
    monkeypatch.setenv("DESK_CLIENT_SERVER_PINS", pins[1])
    monkeypatch.setenv("DESK_CLIENT_SERVER_CA", str(data / "tls" / "ca.pem"))
    settings = read_desktop_settings(server_url="https://majlis.jazan.example")
    assert list(settings.server_pins) == json.loads(pins[1])
    assert len(set(settings.server_pins)) == 2

    changed = run(data, "ca", "issue", "majlis.jazan.example", "--new-key").said
    assert f"pin          {settings.server_pins[1]}" in changed
    again = run(data, "ca", "init")
    assert (again.code, "already" in again.complained) == (1, True)


def test_the_vaults_key_is_rotated_and_the_old_one_forgotten(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "server"
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    first = run(data, "rotate-key")
    assert (first.code, "key 2" in first.said) == (0, True), first.complained
    assert run(data, "rotate-key", "--forget-old").said.startswith("forgotten: 1;")
    assert VaultKeys(FileSecrets(data / "secrets")).versions() == (2,)


def test_a_new_key_for_calls_is_drawn_and_backed_up_with_the_others(data: Path, tmp_path: Path, run: Run) -> None:
    made = run(data, "rotate-call-key")
    assert (made.code, "1 older ones" in made.said) == (0, True), made.complained
    file = tmp_path / "keys.backup"
    run(data, "backup-keys", str(file), typed=f"{PASSPHRASE}\n")
    other = tmp_path / "other"
    assert run(other, "restore-keys", str(file), typed=f"{PASSPHRASE}\n").code == 0
    kept = all_keys(other)
    assert {"secrets/call-keys.key", "secrets/call-key-1.key", "secrets/call-key-2.key"} <= set(kept)
    assert kept == all_keys(data)
