"""From the click that lets somebody in to their first picture: our desk and a kiosk, and two Chromiums, in turn.

Both go through the same server in the same run, with drawn cameras of 720 lines. A click is the finger leaving the
button; a first picture is one that was painted: at our desk in the tile, in Chromium by what
`requestVideoFrameCallback` tells. In the breath between, each talk is sent back to its waiting room.
"""

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from desk_client.bootstrap.demo.pilots import DemoFailedError, Pilot
from desk_client.bootstrap.demo.sample import Citizen, Sample
from desk_client.bootstrap.demo.script import Script
from desk_client.bootstrap.demo.verdict import read
from tests.browser import PhonePage, phone_page
from tests.e2e.hall import Hall, code_for
from tests.integration.server.people import Client, new_key

_TALKS_S: Final = 2.0
"""Before they are sent back: each end has shown more than one picture."""
_INVITED_S: Final = 120.0
_SETTLED_S: Final = 1.5
_POLL_S: Final = 0.05
_LAPTOP: Final = (1280, 800)
_REPORT: Final = "joining.json"
_CLICKED: Final = """
new Promise((resolve) => {
  const clicked = performance.now();
  document.getElementById('remote').requestVideoFrameCallback((now) => resolve(now - clicked));
  document.querySelector('#audiences .acts .main').click();
})
"""
_AGREED: Final = """
sessionStorage.setItem('majlis-guest', JSON.stringify({
  ...JSON.parse(sessionStorage.getItem('majlis-guest')), hasAgreed: true,
}))
"""
"""As whoever has been in once: at the kiosk nobody is asked when they are let in."""


@dataclass(frozen=True)
class Joined:
    """Milliseconds from click to picture, in the order in which they were measured."""

    ours_ms: tuple[float, ...]
    theirs_ms: tuple[float, ...]


class _OurDesk(Script):
    """The official's window and a kiosk, worked by touch."""

    def __init__(self, hall: Hall, report: Path) -> None:
        super().__init__(hall.pilots, hall.sample, hall.kiosk_s.parent, 0.0)
        self._report = report

    async def ready(self) -> tuple[Pilot, Pilot]:
        """Signed in at the desk; at the kiosk somebody waits."""
        citizen = self._sample.citizens[0]
        kiosk, desk = await self._pilots.of("kiosk"), await self._pilots.of("desk")
        await self._sign_in_official(desk)
        await self._book(kiosk, citizen)
        await self._leave(kiosk)
        returned = await self._pilots.of("kiosk", after=kiosk)
        await returned.page("home")
        await self._check_in(returned, citizen)
        return returned, desk

    async def once(self, kiosk: Pilot, desk: Pilot, appointment_id: str) -> float:
        """Let them in, and send them back: milliseconds from the click to their first picture."""
        await desk.page("today")
        await desk.tap(f"agenda_item_{appointment_id}")
        await desk.until("find", name="admit")
        await asyncio.sleep(_SETTLED_S)
        self._report.unlink(missing_ok=True)
        await desk.until("touch", name="admit")
        clicked_s = time.monotonic()
        await desk.ask("lift")
        await desk.page("call")
        await desk.until("find", name="call_elapsed")
        await kiosk.until("find", name="call_elapsed")
        await asyncio.sleep(_TALKS_S)
        await desk.tap("send_back")
        await desk.tap("confirm_send_back")
        await desk.page("today")
        await kiosk.page("waiting")
        first_s = read(self._report).first_painted_s
        if first_s is None:
            raise DemoFailedError("the desk painted no picture of the kiosk's")
        return (first_s - clicked_s) * 1000

    async def _picture(self, pilot: Pilot, name: str) -> None:
        """Nobody looks at pictures here."""


async def joining(hall: Hall, url: str, times: int) -> Joined:
    """Let in so many times each, in turn, after one each that is not counted."""
    report = hall.kiosk_s.parent / _REPORT
    large = {"DESK_CLIENT_SYNTHETIC_PICTURE": "720p"}
    of_desk = {
        "DESK_CLIENT_FULL_SCREEN": "false",
        "DESK_CLIENT_CALL_REPORT": str(report),
        "DESK_CLIENT_DATA_DIR": str(hall.kiosk_s.parent / "desk"),
        "DISPLAY": await asyncio.to_thread(hall.processes.screen, 1920, 1080),
    }
    programs = [
        await hall.processes.start("kiosk", "kiosk", environment={**hall.environment, **large}),
        await hall.processes.start("desk", "desk", environment={**hall.environment, **large, **of_desk}),
    ]
    ours, theirs = [], []
    desk = _OurDesk(hall, report)
    kiosk_window, desk_window = await desk.ready()
    official = Client(url)
    official.token = await asyncio.to_thread(_signed_in, official, hall.sample)
    waiting = await asyncio.to_thread(_of_today, official)
    async with _two_browsers(hall.sample, official) as (page, guest):
        invited = next(each for each in await asyncio.to_thread(_of_today, official) if each not in waiting)
        for number in range(times + 1):
            our_ms = await desk.once(kiosk_window, desk_window, waiting[0])
            their_ms = await _once(page, guest, official, invited)
            print(f"joined: our desk {our_ms:.0f} ms, two Chromiums {their_ms:.0f} ms", flush=True)
            if number > 0:
                ours.append(our_ms)
                theirs.append(their_ms)
    official.close()
    for each in reversed(programs):
        each.process.terminate()
        await each.process.wait()
    return Joined(tuple(ours), tuple(theirs))


