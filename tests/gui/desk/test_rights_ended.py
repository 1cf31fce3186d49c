"""The last day of what was left to an office's manager passes while they are signed in."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QApplication, QWidget

from desk_client.client.day import Day, DeskPage, Draft
from desk_client.domain.access import Action
from desk_client.domain.delegation import DelegateRight
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import without_marks
from desk_client.i18n.dates import gregorian_date
from desk_client.i18n.language import Language
from desk_client.ui.desk.audience_words import today_here
from tests.gallery import desk_day
from tests.gallery.narrowed_sheets import left
from tests.gui.desk.conftest import Desk

DRAFT = Draft(None, "يُنظر في الأمر", "المكتب")


def until(last: date, day: Day) -> Day:
    """Everything of the waiting room and of outcomes is left to them until that day."""
    narrowed = left(day, DelegateRight.RECEIVE, DelegateRight.SIGN_OUTCOMES)
    assert narrowed.session is not None
    person = narrowed.session.person.model_copy(update={"rights_until": last})
    session = narrowed.session.model_copy(update={"person": person})
    return replace(narrowed, session=session, drafts={"a2": DRAFT}, drafts_by=person.id)


async def test_what_the_server_refuses_from_that_moment_on_is_offered_no_more_and_it_is_said_why(desk: Desk) -> None:
    last = today_here().date() - timedelta(days=1)
    desk.client.day.set(until(last, desk_day.day(DeskPage.TODAY, opened="a2")))
    QApplication.processEvents()
    assert desk.has("admit")
    desk.server.refusals["/desk/agenda"] = Refusal(RefusalCode.FORBIDDEN)
    desk.window.refresh()
    await desk.settle()
    day = desk.client.day.value
    assert (day.page, day.brief, day.agenda) == (DeskPage.TODAY, None, None)
    assert Action.ADMIT not in day.may
    assert not any(desk.has(name) for name in ("admit", "write_outcome", "refresh", "agenda"))
    said = without_marks(gregorian_date(last, Language.ARABIC))
    assert said in without_marks(desk.window.toast.text)
    assert not desk.has("offline"), "the server can be reached, and has said no"
    desk.server.asked.clear()
    desk.window.refresh()
    await desk.settle()
    assert ("GET", "/v1/desk/agenda") not in desk.server.asked, "what is refused is not asked for again"
    assert day.drafts == {"a2": DRAFT}, "what was being written waits for whom more is left to"


async def test_an_outcome_that_is_being_written_is_kept_and_its_page_is_left(desk: Desk) -> None:
    last = today_here().date() - timedelta(days=1)
    desk.client.day.set(until(last, desk_day.day(DeskPage.OUTCOME, opened="a1")))
    QApplication.processEvents()
    desk.server.refusals["/desk/agenda"] = Refusal(RefusalCode.FORBIDDEN)
    desk.window.refresh()
    await desk.settle()
    assert desk.client.day.value.page is DeskPage.TODAY
    texts = [each.accessibleName() for each in desk.window.today.brief.findChildren(QWidget) if each.isVisible()]
    assert without_marks(gregorian_date(last, Language.ARABIC)) in without_marks(" ".join(texts))


async def test_of_an_official_whom_the_server_forbids_the_day_nothing_is_taken_away(desk: Desk) -> None:
    await desk.sign_in()
    desk.server.refusals["/desk/agenda"] = Refusal(RefusalCode.FORBIDDEN)
    desk.window.refresh()
    await desk.settle()
    assert desk.client.day.value.agenda is not None
    assert desk.has("offline")
