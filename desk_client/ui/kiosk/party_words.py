"""Who comes, and who comes along, in words."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.introduction import DocumentKind, Introduction
from desk_client.client.nationalities import country_of
from desk_client.domain.people import Document, DocumentNumber
from desk_client.i18n.bidi import isolated
from desk_client.i18n.language import Language


def party_words(said: Introduction) -> str:
    """For whom somebody comes, and how many are with them; nothing for who comes alone and for themself."""
    words: list[str] = []
    if said.representation is not None:
        words.append(QCoreApplication.translate("OthersPages", "You come for {name}.").format(name=said.for_name))
    if said.companions:
        words.append(QCoreApplication.translate("OthersPages", "People with you: %Ln.", None, said.companions))
    return " ".join(words)


def papers_words(said: Introduction, language: Language) -> tuple[str, str]:
    """A visitor's papers, named and masked, and the country that issued them; nothing for who has an ID."""
    if not said.is_visitor or not said.nationality:
        return "", ""
    name = (
        QCoreApplication.translate("VisitorPages", "Passport number")
        if said.kind is DocumentKind.PASSPORT
        else QCoreApplication.translate("VisitorPages", "Border number")
    )
    country = country_of(said.nationality)
    masked = isolated(Document(said.kind, DocumentNumber(said.number)).masked)
    return name, masked if country is None else f"{masked}\n{country.name(language)}"
