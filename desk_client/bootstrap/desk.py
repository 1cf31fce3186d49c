"""Wires the desk: the official's program, until its window is closed."""

import asyncio
import logging
from collections.abc import Iterable
from typing import TYPE_CHECKING

from desk_client.bootstrap.desktop import application, give_to_pilot, run, show, shut
from desk_client.bootstrap.figures import measure_lateness, recorder_of
from desk_client.bootstrap.server_line import open_gateway
from desk_client.client.chime import Chime
from desk_client.client.desk import DeskClient
from desk_client.client.desk_printer import DeskPrinter
from desk_client.client.preferences import ChosenPreferences
from desk_client.client.recent_log import RecentLog
from desk_client.config.desktop_settings import DesktopSettings
from desk_client.config.preferences import PreferencesFile
from desk_client.domain.party import Party
from desk_client.ui.bridge import Bridge
from desk_client.ui.desk.tray import Tray
from desk_client.ui.desk.window import DeskWindow
from desk_client.ui.theme.tokens import Density

if TYPE_CHECKING:
    from desk_client.client.conference import Conference
    from desk_client.client.diagnostics import Bundle


def run_desk(settings: DesktopSettings) -> int:
    """The official's program, until its window is closed. The exit code."""
    app, look = application(settings, Density.DESK)

    log = RecentLog()
    logging.getLogger().addHandler(log)

    async def live(ended: asyncio.Event) -> None:
        place = settings.directory("desk")
        preferences = ChosenPreferences(PreferencesFile(place.preferences))
        client = DeskClient(
            open_gateway(settings),
            lambda: _conference(settings),
            DeskPrinter(preferences, settings.printer),
            preferences,
            lambda known: _diagnose(settings, client, log, known),
            spool=place.recordings,
        )
        recorder = recorder_of(settings, lambda: client.conference)
        bridge = Bridge(lambda: window.show_fault())  # noqa: PLW0108 - the window is made after it
        chime = Chime()
        tray = Tray(look)
        window = DeskWindow(
            look,
            client,
            bridge,
            on_painted=recorder.on_painted if recorder else None,
            chime=chime.play,
            notify=tray.say,
        )
        tray.pressed.connect(window.come_forward)
        leave_day = client.day.subscribe(tray.show_day)
        measure_lateness(window, lambda: client.conference, recorder)
        window.closed.connect(ended.set)
        show(window, settings)
        give_to_pilot(window, "desk", lambda: window.page_name, settings)
        bridge.run(client.load(), lambda _none: None, lambda _refusal: None)
        await ended.wait()
        await shut(window, bridge, client.close)
        leave_day()
        tray.close()
        chime.close()

    return run(app, live)


async def _diagnose(settings: DesktopSettings, client: DeskClient, log: RecentLog, known: Iterable[str]) -> "Bundle":
    from desk_client.bootstrap.diagnostics import diagnosis  # noqa: PLC0415 - loaded when somebody asks for it

    return await diagnosis(settings, client.preferences, log, client.conference, known)


def _conference(settings: DesktopSettings) -> "Conference":
    from desk_client.bootstrap.talks import conference_of  # noqa: PLC0415 - loaded while the official signs in

    return conference_of(settings, Party.OFFICIAL)
