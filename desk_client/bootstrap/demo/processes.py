"""The programs of the demonstration as processes of their own; whatever was started is ended."""

import asyncio
import logging
import os
import sys
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from desk_client.bootstrap.demo.pilots import DemoFailedError
from desk_client.bootstrap.virtual_screen import NoScreenError, virtual_screen

logger = logging.getLogger(__name__)

_LEAVE_S: Final = 8.0


@dataclass(frozen=True)
class Program:
    """A program that runs, under the name that messages call it by."""

    name: str
    process: asyncio.subprocess.Process
    log: Path | None


class Processes:
    """Starts programs with their output in one log each, and ends them in the opposite order."""

    def __init__(self, logs: Path | None) -> None:
        """``logs`` is the folder of the logs; None lets the programs speak on this terminal."""
        self._logs = logs
        self._programs: list[Program] = []
        self._files: list[IO[bytes]] = []
        self._screens = ExitStack()

    async def start(self, name: str, *arguments: str, environment: Mapping[str, str] | None = None) -> Program:
        """Run ``desk-client`` with these arguments."""
        log = self._logs / f"{name}.log" if self._logs is not None else None
        output: IO[bytes] | None = None
        if log is not None:
            output = log.open("wb")
            self._files.append(output)
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "desk_client",
            *arguments,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=asyncio.subprocess.STDOUT if output is not None else None,
            env={**os.environ, **(environment or {})},
        )
        program = Program(name, process, log)
        self._programs.append(program)
        return program

    def screen(self, width: int, height: int) -> str:
        """A screen in memory, as long as the programs run; its display name."""
        try:
            return self._screens.enter_context(virtual_screen(width, height))
        except NoScreenError as error:
            raise DemoFailedError(str(error)) from error

    def ended(self) -> Program | None:
        """The first program that has ended by itself, if one has."""
        return next((program for program in self._programs if program.process.returncode is not None), None)

    async def first_end(self) -> None:
        """Wait until one of them ends by itself."""
        waits = [asyncio.create_task(program.process.wait()) for program in self._programs]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    async def stop(self) -> None:
        """End them all, the newest first."""
        for program in reversed(self._programs):
            if program.process.returncode is None:
                with suppress(ProcessLookupError):
                    program.process.terminate()
                try:
                    await asyncio.wait_for(program.process.wait(), _LEAVE_S)
                except TimeoutError:
                    logger.warning("%s did not leave when asked", program.name)
                    with suppress(ProcessLookupError):
                        program.process.kill()
                    await program.process.wait()
        for file in self._files:
            file.close()
        self._screens.close()
