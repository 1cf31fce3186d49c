"""Reading aloud: a real synthesizer, recordings in their place, and silence when it is asked for."""

import io
import threading
import wave
from pathlib import Path

import numpy as np
import pytest

from desk_client.client.speech import Speech
from desk_client.i18n.language import Language
from desk_client.rtc.port import DeviceFault
from desk_client.rtc.sound.meter import SAMPLE_RATE
from desk_client.rtc.sound.notes import NOTE_S, NOTES_HZ
from tests.fakes.sound_card import FakeSoundCard

NOWHERE = "no-such-synthesizer"


def recording(hertz: float, seconds: float, rate: int = 16_000) -> bytes:
    at_s = np.arange(round(seconds * rate)) / rate
    samples = (12_000 * np.sin(2 * np.pi * hertz * at_s)).astype("<i2")
    file = io.BytesIO()
    with wave.open(file, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(rate)
        written.writeframes(samples.tobytes())
    return file.getvalue()


def heard(card: FakeSoundCard, blocks: int = 50) -> np.ndarray:
    assert card.opened.wait(15)
    return np.concatenate([card.listen(480) for _ in range(blocks)])


def tone_hz(sound: np.ndarray) -> float:
    spectrum = np.abs(np.fft.rfft(sound))
    return float(np.argmax(spectrum) * 48_000 / len(sound))


@pytest.mark.parametrize("language", list(Language))
def test_each_language_is_spoken(language: Language) -> None:
    card = FakeSoundCard()
    speech = Speech(make_card=lambda: card)
    assert speech.can_speak
    speech.say("home", {"ar": "أهلًا وسهلًا بكم", "en": "Welcome", "ur": "خوش آمدید"}[language.value], language)
    assert np.abs(heard(card).astype(int)).max() > 1000
    speech.close()
    assert card.stream.closed.is_set()


def test_a_recording_is_played_in_its_place_at_its_own_pitch(tmp_path: Path) -> None:
    (tmp_path / "ar").mkdir()
    (tmp_path / "ar" / "home.wav").write_bytes(recording(440, 1.0))
    card = FakeSoundCard()
    speech = Speech(tmp_path, lambda: card, NOWHERE)
    assert speech.can_speak
    speech.say("home", "أهلًا", Language.ARABIC)
    assert tone_hz(heard(card, 80)) == pytest.approx(440, abs=3)
    speech.close()


def test_what_is_said_next_interrupts(tmp_path: Path) -> None:
    (tmp_path / "ar").mkdir()
    (tmp_path / "ar" / "home.wav").write_bytes(recording(440, 30.0))
    (tmp_path / "ar" / "office.wav").write_bytes(recording(880, 30.0))
    cards = [FakeSoundCard()]
    speech = Speech(tmp_path, lambda: cards[0], NOWHERE)
    speech.say("home", "", Language.ARABIC)
    assert cards[0].opened.wait(15)
    first = cards[0].stream
    cards[0].opened.clear()
    speech.say("office", "", Language.ARABIC)
    assert first.closed.wait(5)
    assert tone_hz(heard(cards[0], 80)) == pytest.approx(880, abs=3)
    speech.close()


def test_stopped_it_is_silent_at_once_and_no_thread_stays(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "home.wav").write_bytes(recording(440, 30.0))
    card = FakeSoundCard()
    speech = Speech(tmp_path, lambda: card, NOWHERE)
    speech.say("home", "", Language.ENGLISH)
    assert card.opened.wait(15)
    speech.stop()
    assert card.stream.closed.wait(1)
    speech.close()
    assert not any(thread.name == "speech" for thread in threading.enumerate())


def test_without_a_voice_nothing_is_offered() -> None:
    assert not Speech(synthesizer=NOWHERE).can_speak


def test_what_cannot_be_played_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "ar").mkdir()
    (tmp_path / "ar" / "home.opus").write_bytes(b"no sound at all")
    silent = Speech(tmp_path, lambda: FakeSoundCard(DeviceFault.ABSENT), NOWHERE)
    for name in ("home", "office"):  # a file that is none, and no file
        silent.say(name, "أهلًا", Language.ARABIC)
    silent.close()
    absent = Speech(make_card=lambda: FakeSoundCard(DeviceFault.ABSENT))
    absent.say("home", "أهلًا", Language.ARABIC)
    absent.close()


def test_what_is_announced_begins_with_the_notes_on_the_same_loudspeaker(tmp_path: Path) -> None:
    (tmp_path / "ar").mkdir()
    (tmp_path / "ar" / "your_turn.wav").write_bytes(recording(440, 2.0))
    card = FakeSoundCard()
    speech = Speech(tmp_path, lambda: card, NOWHERE)
    speech.announce("your_turn", "", Language.ARABIC)
    whole = heard(card, 160)
    first = round(NOTE_S * SAMPLE_RATE)
    assert tone_hz(whole[:first]) == pytest.approx(NOTES_HZ[0], abs=8)
    assert tone_hz(whole[first : 2 * first]) == pytest.approx(NOTES_HZ[1], abs=8)
    assert tone_hz(whole[4 * first :]) == pytest.approx(440, abs=3)
    speech.close()


def test_without_a_voice_the_notes_are_heard_all_the_same() -> None:
    card = FakeSoundCard()
    speech = Speech(make_card=lambda: card, synthesizer=NOWHERE)
    assert not speech.can_speak
    speech.say("home", "أهلًا", Language.ARABIC)
    speech.announce("number_called", "الرقم", Language.ARABIC)
    assert np.abs(heard(card, 40).astype(int)).max() > 1000
    speech.close()
    assert card.stream.closed.is_set()
