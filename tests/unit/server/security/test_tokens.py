from datetime import UTC, datetime, timedelta

import pytest

from desk_client.domain.ids import AppointmentId, RoomId, SessionId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.server.security.passwords import Passwords
from desk_client.server.security.room_tokens import RoomPass, RoomTokens
from desk_client.server.security.tokens import digits, hashed, keyed_hash, new_token
from desk_client.server.services.life.rooms import turn_credential

NOW = datetime(2026, 11, 22, 6, tzinfo=UTC)
PASS = RoomPass(
    "t", RoomId("rom_a"), AppointmentId("apt_a"), Party.CITIZEN, SessionId("ses_a"), NOW, NOW + timedelta(hours=4)
)


def test_tokens_are_256_bits_and_kept_as_a_hash() -> None:
    token = new_token(bytes(range(32)))
    assert (len(token), len(hashed(token))) == (43, 32)
    with pytest.raises(ValueError, match="32 random bytes"):
        new_token(b"short")


def test_a_keyed_hash_tells_purposes_and_parts_apart() -> None:
    hashes = {
        keyed_hash(b"k", "a", "bc"),
        keyed_hash(b"k", "ab", "c"),
        keyed_hash(b"k", "a", "b", "c"),
        keyed_hash(b"l", "a", "bc"),
    }
    assert len(hashes) == 4


def test_codes_keep_their_leading_zeros() -> None:
    assert digits(bytes(16), 6) == "000000"


def test_passwords_are_right_or_wrong_and_nobodys_is_never_right() -> None:
    passwords = Passwords()
    stored = passwords.hash("a-long-password")
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert passwords.check("a-long-password", stored)
    assert not passwords.check("another", stored)
    assert not passwords.check("a password that nobody has", None)
    assert not passwords.check("x", "not a hash")
    passwords.close()


def test_a_room_token_is_bound_to_its_key_and_time() -> None:
    tokens = RoomTokens(bytes(32))
    signed = tokens.sign(PASS)
    assert tokens.read(signed, NOW) == PASS
    assert tokens.read(signed, PASS.expires_at) == Refusal(RefusalCode.SESSION_EXPIRED)
    assert tokens.read(signed, NOW - timedelta(seconds=1)) == Refusal(RefusalCode.SESSION_EXPIRED)
    assert RoomTokens(b"\x01" * 32).read(signed, NOW) == Refusal(RefusalCode.UNAUTHENTICATED)
    unsigned = "eyJhbGciOiJub25lIn0." + signed.split(".")[1] + "."
    assert tokens.read(unsigned, NOW) == Refusal(RefusalCode.UNAUTHENTICATED)


def test_turn_credentials_are_what_coturn_computes() -> None:
    # echo -n "1795338000:u" | openssl dgst -sha1 -hmac north -binary | base64
    assert turn_credential("north", datetime.fromtimestamp(1795338000, UTC), "u") == (
        "1795338000:u",
        "rf8p9PKhXv1kwKk16X5P2qUzq4M=",
    )
