"""Recorded talks: the office's rule, the citizen's answer, the making, the keeping and the playing."""

from pydantic import Field

from desk_client.domain.recording import MOST_BLOCKS, MOST_DAYS, SEALED_BLOCK_BYTES, RecordingEnd, RecordingState, Say
from desk_client.protocol.base import Answer, Ask, Identifier, Instant, Texts


class RecordingRule(Answer):
    """``GET`` and ``PUT /v1/offices/{id}/recording``: whether an office's talks may be recorded."""

    allowed: bool
    kept_days: int | None
    """None: as long as the house keeps recordings."""
    most_days: int
    """For how long the house keeps any."""


class RecordingRuleAsk(Ask):
    """``PUT /v1/offices/{id}/recording``."""

    allowed: bool
    kept_days: int | None = Field(default=None, ge=1, le=MOST_DAYS)


class OfficeRecordingRule(RecordingRule):
    """Of one office."""

    office_id: Identifier


class RecordingRules(Answer):
    """``GET /v1/recording-rules``: of every office that is open, in the order of their ids."""

    items: tuple[OfficeRecordingRule, ...]


class Recording(Answer):
    """One of them, without its content."""

    id: Identifier
    appointment_id: Identifier
    state: RecordingState
    asked_at: Instant
    began_at: Instant | None = None
    ended_at: Instant | None = None
    end_reason: RecordingEnd | None = None
    expires_at: Instant | None = None
    size: int | None = None
    """In the clear, in bytes."""
    duration_ms: int | None = None


class RecordingTerms(Answer):
    """The words to which whoever is recorded agrees."""

    text_version: str
    text: Texts


class RecordedColleague(Answer):
    """Somebody who was called into the talk, and is asked as well."""

    name: Texts
    title: Texts
    """Of their office or agency."""
    says: Say


class TalkRecording(RecordingTerms):
    """``GET /v1/appointments/{id}/recording`` and ``…/called-in/mine/recording``: what all ends of a talk show.

    ``changed`` hints at the appointment.
    """

    allowed: bool
    """Whether it may be asked for: the office records, and the citizen sees the question where they are."""
    refused: bool = False
    """The citizen said no, or withdrew their yes: they are not asked again in this talk."""
    newest: Recording | None = None
    yours: Say
    """What whoever reads this has said of the newest; the official who asks agrees by that."""
    citizen: Say
    colleagues: tuple[RecordedColleague, ...]
    """Of the newest: who agreed, also where they have left; who is asked, or said no, for as long as they are there."""


class RecordingAnswerAsk(Ask):
    """``PUT /v1/appointments/{id}/recording/answer`` and ``…/called-in/mine/recording``: yes, no, or withdrawal."""

    agrees: bool
    text_version: str = Field(min_length=1, max_length=16)


class RecordingKey(Answer):
    """``POST /v1/recordings/{id}/beginning``: with what the official's desk seals."""

    recording: Recording
    key: str = Field(repr=False)
    """32 bytes in hexadecimal."""


class RecordingStateAsk(Ask):
    """``PUT /v1/recordings/{id}/state``: `running`, `paused` or `ended`; a question ends as `declined`."""

    state: RecordingState
    reason: RecordingEnd | None = None
    """Why it ended: `stopped`, `disk_full` or `failed`."""


class RecordingBlocks(Answer):
    """``GET /v1/recordings/{id}/blocks``: which are here, so that handing in goes on where it broke off."""

    numbers: tuple[int, ...]


class RecordingWholeAsk(Ask):
    """``POST /v1/recordings/{id}/whole``: all blocks are here."""

    size: int = Field(ge=1, le=MOST_BLOCKS * SEALED_BLOCK_BYTES)
    duration_ms: int = Field(ge=0, le=24 * 3600 * 1000)


class RecordedTalk(Answer):
    """One in the office's list."""

    recording: Recording
    held_at: Instant
    citizen_name: str = Field(repr=False)
    masked_id: str = Field(repr=False)


class Recordings(Answer):
    """``GET /v1/recordings``: the office's own, the newest first."""

    recordings: tuple[RecordedTalk, ...]


class RecordingPlay(Answer):
    """``POST /v1/recordings/{id}/plays``: how to open it, and who looks, to be shown across the picture."""

    recording: Recording
    key: str = Field(repr=False)
    viewer: Texts
    seen_at: Instant
