"""How a paper that the desk prints fares."""

from enum import Enum, auto
from typing import TypeAlias

from desk_client.client.printer import Trouble


class Paper(Enum):
    """How far it has come, where there is no trouble."""

    NOT_ASKED = auto()
    UNDER_WAY = auto()
    OUT = auto()


PaperState: TypeAlias = Paper | Trouble
