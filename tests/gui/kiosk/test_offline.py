"""The server is away: what can still be done, by what things are called, and what is said about it."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from desk_client.client.gateway import Gateway
from desk_client.client.introduction import DocumentKind, Introduction
from desk_client.client.kiosk import KioskClient
from desk_client.client.outbox.box import Outbox
from desk_client.client.outbox.courier import Courier
from desk_client.client.outbox.depository import Depository
from desk_client.client.outbox.provisions import Pantry
from desk_client.client.visit import Goal, Page, Visit
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.messages import worded
from desk_client.ui.widgets.card import CardButton
from desk_client.ui.widgets.digit_field import DigitField
from desk_client.ui.widgets.text_field import TextArea
from tests.fakes.asked_before import arrived
from tests.fakes.scripted_gateway import AWAY, ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.stranger import Stranger
from tests.gui.kiosk.visitor import Visitor
from tests.integration.client.conftest import KNOWN, Ends, Region


@pytest.fixture
def outbox(tmp_path: Path) -> Outbox:
    return Outbox(tmp_path / "outbox")


@pytest.fixture
async def away(
    client: KioskClient, gateway: ScriptedGateway, open_window: Open, outbox: Outbox, tmp_path: Path
) -> AsyncIterator[Visitor]:
    """Somebody in front of a kiosk whose server has just gone; it has seen it before."""
    pantry = Pantry(tmp_path / "last-seen", client.credential)
    pantry.put(sample.PROVISIONS)
    client.depository = Depository(outbox, pantry)
    client.visit.set(Visit())
    gateway.script["GET", "/v1/version"] = AWAY
    client.station.set(sample.OFFLINE)
    async with open_window(client, now=lambda: sample.NOW) as visitor:
        yield visitor


W = TypeVar("W", bound=QWidget)


def field(visitor: Visitor, kind: type[W], name: str) -> W:
    """What one types into."""
    found = visitor.window.page.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def on_disk(path: Path) -> bytes:
    """Everything that is kept there."""
    return b"".join(each.read_bytes() for each in path.rglob("*") if each.is_file())


def claims_more_than_is_so(text: str) -> list[str]:
    """Words for what only a server can say."""
    return re.findall(r"تم تأكيد|مؤكد(?!ا)|تم الحجز|تم تسجيل الحضور|سُجّل حضوركم", text.replace("لم يُؤكد بعد", ""))


async def test_home_offers_what_can_still_be_done(away: Visitor, client: KioskClient) -> None:
    stranger = Stranger(away)
    heard = stranger.hears()
    assert "تقديم طلب" in heard
    assert "تسجيل الحضور بالتذكرة" in heard
    assert "حجز مقابلة" not in heard
    assert "تُتاح قراءة مواعيدكم وطلباتكم وردودها حال عودة الاتصال." in away.reads()
    client.station.set(sample.STATION)
    await away.until(lambda: "حجز مقابلة" in stranger.hears())
    assert "تقديم طلب" not in stranger.hears()


async def test_without_a_key_or_room_nothing_is_offered_that_could_not_be_kept(
    client: KioskClient, gateway: ScriptedGateway, open_window: Open
) -> None:
    client.visit.set(Visit())
    gateway.script["GET", "/v1/version"] = AWAY
    client.station.set(sample.OFFLINE)
    async with open_window(client, now=lambda: sample.NOW) as visitor:
        assert visitor.find("leave_request") is None
        assert visitor.find("book") is not None


async def test_a_request_is_left_by_names_alone_and_the_slip_says_what_it_is_not(
    away: Visitor, outbox: Outbox, tmp_path: Path
) -> None:
    person = Stranger(away)
    await person.presses("تقديم طلب")
    await person.types(KNOWN[0])
    await person.presses("متابعة")
    await person.types(KNOWN[1])
    await person.presses("متابعة")
    await away.until_page("name")
    away.type("عبدالله المثال")
    await person.presses("متابعة")
    await away.until_page("office")
    assert "وقد تكون تغيّرت بعد ذلك" in away.reads()
    office = sample.PROVISIONS.offices.offices[0]
    await person.presses(office.title.ar)
    if len(office.services) > 1:
        await person.presses(office.services[0].name.ar)
    await away.until_page("days")
    assert "وقد تكون تغيّرت بعد ذلك" in away.reads()
    assert "ولا يُحجز بذلك موعد" in away.reads()
    first = next(card for card in away.window.page.findChildren(CardButton) if card.isCheckable())
    await away.touch(first.objectName())
    await person.presses("متابعة")
    await away.until_page("subject")
    away.type("طريق القرية")
    await person.presses("متابعة")
    await away.until_page("leave")
    assert sample.PROVISIONS.terms.consent_text.ar in away.reads()
    assert list(outbox.waiting()) == []
    await person.presses("أوافق وأقدم الطلب")
    await away.until_page("slip")
    said = away.reads()
    assert "طلب، لم يُؤكد بعد" in said
    assert "7-0001" in said
    assert "هذا ليس موعداً" in said
    assert claims_more_than_is_so(said) == []
    assert len(list(outbox.waiting())) == 1
    disk = on_disk(tmp_path)
    for planted in (KNOWN[0], KNOWN[1][1:], "عبدالله المثال", "طريق القرية"):
        assert planted.encode() not in disk
    await person.presses("إنهاء")
    await away.until_page("farewell")


async def test_a_visitor_leaves_a_request_with_a_passport(away: Visitor, outbox: Outbox, tmp_path: Path) -> None:
    person = Stranger(away)
    await person.presses("تقديم طلب")
    await person.presses("أنا زائر، ومعي جواز سفر")
    await away.until_page("passport")
    away.type("A1")
    await person.presses("متابعة")
    assert worded(Refusal(RefusalCode.INVALID_DOCUMENT)).text in away.reads()
    away.type("234567")
    await person.presses("متابعة")
    await away.until_page("nationality")
    await person.presses("مصر")
    await person.types(KNOWN[1])
    await person.presses("متابعة")
    await away.until_page("name")
    away.type("سارة المثال")
    await person.presses("متابعة")
    office = sample.PROVISIONS.offices.offices[0]
    await person.presses(office.title.ar)
    if len(office.services) > 1:
        await person.presses(office.services[0].name.ar)
    await person.presses("يناسبني أي يوم")
    await person.presses("المتابعة دون موضوع")
    await away.until_page("leave")
    assert "A1••••67" in away.reads()
    assert "مصر" in away.reads()
    await person.presses("أوافق وأقدم الطلب")
    await away.until_page("slip")
    assert "طلب، لم يُؤكد بعد" in away.reads()
    assert b"1234567" not in on_disk(tmp_path)
    assert len(list(outbox.waiting())) == 1


@pytest.mark.parametrize("page", [Page.NATIONALITY, Page.MOBILE])
async def test_a_visitor_s_booking_whose_server_goes_away_keeps_their_papers(
    page: Page, client: KioskClient, open_window: Open, outbox: Outbox, tmp_path: Path, gateway: ScriptedGateway
) -> None:
    pantry = Pantry(tmp_path / "last-seen", client.credential)
    pantry.put(sample.PROVISIONS)
    client.depository = Depository(outbox, pantry)
    papers = Introduction(kind=DocumentKind.PASSPORT, number="A1234567", nationality="EG")
    way = (Page.HOME, Page.NATIONAL_ID, Page.OTHERS, Page.PASSPORT, Page.NATIONALITY)
    client.visit.set(Visit(page=page, trail=way[: way.index(page)] if page in way else way, introduction=papers))
    gateway.script["GET", "/v1/version"] = AWAY
    async with open_window(client, now=lambda: sample.NOW) as visitor:
        client.station.set(sample.OFFLINE)
        person = Stranger(visitor)
        await person.presses("تقديمه طلباً بدلاً من ذلك")
        await visitor.until(lambda: visitor.visit.goal is Goal.LEAVE_REQUEST)
        assert (visitor.visit.page, visitor.visit.introduction) == (page, papers)
        if page is Page.MOBILE:
            await person.presses("رجوع")
            await visitor.until_page("nationality")
        await person.presses("رجوع")
        await visitor.until_page("passport")
        assert field(visitor, QLineEdit, "passport").text() == "A1234567"
        await person.presses("رجوع")
        await visitor.until_page("national_id")


async def test_a_check_in_is_kept_and_never_called_done(away: Visitor, outbox: Outbox) -> None:
    person = Stranger(away)
    await person.presses("تسجيل الحضور بالتذكرة")
    await person.types("48291733")
    await person.presses("متابعة")
    await away.until_page("ticket_code")
    assert "حال عودة الاتصال" in away.reads()
    await person.types("482917")
    await person.presses("حفظ تسجيل حضوري")
    await away.until_page("slip")
    said = away.reads()
    assert "تسجيل حضور، لم يُرسل بعد" in said
    assert claims_more_than_is_so(said) == []
    assert len(list(outbox.waiting())) == 1
    await person.presses("إنهاء")
    await away.until_page("farewell")


async def test_who_goes_back_finds_every_answer(away: Visitor) -> None:
    person = Stranger(away)
    await person.presses("تقديم طلب")
    await person.types(KNOWN[0])
    await person.presses("متابعة")
    await person.types(KNOWN[1])
    await person.presses("متابعة")
    await away.until_page("name")
    away.type("عبدالله المثال")
    await person.presses("متابعة")
    await away.until_page("office")
    await person.presses("رجوع")
    await away.until_page("name")
    assert field(away, QLineEdit, "name").text() == "عبدالله المثال"
    await person.presses("رجوع")
    await away.until_page("mobile")
    assert field(away, DigitField, "mobile").digits == KNOWN[1]


async def test_a_booking_whose_server_goes_away_is_left_as_a_request_with_every_answer(
    client: KioskClient, gateway: ScriptedGateway, open_window: Open, outbox: Outbox, tmp_path: Path
) -> None:
    pantry = Pantry(tmp_path / "last-seen", client.credential)
    pantry.put(sample.PROVISIONS)
    client.depository = Depository(outbox, pantry)
    trail = (Page.HOME, Page.NATIONAL_ID, Page.MOBILE)
    client.visit.set(replace(sample.VISIT, page=Page.SUBJECT, trail=trail, subject=""))
    before = client.visit.value
    async with open_window(client, now=lambda: sample.NOW) as visitor:
        person = Stranger(visitor)
        assert visitor.find("turn_into_request") is None
        visitor.type("طريق")
        gateway.script["GET", "/v1/version"] = AWAY
        client.station.set(sample.OFFLINE)
        await visitor.until(lambda: visitor.find("turn_into_request"))
        assert field(visitor, TextArea, "subject").text == "طريق", "what was typed is still there"
        await person.presses("تقديمه طلباً بدلاً من ذلك")
        await visitor.until(lambda: visitor.visit.goal is Goal.LEAVE_REQUEST)
        after = visitor.visit
        assert (after.national_id, after.office, after.service) == (before.national_id, before.office, before.service)
        assert after.subject == "طريق"
        assert after.hold is None
        assert before.session is not None
        assert after.name == before.session.person.name
        await visitor.until_page("leave")
        await person.presses("أوافق وأقدم الطلب")
        await visitor.until_page("slip")
    assert len(list(outbox.waiting())) == 1


async def shows(person: Stranger, visitor: Visitor, papers: str) -> None:
    """Type what one is known by."""
    if papers == "id":
        await person.types(KNOWN[0])
        await person.presses("متابعة")
        return
    await person.presses("نيابةً عن غيري، أو بجواز سفر")
    await person.presses("أنا زائر، ومعي جواز سفر")
    await visitor.until_page("passport")
    visitor.type("A1234567")
    await person.presses("متابعة")
    await person.presses("مصر")


@pytest.mark.parametrize(("papers", "masked"), [("id", "10••••••08"), ("passport", "A1••••67")])
async def test_the_whole_way_with_a_real_server_that_goes_and_comes_back(
    papers: str, masked: str, ends: Ends, region: Region, open_window: Open, tmp_path: Path
) -> None:
    client = await ends.kiosk()
    outbox = Outbox(tmp_path / "kiosk" / "outbox")
    pantry = Pantry(tmp_path / "kiosk" / "last-seen", client.credential)
    gateway = Gateway(region.url)
    courier = Courier(gateway, client.credential, outbox, pantry)
    assert await courier.round() is None
    client.depository = Depository(outbox, pantry)
    async with open_window(client) as visitor:
        person = Stranger(visitor)
        await person.presses("حجز مقابلة")
        await shows(person, visitor, papers)
        await person.types(KNOWN[1])
        await asyncio.to_thread(region.stop)
        await person.presses("إرسال الرمز")
        await visitor.until(lambda: visitor.find("turn_into_request") and not visitor.window.page.is_busy)
        assert field(visitor, DigitField, "mobile").digits == KNOWN[1], "what was typed is still there"
        await person.presses("تقديمه طلباً بدلاً من ذلك")
        await visitor.until(lambda: visitor.visit.goal is Goal.LEAVE_REQUEST)
        await visitor.until_page("name")
        visitor.type("عبدالله المثال")
        await person.presses("متابعة")
        await visitor.until_page("office")
        office = client.visit.value.offices[0]
        await person.presses(office.title.ar)
        if len(office.services) > 1:
            await person.presses(office.services[0].name.ar)
        await visitor.until_page("days")
        await person.presses("يناسبني أي يوم")
        await visitor.until_page("subject")
        await person.presses("المتابعة دون موضوع")
        await visitor.until_page("leave")
        await person.presses("أوافق وأقدم الطلب")
        await visitor.until_page("slip")
        assert len(list(outbox.waiting())) == 1
        await asyncio.to_thread(region.start)
        assert await courier.round() is None
        assert list(outbox.waiting()) == []
        assert outbox.aside() == ()
        (item,) = arrived(region.running.house)
        assert (item.masked_id, item.citizen_name, item.is_verified) == (masked, "عبدالله المثال", False)
        await person.presses("إنهاء")
        await visitor.until_page("farewell")
    gateway.close()
