"""What follows from a decision, as rows of name and value: for the brief, the kiosk, the slip and the minutes."""

from desk_client.client.visit import Outcome
from desk_client.domain.decision import ActionItem, Decision
from desk_client.i18n.bidi import embedded, isolated
from desk_client.i18n.dates import full_date
from desk_client.i18n.digits import shown
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.moments import here
from desk_client.ui.translation import SPOKEN_NOW, Speaks


def outcome_rows(outcome: Outcome, language: Language, speak: Speaks = SPOKEN_NOW) -> tuple[tuple[str, str], ...]:
    """All that follows from it, and what was amended; nothing where nothing does."""
    decision = outcome.decision
    directive = decision.directive
    rows = [(speak.translate("OutcomeFacts", "Responsible"), decision.responsible_unit)]
    if directive is not None:
        rows.append(
            (
                speak.translate("OutcomeFacts", "Directive"),
                f"{embedded(directive.unit)}: {directive.text}",
            )
        )
    item = speak.translate("OutcomeFacts", "Action item {number}")
    rows.extend(
        (item.format(number=shown(number, language)), action_words(each, language, speak))
        for number, each in enumerate(decision.actions, 1)
    )
    rows.append((speak.translate("OutcomeFacts", "Follow-up"), follow_up_words(decision, language, speak)))
    rows.append((speak.translate("OutcomeFacts", "Transaction"), isolated(decision.transaction_number)))
    for each in outcome.amendments:
        when = full_date(here(each.amended_at).date(), language)
        why = speak.translate("OutcomeFacts", "Reason: {reason}").format(reason=embedded(each.reason))
        name = speak.translate("OutcomeFacts", "Amended")
        rows.append((name, f"{each.text}\n{why}\n{embedded(said(each.author, language))} · {when}"))
    return tuple(row for row in rows if row[1])


def action_words(item: ActionItem, language: Language, speak: Speaks = SPOKEN_NOW) -> str:
    """A task in two lines: what, then who and until when."""
    by = speak.translate("OutcomeFacts", "{owner}, by {day}")
    return f"{item.text}\n{by.format(owner=embedded(item.owner), day=full_date(item.due, language))}"


def follow_up_words(decision: Decision, language: Language, speak: Speaks = SPOKEN_NOW) -> str:
    """With whom, and within how many weeks; empty where none is wanted."""
    wanted = decision.follow_up
    if wanted is None:
        return ""
    words = speak.translate("OutcomeFacts", "With {office}, weeks at most: {weeks}")
    return words.format(office=embedded(wanted.office), weeks=shown(wanted.within_weeks, language))
