"""Which backups are kept, and which files of the journal they still need."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from desk_client.config.continuity_settings import ContinuitySettings
from desk_client.server.continuity.backup import Backup
from desk_client.server.continuity.records import JournalFile

_JOURNALS_FOR: Final = 2
"""A journal reaches back to the newest backup but one: the newest could be lost together with the store."""


def superfluous(taken: Sequence[datetime], rule: ContinuitySettings) -> set[datetime]:
    """The moments among `taken` whose backups may go: neither of the newest, nor the last of a day or a week."""
    newest_first = sorted(taken, reverse=True)
    keep = set(newest_first[: rule.keep_hourly])
    keep |= set(_last_of(newest_first, "%Y-%m-%d", rule.keep_daily))
    keep |= set(_last_of(newest_first, "%G-%V", rule.keep_weekly))
    return set(taken) - keep


def needless(files: Sequence[JournalFile], backups: Sequence[Backup], now: datetime) -> list[JournalFile]:
    """The files of the journal that no restore would read: all in them is in the newest backup but one.

    `backups` are newest first. Files of another lineage go with the last backup of that lineage.
    """
    if not backups:
        return []
    base = backups[min(_JOURNALS_FOR, len(backups)) - 1]
    lineages = {backup.lineage for backup in backups}
    # by its newest file a journal is known, however long nothing was added
    newest = max((file.last for file in files if file.lineage == base.lineage), default=0)
    gone = []
    for file in files:
        is_young = now.timestamp() - file.path.stat().st_mtime < timedelta(minutes=1).total_seconds()
        if file.lineage == base.lineage:
            if not is_young and file.last <= base.number and file.last < newest:
                gone.append(file)
        elif file.lineage not in lineages and not is_young:
            gone.append(file)
    return gone


def _last_of(newest_first: Sequence[datetime], period: str, number: int) -> list[datetime]:
    """The newest of each of the last periods, in UTC."""
    found: dict[str, datetime] = {}
    for moment in newest_first:
        found.setdefault(moment.astimezone(UTC).strftime(period), moment)
    return list(found.values())[:number]
