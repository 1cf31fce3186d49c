"""What lies on a stick is looked at and never trusted: by content, within bounds, and only where it is a plain file."""

import os
import socket
import threading
from pathlib import Path

import pytest

from desk_client.client.documents import folders
from desk_client.client.documents.folders import Place, clear, look, read, sticks
from desk_client.domain.attachment_kinds import Kind
from desk_client.domain.outcomes import Refusal, RefusalCode

PDF = b"%PDF-1.7\n%%EOF"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
JPEG = b"\xff\xd8\xff\xe0" + bytes(40)
MOST = 1000


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "STICK"
    folder.mkdir()
    return folder


def names(stick: Path) -> list[str]:
    return sorted(found.name for found in look(None, (stick,), MOST, 0).files)


def test_files_are_known_by_their_content(stick: Path) -> None:
    (stick / "deed.pdf").write_bytes(PDF)
    (stick / "photo").write_bytes(JPEG)
    (stick / "scan.exe").write_bytes(PNG)
    (stick / "virus.pdf").write_bytes(b"MZ\x90\x00")
    (stick / "empty.pdf").touch()
    (stick / "large.pdf").write_bytes(PDF.ljust(MOST + 1))
    looked = look(None, (stick,), MOST, 0)
    assert {found.name: found.kind for found in looked.files} == {
        "deed.pdf": Kind.PDF,
        "photo": Kind.JPEG,
        "scan.exe": Kind.PNG,
    }
    assert looked.others == 3
    assert looked.has_stick


def test_links_devices_and_pipes_are_no_files(stick: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.pdf"
    secret.write_bytes(PDF)
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "other.pdf").write_bytes(PDF)
    (stick / "link.pdf").symlink_to(secret)
    (stick / "linked").symlink_to(inside)
    (stick / "round").symlink_to(stick)
    (stick / "device.pdf").symlink_to("/dev/zero")
    os.mkfifo(stick / "pipe.pdf")
    with socket.socket(socket.AF_UNIX) as line:
        line.bind(str(stick / "socket.pdf"))
        assert names(stick) == []


def test_what_is_exchanged_between_looking_and_reading_is_not_read(stick: Path, tmp_path: Path) -> None:
    (stick / "a.pdf").write_bytes(PDF)
    (found,) = look(None, (stick,), MOST, 0).files
    assert read(found, MOST) == PDF
    for change, why in (
        (lambda path: path.write_bytes(PDF.ljust(MOST + 1)), RefusalCode.ATTACHMENT_TOO_LARGE),
        (lambda path: path.write_bytes(b"#!/bin/sh"), RefusalCode.ATTACHMENT_KIND_REFUSED),
        (lambda path: (path.unlink(), path.symlink_to(tmp_path / "x")), RefusalCode.NOT_FOUND),
        (lambda path: path.unlink(), RefusalCode.NOT_FOUND),
    ):
        change(found.path)
        assert read(found, MOST) == Refusal(why)


def test_a_pipe_holds_nobody_up(stick: Path) -> None:
    (stick / "a.pdf").write_bytes(PDF)
    (found,) = look(None, (stick,), MOST, 0).files
    found.path.unlink()
    os.mkfifo(found.path)
    answers: list[object] = []
    reader = threading.Thread(target=lambda: answers.append(read(found, MOST)))
    reader.start()
    reader.join(5)
    assert answers == [Refusal(RefusalCode.NOT_FOUND)]


def test_deep_hidden_and_many(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = stick / "one" / "two"
    (deep / "three").mkdir(parents=True)
    (deep / "near.pdf").write_bytes(PDF)
    (deep / "three" / "far.pdf").write_bytes(PDF)
    (stick / ".hidden.pdf").write_bytes(PDF)
    assert names(stick) == ["near.pdf"]
    monkeypatch.setattr(folders, "MOST_LISTED", 3)
    for number in range(5):
        (stick / f"{number}.pdf").write_bytes(PDF)
    looked = look(None, (stick,), MOST, 0)
    assert (len(looked.files), looked.others) == (3, 3)


def test_names_cannot_turn_what_follows(stick: Path) -> None:
    (stick / "a\u202efdp.exe").write_bytes(PDF)
    (stick / os.fsdecode(b"\xff\xfe.pdf")).write_bytes(PDF)
    (stick / "صك\n.pdf").write_bytes(PDF)
    assert names(stick) == ["??.pdf", "afdp.exe", "صك.pdf"]


def test_a_scanner_s_older_files_are_somebody_else_s(tmp_path: Path) -> None:
    scans = tmp_path / "scans"
    scans.mkdir()
    for name, at_s in (("theirs.pdf", 100), ("ours.pdf", 200)):
        (scans / name).write_bytes(PDF)
        os.utime(scans / name, (at_s, at_s))
    (found,) = look(scans, (), MOST, 150).files
    assert (found.name, found.place) == ("ours.pdf", Place.SCANNER)
    (tmp_path / "kept.pdf").write_bytes(PDF)
    (scans / "link").symlink_to(tmp_path / "kept.pdf")
    clear(scans)
    assert list(scans.iterdir()) == []
    assert (tmp_path / "kept.pdf").exists()


def test_a_stick_that_is_gone_is_nothing(stick: Path, tmp_path: Path) -> None:
    (stick / "a.pdf").write_bytes(PDF)
    (found,) = look(None, (stick,), MOST, 0).files
    (stick / "a.pdf").unlink()
    stick.rmdir()
    assert look(None, (stick,), MOST, 0).files == ()
    assert read(found, MOST) == Refusal(RefusalCode.NOT_FOUND)
    assert sticks((tmp_path / "nowhere", tmp_path)) == (), "nothing is mounted there"


def test_what_is_mounted_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "user" / "STICK").mkdir(parents=True)
    (tmp_path / "cdrom").mkdir()
    mounted = {tmp_path / "user" / "STICK", tmp_path / "cdrom"}
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) in mounted)
    assert set(sticks((tmp_path,))) == mounted
