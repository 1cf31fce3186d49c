"""Who else is in a talk, in words: their name, that they came or went, and how it stands with them."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.others import PersonView
from desk_client.domain.call import Phase
from desk_client.domain.showing import Showing
from desk_client.i18n.bidi import embedded
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.capacities import capacity_words
from desk_client.ui.widgets.video_tile import TileState


def person_name(person: PersonView, language: Language) -> str:
    """As what they are here, which a small tile still has room for, and their name; of who takes over, their office."""
    if person.takes_over and person.title is not None and person.name is not None:
        return " · ".join(dict.fromkeys(embedded(said(each, language)) for each in (person.title, person.name)))
    capacity = capacity_words(person.capacity)
    return capacity if person.name is None else f"{capacity} · {embedded(said(person.name, language))}"


def joined_words(who: str, *, takes_over: bool = False) -> str:
    """Somebody came, and why where the talk is to be theirs."""
    if takes_over:
        return QCoreApplication.translate(
            "PeopleInTalk", "{who} has joined the talk and takes it over. Please stay: nothing is lost."
        ).format(who=who)
    return QCoreApplication.translate("PeopleInTalk", "{who} has joined the talk").format(who=who)


def left_words(who: str) -> str:
    """Somebody went."""
    return QCoreApplication.translate("PeopleInTalk", "{who} has left the talk").format(who=who)


def person_state(person: PersonView) -> tuple[TileState, str]:
    """Of their tile, and what stands in its middle."""
    if person.phase is not Phase.TALKING:
        return _not_yet(person.phase)
    if person.holds or person.is_apart:
        return TileState.WAITING, QCoreApplication.translate("CallHold", "One moment, please")
    if person.is_sound_only or person.shows is Showing.RESTING:
        return TileState.SOUND_ONLY, QCoreApplication.translate("LostLine", "Heard, not seen: the line is weak")
    if person.shows is Showing.OFF:
        return TileState.CAMERA_OFF, QCoreApplication.translate("LostLine", "The camera is switched off")
    return TileState.LIVE, ""


def _not_yet(phase: Phase) -> tuple[TileState, str]:
    match phase:
        case Phase.RECONNECTING | Phase.PEER_AWAY:
            words = QCoreApplication.translate("RoomView", "The connection is weak. One moment please")
            return TileState.FROZEN, words
        case Phase.FAILED:
            return TileState.WAITING, QCoreApplication.translate("PeopleInTalk", "Could not be connected")
        case Phase.UNVERIFIED:
            return TileState.WAITING, QCoreApplication.translate("PeopleInTalk", "Could not be verified: not connected")
        case _:
            return TileState.WAITING, QCoreApplication.translate("RoomView", "Joining shortly")
