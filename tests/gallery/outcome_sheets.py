"""What follows from an outcome, while it is written and once it is recorded."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from PySide6.QtWidgets import QWidget

from desk_client.client.day import Amendment, DeskPage, Outcome, Texts
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.decision import (
    UNDO_WITHIN,
    ActionItem,
    Decision,
    DecisionCode,
    Directive,
    FollowUp,
    undo_until,
)
from desk_client.ui.theme.appearance import Appearance
from tests.gallery import desk_screens
from tests.gallery.desk_day import day

DECISION = Decision(
    DecisionCode.DIRECTED,
    "توجيه إدارة الأراضي بإيفاد فريق مسح إلى الموقع، ومطابقة الصكين، وإفادة صاحب الطلب بالنتيجة.",
    "إدارة الأراضي",
    Directive("إدارة الأراضي", "إيفاد فريق مسح خلال عشرة أيام عمل، وموافاتنا بتقرير مصوّر."),
    (
        ActionItem("معاينة الموقع ورفعه مساحيًا", "إدارة المساحة", date(2026, 12, 6)),
        ActionItem("مطابقة الصكين وإفادة المكتب", "كتابة عدل صبيا", date(2026, 12, 20)),
    ),
    FollowUp("مكتب أمير منطقة جازان", 4),
    "44/12039",
)
LINK = "https://majlis.jazan.example/slips/" + "bWFqbGlzLXNsaXAtc2FtcGxlLW5vdC1yZWFs" * 4


def decided(ago: timedelta = timedelta(0), *, amended: bool = False) -> Outcome:
    """An outcome that was recorded so long ago."""
    recorded_at = datetime.now(UTC) - ago
    amendment = Amendment(
        text="تشارك إدارة المياه في المعاينة.",
        reason="تبيّن أن خط المياه يمر بالموقع",
        author=Texts(ar="عبدالرحمن المثال، مدير المكتب", en="Abdulrahman Almithal, office manager"),
        amended_at=recorded_at + UNDO_WITHIN,
    )
    return Outcome(
        decision=DECISION,
        recorded_at=recorded_at,
        confirmed_at=None,
        undo_until=undo_until(recorded_at),
        amendments=(amendment,) if amended else (),
        slip_url=LINK,
        office_title=Texts(ar="مكتب أمير منطقة جازان", en="Office of the Emir of Jazan Region"),
    )


def written(look: Appearance) -> QWidget:
    """With everything that may follow."""
    frame = desk_screens.outcome(look)
    form = frame.desk.outcome.follows
    form.add_directive.click()
    form.directive_unit.setText("إدارة الأراضي")
    form.directive_text.set_text("إيفاد فريق مسح خلال عشرة أيام عمل، وموافاتنا بتقرير مصوّر.")
    form.add_action.click()
    form.rows[0].text.setText("معاينة الموقع ورفعه مساحيًا")
    form.add_follow_up.click()
    form.follow_up_weeks.setText(look.number(6))
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
    ("recorded", recorded),
    ("amending", amending),
)
