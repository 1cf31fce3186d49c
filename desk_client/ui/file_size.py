"""How large a file is, in words."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desk_client.i18n.digits import shown, shown_decimal
from desk_client.i18n.language import Language

_KIB: Final = 1024
_MIB: Final = 1024 * 1024


def size_words(size: int, language: Language) -> str:
    """So many kilobytes, or megabytes."""
    if size < _MIB:
        text = QCoreApplication.translate("Documents", "{size} KB")
        return text.format(size=shown(max(1, round(size / _KIB)), language))
    text = QCoreApplication.translate("Documents", "{size} MB")
    return text.format(size=shown_decimal(size / _MIB, 1, language))
