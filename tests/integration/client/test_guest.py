"""Guests in a real Chromium, from the link in an SMS to the farewell, with a real server and a real desk's client."""

import os
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from starlette.concurrency import run_in_threadpool

from desk_client.client.actions import call_in, decide, reach, receive, waiting_room
from desk_client.client.calls import CallRunner
from desk_client.client.desk import DeskClient
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.call import Phase
from desk_client.domain.called_in import Capacity
from desk_client.domain.decision import ActionItem, Decision, DecisionCode
from desk_client.domain.notes import NoteKind, Prepared
from desk_client.domain.party import Party
from desk_client.domain.showing import Showing
from desk_client.protocol.notes import Note, NoteAsk
from desk_client.server.jobs.inviting import invite_guests
from tests.browser import PhonePage, phone_page
from tests.integration.client.conftest import FOR_BROWSERS, KNOWN, Ends, Region, until
from tests.integration.client.test_called_in import PATIENCE_S, SOURCES, Desk, call, talks_with
from tests.integration.server.people import Client, new_key

pytestmark = pytest.mark.usefixtures(FOR_BROWSERS)

DECISION: Final = Decision(DecisionCode.DIRECTED, "تُحال إلى إدارة الأراضي.", "إدارة الأراضي")
_MOBILE: Final = "+966500000001"
NAMELESS: Final = """
[...document.querySelectorAll('button, input, video, meter, dialog')].filter((it) => it.checkVisibility()
  && !it.matches('video') && !(it.textContent.trim() || it.labels?.length || it.ariaLabel
  || it.getAttribute('aria-labelledby'))).map((it) => it.id)
"""
SMALL: Final = """
[...document.querySelectorAll('button, input:not([type=radio]):not([type=checkbox])')]
  .filter((it) => it.checkVisibility() && it.getBoundingClientRect().height < 44).map((it) => it.id)
"""

UNSEEN: Final = """
  Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
  window.asked = 0;
  const ask = window.fetch, now = performance.now.bind(performance);
  window.fetch = (...what) => { window.asked += 1; return ask(...what); };
  performance.now = () => now() + 50000;
"""
"""The page lies behind another one, fifty seconds have passed, and its questions are counted."""


def texts(region: Region) -> list[str]:
    return [message["text"] for message in region.messages() if message["to"] == _MOBILE]


def links(region: Region) -> list[str]:
    return re.findall(r"^http\S+/guest#\S+$", "\n".join(texts(region)), re.MULTILINE)


def codes(region: Region) -> list[str]:
    return re.findall(r"(?:رمز الدخول|sign-in code is)\W+(\d{6})", "\n".join(texts(region)))


async def code(region: Region, after: int) -> str:
    """The newest code, once so many were sent before it."""
    await until(lambda: len(codes(region)) > after)
    return codes(region)[-1]


async def booked_at_home(region: Region, slot: int = 0) -> dict[str, Any]:
    """An audience at the citizen's own computer, as it is booked there."""
    body = {"national_id": KNOWN[0], "mobile": KNOWN[1]}
    citizen = Client(region.url)
    begun = await run_in_threadpool(citizen.got, "POST", "/citizen/own/challenges", body)
    sign_in = {"challenge_id": begun["challenge_id"], "code": await code(region, 0)}
    citizen.token = (await run_in_threadpool(citizen.got, "POST", "/citizen/own/sessions", sign_in))["token"]

    def book() -> dict[str, Any]:
        citizen.agree()
        today = region.running.house.clock.now().date()
        query = f"service_id=emir-audience&first={today}&days=28&kind=video_own"
        days = citizen.got("GET", f"/offices/emir/availability?{query}")["days"]
        starts_at = [each["starts_at"] for day in days for each in day["slots"]][slot]
        ask = {"office_id": "emir", "service_id": "emir-audience", "starts_at": starts_at, "kind": "video_own"}
        held = citizen.got("POST", "/holds", ask, Idempotency_Key=new_key())
        booked = citizen.got("POST", "/appointments", {"hold_id": held["id"]}, Idempotency_Key=new_key())
        appointment: dict[str, Any] = booked["appointment"]
        return appointment

    try:
        return await run_in_threadpool(book)
    finally:
        citizen.close()


async def invited(region: Region, count: int = 1) -> str:
    """The newest link that was sent."""
    await run_in_threadpool(invite_guests, region.running.house)
    await until(lambda: len(links(region)) == count)
    return links(region)[-1]


def runner(desk: DeskClient) -> CallRunner:
    call = desk.conference.call.value
    assert call is not None
    return call


