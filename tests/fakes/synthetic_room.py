"""A room with a loudspeaker and a microphone in it, and people who speak in it: echo as it really comes, to the sample.

The whole chain runs: microphone and speaker with their threads, the card's two devices with latencies and unsteady
times, the processing between them. Time is the test's: twenty seconds of sound take less than one.
"""

import functools
import io
import queue
import subprocess
import wave
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Final, Self

import numpy as np
import numpy.typing as npt

from desk_client.rtc.port import MediaChoice
from desk_client.rtc.sound.card import FRAME
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples
from desk_client.rtc.sound.microphone import Microphone, MicrophoneEvents
from desk_client.rtc.sound.processing import VoiceProcessor
from desk_client.rtc.sound.speaker import Speaker, SpeakerEvents
from tests.fakes.sound_card import FakeSoundCard

Sound = npt.NDArray[np.float64]
"""Full scale is 1."""

_DECAY_S = 0.02
"""Sound falls by 60 dB in 0.14 s: a booth, or a furnished office near the screen."""
_START_S = 1000.0
_STEP_S = FRAME / SAMPLE_RATE
_PATIENCE_S = 10.0


@functools.cache
def spoken(words: str, voice: str, dbfs: float = -20.0) -> Sound:
    """Words as espeak-ng says them; at that RMS level, pauses included."""
    done = subprocess.run(["espeak-ng", "-v", voice, "--stdout", words], capture_output=True, check=True)
    with wave.open(io.BytesIO(done.stdout)) as file:
        # In a stream the header does not know how long it will be
        found = np.frombuffer(done.stdout[44:], dtype="<i2").astype(np.float64) / 32768
        rate_hz = file.getframerate()
    at = np.arange(int(found.size * SAMPLE_RATE / rate_hz)) * rate_hz / SAMPLE_RATE
    sound = np.interp(at, np.arange(found.size), found)
    levelled: Sound = sound * 10 ** (dbfs / 20) / np.sqrt(np.mean(sound**2))
    return levelled


def at_length(sound: Sound, seconds: float) -> Sound:
    """Again and again, until it is so long."""
    return np.resize(sound, round(seconds * SAMPLE_RATE))


FAR_WORDS: Final = (
    "السلام عليكم ورحمة الله وبركاته. أهلا بكم في المجلس. نسعد بخدمتكم اليوم، ونرجو أن تخبرونا بما تحتاجون إليه. "
    "سوف ننظر في طلبكم خلال أيام قليلة بإذن الله."
)
NEAR_WORDS: Final = (
    "وعليكم السلام. شكرا جزيلا لكم. عندي طلب بخصوص الطريق المؤدي إلى قريتنا، فقد تضرر بعد المطر الذي نزل قبل أسبوع."
)


def impulse_response(seed: int, delay_s: float, gain_db: float, reflections: int = 12) -> Sound:
    """The straight way from loudspeaker to microphone, and reflections up to 56 ms after it, weaker and weaker."""
    rng = np.random.default_rng(seed)
    start = round(delay_s * SAMPLE_RATE)
    response = np.zeros(start + round(0.06 * SAMPLE_RATE))
    response[start] = 1
    for later_s in rng.uniform(0.002, 0.056, reflections):
        response[start + round(later_s * SAMPLE_RATE)] += rng.choice([-1, 1]) * 0.6 * np.exp(-later_s / _DECAY_S)
    levelled: Sound = response * 10 ** (gain_db / 20) / np.sqrt(np.sum(response**2))
    return levelled


def noise(seconds: float, seed: int, dbfs: float) -> Sound:
    """White noise: a fan, more or less."""
    return np.random.default_rng(seed).normal(0, 10 ** (dbfs / 20), round(seconds * SAMPLE_RATE))


@dataclass(frozen=True)
class Devices:
    """How the two devices keep time.

    Attributes:
        in_s: how old what is heard is when it is handed on.
        out_s: how long what is played waits until it sounds.
        jitter_s: by how much their times are off, up or down.
        drift: by how much faster the loudspeaker plays than the microphone hears: 1e-4 is 100 ppm.
    """

    in_s: float = 0.03
    out_s: float = 0.03
    jitter_s: float = 0.003
    drift: float = 0.0


@dataclass(frozen=True)
class Sent:
    """What left the microphone, what it had heard, and how often somebody was told that they speak while muted."""

    heard: Sound
    sent: Sound
    told_muted: int


def through_the_chain(
    far: Sound,
    near: Sound,
    response: Sound,
    make: Callable[[], VoiceProcessor],
    devices: Devices | None = None,
    *,
    muted: bool = False,
) -> Sent:
    """Play `far` in the room while `near` (as it reaches the microphone, noise and all) is said there."""
    devices = devices or Devices()
    rng = np.random.default_rng(7)
    frames = min(far.size, near.size) // FRAME
    echo = _echo(far, response, devices)
    with Chain(_Pulled(far), make) as chain:
        chain.microphone.set_on(on=not muted)
        asked, heard, sent = 0, [], []
        for number in range(frames):
            now_s = number * _STEP_S
            while asked * _STEP_S <= now_s * (1 + devices.drift):
                sounds_s = asked * _STEP_S / (1 + devices.drift) + devices.out_s
                chain.card.asked_s = _START_S + sounds_s + rng.uniform(-devices.jitter_s, devices.jitter_s)
                chain.card.listen(FRAME)
                asked += 1
            part = slice(number * FRAME, (number + 1) * FRAME)
            heard.append(_samples(echo[part] + near[part]))
            off_s = rng.uniform(-devices.jitter_s, devices.jitter_s)
            chain.card.hear(heard[-1], _START_S + now_s - devices.in_s + off_s)
            if number % 2:
                sent.append(chain.sent.get(timeout=_PATIENCE_S))
        told_muted = chain.spoke_while_muted.qsize()
    return Sent(np.concatenate(heard) / 32768, np.concatenate(sent) / 32768, told_muted)


