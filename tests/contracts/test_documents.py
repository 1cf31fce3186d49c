"""What the documents promise is there: links, targets of make, decisions in their index, commands of the program."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LISTED = subprocess.run(["git", "ls-files", "-z", "*.md"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
DOCUMENTS = [ROOT / name for name in LISTED.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)", document.read_text("utf-8"))
    local = [target for target in targets if "://" not in target]
    assert [target for target in local if not (document.parent / target).exists()] == []


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z%-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    code = re.compile(r"^make ([a-z][a-z -]*)|`make ([a-z][a-z -]*)", re.MULTILINE)
    named = {
        word
        for document in DOCUMENTS
        for match in code.findall(document.read_text("utf-8"))
        for word in " ".join(match).split()
    }
    assert {word for word in named if not word.startswith("bench-")} <= targets


def test_every_decision_is_in_the_index() -> None:
    index = (ROOT / "docs" / "adr" / "README.md").read_text("utf-8")
    decisions = {path.name for path in (ROOT / "docs" / "adr").glob("[0-9]*.md")}
    assert set(re.findall(r"\((\d{4}-[a-z0-9-]+\.md)\)", index)) == decisions


def test_every_decision_that_the_source_cites_exists() -> None:
    cited = {
        number
        for folder in ("desk_client", "tests", "installer", "benchmarks")
        for path in (ROOT / folder).rglob("*.py")
        for number in re.findall(r"docs/adr/(\d{4})", path.read_text("utf-8"))
    }
    assert cited <= {path.name[:4] for path in (ROOT / "docs" / "adr").glob("[0-9]*.md")}
