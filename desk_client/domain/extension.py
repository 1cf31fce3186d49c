"""More time for a talk that runs: by how much, and until when the official is then taken."""

from datetime import datetime, timedelta
from typing import Final, Literal

Extension = Literal[5, 10, 15]
"""By how many minutes a talk is extended at once."""
MOST_EXTENDED: Final = timedelta(minutes=30)
"""More than this beyond the service's length is another audience."""


def planned_end(starts_at: datetime, ends_at: datetime, admitted_at: datetime | None) -> datetime:
    """When the talk ends as planned: one that began late has its whole length all the same."""
    return ends_at if admitted_at is None else max(ends_at, admitted_at + (ends_at - starts_at))


def may_be_extended(length: timedelta, usual: timedelta) -> bool:
    """Whether an audience of a service whose slots are `usual` may last so long."""
    return length - usual <= MOST_EXTENDED
