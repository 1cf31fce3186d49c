"""The questions as a visitor is asked them, walked through before they are saved."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.domain.triage import AskNext, Elsewhere, GoOn, Question, Rejection, way_of
from desk_client.i18n.language import Language
from desk_client.ui.admin import question_words as words
from desk_client.ui.bilingual import worded_by_office
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.pick import Pick

Forms = Mapping[str, tuple[Question, ...]]
"""What each service asks, by its id."""


class QuestionWalk(QWidget):
    """One question at a time in the language that is picked; an answer leads on, and the end says where it led."""

    def __init__(
        self,
        look: Appearance,
        forms: Forms,
        service_id: str,
        named: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._forms = forms
        self._first = service_id
        self._named = named
        self._service = service_id
        self._way: str | None = None
        self._question: Question | None = None
        self._ended: GoOn | Rejection | None = None
        self.languages = Pick(look)
        self.languages.setObjectName("walk_language")
        self.languages.set_name(QCoreApplication.translate("Questions", "Language of the visitor"))
        self.languages.set_choices(
            [
                (Language.ARABIC.value, QCoreApplication.translate("Questions", "In Arabic")),
                (Language.ENGLISH.value, QCoreApplication.translate("Questions", "In English")),
                (Language.URDU.value, QCoreApplication.translate("Questions", "In Urdu; where it is missing, Arabic")),
            ]
        )
        self.languages.pick(Language.ARABIC.value)
        self.languages.picked.connect(lambda _key: self._show())
        self.said = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD, is_centred=True)
        self.said.setObjectName("walk_said")
        self._shown: list[Button] = []
        self._answers = QVBoxLayout()
        self._answers.setSpacing(Space.S)
        self._end = Label(look, "", Role.BODY, tone=Tone.SECOND, is_centred=True)
        self._end.setObjectName("walk_end")
        self._again = Button(look, QCoreApplication.translate("Questions", "From the beginning"), Kind.QUIET)
        self._again.setObjectName("walk_again")
        self._again.clicked.connect(self._begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.languages)
        column.addWidget(self.said)
        column.addLayout(self._answers)
        column.addWidget(self._end)
        column.addWidget(self._again)
        self._begin()

    def _begin(self) -> None:
        self._go(self._first)

    def _go(self, service_id: str) -> None:
        """Ask what this service asks first; without a question it is booked at once."""
        self._service, self._way = service_id, None
        questions = self._forms.get(service_id, ())
        self._question = questions[0] if questions else None
        self._ended = GoOn() if not questions else None
        self._show()

    def _answered(self, question: Question, answer_id: str) -> None:
        match way_of(self._forms.get(self._service, ()), question.id, answer_id):
            case AskNext(following):
                self._question = following
                self._show()
            case Elsewhere(service_id):
                self._went_to(service_id)
            case Rejection() as rejection:
                self._question, self._ended = None, rejection
                self._show()
            case _:
                self._question, self._ended = None, GoOn()
                self._show()

    def _went_to(self, service_id: str) -> None:
        self._go(service_id)
        self._way = service_id
        self._show()

    def _show(self) -> None:
        language = Language(self.languages.key)
        for button in self._shown:
            button.hide()
            self._answers.removeWidget(button)
            button.deleteLater()
        self._shown.clear()
        question = self._question
        if question is not None:
            self.said.set_text(worded_by_office(question.text, language))
            for answer in question.answers:
                button = Button(self._look, worded_by_office(answer.text, language), Kind.SECONDARY)
                button.setObjectName(f"walk_{answer.id}")
                button.clicked.connect(lambda _on=False, at=question, key=answer.id: self._answered(at, key))
                self._answers.addWidget(button)
                self._shown.append(button)
            led = "" if self._way is None else words.to_service_words(self._named(self._way))
            self._end.set_text(led)
        else:
            self._show_end(language)
        self._end.setVisible(bool(self._end.said))
        self._again.setVisible(question is None or self._way is not None or not self._is_first(question))

    def _is_first(self, question: Question) -> bool:
        return question in self._forms.get(self._first, ())[:1]

    def _show_end(self, language: Language) -> None:
        match self._ended:
            case Rejection(unit, reason, next_step):
                texts = (worded_by_office(each, language) for each in (unit, reason, next_step))
                self.said.set_text("\n".join(texts))
                self._end.set_text(words.away_words())
            case _:
                name = self._named(self._service)
                text = QCoreApplication.translate("Questions", "Nothing more is asked: “{name}” is booked.")
                self.said.set_text(text.format(name=name))
                self._end.set_text("" if self._way is None else words.to_service_words(name))
