"""A word among the officials, in a guest's real Chromium: told in words, nothing of theirs shown, nothing sent."""

import pytest

from desk_client.client.actions import call_in, receive
from desk_client.client.conference import Stream
from desk_client.domain.called_in import Capacity
from desk_client.domain.party import Party
from tests.browser import phone_page
from tests.fakes.call_end import Gathered
from tests.integration.client.conftest import FOR_BROWSERS, Ends, Region, until
from tests.integration.client.test_called_in import PATIENCE_S, SOURCES, Desk, call, talks_with, watched
from tests.integration.client.test_called_in import (
    _lines_are_wide_enough as _lines_are_wide_enough,  # noqa: PLC0414 - pytest finds the fixture by name
)
from tests.integration.client.test_guest import (
    booked_at_home,
    enters,
    let_in,
    moves,
    runner,
)
from tests.integration.client.test_guest import talks as talks_in

pytestmark = pytest.mark.usefixtures(FOR_BROWSERS)

BLACK = 20.0
"""Of 255: a picture of a track that is switched off is black all over; a drawn one never is."""


def are_black(*seen: Gathered, expected: bool) -> bool:
    """Whether what came last of each is black, or of each is not."""
    return all(each.pictures and (float(each.pictures[-1].luma().mean()) < BLACK) is expected for each in seen)


@pytest.mark.timeout(240)  # a browser and three media engines
async def test_a_guest_is_told_and_neither_sends_nor_shows_anything_meanwhile(
    ends: Ends, region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    await booked_at_home(region)
    desk = await ends.signed_in_desk()
    third = Desk(region, SOURCES[Party.THIRD])
    try:
        await third.sign_in("emir.office")
        async with phone_page("ar", has_camera=True) as page:
            await let_in(page, region, desk)
            await enters(page, desk)
            await call(desk, "Manager of the Emir's Office", Capacity.DELEGATE)
            await third.accept()
            await until(talks_with(third.client, Party.OFFICIAL), PATIENCE_S)
            await page.until("document.querySelector('#people figure video')?.currentTime > 0.5")
            await until(lambda: moves(third.client), PATIENCE_S)
            for client in (desk, third.client):  # what the page does by itself is to be seen
                monkeypatch.setattr(runner(client), "_keep_apart", lambda _parties: None)
            with (
                watched(desk.conference, Stream.REMOTE) as seen,
                watched(third.client.conference, Stream.REMOTE) as seen_too,
            ):
                await until(lambda: are_black(seen, seen_too, expected=False), PATIENCE_S)
                assert await call_in.set_aside(third.client, on=True) is None
                said = "document.getElementById('call-state').textContent"
                await page.until(f"{said}.startsWith('لحظة من فضلكم. يتشاور المسؤولون')")
                assert "لحظة" in await page.says("document.querySelector('#people figcaption').textContent")
                videos = "[...document.querySelectorAll('#remote, #people video')]"
                tracks = f"{videos}.flatMap((each) => each.srcObject.getTracks())"
                assert await page.says(f"{tracks}.length") == 4
                assert await page.says(f"{tracks}.some((each) => each.enabled)") is False
                assert await page.says(f"{videos}.every((it) => getComputedStyle(it).visibility === 'hidden')")
                await until(lambda: are_black(seen, seen_too, expected=True), PATIENCE_S)
                assert await call_in.set_aside(desk, on=False) is None
                await until(lambda: are_black(seen, seen_too, expected=False), PATIENCE_S)
                await page.until(f"!{said}")
                assert await page.says(f"{tracks}.every((each) => each.enabled)")
            await talks_in(page, desk)
            assert await page.says("violations") == []
            assert await receive.complete(desk) is None
    finally:
        await third.client.close()
