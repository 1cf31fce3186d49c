"""Three and four people in one talk: a real engine each, every two connected over loopback."""

import re
import threading
import time
from collections.abc import Iterator

import aioice.ice
import numpy as np
import pytest

from desk_client.rtc.engine import Engine
from desk_client.rtc.port import (
    AcceptAnswer,
    AcceptOffer,
    AddCandidate,
    ClosePeer,
    CreateOffer,
    DescriptionRefused,
    LocalDescription,
    Measured,
    MediaStalled,
    PeerDisconnected,
    SoundLevels,
    stream_of,
)
from desk_client.rtc.rate.estimator import Estimator
from desk_client.rtc.sound.card import BLOCK
from desk_client.rtc.sound.meter import SAMPLE_RATE
from desk_client.rtc.studio import Hardware
from tests.fakes.mesh import FPS, Person, connect, mesh, people
from tests.fakes.sound_card import FakeSoundCard

LINE_BPS = 600_000


@pytest.fixture(autouse=True)
def _lines_are_what_the_test_makes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three engines in one process are late on a busy machine, which looks like a full line."""
    monkeypatch.setattr(Estimator, "target_bps", property(lambda _self: LINE_BPS))
    monkeypatch.setattr(Estimator, "loss", property(lambda _self: 0.0))


@pytest.fixture
def three() -> Iterator[tuple[Person, ...]]:
    with people(1, 2, 3) as made:
        mesh(*made)
        yield made


def counted(count: int | None) -> int:
    assert count is not None
    return count


def others(one: Person, members: tuple[Person, ...]) -> list[Person]:
    return [each for each in members if each is not one]


def test_each_sees_and_hears_each_other_one(three: tuple[Person, ...]) -> None:
    for one in three:
        for other in others(one, three):
            one.sees(other)
            stats = one.measured(other, lambda stats: stats.remote_tone_hz is not None, "a tone is heard")
            assert stats.remote_tone_hz == pytest.approx(other.tone_hz, abs=2)


def test_what_is_played_is_everybody_s_voice_at_once(three: tuple[Person, ...]) -> None:
    one, *rest = three
    for other in rest:
        one.measured(other, lambda stats: stats.remote_tone_hz is not None, "a tone is heard")
    begun = len(one.told.events)

    def together() -> bool:
        levels = [event.remote_dbfs for event in one.told.events[begun:] if isinstance(event, SoundLevels)]
        return bool(levels) and abs(levels[-1] + 17) < 1  # two tones of -20 dBFS each

    one.told.until(together, "both are heard")
    one.engine.post(ClosePeer(rest[0].name))

    def alone() -> bool:
        levels = [event.remote_dbfs for event in one.told.events[begun:] if isinstance(event, SoundLevels)]
        return abs(levels[-1] + 20) < 1

    one.told.until(alone, "the other one alone is heard")


def test_both_tones_are_in_what_the_loudspeaker_is_given() -> None:
    card = FakeSoundCard()
    hearing = Engine(Hardware(sound_card=card))
    with people(1, 2, 3, first=hearing, speaker="auto") as (listener, *speakers):
        assert card.opened.wait(5)
        for other in speakers:
            connect(listener, other)
        for other in speakers:
            listener.measured(other, lambda stats: stats.picture_delay_ms is not None, "it is connected")
        heard = []
        for _ in range(150):
            heard.append(card.listen(BLOCK))
            threading.Event().wait(0.02)  # the pace of a device
        sound = np.concatenate(heard[-50:]).astype(np.float64)
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(sound.size)))
    bins = {
        person.tone_hz: spectrum[round(person.tone_hz * sound.size / SAMPLE_RATE)] for person in (listener, *speakers)
    }
    floor = float(np.median(spectrum)) * 100
    assert bins[speakers[0].tone_hz] > floor
    assert bins[speakers[1].tone_hz] > floor
    assert bins[listener.tone_hz] < 0.01 * min(bins[each.tone_hz] for each in speakers), "nobody hears himself"


def test_pictures_are_encoded_once_for_all_who_receive_them(three: tuple[Person, ...]) -> None:
    one, *rest = three
    for other in rest:
        other.sees(one)
    for _ in range(4):  # a picture is encoded again for one whose path was dead, as on a busy machine: not all the time
        before = one.measured(rest[0], lambda stats: stats.connected, "a second is over")
        after = one.measured(
            rest[0],
            lambda stats, since=before: counted(stats.frames_encoded) > counted(since.frames_encoded) + FPS,  # type: ignore[misc]  # a lambda with a default
            "more",
        )
        captured = after.frames_captured - before.frames_captured
        encoded = counted(after.frames_encoded) - counted(before.frames_encoded)
        if encoded <= captured + 1:
            break
    assert encoded <= captured + 1, "each picture once, as for one receiver"
    for other in rest:
        one.measured(other, lambda stats: counted(stats.frames_sent) > FPS, "each is sent them")


def test_one_leaves_and_the_others_go_on(three: tuple[Person, ...]) -> None:
    staying, leaving = three[:2], three[2]
    for one in staying:
        one.sees(leaving)
    leaving.engine.post(ClosePeer())
    for one, other in zip(staying, reversed(staying), strict=True):
        one.next_event(PeerDisconnected, leaving)
        one.engine.post(ClosePeer(leaving.name))
        one.sees(other, 2 * FPS)
        assert not one.events(PeerDisconnected, other)
        assert not one.events(MediaStalled, other)
        assert one.measured(other, lambda stats: stats.remote_tone_hz is not None, "a tone").connected


def test_one_who_has_left_comes_again_with_numbers_from_the_beginning(three: tuple[Person, ...]) -> None:
    one, other, third = three
    one.sees(other)
    for here, there in ((one, other), (other, one)):
        here.engine.post(ClosePeer(there.name))
        here.told.clear()
    connect(other, one, negotiation=1)
    one.sees(other)
    other.sees(one)
    one.sees(third)


def test_who_comes_late_sees_everybody_at_once() -> None:
    with people(1, 2, 3) as (one, other, late):
        connect(one, other)
        one.sees(other)
        connect(one, late)
        connect(other, late)
        began = time.monotonic()
        for present in (one, other):
            late.sees(present, 1, patience_s=3.0)
        assert time.monotonic() - began < 2.0  # the next key frame of itself would come within ten
        one.sees(other)


def test_a_peer_s_junk_refuses_that_leg_alone(three: tuple[Person, ...]) -> None:
    one, other, third = three
    one.sees(other)
    one.engine.post(AcceptOffer(7, "v=0 and then nothing of sense", (), third.name))
    assert one.next_event(DescriptionRefused, third).negotiation == 7
    one.engine.post(AcceptAnswer(1, "junk", third.name))
    one.engine.post(AcceptOffer(1, "junk", (), "somebody new"))
    one.sees(other)
    one.sees(third)
    assert not one.events(DescriptionRefused, other)
    assert not one.events(PeerDisconnected, third), "what stood stands"


def test_what_comes_of_one_who_is_not_there_begins_no_leg(three: tuple[Person, ...]) -> None:
    one, other, third = three
    one.sees(other)
    one.engine.post(ClosePeer(third.name))
    one.engine.post(AddCandidate(1, "candidate:1 1 udp 1 127.0.0.1 9 typ host", "0", 0, third.name))
    one.engine.post(AcceptAnswer(1, "v=0", third.name))
    one.measured(other, lambda stats: stats.connected, "a second is over")
    begun = len(one.told.events)
    one.measured(other, lambda stats: stats.connected, "another second is over")
    assert not [event for event in one.told.events[begun:] if isinstance(event, Measured) and event.peer == third.name]


def test_negotiations_of_different_peers_do_not_disturb_each_other() -> None:
    with people(1, 2, 3) as (one, other, third):
        for peer in (other, third):  # both at once, with numbers of their own, the answers in the opposite order
            one.engine.post(CreateOffer(1 if peer is other else 9, (), peer.name))
        offers = [one.next_event(LocalDescription, peer) for peer in (other, third)]
        assert [offer.negotiation for offer in offers] == [1, 9]
        for peer, offer in ((third, offers[1]), (other, offers[0])):
            peer.engine.post(AcceptOffer(offer.negotiation, offer.sdp, (), one.name))
            answer = peer.next_event(LocalDescription, one)
            one.engine.post(AcceptAnswer(answer.negotiation, answer.sdp, peer.name))
        connect(third, other, negotiation=4)
        for seeing, seen in ((one, other), (one, third), (other, one), (third, one), (other, third), (third, other)):
            seeing.sees(seen)
        connect(other, one, negotiation=2)  # the call with one is negotiated anew
        one.sees(third, FPS)
        one.sees(other)
        assert not one.events(PeerDisconnected, third)
        assert not one.events(MediaStalled, third)


class Narrows:
    """Lets so much through to some ports, and all to any other."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ports: set[int] = set()
        self.rate_bps: float | None = None
        """None is no bound."""
        self._budget = 0.0
        self._at_s = time.monotonic()
        send = aioice.ice.StunProtocol.send_data

        async def sent(protocol: aioice.ice.StunProtocol, data: bytes, addr: tuple[str, int]) -> None:
            if addr[1] not in self.ports or self._passes(len(data)):
                await send(protocol, data, addr)

        monkeypatch.setattr(aioice.ice.StunProtocol, "send_data", sent)

    def to(self, person: Person, of: Person) -> None:
        """From now on the way from one of them to the other is bounded."""
        sdp = person.next_event(LocalDescription, of).sdp
        self.ports = {int(port) for port in re.findall(r"a=candidate:\S+ \d \S+ \d+ \S+ (\d+)", sdp)}

    def _passes(self, size: int) -> bool:
        if self.rate_bps is None:
            return True
        now = time.monotonic()
        self._budget = min(self.rate_bps * 0.1, self._budget + (now - self._at_s) * self.rate_bps)
        self._at_s = now
        if self._budget < size * 8:
            return False
        self._budget -= size * 8
        return True


@pytest.mark.parametrize("rate_bps", [0.0, 120_000.0])
def test_a_poor_path_to_one_leaves_the_others_their_pictures(
    monkeypatch: pytest.MonkeyPatch, three: tuple[Person, ...], rate_bps: float
) -> None:
    one, other, poor = three
    narrows = Narrows(monkeypatch)
    other.sees(one)
    poor.sees(one)
    narrows.to(poor, one)
    narrows.rate_bps = rate_bps
    other.sees(one, 4 * FPS, patience_s=8.0)
    assert not other.events(MediaStalled, one)
    narrows.rate_bps = None
    poor.sees(one, 5)


def test_a_tile_of_one_who_left_is_empty(three: tuple[Person, ...]) -> None:
    one, other, _ = three
    one.sees(other)
    one.engine.post(ClosePeer(other.name))
    other.next_event(PeerDisconnected, one)
    gathered, tile = one.tiles[other.source]
    one.engine.detach(stream_of(other.name), tile)
    gathered.clear()
    one.engine.attach(stream_of(other.name), tile)
    one.measured(three[2], lambda stats: stats.connected, "another second is over")
    assert not gathered.pictures
