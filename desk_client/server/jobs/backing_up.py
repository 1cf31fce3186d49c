"""Takes a backup when one is due, and clears away those that the rule does not keep."""

import logging
import shutil
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, Protocol

from desk_client.server.continuity.backup import Backup, backups, journal_key
from desk_client.server.continuity.files import BackupError
from desk_client.server.continuity.records import journal_files
from desk_client.server.continuity.shelf import needless, superfluous
from desk_client.server.house import House

_log = logging.getLogger(__name__)
_LOOK_EVERY: Final = timedelta(minutes=1)
_AGAIN_AFTER: Final = timedelta(minutes=5)
_DRAFTS_FOR_S: Final = 24 * 3600.0


class Taker(Protocol):
    """Takes backups of this server's store."""

    def take(self, destination: Path) -> None:
        """Take one, and wait. Raises BackupError: it was not taken."""
        ...

    def stop(self) -> None:
        """Give up the one that is being taken, and take no more."""
        ...


class BackupKeeper:
    """One server's. Its hours are the machine's own, as the moments in manifests are."""

    def __init__(self, house: House, taker: Taker, secret: bytes, directory: Path) -> None:
        """`secret` seals the backups in `directory`."""
        self._house = house
        self._taker = taker
        self._secret = secret
        self._directory = directory
        self._newest: Backup | None = None

    def newest_s(self) -> float:
        """When the newest backup was taken, in seconds since 1970; 0 where none is known."""
        return 0.0 if self._newest is None else self._newest.taken_at.timestamp()

    def round(self) -> timedelta:
        """Take a backup if one is due; returns the pause until the next look."""
        if self._newest is None:
            self._newest = next(iter(backups(self._directory, self._secret)), None)
        if not self._due():
            return _LOOK_EVERY
        journal = self._house.journal
        if journal is not None and journal.is_broken:
            journal.mend(self._house.store)
        try:
            self._taker.take(self._directory)
        except BackupError as error:
            _log.error("no backup was taken: %s", error)
            return _AGAIN_AFTER
        self._tidy()
        return _LOOK_EVERY

    def stop(self) -> None:
        """End the round under way soon."""
        self._taker.stop()

    def _due(self) -> bool:
        if self._newest is None:
            return True
        journal = self._house.journal
        if journal is not None and (journal.is_broken or self._newest.lineage != journal.lineage):
            return True
        return datetime.now(UTC) - self._newest.taken_at >= self._house.settings.continuity.every

    def _tidy(self) -> None:
        found = backups(self._directory, self._secret)
        self._newest = found[0]
        gone = superfluous([each.taken_at for each in found], self._house.settings.continuity)
        for each in found:
            if each.taken_at in gone:
                shutil.rmtree(each.folder, ignore_errors=True)
        for draft in self._directory.glob(".making-*"):  # of a process that was killed
            with suppress(OSError):
                if time.time() - draft.stat().st_mtime > _DRAFTS_FOR_S:
                    shutil.rmtree(draft, ignore_errors=True)
        kept = [each for each in found if each.taken_at not in gone]
        _log.info("backup %s: %d rows; %d are kept", kept[0].folder.name, kept[0].content.rows, len(kept))
        journal, where = self._house.journal, self._house.settings.continuity.journal
        if journal is not None and where is not None:
            journal.turn()
            if kept[0].lineage == journal.lineage:
                journal.founded()
            own = [each for each in journal_files(where) if each.is_of(journal_key(self._secret))]
            for file in needless(own, kept, datetime.now(UTC)):
                file.path.unlink(missing_ok=True)
