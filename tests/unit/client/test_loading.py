"""What is loaded beside the loop is not looked through by the collector any more."""

import gc
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_client.client.loading import load


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """The collector looks through everything again afterwards."""
    yield
    gc.unfreeze()


async def test_a_library_is_loaded_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its objects, and those that stood before, are in none of the generations that are collected."""
    (tmp_path / "majlis_heavy.py").write_text("HELD = [[number] for number in range(1000)]\n")
    monkeypatch.syspath_prepend(tmp_path)
    before = [["stood before"]]

    await load("majlis_heavy")

    held = sys.modules.pop("majlis_heavy").HELD
    looked_through = {id(each) for each in gc.get_objects()}
    assert id(held[999]) not in looked_through
    assert id(before) not in looked_through


async def test_a_library_that_is_not_there_is_told() -> None:
    """Whoever waits for it hears of it."""
    with pytest.raises(ModuleNotFoundError, match="majlis_absent"):
        await load("majlis_absent")
