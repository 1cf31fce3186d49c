"""How soon one sees the other, on a path that loses one packet in ten: STUN, handshake and media alike.

    python benchmarks/set_up.py [--runs N] [--loss 0.1] [--delay-ms 0]

Two of our ends in one process, over loopback; what is lost is drawn from the run's number, so that it can be repeated.
From the offer asked for to the first picture at both ends. The last line is one JSON object.
"""

import argparse
import asyncio
import json
import random
import sys
import time
from pathlib import Path
from unittest.mock import patch

from aioice.ice import StunProtocol
from aioice.stun import Message

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.server_rooms.figures import figure, percentile
from tests.fakes.call_end import CallEnd, negotiate

_TARGET_MS = 700.0

Address = tuple[str, int]


class LossyPath:
    """Between the two ends, both ways."""

    def __init__(self, seed: int, loss: float, delay_s: float) -> None:
        self._random = random.Random(seed)  # noqa: S311 - repeatable chance, no secret
        self._loss = loss
        self._delay_s = delay_s

    def send(self, protocol: StunProtocol, data: bytes, addr: Address) -> None:
        """Let a packet through, later, or not at all."""
        if self._random.random() < self._loss:
            return
        if self._delay_s:
            asyncio.get_running_loop().call_later(self._delay_s, self._arrive, protocol, data, addr)
        else:
            self._arrive(protocol, data, addr)

    @staticmethod
    def _arrive(protocol: StunProtocol, data: bytes, addr: Address) -> None:
        if not protocol.transport.is_closing():
            protocol.transport.sendto(data, addr)


def set_up_ms(path: LossyPath) -> float:
    async def send_data(protocol: StunProtocol, data: bytes, addr: Address) -> None:
        path.send(protocol, data, addr)

    def send_stun(protocol: StunProtocol, message: Message, addr: Address) -> None:
        path.send(protocol, bytes(message), addr)

    with (
        patch.object(StunProtocol, "send_data", send_data),
        patch.object(StunProtocol, "send_stun", send_stun),
        CallEnd(1) as one,
        CallEnd(2) as other,
    ):
        began = time.perf_counter()
        negotiate(one, other, 1)
        return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--loss", type=float, default=0.1)
    parser.add_argument("--delay-ms", type=float, default=0.0, help="one way")
    asked = parser.parse_args()
    took = [set_up_ms(LossyPath(run, asked.loss, asked.delay_ms / 1000)) for run in range(asked.runs)]
    median, p95 = percentile(took, 0.5), percentile(took, 0.95)
    print(
        f"{asked.runs} set-ups at {asked.loss:.0%} loss: median {median:.0f} ms, p95 {p95:.0f}, worst {max(took):.0f}"
    )
    print(json.dumps({"set_up_p95": figure(p95, f"ms at {asked.loss:.0%} loss", most=_TARGET_MS)}))
