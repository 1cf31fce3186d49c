"""Files that hold keys: whole or not there at all, and readable by their owner alone."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_OWNER_ONLY: Final = 0o600
_PRIVATE: Final = 0o700


def private_file(path: Path, pieces: Iterable[bytes]) -> int:
    """Write a new file for its owner alone, piece by piece; how many bytes. Half a file is taken away again.

    Raises:
        FileExistsError: there is one of that name.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
    try:
        with os.fdopen(descriptor, "wb") as file:
            return sum(file.write(piece) for piece in pieces)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def write_private(path: Path, content: bytes, *, mode: int = _OWNER_ONLY) -> None:
    """Write beside and rename, so that a crash leaves the old file or the new one, never half of one.

    A directory that is not there is made for its owner alone.
    """
    path.parent.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)  # one that is left over could have another mode
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    if os.name == "posix":  # the rename itself is durable once the directory is
        descriptor = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
