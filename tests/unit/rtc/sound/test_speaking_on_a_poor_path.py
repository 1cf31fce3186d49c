"""What our voice takes of a path, and how it stands its losses."""

from collections.abc import Iterator

import pytest

from desk_client.rtc.sound import opus_packet
from desk_client.rtc.sound.speaking import VoiceEncoding, VoicePath
from tests.fakes.voice_path import BLOCK, babble

WIDE_BPS = 1_000_000
BLOCKS_A_SECOND = 50
SYLLABLES = 0.5
"""Of the packets: libopus makes copies only of what is loud enough to be missed."""


class Listener:
    """One who receives, over a path that is as the test says."""

    ready = True

    def __init__(self) -> None:
        self.loss, self.bps = 0.0, WIDE_BPS
        self.packets: list[bytes] = []

    def path(self) -> VoicePath:
        return VoicePath(self.loss, self.bps)

    def take(self, payload: bytes, _at: int, _captured_s: float, _level_dbov: int) -> None:
        self.packets.append(payload)


class Talk:
    """Somebody speaks on and on to one who listens."""

    def __init__(self) -> None:
        self.listener = Listener()
        self._encoding = VoiceEncoding()
        self._encoding.send_to((self.listener,))

    def goes_on(self, seconds: float) -> list[bytes]:
        """The packets of that time."""
        self.listener.packets.clear()
        for block in babble(round(seconds * BLOCKS_A_SECOND)).reshape(-1, BLOCK):
            self._encoding.offer(block)
        return list(self.listener.packets)

    def close(self) -> None:
        self._encoding.close()


@pytest.fixture
def talk() -> Iterator[Talk]:
    made = Talk()
    yield made
    made.close()


def bringing_copies(packets: list[bytes]) -> float:
    """Which share of packets brings a copy of the one before."""
    facts = [opus_packet.read(packet) for packet in packets]
    return sum(each is not None and each.brings_previous for each in facts) / len(facts)


def rate_bps(packets: list[bytes]) -> float:
    return 8 * sum(map(len, packets)) * BLOCKS_A_SECOND / len(packets)


def test_before_anything_is_known_of_the_path_copies_are_sent(talk: Talk) -> None:
    assert bringing_copies(talk.goes_on(1.0)) > SYLLABLES


def test_a_second_without_a_loss_does_not_end_the_copies(talk: Talk) -> None:
    talk.listener.loss = 0.05
    talk.goes_on(1.0)
    talk.listener.loss = 0.0
    assert bringing_copies(talk.goes_on(2.0)) > SYLLABLES


def test_a_path_that_loses_nothing_for_long_gets_none(talk: Talk) -> None:
    talk.listener.loss = 0.2
    talk.goes_on(1.0)
    talk.listener.loss = 0.0
    talk.goes_on(60.0)
    assert bringing_copies(talk.goes_on(1.0)) == 0


def test_on_a_narrow_path_the_voice_makes_do_with_less(talk: Talk) -> None:
    usual_bps = rate_bps(talk.goes_on(60.0)[-50:])
    talk.listener.bps = 80_000
    assert rate_bps(talk.goes_on(1.0)[5:]) < 0.7 * usual_bps


def test_where_it_needs_copies_it_keeps_its_rate_as_long_as_the_path_takes_it(talk: Talk) -> None:
    usual_bps = rate_bps(talk.goes_on(1.0))
    talk.listener.loss, talk.listener.bps = 0.2, 80_000
    assert rate_bps(talk.goes_on(1.0)) == pytest.approx(usual_bps, rel=0.1)
    talk.listener.bps = 50_000
    assert rate_bps(talk.goes_on(1.0)[5:]) < 0.7 * usual_bps
