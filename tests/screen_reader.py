"""A program read and worked from outside as a screen reader does: AT-SPI over D-Bus, and nothing else.

The session bus and its accessibility bus are those of Debian's dbus-daemon and at-spi2-core, started here and ended
with all that they start. The interfaces are described in at-spi2-core's `xml/*.xml`; the numbers of the states in
`atspi-constants.h`.
"""

import asyncio
import os
import signal
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from enum import IntEnum
from tempfile import TemporaryDirectory
from typing import Any, Final

from jeepney import DBusAddress, HeaderFields, MessageType, Properties, new_method_call
from jeepney.io.asyncio import DBusRouter, open_dbus_router

_ATSPI: Final = "org.a11y.atspi"
_ROOT: Final = "/org/a11y/atspi/accessible/root"
_ANSWERS_WITHIN_S: Final = 30.0
_ENDS_WITHIN_S: Final = 5.0
_POLL_S: Final = 0.05
_TOLD: Final = frozenset({"heading", "label", "push button", "check box", "radio button", "text", "notification"})
"""The roles of what is read out."""


class State(IntEnum):
    """What something is at the moment, as far as we ask."""

    CHECKED = 4
    FOCUSED = 12
    SENSITIVE = 24
    SHOWING = 25


@contextmanager
def accessibility_bus() -> Iterator[str]:
    """Yield the address of a session bus of its own, where an accessibility bus can be had."""
    with TemporaryDirectory(prefix="majlis-bus-") as folder:
        daemon = subprocess.Popen(
            [
                "dbus-daemon",
                "--session",
                "--nofork",
                "--nopidfile",
                "--print-address=1",
                f"--address=unix:dir={folder}",
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"], "HOME": folder, "XDG_RUNTIME_DIR": folder, "GSETTINGS_BACKEND": "memory"},
            start_new_session=True,  # what it starts belongs to its group, and is ended with it
            text=True,
        )
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip()
        finally:
            os.killpg(daemon.pid, signal.SIGTERM)
            daemon.wait(_ENDS_WITHIN_S)
            daemon.stdout.close()


def readable(bus: str) -> dict[str, str]:
    """The environment of a program that is to be read at this session bus."""
    return {"DBUS_SESSION_BUS_ADDRESS": bus, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}


@dataclass(frozen=True)
class Thing:
    """Something that shows, as the program tells it."""

    at: tuple[str, str]
    """Its program's name on the bus, and its path there."""
    role: str
    name: str
    description: str
    states: frozenset[State]
    can: tuple[str, ...]
    """Its actions."""

    @property
    def is_pressed(self) -> bool:
        """Whether it is there to be pressed."""
        return "Press" in self.can or "Toggle" in self.can

    def __str__(self) -> str:
        """What is read out."""
        states = [
            *(["chosen"] if State.CHECKED in self.states else []),
            *(["not available"] if State.SENSITIVE not in self.states else []),
        ]
        return " — ".join(
            filter(None, (self.role, *(each.replace("\n", " ") for each in (self.name, self.description)), *states))
        )


class ScreenReader:
    """Reads what shows, and presses what is called so; it waits for what has yet to come."""

    def __init__(self, bus: DBusRouter) -> None:
        self._bus = bus

    async def things(self) -> list[Thing]:
        """Everything that shows in any window, in the order in which the program tells it."""
        return [
            thing
            for program in await self._children(("org.a11y.atspi.Registry", _ROOT))
            for window in await self._children(program)
            for thing in await self._below(window)
        ]

    async def nameless(self) -> list[Thing]:
        """What shows and can be pressed or typed into, and has no name."""
        return [each for each in await self.things() if (each.is_pressed or each.role == "text") and not each.name]

    async def heading(self, name: str) -> list[Thing]:
        """Wait until a heading begins so; return what shows with it."""
        return await self.until(lambda each: each.role == "heading" and each.name.startswith(name), f"heading {name}")

    async def find(self, name: str, *, role: str = "", is_whole: bool = False) -> Thing:
        """Wait for what is called so, or begins so, and can be used now."""

        def called(each: Thing) -> bool:
            is_named = each.name == name if is_whole else each.name.startswith(name)
            is_meant = each.role == role if role else each.is_pressed
            return is_named and is_meant and State.SENSITIVE in each.states

        return next(each for each in await self.until(called, name) if called(each))

    async def press(self, name: str, *, is_whole: bool = False) -> Thing:
        """Press it by its own action."""
        thing = await self.find(name, is_whole=is_whole)
        await self.press_this(thing)
        return thing

    async def press_keys(self, keys: str, field: str) -> None:
        """Press one key of a pad after the other, each once the one before has arrived in the field."""
        into = await self.find(field, role="text")
        pad = {each.name: each for each in await self.things() if each.is_pressed}
        for count, key in enumerate(keys, 1):
            await self.press_this(pad[key])
            deadline_s = time.monotonic() + _ANSWERS_WITHIN_S
            while await self._property(into.at, "Text", "CharacterCount") != count:
                assert time.monotonic() < deadline_s, f"key {count} did not arrive in {field!r}"
                await asyncio.sleep(_POLL_S)

    async def press_this(self, thing: Thing) -> None:
        """Press something that was found."""
        number = next(index for index, action in enumerate(thing.can) if action in {"Press", "Toggle"})
        await self._ask(thing.at, "Action", "DoAction", "i", (number,))

    async def write(self, name: str, text: str) -> None:
        """Write into the field that is called so."""
        field = await self.find(name, role="text")
        await self._ask(field.at, "EditableText", "SetTextContents", "s", (text,))

    async def until(self, holds: Callable[[Thing], bool], what: str) -> list[Thing]:
        """Wait until something that shows is as meant; return all that shows."""
        deadline_s = time.monotonic() + _ANSWERS_WITHIN_S
        while True:
            things = await self.things()
            if any(holds(each) for each in things):
                return things
            assert time.monotonic() < deadline_s, f"{what!r} is not there; there are:\n{spelled(things)}"
            await asyncio.sleep(_POLL_S)

    async def _below(self, at: tuple[str, str]) -> list[Thing]:
        """It, and what lies in it; what is hidden hides all that lies in it. As much as can be is asked at once."""
        try:
            low, _high = await self._ask(at, "Accessible", "GetState")
            if not low >> State.SHOWING & 1:
                return []
            thing, children = await asyncio.gather(self._thing(at, low), self._children(at))
        except _GoneError:  # pages are made anew while they are read
            return []
        below = await asyncio.gather(*(self._below(child) for child in children))
        return [thing, *(each for things in below for each in things)]

    async def _thing(self, at: tuple[str, str], states: int) -> Thing:
        role, name, description, count = await asyncio.gather(
            self._ask(at, "Accessible", "GetRoleName"),
            self._property(at, "Accessible", "Name"),
            self._property(at, "Accessible", "Description"),
            self._property(at, "Action", "NActions"),
        )
        can = await asyncio.gather(*(self._ask(at, "Action", "GetName", "i", (index,)) for index in range(count)))
        return Thing(at, role, name, description, frozenset(each for each in State if states >> each & 1), tuple(can))

    async def _children(self, at: tuple[str, str]) -> list[tuple[str, str]]:
        children: list[tuple[str, str]] = await self._ask(at, "Accessible", "GetChildren")
        return children

    async def _ask(
        self, at: tuple[str, str], interface: str, method: str, signature: str = "", body: tuple[Any, ...] = ()
    ) -> Any:
        address = DBusAddress(at[1], at[0], f"{_ATSPI}.{interface}")
        return await self._answer(new_method_call(address, method, signature or None, body))

    async def _property(self, at: tuple[str, str], interface: str, name: str) -> Any:
        _signature, value = await self._answer(Properties(DBusAddress(at[1], at[0], f"{_ATSPI}.{interface}")).get(name))
        return value

    async def _answer(self, message: Any) -> Any:
        reply = await asyncio.wait_for(self._bus.send_and_get_reply(message), _ANSWERS_WITHIN_S)
        if reply.header.message_type is MessageType.error:
            raise _GoneError(reply.header.fields[HeaderFields.error_name])
        return reply.body[0] if reply.body else None


class _GoneError(Exception):
    """What is asked is no longer there."""


@asynccontextmanager
async def screen_reader(bus: str) -> AsyncIterator[ScreenReader]:
    """Listen at a session bus."""
    where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
    async with open_dbus_router(bus) as session:
        (address,) = (await session.send_and_get_reply(new_method_call(where, "GetAddress"))).body
    async with open_dbus_router(address) as router:
        yield ScreenReader(router)


def spelled(things: list[Thing]) -> str:
    """What a page says, line by line."""
    return "\n".join(f"    {each}" for each in things if each.role in _TOLD and each.name)
