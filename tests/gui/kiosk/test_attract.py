"""The kiosk while nobody is there."""

import asyncio

from PySide6.QtWidgets import QApplication

from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page, Visit
from desk_client.i18n.language import Language
from desk_client.ui.kiosk.attract import Attract
from desk_client.ui.kiosk.window import KioskWindow
from desk_client.ui.theme.appearance import Appearance, Look
from desk_client.ui.theme.tokens import TextSize, Theme
from tests.fakes.scripted_gateway import AWAY, ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.conftest import Open

SOON_MS = 120


async def test_it_greets_in_every_language_and_forgets_how_the_last_person_read(
    client: KioskClient, open_window: Open, look: Appearance
) -> None:
    before = look.look
    async with open_window(client, attract_after_ms=SOON_MS) as visitor:
        look.set_look(Look(Language.ENGLISH, Theme.HIGH_CONTRAST, TextSize.LARGE))
        await visitor.until(lambda: visitor.find("attract"))
        assert look.look == before
        for greeting in ("أهلًا بكم في المجلس", "Welcome to the Majlis", "مجلس میں خوش آمدید"):
            assert greeting in visitor.reads()


async def test_the_first_touch_only_wakes_it(client: KioskClient, open_window: Open) -> None:
    async with open_window(client, attract_after_ms=1_000) as visitor:
        await visitor.until(lambda: visitor.find("attract"))
        await visitor.touch("attract")
        assert visitor.find("attract") is None
        assert visitor.window.page_name == "home"
        await visitor.until(lambda: visitor.find("attract"), "and it comes again")
        visitor.type("x")
        assert visitor.find("attract") is None
        await visitor.touch("book")
        await visitor.until_page("national_id")


async def test_it_never_comes_during_a_visit(client: KioskClient, open_window: Open) -> None:
    client.visit.set(Visit(page=Page.NATIONAL_ID))
    async with open_window(client, attract_after_ms=SOON_MS) as visitor:
        assert not await _comes(visitor.window)
        client.visit.set(Visit(page=Page.HOME))
        await visitor.until(lambda: visitor.find("attract"))


async def test_nobody_is_invited_while_the_server_is_away(
    client: KioskClient, gateway: ScriptedGateway, open_window: Open
) -> None:
    async with open_window(client, attract_after_ms=SOON_MS) as visitor:
        await visitor.until(lambda: visitor.find("attract"))
        gateway.script["GET", "/v1/version"] = AWAY
        client.station.set(sample.OFFLINE)
        assert visitor.find("attract") is None
        assert visitor.find("offline") is not None
        assert not await _comes(visitor.window)


async def _comes(window: KioskWindow) -> bool:
    for _ in range(10):
        await asyncio.sleep(SOON_MS / 2000)
        QApplication.processEvents()
        attract = window.findChild(Attract)
        if attract is not None and attract.isVisible():
            return True
    return False
