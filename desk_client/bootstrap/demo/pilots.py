"""The driver's end of the pilots (see ``ui/pilot.py``): who is connected, and orders to them."""

import asyncio
import json
import logging
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

logger = logging.getLogger(__name__)

_POLL_S: Final = 0.05
_ANSWER_S: Final = 15.0


class DemoFailedError(Exception):
    """The demonstration did not go as it must; the message says what was expected and what was seen."""


class Pilot:
    """One window, worked from here."""

    def __init__(self, role: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """``role`` is what the window introduced itself as."""
        self.role = role
        self._reader = reader
        self._writer = writer

    async def ask(self, do: str, **more: str) -> Mapping[str, Any]:
        """One order, one answer."""
        self._writer.write(json.dumps({"do": do, **more}).encode() + b"\n")
        try:
            line = await asyncio.wait_for(self._reader.readline(), _ANSWER_S)
        except TimeoutError:
            raise DemoFailedError(f"the {self.role} window did not answer {do} {more}: see its log") from None
        if not line:
            raise DemoFailedError(f"the {self.role} window went away at {do} {more}")
        answer: Mapping[str, Any] = json.loads(line)
        return answer

    async def until(self, do: str, *, within_s: float = 15.0, **more: str) -> Mapping[str, Any]:
        """Repeat an order until it can be carried out."""
        deadline_s = time.monotonic() + within_s
        while True:
            answer = await self.ask(do, **more)
            if answer["ok"]:
                return answer
            if time.monotonic() > deadline_s:
                page = (await self.ask("page")).get("page")
                raise DemoFailedError(
                    f"{self.role}, page {page!r}: could not {do} {more} within {within_s:g} s: {answer.get('why')}"
                )
            await asyncio.sleep(_POLL_S)

    async def page(self, name: str, *, within_s: float = 15.0) -> None:
        """Wait until that page shows."""
        deadline_s = time.monotonic() + within_s
        while (seen := (await self.ask("page"))["page"]) != name:
            if time.monotonic() > deadline_s:
                raise DemoFailedError(
                    f"{self.role}: waited {within_s:g} s for page {name!r}, still on {seen!r}{await self._said()}"
                )
            await asyncio.sleep(_POLL_S)

    async def _said(self) -> str:
        """What the page says of why it stays, where it does."""
        notice = await self.ask("find", name="notice")
        return f", which says {notice['text']!r}" if notice["ok"] else ""

    async def tap(self, name: str, *, within_s: float = 15.0) -> Mapping[str, Any]:
        """Touch what bears that object name, once it can be touched and rests: a finger follows nothing that moves."""
        place = None
        while (seen := await self.until("find", name=name, within_s=within_s))["place"] != place:
            place = seen["place"]
            await asyncio.sleep(_POLL_S)
        touched = await self.until("touch", name=name, within_s=within_s)
        await asyncio.sleep(_POLL_S)
        await self.ask("lift")
        return touched

    async def type(self, text: str) -> None:
        """Type into what has the focus."""
        await self.until("type", text=text)

    async def picture(self, path: Path) -> None:
        """Take a picture of what the screen shows of the window."""
        answer = await self.ask("picture", path=str(path))
        if not answer["ok"]:
            raise DemoFailedError(f"no picture of the {self.role} window: {answer.get('why')}")


class Pilots:
    """Listens for windows; a kiosk's next visitor process takes the place of the one before."""

    def __init__(self) -> None:
        """Nobody yet."""
        self._newest: dict[str, Pilot] = {}
        self._writers: list[asyncio.StreamWriter] = []
        self._arrived = asyncio.Condition()
        self._server: asyncio.Server | None = None

    async def listen(self, path: Path) -> None:
        """Wait at a Unix socket; its folder must be ours alone."""
        self._server = await asyncio.start_unix_server(self._greet, str(path))

    async def of(self, role: str, *, after: Pilot | None = None, within_s: float = 60.0) -> Pilot:
        """The window of that role; a later one than ``after``."""
        async with self._arrived:
            try:
                await asyncio.wait_for(
                    self._arrived.wait_for(lambda: self._newest.get(role) not in {None, after}), within_s
                )
            except TimeoutError:
                raise DemoFailedError(f"no {role} window came up within {within_s:g} s") from None
            return self._newest[role]

    async def close(self) -> None:
        """Listen no more."""
        for writer in self._writers:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()

    async def _greet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        introduction = json.loads(await reader.readline())
        async with self._arrived:
            self._newest[introduction["role"]] = Pilot(introduction["role"], reader, writer)
            self._writers.append(writer)
            self._arrived.notify_all()
