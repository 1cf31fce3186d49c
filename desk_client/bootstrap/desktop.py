"""Wires the two desktop programs: the desk, and one visitor's process of a kiosk.

Steps of both: the application and its look → the client (gateway, conference) → the bridge → the window → the loop,
until the window has ended → everything closed in the opposite order.
"""

import asyncio
import logging
import signal
import sys
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final

import qasync
from PySide6.QtWidgets import QApplication, QWidget

from desk_client.bootstrap.broken_engine import broken
from desk_client.bootstrap.media import CAMERA_SIZE, SOURCE, STAND_IN_SIZE, TONE_HZ
from desk_client.bootstrap.server_line import open_gateway
from desk_client.client.actions.enrol import kept_credential
from desk_client.client.call_recorder import CallRecorder
from desk_client.client.calls import CallRunner
from desk_client.client.chime import Chime
from desk_client.client.conference import Conference
from desk_client.client.desk import DeskClient
from desk_client.client.kiosk import KioskClient
from desk_client.client.printer import Printer
from desk_client.config.desktop_settings import DesktopSettings
from desk_client.config.secrets import open_secrets
from desk_client.domain.party import Party
from desk_client.i18n.language import Language
from desk_client.rtc.engine import Engine
from desk_client.rtc.port import MediaChoice
from desk_client.ui.bridge import Bridge
from desk_client.ui.desk.window import DeskWindow
from desk_client.ui.kiosk.window import KioskWindow
from desk_client.ui.lateness import LatenessProbe
from desk_client.ui.pilot import Pilot
from desk_client.ui.theme.appearance import Appearance, Look
from desk_client.ui.theme.tokens import Density, Theme

logger = logging.getLogger(__name__)

_THEMES: Final = {"light": Theme.LIGHT, "dark": Theme.DARK, "high_contrast": Theme.HIGH_CONTRAST}

End = Callable[[], None]


def run_desk(settings: DesktopSettings) -> int:
    """The official's program, until its window is closed. The exit code."""
    app, look = _application(settings, Density.DESK)

    async def live(ended: asyncio.Event) -> None:
        conference = _conference(settings, Party.OFFICIAL)
        client = DeskClient(open_gateway(settings), conference)
        recorder = _recorder(settings, conference)
        bridge = Bridge(lambda: window.show_fault())  # noqa: PLW0108 - the window is made after it
        chime = Chime()
        window = DeskWindow(
            look, client, bridge, on_painted=recorder.on_painted if recorder else None, chime=chime.play
        )
        _measure_lateness(window, conference, recorder)
        window.closed.connect(ended.set)
        _show(window, settings)
        _give_to_pilot(window, "desk", lambda: window.page_name, settings)
        await ended.wait()
        await _shut(window, bridge, client.close)
        chime.close()

    return _run(app, live)


def run_visitor(settings: DesktopSettings) -> int:
    """One visitor's process: hidden until the supervisor says ``show``, gone when its input ends. The exit code."""
    secrets = open_secrets(settings.directory("kiosk").secrets, keep_in=settings.secrets)
    credential = kept_credential(secrets, settings.server_url)
    if credential is None:
        logger.error("this kiosk is not enrolled with %s", settings.server_url)
        return 2
    app, look = _application(settings, Density.KIOSK)

    async def live(ended: asyncio.Event) -> None:
        conference = _conference(settings, Party.CITIZEN)
        printer = Printer(settings.printer) if settings.printer else None
        client = KioskClient(open_gateway(settings), credential, conference, printer)
        recorder = _recorder(settings, conference)
        bridge = Bridge(lambda: window.show_fault())  # noqa: PLW0108 - the window is made after it
        window = KioskWindow(
            look,
            client,
            bridge,
            full_screen=settings.full_screen,
            on_painted=recorder.on_painted if recorder else None,
        )
        _measure_lateness(window, conference, recorder)
        window.visit_over.connect(lambda: _say("done"))
        window.closed.connect(lambda: _say("closed"))

        def show() -> None:
            _show(window, settings)
            _give_to_pilot(window, "kiosk", lambda: window.page_name, settings)
            _say("shown")

        _listen(show, ended.set)
        _say("warm")
        await ended.wait()
        await _shut(window, bridge, client.close)

    return _run(app, live)


def _application(settings: DesktopSettings, density: Density) -> tuple[QApplication, Appearance]:
    app = QApplication(sys.argv[:1])
    app.setApplicationName("desk-client")
    app.setApplicationDisplayName("مجلس")
    app.setQuitOnLastWindowClosed(False)
    look = Look(language=Language(settings.language), theme=_THEMES[settings.theme], density=density)
    return app, Appearance(app, look)


def _conference(settings: DesktopSettings, party: Party) -> Conference:
    drawn = settings.media is not None or settings.synthetic
    width, height = STAND_IN_SIZE if drawn else CAMERA_SIZE
    media = MediaChoice(
        width=width,
        height=height,
        source=SOURCE[party],
        tone_hz=TONE_HZ[party],
        camera=settings.media or ("synthetic" if settings.synthetic else "auto"),
        microphone="synthetic" if settings.synthetic else "auto",
        speaker="auto",
    )

    def engine() -> Engine:
        return Engine() if settings.break_call is None else broken(settings.break_call)

    return Conference(engine, media, party)


def _run(app: QApplication, live: Callable[[asyncio.Event], Awaitable[None]]) -> int:
    """The loop that Qt and asyncio share, from the first window to the last thread."""
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)

    async def until_ended() -> None:
        ended = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            with suppress(NotImplementedError):  # a Windows loop has none: there the window is closed
                loop.add_signal_handler(number, ended.set)
        await live(ended)

    with loop:
        loop.run_until_complete(until_ended())
    return 0


async def _shut(window: DeskWindow | KioskWindow, bridge: Bridge, close_client: Callable[[], Awaitable[None]]) -> None:
    window.hide()
    window.teardown()
    await bridge.close()
    await close_client()
    window.deleteLater()


def _show(window: QWidget, settings: DesktopSettings) -> None:
    if settings.full_screen:
        window.showFullScreen()
    else:
        window.resize(settings.width, settings.height)
        window.show()
    window.activateWindow()


def _recorder(settings: DesktopSettings, conference: Conference) -> CallRecorder | None:
    return CallRecorder(conference, settings.call_report) if settings.call_report is not None else None


def _measure_lateness(window: QWidget, conference: Conference, recorder: CallRecorder | None) -> None:
    if recorder is None:
        return
    probe = LatenessProbe(recorder.on_lateness, window)

    def on_call(runner: CallRunner | None) -> None:
        if runner is None:
            probe.stop()
        else:
            probe.start()

    conference.call.subscribe(on_call)


def _give_to_pilot(window: QWidget, role: str, page_name: Callable[[], str], settings: DesktopSettings) -> None:
    if settings.pilot is not None:
        Pilot(window, role, page_name, settings.pilot)


def _say(word: str) -> None:
    """Tell the supervisor; one that has gone ends our input, which ends us."""
    with suppress(BrokenPipeError):
        print(word, flush=True)  # noqa: T201 - the supervisor reads our standard output


def _listen(show: End, end: End) -> None:
    """Hear the supervisor from a thread of its own: not every platform's loop can wait for a pipe."""
    loop = asyncio.get_running_loop()

    def read() -> None:
        with suppress(RuntimeError):  # the loop has ended before our input did
            for line in sys.stdin:
                if line.strip() == "show":
                    loop.call_soon_threadsafe(show)
            loop.call_soon_threadsafe(end)

    threading.Thread(target=read, name="supervisor-line", daemon=True).start()
