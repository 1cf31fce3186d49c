"""A link to one's own browser in a real window, with a real server: made, copied, opened, ended."""

from collections.abc import AsyncIterator, Iterator

import pytest
from PySide6.QtGui import QGuiApplication

from desk_client.client.actions import settle
from desk_client.client.gateway import Gateway
from desk_client.config.settings import ServerSettings
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import Agenda
from desk_client.protocol.sessions import StaffSession
from desk_client.ui.desk.settings.browser_box import BrowserBox
from desk_client.ui.theme.appearance import Appearance, Look
from desk_client.ui.theme.tokens import Density
from tests.gui.served_desk import ServedDesk
from tests.integration.client.conftest import Region
from tests.integration.client.conftest import region_settings as plain_settings

__all__ = ["plain_settings"]


@pytest.fixture
def region_settings(plain_settings: ServerSettings) -> ServerSettings:
    return plain_settings.model_copy(update={"public_url": f"http://127.0.0.1:{plain_settings.port}"})


@pytest.fixture
def region(region_settings: ServerSettings) -> Iterator[Region]:
    region = Region(region_settings)
    region.start()
    yield region
    region.stop()


@pytest.fixture
async def served(look: Appearance, region: Region) -> AsyncIterator[ServedDesk]:
    look.set_look(Look(density=Density.DESK, reduced_motion=True))
    async with ServedDesk(look, region.url).until_closed() as made:
        yield made


async def at_settings(served: ServedDesk, username: str) -> BrowserBox:
    await served.sign_in(username)
    settle.open_settings(served.client)
    await served.settle()
    return served.window.settings.browser


async def looked(served: ServedDesk, box: BrowserBox) -> None:
    """What its timer does."""
    box._read()
    await served.settle()


async def opened(region: Region, url: str) -> str | Refusal:
    """Open a link as the page does; the session's token."""
    gateway = Gateway(region.url)
    try:
        answer = await gateway.ask("POST", "/v1/desk/browser/sessions", StaffSession, token=url.partition("#")[2])
    finally:
        gateway.close()
    return answer if isinstance(answer, Refusal) else answer.token


async def test_a_link_is_made_copied_opened_and_its_browser_signed_out(served: ServedDesk, region: Region) -> None:
    box = await at_settings(served, "emir")
    assert not box.end.isVisible()
    await served.press("make_browser_link")
    assert box.code.isVisible()
    assert box.code.has_code
    await served.press("copy_browser_link")
    url = QGuiApplication.clipboard().text()
    assert url.startswith(f"{region.url}/official#")
    assert url in box.address.text()
    token = await opened(region, url)
    assert isinstance(token, str)
    await looked(served, box)
    assert not box.code.isVisible(), "it opens nothing any more"
    assert box.notice.isVisible()
    assert box.end.text() == "تسجيل خروج المتصفح"
    await served.press("end_browser")
    await served.press("cancel_end_browser")
    await served.press("end_browser")
    await served.press("confirm_end_browser")
    assert not box.end.isVisible()
    agenda = await served.client.gateway.ask("GET", "/v1/desk/agenda", Agenda, token=token)
    assert agenda == Refusal(RefusalCode.SESSION_EXPIRED)


async def test_the_day_tells_of_an_open_browser_and_one_press_signs_it_out(served: ServedDesk, region: Region) -> None:
    box = await at_settings(served, "emir")
    await served.press("make_browser_link")
    token = await opened(region, box.address.text().strip("\u2066\u2067\u2068\u2069"))
    assert isinstance(token, str)
    settle.close_settings(served.client)
    assert not served.shown("browser_mark"), "nobody has told it yet"
    served.window.refresh()  # as whoever comes in has the line do
    await served.settle()
    mark = served.window.browser_mark.notice
    assert mark.isVisible()
    assert mark.text.startswith("حسابكم مفتوح في متصفح منذ الساعة"), mark.text
    region.stop()
    await served.press("sign_browser_out")
    assert mark.isVisible(), "it is in, as far as anybody knows"
    assert served.window.toast.accessibleName().startswith("لا يوجد اتصال بالخدمة الآن")
    region.start()
    await served.press("sign_browser_out")
    assert not mark.isVisible()
    assert served.window.toast.accessibleName() == "سُجّل خروج المتصفح."
    agenda = await served.client.gateway.ask("GET", "/v1/desk/agenda", Agenda, token=token)
    assert agenda == Refusal(RefusalCode.SESSION_EXPIRED)
    served.window.refresh()
    await served.settle()
    assert not mark.isVisible()


async def test_a_link_is_taken_back_and_is_not_left_on_the_screen(served: ServedDesk, region: Region) -> None:
    box = await at_settings(served, "emir")
    await served.press("make_browser_link")
    await served.press("copy_browser_link")
    url = QGuiApplication.clipboard().text()
    await served.press("end_browser")
    assert not box.code.isVisible()
    assert await opened(region, url) == Refusal(RefusalCode.NOT_FOUND)
    await served.press("make_browser_link")
    settle.close_settings(served.client)
    settle.open_settings(served.client)
    await served.settle()
    assert not box.code.isVisible()


async def test_nobody_else_is_offered_one(served: ServedDesk) -> None:
    box = await at_settings(served, "emir.office")
    assert not box.isVisible()


async def test_a_server_that_no_browser_reaches_says_so(look: Appearance, region_settings: ServerSettings) -> None:
    region = Region(region_settings.model_copy(update={"public_url": None}))
    region.start()
    look.set_look(Look(density=Density.DESK, reduced_motion=True))
    try:
        async with ServedDesk(look, region.url).until_closed() as served:
            box = await at_settings(served, "emir")
            await served.press("make_browser_link")
            assert box.notice.text.startswith("لا تصل المتصفحات إلى هذا الخادم بعد")
    finally:
        region.stop()
