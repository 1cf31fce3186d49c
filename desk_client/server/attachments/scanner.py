"""What a scanner for harmful content offers; which one is chosen in bootstrap."""

from dataclasses import dataclass
from typing import Protocol, TypeAlias


@dataclass(frozen=True, slots=True)
class Clean:
    """Nothing was found."""


@dataclass(frozen=True, slots=True)
class Infected:
    """Something was found. `signature` is the scanner's name for it."""

    signature: str


@dataclass(frozen=True, slots=True)
class Unavailable:
    """There is no answer, so nothing is known. `reason` is for the operator."""

    reason: str


Verdict: TypeAlias = Clean | Infected | Unavailable


class Scanner(Protocol):
    """Looks for harmful content."""

    def scan(self, data: bytes) -> Verdict:
        """Look through the bytes, in the calling thread. Safe to call from several threads."""
        ...


class NoScanner:
    """For an installation that chose to do without (`attachments.scanning` is "off")."""

    def scan(self, data: bytes) -> Verdict:
        """Find nothing."""
        del data
        return Clean()


class NoScannerYet:
    """Where nobody has chosen: nothing can be said of anything."""

    def scan(self, data: bytes) -> Verdict:
        """Say so."""
        del data
        return Unavailable("no scanner was chosen")
