"""Lips and voice are brought together, by holding back whichever comes sooner."""

import pytest

from desk_client.rtc.streams.lip_sync import LipSync
from desk_client.rtc.wire.sender_clock import SenderClock


class Peer:
    """One whose picture and voice take this long, and are held back as they are told."""

    def __init__(self, picture_s: float, picture_delay_s: float, voice_s: float, voice_delay_s: float) -> None:
        self.picture_s, self.picture_delay_s = picture_s, picture_delay_s
        self.voice_s, self.voice_delay_s = voice_s, voice_delay_s
        self.sync = LipSync()

    def apart_ms(self) -> float:
        picture = self.picture_s + max(self.picture_delay_s, self.sync.picture_at_least_s)
        voice = self.voice_s + max(self.voice_delay_s, self.sync.voice_at_least_s)
        self.sync.step(picture, voice, self.picture_delay_s, max(self.voice_delay_s, self.sync.voice_at_least_s))
        return 1000 * (voice - picture)

    def settled(self) -> float:
        for _ in range(30):
            self.apart_ms()
        return self.apart_ms()


@pytest.mark.parametrize(("picture_s", "voice_s"), [(0.02, 0.25), (0.25, 0.06), (1000.02, 1000.3)])
def test_whichever_is_sooner_waits_for_the_other(picture_s: float, voice_s: float) -> None:
    peer = Peer(picture_s, 0.0, voice_s, 0.04)
    assert not -40.1 < peer.apart_ms() < 110.1
    assert -40.1 < peer.settled() < 110.1


def test_what_nobody_notices_is_left_alone() -> None:
    for picture_s, voice_s in ((0.05, 0.03), (0.02, 0.08)):
        peer = Peer(picture_s, 0.0, voice_s, 0.04)
        peer.settled()
        assert (peer.sync.picture_at_least_s, peer.sync.voice_at_least_s) == (0.0, 0.0)


def test_what_was_held_back_is_let_go_when_the_path_changes() -> None:
    peer = Peer(0.02, 0.0, 0.3, 0.04)
    peer.settled()
    held_s = peer.sync.picture_at_least_s
    peer.voice_s = 0.02
    assert -40.1 < peer.settled() < 110.1
    assert peer.sync.picture_at_least_s < held_s - 0.1
    assert peer.sync.voice_at_least_s == 0.0  # nothing has become later for it


def test_nothing_is_held_back_for_ever_for_a_peer_whose_clocks_are_wrong() -> None:
    peer = Peer(0.02, 0.0, 60.0, 0.04)
    peer.settled()
    assert peer.sync.picture_at_least_s <= 0.35


def test_a_timestamp_is_placed_by_the_newest_report_across_its_wrap() -> None:
    clock = SenderClock(48_000)
    assert clock.captured_s(5) is None
    clock.reported(1000 << 32, (1 << 32) - 48_000)
    assert clock.captured_s(48_000) == pytest.approx(1002.0)
    assert clock.captured_s((1 << 32) - 96_000) == pytest.approx(999.0)
