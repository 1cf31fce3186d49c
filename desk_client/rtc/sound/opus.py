"""Opus by libopus itself (RFC 6716, RFC 7587): FFmpeg's face of it hides error correction, concealment and silence.

The library is the one that PyAV's wheel brings along, otherwise the system's. A codec belongs to one thread; what may
be set from others says so.
"""

import ctypes
import ctypes.util
import importlib.util
import weakref
from collections.abc import Iterator
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from desk_client.rtc.sound import opus_packet
from desk_client.rtc.sound.card import BLOCK
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples

VOICE_BPS: Final = 32_000
_LEAST_BPS, _MOST_BPS = 6_000, 128_000
_EXPECTED_LOSS: Final = 5
_GRAIN: Final = SAMPLE_RATE // 400
"""2.5 ms: libopus conceals in multiples of it."""
_MOST_PACKET: Final = 1275
_NOTHING_TO_SEND: Final = 2
"""Bytes: a packet as short as this need not be sent (libopus, `opus_encode`)."""

# opus_defines.h; these numbers are part of the library's interface and never change
_OK: Final = 0
_APPLICATION_VOIP: Final = 2048
_SET_BITRATE: Final = 4002
_SET_INBAND_FEC: Final = 4012
_SET_PACKET_LOSS_PERC: Final = 4014
_SET_DTX: Final = 4016
_SET_SIGNAL: Final = 4024
_RESET_STATE: Final = 4028
_SIGNAL_VOICE: Final = 3001


class OpusMissingError(RuntimeError):
    """There is no libopus: neither beside PyAV nor in the system."""


class PayloadFault(Enum):
    """Why a payload cannot be decoded."""

    EMPTY = "empty"
    TOO_LONG = "too long"
    MALFORMED = "malformed"


class VoiceEncoder:
    """Mono speech in packets of 20 ms, each with a coarse copy of the one before once loss is expected.

    Args:
        bitrate_bps: of the whole, its copies included.

    Raises:
        OpusMissingError: see there.
    """

    def __init__(self, bitrate_bps: int = VOICE_BPS) -> None:
        library = _unlocked()
        error = ctypes.c_int()
        handle = library.opus_encoder_create(SAMPLE_RATE, 1, _APPLICATION_VOIP, ctypes.byref(error))
        _require(error.value)
        self._library = library
        self._handle = ctypes.c_void_p(handle)
        self._release = weakref.finalize(self, library.opus_encoder_destroy, self._handle)
        self._packet = ctypes.create_string_buffer(_MOST_PACKET)
        self._wanted = {_SET_BITRATE: bitrate_bps, _SET_PACKET_LOSS_PERC: _EXPECTED_LOSS}
        self._set: dict[int, int] = {}
        for request, value in ((_SET_INBAND_FEC, 1), (_SET_DTX, 1), (_SET_SIGNAL, _SIGNAL_VOICE)):
            self._control(request, value)

    def set_loss(self, percent: float) -> None:
        """How many packets in a hundred the peer misses, from the next block on (any thread)."""
        self._wanted[_SET_PACKET_LOSS_PERC] = min(100, max(0, round(percent)))

    def set_bitrate(self, bps: int) -> None:
        """The rate from the next block on (any thread), kept between 6 and 128 kbit/s."""
        self._wanted[_SET_BITRATE] = min(_MOST_BPS, max(_LEAST_BPS, bps))

    def encode(self, block: Samples) -> bytes | None:
        """The packet of the next 20 ms; None where nothing was said that need be sent (the RTP clock goes on).

        Args:
            block: 960 samples.

        Raises:
            ValueError: it is another number of samples, or the encoder is closed.
        """
        if block.shape != (BLOCK,) or block.dtype != np.int16:
            raise ValueError(f"a block is {BLOCK} samples of 16 bits, not {block.shape} of {block.dtype}")
        self._require_open()
        for request, value in self._wanted.items():
            if self._set.get(request) != value:
                self._control(request, value)
                self._set[request] = value
        sound = np.ascontiguousarray(block)
        size = self._library.opus_encode(self._handle, sound.ctypes.data, BLOCK, self._packet, _MOST_PACKET)
        _require(min(size, _OK))
        return self._packet.raw[:size] if size > _NOTHING_TO_SEND else None

    def reset(self) -> None:
        """Refer to nothing that was encoded before: whoever begins to listen now can follow."""
        self._require_open()
        _require(self._library.opus_encoder_ctl(self._handle, _RESET_STATE))

    def close(self) -> None:
        """Give the memory back; once is enough."""
        self._release()

    def _control(self, request: int, value: int) -> None:
        # the value is a variadic argument: ctypes passes it as such because it stands beyond the declared ones
        _require(self._library.opus_encoder_ctl(self._handle, request, ctypes.c_int32(value)))

    def _require_open(self) -> None:
        if not self._release.alive:
            raise ValueError("this encoder is closed")


