import pytest

from desk_client.server.security import key_backup
from desk_client.server.security.key_backup import KeyBackupError, KeyBundle, opened_bundle, sealed_bundle

PASSPHRASE = "four words and a mountain"
BUNDLE = KeyBundle({"store": bytes(32), "vault-1": b"\xff" * 32}, {"ca.pem": b"-----BEGIN"})


@pytest.fixture(scope="module")
def content() -> bytes:
    return sealed_bundle(BUNDLE, PASSPHRASE)


def test_what_was_put_in_comes_out_and_shows_nowhere(content: bytes) -> None:
    assert opened_bundle(content, PASSPHRASE) == BUNDLE
    assert b"vault" not in content
    assert "xff" not in repr(BUNDLE)


def test_equal_keys_and_passphrase_make_different_files(content: bytes) -> None:
    assert sealed_bundle(BUNDLE, PASSPHRASE)[:40] != content[:40]


def test_a_wrong_passphrase_opens_nothing(content: bytes) -> None:
    with pytest.raises(KeyBackupError, match="passphrase is wrong"):
        opened_bundle(content, PASSPHRASE + " ")


def test_a_file_that_is_cut_off_or_changed_anywhere_is_refused(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    key = key_backup._derived(PASSPHRASE, content[14:30])
    monkeypatch.setattr(key_backup, "_derived", lambda _passphrase, salt: key if salt == content[14:30] else bytes(32))
    assert opened_bundle(content, PASSPHRASE) == BUNDLE
    for length in range(len(content)):
        with pytest.raises(KeyBackupError):
            opened_bundle(content[:length], PASSPHRASE)
    for place in range(len(content)):
        changed = bytearray(content)
        changed[place] ^= 1
        with pytest.raises(KeyBackupError):
            opened_bundle(bytes(changed), PASSPHRASE)


def test_a_newer_file_and_no_such_file_are_told_apart(content: bytes) -> None:
    with pytest.raises(KeyBackupError, match="newer"):
        opened_bundle(content.replace(b"KEYS 1\n", b"KEYS 2\n"), PASSPHRASE)
    with pytest.raises(KeyBackupError, match="no backup"):
        opened_bundle(b"PK\x03\x04", PASSPHRASE)


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(KeyBackupError, match="12 characters"):
        sealed_bundle(BUNDLE, "short")
