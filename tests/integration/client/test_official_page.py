"""An official in a real Chromium, by a link that their desk made: they receive from there, and the outcome waits."""

import asyncio
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from starlette.concurrency import run_in_threadpool

from desk_client.client.actions import attend, call_in, join_by_browser, receive
from desk_client.client.conference import Stream
from desk_client.client.day import DeskPage
from desk_client.client.desk import DeskClient
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.call import Phase
from desk_client.domain.called_in import Capacity
from desk_client.domain.outcomes import Refusal
from desk_client.domain.party import Party
from desk_client.domain.showing import Showing
from desk_client.protocol.appointments import AgendaItem
from tests.browser import PhonePage, phone_page
from tests.integration.client.conftest import FOR_BROWSERS, Ends, Region, until
from tests.integration.client.test_called_in import PATIENCE_S, SOURCES, Desk, call, talks_with, watched
from tests.integration.client.test_guest import NAMELESS, SMALL, arrive, booked_at_home, invited, shows, stopped
from tests.integration.client.test_guest_apart import are_black
from tests.integration.client.test_whole_way import first_item, is_talking, runner
from tests.integration.client.test_whole_way import page as kiosk_page

pytestmark = pytest.mark.usefixtures(FOR_BROWSERS)

ADMIT = "document.querySelector('#audiences .acts .main')"
CODE = "document.getElementById('code-of-call').textContent"
CALL_SAID = "document.getElementById('call-state').textContent"


async def linked(desk: DeskClient) -> str:
    made = await join_by_browser.make_link(desk)
    assert not isinstance(made, Refusal), made
    return made.url


@asynccontextmanager
async def opened(desk: DeskClient, language: str = "ar") -> AsyncIterator[PhonePage]:
    """The page in a browser, at the list of today; camera and microphone are allowed."""
    async with phone_page(language, has_camera=True) as page:
        await page.allow("granted", "camera", "microphone")
        await page.go(await linked(desk))
        await shows(page, "today")
        yield page


async def waiting_kiosk(ends: Ends, desk: DeskClient) -> KioskClient:
    kiosk = await ends.booked_kiosk()
    appointment = kiosk.visit.value.appointment
    assert appointment is not None
    assert await attend.check_in(kiosk, appointment) is None
    await until(lambda: [each.state for each in items(desk)] == [AppointmentState.WAITING])
    return kiosk


def items(desk: DeskClient) -> tuple[AgendaItem, ...]:
    agenda = desk.day.value.agenda
    return () if agenda is None else agenda.items


async def admit(page: PhonePage) -> None:
    await page.until(f"{ADMIT} && !{ADMIT}.disabled")
    await page.click(ADMIT)
    await shows(page, "call")


async def talks(page: PhonePage, kiosk: KioskClient) -> None:
    """Each sees the other, in a connection that both know by the same code: not in the one before it."""
    await until(lambda: is_talking(kiosk))
    await page.says("window.seen = document.getElementById('remote').getVideoPlaybackQuality().totalVideoFrames")
    await page.until("document.getElementById('remote').getVideoPlaybackQuality().totalVideoFrames > window.seen + 5")
    until_s = time.monotonic() + PATIENCE_S
    while not ((code := runner(kiosk).view.value.code) and code in await page.says(CODE)):
        assert time.monotonic() < until_s, f"the kiosk says {code}, and the page {await page.says(CODE)}"
        await asyncio.sleep(0.02)


def showing(kiosk: KioskClient) -> tuple[Showing, bool]:
    view = runner(kiosk).view.value
    return view.peer_shows, view.peer_holds


