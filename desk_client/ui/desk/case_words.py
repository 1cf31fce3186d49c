"""What came before an audience, in words: who recommends what, what was answered, and the thread of the case."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from desk_client.client.case_thread import Advice, Happening, PastAudience, PastRequest, UnheldAudience
from desk_client.domain.decision import ActionItem
from desk_client.i18n.bidi import embedded
from desk_client.i18n.dates import hijri_date
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.desk.audience_words import state_words
from desk_client.ui.desk.brief_facts import past_words
from desk_client.ui.desk.decision_words import decision_words
from desk_client.ui.desk.inbox.words import state_words as request_state_words
from desk_client.ui.moments import here

_EXCERPT = 140


def advice_words(advice: Advice, language: Language) -> tuple[str, str]:
    """Who wrote it for whom and when, and what they wrote."""
    parts = [
        said(advice.by, language) if advice.by is not None else "",
        said(advice.unit, language) if advice.unit is not None else "",
        day_words(advice.at, language),
    ]
    if not advice.is_recommendation and advice.to is not None:
        to = QCoreApplication.translate("Case", "A word to {unit}").format(unit=said(advice.to, language))
        parts.insert(0, to)
    return " · ".join(part for part in parts if part), advice.words


def answer_words(happened: Happening, language: Language) -> tuple[str, str]:
    """Who answered when, and what: an answer, a rejection, or what was decided in an audience."""
    match happened.what:
        case PastAudience() as past:
            title, text = past_words(past, language)
            return f"{said(past.office_title, language)} · {title}", text
        case PastRequest(declined=declined) as asked if declined is not None:
            title = f"{embedded(declined.unit or said(asked.unit, language))} · {day_words(happened.at, language)}"
            reason = QCoreApplication.translate("Case", "Declined: {reason}").format(reason=embedded(declined.reason))
            following = QCoreApplication.translate("Case", "Next step: {step}").format(
                step=embedded(declined.next_step)
            )
            return title, f"{reason}\n{following}" if declined.next_step else reason
        case PastRequest() as asked:
            title = f"{said(asked.unit, language)} · {day_words(happened.at, language)}"
            return title, QCoreApplication.translate("Case", "Answered: {text}").format(
                text=embedded(asked.answer or "")
            )
        case UnheldAudience():
            return "", ""


def thread_words(happened: Happening, today: date, language: Language) -> tuple[str, str]:
    """One row of the thread: the day; and what it was, with whom, where it stands, and what is still to be done."""
    match happened.what:
        case PastRequest() as asked:
            kind = QCoreApplication.translate("Case", "Request")
            head = _head(kind, said(asked.unit, language), request_state_words(asked.state))
            lines = [head, _excerpt(asked.text)]
        case UnheldAudience() as other:
            kind = QCoreApplication.translate("Case", "Appointment")
            lines = [_head(kind, said(other.office_title, language), state_words(other.state))]
        case PastAudience() as past:
            kind = QCoreApplication.translate("Case", "Audience")
            none = QCoreApplication.translate("Case", "nothing was decided")
            decided = none if past.decision is None else decision_words(past.decision.code).name
            tasks = () if past.decision is None else past.decision.actions
            head = _head(kind, said(past.office_title, language), decided)
            lines = [head, _excerpt(past.subject), *(task_words(each, today, language) for each in tasks)]
    when = day_words(happened.at, language)
    mine = "" if happened.what.same_case else QCoreApplication.translate("Case", "Another case")
    return when, "\n".join(line for line in (*lines, mine) if line)


def task_words(item: ActionItem, today: date, language: Language) -> str:
    """A task that follows, by whom and until when; and that its day has passed."""
    words = (
        QCoreApplication.translate("Case", "Task overdue since {day}: {text} ({owner})")
        if item.due < today
        else QCoreApplication.translate("Case", "Task until {day}: {text} ({owner})")
    )
    return words.format(day=hijri_date(item.due, language), text=embedded(item.text), owner=embedded(item.owner))


def day_words(moment: datetime, language: Language) -> str:
    """The day of it, as the case names days."""
    return hijri_date(here(moment).date(), language)


def _head(kind: str, unit: str, state: str) -> str:
    return f"{kind} · {unit} · {state}"


def _excerpt(text: str) -> str:
    """The beginning of what somebody wrote, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else f"{line[:_EXCERPT].rstrip()}…"
