"""An official's day at the desk, as a read model."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from desk_client.domain.decision import Decision, DecisionCode
from desk_client.protocol.appointments import Agenda, AgendaItem, Brief, PastAudience
from desk_client.protocol.attachments import Attachment
from desk_client.protocol.base import Texts
from desk_client.protocol.notes import CallBack, CallBackNumber
from desk_client.protocol.sessions import StaffSession

__all__ = [
    "Agenda",
    "AgendaItem",
    "Attachment",
    "Brief",
    "CallBack",
    "CallBackNumber",
    "Day",
    "DeskPage",
    "Draft",
    "PastAudience",
    "StaffSession",
    "Texts",
]


class DeskPage(StrEnum):
    """What fills the desk's window."""

    SIGN_IN = "sign_in"
    TODAY = "today"
    CALENDAR = "calendar"
    CALL = "call"
    OUTCOME = "outcome"
    CONSOLE = "console"
    """Of the hall's operator, who has no audiences of their own."""
    ADMINISTRATION = "administration"
    """Of an administrator, who has none either."""


@dataclass(frozen=True)
class Draft:
    """An outcome that is being written: what is not chosen yet is None."""

    code: DecisionCode | None
    text: str
    responsible_unit: str

    @property
    def decision(self) -> Decision | None:
        """The decision to record; None while something is missing."""
        if self.code is None or not self.text.strip() or not self.responsible_unit.strip():
            return None
        return Decision(self.code, self.text.strip(), self.responsible_unit.strip())


@dataclass(frozen=True)
class Day:
    """Everything that the desk shows.

    Attributes:
        brief: the audience that is being read about, talked in or decided on.
        documents: what the visitor brought to it, the oldest first.
        unseen: arrivals that the official has not opened yet; they are announced.
        drafts: outcomes begun and not saved, by the audience's id; they outlive a session that expires.
        drafts_by: whose they are: nobody else who signs in sees them.
        call_back: the call by phone that is owed to whom we talk with, or was.
        number: where to call; None until it was asked for, which is noted.
    """

    page: DeskPage = DeskPage.SIGN_IN
    session: StaffSession | None = None
    agenda: Agenda | None = None
    brief: Brief | None = None
    documents: tuple[Attachment, ...] = ()
    unseen: frozenset[str] = frozenset()
    drafts: Mapping[str, Draft] = field(default_factory=lambda: MappingProxyType({}))
    drafts_by: str | None = None
    call_back: CallBack | None = None
    number: CallBackNumber | None = None

    def item(self, appointment_id: str) -> AgendaItem | None:
        """One audience of the agenda, by its id."""
        if self.agenda is None:
            return None
        return next((item for item in self.agenda.items if item.id == appointment_id), None)
