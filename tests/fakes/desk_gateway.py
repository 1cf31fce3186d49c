"""A server that answers a desk from memory, as the real one does, until it is told to refuse."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from pydantic import BaseModel

from desk_client.client.carriage import Carriage
from desk_client.client.conference import Conference
from desk_client.client.day import Agenda, AgendaItem, Brief
from desk_client.client.desk import DeskClient
from desk_client.client.desk_printer import DeskPrinter
from desk_client.client.diagnostics import Diagnose
from desk_client.client.gateway import Gateway, Method, Nothing
from desk_client.client.preferences import ChosenPreferences
from desk_client.domain.access import Role
from desk_client.domain.appointment import IN_HAND_STATES, AppointmentState
from desk_client.domain.chat import ChatAuthor
from desk_client.domain.decision import undo_until
from desk_client.domain.fallback import CallBackResult, CallBackWay
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import Amendment, AmendmentAsk, ExtensionAsk, Outcome, OutcomeAsk
from desk_client.protocol.attachments import Attachments
from desk_client.protocol.chat import Chat, ChatLine, ChatLineAsk
from desk_client.protocol.incidents import Unserved
from desk_client.protocol.notes import (
    CallBack,
    CallBackDone,
    CallBackNumber,
    CallBackResultAsk,
    Note,
    NoteAsk,
    Notes,
    NotesSent,
    NoteToAllAsk,
)
from desk_client.protocol.queues import Break, BreakAsk, DeclineAsk, TurnAsk
from desk_client.protocol.sessions import StaffSessionAsk
from desk_client.protocol.version import CURRENT, VersionAnswer
from desk_client.ui.moments import RIYADH
from tests.fakes.called_in_desk import CalledInDesk
from tests.fakes.document_marks import DocumentMarks
from tests.fakes.handover_desk import HandoverDesk
from tests.fakes.minutes_desk import MinutesDesk
from tests.fakes.office_calendar import OfficeCalendar
from tests.fakes.triage_inbox import TriageInbox
from tests.gallery import desk_day, desk_inbox, kiosk_samples

A = TypeVar("A", bound=BaseModel)
PASSWORD = "right"
MOBILE = "+966500000001"


class DeskGateway(Gateway):
    """Holds one office's day. ``refusals`` are given, by path ending, instead of answers."""

    def __init__(self) -> None:
        super().__init__("http://127.0.0.1:9")
        self.items = {item.id: item for item in desk_day.items()}
        self.off_the_list: set[str] = set()
        self.refusals: dict[str, Refusal] = {}
        self.asked: list[tuple[str, str]] = []
        self.outcomes: list[OutcomeAsk] = []
        self.outcome: Outcome | None = None
        self.notes: list[NoteAsk] = []
        self.chat: list[ChatLine] = []
        self.call_back: CallBack | None = None
        self.break_until: datetime | None = None
        self.turns: list[TurnAsk] = []
        self.declined: list[DeclineAsk] = []
        self.calendar = OfficeCalendar()
        self.inbox = TriageInbox()
        self.calls = CalledInDesk()
        self.minutes = MinutesDesk()
        self.handovers = HandoverDesk(self.calls, self.items)
        self.documents = DocumentMarks()
        self.role = Role.OFFICIAL

    def change(self, appointment_id: str, state: AppointmentState) -> AgendaItem:
        """Something happened to an audience."""
        present = datetime.now(UTC) if state is AppointmentState.WAITING else None
        place = sum(item.position is not None for item in self.items.values()) + 1
        position = place if state is AppointmentState.WAITING else None
        update = {"state": state, "present_since": present, "position": position}
        self.items[appointment_id] = self.items[appointment_id].model_copy(update=update)
        return self.items[appointment_id]

    def begins(self, appointment_id: str, ahead: timedelta) -> None:
        """Give an audience another hour, by the clock on the wall."""
        item = self.items[appointment_id]
        starts_at = datetime.now(UTC) + ahead
        slot = item.slot.model_copy(update={"starts_at": starts_at, "ends_at": starts_at + timedelta(minutes=20)})
        self.items[appointment_id] = item.model_copy(update={"slot": slot})

    def a_day_passes(self) -> None:
        """What is in the day lies on yesterday now; of it the agenda has what is in hand, as the real server's."""
        for key, item in self.items.items():
            slot = item.slot
            day = timedelta(days=1)
            earlier = slot.model_copy(update={"starts_at": slot.starts_at - day, "ends_at": slot.ends_at - day})
            self.items[key] = item.model_copy(update={"slot": earlier})
        self.off_the_list = {key for key, item in self.items.items() if item.state not in IN_HAND_STATES}

    def reorder(self, appointment_id: str, position: int) -> AgendaItem:
        """Give somebody who waits another place."""
        line = sorted(
            (item for item in self.items.values() if item.position is not None), key=lambda i: i.position or 0
        )
        keys = [item.id for item in line if item.id != appointment_id]
        keys.insert(position - 1, appointment_id)
        for place, key in enumerate(keys, 1):
            self.items[key] = self.items[key].model_copy(update={"position": place})
        return self.items[appointment_id]

    async def ask(
        self,
        method: Method,
        path: str,
        answer: type[A],
        *,
        token: str | None = None,
        body: BaseModel | None = None,
        query: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        version: int | None = None,
    ) -> A | Refusal:
        """Answer at the loop's next turn."""
        del token
        self.asked.append((method, path))
        await asyncio.sleep(0)
        refusal = next((refused for end, refused in self.refusals.items() if path.endswith(end)), None)
        if refusal is not None:
            return refusal
        given = (
            self.calendar.answer(method, path, query, body)
            or self.inbox.answer(method, path, query, body, version)
            or self.handovers.answer(path, body)
            or self.calls.answer(method, path, body)
            or self.documents.answer(path, body, idempotency_key)
            or self.minutes.answer(path, body)
            or self._answer(method, path, body)
        )
        if isinstance(given, Refusal):
            return given
        if not isinstance(given, answer):
            raise TypeError(f"{path} does not answer {answer.__name__}")
        return given

    async def send_file(
        self, path: str, answer: type[A], *, token: str | None, name: str, media_type: str, content: bytes | Carriage
    ) -> A | Refusal:
        """Take a document in."""
        del token
        self.asked.append(("POST", path))
        await asyncio.sleep(0)
        refusal = next((refused for end, refused in self.refusals.items() if path.endswith(end)), None)
        given = refusal or await self.documents.take(name, media_type, content)
        if not isinstance(given, answer | Refusal):
            raise TypeError(f"{path} does not answer {answer.__name__}")
        return given

    async def fetch_file(self, path: str, *, token: str | None) -> bytes | Refusal:
        """Hand a document out at the loop's next turn."""
        del token
        self.asked.append(("GET", path))
        await asyncio.sleep(0)
        refusal = next((refused for end, refused in self.refusals.items() if path.endswith(end)), None)
        return self.documents.file(path) if refusal is None else refusal

    def _answer(self, method: Method, path: str, body: BaseModel | None) -> BaseModel | Refusal:
        match path.split("/")[2:], body:
            case ["version"], _:
                return VersionAnswer(oldest=CURRENT, current=CURRENT, server_time=datetime.now(UTC))
            case ["staff", "sessions"], StaffSessionAsk(password=password):
                return self._session() if password == PASSWORD else Refusal(RefusalCode.WRONG_CREDENTIALS)
            case ["sessions", "current"], _:
                return Nothing()
            case ["desk", "agenda"], _:
                listed = tuple(item for key, item in self.items.items() if key not in self.off_the_list)
                return Agenda(date=datetime.now(RIYADH).date(), items=listed, break_until=self.break_until)
            case ["appointments", key, "brief"], _:
                return Brief.model_validate(desk_day.brief(self.items[key]))
            case ["appointments", key, "attachments"], _:
                return Attachments(attachments=(*desk_day.brought(key), *self.documents.handed), most=5)
            case ["appointments", key, "admission"], _:
                return self.change(key, AppointmentState.IN_SESSION)
            case ["appointments", key, "extension"], ExtensionAsk(minutes=minutes):
                slot = self.items[key].slot
                longer = slot.model_copy(update={"ends_at": slot.ends_at + timedelta(minutes=minutes)})
                self.items[key] = self.items[key].model_copy(update={"slot": longer})
                return self.items[key]
            case ["appointments", key, "completion"], _:
                return self.change(key, AppointmentState.COMPLETED)
            case ["appointments", key, "send-back"], _:
                return self.change(key, AppointmentState.WAITING)
            case ["appointments", _, "outcome"], OutcomeAsk(minutes_version=int(read)) if (
                read != self.minutes.minutes.version
            ):
                return Refusal(RefusalCode.PRECONDITION_FAILED)
            case ["appointments", key, "outcome"], OutcomeAsk() as wanted:
                self.outcomes.append(wanted)
                self.change(key, AppointmentState.OUTCOME_RECORDED)
                now = datetime.now(UTC)
                self.outcome = Outcome(
                    decision=wanted.decision, recorded_at=now, confirmed_at=None, undo_until=undo_until(now)
                )
                return self.outcome
            case ["appointments", _, "outcome", "amendments"], AmendmentAsk() as wanted if self.outcome is not None:
                added = Amendment(
                    text=wanted.text,
                    reason=wanted.reason,
                    author=desk_day.session().person.office_title,
                    amended_at=datetime.now(UTC),
                )
                self.outcome = self.outcome.model_copy(update={"amendments": (*self.outcome.amendments, added)})
                return self.outcome
            case ["appointments", key, "outcome"], None if method == "DELETE":
                self.outcome = None
                self.change(key, AppointmentState.COMPLETED)
                return Nothing()
            case ["appointments", _, "outcome"], None:
                return self.outcome or Refusal(RefusalCode.OUTCOME_MISSING)
            case ["appointments", _, "notes"], NoteAsk() as wanted:
                self.notes.append(wanted)
                given = wanted.model_dump()
                return Note(id=f"not_{len(self.notes)}", sent_at=datetime.now(UTC), **given)
            case ["appointments", _, "chat"], ChatLineAsk(text=text):
                self.say(ChatAuthor.OFFICIAL, text)
                return self.chat[-1]
            case ["appointments", _, "chat"], None:
                return Chat(lines=tuple(self.chat))
            case ["appointments", _, "notes"], None:
                return Notes(notes=(), call_back=self.call_back)
            case ["appointments", key, "skip"], _:
                return self.reorder(key, 2)
            case ["appointments", key, "turn"], TurnAsk() as wanted:
                self.turns.append(wanted)
                return self.reorder(key, wanted.position)
            case ["appointments", key, "decline"], DeclineAsk() as wanted:
                self.declined.append(wanted)
                return self.change(key, AppointmentState.OUTCOME_RECORDED)
            case ["desk", "notes"], NoteToAllAsk() as wanted:
                self.notes.append(wanted)
                return NotesSent(sent=sum(item.position is not None for item in self.items.values()))
            case ["desk", "break"], BreakAsk(minutes=minutes):
                self.break_until = datetime.now(UTC) + timedelta(minutes=minutes)
                return Break(began_at=datetime.now(UTC), until=self.break_until)
            case ["desk", "break"], None:
                self.break_until = None
                return Nothing()
            case ["appointments", _, "call-back", "number"], _:
                return CallBackNumber(way=CallBackWay.MOBILE, mobile=MOBILE, site_name=None)
            case ["appointments", _, "call-back", "result"], CallBackResultAsk(result=result):
                return self._called(result)
            case _:
                return Refusal(RefusalCode.NOT_FOUND)

    def say(self, author: ChatAuthor, text: str) -> None:
        """Somebody writes beside the talk."""
        line = ChatLine(id=f"cht_{len(self.chat)}", author=author, text=text, sent_at=datetime.now(UTC))
        self.chat.append(line)

    def _session(self) -> BaseModel:
        return desk_day.session() if self.role is Role.OFFICIAL else desk_inbox.session(self.role)

    def owe_call(self) -> None:
        """The line failed."""
        self.call_back = CallBack(way=CallBackWay.MOBILE, wanted_at=datetime.now(UTC), result=None, result_at=None)

    def _called(self, result: CallBackResult) -> BaseModel | Refusal:
        if self.call_back is None:
            return Refusal(RefusalCode.NOT_FOUND)
        self.call_back = self.call_back.model_copy(update={"result": result})
        missed = result is CallBackResult.NOT_REACHED
        unserved = Unserved(appointment=kiosk_samples.TALKED, rebooked=kiosk_samples.LATER, wait_id=None)
        return CallBackDone(call_back=self.call_back, unserved=unserved if missed else None)


class QuietDeskClient(DeskClient):
    """A desk that opens no signalling line: tests give the hints themselves."""

    def __init__(
        self,
        gateway: DeskGateway,
        make_conference: Callable[[], Conference],
        preferences: ChosenPreferences | None = None,
        diagnose: Diagnose | None = None,
        printer: DeskPrinter | None = None,
    ) -> None:
        super().__init__(gateway, make_conference, printer, preferences, diagnose)
        self.server = gateway

    def open_line(self) -> None:
        """Hear nothing."""
