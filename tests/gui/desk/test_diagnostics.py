"""The diagnostics file: shown before it is saved, and about nobody, whatever was planted where it is made from."""

import io
import logging
import zipfile
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from desk_client.bootstrap.diagnostics import diagnosis
from desk_client.client.diagnostics import Bundle, Part
from desk_client.client.preferences import ChosenPreferences
from desk_client.client.recent_log import RecentLog
from desk_client.config.desktop_settings import DesktopSettings
from desk_client.rtc.port import Device, Devices
from desk_client.ui.theme.appearance import Appearance, Look
from desk_client.ui.theme.tokens import Density
from tests.gallery.settings_sheets import still_conference
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_talk_and_outcome import press

NAME, ID, PHONE = "سلطان بن فيصل الغامدي", "1098765432", "+966551234567"
TOKEN = "s3cr3t-T0ken-AbCdEfGhIjKlMnOp"
SUBJECT = "خلاف على حدود أرض الوادي"
DEVICE = f"AirPods of {NAME}"
PRINTER = "Majlis-of-his-Excellency"
PLANTED = (NAME, ID, PHONE, TOKEN, SUBJECT, DEVICE, PRINTER, "sultan", "الغامدي", "551234567")


@dataclass
class Planted:
    """A desk in which all of it stands wherever something can stand."""

    desk: Desk
    log: RecentLog


@pytest.fixture
async def planted(look: Appearance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Planted]:
    look.set_look(Look(density=Density.DESK, reduced_motion=True))
    monkeypatch.setenv("USER", "sultan")
    folder = tmp_path / "sultan" / ID
    folder.mkdir(parents=True)
    clip = folder / f"{NAME}.mp4"
    clip.touch()
    settings = DesktopSettings(server_url="http://127.0.0.1:9", data_dir=folder, media=clip, printer="sultan_office")
    preferences = ChosenPreferences()
    preferences.change(microphone=DEVICE, camera=TOKEN, printer=PRINTER)
    log = RecentLog()
    logging.getLogger().addHandler(log)

    async def diagnose(known: Iterable[str]) -> Bundle:
        return await diagnosis(settings, preferences, log, desk.client.conference, known)

    desk = Desk(look, still_conference, preferences, diagnose)
    async with desk.until_closed():
        await desk.sign_in()
        day = desk.client.day.value
        assert day.session is not None
        assert day.agenda is not None
        first = day.agenda.items[0].model_copy(update={"citizen_name": NAME, "subject": SUBJECT})
        agenda = day.agenda.model_copy(update={"items": (first, *day.agenda.items[1:])})
        session = day.session.model_copy(update={"token": TOKEN})
        desk.client.day.set(replace(day, agenda=agenda, session=session))
        desk.client.conference.devices.set(Devices((TOKEN, "USB Camera"), (DEVICE,), (DEVICE, "HDA Intel")))
        logger = logging.getLogger("desk_client.client.calls")
        logger.warning("%s asked with %s from %s", NAME, TOKEN, PHONE)
        logger.warning(f"{NAME}, {ID}, {PHONE}, {TOKEN}, {SUBJECT}")  # noqa: G004 - a mistake that somebody may make
        logging.getLogger("requests").warning(f"GET /v1/people/{ID}?token={TOKEN}")  # noqa: G004 - as libraries do
        logger.warning("it failed", exc_info=RuntimeError(f"{NAME} {ID}"))
        yield Planted(desk, log)
    logging.getLogger().removeHandler(log)


def texts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as file:
        assert file.testzip() is None
        return {name: file.read(name).decode() for name in file.namelist()}


async def test_what_was_planted_anywhere_is_nowhere_in_the_file(
    planted: Planted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, saved = planted.desk, tmp_path / "given to the help desk.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    press(desk, "turn_settings")
    press(desk, "make_diagnostics")
    await desk.until(lambda: desk.has("diagnostics_list"))
    assert not saved.exists(), "nothing is saved before the list was seen"
    press(desk, "save_diagnostics")
    found = texts(saved)
    assert sorted(found) == sorted(f"majlis-diagnostics/{part.value}.txt" for part in Part)
    whole = "\n".join(found.values())
    assert [each for each in PLANTED if each in whole] == []
    log = found["majlis-diagnostics/log.txt"]
    assert "<str> asked with <str> from <str>" in log
    assert "RuntimeError" in log
    devices = found["majlis-diagnostics/devices.txt"]
    assert f"{Device.CAMERA.value}: one is chosen, 2 there (1 other, 1 usb)" in devices
    assert "printer: set" in found["majlis-diagnostics/settings.txt"]
    assert "chosen microphone = a name" in found["majlis-diagnostics/settings.txt"]
    assert "chosen printer = a name" in found["majlis-diagnostics/settings.txt"]
    assert "CUPS has no such queue" in found["majlis-diagnostics/doctor.txt"]
    assert "not reached" in found["majlis-diagnostics/server.txt"]
    assert "library PySide6" in found["majlis-diagnostics/doctor.txt"]
    assert "blurred background: installed" in found["majlis-diagnostics/doctor.txt"]
    assert "x" in found["majlis-diagnostics/screens.txt"]
    assert "حُفظ" in desk.window.settings.about.notice.text


async def test_whoever_reads_the_list_and_does_not_want_it_has_no_file(
    planted: Planted, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> tuple[str, str]:
        raise AssertionError("nobody wants to save")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", never)
    press(planted.desk, "turn_settings")
    press(planted.desk, "make_diagnostics")
    await planted.desk.until(lambda: planted.desk.has("diagnostics_list"))
    planted.desk.find("save_diagnostics")
    press(planted.desk, "cancel_diagnostics")
    assert not planted.desk.has("diagnostics_list")


async def test_where_it_cannot_be_saved_it_is_said(planted: Planted, tmp_path: Path) -> None:
    press(planted.desk, "turn_settings")
    about = planted.desk.window.settings.about
    about.save_as(Bundle({Part.LOG: "nothing\n"}), tmp_path / "no such folder" / "file.zip")
    assert "تعذر" in about.notice.text
