"""Whoever hands the programs on finds every licence named, and the changelog can be written at any time."""

import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_notices_name_everything_that_is_locked() -> None:
    check = [sys.executable, "installer/notices.py", "--check"]
    done = subprocess.run(check, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_changelog_builds_from_its_fragments() -> None:
    towncrier = f"{sysconfig.get_path('scripts')}/towncrier"
    draft = [towncrier, "build", "--draft", "--version", "next", "--date", "today"]
    done = subprocess.run(draft, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "## next (today)" in done.stdout