class VoiceDecoder:
    """Mono sound from one peer's packets, in their order; a stereo packet is mixed down.

    Whatever the payload, nothing worse happens than a `PayloadFault`.

    Raises:
        OpusMissingError: see there.
    """

    def __init__(self) -> None:
        library = _locked()
        error = ctypes.c_int()
        handle = library.opus_decoder_create(SAMPLE_RATE, 1, ctypes.byref(error))
        _require(error.value)
        self._library = library
        self._handle = ctypes.c_void_p(handle)
        self._release = weakref.finalize(self, library.opus_decoder_destroy, self._handle)
        self._sound: Samples = np.zeros(opus_packet.MOST_SAMPLES, dtype=np.int16)
        self._address = ctypes.c_void_p(self._sound.ctypes.data)

    def decode(self, payload: bytes) -> Samples | PayloadFault:
        """The packet's 2.5 to 120 ms."""
        if (fault := _fault(payload)) is not None:
            return fault
        return self._decoded(payload, opus_packet.MOST_SAMPLES, recover=False)

    def recover(self, next_payload: bytes, length: int) -> Samples | PayloadFault:
        """The lost packet before `next_payload`, from the copy in that; guessed as by `conceal` where there is none.

        Args:
            next_payload: it is decoded by `decode` afterwards.
            length: samples that are missing, a multiple of 120.

        Raises:
            ValueError: the length is none that can be asked for.
        """
        _require_grains(length)
        if (fault := _fault(next_payload)) is not None:
            return fault
        return self._decoded(next_payload, length, recover=True)

    def conceal(self, length: int) -> Samples:
        """A guess at what follows: the last sound, fading, and then the noise of the room.

        Args:
            length: samples, a multiple of 120, 120 ms at the most.

        Raises:
            ValueError: the length is none that can be asked for.
        """
        _require_grains(length)
        sound = self._decoded(None, length, recover=False)
        assert not isinstance(sound, PayloadFault)  # without a payload there is none that could be at fault
        return sound

    def reset(self) -> None:
        """Forget what was heard: what comes next is another stream."""
        self._require_open()
        _require(self._library.opus_decoder_ctl(self._handle, _RESET_STATE))

    def close(self) -> None:
        """Give the memory back; once is enough."""
        self._release()

    def _decoded(self, payload: bytes | None, length: int, *, recover: bool) -> Samples | PayloadFault:
        self._require_open()
        size = 0 if payload is None else len(payload)
        count = self._library.opus_decode(self._handle, payload, size, self._address, length, int(recover))
        return self._sound[:count].copy() if count > 0 else PayloadFault.MALFORMED

    def _require_open(self) -> None:
        if not self._release.alive:
            raise ValueError("this decoder is closed")


def _fault(payload: bytes) -> PayloadFault | None:
    if not payload:
        return PayloadFault.EMPTY
    if len(payload) > opus_packet.MOST_BYTES:
        return PayloadFault.TOO_LONG
    return None if opus_packet.read(payload) is not None else PayloadFault.MALFORMED


def _require_grains(length: int) -> None:
    if not 0 < length <= opus_packet.MOST_SAMPLES or length % _GRAIN:
        raise ValueError(f"{length} samples are no multiple of 2.5 ms up to 120 ms")


def _require(status: int) -> None:
    if status != _OK:
        raise RuntimeError(f"libopus refused what it never should: {status}")


@cache
def _unlocked() -> ctypes.CDLL:
    """For what takes so long that other threads should run meanwhile."""
    return _declared(ctypes.CDLL(library_path()))


@cache
def _locked() -> ctypes.CDLL:
    """For what is over sooner than another thread would give Python's lock back: decoding."""
    return _declared(ctypes.PyDLL(library_path()))


@cache
def library_path() -> str:
    """Where libopus is, or its name for the system's loader.

    Raises:
        OpusMissingError: see there.
    """
    for found in _beside_pyav():
        return str(found)
    name = ctypes.util.find_library("opus")
    if name is None:
        raise OpusMissingError("no libopus: PyAV's wheel did not bring it, and the system has none")
    return name


def _beside_pyav() -> Iterator[Path]:
    """A wheel's libraries bear a hash in their names, and lie where the tool that repaired the wheel put them."""
    spec = importlib.util.find_spec("av")
    if spec is None or spec.origin is None:
        return
    package = Path(spec.origin).parent
    for folder in (package.parent / "av.libs", package / ".dylibs", package, package.parent):
        for found in sorted((*folder.glob("libopus[-.0-9]*"), *folder.glob("opus[-.0-9]*.dll"))):
            if found.is_file():
                yield found


def _declared(library: ctypes.CDLL) -> ctypes.CDLL:
    """With the types of opus.h."""
    pointer, number = ctypes.c_void_p, ctypes.c_int
    library.opus_encoder_create.argtypes = [ctypes.c_int32, number, number, ctypes.POINTER(number)]
    library.opus_encoder_create.restype = pointer
    library.opus_encoder_destroy.argtypes = [pointer]
    library.opus_encoder_destroy.restype = None
    library.opus_encoder_ctl.argtypes = [pointer, number]
    library.opus_encoder_ctl.restype = number
    library.opus_encode.argtypes = [pointer, pointer, number, ctypes.c_char_p, ctypes.c_int32]
    library.opus_encode.restype = ctypes.c_int32
    library.opus_decoder_create.argtypes = [ctypes.c_int32, number, ctypes.POINTER(number)]
    library.opus_decoder_create.restype = pointer
    library.opus_decoder_destroy.argtypes = [pointer]
    library.opus_decoder_destroy.restype = None
    library.opus_decoder_ctl.argtypes = [pointer, number]
    library.opus_decoder_ctl.restype = number
    library.opus_decode.argtypes = [pointer, ctypes.c_char_p, ctypes.c_int32, pointer, number, number]
    library.opus_decode.restype = number
    return library
