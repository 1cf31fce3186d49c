"""Who calls whom, in memory, for the desk's pages."""

from datetime import UTC, datetime, timedelta

from pydantic import BaseModel

from desk_client.client.day import Texts
from desk_client.domain.called_in import Call, Capacity
from desk_client.domain.notes import NoteKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import CALLED_IN, Party
from desk_client.protocol.asides import AsideAsk, AsideState
from desk_client.protocol.called_in import (
    Callable,
    Callables,
    CalledIn,
    CalledIns,
    CallInAsk,
    CaptionAsk,
    Invitation,
    InvitationAnswer,
    Invitations,
)
from desk_client.protocol.notes import Note
from desk_client.protocol.recordings import RecordingAnswerAsk, TalkRecording
from desk_client.protocol.rooms import RoomToken

PEOPLE = (
    Callable(
        staff_id="stf_lands",
        name=Texts(ar="عادل بن يوسف البحري", en="Adel Al-Bahri"),
        title=Texts(ar="إدارة الأراضي", en="Lands"),
        capacities=(Capacity.DEPARTMENT_HEAD,),
        is_signed_in=True,
    ),
    Callable(
        staff_id="stf_signs",
        name=Texts(ar="نورة بنت علي الحارثي", en="Noura Al-Harthi"),
        title=Texts(ar="إمارة جازان", en="Emirate of Jazan"),
        capacities=(Capacity.INTERPRETER, Capacity.SIGN_INTERPRETER),
        is_signed_in=False,
    ),
)


class CalledInDesk:
    """``ringing`` are calls to this desk, ``called`` those it made; what it said is the rest."""

    def __init__(self) -> None:
        self.ringing: list[Invitation] = []
        self.called: list[CalledIn] = []
        self.answers: list[tuple[str, bool]] = []
        self.captions: list[str] = []
        self.asides: list[tuple[str, bool]] = []
        self.recording: TalkRecording | None = None
        """As those read it who were called in; what they said of it, and to which words they agreed at the door."""
        self.said: list[bool] = []
        self.agreed_to: list[str] = []

    def answer(self, method: str, path: str, body: BaseModel | None) -> BaseModel | Refusal | None:
        """The answer; None where it is not about calls."""
        match method, path.split("/")[2:], body:
            case "GET", ["desk", "called-in"], _:
                return Invitations(items=tuple(self.ringing))
            case "GET", ["appointments", _, "called-in"], _:
                return CalledIns(items=tuple(self.called))
            case "GET", ["appointments", _, "called-in", "possible"], _:
                return Callables(items=PEOPLE)
            case "POST", ["appointments", _, "called-in"], CallInAsk(staff_id=staff_id, capacity=capacity):
                person = next(each for each in PEOPLE if each.staff_id == staff_id)
                made = CalledIn(
                    party=CALLED_IN[len(self.called)],
                    staff_id=staff_id,
                    name=person.name,
                    title=person.title,
                    capacity=capacity,
                    state=Call.RINGING,
                    called_at=datetime.now(UTC),
                )
                self.called.append(made)
                return made
            case "DELETE", ["appointments", _, "called-in", party], _:
                self.change(Party(party), Call.TAKEN_OUT)
                return CalledIns(items=tuple(self.called))
            case "PUT", ["appointments", key, "called-in", "mine"], InvitationAnswer(accepts=accepts, agrees_to=words):
                found = next((each for each in self.ringing if each.appointment_id == key), None)
                if found is None:
                    return Refusal(RefusalCode.NOT_FOUND)
                if accepts and found.recording is not None:
                    if words is None:
                        return Refusal(RefusalCode.CONSENT_REQUIRED, field="recording")
                    self.agreed_to.append(words)
                self.answers.append((key, accepts))
                state = Call.ACCEPTED if accepts else Call.DECLINED
                self.ringing = [found.model_copy(update={"state": state})] if accepts else []
                return found.model_copy(update={"state": state})
            case "GET", ["appointments", _, "called-in", "mine", "recording"], _:
                return self.recording or Refusal(RefusalCode.NOT_FOUND)
            case "PUT", ["appointments", _, "called-in", "mine", "recording"], RecordingAnswerAsk(agrees=agrees):
                self.said.append(agrees)
                return self.recording or Refusal(RefusalCode.NOT_FOUND)
            case "POST", ["appointments", _, "called-in", "mine", "captions"], CaptionAsk(text=text):
                self.captions.append(text)
                sent_at = datetime.now(UTC)
                return Note(id="not_9", kind=NoteKind.CAPTION, text=text, prepared=None, sent_at=sent_at)
            case "PUT", ["appointments", _, *way, "aside"], AsideAsk(on=on):
                self.asides.append(("/".join(way), on))
                return AsideState(on=on)
            case "POST", ["appointments", _, "called-in", "mine", "room-token"], _:
                return RoomToken(
                    room_id="rom_1",
                    party=Party.THIRD,
                    token="t",
                    expires_at=datetime.now(UTC) + timedelta(hours=1),
                    ice_servers=(),
                )
            case _:
                return None

    def change(self, party: Party, state: Call) -> None:
        """Something became of a call."""
        self.called = [
            each.model_copy(update={"state": state}) if each.party is party else each for each in self.called
        ]
