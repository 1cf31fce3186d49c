"""Somebody who is helped at the operator's desk, as a read model: who they are, and what is booked for them."""

from dataclasses import dataclass, replace
from enum import StrEnum

from desk_client.domain.outcomes import Refusal
from desk_client.domain.people import DocumentKind
from desk_client.protocol.accounts import PersonFound
from desk_client.protocol.appointments import MAX_SUBJECT_LENGTH, Appointment, Booked
from desk_client.protocol.offices import Office, Service
from desk_client.protocol.privacy import Consent
from desk_client.protocol.sessions import Waiting
from desk_client.protocol.slots import Availability, Day, Hold, Slot
from desk_client.protocol.waitlists import Wait

__all__ = [
    "MAX_SUBJECT_LENGTH",
    "Appointment",
    "Availability",
    "Booked",
    "Consent",
    "Day",
    "DocumentKind",
    "HelpStep",
    "Helping",
    "Hold",
    "Office",
    "PersonFound",
    "Service",
    "Slot",
    "Wait",
    "Waiting",
]


class HelpStep(StrEnum):
    """One question at a time."""

    FIND = "find"
    """Who is it? And who waits at a kiosk for their papers to be seen?"""
    PAPERS = "papers"
    """Nobody knows them yet: their papers."""
    PERSON = "person"
    """What they have, and what they want."""
    SERVICE = "service"
    TIME = "time"
    SUMMARY = "summary"
    TICKET = "ticket"


@dataclass(frozen=True)
class Helping:
    """Everything about it.

    Attributes:
        waiting: who waits at the hall's kiosks for their papers to be seen.
        found: who matches what was looked for; None before anybody looked.
        moving: the audience that gets another time; None where a new one is booked.
        gone: why the time that was chosen is not to be had any more; None while nothing was lost.
        booking_key: names the one thing that is to be done, so that a second try does not do it twice.
        listed: the place on the waitlist that they were just given.
    """

    step: HelpStep = HelpStep.FIND
    waiting: tuple[Waiting, ...] = ()
    found: tuple[PersonFound, ...] | None = None
    person: PersonFound | None = None
    appointments: tuple[Appointment, ...] = ()
    consent: Consent | None = None
    offices: tuple[Office, ...] = ()
    office: Office | None = None
    service: Service | None = None
    moving: Appointment | None = None
    availability: Availability | None = None
    slot: Slot | None = None
    hold: Hold | None = None
    gone: Refusal | None = None
    booking_key: str = ""
    appointment: Appointment | None = None
    booked: Booked | None = None
    listed: Wait | None = None

    @property
    def next_free(self) -> Slot | None:
        """The earliest slot that the availability shows."""
        if self.availability is None:
            return None
        return next((slot for day in self.availability.days for slot in day.slots), None)

    @property
    def may_begin(self) -> bool:
        """Whether somebody else can be helped without losing what was begun for this person."""
        return self.step in {HelpStep.FIND, HelpStep.PERSON, HelpStep.TICKET}

    def anew(self) -> "Helping":
        """Ready for the next person; who waits at the kiosks is still there."""
        return Helping(waiting=self.waiting, offices=self.offices)

    def at_person(self) -> "Helping":
        """Back to what the person has: nothing is being booked."""
        return replace(
            self.anew(),
            step=HelpStep.PERSON,
            person=self.person,
            appointments=self.appointments,
            consent=self.consent,
        )
