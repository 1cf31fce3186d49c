"""A recorded talk moves from the desk to the official's browser: what was recorded ends openly and is handed in."""

import pytest

from desk_client.client.actions import be_recorded, record
from desk_client.client.day import DeskPage
from desk_client.client.recording_states import RecordingEnd, RecordingState
from desk_client.domain.outcomes import Refusal
from tests.integration.client.conftest import FOR_BROWSERS, Ends, Region, until
from tests.integration.client.test_official_page import admit, opened, talks
from tests.integration.client.test_recording import handed_in, kept_blocks, of_kiosk, reason, recorded_talk
from tests.integration.client.test_whole_way import first_item, in_talk

pytestmark = pytest.mark.usefixtures(FOR_BROWSERS)


@pytest.mark.timeout(240)  # a browser and two media engines
async def test_what_the_desk_recorded_ends_and_is_handed_in(ends: Ends, region: Region) -> None:
    kiosk, desk = await recorded_talk(ends)
    async with opened(desk) as page:
        await admit(page)
        await talks(page, kiosk)
        await until(lambda: desk.gave_way.value == 1 and desk.day.value.page is DeskPage.TODAY)
        await until(lambda: of_kiosk(kiosk) in {RecordingState.ENDED, RecordingState.KEPT})
        assert reason(kiosk.visit.value.recording) is RecordingEnd.STOPPED, "nobody's computer failed"
        assert desk.recordings.making is None
        assert desk.recordings.seen.value is None
        await handed_in(desk)
        listed = await record.kept(desk)
        assert not isinstance(listed, Refusal)
        (kept,) = listed.recordings
        assert kept.recording.state is RecordingState.KEPT
        assert (kept.recording.duration_ms or 0) > 2000
        assert kept_blocks(region) > 0
        said = await page.says("document.body.innerText")
        assert "تسجيل" not in said.replace("تسجيل الخروج", ""), "the page offers nothing that it cannot do"
        assert await page.says("violations") == []


@pytest.mark.timeout(240)  # as above
async def test_a_question_that_no_desk_would_act_on_is_taken_back(ends: Ends) -> None:
    kiosk, desk = await in_talk(ends)
    assert not isinstance(await record.allow(desk, allowed=True), Refusal)
    assert await record.ask(desk) is None
    await until(lambda: of_kiosk(kiosk) is RecordingState.ASKED)
    async with opened(desk) as page:
        await page.until("document.querySelector('#audiences .acts .main')?.textContent === 'الدخول إلى المقابلة'")
        await admit(page)
        await talks(page, kiosk)
        await until(lambda: of_kiosk(kiosk) is RecordingState.DECLINED)
        assert reason(kiosk.visit.value.recording) is RecordingEnd.STOPPED
        refused = await be_recorded.answer(kiosk, agrees=True)
        assert refused is not None
        assert not desk.has_spooled
        assert first_item(desk).state.value == "in_session"
        assert await page.says("violations") == []
