"""Passwords by argon2id, with t=2, 19 MiB and p=1 (OWASP's second choice), in a small pool of threads.

A check takes 20 ms and 19 MiB; the pool bounds what a crowd at the door may use. Unknown names cost the same as known
ones, so that the time of an answer tells nothing.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER: Final = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


@cache
def _nobodys() -> str:
    """What an unknown name's password is compared with; there before the first comes, and one for each process."""
    return _HASHER.hash("a password that nobody has")


class Passwords:
    """Hashes and checks; owns its threads."""

    def __init__(self, *, threads: int = 2) -> None:
        """`threads` checks may run at one time; the others wait."""
        self._hasher = _HASHER
        self._pool = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="passwords")
        self._nobodys = _nobodys()

    def hash(self, password: str) -> str:
        """What the store keeps."""
        return self._hasher.hash(password)

    async def hashed(self, password: str) -> str:
        """`hash` in the pool."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, self.hash, password)

    def check(self, password: str, stored: str | None) -> bool:
        """Whether the password is the right one; None stands for an unknown name and is never right."""
        try:
            self._hasher.verify(self._nobodys if stored is None else stored, password)
        except (VerificationError, InvalidHashError):
            return False
        return stored is not None

    async def checked(self, password: str, stored: str | None) -> bool:
        """`check` in the pool."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, self.check, password, stored)

    def close(self) -> None:
        """End the threads."""
        self._pool.shutdown()
