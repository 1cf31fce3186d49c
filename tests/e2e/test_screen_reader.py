"""Somebody who does not see books an audience at the real kiosk, by nothing but what a screen reader is told."""

import asyncio
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.display import screen
from tests.e2e.hall import code_for, hall
from tests.screen_reader import ScreenReader, State, Thing, accessibility_bus, readable, screen_reader, spelled

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is Linux's")

SUBJECT = "طلب استكمال إجراءات صك أرض زراعية"
A_WINDOW = """
import sys
from PySide6.QtWidgets import QAbstractButton, QApplication
from desk_client.ui.theme.appearance import Appearance
from tests.gallery.kiosk_sheets import SHEETS
application = QApplication([])
window = dict(SHEETS)["home"](Appearance(application))
for button in window.findChildren(QAbstractButton, sys.argv[1]):
    button.setAccessibleName("")
window.show()
application.exec()
"""
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def bus() -> Iterator[str]:
    with accessibility_bus() as address:
        yield address


async def page(reader: ScreenReader, heading: str) -> list[Thing]:
    """A page has come up: read it out; nothing on it is without a name."""
    things = await reader.heading(heading)
    print(f"\n  {heading}\n{spelled(things)}")  # noqa: T201 - what is read is what one wants to see (pytest -s)
    assert await reader.nameless() == []
    return things


async def test_an_audience_is_booked_by_ear_alone(bus: str) -> None:
    async with hall() as built, screen_reader(bus) as reader:
        citizen = built.sample.citizens[0]
        await built.processes.start("kiosk", "kiosk", environment={**built.environment, **readable(bus)})

        await page(reader, "أهلًا وسهلًا بكم")
        await reader.press("حجز مقابلة")
        await page(reader, "رقم الهوية")
        await reader.press_keys(citizen.national_id, "رقم الهوية")
        await reader.press("متابعة")
        await page(reader, "رقم الجوال")
        await reader.write("رقم الجوال", citizen.mobile_national)
        await reader.press("إرسال الرمز")
        await page(reader, "أدخلوا رمز التحقق")
        await reader.write("رمز التحقق", await code_for(built.sample, citizen))
        await page(reader, "من تودّون مقابلته؟")
        await reader.press("أمير منطقة جازان")
        await page(reader, "ما موضوع المقابلة؟")
        await reader.press("لقاء سمو")
        await page(reader, "كيف تودّون أن تكون المقابلة؟")
        await reader.press("مرئي من هذا الكشك")

        calendar = await page(reader, "متى تودّون الحضور؟")
        days = [each for each in calendar if each.role == "check box" and " هـ " in each.name]
        assert len(days) >= 10  # and none that is full, or gone by
        assert [each.name for each in days if not re.search("متاح", each.name)] == []
        day = days[3]
        await reader.press_this(day)
        await reader.until(lambda each: each.name == day.name and State.CHECKED in each.states, day.name)
        chosen = await reader.things()  # all of it from after the choice
        assert [each.name for each in chosen if each.role == "check box" and State.CHECKED in each.states] == [day.name]
        time_of_day = next(each for each in chosen if each.role == "check box" and re.search(r"[صم]$", each.name))
        await reader.press_this(time_of_day)
        await reader.press("متابعة")

        await page(reader, "عمّ تودّون الحديث؟")
        await reader.write("الموضوع", SUBJECT)
        await reader.press("متابعة", is_whole=True)
        await page(reader, "هل تودّون إرفاق مستند؟")
        await reader.press("متابعة دون مستند")
        summary = spelled(await page(reader, "هل البيانات صحيحة؟"))
        for answer in (citizen.name, SUBJECT, time_of_day.name, day.name.split(" · ")[0]):
            assert answer in summary
        await reader.press("أوافق" if "أوافق وأؤكد" in summary else "تأكيد الحجز")
        ticket = await page(reader, "تم حجز موعدكم")
        assert any(re.fullmatch(r"[٠-٩0-9 -]{6,}", each.name) for each in ticket), spelled(ticket)
        await reader.press("إنهاء", is_whole=True)
        await page(reader, "شكرًا لزيارتكم")


async def test_what_lost_its_name_is_found(bus: str, tmp_path: Path) -> None:
    """The reader's own test: a window like the kiosk's, drawn without a server, with one name less."""
    with screen() as display:
        program = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", A_WINDOW, "reach"),
            env={**os.environ, **readable(bus), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path)},
            cwd=ROOT,
        )
        try:
            async with screen_reader(bus) as reader:
                await reader.heading("أهلًا وسهلًا بكم")
                assert len(await reader.nameless()) == 1
        finally:
            program.terminate()
            await program.wait()
