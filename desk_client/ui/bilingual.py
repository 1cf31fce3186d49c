"""Names that the server sends in both languages, said in the one that is spoken now."""

from desk_client.client.visit import Texts
from desk_client.i18n.language import Language


def said(texts: Texts, language: Language) -> str:
    """Return the text in `language`; where that one was left empty, the other."""
    arabic, english = texts.ar.strip(), texts.en.strip()
    return (arabic or english) if language is Language.ARABIC else (english or arabic)


def addressed(honorific: Texts, holder: Texts, language: Language) -> str:
    """Return an official's name with the honorific once, also where the name was entered with it."""
    title, name = said(honorific, language), said(holder, language)
    return name if name.startswith(title) else f"{title} {name}".strip()
