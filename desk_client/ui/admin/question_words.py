"""The words of questions before a booking: what each step is, where it leads, and why it cannot be asked so."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desk_client.client.question_draft import Questions, Step
from desk_client.domain.triage import LONGEST_BRIEF, Answer, Fault, FaultCode, QuestionKind, find
from desk_client.i18n.bidi import embedded
from desk_client.i18n.digits import shown
from desk_client.i18n.language import Language

Named = Callable[[str], str]
"""What a service is called, by its id."""


def kind_words(kind: QuestionKind) -> str:
    """How a question is answered."""
    match kind:
        case QuestionKind.YES_NO:
            return QCoreApplication.translate("Questions", "Yes or no")
        case QuestionKind.CHOICE:
            return QCoreApplication.translate("Questions", "One of several answers")


def step_words(step: Step, language: Language) -> str:
    """Which step of the tree it is."""
    text = (
        QCoreApplication.translate("Questions", "Question {number}")
        if step.answer is None
        else QCoreApplication.translate("Questions", "– Answer {number}")
    )
    return text.format(number=shown(step.number, language))


def step_title(step: Step, questions: Questions, language: Language) -> str:
    """A step by itself, an answer with its question."""
    own = step_words(step, language)
    if step.answer is None:
        return own
    number = questions.index(step.question) + 1
    return f"{step_words(Step(step.question.id, number, step.question), language)} {own}"


def question_name(questions: Questions, question_id: str, language: Language) -> str:
    """A question as an answer names it: its number, and how it begins."""
    question = find(questions, question_id)
    if question is None:
        return question_id
    number = shown(questions.index(question) + 1, language)
    text = QCoreApplication.translate("Questions", "Question {number}: {text}")
    return text.format(number=number, text=embedded(language.best_of(question.text.ar, question.text.en)))


def way_words(answer: Answer, questions: Questions, named: Named, language: Language) -> str:
    """Where an answer leads."""
    if answer.not_here is not None:
        return away_words()
    if answer.service_id is not None:
        return to_service_words(named(answer.service_id))
    if answer.question_id is not None:
        return question_name(questions, answer.question_id, language)
    return book_words()


def book_words() -> str:
    """Everything was asked."""
    return QCoreApplication.translate("Questions", "To the booking")


def away_words() -> str:
    """It is not received here."""
    return QCoreApplication.translate("Questions", "Not received here: elsewhere, with the reason")


def to_service_words(name: str) -> str:
    """Another service is the right one."""
    return QCoreApplication.translate("Questions", "To another service: {name}").format(name=embedded(name))


def fault_words(fault: Fault, questions: Questions, named: Named, language: Language) -> str:
    """Why the questions cannot be asked so, and where to look."""
    text = _fault(fault, named).format(most=shown(LONGEST_BRIEF, language))
    question = find(questions, fault.question_id)
    if question is None:
        return text
    where = QCoreApplication.translate("Questions", "Question {number}").format(
        number=shown(questions.index(question) + 1, language)
    )
    return f"{where}: {text}"


def refused_words(field: str) -> str:
    """Why the server did not take them; empty where that is no fault of the questions."""
    _, _, code = field.partition("questions.")
    return _fault(Fault(FaultCode(code), ""), str).format(most=LONGEST_BRIEF) if code in set(FaultCode) else ""


def _fault(fault: Fault, named: Named) -> str:
    match fault.code:
        case FaultCode.TWICE | FaultCode.ANSWERS:
            return QCoreApplication.translate(
                "Questions", "It needs two to six answers, each leading to one place; yes and no where that is asked."
            )
        case FaultCode.NO_QUESTION:
            return QCoreApplication.translate("Questions", "An answer leads to a question that is not there.")
        case FaultCode.NO_SERVICE:
            return QCoreApplication.translate("Questions", "An answer leads to a service that is closed, or not there.")
        case FaultCode.CIRCLE:
            services = list(dict.fromkeys(name.partition("/")[0] for name in fault.names))
            text = QCoreApplication.translate("Questions", "The answers lead in a circle: nobody would come to an end.")
            through = QCoreApplication.translate("Questions", "It goes through: {names}.")
            names = " · ".join(embedded(named(each)) for each in services)
            return f"{text} {through.format(names=names)}" if len(services) > 1 else text
        case FaultCode.TOO_LONG:
            return QCoreApplication.translate(
                "Questions",
                "On one way, questions and answers have more than {most} letters together: the visitor's own words "
                "need the rest.",
            )
        case FaultCode.UNREACHED:
            return QCoreApplication.translate(
                "Questions", "No answer leads to it: nobody would be asked. Let one lead here, or take it away."
            )
        case FaultCode.WORDS:
            return QCoreApplication.translate(
                "Questions", "Its words are missing in Arabic or in English; of a way elsewhere all three are needed."
            )
        case FaultCode.TOO_MANY:
            return QCoreApplication.translate("Questions", "These are too many questions for one service.")
