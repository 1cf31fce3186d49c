"""The answer to a request, on the roll: for whoever wants it in the hand."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desk_client.client.visit import Request
from desk_client.i18n.bidi import embedded, written
from desk_client.i18n.dates import gregorian_date, hijri_date
from desk_client.i18n.language import Language
from desk_client.ui.moments import here
from desk_client.ui.paper.roll import BODY, GAP, LEAD, SMALL, Align, Fact, Gap, Page, Part, Rule, line, rolled
from desk_client.ui.theme.tokens import Weight


@dataclass(frozen=True)
class AnswerSheet:
    """Every text of the paper; nothing says whose it is.

    Attributes:
        state: what became of the request.
        text: the answer, or the reason.
        asked: what was asked.
    """

    language: Language
    heading: str
    state: str
    text: str
    facts: tuple[tuple[str, str], ...]
    asked_name: str
    asked: str
    foot: str


def answer_sheet(request: Request, state: str, unit: str, subject: str, language: Language) -> AnswerSheet:
    """The paper in the language spoken now; ``state`` names what became of it, ``unit`` who answered."""
    declined = request.declined
    next_name = QCoreApplication.translate("RequestPage", "Where to go next")
    facts = (
        (QCoreApplication.translate("AnswerPaper", "Answered by"), embedded(declined.unit) if declined else unit),
        (next_name, written(declined.next_step) if declined else ""),
        (QCoreApplication.translate("AnswerPaper", "About"), subject),
        (QCoreApplication.translate("AnswerPaper", "Asked on"), _days(request, language)),
    )
    return AnswerSheet(
        language,
        QCoreApplication.translate("AnswerPaper", "Majlis · Answer to your request"),
        state,
        written(declined.reason if declined else request.answer or ""),
        tuple(fact for fact in facts if fact[1]),
        QCoreApplication.translate("RequestPage", "What you asked"),
        written(request.text),
        QCoreApplication.translate("AnswerPaper", "You can read this at any kiosk, where you sign in."),
    )


def _days(request: Request, language: Language) -> str:
    day = here(request.submitted_at).date()
    return f"{hijri_date(day, language)}\n{gregorian_date(day, language)}"


def answer_page(sheet: AnswerSheet) -> Page:
    """Paint the paper."""
    return rolled(sheet.heading, _parts(sheet))


def _parts(sheet: AnswerSheet) -> Iterator[Part]:
    is_mirrored = sheet.language.is_right_to_left
    yield line(sheet.heading, LEAD, Weight.SEMIBOLD, is_mirrored=is_mirrored)
    yield Rule()
    yield line(sheet.state, LEAD, Weight.BOLD, is_mirrored=is_mirrored)
    yield Gap(GAP)
    yield line(sheet.text, BODY, Weight.REGULAR, Align.AlignLeading, is_mirrored=is_mirrored)
    yield Rule()
    for name, value in sheet.facts:
        yield Fact(name, value, is_mirrored=is_mirrored)
        yield Gap(GAP)
    yield Rule()
    yield line(sheet.asked_name, BODY, Weight.SEMIBOLD, Align.AlignLeading, is_mirrored=is_mirrored)
    yield line(sheet.asked, SMALL, Weight.REGULAR, Align.AlignLeading, is_mirrored=is_mirrored)
    yield Rule()
    yield line(sheet.foot, SMALL, Weight.REGULAR, is_mirrored=is_mirrored)
