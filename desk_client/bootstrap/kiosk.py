"""Wires a kiosk: enrolment where a code is given, then the supervisor with one process for each visitor. No Qt here.

The first of these processes is started before anything else is loaded, and briefed once settings and credential have
been read. Beside the supervisor runs its line to the hall's operator. Where the operator asks for a restart and no
window comes up, the program puts another of itself in its own place.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from desk_client.client.supervisor import BEGIN_ANEW, Supervisor

if TYPE_CHECKING:
    from desk_client.config.desktop_settings import DesktopSettings

_OURSELVES: Final = ("-m", "desk_client", "kiosk")


def run_kiosk(read_settings: "Callable[[], DesktopSettings | None]", enrolment_code: str | None) -> int:
    """Serve visitors until the kiosk is closed or told to end.

    ``read_settings`` answers None once it has said what is wrong with them. The exit code: 1 where the server does not
    take the enrolment code, 2 where the settings are wrong or the kiosk is not enrolled.
    """
    code, environment = asyncio.run(_supervise(read_settings, enrolment_code))
    if code == BEGIN_ANEW:
        everything = {**os.environ, **environment}
        os.execve(sys.executable, (sys.executable, *_OURSELVES), everything)  # noqa: S606 - ourselves, no shell
    return code


async def _supervise(
    read_settings: "Callable[[], DesktopSettings | None]", enrolment_code: str | None
) -> tuple[int, Mapping[str, str]]:
    """The exit code, and the environment for the program that takes our place."""
    async with Supervisor((sys.executable, *_OURSELVES, "--visitor")) as supervisor:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            with suppress(NotImplementedError):
                loop.add_signal_handler(number, supervisor.stop)
        settings = read_settings()
        if settings is None:
            return 2, {}
        from desk_client.bootstrap.briefing import Briefing  # noqa: PLC0415 - while the first window comes up
        from desk_client.bootstrap.enrolment import credential_of  # noqa: PLC0415 - while the first window comes up

        credential = await credential_of(settings, enrolment_code)
        if credential is None:
            return 2 if enrolment_code is None else 1, {}
        supervisor.brief(Briefing(settings=settings, credential=credential).model_dump_json())
        from desk_client.bootstrap.kiosk_errands import Errands  # noqa: PLC0415 - while the first window comes up

        async with Errands(settings, credential, supervisor):
            return await supervisor.run(), settings.environment()
