"""The documents of one visit, as a read model: they lie in memory until they are with the audience."""

import hashlib
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from desk_client.domain.attachment_kinds import Kind, kind_of
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.attachments import Attachment
from desk_client.protocol.kiosks import DocumentBounds


class Passage(Enum):
    """How far a document is on its way to the audience."""

    HERE = auto()
    """Only at this kiosk."""
    UNDER_WAY = auto()
    SENT = auto()
    FAILED = auto()


@dataclass(frozen=True)
class Document:
    """A file that was brought. ``id`` is its content's SHA-256: the same file brought twice is one document."""

    id: str
    name: str = field(repr=False)
    kind: Kind
    content: bytes = field(repr=False)
    passage: Passage = Passage.HERE
    refusal: Refusal | None = None
    """Why it could not be sent."""

    @property
    def size(self) -> int:
        """Of the content, in bytes."""
        return len(self.content)


@dataclass(frozen=True)
class Basket:
    """What was brought, in that order.

    Attributes:
        appointment_id: the audience that it is for, where that stands already; None while it is being booked.
        kept: what was with that audience before.
        bounds: what the server takes.
    """

    documents: tuple[Document, ...] = ()
    appointment_id: str | None = None
    kept: tuple[Attachment, ...] = ()
    bounds: DocumentBounds = field(default_factory=DocumentBounds)

    @property
    def room(self) -> int:
        """How many more may be added."""
        return max(0, self.bounds.most - len(self.kept) - len(self.documents))

    @property
    def unsent(self) -> tuple[Document, ...]:
        """What is not yet with the audience."""
        return tuple(each for each in self.documents if each.passage is not Passage.SENT)

    @property
    def failed(self) -> tuple[Document, ...]:
        """What could not be sent."""
        return tuple(each for each in self.documents if each.passage is Passage.FAILED)

    @property
    def is_sending(self) -> bool:
        """Whether one is on its way."""
        return any(each.passage is Passage.UNDER_WAY for each in self.documents)

    def document(self, document_id: str) -> Document | None:
        """One of them."""
        return next((each for each in self.documents if each.id == document_id), None)

    def refused(self, content: bytes) -> Refusal | None:
        """Why a file would not be taken: ATTACHMENT_TOO_LARGE, ATTACHMENT_KIND_REFUSED, ATTACHMENTS_FULL."""
        if len(content) > self.bounds.most_bytes:
            return Refusal(RefusalCode.ATTACHMENT_TOO_LARGE)
        if kind_of(content) is None:
            return Refusal(RefusalCode.ATTACHMENT_KIND_REFUSED)
        if self.document(_digest(content)) is None and not self.room:
            return Refusal(RefusalCode.ATTACHMENTS_FULL)
        return None

    def with_file(self, name: str, content: bytes) -> "Basket":
        """The same with another document, which `refused` has let pass; one that is there already changes nothing."""
        kind = kind_of(content)
        if kind is None or self.document(_digest(content)) is not None:
            return self
        document = Document(_digest(content), name, kind, content)
        return replace(self, documents=(*self.documents, document))

    def without(self, document_id: str) -> "Basket":
        """The same without one of them; what is on its way, or sent, stays."""
        left = tuple(
            each
            for each in self.documents
            if each.id != document_id or each.passage in {Passage.UNDER_WAY, Passage.SENT}
        )
        return replace(self, documents=left)

    def with_passage(self, document_id: str, passage: Passage, refusal: Refusal | None = None) -> "Basket":
        """The same with one of them further on its way."""
        return replace(
            self,
            documents=tuple(
                replace(each, passage=passage, refusal=refusal) if each.id == document_id else each
                for each in self.documents
            ),
        )


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
