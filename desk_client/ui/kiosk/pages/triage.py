"""The questions before a booking, one a page."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.actions import triage
from desk_client.client.visit import Page, Visit
from desk_client.domain.triage import Answer, Question, QuestionKind
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import worded_by_office
from desk_client.ui.kiosk.pages.cards_page import CardsPage
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.card import CardButton

_Shown = tuple[Question, str | None, Language]


class TriagePage(CardsPage):
    """Touching an answer gives it; "back" leads to the question before, with the answer that was given."""

    page = Page.TRIAGE
    _shown: _Shown | None = None

    def go_back(self) -> None:
        """Go to the question before, or to the page before them all."""
        if not self.is_acting:
            triage.back(self.client)

    def refresh(self, visit: Visit) -> None:
        """Ask."""
        question, language = triage.question_of(visit), self.look.language
        if question is None:
            return
        given = dict(visit.answers).get(question.id)
        shown = (question, given, language)
        if shown == self._shown:
            return
        self._shown = shown
        hint = QCoreApplication.translate("TriagePage", "So that you meet the one who can help")
        self.title.set_texts(worded_by_office(question.text, language), hint)
        self.cards.set_cards([self._card(question, answer, is_given=answer.id == given) for answer in question.answers])

    def _card(self, question: Question, answer: Answer, *, is_given: bool) -> CardButton:
        is_yes_no = question.kind is QuestionKind.YES_NO
        plain = {"yes": Icon.CHECK, "no": Icon.CLOSE}.get(answer.id, Icon.MESSAGE) if is_yes_no else Icon.MESSAGE
        card = CardButton(
            self.look,
            worded_by_office(answer.text, self.look.language),
            QCoreApplication.translate("TriagePage", "Your answer before") if is_given else "",
            sign=plain,
        )
        card.setObjectName(f"answer_{answer.id}")
        card.clicked.connect(lambda: triage.answer(self.client, answer.id))
        return card
