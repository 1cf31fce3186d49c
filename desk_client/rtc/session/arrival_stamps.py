"""When a datagram reached this machine: the kernel's own time, however late a busy program takes the datagram.

The sender's estimate lives on the distances between arrivals. Taken when the program gets to them, they tell of a busy
processor as if it were a thin line.
"""

import struct
import sys
import time
from typing import Final

_LAST_PACKETS_TIME: Final = 0x8907
"""SIOCGSTAMPNS (socket(7)): when the packet came that was received last from a socket."""
_TIMESPEC: Final = struct.Struct("@ll")
_LATEST_S: Final = 1.0
"""A datagram that would have waited longer than this has not: a clock was set."""


class Stamped(bytes):
    """A datagram that knows when it arrived, in seconds of the monotonic clock."""

    arrived_s: float


def stamped(data: bytes, file: int) -> bytes:
    """The datagram that was received last from this socket, stamped where the system can tell."""
    came_s = _came_s(file)
    waited_s = None if came_s is None else time.time() - came_s
    if waited_s is None or not 0 <= waited_s < _LATEST_S:
        return data
    with_stamp = Stamped(data)
    with_stamp.arrived_s = time.monotonic() - waited_s
    return with_stamp


def arrived_s(data: bytes) -> float:
    """When a datagram arrived; now, where that is not known."""
    return data.arrived_s if isinstance(data, Stamped) else time.monotonic()


if sys.platform == "linux":
    from fcntl import ioctl

    def _came_s(file: int) -> float | None:
        """By the clock of the day."""
        try:
            seconds, nanoseconds = _TIMESPEC.unpack(ioctl(file, _LAST_PACKETS_TIME, bytes(_TIMESPEC.size)))
        except OSError:  # nothing came yet by this socket, or it is none of datagrams
            return None
        return float(seconds + nanoseconds / 1e9)
else:

    def _came_s(_file: int) -> float | None:
        """Nobody can tell."""
        return None
