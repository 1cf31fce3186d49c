"""The present moment as something that is handed in: rules and services never read a clock by themselves."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time. The server's clock alone decides what is early and what is late (domain rule "Time")."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...
