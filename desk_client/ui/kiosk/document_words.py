"""A document in words: how large it is, and how far on its way."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desk_client.client.documents.basket import Document, Passage
from desk_client.domain.attachment_kinds import Kind
from desk_client.i18n.digits import shown, shown_decimal
from desk_client.i18n.language import Language
from desk_client.ui.messages import worded
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.label import Tone

_KIB: Final = 1024
_MIB: Final = 1024 * 1024


def size_words(size: int, language: Language) -> str:
    """So many kilobytes, or megabytes."""
    if size < _MIB:
        text = QCoreApplication.translate("Documents", "{size} KB")
        return text.format(size=shown(max(1, round(size / _KIB)), language))
    text = QCoreApplication.translate("Documents", "{size} MB")
    return text.format(size=shown_decimal(size / _MIB, 1, language))


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
