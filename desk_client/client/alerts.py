"""How the person at the desk wants to be told of what happens while they look elsewhere."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alerts:
    """Each of them may be switched off.

    Attributes:
        rings: two soft notes at an arrival and at a reminder; never in a talk.
        notifies: a notification of the desktop, while the window is not the one that is worked in.
        reminds: ten minutes and one minute before an audience.
    """

    rings: bool = True
    notifies: bool = True
    reminds: bool = True
