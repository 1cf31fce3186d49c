"""An office's calendar in memory, for the desk's pages: it moves, blocks and forgets as the server does."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from pydantic import BaseModel

from desk_client.client.gateway import Nothing
from desk_client.client.office_calendar import Blocked, BusyKind, BusyTime, CalendarAudience, Feed, Imported
from desk_client.domain.appointment import AppointmentState
from desk_client.protocol.office_calendars import BlockAsk, FeedAsk, ImportAsk
from desk_client.protocol.slots import Availability, Day, MoveAsk
from tests.gallery import desk_calendar, kiosk_samples

FREE = (desk_calendar.at(2, 11, 0), desk_calendar.at(2, 11, 20), desk_calendar.at(3, 9, 0))
"""When the slots begin to which audiences may be moved."""


class OfficeCalendar:
    """What was asked for lies in it, and what was changed shows at the next reading."""

    def __init__(self) -> None:
        self.audiences = list(desk_calendar.audiences())
        self.busy = list(desk_calendar.days().busy)
        self.moves: list[tuple[str, datetime]] = []
        self.blocks: list[BlockAsk] = []
        self.files: list[str] = []
        self.feed = Feed()
        self.asked: list[dict[str, str]] = []
        """For free times: each question."""

    def answer(
        self, method: str, path: str, query: Mapping[str, str] | None, body: BaseModel | None
    ) -> BaseModel | None:
        """The answer; None where it is not about the calendar."""
        match method, path.split("/")[2:], body:
            case "GET", ["offices", _, "days"], _:
                return self._days(query or {})
            case "GET", ["offices", _, "availability"], _:
                self.asked.append(dict(query or {}))
                slots = tuple(desk_calendar.slot(each) for each in FREE)
                return Availability(zone="Asia/Riyadh", days=(Day(date=desk_calendar.SUNDAY, capacity=9, slots=slots),))
            case "POST", ["appointments", key, "reschedule"], MoveAsk(starts_at=starts_at):
                return self._move(key, starts_at)
            case "POST", ["appointments", key, "cancellation"], _:
                self.audiences = [each for each in self.audiences if each.id != key]
                return kiosk_samples.LATER.model_copy(update={"id": key, "state": AppointmentState.CANCELLED})
            case "POST", ["offices", _, "blocks"], BlockAsk() as ask:
                return self._block(ask)
            case "DELETE", ["offices", _, "blocks", key], _:
                self.busy = [each for each in self.busy if each.id != key]
                return Nothing()
            case "PUT", ["offices", _, "busy-times"], ImportAsk(file=file):
                self.files.append(file)
                until = desk_calendar.NOW + timedelta(days=180)
                return Imported(stretches=3, until=until, not_understood=1, in_the_way=())
            case method, ["desk", "calendar-feed"], ask:
                return self._feed(method, ask)
        return None

    def _days(self, query: Mapping[str, str]) -> BaseModel:
        first, count = date.fromisoformat(query["first"]), int(query["days"])
        shown = desk_calendar.days(first, count, is_empty=True)
        return shown.model_copy(update={"audiences": tuple(self.audiences), "busy": tuple(self.busy)})

    def _move(self, key: str, starts_at: datetime) -> BaseModel:
        self.moves.append((key, starts_at))
        at = next(at for at, each in enumerate(self.audiences) if each.id == key)
        moved = {"slot": desk_calendar.slot(starts_at), "version": self.audiences[at].version + 1}
        self.audiences[at] = self.audiences[at].model_copy(update=moved)
        return kiosk_samples.LATER.model_copy(update={"id": key, "version": moved["version"]})

    def _block(self, ask: BlockAsk) -> BaseModel:
        self.blocks.append(ask)
        lie_there: list[CalendarAudience] = [
            each for each in self.audiences if each.slot.starts_at < ask.ends_at and ask.starts_at < each.slot.ends_at
        ]
        if lie_there:
            return Blocked(block=None, in_the_way=tuple(lie_there))
        block = BusyTime(
            id=f"n{len(self.busy)}",
            kind=BusyKind.BLOCKED,
            starts_at=ask.starts_at,
            ends_at=ask.ends_at,
            reason=ask.reason,
        )
        self.busy.append(block)
        return Blocked(block=block, in_the_way=())

    def _feed(self, method: str, ask: BaseModel | None) -> BaseModel:
        if method == "DELETE":
            self.feed = Feed()
            return Nothing()
        if isinstance(ask, FeedAsk):
            self.feed = Feed(made_at=datetime.now(UTC), shows_names=ask.shows_names)
            return self.feed.model_copy(update={"url": "/v1/calendar-feeds/secret.ics"})
        return self.feed
