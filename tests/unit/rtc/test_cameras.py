"""Which cameras there are, read from trees as the kernel lays them out."""

from pathlib import Path

import pytest

from desk_client.rtc.picture.camera_device import open_camera
from desk_client.rtc.picture.cameras import FoundCamera, v4l2_cameras
from desk_client.rtc.port import MediaChoice


def node(root: Path, number: int, name: str | None, index: int | None = 0) -> str:
    """One node with what the kernel tells of it; None: nothing is told, as in a container."""
    nodes, described = root / "dev", root / "sys"
    nodes.mkdir(exist_ok=True)
    made = nodes / f"video{number}"
    made.touch()
    about = described / made.name
    about.mkdir(parents=True)
    if name is not None:
        (about / "name").write_text(f"{name}\n")
    if index is not None:
        (about / "index").write_text(f"{index}\n")
    return str(made)


def test_a_camera_is_known_by_its_name_and_its_metadata_is_no_camera(tmp_path: Path) -> None:
    ten = node(tmp_path, 10, "Document Camera")
    two = node(tmp_path, 2, "Integrated Camera: Integrated C")
    node(tmp_path, 3, "Integrated Camera: Integrated C", index=1)
    assert v4l2_cameras(tmp_path / "sys", tmp_path / "dev") == (
        FoundCamera("Integrated Camera: Integrated C", two),
        FoundCamera("Document Camera", ten),
    )


def test_two_of_one_make_are_told_apart_and_one_without_a_name_has_its_node_s(tmp_path: Path) -> None:
    for number, name in enumerate(("HD Webcam", "HD Webcam", None)):
        node(tmp_path, number, name, index=None if name is None else 0)
    found = v4l2_cameras(tmp_path / "sys", tmp_path / "dev")
    assert [each.name for each in found] == ["HD Webcam", "HD Webcam (2)", "video2"]


def test_where_there_is_none_there_is_none(tmp_path: Path) -> None:
    assert v4l2_cameras(tmp_path / "sys", tmp_path / "dev") == ()


def test_a_camera_that_is_gone_is_not_replaced_by_whoever_opens_it() -> None:
    choice = MediaChoice(1, 440, "auto", "synthetic", "none", camera_device="gone since this morning")
    with pytest.raises(FileNotFoundError):
        open_camera(choice)
