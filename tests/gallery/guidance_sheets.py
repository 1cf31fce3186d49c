"""The administrator's screens of questions, wordings, visiting teams and interpreters, without a server."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from desk_client.client.administration import Closing, PlaceKind, Region, Texts
from desk_client.domain.decision import DecisionCode, Wording
from desk_client.domain.triage import Answer, Question, QuestionKind, Rejection, Said
from desk_client.protocol.regions import RegionInterpreter, RegionTeam
from desk_client.ui.admin.offices_section import OfficesSection
from desk_client.ui.admin.questions_section import QuestionsSection
from desk_client.ui.admin.wordings_section import WordingsSection
from desk_client.ui.theme.appearance import Appearance
from tests.gallery.admin_sheets import REGION, section, workspace
from tests.gallery.desk_screens import Frame

_YES, _NO = Said("نعم", "Yes", "جی ہاں"), Said("لا", "No", "جی نہیں")
QUESTIONS = (
    Question(
        "first",
        Said(
            "هل سبق أن رفعتم طلبًا إلى الإمارة؟", "Have you written to the Emirate before?", "کیا آپ پہلے لکھ چکے ہیں؟"
        ),
        QuestionKind.YES_NO,
        (
            Answer("yes", _YES, question_id="about"),
            Answer(
                "no",
                _NO,
                not_here=Rejection(
                    Said("إدارة خدمة المستفيدين", "Beneficiary Services"),
                    Said("تُقدَّم الطلبات الجديدة كتابةً أولًا", "New requests are written first"),
                    Said("اطلبوا من مشغّل الصالة أن يكتبها معكم", "Ask the operator of the hall to write it with you"),
                ),
            ),
        ),
    ),
    Question(
        "about",
        Said("ما موضوع الطلب؟", "What is it about?"),
        QuestionKind.CHOICE,
        (
            Answer("land", Said("أرض أو منحة", "Land or a grant"), service_id="emir-condolence"),
            Answer("rights", Said("حق لدى جهة", "A right against an agency")),
            Answer("other", Said("أمر آخر", "Something else")),
        ),
    ),
)
WORDINGS = (
    Wording(
        DecisionCode.DIRECTED,
        "إحالة للتحقق",
        "Refer for inquiry",
        "وجّهنا … بالتحقق من تظلّمكم والرفع إلينا بالنتيجة خلال … يومًا.",
        "We have directed … to inquire into your grievance and to report within … days.",
    ),
    Wording(
        DecisionCode.DECLINED,
        "منظور لدى القضاء",
        "Before the courts",
        "تعذّر النظر في تظلّمكم لأنه منظور لدى القضاء، ويمكنكم متابعته لدى …",
        "Your grievance is before the courts; you can follow it at …",
    ),
)


def _region() -> Region:
    first, *rest = REGION.offices
    service, other = first.services
    asking = service.model_copy(update={"questions": QUESTIONS, "wordings": WORDINGS, "own_wordings": True})
    open_again = other.model_copy(update={"closed_from": None})
    teams = (
        RegionTeam(id="home-1", name=Texts(ar="فريق «نخدمك في منزلك» الأول", en="At-home service, first team")),
        RegionTeam(
            id="home-2",
            name=Texts(ar="فريق «نخدمك في منزلك» الثاني", en="At-home service, second team"),
            closed_from=date(2027, 3, 1),
        ),
    )
    office = first.model_copy(update={"services": (asking, open_again), "teams": teams})
    interpreters = (
        RegionInterpreter(id="sign-1", name=Texts(ar="أمل المثال", en="Amal Example"), language="sign", own=True),
        RegionInterpreter(id="urdu-1", name=Texts(ar="عمران المثال", en="Imran Example"), language="ur"),
    )
    return REGION.model_copy(update={"offices": (office, *rest), "interpreters": interpreters})


def _at(look: Appearance, code: str) -> Frame:
    return workspace(look, code, lambda client: client.administration.region.set(_region()))


def questions(look: Appearance) -> Frame:
    """A service's questions, and an answer of one that sends people elsewhere."""
    frame = _at(look, "questions")
    section(frame).open("first/no")
    return frame


def questions_circle(look: Appearance) -> QWidget:
    """An answer leads back to where it came from: it is not saved, and said why."""
    frame = questions(look)
    opened = section(frame)
    opened.open("about/other")
    opened.form.set_values({**opened.form.values(), "leads": "ask:first"})
    opened.form.changed.emit()
    return frame


def questions_walk(look: Appearance) -> QWidget:
    """As a visitor is asked."""
    frame = questions(look)
    opened = section(frame)
    assert isinstance(opened, QuestionsSection)
    opened.walk.click()
    return frame


def questions_asked(look: Appearance) -> QWidget:
    """Before they are asked so."""
    frame = questions(look)
    opened = section(frame)
    opened.open("about/other")
    opened.form.set_values({**opened.form.values(), "text_ur": "کچھ اور"})
    opened.form.changed.emit()
    opened.form.save.click()
    return frame


def wordings(look: Appearance) -> Frame:
    """Every wording, and one of them open as the citizen reads it."""
    frame = _at(look, "wordings")
    opened = section(frame)
    opened.open(opened.rows()[0].key)
    return frame


def wordings_retire(look: Appearance) -> QWidget:
    """One is retired."""
    frame = wordings(look)
    opened = section(frame)
    assert isinstance(opened, WordingsSection)
    opened.retire.click()
    return frame


def wordings_none(look: Appearance) -> QWidget:
    """No service has any."""
    return workspace(look, "wordings", lambda _client: None)


def team_ends(look: Appearance) -> QWidget:
    """A visiting team ends: another goes to some of those who are booked."""
    frame = _at(look, "offices")
    opened = section(frame)
    assert isinstance(opened, OfficesSection)
    opened.open("team:home-1")
    touched = Closing(
        appointments=2,
        taken_over=5,
        last=date(2027, 3, 10),
        received=0,
        duties=0,
        waiting=0,
        requests=0,
        staff=0,
        open_within=0,
        led_to=0,
    )
    opened.closing._ask((PlaceKind.TEAM, "home-1"), touched, date(2027, 3, 1))
    return frame


def interpreter(look: Appearance) -> QWidget:
    """Somebody who interprets."""
    frame = _at(look, "offices")
    section(frame).open("interpreter:sign-1")
    return frame


SHEETS: tuple[tuple[str, Callable[[Appearance], QWidget]], ...] = (
    ("questions", questions),
    ("questions-circle", questions_circle),
    ("questions-walk", questions_walk),
    ("questions-asked", questions_asked),
    ("wordings", wordings),
    ("wordings-retire", wordings_retire),
    ("wordings-none", wordings_none),
    ("team-ends", team_ends),
    ("interpreter", interpreter),
)