async def _once(page: PhonePage, guest: PhonePage, official: Client, appointment_id: str) -> float:
    """The same in two browsers."""
    it = f"document.getElementById('admit-{appointment_id}')"
    await page.until(f"{it} && !{it}.disabled && {it}.textContent === 'السماح بالدخول'")
    await asyncio.sleep(_SETTLED_S)
    took_ms = float(await page.says(_CLICKED.replace("document.querySelector('#audiences .acts .main')", it)))
    await guest.until("document.getElementById('remote').currentTime > 0")
    await asyncio.sleep(_TALKS_S)
    await asyncio.to_thread(official.got, "POST", f"/appointments/{appointment_id}/send-back")
    await page.until("document.getElementById('today').checkVisibility()")
    await guest.until("document.getElementById('waiting').checkVisibility()")
    return took_ms


@asynccontextmanager
async def _two_browsers(sample: Sample, official: Client) -> AsyncIterator[tuple[PhonePage, PhonePage]]:
    """The official's at their list, and a guest's who waits."""
    citizen = sample.citizens[1]
    link = await _invited(sample, citizen, official.url)
    url = (await asyncio.to_thread(official.got, "POST", "/desk/browser/links"))["url"]
    async with phone_page("ar", has_camera=True) as page, phone_page("ar", has_camera=True) as guest:
        for each in (page, guest):
            await each.allow("granted", "camera", "microphone")
            await each.resize(*_LAPTOP)
        await page.go(url)
        await page.until("document.getElementById('today').checkVisibility()")
        sent = len(sample.directory.sms_log.read_text().splitlines())
        await guest.go(link)
        await guest.press("send-code")
        code = await code_for(sample, citizen, sent)
        await guest.until("document.getElementById('code').checkVisibility()")
        await guest.says(f"document.getElementById('code').value = '{code}'")
        await guest.press("enter-code")
        await guest.press("open-devices")
        await guest.press("devices-done")
        await guest.until("document.getElementById('waiting').checkVisibility()")
        await guest.says(_AGREED)
        await guest.reload()
        await guest.until("document.getElementById('waiting').checkVisibility()")
        yield page, guest


async def _invited(sample: Sample, citizen: Citizen, url: str) -> str:
    """Book at home; the link that comes for it."""
    client = Client(url)
    log = sample.directory.sms_log
    before = len(log.read_text().splitlines()) if log.exists() else 0
    who = {"national_id": citizen.national_id, "mobile": citizen.mobile}
    begun = await asyncio.to_thread(client.got, "POST", "/citizen/own/challenges", who)
    code = await code_for(sample, citizen, before)
    signed_in = {"challenge_id": begun["challenge_id"], "code": code}
    client.token = (await asyncio.to_thread(client.got, "POST", "/citizen/own/sessions", signed_in))["token"]
    await asyncio.to_thread(_book, client, sample.office_id)
    client.close()
    until_s = time.monotonic() + _INVITED_S
    while time.monotonic() < until_s:
        texts = [json.loads(line)["text"] for line in log.read_text().splitlines()[before:]]
        if found := re.findall(r"^http\S+/guest#\S+$", "\n".join(texts), re.MULTILINE):
            return str(found[-1])
        await asyncio.sleep(_POLL_S)
    raise DemoFailedError("no link was sent to whoever booked at home")


def _book(client: Client, office_id: str) -> None:
    client.agree()
    service_id = f"{office_id}-audience"
    today = client.got("GET", "/version")["server_time"][:10]
    query = f"service_id={service_id}&first={today}&days=7&kind=video_own"
    days = client.got("GET", f"/offices/{office_id}/availability?{query}")["days"]
    starts_at = next(slot["starts_at"] for day in days for slot in day["slots"])
    ask = {"office_id": office_id, "service_id": service_id, "starts_at": starts_at, "kind": "video_own"}
    held = client.got("POST", "/holds", ask, Idempotency_Key=new_key())
    client.got("POST", "/appointments", {"hold_id": held["id"]}, Idempotency_Key=new_key())


def _signed_in(client: Client, sample: Sample) -> str:
    staff = sample.staff[0]
    answer: Any = client.got("POST", "/staff/sessions", {"username": staff.username, "password": staff.password})
    return str(answer["token"])


def _of_today(official: Client) -> list[str]:
    return [each["id"] for each in official.got("GET", "/desk/agenda")["items"]]
