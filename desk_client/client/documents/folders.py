"""Files on a stick, or in the folder that a scanner writes to: looked at, never executed, never written.

What lies there was put there by a stranger, or points to where they want us to look: links, devices and pipes are no
files here, and a file counts as what its first bytes say. All of this blocks; call it in a thread.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import islice
from pathlib import Path
from typing import Final

from desk_client.domain.attachment_kinds import Kind, kind_of
from desk_client.domain.outcomes import Refusal, RefusalCode

MEDIA_ROOTS: Final = (Path("/media"), Path("/run/media"))
"""Where Linux desktops mount what is plugged in: /media/STICK, /media/USER/STICK, /run/media/USER/STICK."""
MOST_LISTED: Final = 24
_MOST_LOOKED_AT: Final = 2_000
_DEEPEST: Final = 3
_MOUNTED_WITHIN: Final = 2
_FIRST_BYTES: Final = 16
# no link is followed, a pipe is not waited for, and no child inherits it; Windows knows none of these
_AS_A_FILE: Final = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


class Place(Enum):
    """Where a file lies."""

    SCANNER = auto()
    STICK = auto()


@dataclass(frozen=True)
class Found:
    """A file that may be brought."""

    path: Path = field(repr=False)
    place: Place
    kind: Kind
    size: int
    changed_s: float

    @property
    def name(self) -> str:
        """What it is called, without what cannot be shown or turns the direction of what follows."""
        written = self.path.name.encode("utf-8", "replace").decode()  # a stick may hold names of no known alphabet
        return "".join(filter(str.isprintable, written))


@dataclass(frozen=True)
class Looked:
    """What was found.

    Attributes:
        files: the newest first, at most `MOST_LISTED`.
        others: how many more there are that cannot be brought: too large, of another kind, or beyond that many.
        has_stick: whether something is plugged in.
    """

    files: tuple[Found, ...] = ()
    others: int = 0
    has_stick: bool = False


def sticks(roots: tuple[Path, ...] = MEDIA_ROOTS) -> tuple[Path, ...]:
    """Where something is mounted right below these, or one folder further down."""
    found: list[Path] = []
    for root in roots:
        found += _mounted(root, _MOUNTED_WITHIN)
    return tuple(found)


def _mounted(folder: Path, levels: int) -> Iterator[Path]:
    for each in _entries(folder):
        if not each.is_dir(follow_symlinks=False):
            continue
        path = Path(each.path)
        if os.path.ismount(path):
            yield path
        elif levels > 1:
            yield from _mounted(path, levels - 1)


def look(scans: Path | None, plugged: tuple[Path, ...], most_bytes: int, since_s: float) -> Looked:
    """What may be brought from the scanner's folder and from what is plugged in.

    Of the scanner's folder only what was changed after ``since_s`` (seconds since 1970): the rest is somebody else's.
    """
    files: list[Found] = []
    others = looked_at = 0
    places = [(Place.STICK, path) for path in plugged]
    if scans is not None:
        places.insert(0, (Place.SCANNER, scans))
    for place, folder in places:
        for path in _files(folder, _DEEPEST):
            looked_at += 1
            if looked_at > _MOST_LOOKED_AT:
                break
            found = _found(path, place, most_bytes)
            if found is None:
                others += 1
            elif place is Place.STICK or found.changed_s >= since_s:
                files.append(found)
    files.sort(key=lambda found: (found.place is Place.STICK, -found.changed_s))
    others += max(0, len(files) - MOST_LISTED)
    return Looked(tuple(files[:MOST_LISTED]), others, has_stick=bool(plugged))


def read(found: Found, most_bytes: int) -> bytes | Refusal:
    """The file's content. Refusals: NOT_FOUND (it is gone), ATTACHMENT_TOO_LARGE, ATTACHMENT_KIND_REFUSED."""
    try:
        with os.fdopen(_opened(found.path), "rb") as file:
            content = file.read(most_bytes + 1)
    except OSError:
        return Refusal(RefusalCode.NOT_FOUND)
    if len(content) > most_bytes:
        return Refusal(RefusalCode.ATTACHMENT_TOO_LARGE)
    return Refusal(RefusalCode.ATTACHMENT_KIND_REFUSED) if kind_of(content) is None else content


def clear(scans: Path) -> None:
    """Empty the scanner's folder of files: the visit is over, and nobody else is to find them."""
    for path in _files(scans, _DEEPEST):
        try:
            path.unlink()
        except OSError:  # held by the scanner's own program, or gone: it is not shown to anybody later anyway
            continue


def _found(path: Path, place: Place, most_bytes: int) -> Found | None:
    try:
        with os.fdopen(_opened(path), "rb") as file:
            known = os.fstat(file.fileno())
            kind = kind_of(file.read(_FIRST_BYTES))
    except OSError:
        return None
    if kind is None or not 0 < known.st_size <= most_bytes:
        return None
    return Found(path, place, kind, known.st_size, known.st_mtime)


def _opened(path: Path) -> int:
    """Open what is a plain file, and nothing else. Raises OSError."""
    if not stat.S_ISREG(path.lstat().st_mode):  # a device is not even opened: that alone may do something
        raise OSError("no plain file")
    descriptor = os.open(path, _AS_A_FILE)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):  # it was exchanged in between
        os.close(descriptor)
        raise OSError("no plain file")
    return descriptor


def _files(folder: Path, levels: int) -> Iterator[Path]:
    for each in _entries(folder):
        if each.name.startswith("."):
            continue
        if each.is_dir(follow_symlinks=False):
            if levels > 1:
                yield from _files(Path(each.path), levels - 1)
        else:
            yield Path(each.path)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(islice(entries, _MOST_LOOKED_AT), key=lambda entry: entry.name)
    except OSError:  # pulled out, or not for us
        return []
