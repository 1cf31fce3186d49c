"""Wires one visitor's process of a kiosk: hidden until the supervisor wants it, gone with its visitor."""

import asyncio
import gc
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from desk_client.bootstrap.briefing import Briefing
from desk_client.bootstrap.desktop import application, give_to_pilot, run, show, shut
from desk_client.bootstrap.figures import measure_lateness, recorder_of
from desk_client.bootstrap.server_line import open_gateway
from desk_client.client.key_sound import KeySound
from desk_client.client.kiosk import KioskClient
from desk_client.client.outbox.box import Outbox
from desk_client.client.outbox.depository import Depository
from desk_client.client.outbox.provisions import Pantry
from desk_client.client.printer import Printer
from desk_client.client.speech import Speech
from desk_client.config.desktop_settings import DesktopSettings
from desk_client.domain.party import Party
from desk_client.ui.bridge import Bridge
from desk_client.ui.kiosk.window import KioskWindow
from desk_client.ui.theme.tokens import Density

if TYPE_CHECKING:
    from desk_client.client.conference import Conference


def run_visitor() -> int:
    """One visitor's process: hidden until the supervisor says ``show``, gone when its input ends. The exit code."""
    _leave_no_core()
    briefing = sys.stdin.readline()
    if not briefing:
        return 0  # there is nobody to be served
    told = Briefing.model_validate_json(briefing)
    settings, credential = told.settings, told.credential
    directory = settings.directory("kiosk")
    app, look = application(settings, Density.KIOSK)

    async def live(ended: asyncio.Event) -> None:
        printer = Printer(settings.printer) if settings.printer else None
        depository = Depository(Outbox(directory.outbox), Pantry(directory.provisions, credential))
        client = KioskClient(
            open_gateway(settings),
            credential,
            lambda: _conference(settings),
            printer,
            scans=settings.scans,
            depository=depository,
        )
        recorder = recorder_of(settings, lambda: client.conference)
        speech = Speech(settings.prompts)
        key_sound = KeySound() if settings.key_sounds and not settings.synthetic else None
        bridge = Bridge(lambda: show_fault())  # noqa: PLW0108 - the window is made after it
        window = KioskWindow(
            look,
            client,
            bridge,
            full_screen=settings.full_screen,
            speech=speech,
            key_sound=key_sound,
            on_painted=recorder.on_painted if recorder else None,
        )
        measure_lateness(window, lambda: client.conference, recorder)
        window.visit_over.connect(lambda: _say("done"))
        window.closed.connect(lambda: _say("closed"))

        def take_the_screen() -> None:
            show(window, settings)
            give_to_pilot(window, "kiosk", lambda: window.page_name, settings)
            gc.freeze()  # what stands now stays: the collector took 60 ms of a page's coming to look through it
            _say("shown")
            window.hall.begin()

        def show_fault() -> None:
            _say("error internal")
            window.show_fault()

        def heed(line: str) -> None:
            word, _, rest = line.partition(" ")
            match word:
                case "show":
                    take_the_screen()
                case "lock":
                    window.hall.lock(ends_visit=rest == "now")
                case "unlock":
                    window.hall.unlock()
                case "called" | "calling":
                    window.hall.hear_called(rest, is_news=word == "calling")
                case "order":
                    window.hall.obey(rest)

        window.hall.said.connect(_say)
        _listen(heed, ended.set)
        _say("warm")
        await ended.wait()
        await shut(window, bridge, client.close)
        speech.close()
        if key_sound is not None:
            key_sound.close()

    return run(app, live)


def _conference(settings: DesktopSettings) -> "Conference":
    from desk_client.bootstrap.talks import conference_of  # noqa: PLC0415 - loaded with the first who is received

    return conference_of(settings, Party.CITIZEN)


def _leave_no_core() -> None:
    """See to it that a crash writes no memory to the disk: a person's data are in it."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - there only

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _say(word: str) -> None:
    """Tell the supervisor; one that has gone ends our input, which ends us."""
    with suppress(BrokenPipeError):
        print(word, flush=True)  # noqa: T201 - the supervisor reads our standard output


def _listen(heed: Callable[[str], None], end: Callable[[], None]) -> None:
    """Hear the supervisor from a thread of its own: not every platform's loop can wait for a pipe."""
    loop = asyncio.get_running_loop()

    def read() -> None:
        with suppress(RuntimeError):  # the loop has ended before our input did
            for line in sys.stdin:
                loop.call_soon_threadsafe(heed, line.strip())
            loop.call_soon_threadsafe(end)

    threading.Thread(target=read, name="supervisor-line", daemon=True).start()
