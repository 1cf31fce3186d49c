"""Sheets of a talk of several: three and four people, and how it stands with each."""

from PySide6.QtWidgets import QWidget

from desk_client.ui.call.room_view import Member, Presence, RoomView
from desk_client.ui.call.room_window import RoomWindow
from desk_client.ui.theme.appearance import Appearance
from tests.gallery.call_sheet import sample_picture
from tests.gallery.words import say


def four(look: Appearance) -> QWidget:
    """Everybody is seen, and one speaks."""
    return _room(look, {"2": Presence.HERE, "3": Presence.HERE, "4": Presence.HERE})


def four_in_all_states(look: Appearance) -> QWidget:
    """One is expected, one has left, and one's line is broken."""
    return _room(look, {"2": Presence.INTERRUPTED, "3": Presence.LEFT, "4": Presence.COMING})


def three(look: Appearance) -> QWidget:
    """The first has the most room."""
    return _room(look, {"2": Presence.HERE, "3": Presence.HERE})


def interpreted(look: Appearance) -> QWidget:
    """One of them interprets: their place is the same in every layout."""
    return _room(look, {"2": Presence.HERE, "3": Presence.HERE, "4": Presence.HERE}, interpreter="4")


def _room(look: Appearance, presences: dict[str, Presence], interpreter: str | None = None) -> QWidget:
    names = {
        "1": say(look, "مكتب أمير المنطقة", "The Emir's office"),
        "2": say(look, "خالد العمري", "Khalid Al-Omari"),
        "3": say(look, "ناصر الشهري", "Nasser Al-Shehri"),
        "4": say(look, "سلمان الفيفي", "Salman Al-Fifi"),
    }
    members = tuple(
        Member(key, names[key], is_self=key == "1", is_interpreter=key == interpreter) for key in (*presences, "1")
    )
    view = RoomView(look, members)
    for member in members:
        view.tiles[member.key].receive(sample_picture(warmth=12 * int(member.key)))
    for key, presence in presences.items():
        view.set_presence(key, presence)
    view.set_speaking("2", True)
    return RoomWindow(view)
