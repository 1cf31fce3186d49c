"""An official's camera is pulled out in the talk and plugged in again, in a real Chromium; they speak while muted."""

import pytest

from desk_client.client.kiosk import KioskClient
from desk_client.domain.showing import Showing
from tests.browser import phone_page
from tests.integration.client.conftest import FOR_BROWSERS, Ends, until
from tests.integration.client.test_called_in import PATIENCE_S
from tests.integration.client.test_guest import shows
from tests.integration.client.test_guest_devices import NEAR_HZ, PLUGS, SAID, TONE_HZ
from tests.integration.client.test_official_page import admit, linked, showing, talks, waiting_kiosk
from tests.integration.client.test_whole_way import runner

pytestmark = pytest.mark.usefixtures(FOR_BROWSERS)


def hears(kiosk: KioskClient) -> bool:
    """The official's tone comes through."""
    stats = runner(kiosk).view.value.stats
    return stats is not None and abs((stats.remote_tone_hz or 0.0) - TONE_HZ) < NEAR_HZ


def sees(kiosk: KioskClient) -> bool:
    """Pictures of the official's are decoded."""
    stats = runner(kiosk).view.value.stats
    return stats is not None and (stats.fps_decoded or 0) > 0


@pytest.mark.timeout(240)  # a browser and a media engine
async def test_an_official_is_heard_on_without_the_camera_and_told_when_muted(ends: Ends) -> None:
    desk = await ends.signed_in_desk()
    kiosk = await waiting_kiosk(ends, desk)
    async with phone_page("ar", has_camera=True) as page:
        await page.allow("denied", "camera", "microphone")
        await page.go(await linked(desk))
        await shows(page, "devices")
        await page.allow("granted", "camera", "microphone")
        await page.says(PLUGS)
        await page.press("open-devices")
        await page.press("devices-done")
        await admit(page)
        await talks(page, kiosk)
        await until(lambda: hears(kiosk) and sees(kiosk), PATIENCE_S)
        code = runner(kiosk).view.value.code

        await page.says("pull('video')")
        await page.until(f"{SAID}.startsWith('توقفت الكاميرا، والصوت مستمر')")
        await until(lambda: showing(kiosk) == (Showing.OFF, False))
        await until(lambda: hears(kiosk) and not sees(kiosk), PATIENCE_S)
        await page.says("plug()")
        await until(lambda: showing(kiosk) == (Showing.CAMERA, False) and sees(kiosk), PATIENCE_S)
        assert runner(kiosk).view.value.code == code, "one connection"

        await page.press("hold")
        await until(lambda: not hears(kiosk), PATIENCE_S)
        assert "مكتوم" not in await page.says(SAID), "who holds the talk knows"
        await page.press("hold")
        await page.press("microphone")
        await page.until(f"{SAID}.startsWith('صوتكم مكتوم')")
        assert await page.says("violations") == []
