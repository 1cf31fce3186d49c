"""What a person chose outlives the program, a broken file and an older or newer release."""

import json
import os
from pathlib import Path

import pytest

from desk_client.config.preferences import Preferences, PreferencesFile, PreferencesTrouble

CHOSEN = Preferences(language="en", theme="system", text_size="largest", microphone="سماعة Jabra", rings=False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk" / "preferences.json"


def copies(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.glob("*.broken-*"))


def test_what_was_chosen_is_read_again_and_is_its_owner_s_alone(path: Path) -> None:
    PreferencesFile(path).write(CHOSEN)
    read = PreferencesFile(path).read()
    assert (read.preferences, read.trouble) == (CHOSEN, None)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_without_a_file_everything_is_as_usual_and_nothing_is_wrong(path: Path) -> None:
    read = PreferencesFile(path).read()
    assert (read.preferences, read.trouble) == (Preferences(), None)


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b'{"language": ' + b" " * 70_000 + b'"en"}'])
def test_a_file_that_is_none_is_told_of_and_a_copy_is_kept(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    file = PreferencesFile(path)
    read = file.read()
    assert (read.preferences, read.trouble) == (Preferences(), PreferencesTrouble.BROKEN)
    (copy,) = copies(path)
    assert (path.parent / copy).read_bytes() == content[:65_537]
    file.write(CHOSEN)
    assert PreferencesFile(path).read().preferences == CHOSEN
    assert copies(path) == [copy]


def test_what_cannot_be_used_of_it_takes_nothing_else_with_it(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(
        json.dumps({"language": "klingon", "theme": "dark", "rings": False, "camera": ["a"], "sky": "blue"})
    )
    file = PreferencesFile(path)
    read = file.read()
    assert read.trouble is PreferencesTrouble.PARTLY
    assert read.preferences == Preferences(theme="dark", rings=False)
    assert copies(path) == ["preferences.broken-1.json"]
    PreferencesFile(path).read()
    assert copies(path) == ["preferences.broken-1.json"], "the same one is kept once"
    path.write_text("{")
    PreferencesFile(path).read()
    assert copies(path) == ["preferences.broken-1.json", "preferences.broken-2.json"]


def test_a_newer_release_s_choices_are_given_back_to_it(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"theme": "dark", "captions": {"size": 3}}))
    file = PreferencesFile(path)
    assert file.read().trouble is None
    file.write(Preferences(theme="light"))
    assert json.loads(path.read_text()) == {"captions": {"size": 3}, "theme": "light"}


def test_a_write_that_fails_leaves_the_old_file_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    PreferencesFile(path).write(CHOSEN)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        PreferencesFile(path).write(Preferences())
    assert PreferencesFile(path).read().preferences == CHOSEN


def test_one_that_cannot_be_read_is_told_of(path: Path) -> None:
    path.mkdir(parents=True)  # who is root reads everything else
    assert PreferencesFile(path).read().trouble is PreferencesTrouble.UNREADABLE
