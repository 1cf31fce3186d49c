"""A server's disk is lost: what a backup and the journal bring back, table by table, on another machine."""

import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from desk_client.bootstrap.continuity import find_backup, restore, take_backup
from desk_client.bootstrap.house import _backups as backup_keeper
from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.continuity_settings import ContinuitySettings
from desk_client.config.secrets import FileSecrets
from desk_client.config.settings import ServerSettings
from desk_client.server.continuity import files
from desk_client.server.continuity.backup import backups
from desk_client.server.continuity.files import Content
from desk_client.server.continuity.shelf import superfluous
from desk_client.server.storage.errors import StoreUnavailableError
from desk_client.server.storage.tables.region import office
from tests.integration.server.conftest import Settle
from tests.integration.server.people import Town, mobile, national_id


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
    journal.mkdir()
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


def test_a_program_without_the_journal_ends_it(disks: Disks) -> None:
    close_house(open_house(disks.settings))
    first = take_backup(disks.settings, disks.shelf)
    assert first.lineage is not None
    close_house(open_house(disks.settings.model_copy(update={"continuity": ContinuitySettings()})))
    assert take_backup(disks.settings, disks.shelf).lineage is None
    close_house(open_house(disks.settings))
    assert take_backup(disks.settings, disks.shelf).lineage not in {None, first.lineage}


def test_the_newest_and_the_last_of_days_and_weeks_are_kept() -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    taken = [now - timedelta(hours=hour) for hour in range(24 * 60)]
    kept = set(taken) - superfluous(taken, ContinuitySettings(keep_hourly=3, keep_daily=2, keep_weekly=2))
    assert sorted(kept) == [
        datetime(2026, 11, 15, 23, tzinfo=UTC),
        datetime(2026, 11, 21, 23, tzinfo=UTC),
        *(now - timedelta(hours=hour) for hour in (2, 1, 0)),
    ]


@pytest.mark.expected_errors("the journal was ended by a program that keeps none")
def test_the_server_takes_backups_by_itself_and_at_once_where_the_journal_broke(disks: Disks) -> None:
    rule = ContinuitySettings(backups=disks.shelf, journal=disks.journal)
    house = open_house(disks.settings.model_copy(update={"continuity": rule}))
    keeper = backup_keeper(house)
    assert keeper is not None
    assert house.journal is not None
    keeper.round()
    keeper.round()  # none is due
    first = backups(disks.shelf, b"b" * 32)
    assert [each.lineage for each in first] == [house.journal.lineage]
    unaware = ContinuitySettings()
    close_house(open_house(disks.settings.model_copy(update={"continuity": unaware})))
    with pytest.raises(StoreUnavailableError, match="journal"):  # nobody is told of a change that is on one disk alone
        house.write_now(lambda transaction: transaction.connection.execute(update(office).values(calendar_version=6)))
    broken = house.journal.fault
    keeper.round()
    assert (broken, house.journal.fault) == ("ended", None)
    house.write_now(lambda transaction: transaction.connection.execute(update(office).values(calendar_version=7)))
    assert len(backups(disks.shelf, b"b" * 32)) == 2
    assert keeper.newest_s() > first[0].taken_at.timestamp()
    close_house(house)
    again = find_backup(disks.settings, disks.shelf)
    assert (again.lineage, again.number > 0) == (house.journal.lineage, True)
