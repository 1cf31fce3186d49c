"""Keep the translations whole: English is the source text in the code, Arabic is `resources/ar_translations`.

Urdu, in `resources/ur_translations`, has what a kiosk shows; what staff alone see is in the other two languages.

python installer/translations.py --update     take new texts over from the code; then translate what is "unfinished"
python installer/translations.py --compile    make the catalogue that the program loads
python installer/translations.py --check      say what is missing, and end with 1 if anything is
"""

import argparse
import ast
import json
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "desk_client" / "ui"
NOT_SPOKEN = SOURCES / "gallery"
"""Sheets of samples, which only their makers see."""
FOR_STAFF = (
    SOURCES / "admin",
    SOURCES / "desk",
    SOURCES / "operator",
    SOURCES / "paper" / "walk_in_words.py",
    SOURCES / "call" / "figure_words.py",
    SOURCES / "call" / "figures.py",
    SOURCES / "call" / "room_view.py",
    SOURCES / "call" / "room_window.py",
)


@dataclass(frozen=True)
class Catalogue:
    """One language's texts.

    Attributes:
        path: of its source, beside which the compiled one lies.
        locale: as Qt names it.
        forms: how many plural forms it has.
        left_out: files and folders under `SOURCES` whose texts it need not have.
    """

    path: Path
    locale: str
    forms: int
    left_out: tuple[Path, ...] = (NOT_SPOKEN,)


ARABIC = Catalogue(ROOT / "resources" / "ar_translations" / "majlis_ar.ts", "ar_SA", forms=6)
"""Its forms: none, one, two, few, many, other."""
URDU = Catalogue(
    ROOT / "resources" / "ur_translations" / "majlis_ur.ts", "ur_PK", forms=2, left_out=(NOT_SPOKEN, *FOR_STAFF)
)
CATALOGUES = (ARABIC, URDU)

_PLACEHOLDER = re.compile(r"\{\w*\}|%L?n|%L?\d")
_COUNT = frozenset({"%n", "%Ln"})
_EMPTY = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{locale}" sourcelanguage="en"></TS>
"""


def update(catalogue: Catalogue) -> None:
    """Bring a catalogue up to the texts in the code; texts that are gone go from it too."""
    if not catalogue.path.exists():
        catalogue.path.parent.mkdir(exist_ok=True)
        catalogue.path.write_text(_EMPTY.format(locale=catalogue.locale), encoding="utf-8")
    sources = [path for path in sorted(SOURCES.rglob("*.py")) if not any(map(path.is_relative_to, catalogue.left_out))]
    with tempfile.TemporaryDirectory() as folder:
        spoken = Path(folder) / "spoken.py"
        spoken.write_text("".join(line for path in sources for line in _spoken(path)), encoding="utf-8")
        # Without line numbers a catalogue changes only when a text does.
        _run("pyside6-lupdate", "-no-obsolete", "-locations", "none", str(spoken), "-ts", str(catalogue.path))


def _spoken(path: Path) -> list[str]:
    """Each text of a file as a call that lupdate understands.

    It passes over a counted text whose number is more than a name, and takes one whose number is a name for uncounted;
    a number itself it reads rightly.
    """
    calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    lines = []
    for call in calls:
        texts = [part.value for part in call.args[:2] if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        is_translate = isinstance(call.func, ast.Attribute) and call.func.attr == "translate"
        if not is_translate or len(texts) != 2:  # noqa: PLR2004 (context and text)
            continue
        count = ", None, 5" if len(call.args) > 3 else ""  # noqa: PLR2004 (and disambiguation, and number)
        context, text = (json.dumps(text, ensure_ascii=False) for text in texts)
        lines.append(f"QCoreApplication.translate({context}, {text}{count})\n")
    return lines


def compile_catalogue(catalogue: Catalogue) -> None:
    """Make the binary catalogue beside the source, unless it is newer."""
    compiled = catalogue.path.with_suffix(".qm")
    if compiled.exists() and compiled.stat().st_mtime >= catalogue.path.stat().st_mtime:
        return
    _run("pyside6-lrelease", str(catalogue.path), "-qm", str(compiled))


def faults(catalogue: Catalogue) -> list[str]:
    """Say everything that keeps a catalogue from being whole; empty where nothing does."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        fresh = replace(catalogue, path=Path(folder) / catalogue.path.name)
        shutil.copyfile(catalogue.path, fresh.path)
        update(fresh)
        said, kept = _texts(fresh.path), _texts(catalogue.path)
        if said != kept:
            found.append("the code has other texts than the catalogue: run installer/translations.py --update")
            found += [f"  not taken over: {text}" for text in sorted(said - kept)]
            found += [f"  no longer said: {text}" for text in sorted(kept - said)]
    for context, message in _messages(catalogue.path):
        found += [f"{context}: {fault}" for fault in _faults_of(message, catalogue.forms)]
    return found


def _faults_of(message: ET.Element, plural_forms: int) -> list[str]:
    source = message.findtext("source", "")
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return [f"not translated: {source!r}"]
    is_counted = message.get("numerus") == "yes"
    forms = [form.text or "" for form in translation.findall("numerusform")] if is_counted else [translation.text or ""]
    wanted = plural_forms if is_counted else 1
    found = []
    if len(forms) != wanted or not all(form.strip() for form in forms):
        found.append(f"{len([form for form in forms if form.strip()])} of {wanted} forms: {source!r}")
    expected = set(_PLACEHOLDER.findall(source))
    for form in forms:
        placeholders = set(_PLACEHOLDER.findall(form))
        # "an hour", "two hours": a plural form may say the number in words, and leave its sign out
        if placeholders != expected and not (is_counted and placeholders | _COUNT == expected | _COUNT):
            found.append(f"placeholders {sorted(placeholders)} instead of {sorted(expected)}: {source!r}")
    return found


def _texts(catalogue: Path) -> set[str]:
    return {f"{context}: {message.findtext('source', '')}" for context, message in _messages(catalogue)}


def _messages(catalogue: Path) -> list[tuple[str, ET.Element]]:
    tree = ET.parse(catalogue)  # noqa: S314 (our own file)
    return [
        (context.findtext("name", ""), message)
        for context in tree.getroot().findall("context")
        for message in context.findall("message")
    ]


def _run(tool: str, *arguments: str) -> None:
    path = Path(sys.executable).with_name(tool)
    done = subprocess.run([str(path), *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{tool} failed:\n{done.stdout}{done.stderr}")


def main() -> int:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--update", action="store_true")
    way.add_argument("--compile", action="store_true")
    way.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    found: list[str] = []
    for catalogue in CATALOGUES:
        if asked.update:
            update(catalogue)
        if asked.compile:
            compile_catalogue(catalogue)
        if asked.check:
            found += [f"{catalogue.path.name}: {fault}" for fault in faults(catalogue)]
    if found:
        print(*found, sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
