"""The queue of those without an appointment at the operator's desk, before a real server."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
from PySide6.QtCore import Qt

from desk_client.client.actions import settle
from desk_client.client.printer import Trouble
from desk_client.client.walk_ins import WalkInState
from desk_client.i18n.bidi import without_marks
from tests.cups import QUEUE, Cups
from tests.gui.operator.seat import Operator
from tests.integration.client.conftest import Region

Sit = Callable[..., Any]  # an asynccontextmanager of an Operator


async def open_queue(operator: Operator) -> None:
    await operator.presses("بلا موعد")
    await operator.until(lambda: operator.client.console.walk_ins.value.block is not None, "no block was set aside")


def given(operator: Operator) -> str:
    told = operator.client.console.walk_ins.value.told
    return "" if told is None else told.number


async def test_a_number_is_given_called_and_let_go_by_name(sit_down: Sit) -> None:
    async with sit_down() as operator:
        await open_queue(operator)
        await operator.reads("لا أحد ينتظر")
        await operator.presses("استفسار عن خدمة")
        await operator.until(lambda: given(operator) == "A001")
        await operator.reads("لا طابعة هنا")
        await operator.presses("نداء التالي")
        await operator.until(lambda: [each.number for each in operator.client.console.walk_ins.value.mine] == ["A001"])
        assert operator.nameless() == []
        await operator.presses("خُدم A001")
        await operator.until(lambda: not operator.client.console.walk_ins.value.mine)
        shown = operator.client.console.walk_ins.value.shown
        assert shown is not None
        assert [(each.number, each.state) for each in shown.ended] == [("A001", WalkInState.SERVED)]
        await operator.presses("إعادة إلى الدور A001")
        await operator.until(lambda: (queue := operator.client.console.walk_ins.value.shown) and queue.waiting)


async def test_all_of_it_by_keyboard_and_to_a_kiosk(sit_down: Sit) -> None:
    async with sit_down() as operator:
        await open_queue(operator)
        told = operator.window.console.keys()
        keys = {key for _, how in told for key in without_marks(how).split(" / ")}
        assert {"Ctrl+1", "Ctrl+4", "F2", "F3", "F4", "F8", "F9"} == keys - {"Ctrl+2", "Ctrl+3"}
        for key, number in ((Qt.Key.Key_F2, "A001"), (Qt.Key.Key_F3, "A002")):
            operator.key(key)
            await operator.until(lambda number=number: given(operator) == number)
        await operator.presses("كشك ١")
        operator.key(Qt.Key.Key_F8)
        await operator.until(lambda: operator.client.console.walk_ins.value.mine)
        assert operator.client.console.walk_ins.value.mine[0].kiosk_number == 1
        operator.key(Qt.Key.Key_F9)
        await operator.until(lambda: not operator.client.console.walk_ins.value.mine)


async def test_the_priority_lane_is_for_one_number_and_then_off_again(sit_down: Sit) -> None:
    async with sit_down() as operator:
        await open_queue(operator)
        await operator.presses("استفسار عن خدمة")
        await operator.until(lambda: given(operator) == "A001")
        await operator.presses("أولوية")
        await operator.presses("حجز مقابلة")
        await operator.until(lambda: given(operator) == "A002")
        await operator.until(lambda: len(_waiting(operator)) == 2)
        assert _waiting(operator) == ["A002", "A001"]
        await operator.presses("حجز مقابلة")
        await operator.until(lambda: len(_waiting(operator)) == 3)
        assert _waiting(operator) == ["A002", "A001", "A003"]


async def test_who_is_not_there_is_called_twice_first(sit_down: Sit) -> None:
    async with sit_down() as operator:
        await open_queue(operator)
        await operator.presses("استفسار عن خدمة")
        await operator.until(lambda: given(operator) == "A001")
        await operator.presses("نداء التالي")
        await operator.until(lambda: operator.client.console.walk_ins.value.mine)
        assert not [name for name in operator.hears() if name.startswith("غير موجود")]
        await operator.presses("نداء مرة أخرى A001")
        await operator.presses("غير موجود A001")
        await operator.until(lambda: not operator.client.console.walk_ins.value.mine)


async def test_nobody_waits_is_said(sit_down: Sit) -> None:
    async with sit_down() as operator:
        await open_queue(operator)
        await operator.presses("نداء التالي")
        await operator.reads("لم يعد أحد ينتظر")


async def test_two_desks_of_one_hall_see_each_other(sit_down: Sit) -> None:
    async with sit_down() as first, sit_down() as second:
        await open_queue(first)
        await open_queue(second)
        await first.presses("استفسار عن خدمة")
        await first.until(lambda: given(first) == "A001")
        await second.presses("استفسار عن خدمة")
        await second.until(lambda: given(second) == "A002")
        second.window.refresh()
        await second.until(lambda: _waiting(second) == ["A001", "A002"])


async def test_while_the_server_is_away_numbers_go_on_and_are_handed_in_later(sit_down: Sit, region: Region) -> None:
    async with sit_down() as operator:
        await open_queue(operator)
        await operator.presses("استفسار عن خدمة")
        await operator.until(lambda: given(operator) == "A001")
        region.stop()
        for number in ("S001", "S002"):
            await operator.presses("استفسار عن خدمة")
            await operator.until(lambda number=number: given(operator) == number)
        await operator.reads("الخادم غير متاح")
        await operator.reads("أُعطي هنا ولم يُسلَّم بعد")
        assert operator.window.console.loses()
        await operator.presses("نداء التالي")
        await operator.presses("خُدم S001")
        region.start()
        await operator.until(lambda: not _refreshed(operator).given, "nothing was handed in")
        await operator.until(lambda: _waiting(operator) == ["A001", "S002"])
        assert operator.window.console.loses() == ""
        shown = operator.client.console.walk_ins.value.shown
        assert shown is not None
        assert [each.number for each in shown.ended] == ["S001"]


class _Jammed:
    """A printer without paper, as `client.printer.Printer` tells of it."""

    pages = 0

    async def print_page(self, pdf: bytes, title: str, size_mm: tuple[int, int]) -> Trouble | None:
        assert pdf.startswith(b"%PDF")
        assert size_mm[0] == 80
        assert title == "Number"
        self.pages += 1
        return Trouble.OUT_OF_PAPER if self.pages == 1 else None

    def close(self) -> None:
        """Nothing is open."""


async def test_out_of_paper_the_number_is_told_and_printed_later(sit_down: Sit) -> None:
    printer = _Jammed()
    async with sit_down(printer=printer) as operator:
        await open_queue(operator)
        await operator.presses("استفسار عن خدمة")
        await operator.reads("لا ورق في الطابعة")
        assert "A001" in operator.screen()
        await operator.presses("طباعة مرة أخرى")
        await operator.reads("طُبع الرقم")
        assert printer.pages == 2


async def test_a_number_goes_to_the_printer_that_was_chosen_meanwhile(sit_down: Sit, scheduler: Cups) -> None:
    async with sit_down() as operator:
        await open_queue(operator)
        await operator.presses("استفسار عن خدمة")
        await operator.reads("لا طابعة هنا")
        settle.open_settings(operator.client)
        operator.client.preferences.change(printer=QUEUE)
        settle.close_settings(operator.client)
        await open_queue(operator)
        await operator.presses("طباعة مرة أخرى")
        await operator.reads("طُبع الرقم")
        assert scheduler.printed.startswith(b"%PDF-")
        settle.open_settings(operator.client)
        await operator.reads(f"تُطبع أوراقكم على {QUEUE}.")
        await operator.presses("طباعة صفحة تجريبية")
        await operator.reads("خرجت الصفحة التجريبية من")
        with pikepdf.open(io.BytesIO(scheduler.printed)) as document:
            width_mm = float(document.pages[0].mediabox[2]) / 72 * 25.4
        assert abs(width_mm - 80) < 1, "an operator's papers are on a roll"


def _waiting(operator: Operator) -> list[str]:
    shown = operator.client.console.walk_ins.value.shown
    return [] if shown is None else [each.number for each in shown.waiting]


def _refreshed(operator: Operator) -> Any:
    if not operator.client.console.walk_ins.value.is_away or operator.client.console.walk_ins.value.given:
        operator.window.refresh()
    return operator.client.console.walk_ins.value
