"""Decisions from which something follows: nobody in them exists."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from desk_client.client.case_thread import NamedTransaction, Naming
from desk_client.client.day import Amendment, Outcome, Texts
from desk_client.client.visit import CarriedOut
from desk_client.domain.decision import (
    UNDO_WITHIN,
    ActionItem,
    Decision,
    DecisionCode,
    Directive,
    FollowUp,
    Part,
    undo_until,
)
from desk_client.domain.request import RequestState
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
_LANDS = Texts(ar="إدارة الأراضي", en="Department of Lands")
_EMIR = Texts(ar="مكتب أمير منطقة جازان", en="Office of the Emir of Jazan Region")


def carried_out(at: datetime) -> tuple[CarriedOut, ...]:
    """One thing is done, one was declined, and an audience was given; the rest is still to be done."""
    return (
        CarriedOut(
            part=Part.DIRECTIVE,
            number=0,
            request_id="q1",
            state=RequestState.ANSWERED,
            unit=_LANDS,
            changed_at=at,
            answer="أُوفد الفريق، والتقرير مرفق بالمعاملة.",
        ),
        CarriedOut(part=Part.ACTION, number=0, request_id="q2", state=RequestState.ROUTED, unit=_EMIR, changed_at=at),
        CarriedOut(
            part=Part.ACTION,
            number=1,
            request_id="q3",
            state=RequestState.DECLINED,
            unit=_EMIR,
            changed_at=at,
            answer="الصك الثاني لدى المحكمة.",
        ),
        CarriedOut(
            part=Part.FOLLOW_UP, number=0, request_id="q4", state=RequestState.SCHEDULED, unit=_EMIR, changed_at=at
        ),
    )


LINK = "https://majlis.jazan.example/slips/" + "bWFqbGlzLXNsaXAtc2FtcGxlLW5vdC1yZWFs" * 4


TRANSACTIONS = "https://muamalat.jazan.example/t/{number}"


def transaction(at: datetime, number: str) -> NamedTransaction:
    """Where it is found, and what else names it: of the visitor's own case, of another office, of another visitor."""
    named = (
        Naming(
            held_at=at - timedelta(days=40),
            office_title=_EMIR,
            service_name=Texts(ar="لقاء أمير المنطقة", en="Audience with the Emir"),
            same_person=True,
            same_case=True,
            appointment_id="a4",
        ),
        Naming(
            held_at=at - timedelta(days=212),
            office_title=Texts(ar="أمانة منطقة جازان", en="Jazan Municipality"),
            service_name=Texts(ar="رفع مساحي", en="Land survey"),
            same_person=True,
        ),
        Naming(
            held_at=at - timedelta(days=12),
            office_title=_EMIR,
            service_name=Texts(ar="لقاء أمير المنطقة", en="Audience with the Emir"),
            appointment_id="a5",
        ),
    )
    return NamedTransaction(number=number, link=TRANSACTIONS, named_in=named)


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
        office_title=_EMIR,
        carried_out=carried_out(recorded_at) if amended else (),
        transaction=transaction(recorded_at, DECISION.transaction_number),
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
        "carried_out": carried_out(kiosk_samples.NOW),
        "slip_url": "https://majlis.jazan.example/slips/" + "bWFqbGlzLXNsaXAtc2FtcGxlLW5vdC1yZWFs" * 4,
    }
)
"""With all that may follow from one."""
