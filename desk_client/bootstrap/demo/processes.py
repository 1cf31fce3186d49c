"""The programs of the demonstration as processes of their own; whatever was started is ended."""

import asyncio
import logging
import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from desk_client.bootstrap.demo.pilots import DemoFailedError

logger = logging.getLogger(__name__)

_LEAVE_S: Final = 8.0
_XVFB_S: Final = 15.0


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

    async def start(self, name: str, *arguments: str, environment: Mapping[str, str] | None = None) -> Program:
        """Run ``desk-client`` with these arguments."""
        return await self._start(name, (sys.executable, "-m", "desk_client", *arguments), environment)

    async def screen(self, name: str, width: int, height: int) -> str:
        """A screen that exists in memory only (Xvfb); its display name."""
        xvfb = shutil.which("Xvfb")
        if xvfb is None:
            raise DemoFailedError("there is no screen and no Xvfb: install the package xvfb, or run installer/setup.sh")
        read_end, write_end = os.pipe()
        command = (xvfb, "-displayfd", str(write_end), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp")
        try:
            program = await self._start(name, (*command, "-noreset"), None, pass_fds=(write_end,))
            os.close(write_end)
            write_end = -1
            loop = asyncio.get_running_loop()
            number = await asyncio.wait_for(loop.run_in_executor(None, os.read, read_end, 16), _XVFB_S)
        finally:
            os.close(read_end)
            if write_end >= 0:
                os.close(write_end)
        if not number.strip():
            raise DemoFailedError(f"Xvfb ended with {program.process.returncode}")
        return f":{number.decode().strip()}"

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

    async def _start(
        self,
        name: str,
        command: tuple[str, ...],
        environment: Mapping[str, str] | None,
        pass_fds: tuple[int, ...] = (),
    ) -> Program:
        log = self._logs / f"{name}.log" if self._logs is not None else None
        output: IO[bytes] | None = None
        if log is not None:
            output = log.open("wb")
            self._files.append(output)
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=asyncio.subprocess.STDOUT if output is not None else None,
            env={**os.environ, **(environment or {})},
            pass_fds=pass_fds,
        )
        program = Program(name, process, log)
        self._programs.append(program)
        return program
