"""The two ends of an audience."""

from enum import StrEnum
from typing import Self


class Party(StrEnum):
    """Who somebody is inside an audience's room."""

    OFFICIAL = "official"
    CITIZEN = "citizen"

    @property
    def other(self) -> Self:
        """The end that this one talks with."""
        cls = type(self)
        return cls.CITIZEN if self is cls.OFFICIAL else cls.OFFICIAL
