"""What one end of a call believes, with a clock that it brings itself."""

import base64
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from desk_client.client.vouching import Vouching
from desk_client.domain.distrust import Distrust
from desk_client.domain.party import Party
from desk_client.protocol.attestations import Attestation, signed
from desk_client.protocol.rooms import CallKey, RoomToken
from desk_client.protocol.signalling import PeerDescription

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
KEY = Ed25519PrivateKey.from_private_bytes(b"a" * 32)
PUBLIC = base64.b64encode(KEY.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()
NAMED = CallKey(id="one", public_key=PUBLIC)
DIGESTS = {Party.OFFICIAL: ":".join(["0A"] * 32), Party.CITIZEN: ":".join(["0B"] * 32)}


class Watch:
    """A clock that is moved by hand; where it began tells nothing, as with the system's."""

    def __init__(self) -> None:
        self.seconds = 12_345.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Watch:
    return Watch()


def room(*keys: CallKey, room_id: str = "rom_1", server_time: datetime | None = NOW) -> RoomToken:
    return RoomToken(
        room_id=room_id,
        party=Party.CITIZEN,
        token="t",
        expires_at=NOW + timedelta(hours=4),
        ice_servers=(),
        call_keys=keys,
        server_time=server_time,
    )


def sdp(party: Party) -> str:
    return f"v=0\r\na=fingerprint:sha-256 {DIGESTS[party]}\r\n"


def described(negotiation: int = 1, *, at: datetime = NOW, party: Party = Party.OFFICIAL) -> PeerDescription:
    """As the server relays it."""
    named = frozenset({f"sha-256 {DIGESTS[party]}"})
    attestation = Attestation("rom_1", party, party.other, negotiation, "offer", named, at + timedelta(minutes=2))
    return PeerDescription(
        seq=1,
        message_id="m",
        negotiation=negotiation,
        kind="offer",
        sdp=sdp(party),
        attestation=signed(attestation, KEY, "one"),
    )


def inside(watch: Watch, *, party: Party = Party.CITIZEN) -> Vouching:
    vouching = Vouching(party, watch)
    vouching.entered(room(NAMED))
    return vouching


def test_time_is_the_server_s_however_long_the_talk_has_lasted(watch: Watch) -> None:
    vouching = inside(watch)
    watch.seconds += 3600
    assert vouching.doubt(described(at=NOW)) is Distrust.EXPIRED
    assert vouching.doubt(described(at=NOW + timedelta(hours=1))) is None


@pytest.mark.parametrize("entered", [room(), room(NAMED, server_time=None), room(CallKey(id="one", public_key="AAAA"))])
def test_a_server_that_does_not_say_how_to_check_it_is_not_believed(watch: Watch, entered: RoomToken) -> None:
    vouching = Vouching(Party.CITIZEN, watch)
    vouching.entered(entered)
    assert vouching.doubt(described()) is Distrust.MISSING


def test_before_the_room_was_entered_nothing_is_believed(watch: Watch) -> None:
    assert Vouching(Party.CITIZEN, watch).doubt(described()) is Distrust.MISSING


def test_a_swapped_certificate_is_noticed_and_never_coded(watch: Watch) -> None:
    vouching = inside(watch)
    vouching.described(1, sdp(Party.CITIZEN))
    swapped = described().model_copy(update={"sdp": sdp(Party.CITIZEN)})
    assert vouching.doubt(swapped) is Distrust.OTHER_FINGERPRINT
    assert vouching.code(1) is None


def test_both_ends_make_the_same_code(watch: Watch) -> None:
    citizen, official = inside(watch), inside(watch, party=Party.OFFICIAL)
    citizen.described(1, sdp(Party.CITIZEN))
    official.described(1, sdp(Party.OFFICIAL))
    assert citizen.doubt(described()) is None
    assert official.doubt(described(party=Party.CITIZEN)) is None
    theirs, ours = citizen.code(1), official.code(1)
    assert theirs is not None
    assert ours is not None
    assert theirs() == ours()


def test_only_the_newest_negotiations_are_remembered_and_another_room_begins_anew(watch: Watch) -> None:
    vouching = inside(watch)
    for number in (1, 2, 3):
        vouching.described(number, sdp(Party.CITIZEN))
        assert vouching.doubt(described(number)) is None
    assert [number for number in (1, 2, 3) if vouching.code(number) is not None] == [2, 3]
    vouching.entered(room(NAMED))
    assert vouching.code(3) is not None
    vouching.entered(room(NAMED, room_id="rom_2"))
    assert vouching.code(3) is None
