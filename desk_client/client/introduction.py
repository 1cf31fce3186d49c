"""What a person says of themself beside ID and mobile: a visitor's papers, who is with them, for whom they come."""

from dataclasses import dataclass, field

from desk_client.domain.people import DocumentKind
from desk_client.protocol.sessions import MOST_COMPANIONS, DocumentAsk, RepresentationAsk

__all__ = ["MOST_COMPANIONS", "DocumentKind", "Introduction"]


@dataclass(frozen=True)
class Introduction:
    """Empty for most people: they have an ID, and come alone and for themselves.

    Attributes:
        kind: what ``number`` is the number of; an ID is kept by the visit itself.
        nationality: of a visitor, ISO 3166-1 alpha-2.
        companions: how many people stand beside.
        for_name: for whom a representative (وكيل) comes.
        for_id: that person's ID or Iqama.
        power_of_attorney: the number of what lets them.
    """

    kind: DocumentKind = DocumentKind.NATIONAL_ID
    number: str = field(default="", repr=False)
    nationality: str = ""
    companions: int = 0
    for_name: str = field(default="", repr=False)
    for_id: str = field(default="", repr=False)
    power_of_attorney: str = field(default="", repr=False)

    @property
    def is_visitor(self) -> bool:
        """Whether somebody comes without an ID."""
        return self.kind is not DocumentKind.NATIONAL_ID

    @property
    def document(self) -> DocumentAsk | None:
        """A visitor's papers; None for who has an ID."""
        if not self.is_visitor:
            return None
        return DocumentAsk(kind=self.kind, number=self.number, nationality=self.nationality)

    @property
    def representation(self) -> RepresentationAsk | None:
        """For whom somebody comes; None where they come for themself."""
        if not self.power_of_attorney:
            return None
        whom = DocumentAsk(kind=DocumentKind.NATIONAL_ID, number=self.for_id)
        return RepresentationAsk(name=self.for_name, document=whom, power_of_attorney=self.power_of_attorney)
