"""Settings of the audit trail's chain."""

from datetime import timedelta
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field


class AuditSettings(BaseModel):
    """How the trail is sealed, and where its end is noted."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    seal_every: timedelta = Field(default=timedelta(seconds=1), gt=timedelta(), le=timedelta(minutes=1))
    unsealed_within: timedelta = Field(
        default=timedelta(minutes=1), description="a row without a seal that is older is told of as a fault"
    )
    anchor: Path | None = Field(
        default=None, description="the file with the newest seal; on another disk. None: in the data directory"
    )