@pytest.mark.timeout(240)  # a whole audience, with a browser and a media engine
async def test_an_official_receives_from_a_browser_and_the_outcome_waits_at_the_desk(ends: Ends) -> None:
    desk = await ends.signed_in_desk()
    async with phone_page("ar", has_camera=True) as page:
        await page.allow("denied", "camera", "microphone")
        await page.go(await linked(desk))
        await shows(page, "devices")
        assert await page.says("location.hash") == "", "nobody reads the link over a shoulder"
        assert await page.says("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
        await page.press("open-devices")
        await page.until("document.getElementById('devices-said').textContent.startsWith('لم يُسمح للصفحة')")
        await looks(page, "refused")
        await page.allow("granted", "camera", "microphone")
        await page.press("open-devices")
        await page.until("document.getElementById('level').value > 0.2")
        await looks(page, "devices")
        await page.press("devices-done")
        await shows(page, "today")
        await until(lambda: is_in_a_browser(desk))
        await page.until("document.getElementById('today-empty').checkVisibility()")
        await looks(page, "empty")

        kiosk = await waiting_kiosk(ends, desk)
        await page.until("document.getElementById('today-said').textContent === 'شخص واحد ينتظركم.'")
        await page.until("document.querySelector('#audiences .state').textContent.startsWith('ينتظر منذ')")
        await looks(page, "today")
        await admit(page)
        await talks(page, kiosk)
        await page.until("document.getElementById('call-state').textContent === ''")
        await looks(page, "call")
        await buttons(page, kiosk)

        await page.reload()
        await shows(page, "today")
        await page.until(f"{ADMIT}?.textContent === 'الدخول إلى المقابلة'")
        await admit(page)
        await talks(page, kiosk)
        await leave_and_come_back(page, kiosk)

        await end(page, kiosk)
        await until(lambda: first_item(desk).state is AppointmentState.COMPLETED)
        await until(lambda: kiosk_page(kiosk) is Page.OUTCOME)
        await page.press("after-done")
        await shows(page, "today")
        await page.until("document.querySelector('#audiences .state').textContent.includes('تُكتب نتيجتها في المكتب')")
        await page.press("sign-out")
        await page.press("sure-yes")
        await stopped(page, "سُجّل خروجكم")
        await until(lambda: not is_in_a_browser(desk))
        assert await page.says("sessionStorage.length") == 0
        assert await page.says("violations") == []


def is_in_a_browser(desk: DeskClient) -> bool:
    """Whether the desk's day tells of it."""
    agenda = desk.day.value.agenda
    return agenda is not None and agenda.browser_since is not None


async def buttons(page: PhonePage, kiosk: KioskClient) -> None:
    """What each does to what the citizen sees."""
    await page.press("camera")
    await until(lambda: showing(kiosk) == (Showing.OFF, False))
    await page.press("camera")
    await until(lambda: showing(kiosk) == (Showing.CAMERA, False))
    await page.press("hold")
    await until(lambda: showing(kiosk) == (Showing.OFF, True))
    await page.until("document.getElementById('microphone').disabled")
    await looks(page, "hold")
    await page.press("hold")
    await until(lambda: showing(kiosk) == (Showing.CAMERA, False))
    await page.press("microphone")
    await page.until("document.getElementById('microphone').getAttribute('aria-pressed') === 'true'")
    await page.press("microphone")


async def end(page: PhonePage, kiosk: KioskClient) -> None:
    """For both, once they are sure of it."""
    await page.press("hang-up")
    await looks(page, "sure")
    at_once = "for (const it of ['sure-no', 'hang-up']) document.getElementById(it).click();"
    closed = "document.getElementById('sure').addEventListener('close', () => setTimeout(told), { once: true });"
    await page.says(f"new Promise((told) => {{ {closed} {at_once} }})")
    assert is_talking(kiosk)
    assert await page.says("document.getElementById('sure').open"), "it was asked again, before the first was put away"
    await page.press("sure-yes")
    await shows(page, "after")
    await looks(page, "after")


async def leave_and_come_back(page: PhonePage, kiosk: KioskClient) -> None:
    await page.press("leave")
    await page.press("sure-yes")
    await shows(page, "today")
    await until(lambda: runner(kiosk).view.value.phase is Phase.PEER_LEFT)
    await admit(page)
    await talks(page, kiosk)


@pytest.mark.timeout(240)  # two browsers and a media engine
async def test_desk_and_browser_take_the_talk_from_each_other_and_never_sit_in_it_at_once(ends: Ends) -> None:
    desk = await ends.signed_in_desk()
    kiosk = await waiting_kiosk(ends, desk)
    async with opened(desk) as page:
        assert await receive.admit(desk, first_item(desk)) is None
        await until(lambda: is_talking(desk) and is_talking(kiosk))
        await page.until(f"{ADMIT}?.textContent === 'الدخول إلى المقابلة'")
        await admit(page)
        await talks(page, kiosk)
        await until(lambda: desk.gave_way.value == 1 and desk.day.value.page is DeskPage.TODAY and not desk.is_talking)
        await until(lambda: desk.trouble.value is None and desk.line is not None and desk.line.is_up)
        assert await receive.admit(desk, first_item(desk)) is None
        await stopped(page, "فُتحت المقابلة في مكان آخر")
        await looks(page, "elsewhere")
        await until(lambda: is_talking(desk) and is_talking(kiosk))
        await page.press("stop-action")
        await shows(page, "today")
        assert await page.says("violations") == []


async def test_a_browser_is_told_why_it_is_out(ends: Ends, region: Region) -> None:
    desk = await ends.signed_in_desk()
    kiosk = await waiting_kiosk(ends, desk)
    async with opened(desk) as page:
        standing = await join_by_browser.read(desk)
        assert not isinstance(standing, Refusal)
        assert standing.signed_in_at is not None
        await admit(page)
        await talks(page, kiosk)
        assert await join_by_browser.end(desk) is None
        await stopped(page, "انتهت جلستكم في هذا المتصفح")
        await looks(page, "expired")
        assert first_item(desk).state is AppointmentState.IN_SESSION, "the talk is not lost: the desk goes on with it"
        await page.go(f"{region.url}/official#made-up")
        await stopped(page, "الرابط غير صالح")
        await looks(page, "unknown")
        spent = await linked(desk)
        await page.go(spent)
        await shows(page, "today")
        await page.says("sessionStorage.clear()")
        await page.go(spent)
        await stopped(page, "الرابط غير صالح")
        await page.go(await linked(desk))
        await shows(page, "today")
        await run_in_threadpool(region.stop)
        await page.says("window.dispatchEvent(new Event('online'))")
        await page.until("document.getElementById('notice').textContent.startsWith('تعذّر الاتصال بالخادم')")
        await run_in_threadpool(region.start)
        await page.until("document.getElementById('notice').hidden")
        assert await page.says("violations") == []


async def test_an_official_declines_from_a_browser_naming_unit_reason_and_next_step(ends: Ends) -> None:
    desk = await ends.signed_in_desk()
    kiosk = await waiting_kiosk(ends, desk)
    async with opened(desk, "en-GB") as page:
        await page.until(f"{ADMIT} && !{ADMIT}.disabled")
        await page.click("document.querySelector('#audiences .acts button:not(.main)')")
        await page.until("document.getElementById('decline').open")
        await page.press("decline-yes")
        await page.until("document.getElementById('decline-error').textContent.startsWith('Name who declines')")
        assert await page.says("document.activeElement.id") == "decline-reason"
        await looks(page, "decline")
        await page.says("document.getElementById('decline-reason').value = 'ليس من اختصاصنا'")
        await page.says("document.getElementById('decline-next').value = 'مراجعة الأمانة'")
        await page.press("decline-yes")
        await until(lambda: first_item(desk).state is AppointmentState.OUTCOME_RECORDED)
        await until(lambda: kiosk_page(kiosk) is Page.OUTCOME)
        await page.until("document.querySelector('#audiences .acts').children.length === 0")
        assert await page.says("violations") == []


@pytest.mark.timeout(240)  # two browsers
async def test_two_browsers_talk_and_write_to_each_other(ends: Ends, region: Region) -> None:
    await booked_at_home(region)
    link = await invited(region)
    desk = await ends.signed_in_desk()
    async with opened(desk) as page, phone_page("ar", has_camera=True) as guest:
        await guest.allow("denied", "camera", "microphone")
        await guest.go(link)
        await arrive(guest, region)
        await shows(guest, "waiting")
        await admit(page)
        await shows(guest, "consent")
        await guest.press("enter")
        await page.until(CODE)
        await guest.until(f"{CODE} === {await page.says(f'JSON.stringify({CODE})')}")
        await page.says("document.getElementById('chat-text').value = 'ما رقم المعاملة؟'")
        await page.press("chat-send")
        await guest.until("document.getElementById('chat-lines').textContent.includes('ما رقم المعاملة؟')")
        await guest.says("document.getElementById('chat-text').value = '٤٤٥١'")
        await guest.press("chat-send")
        await page.until("document.getElementById('notice').textContent === 'المراجع: ٤٤٥١'")
        await looks(page, "chat")
        assert await page.says("violations") == []


@pytest.mark.timeout(240)  # a browser and two media engines
async def test_who_was_called_in_is_seen_in_the_browser_too(ends: Ends, region: Region) -> None:
    desk = await ends.signed_in_desk()
    kiosk = await waiting_kiosk(ends, desk)
    third = Desk(region, SOURCES[Party.THIRD])
    try:
        await third.sign_in("emir.office")
        async with opened(desk) as page:
            await admit(page)
            await talks(page, kiosk)
            assert await receive.open_brief(desk, first_item(desk)) is None
            await call(desk, "Manager of the Emir's Office", Capacity.DELEGATE)
            await third.accept()
            await until(talks_with(third.client, Party.OFFICIAL), PATIENCE_S)
            await page.until("document.querySelector('#people figure video')?.currentTime > 0.5")
            told = "document.querySelector('#people figcaption').textContent.includes('يدوّن المحضر')"
            await page.until(told)
            await looks(page, "three")
            assert await call_in.take_out(desk, Party.THIRD) is None
            await page.until("document.querySelectorAll('#people figure').length === 0")
            assert await page.says("violations") == []
    finally:
        await third.client.close()


@pytest.mark.timeout(240)  # a browser and two media engines
async def test_an_official_has_a_private_word_from_a_browser(
    ends: Ends, region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = await ends.signed_in_desk()
    kiosk = await waiting_kiosk(ends, desk)
    third = Desk(region, SOURCES[Party.THIRD])
    try:
        await third.sign_in("emir.office")
        async with opened(desk) as page:
            await admit(page)
            await talks(page, kiosk)
            assert await page.says("document.getElementById('private').hidden"), "nobody of the house is with them"
            assert await receive.open_brief(desk, first_item(desk)) is None
            await call(desk, "Manager of the Emir's Office", Capacity.DELEGATE)
            await third.accept()
            await until(talks_with(third.client, Party.OFFICIAL), PATIENCE_S)
            await page.until("document.getElementById('private').textContent === 'كلمة خاصة'")
            monkeypatch.setattr(runner(kiosk), "_keep_apart", lambda _parties: None)  # what the page does is to be seen
            with watched(kiosk.conference, Stream.REMOTE) as seen:
                await until(lambda: are_black(seen, expected=False), PATIENCE_S)
                await page.press("private")
                await until(lambda: runner(third.client).view.value.is_private)
                await until(lambda: are_black(seen, expected=True), PATIENCE_S)
                await page.until(f"{CALL_SAID}.startsWith('كلمة خاصة بين المسؤولين')")
                assert "وهو يقرأ «لحظة من فضلكم»" in await page.says(CALL_SAID)
                pressed = "document.getElementById('private').getAttribute('aria-pressed')"
                assert await page.says(pressed) == "true"
                tracks = "document.getElementById('remote').srcObject.getTracks()"
                assert await page.says(f"{tracks}.length === 2 && {tracks}.every((each) => !each.enabled)")
                assert await page.says("document.querySelector('#people video').srcObject.getTracks()[0].enabled")
                await looks(page, "private")
                await page.press("private")
                await until(lambda: not runner(third.client).view.value.is_private)
                await until(lambda: are_black(seen, expected=False), PATIENCE_S)
                await page.until("document.getElementById('notice').textContent.startsWith('انتهت الكلمة الخاصة')")
                await page.until(f"{CALL_SAID} === ''")
                assert await page.says(pressed) == "false"
            await has_nobody_to_speak_with(page, third)
            assert await page.says("violations") == []
    finally:
        await third.client.close()


async def has_nobody_to_speak_with(page: PhonePage, third: Desk) -> None:
    """Whose line broke in that very moment cannot be told: the page says why no word began."""
    assert third.client.line is not None
    await third.client.line.stop()
    await page.press("private")
    await page.until("document.getElementById('notice').textContent.startsWith('غير ممكن الآن: تحتاج الكلمة الخاصة')")
    assert await page.says("document.getElementById('private').getAttribute('aria-pressed')") == "false"


async def looks(page: PhonePage, name: str) -> None:
    """Every control has a name and is large enough, nothing has to be moved sideways; pictures for whoever looks."""
    assert await page.says(NAMELESS) == []
    assert await page.says(SMALL) == []
    assert await page.says("document.documentElement.scrollWidth") <= 390
    if folder := os.environ.get("MAJLIS_PICTURES"):
        for size in ((390, 844), (1280, 800)):
            for is_dark in (False, True):
                await page.resize(*size, is_dark=is_dark)
                kept = Path(folder, f"official-{name}-{size[0]}-{'dark' if is_dark else 'light'}.png")
                await run_in_threadpool(kept.write_bytes, await page.picture())
        await page.resize(390, 844)
