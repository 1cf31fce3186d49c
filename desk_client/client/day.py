"""An official's day at the desk, as a read model."""

from dataclasses import dataclass
from enum import StrEnum

from desk_client.protocol.appointments import Agenda, AgendaItem, Brief, PastAudience
from desk_client.protocol.base import Texts
from desk_client.protocol.sessions import StaffSession

__all__ = ["Agenda", "AgendaItem", "Brief", "Day", "DeskPage", "PastAudience", "StaffSession", "Texts"]


class DeskPage(StrEnum):
    """What fills the desk's window."""

    SIGN_IN = "sign_in"
    TODAY = "today"
    CALL = "call"
    OUTCOME = "outcome"


@dataclass(frozen=True)
class Day:
    """Everything that the desk shows.

    Attributes:
        brief: the audience that is being read about, talked in or decided on.
        unseen: arrivals that the official has not opened yet; they are announced.
    """

    page: DeskPage = DeskPage.SIGN_IN
    session: StaffSession | None = None
    agenda: Agenda | None = None
    brief: Brief | None = None
    unseen: frozenset[str] = frozenset()

    def item(self, appointment_id: str) -> AgendaItem | None:
        """One audience of the agenda, by its id."""
        if self.agenda is None:
            return None
        return next((item for item in self.agenda.items if item.id == appointment_id), None)
