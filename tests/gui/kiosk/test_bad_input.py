"""What people, machines and clocks do that nobody meant: it is said in words, and nothing is lost."""

from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from sqlalchemy import func, select

from desk_client.client.server_clock import ServerClock, utc_now
from desk_client.client.visit import MAX_SUBJECT_LENGTH
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.words import is_readable
from desk_client.server.storage.tables.booking import appointment
from desk_client.ui.kiosk.settling import SETTLE_MS
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.visitor import Visitor
from tests.gui.widgets.touch import tap
from tests.integration.client.conftest import Ends, Region

FAMILY = "👨\u200d👩\u200d👧"
HOSTILE = f"حفرة\u202e في\u0000 الطريق \u2066{FAMILY} mixed عربي and اردو نہیں\u200cہے\t" * 200
"""10,000 letters and more: an override, an isolate without an end, a zero, a family, two directions and a tab."""


async def identified(visitor: Visitor, region: Region, codes_before: int = 0) -> None:
    """The whole way to the choice of an official, by keys."""
    await visitor.touch("book")
    await visitor.until_page("national_id")
    visitor.type("1000000008")
    await visitor.touch("continue")
    await visitor.until_page("mobile")
    visitor.type("0500000001")
    await visitor.touch("continue")
    await visitor.until_page("code")
    visitor.type(await region.code_sent_to("0500000001", after=codes_before))
    await visitor.until_page("office")


async def with_a_time(visitor: Visitor, region: Region) -> None:
    """As far as the question of what it is about."""
    await identified(visitor, region)
    await visitor.touch("office_emir")
    await visitor.touch("service_emir-audience")
    await visitor.touch("kind_video_kiosk")
    await visitor.until_page("time")
    await visitor.touch("next_free")
    await visitor.until_page("subject")


def paste(visitor: Visitor, field: str, text: str) -> None:
    widget = visitor.find(field)
    assert widget is not None
    widget.setFocus()
    QGuiApplication.clipboard().setText(text)
    QTest.keySequence(widget, "Ctrl+V")
    QApplication.processEvents()


async def test_ten_thousand_letters_are_pasted_with_all_that_no_reader_sees(
    ends: Ends, region: Region, open_window: Open
) -> None:
    assert len(HOSTILE) > 10_000
    desk = await ends.signed_in_desk()
    async with open_window(await ends.kiosk()) as visitor:
        await with_a_time(visitor, region)
        paste(visitor, "subject", HOSTILE)
        await visitor.touch("continue")
        await visitor.until_page("documents")
        await visitor.touch("continue")
        await visitor.until_page("summary")
        await visitor.touch("confirm")
        await visitor.until_page("ticket")

    def received() -> str:
        agenda = desk.day.value.agenda
        return "" if agenda is None else next((item.subject for item in agenda.items if item.subject), "")

    await visitor.until(received, "the official reads nothing")
    assert len(received()) <= MAX_SUBJECT_LENGTH
    assert is_readable(received())
    assert received().startswith(f"حفرة في الطريق {FAMILY} mixed عربي and اردو نہیں\u200cہے حفرة")


@pytest.mark.parametrize("typed", ["عبدالله 🙂", "٠٥٠٠٠٠٠٠٠١", "--''.."])
async def test_what_is_no_name_is_said_at_its_field_and_stays_there(
    ends: Ends, region: Region, open_window: Open, typed: str
) -> None:
    async with open_window(await ends.kiosk()) as visitor:
        await unknown(visitor, region)
        paste(visitor, "name", typed)
        await visitor.touch("continue")
        await visitor.until(lambda: "تعذّرت قراءة الاسم" in visitor.reads(), "nothing is said")
        assert visitor.window.page_name == "name"
        field = visitor.find("name")
        assert isinstance(field, QLineEdit)
        assert field.text() == typed


