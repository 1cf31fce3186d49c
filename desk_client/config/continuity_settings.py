"""Settings of what outlives the server's disk: backups, and the journal of what came after the last one."""

from datetime import timedelta
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field


class ContinuitySettings(BaseModel):
    """Where backups and journal go, how often and for how long. Both belong on another disk than the store."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    backups: Path | None = Field(default=None, description="the directory; none: the server takes no backups by itself")
    every: timedelta = Field(default=timedelta(hours=1), ge=timedelta(minutes=1))
    keep_hourly: int = Field(default=24, ge=2, description="so many of the newest are kept, whatever their age")
    keep_daily: int = Field(default=7, ge=0, description="and the last of each of so many days")
    keep_weekly: int = Field(default=5, ge=0, description="and the last of each of so many weeks")
    journal: Path | None = Field(
        default=None,
        description="the directory of the journal; it has to be there. Of several servers on a database, one names it",
    )