@pytest.mark.timeout(240)  # a whole audience, with a browser and two media engines
async def test_a_guest_is_received_from_a_browser(ends: Ends, region: Region) -> None:
    await booked_at_home(region)
    link = await invited(region)
    desk = await ends.signed_in_desk()
    async with phone_page("ar", has_camera=True) as page:
        await page.allow("denied", "camera", "microphone")
        await page.go(link)
        await arrive(page, region)
        await wait(page, desk)
        await page.press("enter")
        await talk(page, desk)

        before = runner(desk).view.value.code
        await page.reload()
        await talks(page, desk, but_not=before)
        await page.until("document.querySelectorAll('#chat-lines li').length === 3")  # it comes again
        await page.press("hang-up")
        await page.until("document.getElementById('sure').open")
        await looks(page, "sure")
        await page.press("sure-yes")
        await shows(page, "left")
        await until(lambda: runner(desk).view.value.phase is Phase.PEER_LEFT)
        await page.press("come-back")
        await talks(page, desk)

        assert await receive.complete(desk) is None
        await part(page, desk)
        assert await page.says("violations") == []
        await page.go(link)
        await stopped(page, "انتهى هذا الموعد")


@pytest.mark.timeout(240)  # a browser and three media engines
async def test_a_guest_sees_who_is_called_in_and_is_seen_by_them(ends: Ends, region: Region) -> None:
    await booked_at_home(region)
    link = await invited(region)
    desk = await ends.signed_in_desk()
    third = Desk(region, SOURCES[Party.THIRD])
    try:
        await third.sign_in("emir.office")
        async with phone_page("ar", has_camera=True) as page:
            await page.allow("denied", "camera", "microphone")
            await page.go(link)
            await arrive(page, region)
            await shows(page, "waiting")
            await until(lambda: state(desk) is AppointmentState.WAITING)
            assert await receive.admit(desk, item(desk)) is None
            await shows(page, "consent")
            await page.press("enter")
            await talks(page, desk)
            await call(desk, "Manager of the Emir's Office", Capacity.DELEGATE)
            await third.accept()
            await until(talks_with(third.client, Party.OFFICIAL), PATIENCE_S)
            await page.until("document.querySelector('#people figure video')?.currentTime > 0.5")
            assert "يدوّن المحضر · مدير مكتب سمو أمير المنطقة" in await page.says(
                "document.querySelector('#people figcaption').textContent"
            )
            assert "انضم" in await page.says("document.getElementById('people-said').textContent")
            await until(lambda: moves(third.client), PATIENCE_S)
            runner(third.client).set_camera(on=False)
            await page.until("document.querySelector('#people figcaption').textContent.includes('الكاميرا متوقفة')")
            await looks(page, "three")
            assert await call_in.take_out(desk, Party.THIRD) is None
            await page.until("document.querySelectorAll('#people figure').length === 0")
            await talks(page, desk)
            assert await page.says("violations") == []
    finally:
        await third.client.close()


def moves(client: DeskClient) -> bool:
    """Pictures of whom it talks with first, the guest, are decoded."""
    stats = runner(client).view.value.stats
    return stats is not None and (stats.fps_decoded or 0) > 0