async def test_a_name_with_what_no_reader_sees_is_a_name(ends: Ends, region: Region, open_window: Open) -> None:
    async with open_window(await ends.kiosk()) as visitor:
        await unknown(visitor, region)
        paste(visitor, "name", "\u202eسعاد\u2066  المثال\u200f" + "ع" * 10_000)
        await visitor.touch("continue")
        await visitor.until_page("office")
        session = visitor.visit.session
    assert session is not None
    assert session.person.name is not None
    assert session.person.name.startswith("سعاد المثالع")
    assert is_readable(session.person.name)


@pytest.mark.parametrize("wrong", [timedelta(days=1), timedelta(days=-1)], ids=["ahead", "behind"])
async def test_a_kiosk_whose_clock_is_wrong_by_a_day_books_all_the_same(
    ends: Ends, region: Region, open_window: Open, wrong: timedelta
) -> None:
    client = await ends.kiosk()
    client.clock = ServerClock(lambda: utc_now() + wrong)
    async with open_window(client) as visitor:
        await with_a_time(visitor, region)
        await visitor.touch("continue")
        await visitor.until_page("documents")
        await visitor.touch("continue")
        await visitor.until_page("summary")
        assert "هذا الوقت محجوز لكم" in visitor.reads()
        await visitor.touch("confirm")
        await visitor.until_page("ticket")
        booked = visitor.visit.appointment
    assert booked is not None
    assert booked.state is AppointmentState.BOOKED


async def test_whoever_touches_everything_twice_answers_each_question_once(
    ends: Ends, region: Region, open_window: Open
) -> None:
    async with open_window(await ends.kiosk(), settle_ms=SETTLE_MS) as visitor:
        seen: list[str] = []
        visitor.window.client.visit.subscribe(lambda visit: seen.append(str(visit.page)))
        await twice(visitor, "book")
        visitor.type("1000000008")
        await twice(visitor, "continue")
        visitor.type("0500000001")
        await twice(visitor, "continue")
        await visitor.until_page("code")
        visitor.type(await region.code_sent_to("0500000001"))
        await twice(visitor, "office_emir")
        await twice(visitor, "service_emir-audience")
        await twice(visitor, "kind_video_kiosk")
        await twice(visitor, "next_free")
        await twice(visitor, "continue")
        await twice(visitor, "continue")
        await twice(visitor, "confirm")
        assert visitor.window.page_name == "ticket"
        assert visitor.find("check_in"), "whoever confirmed twice has begun to check in"
        each_once = [page for number, page in enumerate(seen) if number == 0 or page != seen[number - 1]]
        assert each_once == list(dict.fromkeys(each_once)), "a page came again"
        assert each_once[-2:] == ["summary", "ticket"]
    booked = region.running.house.read_now(
        lambda transaction: transaction.connection.scalar(select(func.count()).select_from(appointment))
    )
    assert booked == 1


async def twice(visitor: Visitor, name: str) -> None:
    """Touch a place, and the same place again as soon as something else has come up there."""
    window = visitor.window

    def reachable() -> QWidget | None:
        widget = visitor.find(name)
        if widget is None:
            return None
        hit = window.childAt(widget.mapTo(window, widget.rect().center()))
        return widget if hit is not None and (hit is widget or widget.isAncestorOf(hit)) else None

    await visitor.until(reachable, f"nobody can touch {name}")
    widget = reachable()
    assert widget is not None
    place = widget.mapTo(window, widget.rect().center())
    before = window.page_name
    tap(visitor.finger, window, place)
    await visitor.until(lambda: window.page_name != before, f"{name} leads nowhere")
    tap(visitor.finger, window, place)
    QApplication.processEvents()


async def unknown(visitor: Visitor, region: Region) -> None:
    """Somebody who was never here: they are asked for their name."""
    await visitor.touch("book")
    await visitor.until_page("national_id")
    visitor.type("1000000016")
    await visitor.touch("continue")
    await visitor.until_page("mobile")
    visitor.type("0500000009")
    await visitor.touch("continue")
    await visitor.until_page("code")
    visitor.type(await region.code_sent_to("0500000009"))
    await visitor.until_page("name")
