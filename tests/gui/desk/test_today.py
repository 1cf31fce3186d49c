"""The day: who waits on top, arrivals announced, a brief opened, a citizen admitted."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.kiosk_health import Presence
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import without_marks
from desk_client.i18n.dates import hijri_date
from desk_client.i18n.language import Language
from desk_client.ui.desk.agenda_row import AgendaRow
from desk_client.ui.moments import wall_span
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.pill import Pill
from tests.gui.desk.conftest import Desk


def rows(desk: Desk) -> list[str]:
    found = [row for row in desk.window.findChildren(AgendaRow) if row.isVisible()]
    return [row.item.id for row in sorted(found, key=lambda row: row.y())]


def row(desk: Desk, appointment_id: str) -> AgendaRow:
    found = desk.find(f"agenda_item_{appointment_id}")
    assert isinstance(found, AgendaRow)
    return found


async def hint(desk: Desk) -> None:
    desk.client.hints.set(desk.client.hints.value + 1)
    await desk.settle()


async def test_who_waits_longest_is_on_top_and_the_rest_lies_by_time(desk: Desk) -> None:
    await desk.sign_in()
    assert rows(desk) == ["a2", "a3", "a0", "a1", "a4", "a5", "a6"]


async def test_what_was_not_written_on_its_day_is_on_top_the_day_after(desk: Desk) -> None:
    """Its brief opens, and its outcome is written, as if it were of today."""
    await desk.sign_in()
    assert not desk.has("still_to_write")
    desk.server.a_day_passes()
    desk.server.change("a3", AppointmentState.COMPLETED)
    await hint(desk)
    assert rows(desk) == ["a1", "a3", "a2"]
    assert desk.find("still_to_write").y() < row(desk, "a1").y()
    yesterday = hijri_date(wall_span(desk.server.items["a1"].slot).day, Language.ARABIC)
    assert without_marks(yesterday) in without_marks(row(desk, "a1").accessibleName())
    row(desk, "a1").click()
    await desk.settle()
    assert desk.find("write_outcome").isVisible()


async def test_an_arrival_is_announced_once_and_its_brief_opens(desk: Desk) -> None:
    await desk.sign_in()
    chimes = desk.chimes
    for waiting in ("a2", "a3"):
        row(desk, waiting).click()
        await desk.settle()
    assert not desk.window.today.arrival.isVisible()
    desk.server.change("a4", AppointmentState.WAITING)
    await hint(desk)
    await hint(desk)
    assert desk.chimes == chimes + 1
    assert row(desk, "a4").is_unseen
    assert desk.server.items["a4"].citizen_name in desk.window.today.arrival.text
    desk.window.today.arrival.action.click()
    await desk.settle()
    assert not desk.window.today.arrival.isVisible()
    assert row(desk, "a4").isChecked()
    assert desk.find("admit").isEnabled()


def reads(desk: Desk) -> str:
    labels = desk.window.findChildren(QLabel)
    return without_marks("\n".join(label.text() for label in labels if label.isVisible()))


async def test_a_brief_names_what_the_visitor_brought(desk: Desk) -> None:
    await desk.sign_in()
    row(desk, "a2").click()
    await desk.settle()
    assert desk.find("document_att_2400000").accessibleName() == "صك الأرض رقم 4821.pdf"
    row(desk, "a3").click()
    await desk.settle()
    assert not desk.has("documents")
    desk.server.refusals["/attachments"] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    row(desk, "a2").click()
    await desk.settle()
    assert desk.find("admit").isEnabled(), "the brief opens all the same"


async def test_the_arrows_walk_the_list_and_enter_opens(desk: Desk) -> None:
    await desk.sign_in()
    QTest.keyClick(row(desk, "a2"), Qt.Key.Key_Down)
    assert row(desk, "a3").hasFocus()
    QTest.keyClick(row(desk, "a3"), Qt.Key.Key_Up)
    QTest.keyClick(row(desk, "a2"), Qt.Key.Key_End)
    assert row(desk, "a6").hasFocus()
    QTest.keyClick(row(desk, "a6"), Qt.Key.Key_Home)
    QTest.keyClick(row(desk, "a2"), Qt.Key.Key_Return)
    await desk.settle()
    assert row(desk, "a2").isChecked()


@pytest.mark.parametrize(
    ("appointment_id", "action"),
    [("a0", ""), ("a1", "write_outcome"), ("a2", "admit"), ("a4", ""), ("a6", "")],
)
async def test_each_state_offers_what_may_follow(desk: Desk, appointment_id: str, action: str) -> None:
    await desk.sign_in()
    row(desk, appointment_id).click()
    await desk.settle()
    offered = [name for name in ("admit", "write_outcome") if desk.has(name)]
    assert offered == ([action] if action else [])


@pytest.mark.parametrize(
    "code", [RefusalCode.NOT_FOUND, RefusalCode.FORBIDDEN, RefusalCode.SERVER_UNAVAILABLE, RefusalCode.INTERNAL]
)
async def test_a_brief_that_cannot_be_read_says_why(desk: Desk, code: RefusalCode) -> None:
    await desk.sign_in()
    row(desk, "a2").click()
    await desk.settle()
    desk.server.refusals["/brief"] = Refusal(code)
    row(desk, "a3").click()
    await desk.settle()
    assert desk.window.today.brief.notice.isVisible()


async def test_an_admission_that_is_refused_says_why_and_reads_the_day_again(desk: Desk) -> None:
    await desk.sign_in()
    row(desk, "a2").click()
    await desk.settle()
    desk.server.refusals["/admission"] = Refusal(RefusalCode.ILLEGAL_TRANSITION)
    asked = desk.server.asked.count(("GET", "/v1/desk/agenda"))
    desk.window.today.brief.admit.click()
    await desk.settle()
    await desk.settle()
    assert desk.window.page_name == "today"
    assert desk.window.today.brief.notice.isVisible()
    assert not desk.window.today.brief.admit.is_busy
    assert desk.server.asked.count(("GET", "/v1/desk/agenda")) == asked + 1


async def test_an_empty_day_says_so(desk: Desk) -> None:
    desk.server.items.clear()
    await desk.sign_in()
    assert desk.has("empty_day")
    assert not desk.has("brief")


async def test_a_server_that_goes_away_is_told_and_tried_again(desk: Desk) -> None:
    await desk.sign_in()
    desk.server.refusals["/agenda"] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    await hint(desk)
    assert desk.has("offline")
    desk.server.refusals.clear()
    desk.window.offline.action.click()
    await desk.settle()
    assert not desk.has("offline")
    assert rows(desk)


async def test_a_burst_of_hints_reads_the_day_twice_at_most(desk: Desk) -> None:
    await desk.sign_in()
    asked = desk.server.asked.count(("GET", "/v1/desk/agenda"))
    for _ in range(20):
        desk.client.hints.set(desk.client.hints.value + 1)
    await desk.settle()
    assert desk.server.asked.count(("GET", "/v1/desk/agenda")) <= asked + 2


async def test_a_session_that_expired_asks_to_sign_in_again(desk: Desk) -> None:
    await desk.sign_in()
    desk.server.refusals["/agenda"] = Refusal(RefusalCode.SESSION_EXPIRED)
    await hint(desk)
    assert desk.window.page_name == "sign_in"
    assert desk.window.sign_in.notice.isVisible()
    assert desk.window.sign_in.username.text() == "emir.office"


async def test_signing_out_leaves_nothing(desk: Desk) -> None:
    await desk.sign_in()
    desk.window.header._sign_out.click()
    await desk.settle()
    assert desk.window.page_name == "sign_in"
    assert desk.client.day.value.session is None
    QApplication.processEvents()


async def test_the_course_of_the_day_says_who_is_next_and_by_how_much_it_runs_late(desk: Desk) -> None:
    desk.server.begins("a2", timedelta(minutes=-12))
    desk.server.begins("a3", timedelta(minutes=8))
    await desk.sign_in()
    assert desk.server.items["a2"].citizen_name in reads(desk).split("التالي: ")[1]
    late = desk.find("running_late")
    assert isinstance(late, Pill)
    assert late.accessibleName() == "التأخر ١٢ دقيقة"
    desk.server.begins("a2", timedelta(minutes=1))
    await hint(desk)
    assert not desk.has("running_late")


async def test_a_row_says_whose_turn_it_is_and_what_is_amiss_with_the_way_to_them(desk: Desk) -> None:
    await desk.sign_in()
    assert "الدور التالي" in row(desk, "a2").accessibleName()
    assert "الاتصال بهم ضعيف" in row(desk, "a3").accessibleName()
    desk.server.items["a3"] = desk.server.items["a3"].model_copy(update={"presence": Presence.AWAY})
    await hint(desk)
    assert "غادر المراجع الكشك" in row(desk, "a3").accessibleName()
    desk.server.items["a3"] = desk.server.items["a3"].model_copy(update={"presence": Presence.GOOD})
    await hint(desk)
    assert "الدور ٢، بعد ٥ إلى ١٠ دقيقة" in row(desk, "a3").accessibleName()


async def test_whoever_has_left_is_admitted_by_a_yes_alone(desk: Desk) -> None:
    for kind, words in ((AppointmentKind.VIDEO_KIOSK, "غادر المراجع الكشك"), (AppointmentKind.VIDEO_OWN, "صفحتهم")):
        number = 2 if kind is AppointmentKind.VIDEO_KIOSK else None
        away = {"presence": Presence.AWAY, "kind": kind, "kiosk_number": number}
        desk.server.items["a2"] = desk.server.items["a2"].model_copy(update=away)
        await (desk.sign_in() if kind is AppointmentKind.VIDEO_KIOSK else hint(desk))
        row(desk, "a2").click()
        await desk.settle()
        hint_label = desk.find("brief_hint")
        assert words in hint_label.accessibleName()
        assert "محفوظ" in hint_label.accessibleName()
        QTest.mouseClick(desk.find("admit"), Qt.MouseButton.LeftButton)
        await desk.settle()
        said = "".join(each.accessibleDescription() for each in desk.window.findChildren(Dialog) if each.isVisible())
        assert words in said
        assert "محفوظ" in said
        QTest.mouseClick(desk.find("step_cancel"), Qt.MouseButton.LeftButton)
        await desk.settle()
        assert desk.server.items["a2"].state is AppointmentState.WAITING
    QTest.mouseClick(desk.find("admit"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(desk.find("step_confirm"), Qt.MouseButton.LeftButton)
    await desk.settle()
    assert desk.server.items["a2"].state is AppointmentState.IN_SESSION


async def test_of_who_waits_at_a_page_of_their_own_it_says_how_that_page_is(desk: Desk) -> None:
    at_home = desk.server.items["a3"].model_copy(
        update={"kind": AppointmentKind.VIDEO_OWN, "site_name": None, "kiosk_number": None}
    )
    for presence, words in ((Presence.LOST, "صفحتهم لا تستجيب"), (Presence.AWAY, "لم تعد صفحتهم مفتوحة")):
        desk.server.items["a3"] = at_home.model_copy(update={"presence": presence})
        await (desk.sign_in() if presence is Presence.LOST else hint(desk))
        assert words in row(desk, "a3").accessibleName()
        assert "الكشك" not in row(desk, "a3").accessibleName()


async def test_the_present_time_stands_between_what_was_and_what_is_to_come(desk: Desk) -> None:
    for key, minutes in (("a0", -80), ("a1", -60), ("a4", 25), ("a5", 45), ("a6", -20)):
        desk.server.begins(key, timedelta(minutes=minutes))
    await desk.sign_in()
    mark = desk.find("time_mark")
    assert row(desk, "a1").y() < mark.y() < row(desk, "a4").y()
    assert row(desk, "a6").y() < mark.y()
    for key in ("a4", "a5"):
        desk.server.begins(key, timedelta(minutes=-1))
    await hint(desk)
    assert not desk.has("time_mark"), "nobody is to come any more"
