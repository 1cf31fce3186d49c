"""What is written beside a talk, by both sides: it stays with the case."""

from datetime import timedelta
from enum import StrEnum
from typing import Final

from desk_client.domain.access import Role
from desk_client.domain.appointment import AppointmentState

MAX_CHAT_LENGTH: Final = 500
"""Characters of one line."""
MOST_CHAT_LINES: Final = 300
"""Of one audience."""
MOST_AT_ONCE: Final = 10
"""So many lines may one person write within `AT_ONCE`: faster than anybody types, slower than a flood."""
AT_ONCE: Final = timedelta(seconds=20)


class ChatAuthor(StrEnum):
    """Who wrote a line. The value is the wire code."""

    CITIZEN = "citizen"
    OFFICIAL = "official"
    DELEGATE = "delegate"


def author_of(role: Role) -> ChatAuthor:
    """As whom somebody of that role writes."""
    match role:
        case Role.CITIZEN:
            return ChatAuthor.CITIZEN
        case Role.DELEGATE:
            return ChatAuthor.DELEGATE
        case _:
            return ChatAuthor.OFFICIAL


def may_be_chatted(state: AppointmentState) -> bool:
    """Whether the talk runs beside which something is written; what was written can be read ever after."""
    return state is AppointmentState.IN_SESSION
