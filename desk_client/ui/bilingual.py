"""Names that the server sends in Arabic and English, said in the one that readers of the spoken language read best."""

from desk_client.client.visit import Texts
from desk_client.domain.triage import Said
from desk_client.i18n.language import Language


def said(texts: Texts, language: Language) -> str:
    """Return the text in the script of `language`; where that one was left empty, the other."""
    return language.best_of(texts.ar, texts.en)


def addressed(honorific: Texts, holder: Texts, language: Language) -> str:
    """Return an official's name with the honorific once, also where the name was entered with it."""
    title, name = said(honorific, language), said(holder, language)
    return name if name.startswith(title) else f"{title} {name}".strip()


def worded_by_office(text: Said, language: Language) -> str:
    """Return what an office wrote for its visitors in their language; where it wrote no Urdu, in Arabic."""
    if language is Language.URDU and text.ur:
        return text.ur
    return language.best_of(text.ar, text.en)
