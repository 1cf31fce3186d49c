"""What follows from an outcome, while it is written and once it is recorded."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from desk_client.client.case_thread import NamedTransaction
from desk_client.client.day import DeskPage, Outcome
from desk_client.domain.appointment import AppointmentState
from desk_client.ui.desk.outside import unopened_words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.banner import Mood
from tests.gallery import desk_screens
from tests.gallery.desk_day import day
from tests.gallery.outcome_samples import decided, transaction


def written(look: Appearance) -> QWidget:
    """With everything that may follow."""
    frame = desk_screens.outcome(look)
    form = frame.desk.outcome.follows
    form.add_directive.click()
    form.directive_unit.setText("إدارة الأراضي")
    form.directive_text.set_text("إيفاد فريق مسح خلال عشرة أيام عمل، وموافاتنا بتقرير مصوّر.")
    form.directive_unit.offer(("إدارة الأراضي", "مكتب أمير منطقة جازان"))
    form.follow_up_office.offer(("مكتب أمير منطقة جازان",))
    form.add_action.click()
    form.rows[0].text.setText("معاينة الموقع ورفعه مساحيًا")
    form.add_follow_up.click()
    form.follow_up_weeks.setText(look.number(6))
    form.add_transaction.click()
    form.transaction.setText("44/12039")
    return frame


def named(look: Appearance) -> QWidget:
    """What a transaction was named in, where no browser opened for it; another is found nowhere."""
    shown = day(DeskPage.TODAY, opened="a3")
    if shown.brief is None:
        raise ValueError("the audience is open")
    at = shown.brief.item.slot.starts_at
    both = NamedTransaction(number="12/1203"), transaction(at, "445123/47")
    brief = shown.brief.model_copy(update={"transactions": both})
    frame = desk_screens.framed(look, replace(shown, brief=brief))
    frame.desk.today.brief.case.transactions.rows[1].notice.say(unopened_words(), Mood.ERROR)
    return frame


def leaving(look: Appearance) -> QWidget:
    """Back to the day without having saved?"""
    frame = desk_screens.outcome(look)
    frame.desk.outcome.go_back()
    return frame


def signing_out(look: Appearance) -> QWidget:
    """Sign out, and lose what was written?"""
    frame = desk_screens.outcome(look)
    frame.desk.header.sign_out_asked.emit()
    return frame


def recorded(look: Appearance) -> QWidget:
    """It may still be taken back."""
    return _decided(look, decided(timedelta(seconds=40)))


def amending(look: Appearance) -> QWidget:
    """It was amended once, and is again."""
    frame = _decided(look, decided(timedelta(days=2), amended=True))
    frame.desk.today.brief.outcome.amend.click()
    return frame


def _decided(look: Appearance, outcome: Outcome) -> desk_screens.Frame:
    shown = day(DeskPage.TODAY, opened="a1")
    if shown.brief is None:
        raise ValueError("the audience is open")
    item = shown.brief.item.model_copy(update={"state": AppointmentState.OUTCOME_RECORDED})
    brief = shown.brief.model_copy(update={"item": item})
    return desk_screens.framed(look, replace(shown, brief=brief, outcome=outcome))


SHEETS: tuple[tuple[str, Callable[[Appearance], QWidget]], ...] = (
    ("follows", written),
    ("transactions", named),
    ("recorded", recorded),
    ("amending", amending),
    ("leaving", leaving),
    ("signing-out", signing_out),
)
