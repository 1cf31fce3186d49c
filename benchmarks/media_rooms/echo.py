"""Whether anybody hears themselves: our whole chain from the loudspeaker's source to what is sent, in synthetic rooms.

An echo "at -10 dB" reaches the microphone 10 dB weaker than the voice of whoever sits there; targets hold for that one.
Devices' times jitter by 3 ms ("with two clocks": by 10 ms, and one gains 100 ppm on the other).
"""

import time
from dataclasses import dataclass
from typing import Final

import numpy as np

from desk_client.rtc.sound.meter import Samples
from desk_client.rtc.sound.processing import Voice, WebRtcProcessor
from tests.fakes import synthetic_room as room
from tests.fakes.synthetic_room import Devices, Talk, through_the_chain

AIMED_AT: Final = "at -10 dB"
_CASES: Final = {
    "at -4 dB": (-4.0, Devices()),
    AIMED_AT: (-10.0, Devices()),
    "at -16 dB": (-16.0, Devices()),
    "at -10 dB with two clocks": (-10.0, Devices(in_s=0.03, out_s=0.06, jitter_s=0.01, drift=1e-4)),
}


@dataclass(frozen=True)
class Echo:
    """What came of one case, room by room, in dB."""

    erle_db: list[float]
    double_talk_loss_db: list[float]


class Timed(WebRtcProcessor):
    """Counts the processor time that it takes."""

    cpu_s = 0.0
    blocks = 0

    def heard(self, block: Samples, at_s: float) -> Voice:
        """As it does, with a watch."""
        started = time.thread_time()
        voice = super().heard(block, at_s)
        Timed.cpu_s += time.thread_time() - started
        Timed.blocks += 1
        return voice


def echoes(rooms: int) -> dict[str, Echo]:
    """Each case in so many rooms; needs espeak-ng, which speaks."""
    talk = room.talk()
    found = {}
    for case, (echo_db, devices) in _CASES.items():
        echo = found[case] = Echo([], [])
        for seed in range(rooms):
            response = room.impulse_response(seed, 0.001 * (2 + 3 * seed % 11), echo_db)
            together = through_the_chain(talk.far, talk.near, response, Timed, devices)
            alone = through_the_chain(np.zeros_like(talk.far), talk.near, response, Timed, devices)
            echo.erle_db.append(room.erle_db(together, Talk.FAR_ALONE))
            echo.double_talk_loss_db.append(room.double_talk_loss_db(together.sent[Talk.BOTH], alone.sent[Talk.BOTH]))
    return found
