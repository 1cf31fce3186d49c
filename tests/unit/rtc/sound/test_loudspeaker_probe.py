"""Whether two notes are heard: in a room, in noise, from afar; and what only resembles them."""

import numpy as np
import numpy.typing as npt
import pytest

from desk_client.rtc.sound.loudspeaker_probe import LoudspeakerProbe, likeness
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples
from desk_client.rtc.sound.notes import NOTE_S, NOTES_HZ, notes

LENGTH = round(1.2 * SAMPLE_RATE)
AT_S = np.arange(LENGTH) / SAMPLE_RATE
HEARD = 0.25

Sound = npt.NDArray[np.float64]


def chance() -> np.random.Generator:
    return np.random.default_rng(20)


def played(late: int = 4_800, gain: float = 1.0) -> Sound:
    sound = np.zeros(LENGTH)
    struck = notes(0.3)[: LENGTH - late]
    sound[late : late + struck.size] = struck * gain
    return sound


def noise(power: float) -> Sound:
    """So many times as strong as the notes are."""
    struck = notes(0.3)[: round(2 * NOTE_S * SAMPLE_RATE)].astype(float)
    return chance().normal(0, np.sqrt(power * np.mean(struck**2)), LENGTH)


def room() -> Sound:
    """What a tiled hall leaves of a click, without the click itself."""
    tail = np.arange(SAMPLE_RATE // 2)
    return chance().normal(0, 1, tail.size) * np.exp(-tail / 6_000)


def as_heard(sound: Sound) -> Samples:
    return np.clip(sound, -32_768, 32_767).astype(np.int16)


def echoing() -> Sound:
    sound, echo = played(), room()
    size = sound.size + echo.size  # by their spectra: directly it takes seconds, in each process that collects
    whole = np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(echo, size), size)[:LENGTH]
    loudest = float(np.abs(whole).max())
    heard: Sound = whole * (8_000 / loudest)
    return heard


@pytest.mark.parametrize(
    "sound",
    [played(480), played(28_000), played(gain=0.003), played() + noise(4), echoing()],
    ids=["at once", "late", "hardly", "in noise", "only by its echo"],
)
def test_the_notes_are_heard(sound: Sound) -> None:
    assert likeness(as_heard(sound)) > HEARD


@pytest.mark.parametrize(
    "sound",
    [
        np.zeros(LENGTH),
        noise(1),
        8_000 * np.sin(2 * np.pi * NOTES_HZ[0] * AT_S),
        8_000 * np.sin(2 * np.pi * 440 * AT_S),
        3_000 * np.sign(np.sin(2 * np.pi * 220 * AT_S)),
        played()[::-1],
    ],
    ids=["silence", "noise", "one of them", "another", "a voice with their overtones", "in the other order"],
)
def test_what_is_something_else_is_not_taken_for_them(sound: Sound) -> None:
    assert likeness(as_heard(sound)) < HEARD / 2


def test_nothing_counts_before_the_notes_are_asked_for_and_the_verdict_is_told_once() -> None:
    told: list[bool] = []
    probe = LoudspeakerProbe(told.append)
    silence = np.zeros(480, dtype=np.int16)
    for _ in range(300):
        probe.hear(silence)
    assert told == []
    while not probe.is_over:
        probe.hear(probe.pull(480))
    assert told == [True]
    probe.hear(silence)
    assert told == [True]
    deaf = LoudspeakerProbe(told.append)
    while not deaf.is_over:
        deaf.pull(480)
        deaf.hear(silence)
    assert told == [True, False]


def test_after_the_notes_it_is_silent() -> None:
    probe = LoudspeakerProbe(lambda _heard: None)
    assert np.abs(probe.pull(4_800)).max() > 3_000
    probe.pull(SAMPLE_RATE)
    assert not probe.pull(480).any()
