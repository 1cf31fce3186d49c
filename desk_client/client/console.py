"""What an operator's console shows: one read model for each of its sections."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from desk_client.client.helping import Helping
from desk_client.client.model import Model
from desk_client.client.walk_ins import WalkInQueue
from desk_client.protocol.incidents import Incident, IncidentKind

__all__ = ["Console", "Incident", "IncidentKind", "IncidentLog"]


@dataclass(frozen=True)
class IncidentLog:
    """The hall's incidents, the latest first; ``read_at`` is None before they were read."""

    incidents: Sequence[Incident] = field(default_factory=tuple)
    read_at: datetime | None = None

    @property
    def calls(self) -> tuple[Incident, ...]:
        """Calls for help that nobody has ended."""
        return tuple(each for each in self.incidents if each.kiosk_id is not None and each.ends_at is None)


class Console:
    """The read models; actions set them, sections subscribe."""

    def __init__(self) -> None:
        """Nothing has been read."""
        self.incidents: Model[IncidentLog] = Model(IncidentLog())
        self.walk_ins: Model[WalkInQueue] = Model(WalkInQueue())
        self.helping: Model[Helping] = Model(Helping())

    def clear(self) -> None:
        """Forget everything: whoever signs in next has their own hall."""
        self.incidents.set(IncidentLog())
        self.walk_ins.set(WalkInQueue())
        self.helping.set(Helping())
