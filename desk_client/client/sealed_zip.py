"""One file in a ZIP archive under a password, as other programs open it: WinZip's AE-2, AES-256.

Format: PKWARE's APPNOTE 6.3 and WinZip's "AES Encryption Information" (AE-2: no CRC, an HMAC over what is encrypted).
Its derivation (PBKDF2-HMAC-SHA1, 1,000 rounds) is weak for passwords that people think of; ours are drawn, with more
than 75 bits, so that nobody tries them through.
"""

import hashlib
import hmac
import struct
import zlib
from datetime import datetime
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_ROUNDS: Final = 1000
_SALT: Final = 16
_KEY: Final = 32
_CHECK: Final = 2
_TAG: Final = 10
_BLOCK: Final = 16
_METHOD: Final = 99
_DEFLATED: Final = 8
_NEEDED: Final = 51
"""Version 5.1 of the format: AES."""
_FLAGS: Final = 0x0801
"""Encrypted; the name is UTF-8."""
_EXTRA: Final = struct.pack("<HHH2sBH", 0x9901, 7, 2, b"AE", 3, _DEFLATED)


def sealed_zip(name: str, content: bytes, password: str, salt: bytes, moment: datetime) -> bytes:
    """An archive with the one file ``name``. ``salt``: 16 bytes that are drawn anew for each."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    keys = hashlib.pbkdf2_hmac("sha1", password.encode(), salt, _ROUNDS, 2 * _KEY + _CHECK)
    locked = _encrypted(keys[:_KEY], packed)
    tag = hmac.new(keys[_KEY : 2 * _KEY], locked, "sha1").digest()[:_TAG]
    body = salt + keys[2 * _KEY :] + locked + tag
    title = name.encode()
    clock = moment.hour << 11 | moment.minute << 5 | moment.second // 2
    day = (moment.year - 1980) << 9 | moment.month << 5 | moment.day
    shared = struct.pack(
        "<HHHHHIIIHH",
        _NEEDED,
        _FLAGS,
        _METHOD,
        clock,
        day,
        0,  # AE-2 has no CRC: it would tell what is within
        len(body),
        len(content),
        len(title),
        len(_EXTRA),
    )
    local = b"PK\x03\x04" + shared + title + _EXTRA + body
    listed = b"PK\x01\x02" + struct.pack("<H", _NEEDED) + shared + struct.pack("<HHHII", 0, 0, 0, 0, 0) + title + _EXTRA
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(listed), len(local), 0)
    return local + listed + end


def _encrypted(key: bytes, content: bytes) -> bytes:
    """AES in counter mode with WinZip's counter: little-endian, from one on."""
    blocks = -(-len(content) // _BLOCK)
    counters = b"".join(number.to_bytes(_BLOCK, "little") for number in range(1, blocks + 1))
    # the counter runs the other way round than the library's: each block of it is encrypted by itself
    encryptor = Cipher(algorithms.AES(key), modes.ECB()).encryptor()  # noqa: S305 - see above: a key stream
    stream = encryptor.update(counters)[: len(content)]
    return (int.from_bytes(content, "big") ^ int.from_bytes(stream, "big")).to_bytes(len(content), "big")
