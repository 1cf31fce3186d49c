"""What ends are told."""

from pathlib import Path

import pytest

from benchmarks.media_rooms.clip import Clip
from benchmarks.media_rooms.ends import Devices, Setting


@pytest.mark.parametrize("devices", [None, Devices({"PULSE_SINK": "ear"}, processed=True)])
def test_an_end_learns_from_its_command_line_all_that_it_is_told(tmp_path: Path, devices: Devices | None) -> None:
    clip = Clip(tmp_path / "clip", source=1, width=640, height=360, pictures=2, fps=30)
    told = Setting(clip, "VP8", 500_000, keep_size=True, keep_every=3, kept=str(tmp_path), devices=devices)
    assert Setting.loaded(told.dumped()) == told
