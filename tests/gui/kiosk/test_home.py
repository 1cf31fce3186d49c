"""The home screen: a card for each service that exists, no scrolling, and the walk-up rule in plain words."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from desk_client.client.kiosk import KioskClient, KioskDay, KioskService, Station
from desk_client.client.visit import Goal, Page, Visit
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.kiosks import FreeKiosk
from desk_client.ui.kiosk.home_grid import columns
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import TextSize
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.visitor import Visitor

DAY = ("GET", "/v1/kiosks/self/day")
CARDS = ("book", "attend", "service_points", "operator")


def soon(minutes: float, *free: FreeKiosk) -> KioskDay:
    return KioskDay(next_at=sample.NOW + timedelta(minutes=minutes), free=free)


async def greeted(visitor: Visitor, gateway: ScriptedGateway) -> None:
    await visitor.until(lambda: any(path == DAY[1] for _, path, _ in gateway.asked))
    await visitor.until(lambda: visitor.window.client.day.value is not None)


@pytest.mark.parametrize(
    ("station", "cards"),
    [
        (sample.TWO_SERVICES, ["book", "attend"]),
        (sample.THREE_SERVICES, ["book", "attend", "service_points"]),
        (sample.STATION, list(CARDS)),
        (sample.station_with(KioskService.ATTEND, KioskService.OPERATOR), ["attend", "operator"]),
    ],
)
async def test_a_card_is_there_only_where_its_service_exists(
    client: KioskClient, gateway: ScriptedGateway, open_window: Open, station: Station, cards: list[str]
) -> None:
    assert station.kiosk is not None
    gateway.script["GET", "/v1/kiosks/self"] = station.kiosk
    async with open_window(client, now=lambda: sample.NOW) as visitor:
        await greeted(visitor, gateway)
        assert [name for name in CARDS if visitor.find(name) is not None] == cards


async def test_before_the_server_has_said_what_there_is_one_can_book_and_attend(
    client: KioskClient, gateway: ScriptedGateway, open_window: Open
) -> None:
    gateway.script["GET", "/v1/version"] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    async with open_window(client, now=lambda: sample.NOW) as visitor:
        await visitor.until(lambda: visitor.find("offline"))
        assert [name for name in CARDS if visitor.find(name) is not None] == ["book", "attend"]


async def test_no_card_moves_away_from_under_a_finger(
    client: KioskClient, gateway: ScriptedGateway, open_window: Open
) -> None:
    assert sample.TWO_SERVICES.kiosk is not None
    gateway.script["GET", "/v1/kiosks/self"] = sample.TWO_SERVICES.kiosk
    async with open_window(client, now=lambda: sample.NOW) as visitor:
        await greeted(visitor, gateway)
        attend = visitor.find("attend")
        assert attend is not None
        QTest.mousePress(attend, Qt.MouseButton.LeftButton)
        client.station.set(sample.STATION)
        assert visitor.find("operator") is None, "what is offered now waits"
        QTest.mouseRelease(attend, Qt.MouseButton.LeftButton)
        await visitor.until(lambda: visitor.visit.goal is Goal.ATTEND)
        client.visit.set(Visit())
        await visitor.until(lambda: visitor.find("operator"))


def test_two_and_three_stand_in_a_line_four_and_six_in_two() -> None:
    assert [columns(count, upright=False) for count in (1, 2, 3, 4, 5, 6)] == [1, 2, 3, 2, 3, 3]
    assert [columns(count, upright=True) for count in (1, 2, 3, 4, 5, 6)] == [1, 1, 1, 2, 2, 2]


@pytest.mark.parametrize("size", list(TextSize))
@pytest.mark.parametrize("station", [sample.TWO_SERVICES, sample.THREE_SERVICES, sample.STATION])
@pytest.mark.parametrize("window_px", [(1280, 800), (1080, 1920)])
async def test_nothing_scrolls(
    client: KioskClient,
    gateway: ScriptedGateway,
    open_window: Open,
    look: Appearance,
    size: TextSize,
    station: Station,
    window_px: tuple[int, int],
) -> None:
    assert station.kiosk is not None
    gateway.script["GET", "/v1/kiosks/self"] = station.kiosk
    look.set_text_size(size)
    async with open_window(client, now=lambda: sample.NOW) as visitor:
        visitor.window.resize(*window_px)
        await greeted(visitor, gateway)
        QApplication.processEvents()
        area = visitor.window.page.findChild(QScrollArea)
        assert area is not None
        assert area.verticalScrollBar().maximum() == 0
        client.called.set(sample.CALLED)
        assert visitor.find("called_numbers") is not None
        await visitor.until(lambda: area.verticalScrollBar().maximum() == 0)


async def test_what_would_not_end_before_the_next_audience_does_not_begin(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    gateway.script[DAY] = soon(8, FreeKiosk(number=3, until=sample.NOW + timedelta(minutes=48)))
    client.day.set(gateway.script[DAY])  # type: ignore[arg-type]  # what the script holds
    await visitor.until(lambda: visitor.find("reserved"))
    said = visitor.reads()
    assert "هذا الكشك محجوز لمقابلة من" in said
    assert "٩:٢٠ ص" in said
    assert "الكشك ٣ متاح حتى" in said
    assert "١٠:٠٠ ص" in said
    assert visitor.find("book") is None, "it cannot be pressed"
    await visitor.touch("attend")
    await visitor.until_page("national_id")
    assert visitor.find("reserved") is None, "whoever has an appointment goes on undisturbed"


async def test_where_no_other_kiosk_is_free_that_is_said(visitor: Visitor, client: KioskClient) -> None:
    client.day.set(soon(-2))
    await visitor.until(lambda: visitor.find("reserved"))
    said = visitor.reads()
    assert "محجوز لمقابلة الآن" in said
    assert "لا يوجد كشك آخر متاح" in said
    client.day.set(soon(30))
    await visitor.until(lambda: visitor.find("book"))
    assert visitor.find("reserved") is None


async def test_whoever_is_under_way_is_warned_and_not_stopped(visitor: Visitor, client: KioskClient) -> None:
    client.visit.set(Visit(page=Page.NATIONAL_ID, trail=(Page.HOME,), goal=Goal.BOOK))
    client.day.set(soon(6))
    assert visitor.find("reserved") is None
    client.day.set(soon(5, FreeKiosk(number=2, until=None)))
    await visitor.until(lambda: visitor.find("reserved"))
    assert "نرجو الانتهاء قبلها" in visitor.reads()
    assert "الكشك ٢ متاح" in visitor.reads()
    await visitor.touch("digit_1")
    client.visit.set(Visit(page=Page.HOME))
    client.visit.set(Visit(page=Page.NATIONAL_ID, trail=(Page.HOME,), goal=Goal.ATTEND))
    await visitor.until(lambda: visitor.find("reserved") is None)


async def test_the_card_comes_back_by_itself_as_time_goes_on(
    client: KioskClient, gateway: ScriptedGateway, open_window: Open
) -> None:
    moment: list[datetime] = [sample.NOW]
    gateway.script[DAY] = soon(30)
    async with open_window(client, now=lambda: moment[0]) as visitor:
        await greeted(visitor, gateway)
        assert visitor.find("book") is not None
        moment[0] += timedelta(minutes=25)
        await visitor.until(lambda: visitor.find("book") is None)
