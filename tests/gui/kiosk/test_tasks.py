"""What people come for, done by what things are called alone, and how many touches it takes them besides typing."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from itertools import count

import pytest

from desk_client.config.settings import ServerSettings
from desk_client.domain.request import RequestState
from tests.fakes.asked_before import AskedBefore
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.stranger import Stranger
from tests.gui.kiosk.visitor import Visitor
from tests.integration.client.conftest import KNOWN, Ends, Region
from tests.integration.client.conftest import region_settings as plain_settings

__all__ = ["plain_settings"]

MOST = {
    "book": 10,
    "triage": 14,
    "whoever is free first": 11,
    "attend": 4,
    "attend by ticket": 5,
    "move": 7,
    "cancel": 6,
    "waitlist": 9,
    "find a service point": 1,
    "read an answer": 5,
    "read an answer with a passport": 8,
    "answer a question": 7,
    "choose the time that one was given": 8,
    "withdraw a request": 7,
}


class Person(Stranger):
    """Somebody whose ID the hall knows, at a kiosk of a real server."""

    def __init__(self, visitor: Visitor, region: Region, codes_before: int) -> None:
        super().__init__(visitor)
        self.visitor = visitor
        self._region = region
        self._codes_before = codes_before

    async def identifies(self) -> None:
        await self.types(KNOWN[0])
        await self.presses("متابعة")
        await self.types(KNOWN[1])
        await self.presses("إرسال الرمز")
        await self.gives_code()

    async def gives_code(self) -> None:
        await self.visitor.until_page("code")
        await self.types(await self._region.code_sent_to(KNOWN[1], after=self._codes_before))

    async def asks_for(self, office: str, service: str) -> None:
        await self.asks(office, service)
        await self.presses("مرئي من هذا الكشك")

    async def asks(self, office: str, service: str) -> None:
        await self.presses("حجز مقابلة")
        await self.identifies()
        await self.presses(office)
        await self.presses(service)

    async def books(self, office: str, service: str) -> None:
        await self.asks_for(office, service)
        await self.presses("أقرب وقت متاح")
        await self.types("حفر")
        await self.presses("مسافة")
        self.touches -= 1  # a key as well
        await self.types("طريق")
        await self.presses("متابعة")
        await self.presses("متابعة دون مستند")
        await self.presses("أوافق وأؤكد الحجز")
        await self.visitor.until_page("ticket")


@pytest.fixture
def region_settings(plain_settings: ServerSettings) -> ServerSettings:
    """Browsers reach this server: who is asked something gets a link."""
    return plain_settings.model_copy(update={"public_url": f"http://127.0.0.1:{plain_settings.port}"})


Arrive = Callable[[], AbstractAsyncContextManager[Person]]


@pytest.fixture
def arrive(ends: Ends, region: Region, open_window: Open) -> Arrive:
    """A person comes to a kiosk; each time it is a new visit."""

    visits = count()

    @asynccontextmanager
    async def arrived() -> AsyncIterator[Person]:
        async with open_window(await ends.kiosk(), farewell_ms=200) as visitor:
            yield Person(visitor, region, next(visits))

    return arrived


EMIR = ("أمير منطقة جازان", "لقاء سمو أمير المنطقة")
"""Receives now."""
DEPUTY = ("نائب أمير منطقة جازان", "لقاء سمو نائب أمير المنطقة")
"""Receives on another day."""


async def test_to_book_and_to_attend(arrive: Arrive) -> None:
    async with arrive() as person:
        await person.books(*EMIR)
        told("book", person)
    async with arrive() as person:
        await person.presses("مواعيدي وطلباتي")
        await person.identifies()
        await person.presses("تسجيل الحضور")
        await person.visitor.until_page("waiting")
        told("attend", person)


async def test_to_find_a_service_point(arrive: Arrive) -> None:
    async with arrive() as person:
        await person.presses("البحث عن نقطة خدمة")
        await person.visitor.until_page("service_points")
        await person.visitor.until(lambda: "أنتم هنا" in person.visitor.reads())
        told("find a service point", person)


async def test_to_be_led_by_questions_to_who_can_help(arrive: Arrive) -> None:
    async with arrive() as person:
        await person.asks("أمين منطقة جازان", "ملاحظات على الخدمات البلدية")
        await person.presses("لا")
        await person.visitor.until_page("referral")
        assert "مركز البلاغات 940" in person.visitor.reads()
        await person.presses("رجوع")
        await person.presses("نعم")
        await person.presses("رخصة بناء")
        await person.visitor.until_page("referral")
        await person.presses("مرئي من هذا الكشك")
        await person.presses("أقرب وقت متاح")
        await person.types("حفر")
        await person.presses("متابعة")
        await person.presses("متابعة دون مستند")
        await person.presses("أوافق وأؤكد الحجز")
        await person.visitor.until_page("ticket")
        booked = person.visitor.visit.booked
        assert booked is not None
        assert booked.appointment.service_id == "building-permits-new"
        told("triage", person)


async def test_to_be_received_by_whoever_is_free_first(arrive: Arrive) -> None:
    async with arrive() as person:
        await person.asks("نائب أمير منطقة جازان", "متابعة معاملة لدى الإمارة")
        await person.presses("أول من يتاح له وقت")
        await person.presses("مرئي من هذا الكشك")
        await person.visitor.until(lambda: person.visitor.visit.found)
        found = person.visitor.visit.found
        assert found is not None
        assert {each.office_id for each in found} == {"citizen-services"}, "they receive a day earlier"
        await person.visitor.touch(f"found_citizen-services_{found[0].slot.starts_at.isoformat()}")
        person.touches += 1
        await person.types("حفر")
        await person.presses("متابعة")
        await person.presses("متابعة دون مستند")
        await person.presses("أوافق وأؤكد الحجز")
        await person.visitor.until_page("ticket")
        booked = person.visitor.visit.booked
        assert booked is not None
        assert booked.appointment.office_id == "citizen-services"
        told("whoever is free first", person)


async def test_to_attend_by_ticket(arrive: Arrive) -> None:
    async with arrive() as person:
        await person.books(*EMIR)
        booked = person.visitor.visit.booked
    assert booked is not None
    async with arrive() as person:
        await person.presses("مواعيدي وطلباتي")
        await person.presses("معي تذكرتي")
        await person.types(booked.appointment.ticket_number)
        await person.presses("متابعة")
        await person.types(booked.ticket_code)
        await person.presses("إرسال الرمز")
        await person.gives_code()
        await person.presses("تسجيل الحضور")
        await person.visitor.until_page("waiting")
        told("attend by ticket", person)


async def test_to_move_and_to_cancel(arrive: Arrive) -> None:
    async with arrive() as person:
        await person.books(*DEPUTY)
    async with arrive() as person:
        await person.presses("مواعيدي وطلباتي")
        await person.identifies()
        await person.presses("تغيير أو إلغاء")
        await person.presses("موعد آخر")
        await person.presses("أقرب وقت متاح")
        await person.presses("نقل الموعد")
        await person.visitor.until_page("ticket")
        told("move", person)
    async with arrive() as person:
        await person.presses("مواعيدي وطلباتي")
        await person.identifies()
        await person.presses("تغيير أو إلغاء")
        await person.presses("إلغاء الموعد")
        await person.presses("نعم، ألغوه")
        await person.visitor.until_page("appointments")
        assert "أُلغي موعدكم" in person.visitor.reads()
        told("cancel", person)


async def test_to_wait_for_a_time(arrive: Arrive) -> None:
    async with arrive() as person:
        await person.asks_for(*EMIR)
        await person.presses("لا يناسبني أي منها")
        await person.presses("في أي وقت من اليوم")
        await person.presses("أوافق، أضيفوني إلى قائمة الانتظار")
        await person.visitor.until_page("listed")
        told("waitlist", person)


@pytest.fixture
def before(region: Region) -> AskedBefore:
    """What the same person asked on another day."""
    return AskedBefore(region.running.house, "fayfa", KNOWN[0], f"+966{KNOWN[1][1:]}")


async def test_to_read_an_answer(arrive: Arrive, before: AskedBefore) -> None:
    asked = before.asks("طريق القرية غير معبّد")
    before.is_told(asked, "answer", text="يُسفلت الطريق هذا الشهر")
    async with arrive() as person:
        await person.presses("مواعيدي وطلباتي")
        await person.identifies()
        await person.presses("طلباتكم")
        await person.presses("تم الرد")
        await person.visitor.until_page("request")
        await person.visitor.until(lambda: "ورد الرد من" in person.visitor.reads())
        assert "يُسفلت الطريق هذا الشهر" in person.visitor.reads()
        told("read an answer", person)


async def test_to_read_an_answer_with_a_passport(arrive: Arrive, region: Region) -> None:
    visitor = AskedBefore(region.running.house, "fayfa", "A1234567", f"+966{KNOWN[1][1:]}", "EG")
    visitor.is_told(visitor.asks("تمديد زيارة"), "answer", text="تُمدد الزيارة لدى الجوازات")
    async with arrive() as person:
        await person.presses("مواعيدي وطلباتي")
        await person.presses("نيابةً عن غيري، أو بجواز سفر")
        await person.presses("أنا زائر، ومعي جواز سفر")
        await person.visitor.until_page("passport")
        person.visitor.type("A1234567")
        await person.presses("متابعة")
        await person.presses("مصر")
        await person.types(KNOWN[1])
        await person.presses("إرسال الرمز")
        await person.gives_code()
        await person.presses("طلباتكم")
        await person.presses("تم الرد")
        await person.visitor.until(lambda: "تُمدد الزيارة لدى الجوازات" in person.visitor.reads())
        told("read an answer with a passport", person)


async def test_to_answer_a_question(arrive: Arrive, before: AskedBefore) -> None:
    asked = before.is_told(before.asks("طريق القرية غير معبّد"), "ask_back", text="في أي قرية؟")
    async with arrive() as person:
        await person.presses("مواعيدي وطلباتي")
        await person.identifies()
        await person.presses("طلباتكم")
        await person.presses("هناك سؤال لكم")
        await person.presses("الإجابة عن السؤال")
        await person.visitor.until_page("reply")
        assert "في أي قرية؟" in person.visitor.reads()
        await person.types("صبيا")
        await person.presses("إرسال الجواب")
        await person.visitor.until_page("request")
        await person.visitor.until(lambda: "جوابكم:" in person.visitor.reads())
        told("answer a question", person)
    assert before.reads(asked).state is RequestState.SUBMITTED


async def test_to_choose_the_time_that_one_was_given(arrive: Arrive, before: AskedBefore) -> None:
    asked = before.asks("أرجو لقاء أمين المنطقة")
    before.is_told(asked, "give_slot", service_id="mayor-meeting")
    async with arrive() as person:
        await person.presses("مواعيدي وطلباتي")
        await person.identifies()
        await person.presses("طلباتكم")
        await person.presses("يمكنكم اختيار موعد")
        await person.presses("اختيار موعد")
        await person.presses("مرئي من هذا الكشك")
        await person.presses("أقرب وقت متاح")
        await person.visitor.until_page("subject")
        told("choose the time that one was given", person)
        await person.presses("المتابعة دون موضوع")
        await person.presses("متابعة دون مستند")
        await person.presses("تأكيد الحجز")
        await person.visitor.until_page("ticket")
    booked = person.visitor.visit.booked
    assert booked is not None
    now = before.reads(asked)
    assert (now.may_book, now.appointment_id) == (False, booked.appointment.id)


async def test_to_withdraw_a_request(arrive: Arrive, before: AskedBefore) -> None:
    asked = before.asks("طريق القرية غير معبّد")
    async with arrive() as person:
        await person.presses("مواعيدي وطلباتي")
        await person.identifies()
        await person.presses("طلباتكم")
        await person.presses("ورد طلبكم")
        await person.presses("سحب هذا الطلب")
        await person.presses("نعم، أسحبه")
        await person.visitor.until_page("requests")
        assert "سُحب طلبكم" in person.visitor.reads()
        told("withdraw a request", person)
    assert before.reads(asked).state is RequestState.WITHDRAWN


def told(task: str, person: Person) -> None:
    print(f"\n{task}: {person.touches} touches besides typing")  # noqa: T201 - with -s the counts are told
    assert person.touches <= MOST[task]
