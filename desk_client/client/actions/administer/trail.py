"""The audit trail, searched: who did what to which thing, and when; no more of anybody than the trail holds."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import Final

from desk_client.client.actions.administer.people import read_staff
from desk_client.client.actions.operate import ask
from desk_client.client.administration import Listed
from desk_client.client.desk import DeskClient
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.privacy import AuditTrail

_RIYADH: Final = timezone(timedelta(hours=3), "Asia/Riyadh")
_ROWS: Final = 100


@dataclass(frozen=True)
class Sought:
    """What is searched for; everything for what is not said. `day` is one of Riyadh's."""

    actor: str = ""
    action: str = ""
    day: date | None = None

    def query(self) -> dict[str, str]:
        """As the server is asked for it."""
        asked = {"limit": str(_ROWS), "actor": self.actor, "action": self.action}
        if self.day is not None:
            begins = datetime.combine(self.day, time(0), _RIYADH)
            asked["since"] = begins.isoformat()
            asked["until"] = (begins + timedelta(days=1)).isoformat()
        return {name: text for name, text in asked.items() if text}


async def search(client: DeskClient, sought: Sought) -> Refusal | None:
    """Read the latest of it, and who works here by name. Refusals: the server's."""
    if client.administration.staff.value.rows is None and (refusal := await read_staff(client)) is not None:
        return _failed(client, refusal)
    answer = await ask(client, "GET", "/v1/audit", AuditTrail, query=sought.query())
    if isinstance(answer, Refusal):
        return _failed(client, answer)
    client.administration.trail.set(Listed(answer.items, next=answer.next))
    return None


async def read_more(client: DeskClient, sought: Sought) -> Refusal | None:
    """Read what came before it. Refusals: the server's."""
    trail = client.administration.trail
    known = trail.value
    if known.rows is None or known.next is None:
        return None
    answer = await ask(client, "GET", "/v1/audit", AuditTrail, query={**sought.query(), "after": known.next})
    if isinstance(answer, Refusal):
        return answer
    trail.set(Listed((*known.rows, *answer.items), next=answer.next))
    return None


def _failed(client: DeskClient, refusal: Refusal) -> Refusal:
    trail = client.administration.trail
    if client.token is not None:
        trail.set(trail.value.failed(refusal))
    return refusal
