"""An official's day at the desk, as a read model."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from desk_client.domain.access import Action, Role, permissions
from desk_client.domain.decision import ActionItem, Decision, DecisionCode, Directive, FollowUp, fault_in, tidied
from desk_client.domain.delegation import actions_of
from desk_client.protocol.appointments import Agenda, AgendaItem, Amendment, Brief, Outcome, PastAudience
from desk_client.protocol.attachments import Attachment
from desk_client.protocol.base import Texts
from desk_client.protocol.notes import CallBack, CallBackNumber
from desk_client.protocol.sessions import StaffSession

__all__ = [
    "Agenda",
    "AgendaItem",
    "Amendment",
    "Attachment",
    "Brief",
    "CallBack",
    "CallBackNumber",
    "Day",
    "DeskPage",
    "Draft",
    "Outcome",
    "PastAudience",
    "StaffSession",
    "Texts",
]


class DeskPage(StrEnum):
    """What fills the desk's window."""

    SIGN_IN = "sign_in"
    NEW_PASSWORD = "new_password"  # noqa: S105 - the name of a page
    """Of whoever signed in with what an administrator has set: nothing else is open to them."""
    TODAY = "today"
    CALENDAR = "calendar"
    INBOX = "inbox"
    """Of those who triage requests: a coordinator's or specialist's only page, one more of an office."""
    RECORDINGS = "recordings"
    """What an office recorded, where it records at all."""
    CALL = "call"
    CALLED = "called"
    """The talk into which whoever sits here was called; of an interpreter, who has no other page, the wait for one."""
    OUTCOME = "outcome"
    CONSOLE = "console"
    """Of the hall's operator, who has no audiences of their own."""
    ADMINISTRATION = "administration"
    """Of an administrator, who has none either."""
    SETTINGS = "settings"
    """Of this desk, for whoever works at it: reached from wherever nothing is being done, and left to there."""


@dataclass(frozen=True)
class Draft:
    """An outcome that is being written: what is not chosen yet is None, what is not written yet is empty."""

    code: DecisionCode | None
    text: str
    responsible_unit: str
    directive: Directive | None = None
    actions: tuple[ActionItem, ...] = ()
    follow_up: FollowUp | None = None
    transaction_number: str = ""

    @property
    def decision(self) -> Decision | None:
        """The decision to record; None while something is missing. Deadlines are the server's to judge."""
        if self.code is None or not self.responsible_unit.strip():
            return None
        decision = tidied(
            Decision(
                self.code,
                self.text,
                self.responsible_unit,
                self.directive,
                self.actions,
                self.follow_up,
                self.transaction_number,
            )
        )
        earliest = min((each.due for each in decision.actions), default=date.min)
        return decision if fault_in(decision, earliest) is None else None


@dataclass(frozen=True)
class Day:
    """Everything that the desk shows.

    Attributes:
        brief: the audience that is being read about, talked in or decided on.
        outcome: what was decided in it, once that is written.
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
    outcome: Outcome | None = None
    documents: tuple[Attachment, ...] = ()
    unseen: frozenset[str] = frozenset()
    drafts: Mapping[str, Draft] = field(default_factory=lambda: MappingProxyType({}))
    drafts_by: str | None = None
    call_back: CallBack | None = None
    number: CallBackNumber | None = None

    @property
    def pages(self) -> tuple["DeskPage", ...]:
        """Between which pages whoever is signed in may turn, the first of them first."""
        if self.session is None:
            return ()
        if self.session.must_change_password:
            return (DeskPage.NEW_PASSWORD,)
        role = self.session.person.role
        if role is Role.OPERATOR:
            return (DeskPage.CONSOLE,)
        if role is Role.ADMINISTRATOR:
            return (DeskPage.ADMINISTRATION,)
        if role is Role.INTERPRETER:
            return (DeskPage.CALLED,)
        of_role = permissions(role)
        has_day = Action.ADMIT in of_role or Action.SEE_REQUEST not in of_role
        office = (DeskPage.TODAY, DeskPage.CALENDAR) if has_day else ()
        return (*office, *((DeskPage.INBOX,) if Action.SEE_REQUEST in self.may else ()))

    @property
    def may(self) -> frozenset[Action]:
        """What whoever is signed in may do to something; of an office's manager, what was left to them."""
        if self.session is None or self.session.must_change_password:
            return frozenset()
        person = self.session.person
        every = permissions(person.role)
        return every if person.rights is None else every & actions_of(person.rights)

    @property
    def has_recordings(self) -> bool:
        """Whether what the office recorded is theirs to play."""
        return Action.SEE_RECORDING in self.may

    @property
    def may_record(self) -> bool:
        """Whether they say whether the office records, and do away with what it did."""
        return Action.RECORD in self.may

    @property
    def may_triage(self) -> bool:
        """Whether they may take steps with requests, and do not only oversee them."""
        return Action.TRIAGE in self.may

    def item(self, appointment_id: str) -> AgendaItem | None:
        """One audience of the agenda, by its id."""
        if self.agenda is None:
            return None
        return next((item for item in self.agenda.items if item.id == appointment_id), None)
