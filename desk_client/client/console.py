"""What an operator's console shows: one read model for each of its sections."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from desk_client.client.helping import Helping
from desk_client.client.model import Model
from desk_client.client.walk_ins import WalkInQueue
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.hall import EntryAside, Hall, HallKiosk, Order
from desk_client.protocol.incidents import Incident, IncidentAsk, IncidentKind

__all__ = [
    "Console",
    "EntryAside",
    "Hall",
    "HallKiosk",
    "HallView",
    "Incident",
    "IncidentKind",
    "IncidentLog",
    "Order",
    "Unsent",
]


@dataclass(frozen=True)
class HallView:
    """The hall as it was last read.

    Attributes:
        hall: None before it was read.
        read_s: when that was, by this machine's steady clock; ages are told by it, not by a clock that may be wrong.
        trouble: why the last reading failed; what is shown is then old.
    """

    hall: Hall | None = None
    read_s: float = 0.0
    trouble: Refusal | None = None

    def age(self, now_s: float) -> timedelta:
        """How old what is shown is."""
        return timedelta(seconds=max(0.0, now_s - self.read_s))

    def since(self, moment: datetime, now_s: float) -> timedelta:
        """How long ago a moment of the server's is."""
        before = timedelta() if self.hall is None else self.hall.read_at - moment
        return max(timedelta(), before + self.age(now_s))

    def kiosk(self, kiosk_id: str) -> HallKiosk | None:
        """One of its kiosks, by its id."""
        return None if self.hall is None else next((each for each in self.hall.kiosks if each.id == kiosk_id), None)

    def with_order(self, kiosk_id: str, order: Order) -> "HallView":
        """The same with something more asked of a kiosk, before the hall is read again."""
        if self.hall is None:
            return self
        kiosks = tuple(
            each.model_copy(update={"orders": (order, *(old for old in each.orders if old.id != order.id))})
            if each.id == kiosk_id
            else each
            for each in self.hall.kiosks
        )
        return replace(self, hall=self.hall.model_copy(update={"kiosks": kiosks}))


@dataclass(frozen=True)
class Unsent:
    """An incident that was recorded while the server was away; under its key it is entered once."""

    key: str
    ask: IncidentAsk


@dataclass(frozen=True)
class IncidentLog:
    """The hall's incidents, the latest first.

    Attributes:
        incidents: None before they were read.
        unsent: recorded here and not yet at the server; they live as long as the program.
        trouble: why the last reading failed.
    """

    incidents: tuple[Incident, ...] | None = None
    unsent: tuple[Unsent, ...] = ()
    trouble: Refusal | None = None

    @property
    def calls(self) -> tuple[Incident, ...]:
        """Calls for help that nobody has ended, the latest first."""
        return tuple(each for each in self.incidents or () if each.kiosk_id is not None and each.ends_at is None)

    @property
    def others(self) -> tuple[Incident, ...]:
        """All the rest: those that run first, then the latest first."""
        calls = set(self.calls)
        rest = [each for each in self.incidents or () if each not in calls]
        return tuple(sorted(rest, key=lambda each: each.ends_at is not None))


class Console:
    """The read models; actions set them, sections subscribe."""

    def __init__(self) -> None:
        """Nothing has been read."""
        self.hall: Model[HallView] = Model(HallView())
        self.incidents: Model[IncidentLog] = Model(IncidentLog())
        self.walk_ins: Model[WalkInQueue] = Model(WalkInQueue())
        self.helping: Model[Helping] = Model(Helping())

    def clear(self) -> None:
        """Forget everything: whoever signs in next has their own hall."""
        self.hall.set(HallView())
        self.incidents.set(IncidentLog())
        self.walk_ins.set(WalkInQueue())
        self.helping.set(Helping())
