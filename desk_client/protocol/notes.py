"""What an office writes to somebody who waits or talks, and the call by phone that it owes where the line failed."""

from typing import Literal

from pydantic import Field

from desk_client.domain.fallback import CallBackResult, CallBackWay
from desk_client.domain.notes import MAX_NOTE_LENGTH, NoteKind, Prepared
from desk_client.domain.waiting_room import MOST_DELAY_MIN
from desk_client.protocol.base import Answer, Ask, Identifier, Instant, Texts
from desk_client.protocol.incidents import Unserved


class NoteAsk(Ask):
    """``POST /v1/appointments/{id}/notes``: to somebody who waits (`waiting`) or talks (`caption`).

    Either a text or, to who waits, a prepared sentence.
    """

    kind: NoteKind
    text: str = Field(default="", max_length=MAX_NOTE_LENGTH)
    prepared: Prepared | None = None
    minutes: int | None = Field(default=None, ge=1, le=MOST_DELAY_MIN)
    """With `delayed` alone: how much longer it takes."""


class NoteToAllAsk(NoteAsk):
    """``POST /v1/desk/notes``: the same to everybody who waits for the office."""

    kind: Literal[NoteKind.WAITING] = NoteKind.WAITING


class NotesSent(Answer):
    """To how many it was written; whoever has as many notes as one may have got none."""

    sent: int


class Note(Answer):
    """One of them, as both sides read it."""

    id: Identifier
    kind: NoteKind
    text: str
    prepared: Prepared | None
    """In place of a text."""
    minutes: int | None = None
    """How much longer it takes, where a prepared sentence says so; without it the sentence has its own figure."""
    sent_at: Instant


class CallBack(Answer):
    """``PUT /v1/appointments/{id}/call-back``: the office is to call by phone; ``result`` is None until it did."""

    way: CallBackWay
    wanted_at: Instant
    result: CallBackResult | None
    result_at: Instant | None


class Notes(Answer):
    """``GET /v1/appointments/{id}/notes``: the newest notes, oldest first; and the call that is owed, where one is."""

    notes: tuple[Note, ...]
    call_back: CallBack | None


class CallBackNumber(Answer):
    """``POST /v1/appointments/{id}/call-back/number``: where to call; it is noted who asked.

    The mobile, or none where the hall's own phone was offered.
    """

    way: CallBackWay
    mobile: str | None = Field(repr=False)
    site_name: Texts | None


class CallBackResultAsk(Ask):
    """``PUT /v1/appointments/{id}/call-back/result``."""

    result: CallBackResult


class CallBackDone(Answer):
    """The call as it ended; who was not reached is booked again with priority."""

    call_back: CallBack
    unserved: Unserved | None
