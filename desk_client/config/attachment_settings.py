"""Settings of what people may bring with them, and of who looks through it (docs/adr/0014)."""

from datetime import timedelta
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

MOST_BYTES = 10 * 1024 * 1024
"""No setting lets more through: what is looked at lies in memory."""


class AttachmentSettings(BaseModel):
    """Bounds of a file, and the scanner. Without a scanner that answers, nothing is taken, unless scanning is off."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    most_bytes: int = Field(default=MOST_BYTES, ge=1024, le=MOST_BYTES)
    most_pixels: int = Field(default=50_000_000, ge=1, le=100_000_000, description="of an image, also of one in a PDF")
    most_pages: int = Field(default=200, ge=1, le=2000)
    per_appointment: int = Field(default=5, ge=1, le=50, description="and per request")
    uploads_per_person: int = Field(default=60, ge=1, description="within `throttle_window`, also of those refused")
    upload_link_lifetime: timedelta = Field(
        default=timedelta(minutes=10), gt=timedelta(), le=timedelta(hours=1), description="for a visitor's telephone"
    )
    uploads_at_once: int = Field(default=8, ge=1, description="bodies that are in memory at a time; others wait")
    examiners_at_once: int = Field(default=2, ge=1, description="processes, each of up to `examiner_memory_bytes`")
    examiner_memory_bytes: int = Field(default=1024 * 1024 * 1024, ge=256 * 1024 * 1024)
    examined_within: timedelta = Field(default=timedelta(seconds=40), gt=timedelta())

    scanning: Literal["required", "off"] = "required"
    clamd_socket: Path = Path("/run/clamav/clamd.ctl")
    clamd_host: str | None = Field(default=None, description="asked instead of the socket, where it is given")
    clamd_port: int = Field(default=3310, ge=1, le=65535)
    scanned_within: timedelta = Field(default=timedelta(seconds=20), gt=timedelta(), description="each step of a scan")
