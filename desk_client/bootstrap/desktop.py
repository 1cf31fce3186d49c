"""What the two desktop programs, the desk and one visitor's process of a kiosk, are wired with alike.

Steps of both: the application and its look → the client (gateway, conference) → the bridge → the window → the loop,
until the window has ended → everything closed in the opposite order. What talks take is loaded when it is first needed
(`talks`): of the memory of a kiosk that nobody uses it would be a fifth, and of the time until it can be touched more.
"""

import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final, Protocol

import qasync
from PySide6.QtWidgets import QApplication, QWidget

from desk_client.config.desktop_settings import DesktopSettings
from desk_client.i18n.language import Language
from desk_client.ui.bridge import Bridge
from desk_client.ui.theme.appearance import Appearance, Look
from desk_client.ui.theme.tokens import Density, Theme

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


def give_to_pilot(window: QWidget, role: str, page_name: Callable[[], str], settings: DesktopSettings) -> None:
    """Let a driver work the window, where one is named (tests and demonstration)."""
    if settings.pilot is not None:
        from desk_client.ui.pilot import Pilot  # noqa: PLC0415 - loaded when chosen

        Pilot(window, role, page_name, settings.pilot)
