"""Which words the windows speak: English is the source text, other languages are compiled catalogues."""

from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from desk_client.config.resources import ResourcesMissingError, resource
from desk_client.i18n.language import Language

_ACCENTED = str.maketrans("aeiouAEIOUcnsy", "àéîöûÀÉÎÖÛçñšý")
_LONGER_BY = 0.4
_LOCALES = {
    Language.ARABIC: QLocale(QLocale.Language.Arabic, QLocale.Country.SaudiArabia),
    Language.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.SaudiArabia),
    Language.URDU: QLocale(QLocale.Language.Urdu, QLocale.Country.Pakistan),
}


class TranslationMissingError(RuntimeError):
    """The compiled catalogue is absent or damaged: `installer/translations.py --compile` makes it."""


class PseudoTranslator(QTranslator):
    """Speaks English with accents, in brackets and 40% longer: what still reads as English was never translatable.

    A closing bracket that cannot be seen is a string that does not fit.
    """

    def translate(
        self,
        context: str,
        source_text: str,
        disambiguation: str | None = None,  # noqa: ARG002 (QTranslator's signature)
        n: int = -1,  # noqa: ARG002 (QTranslator's signature)
    ) -> str:
        """Return the text for a reader who checks layouts; placeholders stay as they are."""
        del context
        if not source_text:
            return source_text
        return pseudo(source_text)

    def isEmpty(self) -> bool:
        """Say that there is something here, or Qt would not install it."""
        return False


def pseudo(text: str) -> str:
    """Return a text lengthened and accented, its placeholders (%n, %Ln, {name}) untouched."""
    parts: list[str] = []
    is_kept = 0
    for index, letter in enumerate(text):
        is_kept += letter == "{"
        after_percent = index > 0 and (text[index - 1] == "%" or text[max(0, index - 2) : index] == "%L")
        parts.append(letter if is_kept or after_percent else letter.translate(_ACCENTED))
        is_kept -= letter == "}"
    return f"[{''.join(parts)}{'~' * round(len(text) * _LONGER_BY)}]"


class Translations:
    """Installs the translator of the chosen language; English needs none."""

    def __init__(self) -> None:
        self._installed: QTranslator | None = None

    def use(self, language: Language, *, is_pseudo: bool = False) -> None:
        """Speak `language` from now on; Qt tells every window by a LanguageChange event.

        Raises:
            TranslationMissingError: the catalogue was not compiled.
        """
        if self._installed is not None:
            QCoreApplication.removeTranslator(self._installed)
            self._installed = None
        QLocale.setDefault(_LOCALES[language])
        if is_pseudo:
            self._installed = PseudoTranslator()
        elif language is not Language.ENGLISH:
            self._installed = _catalogue(language)
        if self._installed is not None:
            QCoreApplication.installTranslator(self._installed)


class Speaks(Protocol):
    """What has the texts of a language: the application, or a `Words`."""

    def translate(self, context: str, text: str, /) -> str:
        """Return the text in that language."""


class _SpokenNow:
    """Whatever language is installed."""

    def translate(self, context: str, text: str, /) -> str:
        """Return the text as the windows have it."""
        return QCoreApplication.translate(context, text)


SPOKEN_NOW: Final = _SpokenNow()


class Words:
    """The texts of one language, whichever the windows speak meanwhile."""

    def __init__(self, language: Language) -> None:
        """Raises TranslationMissingError where the catalogue was not compiled."""
        self._translator = None if language is Language.ENGLISH else _catalogue(language)

    def translate(self, context: str, text: str) -> str:
        """Return the text in this language; the English one where it has none."""
        said = "" if self._translator is None else self._translator.translate(context, text)
        return said or text


def _catalogue(language: Language) -> QTranslator:
    name = f"majlis_{language}.qm"
    translator = QTranslator()
    try:
        path = resource(f"{language}_translations", name)
    except ResourcesMissingError as missing:
        raise TranslationMissingError(name) from missing
    if not translator.load(str(path)):
        raise TranslationMissingError(name)
    return translator
