"""A backup has one format, whichever store it was taken of."""

import shutil
from pathlib import Path

import pytest

from desk_client.bootstrap.continuity import restore, take_backup
from desk_client.config.settings import ServerSettings
from desk_client.server.continuity.files import BackupError
from tests.stores import BOTH

STORES = BOTH


def test_a_backup_of_either_store_holds_the_same_and_one_that_was_changed_is_refused(
    settings: ServerSettings, tmp_path: Path
) -> None:
    shelf, elsewhere = tmp_path / "shelf", settings.model_copy(update={"data_dir": tmp_path / "elsewhere"})
    taken = take_backup(settings, shelf)
    assert taken.kind == ("embedded" if settings.database_url is None else "postgres")
    assert taken.content.tables["office"][0] == 9
    assert sorted(path.name for path in taken.folder.iterdir()) == ["manifest.json", "store.db"]
    shutil.copytree(settings.directory.secrets, elsewhere.directory.secrets)
    alone = elsewhere.model_copy(update={"database_url": None})
    restore(alone, shelf, None, force=False)
    with pytest.raises(BackupError, match="already"):
        restore(alone, shelf, None, force=False)
    assert restore(alone, shelf, None, force=True).put_aside is not None
    manifest = taken.folder / "manifest.json"
    manifest.write_text(manifest.read_text().replace("office", "offices"))
    with pytest.raises(BackupError, match="manifest was changed"):
        restore(alone, taken.folder, None, force=True)
