"""What is said of a document that is not shown, and of its marks."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.papers import Mark, MarkKind
from desk_client.client.viewing.trouble import Trouble
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.dates import clock_time, short_date
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.messages import Message, worded
from desk_client.ui.moments import here


def trouble_words(trouble: Trouble) -> tuple[str, str]:
    """Why a document, or a page of it, is not shown, and what one can do."""
    match trouble:
        case Trouble.EMPTY:
            return (
                QCoreApplication.translate("Paper", "The document is empty"),
                QCoreApplication.translate("Paper", "There is nothing in it. Please ask the visitor to send it again."),
            )
        case Trouble.NOT_SHOWN:
            return (
                QCoreApplication.translate("Paper", "This kind of document is not shown"),
                QCoreApplication.translate("Paper", "PDF documents and photos (JPEG, PNG) are."),
            )
        case Trouble.TOO_LARGE:
            return (
                QCoreApplication.translate("Paper", "The document is too large"),
                QCoreApplication.translate("Paper", "It has more pages or pixels than are shown here."),
            )
        case Trouble.DAMAGED:
            return (
                QCoreApplication.translate("Paper", "The document is damaged"),
                QCoreApplication.translate("Paper", "It cannot be read. Please ask the visitor to send it again."),
            )
        case Trouble.ENCRYPTED:
            return (
                QCoreApplication.translate("Paper", "The document is locked with a password"),
                QCoreApplication.translate("Paper", "Please ask the visitor to send it without one."),
            )
        case Trouble.NO_PAGES:
            return (
                QCoreApplication.translate("Paper", "The document has no pages"),
                QCoreApplication.translate("Paper", "Please ask the visitor to send it again."),
            )
        case Trouble.PAGE_TOO_LARGE:
            return (
                QCoreApplication.translate("Paper", "This page has a size that no paper has"),
                QCoreApplication.translate("Paper", "The other pages are shown."),
            )
        case Trouble.PAGE_DAMAGED:
            return (
                QCoreApplication.translate("Paper", "This page is damaged"),
                QCoreApplication.translate("Paper", "The other pages are shown."),
            )
        case Trouble.GAVE_UP:
            return (
                QCoreApplication.translate("Paper", "This page cannot be drawn"),
                QCoreApplication.translate("Paper", "It asks for more than it may take here, or is damaged."),
            )
        case Trouble.TOO_SLOW:
            return (
                QCoreApplication.translate("Paper", "Drawing this takes too long"),
                QCoreApplication.translate("Paper", "It was stopped, so that the program goes on."),
            )
        case Trouble.UNUSABLE:
            return (
                QCoreApplication.translate("Paper", "Documents cannot be shown on this computer"),
                QCoreApplication.translate("Paper", "Please tell your technical support: a part is missing."),
            )


def document_trouble_words(trouble: Trouble) -> tuple[str, str]:
    """The same of a whole document."""
    if trouble is Trouble.GAVE_UP:
        return (
            QCoreApplication.translate("Paper", "The document cannot be opened"),
            QCoreApplication.translate("Paper", "It asks for more than it may take here, or is damaged."),
        )
    return trouble_words(trouble)


def mark_refused(refusal: Refusal) -> Message:
    """Why a mark was not left, not taken away, or not put back."""
    match refusal.code:
        case RefusalCode.LIMIT_REACHED:
            return Message(
                QCoreApplication.translate("Paper", "The document has as many marks as it can have"),
                QCoreApplication.translate("Paper", "Nothing that was marked before is lost."),
            )
        case RefusalCode.NOT_FOUND:
            return Message(
                QCoreApplication.translate("Paper", "The document is no longer here"),
                QCoreApplication.translate("Paper", "The visitor took it away, or the audience was passed on."),
            )
        case _:
            return worded(refusal)


def mark_name(mark: Mark, number: str) -> str:
    """What a mark is called in the list."""
    if mark.kind is MarkKind.NOTE:
        return QCoreApplication.translate("Paper", "Note, page {number}").format(number=number)
    return QCoreApplication.translate("Paper", "Highlight, page {number}").format(number=number)


def marked_elsewhere_words(mark: Mark, number: str, language: Language) -> str:
    """What another desk has just marked."""
    words = QCoreApplication.translate("Paper", "{name} has marked page {number}.")
    return words.format(name=said(mark.author, language), number=number)


def mark_author(mark: Mark, language: Language) -> str:
    """Who made it and when, of which office; and who took it away."""
    at = here(mark.made_at)
    parts = [said(mark.author, language), short_date(at.date(), language), clock_time(at.time(), language)]
    if not mark.is_own:
        parts.insert(0, said(mark.office_title, language))
    made = " · ".join(parts)
    if mark.removed_by is None:
        return made
    gone = QCoreApplication.translate("Paper", "Taken away by {name}").format(name=said(mark.removed_by, language))
    return f"{made}\n{gone}"
