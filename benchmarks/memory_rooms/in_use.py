"""What a process has in use of its memory, apart from what it holds in reserve: resident memory cannot tell the two."""

import ctypes
import sys
from dataclasses import dataclass
from functools import cache


class _Mallinfo2(ctypes.Structure):
    """`mallinfo2` of glibc 2.33 and later (mallinfo(3)); bytes."""

    _fields_ = [(name, ctypes.c_size_t) for name in (
        "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"
    )]  # fmt: skip

    hblkhd: int
    uordblks: int


@dataclass(frozen=True)
class InUse:
    """Of this process.

    Attributes:
        blocks: of Python's own allocator: each object, and each table, takes at least one; up to 512 bytes each.
        heap_mb: of the C library's, 10⁶ bytes: whatever is larger, and all that codecs and other libraries take.
    """

    blocks: int
    heap_mb: float


def in_use() -> InUse:
    """What is in use now."""
    told = _mallinfo()()
    return InUse(sys.getallocatedblocks(), (told.uordblks + told.hblkhd) / 1e6)


@cache
def _mallinfo() -> "ctypes._FuncPointer":
    function = ctypes.CDLL(None).mallinfo2
    function.restype = _Mallinfo2
    return function