def _echo(far: Sound, response: Sound, devices: Devices) -> Sound:
    """What the microphone hears of it, by the microphone's clock and in the order in which it hands it on."""
    heard_s = np.arange(far.size) / SAMPLE_RATE - devices.in_s - devices.out_s
    in_air = np.interp(heard_s * (1 + devices.drift) * SAMPLE_RATE, np.arange(far.size), far, left=0.0, right=0.0)
    size = far.size + response.size
    return np.fft.irfft(np.fft.rfft(in_air, size) * np.fft.rfft(response, size), size)[: far.size]


class Chain:
    """Microphone and speaker over one card, as a studio has them; whoever uses it is the card's clock."""

    def __init__(self, source: "_Pulled", make: Callable[[], VoiceProcessor]) -> None:
        self.card = FakeSoundCard()
        self.sent: queue.Queue[Samples] = queue.Queue()
        self.spoke_while_muted: queue.Queue[None] = queue.Queue()
        processor = make()
        opened = self.card.opened
        self._speaker = Speaker(self.card, source, SpeakerEvents(_never, _nothing, processor.played))
        assert opened.wait(_PATIENCE_S)
        opened.clear()
        choice = MediaChoice(1, 440, "synthetic", "auto", "auto")
        events = MicrophoneEvents(self.sent.put, _never, _nothing, lambda: self.spoke_while_muted.put(None))
        self.microphone = Microphone(choice, self.card, processor, events)
        assert opened.wait(_PATIENCE_S)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for part in (self._speaker, self.microphone):
            part.close()
        for part in (self._speaker, self.microphone):
            assert part.join(_PATIENCE_S)


class _Pulled:
    """A source that has everything at once."""

    def __init__(self, sound: Sound) -> None:
        self._left = _samples(sound)

    def pull(self, length: int) -> Samples:
        taken, self._left = self._left[:length], self._left[length:]
        return np.pad(taken, (0, length - taken.size))


def _samples(sound: Sound) -> Samples:
    return np.rint(np.clip(sound, -1, 1) * 32767).astype(np.int16)


def _never(fault: object) -> None:
    raise AssertionError(fault)


def _nothing() -> None:
    pass


@dataclass(frozen=True)
class Talk:
    """A talk as it is measured: the near voice alone, the far voice alone, then both at once.

    Attributes:
        far: what is played.
        near: what is said in the room, as it reaches the microphone, with the room's own noise.
    """

    far: Sound
    near: Sound

    FAR_ALONE: ClassVar = slice(10 * SAMPLE_RATE, 16 * SAMPLE_RATE)
    """Four seconds after the far voice began: long enough to have learned the room."""
    BOTH: ClassVar = slice(16 * SAMPLE_RATE, 24 * SAMPLE_RATE)


def talk(noise_dbfs: float = -65.0) -> Talk:
    """Twenty-four seconds in Arabic, both voices equally loud where the microphone is, but for the room's ways."""
    far, near = np.zeros(24 * SAMPLE_RATE), np.zeros(24 * SAMPLE_RATE)
    near[: 6 * SAMPLE_RATE] = at_length(spoken(NEAR_WORDS, "ar+f2"), 6)
    far[6 * SAMPLE_RATE :] = at_length(spoken(FAR_WORDS, "ar"), 18)
    near[Talk.BOTH] = at_length(spoken(NEAR_WORDS, "ar+f2"), 8)
    return Talk(far, near + noise(24, 5, noise_dbfs))


# What it was like


def erle_db(told: Sent, part: slice) -> float:
    """By how much what was sent is weaker than the echo that was heard: the echo return loss enhancement."""
    return dbfs(told.heard[part]) - dbfs(told.sent[part])


def dbfs(sound: Sound) -> float:
    """RMS level."""
    return 10 * float(np.log10(np.mean(np.square(sound)) + 1e-13))


def double_talk_loss_db(together: Sound, alone: Sound) -> float:
    """How much of a voice is lost because the loudspeaker plays meanwhile.

    Args:
        together: what was sent while it did.
        alone: what was sent of the same voice while it did not. What is louder than it, in any 20 ms and any 50 Hz, is
            an echo, and does not count for the voice.
    """
    with_echo, without = _spectra(together), _spectra(alone)
    return -10 * float(np.log10(np.sum(np.minimum(with_echo, without) ** 2) / np.sum(without**2)))


def _spectra(sound: Sound) -> Sound:
    windows = np.lib.stride_tricks.sliding_window_view(sound, 2 * FRAME)[::FRAME]
    return np.abs(np.fft.rfft(windows * np.hanning(2 * FRAME)))
