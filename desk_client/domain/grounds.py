"""Why somebody is given, or does away with, what the house holds: asked for each time, and noted in the trail."""

from enum import StrEnum
from typing import Final


class Grounds(StrEnum):
    """On which grounds. The value is the wire code, and stands behind the act's own code in the trail."""

    PERSON_ASKED = "person_asked"
    """The person themself asked for it, or who stands for them."""
    ORDER = "order"
    """A court, or an authority that may, ordered it."""
    INSPECTION = "inspection"
    """The house looks into its own work."""
    INCIDENT = "incident"
    """Something happened to the data that has to be cleared up."""

    def of(self, act: str) -> str:
        """What stands in the trail for an act on these grounds."""
        return f"{act}:{self.value}"


FOR_A_PERSON: Final = (Grounds.PERSON_ASKED, Grounds.ORDER)
"""On which a person's own data is handed over, or erased."""
