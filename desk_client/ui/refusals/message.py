"""What a refusal becomes for the person who meets it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    """What happened, and what to do next.

    Attributes:
        title: what happened, short enough for a banner's first line.
        text: what the person can do about it.
        can_retry: whether the same thing asked again may succeed: "Try again" is offered.
    """

    title: str
    text: str
    can_retry: bool = False
