"""Everything but the face runs on a machine where Qt is not installed."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

IMPORT_ALL_WITHOUT_QT = """
import importlib, pkgutil, sys

for blocked in ("PySide6", "shiboken6", "qasync"):
    sys.modules[blocked] = None  # an import of it now raises ImportError

import desk_client

count = 0
run_by_alembic_only = {"desk_client.server.storage.migrations.env"}
for module in pkgutil.walk_packages(desk_client.__path__, "desk_client."):
    if module.name.split(".")[1] not in {"ui", "bootstrap", "__main__"} and module.name not in run_by_alembic_only:
        importlib.import_module(module.name)
        count += 1
print(count)
"""

IMPORT_THE_SERVER = """
import sys
import desk_client.bootstrap.server

loaded = sorted({name.split(".")[0] for name in sys.modules} & {"PySide6", "shiboken6", "qasync", "aiortc", "av"})
print(",".join(loaded) or "none")
"""


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_all_but_the_face_imports_without_qt() -> None:
    assert int(run(IMPORT_ALL_WITHOUT_QT)) > len(list((ROOT / "desk_client").iterdir()))


def test_the_server_program_loads_neither_qt_nor_media() -> None:
    assert run(IMPORT_THE_SERVER) == "none"
