"""A hall with one kiosk: a real server, a screen in memory, and the kiosk as it is in service."""

import asyncio
import json
import os
import re
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from desk_client.bootstrap.demo.pilots import DemoFailedError, Pilot, Pilots
from desk_client.bootstrap.demo.processes import Processes, Program
from desk_client.bootstrap.demo.sample import Citizen, Sample, prepare
from desk_client.client.actions.enrol import enrol
from desk_client.client.gateway import Gateway
from desk_client.config.paths import DataDirectory
from desk_client.config.secrets import open_secrets
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.version import VersionAnswer

SCREEN: Final = (1920, 1080)
_POLL_S: Final = 0.1
_SERVER_S: Final = 60.0
_CODE: Final = re.compile(r"(?<![0-9])[0-9]{6}(?![0-9])")


@dataclass(frozen=True)
class Hall:
    """What stands in it, and where windows meet their driver."""

    processes: Processes
    pilots: Pilots
    environment: Mapping[str, str]
    sample: Sample
    kiosk_s: Path
    """The folder that holds everything the kiosk may write to: its data, its home, its temporary files, its log."""
    scans: Path
    """Where a scanner at the kiosk writes to."""

    async def start_kiosk(self, *, after: Pilot | None = None) -> tuple[Program, Pilot, float]:
        """Start an enrolled kiosk: its supervisor, its first window, and the seconds until that can be touched."""
        began_s = time.monotonic()
        kiosk = await self.processes.start("kiosk", "kiosk", environment=self.environment)
        pilot = await self.pilots.of("kiosk", after=after)
        await pilot.until("find", name="book")
        return kiosk, pilot, time.monotonic() - began_s

    async def set_pin(self, pin: str) -> None:
        """Give the kiosk's hall its operator's PIN, from the command line, while the server runs."""
        command = ("admin", "--data-dir", str(self.sample.directory.root), "set-kiosk-pin", self.sample.site_id)
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "desk_client", *command),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            env={**os.environ, "DESK_SERVER_SECRETS": "file"},
        )
        await process.communicate(f"{pin}\n".encode())
        if process.returncode != 0:
            raise DemoFailedError("the hall's PIN could not be set")


@asynccontextmanager
async def hall(*, has_guests: bool = False) -> AsyncIterator[Hall]:
    """Build it, with a kiosk that is enrolled and not started; everything ends with the block.

    With guests, browsers reach the server as well.
    """
    with TemporaryDirectory(prefix="majlis-ui-") as folder:
        work = Path(folder)
        kiosk_s = work / "kiosk"
        for each in ("data", "home", "temporary"):
            (kiosk_s / each).mkdir(parents=True)
        scans = work / "scans"
        scans.mkdir()
        processes, pilots = Processes(kiosk_s), Pilots()
        try:
            sample = await asyncio.to_thread(prepare, work / "server")
            url = f"http://127.0.0.1:{sample.port}"
            port, data = str(sample.port), str(sample.directory.root)
            await processes.start(
                "server",
                *("server", "--port", port, "--data-dir", data, "--sms", "file"),
                environment={"DESK_SERVER_SECRETS": "file", **({"DESK_SERVER_PUBLIC_URL": url} if has_guests else {})},
            )
            await _enrolled(url, kiosk_s / "data", sample.enrolment_code)
            environment = {
                "DESK_CLIENT_SERVER_URL": url,
                "DESK_CLIENT_SECRETS": "file",
                "DESK_CLIENT_DATA_DIR": str(kiosk_s / "data"),
                "HOME": str(kiosk_s / "home"),
                "TMPDIR": str(kiosk_s / "temporary"),
                "DESK_CLIENT_SCANS": str(scans),
                "DESK_CLIENT_FULL_SCREEN": "true",
                "DESK_CLIENT_SYNTHETIC": "true",
                "DESK_CLIENT_PILOT": str(work / "pilots"),
                "DISPLAY": await asyncio.to_thread(processes.screen, *SCREEN),
                "QT_QPA_PLATFORM": "xcb",
            }
            await pilots.listen(work / "pilots")
            yield Hall(processes, pilots, environment, sample, kiosk_s, scans)
        finally:
            await pilots.close()
            await processes.stop()


async def code_for(sample: Sample, citizen: Citizen, already: int = 0) -> str:
    """The code that was sent to somebody's mobile, once it was, after so many messages to anybody."""
    log = sample.directory.sms_log
    while True:
        for line in log.read_text().splitlines()[already:] if log.exists() else ():
            message = json.loads(line)
            code = _CODE.search(message["text"])
            if message["to"] == citizen.mobile and code:
                return code.group()
        await asyncio.sleep(_POLL_S)


async def _enrolled(url: str, folder: Path, code: str) -> None:
    """Give the terminal in this folder its credential, once the server answers."""
    gateway = Gateway(url)
    secrets = open_secrets(DataDirectory(folder).created().secrets, keep_in="file")
    try:
        for _ in range(round(_SERVER_S / _POLL_S)):
            if not isinstance(await gateway.ask("GET", "/v1/version", VersionAnswer), Refusal):
                break
            await asyncio.sleep(_POLL_S)
        kiosk = await enrol(gateway, secrets, code)
    finally:
        gateway.close()
    if isinstance(kiosk, Refusal):
        raise DemoFailedError(f"the kiosk could not be enrolled: {kiosk.code}")
