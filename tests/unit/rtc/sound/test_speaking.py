"""One encode for all who hear, whoever comes and goes."""

from collections.abc import Iterator

import numpy as np
import pytest

from desk_client.rtc.sound.meter import Samples, level_dbfs
from desk_client.rtc.sound.opus import VoiceDecoder
from desk_client.rtc.sound.speaking import VoiceEncoding, VoicePath
from desk_client.rtc.sound.tone import SyntheticTone

BLOCK = 960


class Listener:
    """Decodes what it is given, from the moment that it is ready."""

    def __init__(self, *, ready: bool = True) -> None:
        self.ready = ready
        self.heard: list[Samples] = []
        self._decoder = VoiceDecoder()

    def path(self) -> VoicePath:
        return VoicePath(loss=0.0, bps=1_000_000)

    def take(self, payload: bytes, at: int, captured_s: float, level_dbov: int) -> None:
        assert at % BLOCK == 0
        assert captured_s > 0
        assert 0 <= level_dbov <= 127
        sound = self._decoder.decode(payload)
        assert isinstance(sound, np.ndarray)
        self.heard.append(sound)

    def loudest_dbfs(self) -> float:
        return max(level_dbfs(block) for block in self.heard)


@pytest.fixture
def encoding() -> Iterator[VoiceEncoding]:
    made = VoiceEncoding()
    yield made
    made.close()


@pytest.mark.parametrize("join", [1, 2, 3, 4, 6, 9, 30])
@pytest.mark.parametrize("hz", [300, 500, 700])
def test_whoever_begins_to_listen_in_the_middle_of_a_steady_sound_hears_it_as_it_is(
    encoding: VoiceEncoding, hz: float, join: int
) -> None:
    tone, first, later = SyntheticTone(hz), Listener(), Listener(ready=False)
    encoding.send_to((first, later))
    for count in range(join + 40):
        later.ready = count >= join
        encoding.offer(tone.block(BLOCK))
    for each in (first, later):
        assert each.loudest_dbfs() < -17, "the tone has -20 dBFS"
        assert level_dbfs(np.concatenate(each.heard[-20:])) == pytest.approx(-20, abs=1)


def test_nothing_is_encoded_for_those_who_cannot_be_sent_it_yet(encoding: VoiceEncoding) -> None:
    tone, listener = SyntheticTone(440), Listener(ready=False)
    encoding.send_to((listener,))
    for _ in range(5):
        encoding.offer(tone.block(BLOCK))
    assert not listener.heard
    listener.ready = True
    encoding.offer(tone.block(BLOCK))
    assert len(listener.heard) == 1
