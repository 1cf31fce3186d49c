"""What a call was like: ``POST`` and ``GET /v1/appointments/{id}/call-summaries``, one for each end and entry."""

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from desk_client.domain.party import Party
from desk_client.protocol.base import Answer, Ask, Instant, Page

_LONGEST_S: Final = 7 * 86_400
_MOST: Final = 2**40

Seconds = Annotated[float, Field(ge=0, le=_LONGEST_S, allow_inf_nan=False)]
Milliseconds = Annotated[float, Field(ge=0, le=600_000, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0, le=_MOST)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Bitrate = Annotated[float, Field(ge=0, le=_MOST, allow_inf_nan=False)]
Cores = Annotated[float, Field(ge=0, le=1024, allow_inf_nan=False)]


class LevelSeconds(BaseModel):
    """For how many seconds the line was how good, one way."""

    model_config = ConfigDict(frozen=True)

    lost: Count = 0
    poor: Count = 0
    fair: Count = 0
    good: Count = 0


class CallFigures(BaseModel):
    """Plain numbers of one end, from entering the room to leaving it; nothing in them is about a person.

    What was not measured is null, never a zero. Medians, means and quantiles are over the seconds in which the
    connection stood.
    """

    model_config = ConfigDict(frozen=True)

    duration_s: Seconds
    talk_s: Seconds
    """Of it with the other end's picture or sound."""
    setup_ms: Milliseconds | None = None
    """From entering the room to the first picture of the other end; with whatever they took to come."""
    reconnects: Count = 0
    device_faults: Count = 0
    codec: Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]{1,16}$")] | None = None
    candidate_kind: Literal["host", "srflx", "prflx", "relay"] | None = None
    frames_sent: Count | None = None
    frames_received: Count | None = None
    frames_decoded: Count | None = None
    frames_painted: Count | None = None
    frames_dropped: Count | None = None
    freezes: Count | None = None
    freeze_s: Seconds | None = None
    audio_only_s: Seconds = 0
    loss_in_mean: Share | None = None
    loss_in_p95: Share | None = None
    loss_out_mean: Share | None = None
    sound_concealed_mean: Share | None = None
    rtt_ms_median: Milliseconds | None = None
    rtt_ms_p95: Milliseconds | None = None
    jitter_ms_median: Milliseconds | None = None
    bitrate_in_bps_mean: Bitrate | None = None
    bitrate_out_bps_mean: Bitrate | None = None
    cpu_share_mean: Cores | None = None
    engine_lateness_ms_p95: Milliseconds | None = None
    quality_mine: LevelSeconds = LevelSeconds()
    """How the other end had us."""
    quality_theirs: LevelSeconds = LevelSeconds()


class CallSummaryAsk(Ask):
    """One end's figures, under the room token that it entered with. Sent twice under one, they change nothing.

    Refusals: NOT_ADMITTED where the token is not of this audience and this session, or is too old; LIMIT_REACHED.
    """

    room_token: str = Field(min_length=1, max_length=2048, repr=False)
    figures: CallFigures


class CallSummary(Answer):
    """As it is kept."""

    party: Party
    sent_at: Instant
    figures: CallFigures


class CallSummaries(Page):
    """Of an audience, the oldest first."""

    items: tuple[CallSummary, ...]
