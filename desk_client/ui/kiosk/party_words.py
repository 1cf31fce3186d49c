"""Who comes along, in words."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.introduction import Introduction


def party_words(said: Introduction) -> str:
    """For whom somebody comes, and how many are with them; nothing for who comes alone and for themself."""
    words: list[str] = []
    if said.representation is not None:
        words.append(QCoreApplication.translate("OthersPages", "You come for {name}.").format(name=said.for_name))
    if said.companions:
        words.append(QCoreApplication.translate("OthersPages", "People with you: %Ln.", None, said.companions))
    return " ".join(words)
