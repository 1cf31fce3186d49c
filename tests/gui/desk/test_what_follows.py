"""What follows from an outcome at the desk: added and removed by keys, taken back in time, amended afterwards."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.decision import DecisionCode, Directive, FollowUp, Wording
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.text_field import TextArea, TextField
from tests.gallery.outcome_samples import DECISION, decided
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_talk_and_outcome import press, writing

CTRL = Qt.KeyboardModifier.ControlModifier


def type_in(desk: Desk, text: str) -> TextField | TextArea:
    """Into whatever has the keyboard."""
    field = desk.window.focusWidget()
    assert isinstance(field, TextField | TextArea)
    (field.insert if isinstance(field, TextField) else field.insertPlainText)(text)
    return field


async def decided_and_open(desk: Desk, ago: timedelta = timedelta(0)) -> None:
    await desk.sign_in()
    desk.server.change("a1", AppointmentState.OUTCOME_RECORDED)
    desk.server.outcome = decided(ago)
    desk.window.refresh()
    await desk.settle()
    press(desk, "agenda_item_a1")
    await desk.settle()


async def test_a_simple_decision_takes_no_more_than_a_card_a_wording_and_ctrl_enter(desk: Desk) -> None:
    await writing(desk)
    press(desk, "decision_granted")
    press(desk, "use_template")
    QTest.keyClick(desk.window.outcome.text, Qt.Key.Key_Return, CTRL)
    await desk.settle()
    (asked,) = desk.server.outcomes
    assert (asked.decision.directive, asked.decision.actions, asked.decision.follow_up) == (None, (), None)
    assert asked.decision.transaction_number == ""
    assert desk.window.page_name == "today"
    assert desk.has("take_back_outcome")  # with the countdown, at once


async def test_all_that_follows_is_written_and_saved(desk: Desk) -> None:
    await writing(desk)
    page = desk.window.outcome
    press(desk, "decision_directed")
    page.text.set_text("تُوجَّه الإدارة")
    press(desk, "add_directive")
    assert not page.save.isEnabled()  # a directive to nobody
    type_in(desk, "إدارة الطرق")
    page.follows.directive_text.set_text("تُعاين وتُفيد")
    press(desk, "add_action")
    first = type_in(desk, "معاينة الموقع")
    QTest.keyClick(first, Qt.Key.Key_Return)  # asks for one more
    second = type_in(desk, "إفادة المكتب")
    assert second is not first
    assert page.follows.rows[1].owner.text() == "إدارة الطرق"
    days = page.follows.rows[1].due.days
    days.setText("٣")
    QTest.keyClick(days, Qt.Key.Key_Up)
    QTest.keyClick(second, Qt.Key.Key_Return)
    QTest.keyClick(type_in(desk, "زائد"), Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    press(desk, "add_follow_up")
    press(desk, "add_transaction")
    type_in(desk, "٤٤/١٢٠")
    press(desk, "save_outcome")
    await desk.settle()
    decision = desk.server.outcomes[0].decision
    today = page.follows.rows[0].due.due - timedelta(days=14)
    assert decision.directive == Directive("إدارة الطرق", "تُعاين وتُفيد")
    assert [(each.text, (each.due - today).days) for each in decision.actions] == [
        ("معاينة الموقع", 14),
        ("إفادة المكتب", 4),
    ]
    assert decision.follow_up == FollowUp("مكتب أمير منطقة جازان", 4)
    assert decision.transaction_number == "44/120"


async def test_a_draft_keeps_what_follows(desk: Desk) -> None:
    await writing(desk)
    press(desk, "add_action")
    type_in(desk, "معاينة الموقع")
    press(desk, "back")
    press(desk, "leave_outcome")
    await desk.settle()
    press(desk, "write_outcome")
    await desk.settle()
    assert [each.text for each in desk.window.outcome.follows.tasks] == ["معاينة الموقع"]


async def test_a_services_own_wordings_stand_beside_the_usual_one(desk: Desk) -> None:
    await writing(desk)
    own = Wording(DecisionCode.DIRECTED, "مسح أرض", "Survey", "تُوجَّه إدارة الأراضي بالمسح خلال …", "Survey within …")
    desk.window.outcome.wordings.offer((own,))
    press(desk, "decision_granted")
    assert not desk.has("use_wording_0")
    press(desk, "decision_directed")
    press(desk, "use_wording_0")
    assert desk.window.outcome.text.text == own.text_ar
    assert not desk.has("use_template")


async def test_what_was_saved_is_taken_back_while_the_countdown_runs_and_written_anew(desk: Desk) -> None:
    await decided_and_open(desk, timedelta(seconds=100))
    said = desk.find("undo_until")
    assert isinstance(said, Label)
    assert "٣:" in said.said  # three minutes and some seconds
    assert not desk.has("amend_outcome")
    press(desk, "take_back_outcome")
    await desk.settle()
    page = desk.window.outcome
    assert desk.window.page_name == "outcome"
    assert (page.text.text, page.follows.transaction_number) == (DECISION.text, DECISION.transaction_number)
    assert page.follows.directive == DECISION.directive
    assert ("DELETE", "/v1/appointments/a1/outcome") in desk.server.asked


async def test_when_time_runs_out_before_the_eyes_only_an_amendment_remains(desk: Desk) -> None:
    await decided_and_open(desk)
    assert desk.has("take_back_outcome")
    late = datetime.now(UTC) + timedelta(minutes=6)
    desk.client.clock.ask()(late)  # the server's time, and not this machine's
    desk.window.today.brief.outcome._tick()
    assert not desk.has("take_back_outcome")
    press(desk, "amend_outcome")
    assert not desk.find("send_amendment").isEnabled()
    type_in(desk, "تشارك إدارة المياه")
    desk.window.today.brief.outcome.reason.setText("الخط لها")
    press(desk, "send_amendment")
    await desk.settle()
    outcome = desk.client.day.value.outcome
    assert outcome is not None
    assert [(each.text, each.reason) for each in outcome.amendments] == [("تشارك إدارة المياه", "الخط لها")]
    assert not desk.has("amendment_text")
    assert any("الخط لها" in value for _, value in desk.window.today.brief.outcome.rows)


async def test_who_is_too_late_is_told_that_it_can_be_amended(desk: Desk) -> None:
    await decided_and_open(desk)
    desk.server.refusals["/outcome"] = Refusal(RefusalCode.TOO_LATE)
    press(desk, "take_back_outcome")
    await desk.settle()
    assert "تعديلها" in desk.window.today.brief.notice.text
    assert desk.window.page_name == "today"


async def test_an_amendment_that_is_refused_loses_no_word(desk: Desk) -> None:
    await decided_and_open(desk, timedelta(hours=1))
    press(desk, "amend_outcome")
    type_in(desk, "إضافة")
    desk.window.today.brief.outcome.reason.setText("سبب")
    desk.server.refusals["/amendments"] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    press(desk, "send_amendment")
    await desk.settle()
    assert desk.window.today.brief.notice.isVisible()
    assert desk.window.today.brief.outcome.text.text == "إضافة"
    desk.client.day.set(replace(desk.client.day.value))
    assert desk.window.today.brief.outcome.has_unsaved
