"""The two ends of an audience."""

from __future__ import annotations

from enum import StrEnum


class Party(StrEnum):
    """Who somebody is inside an audience's room."""

    OFFICIAL = "official"
    CITIZEN = "citizen"

    @property
    def other(self) -> Party:
        """The end that this one talks with."""
        return Party.CITIZEN if self is Party.OFFICIAL else Party.OFFICIAL
