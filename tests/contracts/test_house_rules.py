"""The rules of the house that no linter knows, each with its reason."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "desk_client"
TEXT_SUFFIXES = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".sh",
    ".yaml",
    ".yml",
    ".json",
    ".ts",
    ".qss",
    ".svg",
    ".ini",
    ".service",
}
WINGS = ("bootstrap", "client", "config", "domain", "i18n", "protocol", "rtc", "server", "ui")


def files_of_the_project() -> list[Path]:
    """What git tracks or would track: whatever is ignored is nobody's business."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


FILES = files_of_the_project()
PYTHON = [path for path in FILES if path.suffix == ".py"]
TEXTS = [path for path in FILES if path.suffix in TEXT_SUFFIXES or path.name in {"Makefile", "run"}]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def lines_matching(pattern: str, paths: list[Path]) -> list[str]:
    regex = re.compile(pattern)
    return [
        f"{name(path)}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if regex.search(line)
    ]


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text("utf-8"), name(path)))


def test_no_path_of_one_machine() -> None:
    """What holds for one person's machine breaks on the next."""
    homes = r"(?<![\w.~$}/])/(home|Users|root|work|mnt)/\w"
    assert lines_matching(homes, TEXTS) == []


def test_no_address_of_a_package_registry() -> None:
    """Where packages come from is each machine's own configuration; a lock holds hashes, not addresses."""
    hosts = (
        "pypi" + r"\.org|python" + r"hosted\.org|npm" + r"js\.(org|com)|deb\.debian" + r"\.org|--(extra-)?index-url "
    )
    # the script's own option names such a flag's value nowhere; it only forwards the caller's
    assert lines_matching(hosts, TEXTS) == []


def test_every_exception_from_a_rule_says_why() -> None:
    """A silenced checker is a debt; whoever meets it needs the reason beside it."""
    silent = r"#\s*(noqa(:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*)?|type:\s*ignore(\[[\w, -]+\])?|pragma:\s*no cover)\s*$"
    assert lines_matching(silent, PYTHON) == []


def test_no_blanket_exception_from_a_rule() -> None:
    """`noqa` and `type: ignore` name the rule they silence, or they silence the next mistake as well."""
    assert (
        lines_matching(r"#\s*(noqa(?!:)|type:\s*ignore(?!\[))", [path for path in PYTHON if path != Path(__file__)])
        == []
    )


def test_nothing_is_left_for_another_day() -> None:
    """A promise in a comment is kept by nobody."""
    promises = r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b"
    assert lines_matching(promises, TEXTS) == []


@pytest.mark.parametrize("wing", WINGS)
def test_a_wing_says_what_it_is_for_and_what_it_may_not_know(wing: str) -> None:
    """Someone who opens the tree should know within a minute where a thing belongs and what it may touch."""
    tree = ast.parse((PACKAGE / wing / "__init__.py").read_text("utf-8"))
    purpose = ast.get_docstring(tree) or ""
    assert re.search(r"\b[Kk]nows?\b", purpose), f"{wing}: {purpose!r}"
    assert len(tree.body) == 1, "a wing's __init__.py holds no code"


def test_every_folder_says_what_it_is_for() -> None:
    """A folder without a sentence collects whatever is left over."""
    folders = {path.parent for path in PYTHON if path.is_relative_to(PACKAGE)}
    silent = [
        name(folder)
        for folder in sorted(folders)
        if not ((init := folder / "__init__.py").is_file() and ast.get_docstring(ast.parse(init.read_text("utf-8"))))
    ]
    assert silent == []


def test_no_file_is_a_hall() -> None:
    """A file is a room: one purpose. Above 500 lines it has two."""
    long = {name(path): lines for path in PYTHON if (lines := len(path.read_text("utf-8").splitlines())) > 500}
    assert long == {}


def test_pictures_are_small() -> None:
    """A clone stays quick: screenshots are at most 200 kB, other binary files below 2 MB."""
    pictures = [name(p) for p in FILES if p.suffix in {".png", ".jpg", ".webp", ".gif"} and p.stat().st_size > 200_000]
    heavy = [name(p) for p in FILES if p.stat().st_size > 2_000_000]
    assert pictures + heavy == []


def test_imports_inside_the_package_are_absolute() -> None:
    """An absolute import can be searched for, and read without knowing where one is."""
    relative = [
        f"{name(path)}:{node.lineno}"
        for path in PYTHON
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_the_rules_need_nothing_but_the_standard_library() -> None:
    """Rules that anyone can check with a plain Python outlive every library."""
    allowed = {*sys.stdlib_module_names, "desk_client"}
    foreign = [
        f"{name(path)}: {module}"
        for path in PYTHON
        if path.is_relative_to(PACKAGE / "domain")
        for node in nodes(path)
        for module in imported_modules(node)
        if module.split(".")[0] not in allowed
    ]
    assert foreign == []


def test_the_rules_read_no_clock() -> None:
    """Only the server's clock decides (domain.md, Time); a rule takes the moment as a value."""
    readings = [
        f"{name(path)}:{node.lineno}: {node.attr}"
        for path in PYTHON
        if path.is_relative_to(PACKAGE / "domain")
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr in {"today", "utcnow"}
    ]
    assert readings == []
    assert lines_matching(r"\b(datetime|dt)\.now\(", [p for p in PYTHON if p.is_relative_to(PACKAGE / "domain")]) == []


def test_no_room_for_leftovers() -> None:
    """`utils.py` and its kin have no purpose that a name could tell."""
    leftovers = [name(p) for p in PYTHON if p.stem in {"utils", "util", "helpers", "common", "misc", "tools"}]
    assert leftovers == []


def test_no_test_sleeps() -> None:
    """A sleep is either too short on a slow machine or too long on every other: wait for the thing itself."""
    sleepers = [path for path in PYTHON if path.is_relative_to(ROOT / "tests") and path != Path(__file__)]
    assert lines_matching(r"(?<!asyncio)\btime\.sleep\(|\bQTest\.qWait\(|qtbot\.wait\(", sleepers) == []


def imported_modules(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=str(module)):
            return [module]
        case _:
            return []
