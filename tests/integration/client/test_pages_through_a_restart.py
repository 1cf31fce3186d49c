"""The server restarts while somebody talks from a browser: the page says so, the talk goes on, and nothing is lost."""

import pytest
from starlette.concurrency import run_in_threadpool

from desk_client.client.actions import receive
from desk_client.domain.appointment import AppointmentState
from tests.browser import PhonePage, phone_page
from tests.integration.client.conftest import FOR_BROWSERS, Ends, Region, until
from tests.integration.client.test_guest import arrive, booked_at_home, invited, item, shows, state
from tests.integration.client.test_guest import talks as talks_as_guest
from tests.integration.client.test_official_page import CALL_SAID, admit, opened, talks, waiting_kiosk
from tests.integration.client.test_whole_way import first_item, is_talking, runner

pytestmark = pytest.mark.usefixtures(FOR_BROWSERS)

AWAY = "انقطع الاتصال بالخدمة مؤقتاً، والمقابلة مستمرة."
WORDS = "رقم المعاملة ٤٤٥١"
TYPED = "document.getElementById('chat-text').value"
WRITTEN = f"document.getElementById('chat-lines').textContent.includes('{WORDS}')"
PATIENCE_S = 60.0
"""A server that starts in the process of a media engine holds that up; the page connects anew then."""
FRAMES = "document.getElementById('remote').getVideoPlaybackQuality().totalVideoFrames"


async def restarted(page: PhonePage, region: Region) -> None:
    """With a message half typed: sent meanwhile it stays, and is sent afterwards."""
    await page.says(f"{TYPED} = '{WORDS}'")
    await run_in_threadpool(region.stop)
    await page.until(f"{CALL_SAID} === '{AWAY}'")
    await page.says(f"window.seen = {FRAMES}")
    await page.until(f"{FRAMES} > window.seen + 5")
    await page.press("chat-send")
    await page.until("document.getElementById('notice').textContent.startsWith('تعذّر الاتصال')")
    assert await page.says(TYPED) == WORDS
    await run_in_threadpool(region.start)
    await page.until(f"{CALL_SAID} === ''", PATIENCE_S)
    assert await page.says(TYPED) == WORDS
    await page.press("chat-send")
    await page.until(WRITTEN)
    assert await page.says("violations") == []


@pytest.mark.timeout(240)  # a browser and a media engine, and a server that starts twice
async def test_of_a_guest(ends: Ends, region: Region) -> None:
    await booked_at_home(region)
    link = await invited(region)
    desk = await ends.signed_in_desk()
    async with phone_page("ar", has_camera=True) as page:
        await page.allow("denied", "camera", "microphone")
        await page.go(link)
        await arrive(page, region)
        await shows(page, "waiting")
        await until(lambda: state(desk) is AppointmentState.WAITING)
        assert await receive.admit(desk, item(desk)) is None
        await shows(page, "consent")
        await page.press("enter")
        await talks_as_guest(page, desk)
        since_s = runner(desk).view.value.talking_since_s
        await restarted(page, region)
        await until(lambda: is_talking(desk))
        assert runner(desk).view.value.talking_since_s == since_s


@pytest.mark.timeout(240)  # as above
async def test_of_an_official(ends: Ends, region: Region) -> None:
    desk = await ends.signed_in_desk()
    kiosk = await waiting_kiosk(ends, desk)
    async with opened(desk) as page:
        await admit(page)
        await talks(page, kiosk)
        since_s = runner(kiosk).view.value.talking_since_s
        await restarted(page, region)
        await talks(page, kiosk)
        assert runner(kiosk).view.value.talking_since_s == since_s
        assert first_item(desk).state is AppointmentState.IN_SESSION
