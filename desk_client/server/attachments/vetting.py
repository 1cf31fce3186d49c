"""The way of a file that somebody brings: recognised, scanned, taken apart, made anew, named."""

import hashlib
from dataclasses import dataclass
from typing import Final

from desk_client.domain.attachment_kinds import Kind, kind_of
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.attachments.examination import Examination
from desk_client.server.attachments.limits import Limits
from desk_client.server.attachments.names import display_name
from desk_client.server.attachments.scanner import Clean, Infected, NoScannerYet, Scanner, Unavailable

_SCANNER_BACK_WITHIN_S: Final = 30


@dataclass(frozen=True, slots=True)
class Vetted:
    """A file as it may be kept.

    Attributes:
        kind: what it is.
        name: to be shown; never a path.
        content: made anew by ourselves.
        digest: SHA-256 of the content.
    """

    kind: Kind
    name: str
    content: bytes
    digest: bytes


class Vetting:
    """Vets files; safe to use from several threads, and slow: not for the event loop's."""

    def __init__(self, scanner: Scanner, limits: Limits, *, at_once: int) -> None:
        """At most `at_once` files are taken apart at a time; others wait for their turn."""
        self._scanner = scanner
        self._most_bytes = limits.most_bytes
        self._examination = Examination(limits, at_once=at_once)

    def vet(self, data: bytes, claimed_name: str) -> Vetted | Refusal:
        """Return the file as it may be kept, or why it is not taken.

        The original is what is scanned, and before anything is decoded: signatures are those of files as they go
        about, which painting anew would wash out, and then nobody would learn that harm was tried; and our decoders
        meet only what the scanner let pass. What comes out of them was written by us, and is not scanned again.

        Refusals: ATTACHMENT_TOO_LARGE, ATTACHMENT_KIND_REFUSED, ATTACHMENT_DAMAGED, ATTACHMENT_INFECTED and
        SCANNER_UNAVAILABLE; the field says what about it ("file", "pixels", "pages", "password" …).

        Raises:
            ExaminerUnusableError: the installation is broken.
        """
        if len(data) > self._most_bytes:
            return Refusal(RefusalCode.ATTACHMENT_TOO_LARGE, field="file")
        if not data:
            return Refusal(RefusalCode.ATTACHMENT_DAMAGED, field="file")
        kind = kind_of(data)
        if kind is None:
            return Refusal(RefusalCode.ATTACHMENT_KIND_REFUSED)
        match self._scanner.scan(data):
            case Unavailable():
                return Refusal(RefusalCode.SCANNER_UNAVAILABLE, retry_after_s=_SCANNER_BACK_WITHIN_S)
            case Infected():
                return Refusal(RefusalCode.ATTACHMENT_INFECTED)
            case Clean():
                pass
        content = self._examination.examine(data, kind)
        if isinstance(content, Refusal):
            return content
        return Vetted(kind, display_name(claimed_name, kind), content, hashlib.sha256(content).digest())


def takes_nothing() -> Vetting:
    """For a house without anybody who looks through files."""
    return Vetting(NoScannerYet(), Limits(), at_once=1)