async def arrive(page: PhonePage, region: Region) -> None:
    """Who one is, and whether one is seen and heard: first the browser refuses, then it is asked again."""
    await shows(page, "identity")
    assert await page.says("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    assert await page.says("location.href") == f"{region.url}/guest", "nobody reads the link over a shoulder"
    await looks(page, "identity")
    await page.press("send-code")
    await typed(page, await code(region, 1))
    await shows(page, "devices")
    await page.press("open-devices")
    await page.until("document.getElementById('devices-said').textContent.startsWith('لم يُسمح للصفحة')")
    await looks(page, "refused")
    await page.allow("granted", "camera", "microphone")
    await page.press("open-devices")
    await page.until("document.getElementById('level').value > 0.2")
    mirrored = "getComputedStyle(document.getElementById('mirror')).transform === 'matrix(-1, 0, 0, 1, 0, 0)'"
    assert await page.says(mirrored)
    await looks(page, "devices")
    await page.press("devices-done")


async def wait(page: PhonePage, desk: DeskClient) -> None:
    """In the waiting room, until the official lets them in."""
    await shows(page, "waiting")
    await page.until("document.getElementById('eta').textContent.startsWith('الوقت المتوقع للانتظار')")
    await until(lambda: state(desk) is AppointmentState.WAITING)
    await write(desk, NoteAsk(kind=NoteKind.WAITING, prepared=Prepared.TEN_MINUTES))
    await page.until("document.getElementById('notes').textContent.includes('نحو عشر دقائق')")
    await write(desk, NoteAsk(kind=NoteKind.WAITING, prepared=Prepared.DELAYED, minutes=25))
    await page.until("document.getElementById('notes').textContent.includes('نحو 25')")
    assert await waiting_room.begin_break(desk, 10) is None
    await page.until("document.getElementById('eta').textContent.includes('استراحة قصيرة')")
    assert await waiting_room.end_break(desk) is None
    await page.until("!document.getElementById('eta').textContent.includes('استراحة')")
    await looks(page, "waiting")
    assert await receive.admit(desk, item(desk)) is None
    await shows(page, "consent")
    await looks(page, "consent")


async def talk(page: PhonePage, desk: DeskClient) -> None:
    """What each sees and reads of the other."""
    await talks(page, desk)
    await until(lambda: runner(desk).view.value.code is not None)
    same = runner(desk).view.value.code
    await page.until(f"document.getElementById('code-of-call').textContent.includes('{same}')")
    await page.until("document.getElementById('quality').textContent === 'الاتصال جيد'")
    await write(desk, NoteAsk(kind=NoteKind.CAPTION, text="نسمعكم جيداً"))
    await page.until("document.getElementById('caption').textContent === 'نسمعكم جيداً'")
    await converse(page, desk)
    await page.press("camera")
    await until(lambda: runner(desk).view.value.peer_shows is Showing.OFF)
    await page.press("camera")
    await until(lambda: runner(desk).view.value.peer_shows is Showing.CAMERA)
    await looks(page, "call")


async def converse(page: PhonePage, desk: DeskClient) -> None:
    """What both write beside it."""
    assert await reach.write_chat(desk, "ما رقم المعاملة؟", "key-of-the-first") is None
    await page.until("document.getElementById('chat-lines').textContent.includes('ما رقم المعاملة؟')")
    assert await reach.write_chat(desk, "خذوا وقتكم", "key-of-the-second") is None
    await page.until("document.getElementById('notice').textContent.endsWith('خذوا وقتكم')")
    await page.says("document.getElementById('chat-text').value = '٤٤٥١٢٣ <b>'")
    await page.press("chat-send")
    await page.until("document.querySelector('#chat-lines li[data-author=citizen] p')?.textContent === '٤٤٥١٢٣ <b>'")
    await until(lambda: written_beside(desk) == ["ما رقم المعاملة؟", "خذوا وقتكم", "٤٤٥١٢٣ <b>"])
    assert await page.says("document.getElementById('chat-text').value") == ""


def written_beside(desk: DeskClient) -> list[str]:
    brief = desk.day.value.brief
    return [] if brief is None else [line.text for line in brief.chat]


async def part(page: PhonePage, desk: DeskClient) -> None:
    """What was decided, what one thought of it, and nothing that stays behind."""
    await shows(page, "outcome")
    await looks(page, "outcome-awaited")
    assert await decide.record_outcome(desk, DECISION) is None
    await page.until("document.getElementById('outcome-text').checkVisibility()")
    assert "إدارة الأراضي" in await page.says("document.getElementById('outcome-card').innerText")
    assert await decide.take_back(desk) is None
    await page.until("document.getElementById('outcome-wait').checkVisibility()")
    task = ActionItem("معاينة الأرض", "إدارة المساحة", desk.clock.now().date() + timedelta(days=14))
    assert await decide.record_outcome(desk, replace(DECISION, actions=(task,))) is None
    await page.until("document.getElementById('outcome-text').checkVisibility()")
    assert "معاينة الأرض (إدارة المساحة، حتى" in await page.says("document.getElementById('outcome-card').innerText")
    await looks(page, "outcome")
    await page.press("outcome-read")
    await shows(page, "survey")
    await page.says("document.querySelector('input[name=score][value=\"5\"]').click()")
    await page.says("document.querySelector('input[value=quick]').click()")
    await looks(page, "survey")
    await page.press("send-survey")
    await shows(page, "farewell")
    await looks(page, "farewell")
    assert await page.says("sessionStorage.length") == 0, "nothing of it stays with the browser"
    await until(lambda: state(desk) is AppointmentState.CONFIRMED)


async def test_a_link_opens_once_in_its_hour_for_whoever_has_the_mobile(region: Region) -> None:
    await booked_at_home(region)
    link = await invited(region)
    async with phone_page("en-GB", has_camera=True) as page:
        await page.go(f"{region.url}/guest#made-up")
        await stopped(page, "This is no good link")
        await page.go(link)
        assert await page.says("[document.documentElement.lang, document.documentElement.dir]") == ["en", "ltr"]
        await page.press("send-code")
        right = await code(region, 1)
        await typed(page, "000000" if right != "000000" else "000001")
        await page.until(
            "document.getElementById('code-error').textContent === 'The code is not right. Tries left: 4.'"
        )
        await looks(page, "wrong-code")
        await typed(page, right)
        await shows(page, "devices")

        await page.says("sessionStorage.clear()")
        await page.go(link)
        await stopped(page, "This link has been used")
        assert "emir" not in (await page.says("document.body.innerText")).lower(), "it tells nothing about anybody"
        await looks(page, "used")
        await page.press("stop-action")
        await stopped(page, "A new link is on its way")
        await until(lambda: len(links(region)) == 2)
        await page.go(links(region)[-1])
        assert await page.says("violations") == []
        await page.go(links(region)[-1])
        await shows(page, "identity")


async def test_a_page_that_nobody_sees_asks_once_a_minute_all_the_same(region: Region) -> None:
    await booked_at_home(region)
    link = await invited(region)
    async with phone_page("ar", has_camera=True) as page:
        await page.go(link)
        await page.press("send-code")
        await typed(page, await code(region, 1))
        await shows(page, "devices")  # no line stands yet, over which the server would hear of it
        await page.says(UNSEEN)
        await page.until("window.asked > 0")


def item(desk: DeskClient) -> Any:
    agenda = desk.day.value.agenda
    assert agenda is not None
    return agenda.items[0]


def state(desk: DeskClient) -> AppointmentState:
    found: AppointmentState = item(desk).state
    return found


async def write(desk: DeskClient, note: NoteAsk) -> None:
    written = await desk.gateway.ask(
        "POST", f"/v1/appointments/{item(desk).id}/notes", Note, token=desk.token, body=note
    )
    assert isinstance(written, Note), written


async def typed(page: PhonePage, text: str) -> None:
    await page.until("document.getElementById('code').checkVisibility()")
    await page.says(f"document.getElementById('code').value = '{text}'")
    await page.press("enter-code")


async def shows(page: PhonePage, section: str) -> None:
    await page.until(f"document.getElementById('{section}')?.checkVisibility()")


async def stopped(page: PhonePage, title: str) -> None:
    await page.until(f"document.getElementById('stop-title')?.textContent === '{title}'")


async def let_in(page: PhonePage, region: Region, desk: DeskClient) -> None:
    """From the link to the page that asks whether to enter, once the official has admitted them."""
    await page.allow("denied", "camera", "microphone")
    await page.go(await invited(region))
    await arrive(page, region)
    await admitted(page, desk)


async def admitted(page: PhonePage, desk: DeskClient) -> None:
    await shows(page, "waiting")
    await until(lambda: state(desk) is AppointmentState.WAITING)
    assert await receive.admit(desk, item(desk)) is None
    await shows(page, "consent")


async def enters(page: PhonePage, desk: DeskClient) -> None:
    await page.press("enter")
    await talks(page, desk)


async def talks(page: PhonePage, desk: DeskClient, *, but_not: str | None = None) -> None:
    """Each sees the other: pictures that move, in a connection that both know by the same code."""
    await until(lambda: runner(desk).view.value.phase is Phase.TALKING and runner(desk).view.value.code != but_not)
    await page.says("window.seen = document.getElementById('remote').getVideoPlaybackQuality().totalVideoFrames")
    await page.until("document.getElementById('remote').getVideoPlaybackQuality().totalVideoFrames > window.seen + 5")
    await page.until("document.getElementById('call-state').textContent === ''")


async def looks(page: PhonePage, name: str) -> None:
    """Every control has a name and is large enough, nothing has to be moved sideways; pictures for whoever looks."""
    assert await page.says(NAMELESS) == []
    assert await page.says(SMALL) == []
    assert await page.says("document.documentElement.scrollWidth") <= 390
    assert await page.says("document.querySelectorAll('h1').length > 0")
    if folder := os.environ.get("MAJLIS_PICTURES"):
        for size in ((390, 844), (1280, 800)):
            for is_dark in (False, True):
                await page.resize(*size, is_dark=is_dark)
                await keep(await page.picture(), folder, f"{name}-{size[0]}-{'dark' if is_dark else 'light'}")
        await page.resize(390, 844)


async def keep(picture: bytes, folder: str, name: str) -> None:
    await run_in_threadpool(Path(folder, f"guest-{name}.png").write_bytes, picture)
