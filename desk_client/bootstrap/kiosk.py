"""Wires a kiosk: enrolment where a code is given, then the supervisor with one process for each visitor. No Qt here.

Beside the supervisor runs its line to the hall's operator. Where the operator asks for a restart and no window comes
up, the program puts another of itself in its own place.
"""

import asyncio
import logging
import os
import signal
import sys
from contextlib import AsyncExitStack, suppress
from typing import Final

from desk_client.client.credential import kept_credential
from desk_client.client.supervisor import BEGIN_ANEW, Supervisor
from desk_client.config.desktop_settings import DesktopSettings
from desk_client.config.secrets import Secrets, open_secrets
from desk_client.domain.outcomes import Refusal

logger = logging.getLogger(__name__)

_OURSELVES: Final = ("-m", "desk_client", "kiosk")


def run_kiosk(settings: DesktopSettings, enrolment_code: str | None) -> int:
    """Serve visitors until the kiosk is closed or told to end. The exit code; 2 where it is not enrolled."""
    secrets = open_secrets(settings.directory("kiosk").created().secrets, keep_in=settings.secrets)
    if enrolment_code is not None and not _is_enrolled(settings, secrets, enrolment_code):
        return 1
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


def _is_enrolled(settings: DesktopSettings, secrets: Secrets, code: str) -> bool:
    from desk_client.bootstrap.server_line import open_gateway  # noqa: PLC0415 - once in a kiosk's life
    from desk_client.client.actions.enrol import enrol  # noqa: PLC0415 - once in a kiosk's life

    gateway = open_gateway(settings)
    try:
        kiosk = asyncio.run(enrol(gateway, secrets, code))
    finally:
        gateway.close()
    if isinstance(kiosk, Refusal):
        logger.error("not enrolled: the server says %s", kiosk.code)
        return False
    logger.info("enrolled as kiosk %d of %s", kiosk.number, kiosk.site.name.en)
    return True


async def _supervise(settings: DesktopSettings, credential: str) -> int:
    supervisor = Supervisor((sys.executable, *_OURSELVES, "--visitor"), settings.environment())
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, supervisor.stop)
    async with AsyncExitStack() as beside:

        def begin_errands() -> None:
            from desk_client.bootstrap.kiosk_errands import Errands  # noqa: PLC0415 - while the first window comes up

            beside.push_async_callback(Errands(settings, credential, supervisor).close)

        return await supervisor.run(begin_errands)
