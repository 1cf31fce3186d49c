"""Who sits in an audience's room: its two ends, and up to two who were called in; of every two the same one offers."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Self


class Party(StrEnum):
    """Who somebody is inside an audience's room."""

    OFFICIAL = "official"
    CITIZEN = "citizen"
    THIRD = "third"
    """The seats of those who were called in; see `domain.called_in` for in what capacity."""
    FOURTH = "fourth"

    @property
    def other(self) -> Self:
        """Whom this one talks with first: the citizen, and the citizen with the official."""
        cls = type(self)
        return cls.OFFICIAL if self is cls.CITIZEN else cls.CITIZEN


CALLED_IN: Final = (Party.THIRD, Party.FOURTH)
"""The seats for those who are called in; two more than the two ends: a mesh of four is the most."""

_OFFERING: Final = (Party.OFFICIAL, *CALLED_IN, Party.CITIZEN)
"""Of two the earlier one offers: the citizen's end only ever answers."""


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two parties with a connection of their own. Made by :meth:`of`, so that of two there is one pair only."""

    offerer: Party
    answerer: Party

    @classmethod
    def of(cls, one: Party, another: Party) -> Self:
        """The pair of these two, whoever is named first. ValueError where they are one."""
        if one is another:
            raise ValueError("nobody is connected with themself")
        offerer, answerer = sorted((one, another), key=_OFFERING.index)
        return cls(offerer, answerer)

    def peer_of(self, party: Party) -> Party:
        """The other one of the two."""
        return self.answerer if party is self.offerer else self.offerer


AUDIENCE: Final = Pair.of(Party.OFFICIAL, Party.CITIZEN)
"""The two ends without which there is no audience."""
