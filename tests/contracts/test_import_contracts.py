"""Every import contract bites: one forbidden line on a copy of the package breaks exactly the contract it should."""

import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT_IMPORTS = Path(sysconfig.get_path("scripts")) / "lint-imports"

OFFENCES = [
    ("An import only ever points down", "domain", "import desk_client.protocol"),
    ("An import only ever points down", "rtc", "import desk_client.client"),
    ("An import only ever points down", "config", "import desk_client.i18n"),
    ("An import only ever points down", "server", "import desk_client.client"),
    ("An import only ever points down", "ui", "import desk_client.bootstrap"),
    ("Qt lives in ui, and in bootstrap that starts it", "client", "import qasync"),
    ("Qt lives in ui, and in bootstrap that starts it", "rtc", "from PySide6 import QtCore"),
    ("The server runs where there is no screen and no camera", "server", "import desk_client.rtc"),
    ("The server runs where there is no screen and no camera", "server", "import av"),
    ("The face neither talks to the network nor knows the wire", "ui", "import requests"),
    ("The face neither talks to the network nor knows the wire", "ui", "import desk_client.protocol"),
    ("The rules are pure: no input, no output, no thread, no clock", "domain", "import asyncio"),
    ("The rules are pure: no input, no output, no thread, no clock", "domain", "from time import monotonic"),
    ("A store's backend is chosen in bootstrap alone", "server", "import desk_client.server.storage.embedded"),
    ("A store's backend is chosen in bootstrap alone", "server", "import desk_client.server.storage.postgres"),
    (
        "Among the services, too, an import only points down",
        "server/services/booking",
        "import desk_client.server.services.life",
    ),
    ("Within the media engine, too, an import only points down", "rtc/rate", "import desk_client.rtc.session"),
]
"""The contract, the wing that offends against it, and the line that does."""


def copy_of_the_package(folder: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", folder)
    return shutil.copytree(ROOT / "desk_client", folder / "desk_client", ignore=shutil.ignore_patterns("__pycache__"))


def broken_contracts(folder: Path) -> list[str]:
    """The names of the contracts that do not hold for the package in `folder`."""
    run = subprocess.run(
        [LINT_IMPORTS, "--no-logo", "--cache-dir", ROOT / "build" / "import-linter-copies"],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert " KEPT" in run.stdout, run.stdout + run.stderr
    broken = [line.removesuffix(" BROKEN") for line in run.stdout.splitlines() if line.endswith(" BROKEN")]
    assert (run.returncode == 0) == (not broken)
    return broken


def test_the_package_keeps_every_contract(tmp_path: Path) -> None:
    copy_of_the_package(tmp_path)
    assert broken_contracts(tmp_path) == []


@pytest.mark.parametrize(("contract", "wing", "line"), OFFENCES)
def test_an_offence_breaks_its_contract(tmp_path: Path, contract: str, wing: str, line: str) -> None:
    package = copy_of_the_package(tmp_path)
    (package / wing / "offence.py").write_text(f"{line}\n")
    assert contract in broken_contracts(tmp_path)


def test_the_server_may_not_reach_the_camera_by_a_detour(tmp_path: Path) -> None:
    package = copy_of_the_package(tmp_path)
    (package / "server" / "offence.py").write_text("import desk_client.protocol.detour\n")
    (package / "protocol" / "detour.py").write_text("import av\n")
    assert broken_contracts(tmp_path) == ["The server runs where there is no screen and no camera"]


def test_a_wing_without_a_floor_is_refused(tmp_path: Path) -> None:
    package = copy_of_the_package(tmp_path)
    (package / "helpers.py").write_text("")
    assert broken_contracts(tmp_path) == ["An import only ever points down"]
