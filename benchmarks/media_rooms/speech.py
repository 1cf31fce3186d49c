"""Speech, and how far off it is when it has been on its way: by its spectrum, and by PESQ where that is installed."""

import importlib
import importlib.util
import io
import subprocess
import wave
from typing import Final

import numpy as np
import numpy.typing as npt

from desk_client.rtc.sound.card import BLOCK
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples

SENTENCE: Final = (
    "السلام عليكم ورحمة الله وبركاته. أهلا وسهلا بكم في مجلس سمو الأمير. نسأل الله أن تكونوا بخير وعافية، "
    "ونحن هنا لنسمع منكم ونخدمكم في كل ما تحتاجون إليه. تفضلوا بعرض طلبكم، وسنرد عليكم في أقرب وقت إن شاء الله."
)
SPOKEN_DBFS: Final = -45.0
"""A block as loud as this or louder is speech."""
WORST_PESQ: Final = 1.0
"""Of the wide-band scale, which ends at 4.64."""
_FLOOR: Final = 10.0 ** (-83 / 10)
"""Of full scale, per bin. It sets the scale: silence in a packet's place is then as far off as it was once measured."""
_LOW_HZ: Final = 100
_HIGH_HZ: Final = 8000


def spoken(seconds: float) -> Samples:
    """Arabic at 48 kHz, with pauses of faint noise."""
    said = subprocess.run(
        ["espeak-ng", "-v", "ar", "-s", "140", "--stdout", SENTENCE], check=True, capture_output=True
    ).stdout
    with wave.open(io.BytesIO(said)) as file:
        rate = file.getframerate()
        voice = np.frombuffer(file.readframes(file.getnframes()), np.int16).astype(np.float64)
    length = round(voice.size * SAMPLE_RATE / rate)
    spectrum = np.zeros(length // 2 + 1, dtype=np.complex128)
    found = np.fft.rfft(voice)
    spectrum[: found.size] = found[: spectrum.size]
    sentence = np.fft.irfft(spectrum, length) * (length / voice.size)
    again = np.concatenate((sentence, np.zeros(SAMPLE_RATE)))
    talk = np.tile(again, -(-round(seconds * SAMPLE_RATE) // again.size))[
        : round(seconds * SAMPLE_RATE) // BLOCK * BLOCK
    ]
    noise = np.random.default_rng(1).normal(0, 8, talk.size)
    return np.clip(np.rint(0.7 * talk + noise), -32768, 32767).astype(np.int16)


def distance_db(one: npt.NDArray[np.number], other: npt.NDArray[np.number]) -> float:
    """Log-spectral distance of two blocks of the same length, between 0.1 and 8 kHz."""
    return float(np.sqrt(np.mean(np.square(_spectrum_db(one) - _spectrum_db(other)))))


def _spectrum_db(frame: npt.NDArray[np.number]) -> npt.NDArray[np.float64]:
    windowed = frame / 32768 * np.hanning(frame.size)
    power = np.square(np.abs(np.fft.rfft(windowed) / (frame.size / 4)))
    bins = np.fft.rfftfreq(frame.size, 1 / SAMPLE_RATE)
    chosen = power[(bins >= _LOW_HZ) & (bins <= _HIGH_HZ)]
    found: npt.NDArray[np.float64] = 10 * np.log10(np.maximum(chosen, _FLOOR))
    return found


def has_pesq() -> bool:
    """Whether it is installed (the package `pesq`, which nothing else needs)."""
    return importlib.util.find_spec("pesq") is not None


def pesq(original: Samples, heard: Samples) -> float:
    """Wide-band PESQ (ITU-T P.862.2), a mean opinion score from 1 to 4.64; 1 where it finds no speech at all."""
    library = importlib.import_module("pesq")
    if not heard.any():
        return WORST_PESQ  # it stumbles over nothing at all
    try:
        return float(library.pesq(16_000, _at_16_khz(original), _at_16_khz(heard), "wb"))
    except library.NoUtterancesError:
        return WORST_PESQ


def _at_16_khz(sound: Samples) -> Samples:
    spectrum = np.fft.rfft(sound.astype(np.float64))
    size = sound.size // 3
    return np.rint(np.fft.irfft(spectrum[: size // 2 + 1], size) / 3).astype(np.int16)
