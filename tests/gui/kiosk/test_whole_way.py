"""A visit by touch and keys against a real server, with a real official at the other end."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from desk_client.client.actions import decide, receive
from desk_client.client.desk import DeskClient
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.call import Phase
from desk_client.domain.consents import Purpose
from desk_client.domain.decision import ActionItem, Decision, DecisionCode
from desk_client.i18n.bidi import without_marks
from desk_client.i18n.dates import full_date
from desk_client.i18n.language import Language
from desk_client.server.services.privacy.consent_texts import present
from desk_client.server.storage.tables.booking import satisfaction
from desk_client.ui.kiosk.pages.outcome import OutcomePage
from desk_client.ui.moments import here
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.visitor import Visitor
from tests.integration.client.conftest import KNOWN, Ends, Region

PROCESSING = present(Purpose.PROCESSING)
DECISION = Decision(DecisionCode.DIRECTED, "تُحال إلى إدارة الأراضي للرد خلال عشرة أيام.", "إدارة الأراضي")


async def identify(visitor: Visitor, region: Region) -> None:
    await visitor.until_page("national_id")
    for digit in KNOWN[0]:
        await visitor.touch(f"digit_{digit}")
    await visitor.touch("continue")
    await visitor.until_page("mobile")
    visitor.type(KNOWN[1].translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")))
    await visitor.touch("continue")
    await visitor.until_page("code")
    visitor.type(await region.code_sent_to(KNOWN[1]))


def waits(desk: DeskClient) -> bool:
    agenda = desk.day.value.agenda
    return agenda is not None and any(item.state is AppointmentState.WAITING for item in agenda.items)


def said_of(region: Region) -> list[tuple[int, str]]:
    """What the survey's answers are, as the store has them."""
    assert region.server is not None
    return region.server.house.read_now(
        lambda transaction: [(row.score, row.reasons) for row in transaction.connection.execute(select(satisfaction))]
    )


def talks(visitor: Visitor) -> bool:
    call = visitor.window.client.conference.call.value
    return call is not None and call.view.value.phase is Phase.TALKING


async def is_taken_back_and_written_anew(desk: DeskClient, visitor: Visitor) -> None:
    """The kiosk says that what was read no longer counts, then shows and reads aloud what follows from the new one."""
    assert await decide.take_back(desk) is None
    await visitor.until(lambda: visitor.find("outcome_pending"))
    assert "تراجع المسؤول" in visitor.reads()
    item = ActionItem("معاينة الطريق", "إدارة الطرق", here(desk.clock.now()).date() + timedelta(days=14))
    assert await decide.record_outcome(desk, replace(DECISION, actions=(item,))) is None
    await visitor.until(lambda: visitor.find("outcome_decided"))
    shown = visitor.window.page
    assert isinstance(shown, OutcomePage)
    for read in (visitor.reads(), shown.spoken()):
        for said in (item.text, item.owner, full_date(item.due, Language.ARABIC)):
            assert without_marks(said) in without_marks(read)


async def test_a_citizen_books_is_received_and_reads_what_was_decided(
    ends: Ends, region: Region, open_window: Open
) -> None:
    desk = await ends.signed_in_desk()
    async with open_window(await ends.kiosk(), farewell_ms=200) as visitor:
        over: list[bool] = []
        visitor.window.visit_over.connect(lambda: over.append(True))
        await visitor.touch("book")
        await identify(visitor, region)
        await visitor.touch("office_emir")
        await visitor.touch("service_emir-audience")
        await visitor.touch("kind_video_kiosk")
        await visitor.touch("next_free")
        await visitor.until_page("subject")
        visitor.type("طريق القرية")
        await visitor.touch("continue")
        await visitor.until_page("documents")
        await visitor.touch("continue")
        await visitor.until_page("summary")
        assert "طريق القرية" in visitor.reads()
        assert PROCESSING.text.ar in visitor.reads()
        await visitor.touch("confirm")
        await visitor.until_page("ticket")
        booked = visitor.visit.booked
        assert booked is not None
        assert booked.ticket_code in visitor.reads()
        await visitor.touch("check_in")
        await visitor.until_page("waiting")
        await visitor.until(lambda: waits(desk))
        agenda = desk.day.value.agenda
        assert agenda is not None
        assert await receive.admit(desk, agenda.items[0]) is None
        await visitor.until_page("call")
        await visitor.until(lambda: talks(visitor))
        assert visitor.find("remote_tile") is not None
        assert await receive.complete(desk) is None
        await visitor.until_page("outcome")
        assert visitor.find("outcome_pending") is not None
        assert await decide.record_outcome(desk, DECISION) is None
        await visitor.until(lambda: visitor.find("outcome_decided"))
        assert DECISION.text in visitor.reads()
        assert DECISION.responsible_unit in visitor.reads()
        await is_taken_back_and_written_anew(desk, visitor)
        await visitor.touch("confirm_outcome")
        await visitor.until_page("survey")
        await visitor.touch("score_5")
        await visitor.touch("reason_clear_answer")
        await visitor.touch("send_answer")
        await visitor.until_page("farewell")
        assert said_of(region) == [(5, "clear_answer")]
        await visitor.until(lambda: over)


async def test_who_hangs_up_by_mistake_returns_to_the_talk(ends: Ends, open_window: Open) -> None:
    kiosk, desk = await ends.booked_kiosk(), await ends.signed_in_desk()
    async with open_window(kiosk) as visitor:
        await visitor.touch("check_in")
        await visitor.until(lambda: waits(desk))
        agenda = desk.day.value.agenda
        assert agenda is not None
        assert await receive.admit(desk, agenda.items[0]) is None
        await visitor.until(lambda: talks(visitor))
        await visitor.touch("hang_up")
        await visitor.touch("stay")
        assert visitor.window.page_name == "call"
        await visitor.touch("hang_up")
        await visitor.touch("confirm_hang_up")
        await visitor.until_page("outcome")
        await visitor.touch("return_to_call")
        await visitor.until(lambda: visitor.window.page_name == "call" and talks(visitor))


async def test_the_server_is_away_and_comes_back_and_nothing_is_lost(
    ends: Ends, region: Region, open_window: Open
) -> None:
    async with open_window(await ends.kiosk()) as visitor:
        await visitor.touch("book")
        visitor.type(KNOWN[0])
        await visitor.touch("continue")
        await visitor.until_page("mobile")
        visitor.type(KNOWN[1])
        region.stop()
        await visitor.touch("continue")
        await visitor.until(lambda: visitor.find("try_again") and visitor.find("greet_again"))
        assert visitor.window.page_name == "mobile"
        region.start()
        await visitor.touch("greet_again")
        await visitor.until(lambda: visitor.find("offline") is None)
        await visitor.touch("try_again")
        await visitor.until_page("code")
