"""What the two desktop programs, the desk and one visitor's process of a kiosk, are wired with alike.

Steps of both: the application and its look → the client (gateway, conference) → the bridge → the window → the loop,
until the window has ended → everything closed in the opposite order. The engine is loaded when it is first needed: of
the memory of a kiosk that nobody uses it would be a fifth, and of the time until it can be touched as well.
"""

import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Protocol

import qasync
from PySide6.QtWidgets import QApplication, QWidget

from desk_client.bootstrap.media import CAMERA_SIZE, SOURCE, STAND_IN_SIZE, TONE_HZ
from desk_client.client.calls import CallRunner
from desk_client.client.conference import Conference
from desk_client.config.desktop_settings import DesktopSettings
from desk_client.domain.party import Party
from desk_client.i18n.language import Language
from desk_client.rtc.port import MediaChoice
from desk_client.ui.bridge import Bridge
from desk_client.ui.lateness import LatenessProbe
from desk_client.ui.theme.appearance import Appearance, Look
from desk_client.ui.theme.tokens import Density, Theme

if TYPE_CHECKING:
    from desk_client.client.call_recorder import CallRecorder
    from desk_client.rtc.engine import Engine

_THEMES: Final = {"light": Theme.LIGHT, "dark": Theme.DARK, "high_contrast": Theme.HIGH_CONTRAST}


class Window(Protocol):
    """A program's window, as far as its end goes."""

    def hide(self) -> None:
        """Leave the screen."""

    def teardown(self) -> None:
        """End what it listens to."""

    def deleteLater(self) -> None:  # noqa: N802 - Qt's name
        """Be gone with the loop's next turn."""


def application(settings: DesktopSettings, density: Density) -> tuple[QApplication, Appearance]:
    """The application and how it looks."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("desk-client")
    app.setApplicationDisplayName("مجلس")
    app.setQuitOnLastWindowClosed(False)
    look = Look(language=Language(settings.language), theme=_THEMES[settings.theme], density=density)
    return app, Appearance(app, look)


def conference_of(settings: DesktopSettings, party: Party) -> Conference:
    """One end's part in calls, with the devices that are there or what was chosen to stand for them."""
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

    return Conference(lambda: _engine(settings), media, party)


def _engine(settings: DesktopSettings) -> "Engine":
    if settings.break_call is not None:
        from desk_client.bootstrap.broken_engine import broken  # noqa: PLC0415 - loaded when chosen

        return broken(settings.break_call)
    from desk_client.rtc.engine import Engine  # noqa: PLC0415 - loaded with the first person who is received

    return Engine()


def run(app: QApplication, live: Callable[[asyncio.Event], Awaitable[None]]) -> int:
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


async def shut(window: Window, bridge: Bridge, close_client: Callable[[], Awaitable[None]]) -> None:
    """Close everything in the opposite order."""
    window.hide()
    window.teardown()
    await bridge.close()
    await close_client()
    window.deleteLater()


def show(window: QWidget, settings: DesktopSettings) -> None:
    """Bring the window to the screen, or all over it."""
    if settings.full_screen:
        window.setGeometry(window.screen().geometry())  # a kiosk may have no window manager that would see to it
        window.showFullScreen()
    else:
        window.resize(settings.width, settings.height)
        window.show()
    window.activateWindow()


def recorder_of(settings: DesktopSettings, conference: Conference) -> "CallRecorder | None":
    """Whoever keeps a call's figures, where they are asked for."""
    if settings.call_report is None:
        return None
    from desk_client.client.call_recorder import CallRecorder  # noqa: PLC0415 - loaded when chosen

    return CallRecorder(conference, settings.call_report)


def measure_lateness(window: QWidget, conference: Conference, recorder: "CallRecorder | None") -> None:
    """Keep how late this thread is during calls, where figures are asked for."""
    if recorder is None:
        return
    probe = LatenessProbe(recorder.on_lateness, window)

    def on_call(runner: CallRunner | None) -> None:
        if runner is None:
            probe.stop()
        else:
            probe.start()

    conference.call.subscribe(on_call)


def give_to_pilot(window: QWidget, role: str, page_name: Callable[[], str], settings: DesktopSettings) -> None:
    """Let a driver work the window, where one is named (tests and demonstration)."""
    if settings.pilot is not None:
        from desk_client.ui.pilot import Pilot  # noqa: PLC0415 - loaded when chosen

        Pilot(window, role, page_name, settings.pilot)
