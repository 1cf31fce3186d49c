"""Four people in one talk: a real window and three processes beside it, every two connected over loopback."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
from PIL import Image


def room(out: Path, people: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    return subprocess.run(
        [sys.executable, "-m", "desk_client", "demo", "--room", str(people), "--auto", "--out", str(out), *arguments],
        capture_output=True,
        text=True,
        timeout=100,
        env=environment,
        check=False,
    )


def logs(out: Path) -> str:
    return "\n".join(f"--- {path.name}\n{path.read_text()}" for path in sorted(out.glob("*.log")))


@pytest.mark.timeout(120)
def test_four_people_see_and_hear_each_other_and_one_leaves(tmp_path: Path) -> None:
    played = room(tmp_path, 4, "--seconds", "6", "--fps", "10")
    assert played.returncode == 0, f"{played.stdout}\n{played.stderr}\n{logs(tmp_path)}"
    figures = json.loads(played.stdout.splitlines()[-1])
    assert figures["wrong"] == []
    assert set(figures["tiles"]) == {"2", "3", "4"}
    for seat, tile in figures["tiles"].items():
        assert tile["sources"] == [int(seat)]
        assert tile["fps"] > 5
    assert figures["frames_encoded"] < 0.7 * figures["frames_sent"], "one encode serves several"
    for name in ("room", "room-left"):
        with Image.open(tmp_path / f"{name}.png") as image:
            assert image.size == (1280, 800)
            assert len(image.convert("RGB").getcolors(1_000_000) or ()) > 1000, f"{name} is blank"
    assert "Traceback" not in logs(tmp_path)
    assert " ERROR " not in logs(tmp_path)
    assert not [each for each in psutil.Process().children(recursive=True) if "desk_client" in " ".join(each.cmdline())]


@pytest.mark.timeout(120)
def test_the_room_fails_on_a_picture_that_stands_still_or_is_not_theirs(tmp_path: Path) -> None:
    said = {"frozen": "frozen?", "loopback": "looped back?"}
    with ThreadPoolExecutor(len(said)) as pool:  # nothing is measured here, so they may share the machine
        tried = {how: pool.submit(room, tmp_path / how, 2, "--seconds", "3", "--break", how) for how in said}
        for how, words in said.items():
            played = tried[how].result()
            assert played.returncode == 1, f"{played.stdout}\n{played.stderr}"
            assert "person 2" in played.stderr
            assert words in played.stderr


def test_a_room_of_more_than_four_is_refused(tmp_path: Path) -> None:
    played = room(tmp_path, 5)
    assert played.returncode == 2
    assert "a server must distribute" in played.stderr
