"""A locked archive, taken apart here by WinZip's description of it and not by what made it."""

import hashlib
import hmac
import io
import struct
import zipfile
import zlib
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from desk_client.client.sealed_zip import sealed_zip

PASSWORD = "abcd-efgh-jkmn-pqrs"
NAME = "بيانات.json"
SALT = bytes(range(16))
MOMENT = datetime(2026, 11, 30, 8, 15, 42, tzinfo=UTC)


def opened(archive: bytes, password: str) -> bytes:
    """The one file's content. Raises ValueError for another password, or where something was changed."""
    listing = zipfile.ZipFile(io.BytesIO(archive))
    (info,) = listing.infolist()
    assert (info.filename, info.compress_type, info.flag_bits & 1, info.CRC) == (NAME, 99, 1, 0)
    assert info.date_time == (2026, 11, 30, 8, 15, 42)
    vendor, strength, method = struct.unpack("<4x2x2sBH", info.extra)
    assert (vendor, strength, method) == (b"AE", 3, 8)
    name_bytes, extra_bytes = struct.unpack("<HH", archive[info.header_offset + 26 : info.header_offset + 30])
    start = info.header_offset + 30 + name_bytes + extra_bytes
    body = archive[start : start + info.compress_size]
    salt, check, locked, tag = body[:16], body[16:18], body[18:-10], body[-10:]
    keys = hashlib.pbkdf2_hmac("sha1", password.encode(), salt, 1000, 66)
    if keys[64:] != check or hmac.new(keys[32:64], locked, "sha1").digest()[:10] != tag:
        raise ValueError("another password, or a changed file")
    plain = b""
    for number in range(0, len(locked), 16):  # each block under its own counter, little-endian, from one on
        counter = (number // 16 + 1).to_bytes(16, "little")
        cipher = Cipher(algorithms.AES(keys[:32]), modes.CTR(counter)).encryptor()
        plain += cipher.update(locked[number : number + 16])
    content = zlib.decompress(plain, wbits=-zlib.MAX_WBITS)
    assert len(content) == info.file_size
    return content


@pytest.mark.parametrize("content", [b"", b"a", b"{}" * 8, bytes(range(256)) * 40])
def test_it_opens_with_its_password_alone(content: bytes) -> None:
    archive = sealed_zip(NAME, content, PASSWORD, SALT, MOMENT)
    assert opened(archive, PASSWORD) == content
    with pytest.raises(ValueError, match="another"):
        opened(archive, PASSWORD[:-1])


def test_what_is_changed_is_noticed_and_nothing_is_readable() -> None:
    content = b"the number of the file is 1000000008"
    archive = sealed_zip(NAME, content, PASSWORD, SALT, MOMENT)
    assert b"1000000008" not in archive
    spoiled = bytearray(archive)
    spoiled[archive.index(SALT) + 20] ^= 1
    with pytest.raises(ValueError, match="changed"):
        opened(bytes(spoiled), PASSWORD)
    assert sealed_zip(NAME, content, PASSWORD, SALT[::-1], MOMENT) != archive
