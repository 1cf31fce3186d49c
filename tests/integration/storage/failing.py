"""A disk that fails, for the thread that asks for it."""

import ctypes
import platform
import struct

from sqlalchemy import Connection


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
