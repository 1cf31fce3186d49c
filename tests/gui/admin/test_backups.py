"""Backups in the administrator's workspace, of a real server that takes them in a process of its own."""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk_client.client.administration import Backups
from desk_client.config.continuity_settings import ContinuitySettings
from desk_client.config.settings import ServerSettings
from tests.gui.admin.conftest import Desk
from tests.integration.client.conftest import Region


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return tmp_path / "shelf"


@pytest.fixture
def region(region_settings: ServerSettings, shelf: Path, tmp_path: Path) -> Iterator[Region]:
    journal = tmp_path / "journal"
    journal.mkdir()
    kept = ContinuitySettings(backups=shelf, journal=journal)
    region = Region(region_settings.model_copy(update={"continuity": kept}))
    region.start()
    yield region
    region.stop()


def spoil(store: Path) -> None:
    """Another bit in the middle of it."""
    content = bytearray(store.read_bytes())
    content[len(content) // 2] ^= 255
    store.write_bytes(content)


def left_over(shelf: Path) -> list[Path]:
    return list(shelf.glob("*/scratch.db"))


def standing(desk: Desk) -> Backups:
    content = desk.client.administration.backups.value.content
    assert content is not None
    return content


async def rest(desk: Desk, taken: int) -> Backups:
    """How they stand once nothing is under way, and so many are there."""
    async with asyncio.timeout(60):
        while standing(desk).running is not None or len(standing(desk).items) < taken:
            await asyncio.sleep(0.1)
            desk.window.administration.refresh()
            await desk.settle()
            QApplication.processEvents()
    return standing(desk)


@pytest.mark.expected_errors("is not what it should be")
async def test_one_is_taken_and_tried_and_a_damaged_one_is_told(desk: Desk, shelf: Path) -> None:
    await desk.open("backups")
    first = await rest(desk, 1)
    assert not first.is_late
    assert first.reaches is not None
    assert first.items[0].follows
    await desk.press("backups_now")
    second = await rest(desk, 2)
    assert not desk.shown("backups_standing"), "all is well"
    newest, oldest = second.items
    desk.window.administration.opened.open(newest.id)  # type: ignore[attr-defined]  # it is a list's section
    assert f"--journal {second.journal}" in desk.told("backup_steps")
    await desk.press("backups_try")
    tried = await rest(desk, 2)
    assert tried.items[0].tried_at is not None
    assert tried.items[0].is_whole

    spoil(shelf / oldest.id / "store.db")
    desk.window.administration.opened.open(oldest.id)  # type: ignore[attr-defined]  # the same
    await desk.press("backups_try")
    tried = await rest(desk, 2)
    assert [each.is_whole for each in tried.items] == [True, False]
    assert desk.told("backups_standing")
    assert not left_over(shelf), "nothing is left of a trial"
    shutil.rmtree(shelf / oldest.id)
    await desk.press("backups_try")
    assert desk.shown("admin_notice"), "it is not there any more"
