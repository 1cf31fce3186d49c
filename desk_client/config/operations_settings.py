"""Settings of what an operator sees and how a server ends."""

from datetime import timedelta
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr


class OperationsSettings(BaseModel):
    """Logs, measures, readiness, and the end."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    logs: Literal["auto", "json", "console"] = Field(
        default="auto", description="auto: lines for people on a terminal, else JSON"
    )
    metrics_token: SecretStr | None = Field(
        default=None, description="whoever sends it as a bearer token may read /metrics from anywhere; none: nobody"
    )
    least_free_bytes: int = Field(default=256 * 1024 * 1024, ge=0, description="less room, and /ready says so")
    turn_away_after: timedelta = Field(
        default=timedelta(seconds=1),
        gt=timedelta(),
        description="how long a change may wait for the store before others are answered 503; half of it for new holds",
    )
    drain_grace: timedelta = Field(
        default=timedelta(seconds=1),
        ge=timedelta(),
        description="how long /ready answers 503 before a server that was told to end turns requests away",
    )
