"""Somebody who has signed in, as the services see them."""

from dataclasses import dataclass
from typing import Final

from desk_client.domain.access import (
    STAFF_ROLES,
    Action,
    Ownership,
    Role,
    Standing,
    allowed,
    may,
)
from desk_client.domain.ids import (
    AgencyId,
    AppointmentId,
    GovernorateId,
    KioskId,
    OfficeId,
    PersonId,
    SessionId,
    SiteId,
    StaffId,
)
from desk_client.domain.narrowed import GUEST_ACTIONS, TICKET_ACTIONS
from desk_client.domain.outcomes import Refusal, RefusalCode

BY_TICKET: Final = "ticket"
"""As what is noted of somebody who proved nothing, and came with a ticket."""
BY_BROWSER: Final = "browser"
"""As what is noted of an official who came with a link that their own desk made."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: a kiosk, a citizen, or a member of staff.

    Attributes:
        site_id: of the kiosk that they are or stand at; of the hall that a member of staff runs.
        governorate_id: to which a member of staff is confined.
        verified_by: how they proved who they are.
        delegated: what was left to an office's manager, or of an official to a browser; None: all that their role may.
        appointment_id: the one that their ticket or their link opens; None for whoever has signed in for everything.
    """

    session_id: SessionId
    role: Role
    person_id: PersonId | None = None
    staff_id: StaffId | None = None
    office_id: OfficeId | None = None
    agency_id: AgencyId | None = None
    kiosk_id: KioskId | None = None
    site_id: SiteId | None = None
    governorate_id: GovernorateId | None = None
    verified_by: str = ""
    appointment_id: AppointmentId | None = None
    delegated: frozenset[Action] | None = None

    @property
    def id(self) -> str:
        """The id under which their acts are recorded: the person's, the member of staff's, or the kiosk's."""
        named = self.person_id or self.staff_id or self.kiosk_id
        if named is None:
            raise ValueError("an actor is a person, a member of staff or a kiosk")
        return named

    @property
    def is_staff(self) -> bool:
        """Whether they work for the house."""
        return self.role in STAFF_ROLES

    @property
    def standing(self) -> Standing:
        """Their place in the table of access."""
        return Standing(
            self.role,
            self.person_id,
            self.office_id,
            self.agency_id,
            self.site_id,
            self.governorate_id,
            self.appointment_id,
            TICKET_ACTIONS if self.verified_by == BY_TICKET else GUEST_ACTIONS,
            self.delegated,
            self.staff_id,
        )

    def refused(self, action: Action, ownership: Ownership | None = None) -> Refusal | None:
        """None where they may; FORBIDDEN for an action that is not theirs, NOT_FOUND for a thing that is not.

        Somebody else's thing is not found, rather than forbidden, so that an answer does not tell that it exists.
        Without an ownership only the action is asked about.
        """
        if action not in allowed(self.standing):
            return Refusal(RefusalCode.FORBIDDEN)
        if ownership is not None and not may(self.standing, action, ownership):
            return Refusal(RefusalCode.NOT_FOUND)
        return None
