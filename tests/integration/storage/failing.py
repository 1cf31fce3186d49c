"""A disk that fails, for the thread that asks for it, or for the process that keeps PostgreSQL's journal."""

import ctypes
import errno
import itertools
import os
import platform
import struct
from multiprocessing.connection import Connection as PipeConnection
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from desk_client.server.continuity.streaming import keep

FAILING: Final = frozenset({10, 11, 14})
"""Which of the waits fail, of those that a keeper of the journal begins with."""


def fail_fsync(_connection: Connection) -> None:
    """Work for a store's writer; from now on fsync and fdatasync answer EIO in its thread.

    By a filter of system calls (seccomp(2)), which stays for as long as the thread does.
    """
    first = {"x86_64": 74, "aarch64": 82}[platform.machine()]
    eio, allow = (0x06, 0, 0, 0x00050005), (0x06, 0, 0, 0x7FFF0000)
    steps = [(0x20, 0, 0, 0), (0x15, 1, 0, first), (0x15, 0, 1, first + 1), eio, allow]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxQ", len(steps), ctypes.addressof(code)))
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.prctl(38, 1, 0, 0, 0) == 0
    assert libc.prctl(22, 2, ctypes.byref(program), 0, 0) == 0


def keep_on_failing_disk(url: str, directory: Path, key: bytes, parent: PipeConnection) -> None:
    """As `keep`, in its process; of its waits for the disk some answer EIO, after the write itself was done."""
    waits = itertools.count()
    wait = os.fsync

    def failing(descriptor: int) -> None:
        wait(descriptor)
        if next(waits) in FAILING:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    os.fsync = failing  # type: ignore[assignment]  # a descriptor is all that it is called with
    keep(url, directory, key, parent)
