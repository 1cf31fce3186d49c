"""The kiosk's window over a scripted server, and over a real one."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desk_client.client.key_sound import KeySound
from desk_client.client.kiosk import KioskClient
from desk_client.client.speech import Speech
from desk_client.client.visit import Visit
from desk_client.domain.party import Party
from desk_client.ui.bridge import Bridge
from desk_client.ui.kiosk.idleness import Patience
from desk_client.ui.kiosk.window import KioskWindow
from desk_client.ui.theme.appearance import Appearance
from tests.cups import running_cups, scheduler
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.visitor import Visitor
from tests.integration.client.conftest import conference, ends, region, region_settings

__all__ = ["ends", "region", "region_settings", "running_cups", "scheduler"]

Open = Callable[..., AbstractAsyncContextManager[Visitor]]
"""Opens a kiosk's window on a client and closes it again."""


@pytest.fixture
def open_window(look: Appearance) -> Open:
    @asynccontextmanager
    async def opened(
        client: KioskClient,
        *,
        full_screen: bool = False,
        patience: Patience | None = None,
        farewell_ms: int = 6_000,
        attract_after_ms: int = 60_000,
        speech: Speech | None = None,
        key_sound: KeySound | None = None,
        operator_idle_ms: int = 30_000,
        settle_ms: int = 0,
        now: Callable[[], datetime] | None = None,
    ) -> AsyncIterator[Visitor]:
        faults: list[str] = []
        bridge = Bridge(lambda: faults.append("an action failed"))
        window = KioskWindow(
            look,
            client,
            bridge,
            full_screen=full_screen,
            patience=patience,
            farewell_ms=farewell_ms,
            attract_after_ms=attract_after_ms,
            speech=speech,
            key_sound=key_sound,
            operator_idle_ms=operator_idle_ms,
            settle_ms=settle_ms,
            now=now,
        )
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        visitor = Visitor(window)
        await visitor.until(window.isActiveWindow)
        try:
            yield visitor
        finally:
            window.hide()
            window.teardown()
            await bridge.close()
            window.deleteLater()
            # no loop of Qt's own ever returns here, which is when it would delete
            QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
        assert faults == []

    return opened


@pytest.fixture
def gateway() -> ScriptedGateway:
    """A server that knows this kiosk and nothing else."""
    gateway = ScriptedGateway()
    assert sample.STATION.kiosk is not None
    gateway.script["GET", "/v1/version"] = sample.VERSION
    gateway.script["GET", "/v1/kiosks/self"] = sample.STATION.kiosk
    gateway.script["GET", "/v1/kiosks/self/day"] = sample.DAY
    return gateway


@pytest.fixture
def client(gateway: ScriptedGateway) -> KioskClient:
    """A kiosk whose server is scripted; it has no camera as long as nobody checks in."""
    return KioskClient(gateway, "credential", lambda: conference(Party.CITIZEN))


@pytest.fixture
async def visitor(client: KioskClient, open_window: Open) -> AsyncIterator[Visitor]:
    """Somebody in front of a resting kiosk."""
    client.visit.set(Visit())
    async with open_window(client, now=lambda: sample.NOW) as visitor:
        yield visitor
