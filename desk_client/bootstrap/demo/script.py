"""The demonstration worked by itself: what a citizen and an official do, touch by touch, with a picture of each."""

import asyncio
import json
import re
import time
from pathlib import Path
from typing import Any, Final

from desk_client.bootstrap.demo.pilots import DemoFailedError, Pilot, Pilots
from desk_client.bootstrap.demo.sample import Citizen, Sample

SUBJECT: Final = "طلب منحة ارض"
"""What the citizen types, key by key, on the touch keyboard."""

DECISION: Final = "تُحال المعاملة إلى إدارة الأراضي لاستكمال الدراسة والإفادة خلال أسبوعين."
_SMS_S: Final = 20.0
_CODE: Final = re.compile(r"(?<![0-9])[0-9]{6}(?![0-9])")


class Script:
    """Plays the whole way once."""

    def __init__(self, pilots: Pilots, sample: Sample, out: Path, talk_s: float) -> None:
        """Pictures go to ``out``; the talk lasts at least ``talk_s`` seconds after both ends see each other."""
        self._pilots = pilots
        self._sample = sample
        self._out = out
        self._talk_s = talk_s
        self._step = 0
        self._messages_read = 0

    async def play(self) -> None:
        """From the attract screen to the confirmed outcome, and home again."""
        citizen = self._sample.citizens[0]
        kiosk = await self._pilots.of("kiosk")
        desk = await self._pilots.of("desk")
        await self._picture(kiosk, "home")
        await self._sign_in_official(desk)
        await self._book(kiosk, citizen)
        await self._leave(kiosk)
        returned = await self._pilots.of("kiosk", after=kiosk)
        await returned.page("home")
        await self._picture(returned, "home-again")
        await self._check_in(returned, citizen)
        await self._admit(desk)
        await self._talk(returned, desk)
        await self._decide(desk)
        await self._confirm(returned, desk)
        fresh = await self._pilots.of("kiosk", after=returned)
        await fresh.page("home")
        await self._picture(fresh, "wiped-and-home")

    async def _sign_in_official(self, desk: Pilot) -> None:
        official = self._sample.staff[0]
        await desk.page("sign_in")
        await self._picture(desk, "sign-in")
        await desk.tap("username")
        await desk.type(official.username)
        await desk.until("press", key="Tab")
        await desk.type(official.password)
        await desk.tap("sign_in")
        await desk.page("today")
        await self._picture(desk, "today")

    async def _identify(self, kiosk: Pilot, citizen: Citizen) -> None:
        await kiosk.page("national_id")
        self._messages_read = len(_messages(self._sample.directory.sms_log))  # a booking's SMS carries a code as well
        await self._digits(kiosk, citizen.national_id)
        await self._picture(kiosk, "national-id")
        await kiosk.tap("continue")
        await kiosk.page("mobile")
        await self._digits(kiosk, citizen.mobile_national)
        await self._picture(kiosk, "mobile")
        await kiosk.tap("continue")
        await kiosk.page("code")
        code = await self._code_sent_to(citizen)
        await self._digits(kiosk, code[:-1])
        await self._picture(kiosk, "code")
        await self._digits(kiosk, code[-1])  # with the last one it goes on by itself

    async def _book(self, kiosk: Pilot, citizen: Citizen) -> None:
        await kiosk.tap("book")
        await self._identify(kiosk, citizen)
        await kiosk.page("office")
        await self._picture(kiosk, "office")
        await kiosk.tap(f"office_{self._sample.office_id}")
        await self._service_if_asked(kiosk)
        await kiosk.page("time")
        await kiosk.until("find", name="next_free")
        await self._picture(kiosk, "time")
        await kiosk.tap("next_free")
        await kiosk.page("subject")
        for character in SUBJECT:
            await kiosk.tap("key_space" if character == " " else f"key_{character}")
        await self._picture(kiosk, "subject")
        await kiosk.tap("continue")
        await kiosk.page("documents")
        await kiosk.tap("continue")
        await kiosk.page("summary")
        await self._picture(kiosk, "summary")
        await kiosk.tap("confirm")
        await kiosk.page("ticket")
        await self._picture(kiosk, "ticket")

    async def _service_if_asked(self, kiosk: Pilot) -> None:
        page = await self._left(kiosk, "office")
        if page == "service":
            await self._picture(kiosk, "service")
            await kiosk.tap("service_*")
            page = await self._left(kiosk, "service")
        if page == "kind":
            await self._picture(kiosk, "kind")
            await kiosk.tap("kind_video_kiosk")

    async def _left(self, pilot: Pilot, page: str) -> str:
        deadline_s = time.monotonic() + 15
        while (seen := str((await pilot.ask("page"))["page"])) == page:
            if time.monotonic() > deadline_s:
                raise DemoFailedError(f"{pilot.role} stayed on page {page!r}")
            await asyncio.sleep(0.05)
        return seen

    async def _leave(self, kiosk: Pilot) -> None:
        await kiosk.tap("finish_later")
        await kiosk.page("farewell")
        await self._picture(kiosk, "farewell-after-booking")

    async def _check_in(self, kiosk: Pilot, citizen: Citizen) -> None:
        await kiosk.tap("attend")
        await self._identify(kiosk, citizen)
        await kiosk.page("appointments")
        await kiosk.until("find", name="check_in_*")
        await self._picture(kiosk, "appointments")
        await kiosk.tap("check_in_*")
        await kiosk.page("waiting")
        await asyncio.sleep(1.0)  # the camera's first pictures, for the picture
        await self._picture(kiosk, "waiting")

    async def _admit(self, desk: Pilot) -> None:
        await desk.until("find", name="arrival_banner")
        await self._picture(desk, "arrival")
        await desk.tap("agenda_item_*")
        await desk.until("find", name="admit")
        await self._picture(desk, "brief")
        await desk.tap("admit")

    async def _talk(self, kiosk: Pilot, desk: Pilot) -> None:
        await desk.page("call")
        await kiosk.page("call")
        await kiosk.until("find", name="call_elapsed", within_s=20)
        await desk.until("find", name="call_elapsed", within_s=20)
        await asyncio.sleep(self._talk_s / 2)
        await self._picture(kiosk, "call-kiosk")
        await self._picture(desk, "call-desk")
        await asyncio.sleep(self._talk_s / 2 + 1.0)

    async def _decide(self, desk: Pilot) -> None:
        await desk.tap("end_call")
        await self._picture(desk, "end-asked")
        await desk.tap("confirm_end")
        await desk.page("outcome")
        await desk.tap("decision_directed")
        await desk.tap("outcome_text")
        await desk.type(DECISION)
        await self._picture(desk, "outcome-written")
        await desk.tap("save_outcome")
        await desk.page("today")

    async def _confirm(self, kiosk: Pilot, desk: Pilot) -> None:
        await kiosk.page("outcome")
        await kiosk.until("find", name="confirm_outcome")
        await self._picture(kiosk, "outcome-read")
        await kiosk.tap("confirm_outcome")
        await self._answer_survey(kiosk)
        await kiosk.page("farewell")
        await self._picture(kiosk, "farewell")
        await asyncio.sleep(0.5)
        await self._picture(desk, "today-done")

    async def _answer_survey(self, kiosk: Pilot) -> None:
        await kiosk.page("survey")
        await self._picture(kiosk, "survey")
        await kiosk.tap("score_5")
        await kiosk.tap("reason_respected")
        await kiosk.tap("reason_clear_answer")
        await self._picture(kiosk, "survey-answered")
        await kiosk.tap("send_answer")

    async def _digits(self, kiosk: Pilot, digits: str) -> None:
        for digit in digits:
            await kiosk.tap(f"digit_{digit}")

    async def _code_sent_to(self, citizen: Citizen) -> str:
        """Wait for the next SMS to that mobile that carries a code."""
        deadline_s = time.monotonic() + _SMS_S
        while time.monotonic() < deadline_s:
            messages = _messages(self._sample.directory.sms_log)
            for message in messages[self._messages_read :]:
                self._messages_read += 1
                found = _CODE.search(message["text"])
                if message["to"] == citizen.mobile and found is not None:
                    return found.group()
            await asyncio.sleep(0.05)
        raise DemoFailedError(f"no SMS with a code came within {_SMS_S:g} s")

    async def _picture(self, pilot: Pilot, name: str) -> None:
        await asyncio.sleep(0.35)  # a page slides in; its picture shows it at rest
        self._step += 1
        print(f"  {self._step:02d} {pilot.role:<6} {name}", flush=True)
        await pilot.picture(self._out / f"{self._step:02d}-{pilot.role}-{name}.png")


def _messages(log: Path) -> list[dict[str, Any]]:
    """The file gateway's messages so far; a line that is still being written is left for the next look."""
    if not log.exists():
        return []
    lines = log.read_text(encoding="utf-8").split("\n")[:-1]
    return [json.loads(line) for line in lines]
