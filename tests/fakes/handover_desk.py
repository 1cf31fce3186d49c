"""Who takes a talk over, in memory, for the desk's pages."""

from datetime import UTC, datetime

from pydantic import BaseModel

from desk_client.client.day import AgendaItem, Texts
from desk_client.domain.called_in import Call, Capacity
from desk_client.domain.handover import Readiness
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import CALLED_IN
from desk_client.protocol.called_in import CalledIn
from desk_client.protocol.handovers import HandoverAsk, Successor, Successors
from tests.fakes.called_in_desk import CalledInDesk

SUCCESSORS = (
    Successor(
        staff_id="stf_mayor",
        name=Texts(ar="المهندس خالد بن حسن العقيلي", en="Khalid Al-Aqili"),
        office_title=Texts(ar="أمين منطقة جازان", en="Mayor of Jazan Region"),
        readiness=Readiness.FREE,
        waiting=2,
    ),
    Successor(
        staff_id="stf_deputy",
        name=Texts(ar="نائب أمير منطقة جازان", en="Deputy Emir of Jazan Region"),
        office_title=Texts(ar="نائب أمير منطقة جازان", en="Deputy Emir of Jazan Region"),
        readiness=Readiness.IN_TALK,
        waiting=0,
    ),
)


class HandoverDesk:
    """``asked`` is to whom this desk wants to hand over, and with what words; `calls` has the call."""

    def __init__(self, calls: CalledInDesk, items: dict[str, AgendaItem]) -> None:
        self._calls, self._items = calls, items
        self.asked: list[HandoverAsk] = []
        self.people: tuple[Successor, ...] = SUCCESSORS

    def answer(self, path: str, body: BaseModel | None) -> BaseModel | Refusal | None:
        """The answer; None where it is not about a handover."""
        match path.split("/")[2:], body:
            case ["appointments", _, "handover", "possible"], _:
                return Successors(items=self.people)
            case ["appointments", _, "handover"], HandoverAsk(staff_id=staff_id) as ask:
                self.asked.append(ask)
                person = next(each for each in SUCCESSORS if each.staff_id == staff_id)
                made = CalledIn(
                    party=CALLED_IN[len(self._calls.called)],
                    staff_id=staff_id,
                    name=person.name,
                    title=person.office_title,
                    capacity=Capacity.DEPARTMENT_HEAD,
                    state=Call.RINGING,
                    called_at=datetime.now(UTC),
                    takes_over=True,
                )
                self._calls.called.append(made)
                return made
            case ["appointments", key, "handover", "completion"], _:
                if not any(each.takes_over and each.state is Call.ACCEPTED for each in self._calls.called):
                    return Refusal(RefusalCode.NOT_FOUND)
                return self._items.pop(key)  # it is another office's, and in no list of this one
            case _:
                return None
