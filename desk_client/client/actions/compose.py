"""A recording's file on this machine: composed once, sealed, and given out block by block."""

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.rtc.composing.process import ComposingFailedError, compose_apart
from desk_client.rtc.recording.chunks import Folder
from desk_client.rtc.recording.sealed_file import block_count, sealed_block

if TYPE_CHECKING:
    import subprocess

_FILE: Final = "talk.sealed"
_FACTS: Final = "talk.json"
"""How long it is, and how large: written once the file is whole."""


@dataclass(frozen=True)
class Composed:
    """A file that is ready to be sent.

    Attributes:
        was_there: it was composed by an earlier try: blocks that the server has are of this very file.
    """

    path: Path
    size: int
    duration_ms: int
    was_there: bool

    @property
    def blocks(self) -> int:
        """How many it has."""
        return block_count(self.size)


async def composed(
    spool: Path, recording_id: str, key: bytes, on_progress: Callable[[float], None]
) -> Composed | Refusal | None:
    """Compose it beside the loop, unless that was done; None: there is nothing in it.

    Refusal: INTERNAL where it came to nothing this time. ``on_progress`` is called in another thread. Whoever cancels
    this ends the process as well: nobody who closes the program waits for it.
    """
    processes: list[subprocess.Popen[bytes]] = []
    work = partial(_composed, spool, recording_id, key, on_progress, processes.append)
    composing = asyncio.get_running_loop().run_in_executor(None, work)
    try:
        return await asyncio.shield(composing)
    except asyncio.CancelledError:
        for process in processes:
            process.kill()
        await asyncio.wait((composing,))
        raise


def sealed_blocks(made: Composed) -> Iterator[tuple[int, bytes]]:
    """Its blocks, numbered from 0 on."""
    with made.path.open("rb") as file:
        for number in range(made.blocks):
            yield number, sealed_block(file, number)


def _composed(
    spool: Path,
    recording_id: str,
    key: bytes,
    on_progress: Callable[[float], None],
    on_started: Callable[["subprocess.Popen[bytes]"], None],
) -> Composed | Refusal | None:
    folder = Folder(spool, recording_id)
    path, facts = folder.path / _FILE, folder.path / _FACTS
    if facts.is_file():
        said = json.loads(facts.read_text("utf-8"))
        return Composed(path, said["size"], said["duration_ms"], was_there=True)
    try:
        made = compose_apart(folder, key, path, on_progress, on_started)
    except ComposingFailedError as error:
        return None if error.reason == "nothing" else Refusal(RefusalCode.INTERNAL, field=error.reason)
    except OSError:
        return Refusal(RefusalCode.INTERNAL, field="disk")
    part = facts.with_suffix(".part")
    part.write_text(json.dumps(asdict(made)), "utf-8")
    part.rename(facts)
    return Composed(path, made.size, made.duration_ms, was_there=False)
