"""What an entry led to."""

from dataclasses import dataclass

from desk_client.domain.deposits import Verdict


@dataclass(frozen=True, slots=True)
class LedTo:
    """A verdict, and the appointment or request that it is about; None where there is none."""

    verdict: Verdict
    subject: str | None = None
