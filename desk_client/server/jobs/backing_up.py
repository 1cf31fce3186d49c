"""Takes a backup when one is due, and clears away those that the rule does not keep."""

import logging
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
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

    def try_out(self, folder: Path) -> None:
        """Restore the one in a folder on trial, and wait. Raises BackupError: it is not what it should be."""
        ...

    def stop(self) -> None:
        """Give up the one that is being taken, and take no more."""
        ...


@dataclass(frozen=True, slots=True)
class Run:
    """What is done just now, since when; `folder` is the backup that is tried, None where one is taken."""

    folder: str | None
    since: datetime


@dataclass(frozen=True, slots=True)
class Trial:
    """When a backup was last restored on trial, and whether it was what it should be."""

    at: datetime
    is_whole: bool


class BackupKeeper:
    """One server's. Its hours are the machine's own, as the moments in manifests are."""

    def __init__(self, house: House, taker: Taker, secret: bytes, directory: Path) -> None:
        """`secret` seals the backups in `directory`."""
        self._house = house
        self._taker = taker
        self._secret = secret
        self._directory = directory
        self._newest: Backup | None = None
        self._guard = threading.Lock()
        self._wake: Callable[[], None] = lambda: None
        self._wanted = False
        self._to_try: list[str] = []
        self.running: Run | None = None
        """What is done just now."""
        self.trials: dict[str, Trial] = {}
        """By folder, those that somebody asked for; each was tried when it was taken."""
        self.failed_at: datetime | None = None
        """When one could not be taken, if none was since."""

    @property
    def directory(self) -> Path:
        """Where the backups lie."""
        return self._directory

    def heard_by(self, wake: Callable[[], None]) -> None:
        """`wake` has the next round begin at once."""
        self._wake = wake

    def found(self) -> list[Backup]:
        """Those that are there, newest first. Reads the disk."""
        return backups(self._directory, self._secret)

    def written(self) -> int:
        """How many bytes the one that is being taken has by now."""
        drafts = self._directory.glob(".making-*/store.db")
        newest = max(drafts, key=lambda file: file.stat().st_mtime, default=None)
        return 0 if newest is None else newest.stat().st_size

    def reaches(self) -> datetime | None:
        """When something was last added to the journal; None where there is none. Reads the disk."""
        where = self._house.settings.continuity.journal
        if where is None:
            return None
        key = journal_key(self._secret)
        moments = [each.path.stat().st_mtime for each in journal_files(where) if each.is_of(key)]
        return datetime.fromtimestamp(max(moments), UTC) if moments else None

    def want(self, folder: str | None = None) -> bool:
        """Have one taken now, or the one in this folder tried; False where something is done, or asked for, already."""
        with self._guard:
            if self.running is not None:
                return False
            self.running = Run(folder, datetime.now(UTC))
            if folder is None:
                self._wanted = True
            else:
                self._to_try.append(folder)
        self._wake()
        return True

    def newest_s(self) -> float:
        """When the newest backup was taken, in seconds since 1970; 0 where none is known."""
        return 0.0 if self._newest is None else self._newest.taken_at.timestamp()

    def round(self) -> timedelta:
        """Take a backup if one is due; returns the pause until the next look."""
        if self._newest is None:
            self._newest = next(iter(backups(self._directory, self._secret)), None)
        self._try_out()
        if not self._due():
            return _LOOK_EVERY
        journal = self._house.journal
        if journal is not None and journal.is_broken:
            journal.mend(self._house.store)
        try:
            with self._doing(None):
                self._wanted = False
                self._taker.take(self._directory)
        except BackupError as error:
            _log.error("no backup was taken: %s", error)
            self.failed_at = datetime.now(UTC)
            return _AGAIN_AFTER
        self.failed_at = None
        self._tidy()
        return _LOOK_EVERY

    def stop(self) -> None:
        """End the round under way soon."""
        self._taker.stop()

    def _try_out(self) -> None:
        while self._to_try:
            folder = self._to_try[0]
            try:
                with self._doing(folder):
                    self._to_try.pop()
                    self._taker.try_out(self._directory / folder)
            except BackupError as error:
                _log.error("the backup %s is not what it should be: %s", folder, error)
                self.trials[folder] = Trial(datetime.now(UTC), is_whole=False)
            else:
                self.trials[folder] = Trial(datetime.now(UTC), is_whole=True)

    @contextmanager
    def _doing(self, folder: str | None) -> Iterator[None]:
        self.running = Run(folder, datetime.now(UTC))
        try:
            yield
        finally:
            self.running = None

    def _due(self) -> bool:
        if self._newest is None or self._wanted:
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
