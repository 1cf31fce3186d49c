"""Decisions from which something follows: nobody in them exists."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from desk_client.client.day import Amendment, Outcome, Texts
from desk_client.domain.decision import (
    UNDO_WITHIN,
    ActionItem,
    Decision,
    DecisionCode,
    Directive,
    FollowUp,
    undo_until,
)
from tests.gallery import kiosk_samples

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


FOLLOWED_UP = kiosk_samples.OUTCOME.model_copy(
    update={
        "decision": replace(
            kiosk_samples.OUTCOME.decision,
            directive=Directive("إدارة الأراضي والممتلكات", "استكمال إجراءات الصك والإفادة بما تم."),
            actions=(
                ActionItem("معاينة الموقع ورفعه مساحيًا", "إدارة المساحة", date(2026, 12, 6)),
                ActionItem("مطابقة الصكين وإبلاغكم", "كتابة عدل صبيا", date(2026, 12, 20)),
            ),
            follow_up=FollowUp("مكتب أمير منطقة جازان", 4),
            transaction_number="44/12039",
        ),
        "slip_url": "https://majlis.jazan.example/slips/" + "bWFqbGlzLXNsaXAtc2FtcGxlLW5vdC1yZWFs" * 4,
    }
)
"""With all that may follow from one."""
