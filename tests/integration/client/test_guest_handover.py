"""A guest's talk is handed over in a real Chromium: who joins and why, and who goes on, without a second door."""

import pytest

from desk_client.client.actions import call_in, hand_over
from desk_client.domain.party import Party
from tests.browser import phone_page
from tests.integration.client.conftest import FOR_BROWSERS, Ends, Region, until
from tests.integration.client.test_called_in import PATIENCE_S, SOURCES, Desk, talks_with
from tests.integration.client.test_called_in import (
    _lines_are_wide_enough as _lines_are_wide_enough,  # noqa: PLC0414 - pytest finds the fixture by name
)
from tests.integration.client.test_guest import (
    booked_at_home,
    enters,
    let_in,
    moves,
)

pytestmark = pytest.mark.usefixtures(FOR_BROWSERS)


@pytest.mark.timeout(240)  # a browser and three media engines
async def test_a_guest_is_told_who_takes_over_and_goes_on_with_them(ends: Ends, region: Region) -> None:
    await booked_at_home(region)
    desk = await ends.signed_in_desk()
    mayor = Desk(region, SOURCES[Party.THIRD])
    try:
        await mayor.sign_in("mayor")
        async with phone_page("ar", has_camera=True) as page:
            await let_in(page, region, desk)
            await enters(page, desk)
            people = await hand_over.possible(desk)
            assert isinstance(people, tuple)
            (asked,) = people
            assert await hand_over.offer(desk, asked.staff_id, "") is None
            await mayor.accept()
            await until(talks_with(mayor.client, Party.OFFICIAL), PATIENCE_S)
            await until(talks_with(desk, Party.THIRD), PATIENCE_S)
            await page.until("document.querySelector('#people figure video')?.currentTime > 0.5")
            said = "document.getElementById('people-said').textContent"
            assert "ليتولّاها" in await page.says(said)
            assert "أمين منطقة جازان" in await page.says("document.querySelector('#people figcaption').textContent")
            assert await hand_over.complete(desk) is None
            assert await call_in.load(mayor.client) is None
            await page.until("document.querySelectorAll('#people figure').length === 0")
            await until(lambda: moves(mayor.client), PATIENCE_S)
            await page.until("document.getElementById('call-title').textContent.includes('أمين منطقة جازان')")
            assert "يُكمل المقابلة معكم من الآن" in await page.says(said)
            assert await page.says("violations") == []
    finally:
        await mayor.client.close()
