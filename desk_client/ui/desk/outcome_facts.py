"""What was decided, as rows of name and value: for the brief, and for the minutes."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.day import Outcome
from desk_client.domain.decision import ActionItem, Decision
from desk_client.i18n.bidi import embedded, isolated
from desk_client.i18n.dates import full_date
from desk_client.i18n.digits import shown
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.moments import here


def outcome_rows(outcome: Outcome, language: Language) -> tuple[tuple[str, str], ...]:
    """All that follows from it, and what was amended; nothing where nothing does."""
    decision = outcome.decision
    directive = decision.directive
    rows = [(QCoreApplication.translate("OutcomeFacts", "Responsible"), decision.responsible_unit)]
    if directive is not None:
        rows.append(
            (
                QCoreApplication.translate("OutcomeFacts", "Directive"),
                f"{embedded(directive.unit)}: {directive.text}",
            )
        )
    rows.extend(
        (QCoreApplication.translate("OutcomeFacts", "Action item"), action_words(each, language))
        for each in decision.actions
    )
    rows.append((QCoreApplication.translate("OutcomeFacts", "Follow-up"), follow_up_words(decision, language)))
    rows.append((QCoreApplication.translate("OutcomeFacts", "Transaction"), isolated(decision.transaction_number)))
    for each in outcome.amendments:
        when = full_date(here(each.amended_at).date(), language)
        why = QCoreApplication.translate("OutcomeFacts", "Reason: {reason}").format(reason=embedded(each.reason))
        name = QCoreApplication.translate("OutcomeFacts", "Amended")
        rows.append((name, f"{each.text}\n{why}\n{embedded(said(each.author, language))} · {when}"))
    return tuple(row for row in rows if row[1])


def action_words(item: ActionItem, language: Language) -> str:
    """A task in two lines: what, then who and until when."""
    by = QCoreApplication.translate("OutcomeFacts", "{owner}, by {day}")
    return f"{item.text}\n{by.format(owner=embedded(item.owner), day=full_date(item.due, language))}"


def follow_up_words(decision: Decision, language: Language) -> str:
    """With whom, and within how many weeks; empty where none is wanted."""
    wanted = decision.follow_up
    if wanted is None:
        return ""
    words = QCoreApplication.translate("OutcomeFacts", "With {office}, weeks at most: {weeks}")
    return words.format(office=embedded(wanted.office), weeks=shown(wanted.within_weeks, language))
