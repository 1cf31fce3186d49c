"""What was left at a kiosk and could not be done, in words: what it is, why it was not done, and what is to be done."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.console import EntryAside
from desk_client.domain.deposits import AtKiosk, LeftKind, SetAsideFor, Verdict


def count_words(count: int) -> str:
    """How many there are."""
    return QCoreApplication.translate("Aside", "Entries left here that could not be done: %Ln", "", count)


def kind_words(kind: LeftKind | None) -> str:
    """What somebody left."""
    names = {
        LeftKind.CHECK_IN: QCoreApplication.translate("Aside", "Check-in with a ticket"),
        LeftKind.SURVEY: QCoreApplication.translate("Aside", "Opinion of an audience"),
        LeftKind.REQUEST: QCoreApplication.translate("Aside", "Request to be received"),
    }
    return QCoreApplication.translate("Aside", "Entry that cannot be read") if kind is None else names[kind]


def reason_words(reason: SetAsideFor) -> str:
    """Why it was not done; what a newer server may say is told in general."""
    known: dict[SetAsideFor, str] = {
        Verdict.TOO_EARLY: QCoreApplication.translate("Aside", "They came before check-in had opened."),
        Verdict.TOO_LATE: QCoreApplication.translate("Aside", "They came after the time of the audience was over."),
        Verdict.CANCELLED: QCoreApplication.translate("Aside", "The audience had been cancelled."),
        Verdict.NOT_HELD: QCoreApplication.translate("Aside", "There is no audience that it could belong to."),
        Verdict.TICKET_UNKNOWN: QCoreApplication.translate(
            "Aside", "Number and code of the ticket do not belong together."
        ),
        Verdict.TOO_MANY_TRIES: QCoreApplication.translate(
            "Aside", "The number of this ticket was tried too often on that day."
        ),
        Verdict.NOT_FOUND: QCoreApplication.translate(
            "Aside", "There is no such service any more, or it is not open to this person."
        ),
        Verdict.NOT_AGREED: QCoreApplication.translate(
            "Aside", "The words about personal data have changed: they have to agree anew."
        ),
        Verdict.LIMIT_REACHED: QCoreApplication.translate("Aside", "They have as many open requests as one may have."),
        Verdict.INVALID: QCoreApplication.translate("Aside", "What was entered is incomplete or not correct."),
        Verdict.UNREADABLE: QCoreApplication.translate("Aside", "The server cannot open it."),
        AtKiosk.DAMAGED: QCoreApplication.translate("Aside", "It was damaged in the kiosk; nobody can read it."),
        AtKiosk.REFUSED: QCoreApplication.translate("Aside", "The server could make nothing of it."),
    }
    return known.get(reason, QCoreApplication.translate("Aside", "It could not be done."))


def advice_words(entry: EntryAside) -> str:
    """What the operator can do about it."""
    if entry.kind is LeftKind.SURVEY:
        return QCoreApplication.translate("Aside", "Nothing can be made up for it; it is enough to know of it.")
    if entry.person_known:
        return QCoreApplication.translate("Aside", "Help them: look at their audiences, and book anew if need be.")
    return QCoreApplication.translate(
        "Aside", "Whoever comes with the slip of this number is helped at your desk: see their papers, and book anew."
    )
