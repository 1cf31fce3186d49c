"""What follows from a decision, as rows of name and value: for the brief, the kiosk, the slip and the minutes."""

from desk_client.client.visit import CarriedOut, Outcome
from desk_client.domain.decision import ActionItem, Decision, Part
from desk_client.domain.request import RequestState
from desk_client.i18n.bidi import embedded, isolated
from desk_client.i18n.dates import full_date
from desk_client.i18n.digits import shown
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.moments import here
from desk_client.ui.translation import SPOKEN_NOW, Speaks


def outcome_rows(
    outcome: Outcome, language: Language, speak: Speaks = SPOKEN_NOW, *, with_transaction: bool = True
) -> tuple[tuple[str, str], ...]:
    """All that follows from it, and what was amended; nothing where nothing does.

    Without `with_transaction` the transaction's number is shown beside it by whoever asks.
    """
    decision = outcome.decision
    directive = decision.directive
    stands = {(each.part, each.number): each for each in outcome.carried_out}

    def add(name: str, words: str, part: Part, number: int = 0) -> None:
        done = stands.get((part, number))
        rows.append((name, words if done is None else f"{words}\n{carried_out_words(done, language, speak)}"))

    rows = [(speak.translate("OutcomeFacts", "Responsible"), decision.responsible_unit)]
    if directive is not None:
        words = f"{embedded(directive.unit)}: {directive.text}"
        add(speak.translate("OutcomeFacts", "Directive"), words, Part.DIRECTIVE)
    item = speak.translate("OutcomeFacts", "Action item {number}")
    for number, each in enumerate(decision.actions):
        name = item.format(number=shown(number + 1, language))
        add(name, action_words(each, language, speak), Part.ACTION, number)
    if decision.follow_up is not None:
        name = speak.translate("OutcomeFacts", "Follow-up")
        add(name, follow_up_words(decision, language, speak), Part.FOLLOW_UP)
    if with_transaction:
        rows.append((speak.translate("OutcomeFacts", "Transaction"), isolated(decision.transaction_number)))
    for amended in outcome.amendments:
        when = full_date(here(amended.amended_at).date(), language)
        why = speak.translate("OutcomeFacts", "Reason: {reason}").format(reason=embedded(amended.reason))
        name = speak.translate("OutcomeFacts", "Amended")
        rows.append((name, f"{amended.text}\n{why}\n{embedded(said(amended.author, language))} · {when}"))
    return tuple(row for row in rows if row[1])


def carried_out_words(done: CarriedOut, language: Language, speak: Speaks = SPOKEN_NOW) -> str:
    """How it stands with one of them: with whom it lies, or what came of it and when."""
    unit, day = embedded(said(done.unit, language)), full_date(here(done.changed_at).date(), language)
    match done.state:
        case RequestState.ANSWERED:
            words = speak.translate("OutcomeFacts", "Done by {unit}, {day}: {answer}")
        case RequestState.DECLINED:
            words = speak.translate("OutcomeFacts", "Declined by {unit}, {day}: {answer}")
        case RequestState.SCHEDULED:
            words = speak.translate("OutcomeFacts", "An audience was given, {day}")
        case _:
            words = speak.translate("OutcomeFacts", "With {unit}, still to be done")
    return words.format(unit=unit, day=day, answer=embedded(done.answer))


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
