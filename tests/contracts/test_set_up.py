"""Set-up says clearly what it cannot do, and finds again what an interrupted run left undone."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

EVERY_PACKAGE = "#!/bin/sh\nsed 's/#.*//' installer/debian/*.txt | awk 'NF { print \"installed, \" $1 \", \" }'\n"
FAKE_PIP = """#!/bin/sh
# Stands in for .venv/bin/python: notes what pip was asked for, and fails while `broken` exists.
echo "$*" >>asked.txt
case "$*" in *install*) [ ! -e broken ] ;; esac
"""


@dataclass
class Machine:
    """A checkout with only what set-up needs, on a machine whose tools are stand-ins."""

    checkout: Path
    tools: Path

    def tool(self, name: str, script: str) -> None:
        """Put a stand-in before the real tool of that name."""
        path = self.tools / name
        path.write_text(script)
        path.chmod(0o755)

    def set_up(self, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run set-up as it would be run there."""
        return subprocess.run(
            ["/bin/sh", "installer/setup.sh"],
            cwd=self.checkout,
            env={"PATH": f"{self.tools}:{os.defpath}", **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def asked(self) -> list[str]:
        """What pip was asked for, so far."""
        notes = self.checkout / "asked.txt"
        return [line for line in notes.read_text().splitlines() if "install" in line] if notes.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    checkout = tmp_path / "checkout"
    (checkout / "requirements").mkdir(parents=True)
    shutil.copytree(ROOT / "installer", checkout / "installer")
    shutil.copy(ROOT / "pyproject.toml", checkout)
    shutil.copy(ROOT / "requirements" / "dev.txt", checkout / "requirements")
    tools = tmp_path / "tools"
    tools.mkdir()
    machine = Machine(checkout, tools)
    machine.tool("dpkg-query", EVERY_PACKAGE)
    return machine


def with_venv(machine: Machine) -> None:
    python = machine.checkout / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(FAKE_PIP)
    python.chmod(0o755)


def test_without_rights_it_lists_what_is_missing(machine: Machine) -> None:
    machine.tool("dpkg-query", f"{EVERY_PACKAGE.strip()} | grep -v xvfb\n")
    machine.tool("id", "#!/bin/sh\necho 1000\n")
    machine.tool("sudo", "#!/bin/sh\nexit 1\n")
    done = machine.set_up()
    assert done.returncode != 0
    assert "apt-get install --no-install-recommends xvfb" in done.stderr


def test_as_root_it_installs_only_what_is_missing(machine: Machine) -> None:
    with_venv(machine)
    machine.tool("dpkg-query", f"{EVERY_PACKAGE.strip()} | grep -v -e xvfb -e libgl1\n")
    machine.tool("id", "#!/bin/sh\necho 0\n")
    machine.tool("apt-get", '#!/bin/sh\necho "apt-get $*"\n')
    done = machine.set_up()
    assert done.returncode == 0, done.stderr
    assert "install --no-install-recommends libgl1 xvfb" in done.stdout


def test_a_package_that_another_provides_is_not_missing(machine: Machine) -> None:
    with_venv(machine)
    provided = "echo 'installed, libglib2.0-0t64, libglib2.0-0 (= 2.80.0)'\n"
    machine.tool("dpkg-query", f"{EVERY_PACKAGE.strip()} | grep -v libglib\n{provided}")
    machine.tool("apt-get", '#!/bin/sh\necho "apt-get $*"\n')
    assert "apt-get" not in machine.set_up().stdout


@pytest.mark.parametrize(
    ("python", "sentence"),
    [
        ('#!/bin/sh\n[ "$1" = -V ] && echo Python 3.9.2\nexit 1\n', "Python 3.11 or later is needed"),
        ('#!/bin/sh\ncase "$2" in *venv*) exit 1 ;; esac\n', "install package python3-venv"),
    ],
)
def test_an_unfit_python_is_named(machine: Machine, python: str, sentence: str) -> None:
    machine.tool("python3", python)
    done = machine.set_up()
    assert done.returncode != 0
    assert sentence in done.stderr


def test_a_second_run_has_nothing_to_do(machine: Machine) -> None:
    with_venv(machine)
    assert machine.set_up().returncode == 0
    first = machine.asked()
    assert machine.set_up().returncode == 0
    assert machine.asked() == first
    assert any("--require-hashes" in line for line in first)


def test_a_changed_lock_is_installed(machine: Machine) -> None:
    with_venv(machine)
    machine.set_up()
    first = len(machine.asked())
    with (machine.checkout / "requirements" / "dev.txt").open("a") as lock:
        lock.write("# another\n")
    machine.set_up()
    assert len(machine.asked()) == 2 * first


def test_an_interrupted_run_is_healed_by_the_next(machine: Machine) -> None:
    with_venv(machine)
    (machine.checkout / "broken").touch()
    assert machine.set_up().returncode != 0
    (machine.checkout / "broken").unlink()
    done = machine.set_up()
    assert done.returncode == 0
    assert "interrupted" in done.stdout
    assert any("--force-reinstall" in line for line in machine.asked())
