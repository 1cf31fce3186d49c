"""Keep the translations whole: English is the source text in the code, Arabic is `resources/ar_translations`.

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
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "desk_client" / "ui"
NOT_SPOKEN = SOURCES / "gallery"
"""Sheets of samples, which only their makers see."""
CATALOGUE = ROOT / "resources" / "ar_translations" / "majlis_ar.ts"
FORMS = 6
"""How many plural forms Arabic has: none, one, two, few, many, other."""

_PLACEHOLDER = re.compile(r"\{\w*\}|%L?n|%L?\d")
_COUNT = frozenset({"%n", "%Ln"})
_EMPTY = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_SA" sourcelanguage="en"></TS>
"""


def update(catalogue: Path) -> None:
    """Bring a catalogue up to the texts in the code; texts that are gone go from it too."""
    if not catalogue.exists():
        catalogue.write_text(_EMPTY, encoding="utf-8")
    sources = [path for path in sorted(SOURCES.rglob("*.py")) if not path.is_relative_to(NOT_SPOKEN)]
    with tempfile.TemporaryDirectory() as folder:
        spoken = Path(folder) / "spoken.py"
        spoken.write_text("".join(line for path in sources for line in _spoken(path)), encoding="utf-8")
        # Without line numbers a catalogue changes only when a text does.
        _run("pyside6-lupdate", "-no-obsolete", "-locations", "none", str(spoken), "-ts", str(catalogue))


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


def compile_catalogue(catalogue: Path) -> None:
    """Make the binary catalogue beside the source, unless it is newer."""
    compiled = catalogue.with_suffix(".qm")
    if compiled.exists() and compiled.stat().st_mtime >= catalogue.stat().st_mtime:
        return
    _run("pyside6-lrelease", str(catalogue), "-qm", str(compiled))


def faults(catalogue: Path) -> list[str]:
    """Say everything that keeps a catalogue from being whole; empty where nothing does."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / catalogue.name
        shutil.copyfile(catalogue, fresh)
        update(fresh)
        if _texts(fresh) != _texts(catalogue):
            found.append("the code has other texts than the catalogue: run installer/translations.py --update")
            found += [f"  not taken over: {text}" for text in sorted(_texts(fresh) - _texts(catalogue))]
            found += [f"  no longer said: {text}" for text in sorted(_texts(catalogue) - _texts(fresh))]
    for context, message in _messages(catalogue):
        found += [f"{context}: {fault}" for fault in _faults_of(message)]
    return found


def _faults_of(message: ET.Element) -> list[str]:
    source = message.findtext("source", "")
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return [f"not translated: {source!r}"]
    is_counted = message.get("numerus") == "yes"
    forms = [form.text or "" for form in translation.findall("numerusform")] if is_counted else [translation.text or ""]
    wanted = FORMS if is_counted else 1
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
    if asked.update:
        update(CATALOGUE)
    if asked.compile:
        compile_catalogue(CATALOGUE)
    if asked.check and (found := faults(CATALOGUE)):
        print(*found, sep="\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
