"""What is asked before a step is taken, in the words of what the citizen will be told; and what is said afterwards."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.inbox import StepDraft
from desk_client.domain.request import RequestStep
from desk_client.i18n.bidi import embedded
from desk_client.ui.desk.inbox.time_choice import THEIR_OWN


def has_words(draft: StepDraft) -> bool:
    """Whether something was written that would be lost; the unit of a rejection stands there from the beginning."""
    own = draft.words[1:] if draft.step is RequestStep.DECLINE else draft.words
    return any(each.strip() for each in own)


def confirm_words(draft: StepDraft, name: str, picked: tuple[str, ...]) -> str:
    """What follows from it for the citizen of that name; ``picked`` are the names of what was chosen."""
    words = tuple(embedded(each.strip()) for each in draft.words)
    match draft.step:
        case RequestStep.ANSWER:
            return QCoreApplication.translate(
                "Inbox", "{name} is told that there is an answer, and reads it:\n\n{words}"
            ).format(name=name, words=words[0])
        case RequestStep.ASK_BACK:
            return QCoreApplication.translate(
                "Inbox", "{name} is sent a link to this question, and the request waits for the reply:\n\n{words}"
            ).format(name=name, words=words[0])
        case RequestStep.ROUTE:
            return QCoreApplication.translate("Inbox", "{name} is told that the request is with:\n\n{to}").format(
                name=name, to=picked[0]
            )
        case RequestStep.ESCALATE:
            return QCoreApplication.translate(
                "Inbox", "{name} is told with whom the request is then. Your recommendation is read by staff alone."
            ).format(name=name)
        case RequestStep.GIVE_SLOT if draft.chosen[1] == THEIR_OWN:
            return QCoreApplication.translate("Inbox", "{name} is told to choose a time for:\n\n{to}").format(
                name=name, to=picked[0]
            )
        case RequestStep.GIVE_SLOT:
            return QCoreApplication.translate("Inbox", "{name} is sent a ticket for:\n\n{to}\n{when}\n{how}").format(
                name=name, to=picked[0], when=picked[1], how=picked[2]
            )
        case RequestStep.DECLINE:
            return QCoreApplication.translate(
                "Inbox", "{name} is told:\n\nUnit: {unit}\nReason: {reason}\nNext step: {next}"
            ).format(name=name, unit=words[0], reason=words[1], next=words[2])
        case RequestStep.MERGE:
            return QCoreApplication.translate(
                "Inbox", "{name} is told once that both are answered as one. The other request keeps the thread."
            ).format(name=name)
        case _:
            return ""


def done_words(step: RequestStep) -> str:
    """That it was done."""
    match step:
        case RequestStep.TAKE:
            return QCoreApplication.translate("Inbox", "This request is yours now.")
        case RequestStep.HAND:
            return QCoreApplication.translate("Inbox", "Your colleague has it now.")
        case RequestStep.UNMERGE:
            return QCoreApplication.translate("Inbox", "It is a request of its own again.")
        case RequestStep.MERGE:
            return QCoreApplication.translate("Inbox", "Merged, and the person is being told.")
        case _:
            return QCoreApplication.translate("Inbox", "Done, and the person is being told.")
