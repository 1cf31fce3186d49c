"""An agency's inbox in memory, for the desk's page: steps change it, and old versions are refused."""

from collections.abc import Mapping
from datetime import UTC, datetime

from pydantic import BaseModel

from desk_client.client.inbox import Inbox, InboxItem, Shelf
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.request import OPEN_STATES, RequestState
from desk_client.protocol.attachments import Attachment, Attachments
from desk_client.protocol.offices import Offices
from desk_client.protocol.requests import Colleague, TriageAsk, TriageStep
from tests.gallery import desk_inbox

_LEADS_TO = {
    "answer": RequestState.ANSWERED,
    "decline": RequestState.DECLINED,
    "ask_back": RequestState.AWAITING_REPLY,
    "route": RequestState.ROUTED,
    "escalate": RequestState.ESCALATED,
    "give_slot": RequestState.SCHEDULED,
    "merge": RequestState.MERGED,
    "unmerge": RequestState.SUBMITTED,
}
_PAGE = 5


class TriageInbox:
    """What was done lies in ``steps``, each with the request's id."""

    def __init__(self) -> None:
        self.items = {each.request.id: each for each in desk_inbox.items()}
        self.steps: list[tuple[str, TriageStep]] = []
        self.documents: tuple[Attachment, ...] = ()

    def answer(
        self, method: str, path: str, query: Mapping[str, str] | None, body: BaseModel | None, version: int | None
    ) -> BaseModel | Refusal | None:
        """The answer; None where it is not about requests."""
        match method, path.split("/")[2:], body:
            case "GET", ["requests"], _:
                return self._listed(query or {})
            case "GET", ["requests", key, "file"], _:
                found = self.items[key]
                return desk_inbox.file(found).model_copy(update={"item": found})
            case "GET", ["requests", _, "attachments"], _:
                return Attachments(attachments=self.documents, most=5)
            case "GET", ["offices"], _:
                return Offices(offices=desk_inbox.offices())
            case "POST", ["requests", key, "steps"], TriageAsk(taken=taken):
                return self._step(key, taken, version)
        return None

    def take(self, key: str, by: Colleague) -> None:
        """Somebody takes it at another desk."""
        self._change(key, owner=by)

    def _listed(self, query: Mapping[str, str]) -> Inbox:
        shelf = query.get("work_list")
        items = [each for each in self.items.values() if each.request.state in OPEN_STATES]
        if shelf is not None:
            items = [each for each in items if each.work_list == Shelf(shelf)]
        first = int(query.get("after", "0"))
        there_is_more = len(items) > first + _PAGE
        return Inbox(
            items=tuple(items[first : first + _PAGE]),
            next=str(first + _PAGE) if there_is_more else None,
            now=datetime.now(UTC),
        )

    def _step(self, key: str, taken: TriageStep, version: int | None) -> BaseModel | Refusal:
        if version != self.items[key].request.version:
            return Refusal(RefusalCode.PRECONDITION_FAILED)
        self.steps.append((key, taken))
        if taken.step == "take":
            return self._change(key, owner=desk_inbox.MYSELF).request
        if taken.step == "hand":
            return self._change(key, owner=desk_inbox.NOURA).request
        return self._change(key, state=_LEADS_TO[taken.step]).request

    def _change(self, key: str, *, owner: Colleague | None = None, state: RequestState | None = None) -> InboxItem:
        found = self.items[key]
        request = found.request.model_copy(
            update={"version": found.request.version + 1, "state": state or found.request.state}
        )
        whose = owner or found.owner
        update = {"request": request, "owner": whose, "work_list": Shelf.UNOWNED if whose is None else Shelf.MINE}
        self.items[key] = found.model_copy(update=update)
        return self.items[key]
