"""What the server signs of a description, and every reason not to believe one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desk_client.domain.distrust import Distrust
from desk_client.domain.party import Party
from desk_client.protocol.attestations import Attestation, Expected, doubt, signed

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
KEY, OTHER_KEY = Ed25519PrivateKey.from_private_bytes(b"a" * 32), Ed25519PrivateKey.from_private_bytes(b"b" * 32)
KEYS = {"one": KEY.public_key()}
OURS = frozenset({"sha-256 0A", "sha-512 0B"})
SAID = Attestation("rom_1", Party.OFFICIAL, Party.CITIZEN, 2, "offer", OURS, NOW + timedelta(minutes=2))
EXPECTED = Expected("rom_1", Party.OFFICIAL, Party.CITIZEN, 2, "offer", OURS)


def test_what_the_server_signed_is_believed_until_it_expires() -> None:
    token = signed(SAID, KEY, "one")
    assert doubt(token, KEYS, EXPECTED, NOW) is None
    assert doubt(token, KEYS, EXPECTED, NOW + timedelta(seconds=119)) is None
    assert doubt(token, KEYS, EXPECTED, NOW + timedelta(minutes=2)) is Distrust.EXPIRED


@pytest.mark.parametrize(
    ("expected", "reason"),
    [
        (replace(EXPECTED, room_id="rom_2"), Distrust.OTHER_CALL),
        (replace(EXPECTED, party=Party.CITIZEN), Distrust.OTHER_PARTY),
        (replace(EXPECTED, to=Party.THIRD), Distrust.OTHER_PARTY),
        (replace(EXPECTED, negotiation=3), Distrust.OTHER_NEGOTIATION),
        (replace(EXPECTED, kind="answer"), Distrust.OTHER_NEGOTIATION),
        (replace(EXPECTED, fingerprints=frozenset({"sha-256 0A"})), Distrust.OTHER_FINGERPRINT),
        (replace(EXPECTED, fingerprints=OURS | {"sha-256 0C"}), Distrust.OTHER_FINGERPRINT),
        (replace(EXPECTED, fingerprints=None), Distrust.OTHER_FINGERPRINT),
    ],
)
def test_what_was_signed_for_something_else_is_not_believed(expected: Expected, reason: Distrust) -> None:
    assert doubt(signed(SAID, KEY, "one"), KEYS, expected, NOW) is reason


def test_without_a_signature_or_a_key_nothing_is_believed() -> None:
    token = signed(SAID, KEY, "one")
    assert doubt(None, KEYS, EXPECTED, NOW) is Distrust.MISSING
    assert doubt(token, {}, EXPECTED, NOW) is Distrust.MISSING
    assert doubt(token, {"two": KEY.public_key()}, EXPECTED, NOW) is Distrust.UNKNOWN_KEY


def test_an_older_key_is_believed_as_long_as_it_is_named() -> None:
    keys = {"two": OTHER_KEY.public_key(), **KEYS}
    assert doubt(signed(SAID, KEY, "one"), keys, EXPECTED, NOW) is None
    assert doubt(signed(SAID, OTHER_KEY, "two"), keys, EXPECTED, NOW) is None


@pytest.mark.parametrize("spoil", ["signature", "claims", "other key", "no algorithm", "lacking", "odd", "junk"])
def test_what_the_server_did_not_sign_is_not_believed(spoil: str) -> None:
    token = signed(SAID, KEY, "one")
    head, claims, signature = token.split(".")
    audience = {"aud": "majlis-description", "room": "rom_1", "party": "official", "neg": 2, "kind": "offer"}
    token = {
        "signature": f"{head}.{claims}.{'A' * len(signature)}",
        "claims": f"{head}.{signed(replace(SAID, negotiation=9), KEY, 'one').split('.')[1]}.{signature}",
        "other key": signed(SAID, OTHER_KEY, "one"),
        "no algorithm": jwt.encode(audience, "", algorithm="none", headers={"kid": "one"}),
        "lacking": jwt.encode(audience, KEY, algorithm="EdDSA", headers={"kid": "one"}),
        "odd": jwt.encode({**audience, "fps": 5, "exp": 1}, KEY, algorithm="EdDSA", headers={"kid": "one"}),
        "junk": "ü.\0",
    }[spoil]
    wanted = {Distrust.UNKNOWN_KEY, Distrust.FORGED} if spoil == "junk" else {Distrust.FORGED}
    assert doubt(token, KEYS, EXPECTED, NOW) in wanted
