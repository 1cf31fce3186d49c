"""Has a document drawn by a process of its own, and believes nothing that it says without looking."""

import asyncio
import json
import logging
import math
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final, TypeVar

from desk_client.client.viewing.drawing import LONGEST_SIDE, TURNS, Drawn, Opened, PageSize, Wanted
from desk_client.client.viewing.limits import ViewLimits
from desk_client.client.viewing.trouble import Trouble
from desk_client.config.confinement import READY, pipes_of, started
from desk_client.domain.attachment_kinds import Kind, kind_of

if TYPE_CHECKING:
    import subprocess

_log = logging.getLogger(__name__)
T = TypeVar("T")
_MODULE: Final = "desk_client.client.viewing.renderer"
_LONGEST_HEAD: Final = 1024 * 1024
_BYTES_A_PIXEL: Final = 4
_USUAL: Final = ViewLimits()


class Reading:
    """One document while it is looked at. Whatever its process does, this one lives on.

    All that it holds lies in memory; `close` lets go of it.
    """

    def __init__(self, limits: ViewLimits = _USUAL, start: Callable[..., "subprocess.Popen[bytes]"] = started) -> None:
        """`start` starts the process, as `config.confinement.started` does."""
        self._data = b""
        self._kind: Kind | None = None
        self._limits = limits
        self._start = start
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="viewing")
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_closed = False
        self._was_slow = False
        self._has_drawn = False

    @property
    def is_closed(self) -> bool:
        """Whether it was let go of."""
        return self._is_closed

    @property
    def process_id(self) -> int | None:
        """Of the process that draws; None while there is none."""
        process = self._process
        return None if process is None else process.pid

    async def prepare(self, media_type: str) -> None:
        """Start the process for a document that is said to be of that kind, while its bytes are still on their way."""
        kind = next((each for each in Kind if each == media_type), None)
        if kind is not None:
            await self._beside(lambda: self._launched(kind))

    async def open(self, data: bytes) -> Opened | Trouble:
        """Find out how many pages there are, and how large."""
        if not data:
            return Trouble.EMPTY
        if len(data) > self._limits.most_bytes:
            return Trouble.TOO_LARGE
        if kind_of(data) is None:
            return Trouble.NOT_SHOWN
        self._data = data
        return await self._beside(self._opened)

    async def draw(self, wanted: Wanted) -> Drawn | Trouble:
        """Draw one page. What goes wrong concerns that page; the next one is drawn by a fresh process."""
        if wanted.turn not in TURNS or not 0 < wanted.width * wanted.height <= self._limits.most_drawn:
            return Trouble.PAGE_TOO_LARGE
        return await self._beside(lambda: self._drawn(wanted))

    def close(self) -> None:
        """End the process and forget the document, at once. Idempotent."""
        with self._lock:
            self._is_closed = True
            if self._process is not None:
                self._process.kill()
        self._thread.shutdown(wait=True)  # what waits there finds the process gone, and ends at once
        self._end()
        self._data = b""

    async def _beside(self, work: Callable[[], T | Trouble]) -> T | Trouble:
        if self._is_closed:
            return Trouble.GAVE_UP
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, work)
        except RuntimeError:  # the thread has ended: closed meanwhile
            return Trouble.GAVE_UP

    # --- in the thread --------------------------------------------------------------------------------------------

    def _opened(self) -> Opened | Trouble:
        """Hand a fresh process the document: the one that was started ahead, where it is of that kind."""
        kind, ahead = kind_of(self._data), self._kind
        self._kind = None
        if kind is None or ((ahead is not kind or self._process is None) and not self._launched(kind)):
            return Trouble.GAVE_UP
        self._kind = None
        if self._process is None:
            return Trouble.GAVE_UP
        _, of = pipes_of(self._process)

        def hand_over() -> dict[str, Any] | None:  # what JSON holds
            if of.read(len(READY)) != READY:
                return {"trouble": Trouble.UNUSABLE}
            self._tell({"size": len(self._data)}, self._data)
            return _head(of.readline(_LONGEST_HEAD))

        said = self._within(self._limits.opened_s, hand_over)
        if said is None:
            return self._gone()
        if "trouble" in said:
            self._end()
            return _trouble(said)
        pages = _sizes(said.get("pages"), self._limits)
        return Trouble.DAMAGED if pages is None else Opened(pages)

    def _launched(self, kind: Kind) -> bool:
        """Start a process that waits for a document of that kind; False where all of it was let go of."""
        self._end()
        with self._lock:
            if not self._is_closed:
                self._process = self._start(_MODULE, kind, json.dumps(asdict(self._limits)))
                self._kind, self._was_slow = kind, False
            return not self._is_closed

    def _drawn(self, wanted: Wanted) -> Drawn | Trouble:
        """Draw; where a process ended that had drawn before, another one is asked once: its time was used up."""
        drawn = self._asked(wanted)
        if drawn is Trouble.GAVE_UP and self._has_drawn:
            self._has_drawn = False
            drawn = self._asked(wanted)
        self._has_drawn = self._has_drawn or isinstance(drawn, Drawn)
        return drawn

    def _asked(self, wanted: Wanted) -> Drawn | Trouble:
        if self._process is None:
            again = self._opened()
            if isinstance(again, Trouble):
                return again
        if self._process is None:
            return Trouble.GAVE_UP
        _, of = pipes_of(self._process)
        size = wanted.width * wanted.height * _BYTES_A_PIXEL

        def ask() -> Drawn | Trouble | None:
            self._tell(asdict(wanted))
            said = _head(of.readline(_LONGEST_HEAD))
            if said is None or "trouble" in said:
                return None if said is None else _trouble(said)
            pixels = of.read(size) if said.get("size") == size else b""
            return Drawn(wanted, pixels) if len(pixels) == size else None

        drawn = self._within(self._limits.drawn_s, ask)
        return self._gone() if drawn is None else drawn

    def _within(self, seconds: float, work: Callable[[], T]) -> T:
        """Do it; the process's life is bounded meanwhile, and reading and writing end with it."""
        timer = threading.Timer(seconds, self._too_slow)
        timer.name = "viewing-limit"
        timer.start()
        try:
            return work()
        finally:
            timer.cancel()
            timer.join()

    def _too_slow(self) -> None:
        with self._lock:
            self._was_slow = True
            if self._process is not None:
                self._process.kill()

    def _tell(self, head: dict[str, object], data: bytes = b"") -> None:
        if self._process is None:
            return
        to, _ = pipes_of(self._process)
        with suppress(OSError):  # it may have ended already: then nothing is read either
            to.write(json.dumps(head).encode() + b"\n")
            to.write(data)
            to.flush()

    def _gone(self) -> Trouble:
        """It has ended, or says what it may not."""
        was_slow = self._was_slow
        ended = self._end()
        if not self._is_closed:
            _log.warning("a process that draws documents ended, with %s", ended)
        return Trouble.TOO_SLOW if was_slow else Trouble.GAVE_UP

    def _end(self) -> int | None:
        """End the process; how it ended."""
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return None
        process.kill()
        for pipe in pipes_of(process):
            with suppress(OSError):
                pipe.close()
        return process.wait()


def _head(line: bytes) -> dict[str, Any] | None:  # what JSON holds
    """One line of the process; None where it is none."""
    try:
        said = json.loads(line)
    except ValueError:
        return None
    return said if isinstance(said, dict) else None


def _trouble(said: dict[str, Any]) -> Trouble:  # as above
    try:
        return Trouble(said["trouble"])
    except ValueError:
        return Trouble.GAVE_UP


def _sizes(said: object, limits: ViewLimits) -> tuple[PageSize | None, ...] | None:
    """The pages' sizes as they may be; None where that is no list of sizes."""
    if not isinstance(said, list) or not 0 < len(said) <= limits.most_pages:
        return None
    sizes: list[PageSize | None] = []
    for each in said:
        if not isinstance(each, list) or [type(side) for side in each] != [float, float]:
            return None
        is_paper = all(math.isfinite(side) and 1 <= side <= LONGEST_SIDE for side in each)
        sizes.append(PageSize(*each) if is_paper else None)
    return tuple(sizes)
