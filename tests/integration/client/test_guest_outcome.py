"""A guest reads what was decided, keeps it on paper, and says so until it has arrived, in a real Chromium."""

from dataclasses import replace
from datetime import timedelta

import pypdfium2
import pytest
from sqlalchemy import select

from desk_client.client.actions import decide, receive
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.decision import ActionItem
from desk_client.server.storage.tables.booking import satisfaction
from tests.browser import PhonePage, phone_page
from tests.integration.client.conftest import FOR_BROWSERS, Ends, Region, until
from tests.integration.client.test_guest import (
    DECISION,
    booked_at_home,
    let_in,
    looks,
    shows,
    state,
)

pytestmark = pytest.mark.usefixtures(FOR_BROWSERS)

SAID = "document.getElementById('outcome-said').textContent"
BREAK = "\x02"
"""What PDFium reads for a hyphen at the end of a line."""
SLIP = "document.getElementById('outcome-slip')"
CUT_OFF = """
window.real = window.fetch;
window.fetch = (to, how) => String(to).endsWith('/confirmation') ? Promise.reject(new TypeError()) : real(to, how);
"""
"""What says that the outcome was read never leaves."""
ANSWER_LOST = """
window.fetch = async (to, how) => {
  const answer = await real(to, how);
  if (String(to).endsWith('/confirmation')) throw new TypeError();
  return answer;
};
"""
"""It arrives, and the answer is lost."""
SURVEY_SAID = "document.getElementById('survey-said').textContent"
SURVEY_CUT_OFF = CUT_OFF.replace("window.real = window.fetch;", "").replace("/confirmation", "/satisfaction")
SURVEY_REFUSED = """
window.fetch = async (to, how) => String(to).endsWith('/satisfaction')
  ? new Response(JSON.stringify({ code: 'forbidden' }), { status: 403 }) : real(to, how);
"""
"""The server says no."""


@pytest.mark.timeout(240)  # a browser and a media engine
async def test_a_guest_keeps_the_outcome_and_confirms_it_once_it_can(ends: Ends, region: Region) -> None:
    await booked_at_home(region)
    desk = await ends.signed_in_desk()
    async with phone_page("ar", has_camera=True) as page:
        await let_in(page, region, desk)
        assert await receive.complete(desk) is None
        await shows(page, "outcome")
        task = ActionItem("معاينة الأرض", "إدارة المساحة", desk.clock.now().date() + timedelta(days=14))
        assert await decide.record_outcome(desk, replace(DECISION, actions=(task,))) is None
        await page.until("document.getElementById('outcome-text').checkVisibility()")
        assert "، ولم يُنجز بعد" in await page.says("document.getElementById('outcome-follows').innerText")
        await keeps(page)

        await until(lambda: state(desk) is AppointmentState.OUTCOME_RECORDED)
        await page.says(CUT_OFF)
        await page.press("outcome-read")
        await page.until(f"{SAID}.startsWith('لم يصلنا بعد') && {SAID}.includes('تحققوا من الإنترنت')")
        assert state(desk) is AppointmentState.OUTCOME_RECORDED
        await looks(page, "outcome-refused")
        await page.says(ANSWER_LOST)
        await page.press("outcome-read")
        await shows(page, "survey")
        await until(lambda: state(desk) is AppointmentState.CONFIRMED)
        await answers(page, region)
        assert await page.says("violations") == []


async def answers(page: PhonePage, region: Region) -> None:
    """How satisfied they were does not arrive: they are told so, it stays chosen, and is sent by the same button."""
    await page.says("document.querySelector('input[name=score][value=\"2\"]').click()")
    await page.says("document.querySelector('input[value=waited_long]').click()")
    for broken, why in ((SURVEY_CUT_OFF, "تحققوا من الإنترنت"), (SURVEY_REFUSED, "حاولوا مرة أخرى")):
        await page.says(broken)
        await page.press("send-survey")
        await page.until(f"{SURVEY_SAID}.startsWith('لم تصلنا إجابتكم') && {SURVEY_SAID}.includes('{why}')")
        chosen = "[...document.querySelectorAll('#survey input:checked')].map((each) => each.value)"
        assert await page.says(chosen) == ["2", "waited_long"]
        assert await page.says("document.activeElement.id") == "send-survey"
        assert answered(region) == []
    await looks(page, "survey-refused")
    await page.says("window.fetch = real")
    await page.press("send-survey")
    await shows(page, "farewell")
    assert answered(region) == [(2, "waited_long")]


def answered(region: Region) -> list[tuple[int, str]]:
    """What the server keeps of it."""
    assert region.server is not None
    asked = select(satisfaction.c.score, satisfaction.c.reasons)
    rows = region.server.house.read_now(lambda transaction: transaction.connection.execute(asked).all())
    return [(row.score, row.reasons) for row in rows]


async def keeps(page: PhonePage) -> None:
    """The slip behind the link is genuine; what is printed names it."""
    assert await page.says(f"[{SLIP}.checkVisibility(), {SLIP}.target, {SLIP}.rel]") == [True, "_blank", "noopener"]
    assert "الورقة صحيحة" in await page.says(f"fetch({SLIP}.href).then((answer) => answer.text())")
    link = await page.says(f"{SLIP}.href")
    paper = pypdfium2.PdfDocument(await page.paper())
    try:
        assert len(paper) == 1
        words = paper[0].get_textpage().get_text_bounded()
    finally:
        paper.close()
    assert without_hyphens(link) in without_hyphens("".join(words.split()))


def without_hyphens(text: str) -> str:
    """At the end of a line PDFium reads something else for one, or nothing."""
    return text.replace("-", "").replace(BREAK, "")
