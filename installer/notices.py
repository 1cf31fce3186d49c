"""Writes THIRD_PARTY_NOTICES.md: the argued part by hand (notices.md beside this file), the table from what is locked.

python installer/notices.py --write    python installer/notices.py --check
"""

import argparse
import re
import sys
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "desk.txt"  # the largest: a desk's, with what finds a person in a picture
ARGUED = ROOT / "installer" / "notices.md"
NOTICES = ROOT / "THIRD_PARTY_NOTICES.md"

STATED_ELSEWHERE = {
    "colorama": "BSD-3-Clause",  # locked for Windows only
    "pywin32-ctypes": "BSD-3-Clause",  # locked for Windows only
    "backports-tarfile": "MIT",  # these four are locked for Python 3.11 only
    "importlib-metadata": "Apache-2.0",
    "lazy-importer": "Apache-2.0",
    "zipp": "MIT",
    "sqlcipher3": "Zlib; bundles SQLCipher (BSD-3-Clause), SQLite (public domain) and OpenSSL (Apache-2.0)",
    "pypdfium2": "Apache-2.0 OR BSD-3-Clause; its wheels bundle PDFium (BSD-3-Clause and Apache-2.0), see above",
    "ai-edge-litert": "Apache-2.0; bundles XNNPACK and others, see above",
    "av": "BSD-3-Clause; its wheels bundle FFmpeg, x264 and x265, see above",
    "sounddevice": "MIT; loads PortAudio (MIT), on Debian from the system's package",
}
"""What a distribution's own metadata does not say, or says too shortly."""

SPDX = {
    "MIT License": "MIT",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "3-Clause BSD License": "BSD-3-Clause",
    "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0": "LGPL-3.0-only, as chosen here (also GPL-2.0, GPL-3.0 or commercial)",
}


def locked(lock: Path = LOCK) -> list[str]:
    """The distributions that the programs need at run time, on any platform, by name and in order."""
    return sorted(set(re.findall(r"^([a-z0-9-]+)==", lock.read_text("utf-8"), re.MULTILINE)))


def licence(name: str) -> str:
    """The licence of a distribution, as SPDX writes it; KeyError where neither it nor this file says."""
    if name in STATED_ELSEWHERE:
        return STATED_ELSEWHERE[name]
    try:
        stated = _stated(metadata(name))
    except PackageNotFoundError:
        stated = ""
    if not stated:
        raise KeyError(f"{name} states no licence: read it and add it to STATED_ELSEWHERE")
    return SPDX.get(stated, stated)


def _stated(distribution: PackageMetadata) -> str:
    classifiers = distribution.get_all("Classifier") or []
    candidates: list[str] = [
        *(distribution.get_all("License-Expression") or []),
        *(distribution.get_all("License") or []),
        *(line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License :: ")),
    ]
    return next((text.strip() for text in candidates if text.strip()), "")


def notices() -> str:
    """The whole text of THIRD_PARTY_NOTICES.md."""
    rows = "\n".join(f"| {name} | {licence(name)} |" for name in locked())
    return f"{ARGUED.read_text('utf-8')}\n| distribution | licence |\n|---|---|\n{rows}\n"


def main() -> int:
    """Write the file, or say whether it is what would be written."""
    parser = argparse.ArgumentParser(description=__doc__)
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("--write", action="store_true")
    action.add_argument("--check", action="store_true")
    if parser.parse_args().write:
        NOTICES.write_text(notices(), "utf-8")
        return 0
    if NOTICES.read_text("utf-8") == notices():
        return 0
    print(f"{NOTICES.name} is not what is locked: make notices", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
