"""A kiosk's supervisor: one process for each visitor, its successor warmed up behind it.

Ending the process is what empties memory. The supervisor speaks with each visitor process in single words over its
standard input and output, and knows neither windows nor visitors:

    visitor → supervisor   ``warm`` loaded and hidden · ``shown`` on the screen · ``done`` the visitor has left ·
                           ``closed`` the operator ended the kiosk
    supervisor → visitor   first of all the briefing, one line of JSON · ``show`` take the screen · end of input: go

Between them pass, besides, what concerns the hall's operator; the supervisor only carries it (`hall_link`):

    visitor → supervisor   ``now ACTIVITY`` · ``checked camera,network`` these do not serve · ``error CODE``
    supervisor → visitor   ``lock`` close once the visit is over · ``lock now`` · ``unlock`` · ``order {json}`` ·
                           ``called {json}`` the numbers that are called in the hall now · ``calling {json}`` the same,
                           some of them just now
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final, Self

logger = logging.getLogger(__name__)

_LEAVE_S: Final = 5.0
_CRASH_FIRST_WAIT_S: Final = 0.2
_CRASH_MOST_WAIT_S: Final = 10.0
_STEADY_S: Final = 30.0
BEGIN_ANEW: Final = 75
"""The exit code of a kiosk that wants to be started again (EX_TEMPFAIL of sysexits.h)."""


@dataclass(eq=False)
class _Visitor:
    process: asyncio.subprocess.Process
    born_s: float
    said: set[str] = field(default_factory=set)
    reader: asyncio.Task[None] | None = None


class Supervisor:
    """Keeps one visitor process on the screen and one warm behind it, until ``closed`` or :meth:`stop`."""

    def __init__(self, command: Sequence[str]) -> None:
        """``command`` starts one visitor process."""
        self._command = tuple(command)
        self._briefing: str | None = None
        self._news: asyncio.Queue[tuple[_Visitor, str]] = asyncio.Queue()
        self._front: _Visitor | None = None
        self._spare: _Visitor | None = None
        self._former: _Visitor | None = None
        self._leaving: set[asyncio.Task[None]] = set()
        self.on_said: Callable[[str], None] = lambda _line: None
        """Told each line of the process that has the screen, and ``crashed`` where that ended by itself."""
        self._exit_code = 0
        self._crash_wait_s = 0.0
        self.standing: str | None = None
        """What each process is told before it takes the screen."""
        self.visits = 0
        """How many visitor processes have had the screen."""

    async def __aenter__(self) -> Self:
        """Start the first process: it loads while its kiosk is still finding out what to tell it."""
        self._front = await self._spawn()
        return self

    async def __aexit__(self, *_: object) -> None:
        """End every process that was started."""
        for remaining in (self._former, self._front, self._spare):
            if remaining is not None:
                self._dismiss(remaining)
        await asyncio.gather(*self._leaving, return_exceptions=True)

    def brief(self, line: str) -> None:
        """Tell the process that was started, and each that will be, who and where it is."""
        self._briefing = line
        if self._front is not None:
            self._tell(self._front, line)

    async def run(self) -> int:
        """Serve visitors until the kiosk is closed; the exit code."""
        while True:
            visitor, word = await self._news.get()
            if word == "closed":
                return self._exit_code
            await self._hear(visitor, word)

    def stop(self) -> None:
        """End the kiosk (a signal arrived)."""
        if self._front is not None:
            self._news.put_nowait((self._front, "closed"))

    def tell(self, line: str) -> bool:
        """Say something to the process that has the screen; False where none has."""
        front = self._front
        if front is None or "shown" not in front.said:
            return False
        self._tell(front, line)
        return True

    def restart(self) -> None:
        """Put a fresh process on the screen in place of the one that has it, and another behind it."""
        if self._front is not None:
            self._news.put_nowait((self._front, "restart"))

    def begin_anew(self) -> None:
        """End everything; `run` returns BEGIN_ANEW."""
        self._exit_code = BEGIN_ANEW
        self.stop()

    async def _hear(self, visitor: _Visitor, word: str) -> None:
        visitor.said.add(word.partition(" ")[0])
        match word:
            case "warm" if visitor is self._front:
                self._show(visitor)
            case "shown" if visitor is self._front:
                self.visits += 1
                self._dismiss_former()
                if self._spare is None:
                    self._spare = await self._spawn()
                self.on_said(word)
            case "shown":
                logger.warning("a visitor process took the screen unasked")
            case "done" if visitor is self._front:
                await self._next_visitor(after=visitor)
            case "gone":
                await self._replace(visitor)
            case "restart":
                await self._renew()
            case _ if visitor is self._front:
                self.on_said(word)
            case _:
                return

    async def _renew(self) -> None:
        """Nothing that runs is trusted any more, the process that was warmed up neither."""
        if self._spare is not None:
            self._dismiss(self._spare)
            self._spare = None
        if self._front is not None:
            await self._next_visitor(after=self._front)

    async def _next_visitor(self, *, after: _Visitor) -> None:
        """The spare takes the screen before the former process goes: the hall never sees an empty screen."""
        self._dismiss_former()
        self._former = after
        self._front, self._spare = self._spare or await self._spawn(), None
        if "warm" in self._front.said:
            self._show(self._front)

    async def _replace(self, visitor: _Visitor) -> None:
        """A process ended by itself: the next takes its place, later and later if that goes on."""
        if visitor not in (self._front, self._spare):
            return
        logger.error("a visitor process ended with %s", visitor.process.returncode)
        steady = asyncio.get_running_loop().time() - visitor.born_s > _STEADY_S
        self._crash_wait_s = (
            0.0 if steady else min(max(self._crash_wait_s * 2, _CRASH_FIRST_WAIT_S), _CRASH_MOST_WAIT_S)
        )
        if visitor is self._front:
            self.on_said("crashed")
            await asyncio.sleep(0 if self._spare is not None else self._crash_wait_s)
            await self._next_visitor(after=visitor)
        else:
            await asyncio.sleep(self._crash_wait_s)
            self._spare = await self._spawn()

    async def _spawn(self) -> _Visitor:
        process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        visitor = _Visitor(process, asyncio.get_running_loop().time())
        if self._briefing is not None:
            self._tell(visitor, self._briefing)
        visitor.reader = asyncio.create_task(self._listen(visitor), name=f"visitor-{process.pid}")
        return visitor

    async def _listen(self, visitor: _Visitor) -> None:
        assert visitor.process.stdout is not None
        while line := await visitor.process.stdout.readline():
            self._news.put_nowait((visitor, line.decode(errors="replace").strip()))
        await visitor.process.wait()
        self._news.put_nowait((visitor, "gone"))

    def _show(self, visitor: _Visitor) -> None:
        if self.standing is not None:
            self._tell(visitor, self.standing)
        self._tell(visitor, "show")

    def _tell(self, visitor: _Visitor, word: str) -> None:
        assert visitor.process.stdin is not None
        with suppress(OSError):  # it has just died: its reader says so
            visitor.process.stdin.write(f"{word}\n".encode())

    def _dismiss_former(self) -> None:
        if self._former is not None:
            self._dismiss(self._former)
            self._former = None

    def _dismiss(self, visitor: _Visitor) -> None:
        """Let a process go, and end it if it stays."""
        task = asyncio.create_task(_see_out(visitor), name=f"dismiss-{visitor.process.pid}")
        self._leaving.add(task)
        task.add_done_callback(self._leaving.discard)


async def _see_out(visitor: _Visitor) -> None:
    """Close its input; if it has not gone in time, end it."""
    if visitor.process.stdin is not None:
        visitor.process.stdin.close()
    try:
        await asyncio.wait_for(visitor.process.wait(), _LEAVE_S)
    except TimeoutError:
        logger.warning("visitor process %d did not leave by itself", visitor.process.pid)
        with suppress(ProcessLookupError):
            visitor.process.kill()
        await visitor.process.wait()
    if visitor.reader is not None:
        await visitor.reader
