"""What is kept of a file opens with its own row, and with nothing else."""

import hashlib
import os

import pytest

from desk_client.server.attachments import cabinet
from desk_client.server.security.vault import KEY_BYTES, SealBrokenError, Vault

CONTENT = b"%PDF-1.7 what somebody confided to the emir" * 1000
DIGEST = hashlib.sha256(CONTENT).digest()
VAULT = Vault({1: bytes(range(KEY_BYTES))}, bytes(KEY_BYTES))


def sealed(attachment_id: str = "one") -> cabinet.Sealed:
    return cabinet.seal(VAULT, os.urandom, attachment_id, "خطاب.pdf", CONTENT)


def test_opens_again() -> None:
    kept = sealed()
    assert cabinet.open_name(VAULT, "one", kept.name) == "خطاب.pdf"
    assert cabinet.open_content(VAULT, "one", kept.key, kept.content, DIGEST) == CONTENT


def test_shows_nothing() -> None:
    kept = sealed()
    assert b"emir" not in kept.content
    assert "خطاب".encode() not in kept.name
    assert sealed().content != kept.content


def test_of_another_row() -> None:
    one, other = sealed("one"), sealed("other")
    for key, content in ((other.key, one.content), (one.key, other.content), (other.key, other.content)):
        with pytest.raises(SealBrokenError):
            cabinet.open_content(VAULT, "one", key, content, DIGEST)


def test_the_content_itself_is_bound_to_its_row() -> None:
    """Also where two keys were the same, which no randomness should ever let happen."""
    one, other = (cabinet.seal(VAULT, bytes, name, "a", CONTENT) for name in ("one", "other"))
    with pytest.raises(SealBrokenError):
        cabinet.open_content(VAULT, "one", one.key, other.content, DIGEST)


@pytest.mark.parametrize("cut", [0, 11, 12, 28, -1])
def test_cut_off(cut: int) -> None:
    kept = sealed()
    with pytest.raises(SealBrokenError):
        cabinet.open_content(VAULT, "one", kept.key, kept.content[:cut], DIGEST)


@pytest.mark.parametrize("place", [0, 12, 5000, -1])
def test_one_bit_changed(place: int) -> None:
    kept = sealed()
    changed = bytearray(kept.content)
    changed[place] ^= 1
    with pytest.raises(SealBrokenError):
        cabinet.open_content(VAULT, "one", kept.key, bytes(changed), DIGEST)


def test_another_digest() -> None:
    kept = sealed()
    with pytest.raises(SealBrokenError, match="digest"):
        cabinet.open_content(VAULT, "one", kept.key, kept.content, hashlib.sha256(b"another").digest())
