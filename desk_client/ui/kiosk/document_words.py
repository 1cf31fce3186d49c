"""A document in words and signs: of which kind it is, and how far on its way."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.documents.basket import Document, Passage
from desk_client.domain.attachment_kinds import Kind
from desk_client.ui.messages import worded
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.label import Tone


def kind_icon(kind: Kind) -> Icon:
    """What stands for a file whose picture is not shown."""
    return Icon.FILE if kind is Kind.PDF else Icon.IMAGE


def passage_words(document: Document) -> tuple[str, Tone]:
    """How far it has come; nothing of one that waits here."""
    match document.passage:
        case Passage.HERE:
            return "", Tone.SECOND
        case Passage.UNDER_WAY:
            return QCoreApplication.translate("Documents", "Being sent"), Tone.INFO
        case Passage.SENT:
            return QCoreApplication.translate("Documents", "With your appointment"), Tone.SUCCESS
        case Passage.FAILED:
            message = None if document.refusal is None else worded(document.refusal)
            why = "" if message is None else f" {message.title}."
            return QCoreApplication.translate("Documents", "Not sent.") + why, Tone.DANGER
