"""A path that loses and delays packets of every kind, between two of our ends in one process, the same for one seed."""

import asyncio
import random
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from aioice.ice import StunProtocol
from aioice.stun import Message

Address = tuple[str, int]


class LossyPath:
    """Both ways."""

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


@contextmanager
def between_all_ends(path: LossyPath) -> Iterator[None]:
    """Whatever any end of this process sends takes the path."""

    async def send_data(protocol: StunProtocol, data: bytes, addr: Address) -> None:
        path.send(protocol, data, addr)

    def send_stun(protocol: StunProtocol, message: Message, addr: Address) -> None:
        path.send(protocol, bytes(message), addr)

    with (
        patch.object(StunProtocol, "send_data", send_data),
        patch.object(StunProtocol, "send_stun", send_stun),
    ):
        yield
