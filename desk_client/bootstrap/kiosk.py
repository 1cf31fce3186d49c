"""Wires a kiosk: enrolment where a code is given, then the supervisor with one process for each visitor. No Qt here.

Beside the supervisor runs its line to the hall's operator. Where the operator asks for a restart and no window comes
up, the program puts another of itself in its own place.
"""

import asyncio
import logging
import os
import signal
import sys
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from desk_client.bootstrap.server_line import open_gateway
from desk_client.client.actions.enrol import enrol, kept_credential
from desk_client.client.hall_link import HallLink
from desk_client.client.outbox.box import Outbox
from desk_client.client.outbox.courier import Courier
from desk_client.client.outbox.provisions import Pantry
from desk_client.client.printer import Printer
from desk_client.client.supervisor import BEGIN_ANEW, Supervisor
from desk_client.config.desktop_settings import DesktopSettings
from desk_client.config.secrets import open_secrets
from desk_client.domain.outcomes import Refusal

logger = logging.getLogger(__name__)

_OURSELVES: Final = ("-m", "desk_client", "kiosk")


def run_kiosk(settings: DesktopSettings, enrolment_code: str | None) -> int:
    """Serve visitors until the kiosk is closed or told to end. The exit code; 2 where it is not enrolled."""
    secrets = open_secrets(settings.directory("kiosk").created().secrets, keep_in=settings.secrets)
    if enrolment_code is not None:
        gateway = open_gateway(settings)
        try:
            kiosk = asyncio.run(enrol(gateway, secrets, enrolment_code))
        finally:
            gateway.close()
        if isinstance(kiosk, Refusal):
            logger.error("not enrolled: the server says %s", kiosk.code)
            return 1
        logger.info("enrolled as kiosk %d of %s", kiosk.number, kiosk.site.name.en)
    credential = kept_credential(secrets, settings.server_url)
    if credential is None:
        logger.error(
            "this kiosk is not enrolled: ask an administrator for a code (desk-client admin enrol-kiosk) "
            "and start once with --enrol CODE"
        )
        return 2
    code = asyncio.run(_supervise(settings, credential))
    if code == BEGIN_ANEW:
        environment = {**os.environ, **settings.environment()}
        os.execve(sys.executable, (sys.executable, *_OURSELVES), environment)  # noqa: S606 - ourselves, no shell
    return code


async def _supervise(settings: DesktopSettings, credential: str) -> int:
    supervisor = Supervisor(
        (sys.executable, *_OURSELVES, "--visitor"),
        settings.environment(),
        on_said=lambda line: link.hear(line),  # noqa: PLW0108 - the link is made after it
    )
    gateway = open_gateway(settings)
    printer = Printer(settings.printer) if settings.printer else None
    directory = settings.directory("kiosk")
    outbox = Outbox(directory.outbox)
    link = HallLink(gateway, credential, supervisor, program=_version(), outbox=outbox, printer=printer)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, supervisor.stop)
    courier = Courier(gateway, credential, outbox, Pantry(directory.provisions))
    errands = [asyncio.create_task(link.run(), name="hall-link"), asyncio.create_task(courier.run(), name="courier")]
    errands[-1].add_done_callback(_tell_of_fault)
    try:
        return await supervisor.run()
    finally:
        for errand in errands:
            errand.cancel()
        await asyncio.gather(*errands, return_exceptions=True)
        gateway.close()
        if printer is not None:
            printer.close()


def _version() -> str:
    try:
        return version("desk-client")
    except PackageNotFoundError:
        return ""


def _tell_of_fault(errand: asyncio.Task[None]) -> None:
    """A courier that has failed is no reason to serve nobody, but one to be told of."""
    if not errand.cancelled() and (fault := errand.exception()) is not None:
        logger.error("what was left at this kiosk is not handed in any more", exc_info=fault)
