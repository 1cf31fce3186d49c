"""Being recognised in the other ways, at a kiosk of a real server, by what things are called alone."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
import requests
from sqlalchemy import select

from desk_client.client.visit import Page, Way
from desk_client.config.identity_settings import NafathSettings
from desk_client.config.settings import ServerSettings
from desk_client.server.services.access.party import Party, of_session
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import session
from tests.fakes.held_ticket import Held, clip, picture
from tests.fakes.nafath import Day, Nafath
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.stranger import Stranger
from tests.gui.kiosk.visitor import Visitor
from tests.integration.client.conftest import KNOWN, PASSWORD, Ends, Region, at_camera
from tests.integration.client.conftest import region_settings as plain_settings

__all__ = ["plain_settings"]

ID = KNOWN[0]


@pytest.fixture
def nafath() -> Iterator[Nafath]:
    with Nafath(people={ID}) as nafath:
        yield nafath


@pytest.fixture
def region_settings(plain_settings: ServerSettings, nafath: Nafath) -> ServerSettings:
    there = NafathSettings.model_validate(
        {"url": nafath.url, "app_id": "majlis", "app_key": nafath.app_key, "answers_within": timedelta(seconds=0.5)}
    )
    return plain_settings.model_copy(update={"nafath": there})


class Comer(Stranger):
    """Somebody who comes to a kiosk."""

    def __init__(self, visitor: Visitor) -> None:
        super().__init__(visitor)
        self.visitor = visitor

    @property
    def page(self) -> str:
        return self.visitor.window.page_name

    async def seeks_another_way(self) -> None:
        await self.presses("حجز مقابلة")
        await self.types(ID)
        await self.presses("متابعة")
        await self.presses("بلا جوال، أو طريقة أخرى")
        await self.visitor.until_page("way")

    async def reads(self, words: str) -> None:
        await self.visitor.until(lambda: words in self.visitor.reads(), f"{words!r} is not written there")


Come = Callable[..., AbstractAsyncContextManager[Comer]]


@pytest.fixture
def come(ends: Ends, region: Region, open_window: Open) -> Come:
    region.kiosk_id = "farasan-1"  # where an operator sits

    @asynccontextmanager
    async def came(camera: Path | None = None) -> AsyncIterator[Comer]:
        async with open_window(await ends.kiosk(at_camera(camera)), farewell_ms=200) as visitor:
            yield Comer(visitor)

    return came


class Operator:
    """The operator of the hall, at a desk of their own."""

    def __init__(self, region: Region) -> None:
        self._url = f"{region.url}/v1"
        body = {"username": "operator.farasan", "password": PASSWORD}
        answer = requests.post(f"{self._url}/staff/sessions", json=body, timeout=10)
        self._headers = {"Authorization": f"Bearer {answer.json()['token']}"}

    def waiting(self) -> list[dict[str, object]]:
        answer = requests.get(f"{self._url}/assistance", headers=self._headers, timeout=10)
        waiting: list[dict[str, object]] = answer.json()["waiting"]
        return waiting

    def confirms(self, number: str) -> None:
        (one,) = self.waiting()
        answer = requests.post(
            f"{self._url}/assistance/{one['challenge_id']}",
            json={"number": number, "papers_seen": True},
            headers=self._headers,
            timeout=10,
        )
        assert answer.status_code == 204, answer.text


async def test_the_number_that_is_picked_in_nafath_lets_one_in(come: Come, nafath: Nafath) -> None:
    async with come() as comer:
        await comer.seeks_another_way()
        await comer.presses("عبر تطبيق نفاذ")
        await comer.visitor.until_page("nafath")
        (asked,) = nafath.transactions.values()
        await comer.reads(asked.number)
        assert not comer.visitor.window.is_watched  # their eyes are on their mobile
        nafath.pick(ID, asked.number)
        await comer.visitor.until_page("office")
        assert comer.visitor.visit.session is not None
        assert comer.visitor.visit.challenge is None


async def test_a_no_in_nafath_is_said_and_another_way_needs_nothing_typed_again(
    come: Come, nafath: Nafath, region: Region
) -> None:
    async with come() as comer:
        await comer.seeks_another_way()
        await comer.presses("عبر تطبيق نفاذ")
        await comer.visitor.until_page("nafath")
        nafath.reject(ID)
        await comer.reads("رُفض")
        assert comer.visitor.window.is_watched
        await comer.presses("إعادة المحاولة")
        await comer.visitor.until(lambda: len(nafath.transactions) == 2)
        await comer.visitor.until(lambda: comer.visitor.visit.challenge is not None)
        nafath.expire(ID)
        await comer.reads("انتهى الوقت")
        await comer.presses("طريقة أخرى")
        await comer.visitor.until_page("way")
        await comer.presses("برمز في رسالة نصية")
        await comer.types(KNOWN[1])
        await comer.presses("إرسال الرمز")
        await comer.visitor.until_page("code")
        await comer.types(await region.code_sent_to(KNOWN[1]))
        await comer.visitor.until_page("office")


@pytest.mark.parametrize("day", [Day.DOWN, Day.BROKEN, Day.SLOW, Day.MALFORMED])
async def test_where_nafath_is_away_the_other_ways_are_at_hand(come: Come, nafath: Nafath, day: Day) -> None:
    nafath.day = day
    async with come() as comer:
        await comer.seeks_another_way()
        await comer.presses("عبر تطبيق نفاذ")
        await comer.reads("خدمة تسجيل الدخول لا تستجيب")
        assert comer.page == "way"
        assert "لدى مكتب المشغّل" in comer.hears()
        await comer.presses("لدى مكتب المشغّل")
        await comer.visitor.until_page("desk")
        assert comer.visitor.visit.way is Way.OPERATOR


async def test_while_nafath_is_away_for_a_moment_the_number_stands(come: Come, nafath: Nafath) -> None:
    async with come() as comer:
        await comer.seeks_another_way()
        await comer.presses("عبر تطبيق نفاذ")
        await comer.visitor.until_page("nafath")
        (asked,) = nafath.transactions.values()
        nafath.day = Day.DOWN
        await comer.reads("خدمة تسجيل الدخول لا تستجيب")
        await comer.reads(asked.number)
        nafath.day = Day.GOOD
        nafath.pick(ID, asked.number)
        await comer.visitor.until_page("office")


async def test_an_id_that_has_no_app_is_said_at_once(come: Come, nafath: Nafath) -> None:
    nafath.people.clear()
    async with come() as comer:
        await comer.seeks_another_way()
        await comer.presses("عبر تطبيق نفاذ")
        await comer.reads("رُفض")
        assert comer.page == "way"


async def test_the_operator_lets_in_who_has_no_mobile(come: Come, region: Region) -> None:
    async with come() as comer:
        await comer.seeks_another_way()
        await comer.presses("لدى مكتب المشغّل")
        await comer.visitor.until_page("desk")
        operator = Operator(region)
        (waiting,) = operator.waiting()
        assert waiting["kiosk_number"] == 1
        await comer.reads("١")
        assert not comer.visitor.window.is_watched
        operator.confirms(ID)
        await comer.visitor.until_page("office")


@pytest.mark.parametrize("parting", ["طريقة أخرى", "إنهاء الزيارة"])
async def test_who_chooses_otherwise_or_leaves_waits_at_the_desk_no_longer(
    come: Come, region: Region, parting: str
) -> None:
    async with come() as comer:
        await comer.seeks_another_way()
        await comer.presses("لدى مكتب المشغّل")
        await comer.visitor.until_page("desk")
        operator = Operator(region)
        assert len(operator.waiting()) == 1
        await comer.presses(parting)
        if parting == "إنهاء الزيارة":
            await comer.visitor.touch("confirm_end")
            await comer.visitor.until_page("farewell")
        await comer.visitor.until(lambda: operator.waiting() == [])


async def test_a_visitor_comes_with_passport_and_country(come: Come, region: Region) -> None:
    async with come() as comer:
        await comer.presses("حجز مقابلة")
        await comer.presses("نيابةً عن غيري، أو بجواز سفر")
        await comer.presses("أنا زائر، ومعي جواز سفر")
        await comer.visitor.until_page("passport")
        await comer.types("ab")  # the keyboard has Latin letters ready
        comer.visitor.type("١٢٣٤٥٦")
        await comer.presses("متابعة")
        await comer.visitor.until_page("nationality")
        await comer.types("هند")
        await comer.presses("الهند")
        await comer.visitor.until_page("mobile")
        await comer.types("0500000077")
        await comer.presses("إرسال الرمز")
        await comer.visitor.until_page("code")
        await comer.types(await region.code_sent_to("0500000077"))
        await comer.visitor.until_page("name")
        signed_in = comer.visitor.visit.session
        assert signed_in is not None
        assert signed_in.person.masked_id == "AB••••56"


async def test_a_visitor_is_not_sent_to_nafath(come: Come, region: Region) -> None:
    async with come() as comer:
        await comer.presses("حجز مقابلة")
        await comer.presses("نيابةً عن غيري، أو بجواز سفر")
        await comer.presses("لديّ رقم حدود")
        await comer.types("2123456789")
        await comer.presses("متابعة")
        await comer.reads("رقم الوثيقة غير صحيح")
        for _ in range(10):
            await comer.visitor.touch("delete")
        await comer.types("3123456789")
        await comer.presses("متابعة")
        await comer.presses("اليمن")
        await comer.presses("بلا جوال، أو طريقة أخرى")
        await comer.visitor.until_page("way")
        assert "عبر تطبيق نفاذ" not in comer.hears()
        await comer.presses("لدى مكتب المشغّل")
        await comer.visitor.until_page("desk")
        Operator(region).confirms("3123456789")
        await comer.visitor.until_page("name")


def the_only_party(transaction: Transaction) -> Party:
    with_others = select(session.c.id).where(session.c.companions > 0)
    return of_session(transaction, transaction.connection.execute(with_others).scalar_one())


async def test_a_representative_says_for_whom_and_who_is_with_them(come: Come, region: Region) -> None:
    async with come() as comer:
        await comer.presses("حجز مقابلة")
        await comer.presses("نيابةً عن غيري، أو بجواز سفر")
        await comer.presses("حضرتُ نيابةً عن غيري")
        await comer.visitor.until_page("represented")
        comer.visitor.type("سالم بن علي")
        await comer.presses("متابعة")
        await comer.visitor.until_page("represented_id")
        await comer.types(ID)
        await comer.presses("متابعة")
        await comer.visitor.until_page("attorney")
        await comer.types("4412345")
        await comer.presses("متابعة")
        await comer.visitor.until_page("national_id")
        await comer.reads("تحضرون نيابةً عن سالم بن علي.")
        await comer.types(ID)
        await comer.presses("متابعة")
        await comer.reads("الوكالة غير مكتملة")  # nobody represents themself
        await comer.presses("نيابةً عن غيري، أو بجواز سفر")
        await comer.presses("معي مرافق")
        await comer.presses("٢")
        await comer.visitor.until_page("national_id")
        await comer.reads("معكم شخصان.")
        await comer.types("2000000006")
        await comer.presses("متابعة")
        await comer.types("0500000078")
        await comer.presses("إرسال الرمز")
        await comer.visitor.until_page("code")
        await comer.types(await region.code_sent_to("0500000078"))
        await comer.visitor.until_page("name")
        party = region.running.house.read_now(the_only_party)
        assert party.representation is not None
        assert (party.representation.name, party.representation.power_of_attorney) == ("سالم بن علي", "4412345")
        assert party.representation.document.number == ID


async def test_a_ticket_before_the_camera_is_enough_but_for_the_code(
    come: Come, ends: Ends, region: Region, tmp_path: Path
) -> None:
    booked = (await ends.booked_kiosk()).visit.value.appointment
    assert booked is not None
    assert booked.calendar_url is not None
    wrong = picture("https://other.example/menu")
    ticket = picture(region.url + booked.calendar_url, Held(turned_deg=12, blur_px=1, noise=6))
    camera = clip(tmp_path / "ticket.mp4", (wrong, 2.0), (ticket, 4.0))
    async with come(camera) as comer:
        await comer.presses("مواعيدي وطلباتي")
        await comer.presses("معي تذكرتي")
        await comer.visitor.until_page("scan")
        await comer.reads("هذا رمز آخر.")
        await comer.visitor.until_page("code")
        assert comer.visitor.window.client.scanner.value is None  # the camera is let go of
        await comer.types(await region.code_sent_to(KNOWN[1], after=1))
        await comer.presses("تسجيل الحضور")
        await comer.visitor.until_page("check")
        assert comer.touches <= 4


async def test_a_ticket_of_another_server_is_said_and_one_may_type_or_go_back(come: Come, tmp_path: Path) -> None:
    other = picture(f"https://other.example/v1/appointments/apt_{'a' * 26}/calendar/{'b' * 26}")
    async with come(clip(tmp_path / "other.mp4", (other, 3.0))) as comer:
        await comer.presses("مواعيدي وطلباتي")
        await comer.presses("معي تذكرتي")
        await comer.reads("انتهت هذه التذكرة، أو هي من جهة أخرى.")
        assert comer.visitor.visit.scanned is None
        await comer.presses("إدخال الرقم")
        await comer.visitor.until_page("ticket_number")
        await comer.presses("رجوع")
        await comer.visitor.until_page("scan")
        await comer.presses("رجوع")
        await comer.visitor.until_page("national_id")
        assert comer.visitor.visit.page is Page.NATIONAL_ID


async def test_without_a_camera_the_number_is_typed(come: Come, tmp_path: Path) -> None:
    async with come(tmp_path / "there-is-none.mp4") as comer:
        await comer.presses("مواعيدي وطلباتي")
        await comer.presses("معي تذكرتي")
        await comer.visitor.until_page("ticket_number")
        await comer.presses("رجوع")
        await comer.visitor.until_page("national_id")
        await comer.presses("معي تذكرتي")
        assert comer.page == "ticket_number"  # it is not tried again
