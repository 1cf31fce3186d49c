"""A server's disk is lost: what a backup and the journal bring back, table by table, on another machine."""

import json
import shutil
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from desk_client.bootstrap.continuity import find_backup, restore, take_backup
from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.continuity_settings import ContinuitySettings
from desk_client.config.secrets import FileSecrets
from desk_client.config.settings import ServerSettings
from desk_client.server.continuity import files
from desk_client.server.continuity.backup import Backup
from desk_client.server.continuity.files import BackupError, Content
from desk_client.server.continuity.records import journal_files
from desk_client.server.continuity.shelf import needless, superfluous
from desk_client.server.house import House
from desk_client.server.storage.errors import StoreUnusableError
from tests.integration.server.conftest import BOTH, Settle
from tests.integration.server.people import Town, mobile, national_id
from tests.postgres import Postgres


@dataclass(frozen=True)
class Disks:
    """Where a server, its backups, its journal and the machine that takes its place have their files."""

    settings: ServerSettings
    shelf: Path
    journal: Path
    elsewhere: ServerSettings = field(repr=False)

    def held(self, settings: ServerSettings) -> Content:
        key = FileSecrets(settings.directory.secrets).read("store")
        assert key is not None
        return files.content(settings.directory.store, key)


@pytest.fixture
def disks(settings: ServerSettings, tmp_path: Path) -> Disks:
    """Of a server with a journal; elsewhere there are its keys and nothing else."""
    FileSecrets(settings.directory.secrets).write("backup", b"b" * 32)
    elsewhere = settings.model_copy(update={"data_dir": tmp_path / "elsewhere"})
    shutil.copytree(settings.directory.secrets, elsewhere.directory.secrets)
    journal = tmp_path / "journal"
    kept = ContinuitySettings(journal=journal)
    return Disks(settings.model_copy(update={"continuity": kept}), tmp_path / "shelf", journal, elsewhere)


def lived(town: Town, number: int) -> None:
    """Somebody comes, books, changes their mind and books again; some of it is refused."""
    citizen = town.citizen(town.kiosk(), national_id(number), mobile(number))
    citizen.got("PUT", "/citizen/name", {"name": "سعيد بن علي"})
    first = town.booked(citizen, town.slots(citizen)[-1])["appointment"]
    slots = town.slots(citizen)
    citizen.ask("POST", "/holds", {"office_id": "emir", "service_id": "emir-audience", "starts_at": slots[-1]})
    citizen.got("POST", f"/appointments/{first['id']}/cancellation", If_Match=f'"{first["version"]}"')
    citizen.ask("POST", "/appointments", {"hold_id": "nothing"}, Idempotency_Key="a-key-of-mine")


def test_backup_and_journal_bring_back_every_row_that_was_acknowledged(disks: Disks, settle_town: Settle) -> None:
    with settle_town(disks.settings) as town:
        lived(town, 1)
        taken = take_backup(disks.settings, disks.shelf)
        for number in range(2, 6):
            lived(town, number)
    restored = restore(disks.elsewhere, disks.shelf, disks.journal, force=False)
    assert restored.backup.folder == taken.folder
    assert restored.journal is not None
    assert restored.journal.after - restored.journal.before > 20
    assert restored.journal.beyond == 0
    before, after = disks.held(disks.settings), disks.held(disks.elsewhere)
    assert after.differing(before) == []
    assert after.rows == before.rows > taken.content.rows
    with settle_town(disks.elsewhere) as town:  # and it serves
        lived(town, 7)
