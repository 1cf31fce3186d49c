"""A person is helped at the operator's desk, before a real server: found, booked for, moved, cancelled, listed."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from sqlalchemy import select

from desk_client.client.helping import DocumentKind, Helping, HelpStep
from desk_client.client.printer import Trouble
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.accounts import PersonFound, PersonSeenAsk
from desk_client.protocol.sessions import Challenge, ChallengeAsk, ChallengeStanding
from desk_client.protocol.slots import Hold, HoldAsk
from desk_client.server.storage.tables.bookkeeping import access_log, audit
from desk_client.ui.operator.help_section import HelpSection
from desk_client.ui.widgets.field_block import FieldBlock
from tests.gui.operator.seat import Operator
from tests.integration.client.conftest import KNOWN, Ends, Region

Sit = Callable[..., Any]  # an asynccontextmanager of an Operator
NEWCOMER = ("1000000016", "سعد بن محمد المثال")
EMIR = "لقاء سمو أمير المنطقة"


def helping(operator: Operator) -> Helping:
    return operator.client.console.helping.value


async def at(operator: Operator, step: HelpStep) -> None:
    await operator.until(lambda: helping(operator).step is step, f"never {step}:\n{operator.screen()}")


async def open_help(operator: Operator) -> None:
    await operator.presses("مساعدة مستفيد")
    await at(operator, HelpStep.FIND)


async def finds(operator: Operator, whom: str) -> None:
    await operator.types(whom, into="رقم الهوية أو الجوال أو الاسم")
    operator.key(Qt.Key.Key_Return)


async def chooses_time(operator: Operator) -> None:
    await at(operator, HelpStep.PERSON)
    await operator.presses("حجز مقابلة له")
    await at(operator, HelpStep.SERVICE)
    await operator.types("سمو امير المنطقة", into="المسؤول أو الخدمة")
    operator.key(Qt.Key.Key_Return)
    await at(operator, HelpStep.TIME)
    await operator.until(lambda: helping(operator).next_free is not None)


async def books(operator: Operator, subject: str = "حفر في طريق القرية") -> None:
    await chooses_time(operator)
    await operator.presses("اختيار هذا الوقت")
    await at(operator, HelpStep.SUMMARY)
    await operator.types(subject)
    operator.key(Qt.Key.Key_Return)
    await at(operator, HelpStep.TICKET)


def deeds(region: Region, action: str) -> list[tuple[str, str]]:
    """Who did this, in what role."""
    query = audit.select().where(audit.c.action == action)
    rows = region.running.house.read_now(lambda transaction: transaction.connection.execute(query).all())
    return [(row.actor, row.role) for row in rows]


async def test_a_known_person_is_booked_for_by_keyboard_alone(sit_down: Sit, region: Region) -> None:
    async with sit_down() as operator:
        await open_help(operator)
        await finds(operator, "١٠٠٠٠٠٠٠٠٨")
        await at(operator, HelpStep.PERSON)
        await operator.reads("تصله رسالة نصية")
        await operator.until(lambda: helping(operator).consent is not None)
        operator.key(Qt.Key.Key_Return)
        await at(operator, HelpStep.SERVICE)
        await operator.types("سمو امير المنطقة")
        operator.key(Qt.Key.Key_Return)
        await at(operator, HelpStep.TIME)
        await operator.until(lambda: helping(operator).next_free is not None)
        await operator.until(lambda: operator.window.focusWidget() is not None)
        operator.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await at(operator, HelpStep.SUMMARY)
        await operator.reads("يرجى قراءة هذا عليه أولًا")
        await operator.types("حفر في طريق القرية")
        operator.key(Qt.Key.Key_Return)
        await at(operator, HelpStep.TICKET)
        booked = helping(operator).booked
        assert booked is not None
        assert booked.appointment.subject == "حفر في طريق القرية"
        await operator.reads("أُرسل ذلك إلى جواله")
        assert booked.ticket_code in operator.screen()
        assert operator.nameless() == []
        operator.key(Qt.Key.Key_Return)
        await at(operator, HelpStep.FIND)
        assert helping(operator).person is None
    for action in ("hold", "book", "give_consent"):
        ((actor, role),) = deeds(region, action)
        assert (actor.startswith("stf_"), role) == (True, "operator"), action


async def test_somebody_new_without_a_mobile_gets_everything_on_paper(sit_down: Sit, region: Region) -> None:
    class Paper:
        """A printer that prints, as `client.printer.Printer` tells of it."""

        pages = 0

        async def print_page(self, pdf: bytes, title: str, size_mm: tuple[int, int]) -> Trouble | None:
            assert pdf.startswith(b"%PDF")
            assert (title, size_mm[0]) == ("Ticket", 80)
            self.pages += 1
            return None

        def close(self) -> None:
            """Nothing is open."""

    printer = Paper()
    async with sit_down(printer=printer) as operator:
        await open_help(operator)
        await finds(operator, NEWCOMER[0])
        await operator.reads("لا يوجد أحد بهذه البيانات")
        await operator.presses("تسجيل وثيقته")
        await at(operator, HelpStep.PAPERS)
        await operator.types(NEWCOMER[0])
        await operator.types(NEWCOMER[1], into="الاسم الكامل")
        await operator.presses("اطلعت على الوثيقة")
        await at(operator, HelpStep.PERSON)
        await operator.reads("يُعطى كل شيء على ورق")
        await books(operator)
        await operator.reads("طُبعت التذكرة")
        await operator.reads("ليس لديه جوال")
        assert printer.pages == 1
    ((actor, role),) = deeds(region, "see_papers")
    assert (actor.startswith("stf_"), role) == (True, "operator")


async def test_a_time_that_is_taken_meanwhile_gives_way_to_the_nearest(sit_down: Sit) -> None:
    async with sit_down() as operator:
        await open_help(operator)
        await finds(operator, KNOWN[0])
        await chooses_time(operator)
        wished = helping(operator).next_free
        assert wished is not None
        await takes(operator, NEWCOMER)
        await operator.presses("اختيار هذا الوقت")
        await operator.reads("اختير أقرب وقت متاح إليه")
        assert helping(operator).step is HelpStep.TIME
        await operator.presses("اختيار هذا الوقت")
        await at(operator, HelpStep.SUMMARY)
        nearest = helping(operator).slot
        assert nearest is not None
        assert nearest.starts_at > wished.starts_at


async def takes(operator: Operator, whom: tuple[str, str]) -> None:
    """Somebody else takes the next free time of what is looked at."""
    now, client = helping(operator), operator.client
    seen = PersonSeenAsk(number=whom[0], name=whom[1], papers_seen=True)
    person = await client.gateway.ask("POST", "/v1/people", PersonFound, token=client.token, body=seen)
    assert not isinstance(person, Refusal)
    assert now.next_free is not None
    assert now.office is not None
    assert now.service is not None
    ask = HoldAsk(
        office_id=now.office.id,
        service_id=now.service.id,
        starts_at=now.next_free.starts_at,
        person_id=person.id,
    )
    held = await client.gateway.ask(
        "POST", "/v1/holds", Hold, token=client.token, body=ask, idempotency_key="somebody-else"
    )
    assert not isinstance(held, Refusal), held


async def test_an_audience_is_moved_and_cancelled_for_them(sit_down: Sit) -> None:
    async with sit_down() as operator:
        await open_help(operator)
        await finds(operator, KNOWN[1])
        await books(operator)
        first = helping(operator).appointment
        assert first is not None
        await operator.presses("تم، المراجع التالي")
        await open_help(operator)
        await finds(operator, KNOWN[0])
        await at(operator, HelpStep.PERSON)
        await operator.presses("وقت آخر")
        await at(operator, HelpStep.TIME)
        await operator.until(lambda: helping(operator).next_free is not None)
        await operator.presses("اختيار هذا الوقت")
        await at(operator, HelpStep.SUMMARY)
        await operator.presses("نقل الموعد إلى هذا الوقت")
        await at(operator, HelpStep.TICKET)
        moved = helping(operator).appointment
        assert moved is not None
        assert (moved.id, moved.slot == first.slot) == (first.id, False)
        await operator.presses("تم، المراجع التالي")
        await finds(operator, KNOWN[0])
        await at(operator, HelpStep.PERSON)
        await operator.presses("إلغاؤه")
        await operator.presses("إبقاؤه")
        assert helping(operator).appointments
        await operator.presses("إلغاؤه")
        await operator.presses("نعم، ألغوه")
        await operator.until(lambda: not helping(operator).appointments)
        await operator.reads("لا موعد قادم")


async def test_who_finds_no_time_is_put_on_the_waitlist(sit_down: Sit) -> None:
    async with sit_down() as operator:
        await open_help(operator)
        await finds(operator, KNOWN[0])
        await chooses_time(operator)
        await operator.presses("لا وقت مناسب")
        await at(operator, HelpStep.TICKET)
        assert helping(operator).listed is not None
        await operator.reads("أُضيف إلى قائمة الانتظار")


async def test_who_waits_at_a_kiosk_is_let_in_by_their_papers(sit_down: Sit, ends: Ends) -> None:
    kiosk = await ends.kiosk()
    ask = ChallengeAsk(national_id=NEWCOMER[0], way="operator")
    begun = await kiosk.gateway.ask("POST", "/v1/citizen/challenges", Challenge, token=kiosk.credential, body=ask)
    assert not isinstance(begun, Refusal), begun
    async with sit_down() as operator:
        await open_help(operator)
        await operator.reads("كشك ١ · ")
        field = "الرقم كما في الوثيقة"
        await operator.types(KNOWN[0], into=field)
        await operator.presses("اطلعت على الوثيقة")
        await operator.until(lambda: operator.window.findChild(QLineEdit, "papers_number_1") is not None)
        await operator.until(lambda: "الوثيقة" in _notice(operator), "a wrong number was not told of")
        wrong = operator.window.findChild(QLineEdit, "papers_number_1")
        assert wrong is not None
        wrong.clear()
        await operator.types(NEWCOMER[0], into=field)
        await operator.presses("اطلعت على الوثيقة")
        await operator.until(lambda: not helping(operator).waiting)
        path = f"/v1/citizen/challenges/{begun.challenge_id}"
        standing = await kiosk.gateway.ask("GET", path, ChallengeStanding, token=kiosk.credential)
        assert not isinstance(standing, Refusal)
        assert standing.state == "completed"


async def test_a_visitor_is_found_by_their_passport_and_country_in_any_language(sit_down: Sit, region: Region) -> None:
    seen = PersonSeenAsk(
        document=DocumentKind.PASSPORT, number="A 1234567", nationality="YE", name="سالم المثال", papers_seen=True
    )
    async with sit_down() as operator:
        client = operator.client
        person = await client.gateway.ask("POST", "/v1/people", PersonFound, token=client.token, body=seen)
        assert isinstance(person, PersonFound)
        await open_help(operator)
        await operator.presses("جواز سفر")
        await operator.types("a1234567")
        operator.key(Qt.Key.Key_Return)
        await operator.reads("الجنسية غير محددة")
        await operator.types("اليمن", into="الجنسية")
        operator.key(Qt.Key.Key_Return)
        await at(operator, HelpStep.PERSON)
        assert helping(operator).person == person
        looked = region.running.house.read_now(
            lambda each: each.connection.execute(select(access_log.c.person_id, access_log.c.action)).all()
        )
        assert (person.id, "find_person") in [tuple(row) for row in looked], "as with an ID, it is in the register"


def _notice(operator: Operator) -> str:
    section = operator.window.findChild(HelpSection)
    assert section is not None
    at_fields = (block.error for block in section.page.findChildren(FieldBlock))
    return section.waiting.notice.text or section.page.notice.text or " ".join(filter(None, at_fields))


@pytest.mark.parametrize(
    "typed", ["😀😀", "\u202eabc\u202c", "9" * 10_000, "ا" * 10_000, "1000000000", "0512", "'; --"]
)
async def test_bad_input_is_told_and_loses_nothing(sit_down: Sit, typed: str) -> None:
    async with sit_down() as operator:
        await open_help(operator)
        await finds(operator, typed)
        await operator.until(lambda: bool(_notice(operator)) or helping(operator).found == ())
        assert helping(operator).step is HelpStep.FIND
        operator.client.console.helping.set(Helping(step=HelpStep.PAPERS))
        QApplication.processEvents()
        await operator.types(typed)
        await operator.types(typed, into="الاسم الكامل")
        await operator.presses("اطلعت على الوثيقة")
        await operator.until(lambda: "رقم الهوية" in operator.screen())
        assert helping(operator).step is HelpStep.PAPERS


@pytest.mark.parametrize("typed", ["ع\u202eabc", "ا" + "😀" * 10_000, "😀 " * 10_000], ids=["override", "half", "long"])
async def test_what_no_reader_sees_goes_from_the_subject(sit_down: Sit, typed: str) -> None:
    async with sit_down() as operator:
        await open_help(operator)
        await finds(operator, KNOWN[0])
        await chooses_time(operator)
        await operator.presses("اختيار هذا الوقت")
        await at(operator, HelpStep.SUMMARY)
        await operator.types(typed)
        field = operator.window.focusWidget()
        assert isinstance(field, QLineEdit)
        assert len(field.text()) <= 300
        operator.key(Qt.Key.Key_Return)
        await at(operator, HelpStep.TICKET)
