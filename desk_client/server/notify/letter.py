"""An e-mail as values, and how it lies in the outbox: as one sealed text."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from pydantic import BaseModel


class Method(StrEnum):
    """What an invitation asks of a calendar (RFC 5546 section 3.2)."""

    REQUEST = "REQUEST"
    """Put it in, or change what is there."""
    CANCEL = "CANCEL"
    PUBLISH = "PUBLISH"
    """Here it is; whoever wants it in their calendar puts it there."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """An iCalendar object (RFC 5545), as text, and its method."""

    method: Method
    calendar: str


@dataclass(frozen=True, slots=True)
class Letter:
    """What an e-mail says."""

    subject: str
    text: str
    invitation: Invitation | None = None

    def packed(self) -> str:
        """As one text, for the outbox."""
        invitation = self.invitation
        return _Packed(
            subject=self.subject,
            text=self.text,
            method=None if invitation is None else invitation.method,
            calendar="" if invitation is None else invitation.calendar,
        ).model_dump_json()

    @classmethod
    def unpacked(cls, text: str) -> Self:
        """From the outbox."""
        packed = _Packed.model_validate_json(text)
        invitation = None if packed.method is None else Invitation(packed.method, packed.calendar)
        return cls(packed.subject, packed.text, invitation)


class _Packed(BaseModel):
    subject: str
    text: str
    method: Method | None
    calendar: str
