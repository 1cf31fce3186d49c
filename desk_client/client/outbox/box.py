"""The kiosk's outbox: sealed entries in order, a file for each, that survive a cut of the power at any moment.

An entry is written beside and takes its number by a link, which fails where another process was quicker: it is there
as a whole or not at all. What a disk has damaged all the same is found by its digest, put aside and told of; it holds
up nobody else. Names and outsides of the files say when something was left, and nothing about whom.
"""

import hashlib
import json
import logging
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from desk_client.config.files import private_file, write_private

logger = logging.getLogger(__name__)

MOST_ENTRIES: Final = 2_000
"""More are not taken in: a kiosk serves some hundreds a day, and nobody waits longer than a day for their answer."""
MOST_BYTES: Final = 16 * 1024
"""Of one sealed entry."""
_MOST_ASIDE: Final = 500
_MAGIC: Final = b"majlis-outbox-1\n"
_DIGEST_BYTES: Final = 32
_ENDING: Final = ".entry"
_REASON: Final = ".reason"
_DRAFT: Final = ".draft"
_DIGITS: Final = 12
_COUNTER: Final = "last-number"
_PRIVATE: Final = 0o700


class OutboxFullError(Exception):
    """There is no room for another entry, here or on the disk; nothing was kept."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that was left.

    Attributes:
        id: under which it is handed in, however often.
        sequence: its place among those of this kiosk.
        happened_at: when, by this kiosk's clock as far as it was known to go wrong.
        key_id: of the server's key for which it is sealed.
    """

    id: str
    sequence: int
    happened_at: datetime
    key_id: str
    sealed: bytes


@dataclass(frozen=True, slots=True)
class SetAside:
    """An entry that nobody will take any more, and why; for the operator.

    Attributes:
        id: under which it was handed in; of one that cannot be read, what its file can be told by.
        happened_at: when it was left; of one that cannot be read, when its file was written.
    """

    id: str
    number: int
    happened_at: datetime
    reason: str


class Outbox:
    """One kiosk's outbox. Any process may put in; only one may take out."""

    def __init__(self, directory: Path) -> None:
        """Keep it in ``directory``, which is made for its owner alone when something is first put in."""
        self._directory = directory
        self._aside = directory / "aside"

    @property
    def has_room(self) -> bool:
        """Whether another entry would be taken in."""
        return len(self._numbers()) < MOST_ENTRIES

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits to be handed in."""
        return not self._numbers()

    @property
    def unsent(self) -> int:
        """How many entries wait to be handed in."""
        return len(self._numbers())

    def put(self, entry_id: str, happened_at: datetime, key_id: str, sealed: Callable[[int], bytes]) -> int:
        """Keep an entry, and tell its number; once this returns, no cut of the power takes it away.

        ``sealed`` gives its content for a number; it is asked again where another process took that one.

        Raises:
            OutboxFullError: nothing was kept.
        """
        if not self.has_room:
            raise OutboxFullError
        draft = self._directory / f"{secrets.token_hex(8)}{_DRAFT}"
        try:
            self._directory.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
            while True:
                number = self._next_number()
                content = sealed(number)
                if len(content) > MOST_BYTES:
                    raise OutboxFullError
                private_file(draft, [_written(Entry(entry_id, number, happened_at, key_id, content))])
                _settle(draft)
                try:
                    os.link(draft, self._path(number))
                except FileExistsError:
                    continue  # another process took the number a moment ago
                finally:
                    draft.unlink()
                _settle(self._directory)
                return number
        except OSError as error:
            logger.error("the outbox cannot be written: %s", error)  # noqa: TRY400 - the sentence is for the operator
            raise OutboxFullError from error

    def waiting(self) -> Iterator[Entry]:
        """What is to be handed in, in order. What is damaged is put aside and told of on the way."""
        for number in self._numbers():
            try:
                content = self._path(number).read_bytes()
            except FileNotFoundError:
                continue
            entry = _read(content)
            if entry is None or entry.sequence != number:
                logger.error("entry %d of the outbox is damaged and was put aside", number)
                self.set_aside(number, "damaged")
            else:
                yield entry

    def settle(self, number: int) -> None:
        """Take out an entry that the server has. For the one process that takes out."""
        self._count_to(number)
        self._path(number).unlink(missing_ok=True)

    def set_aside(self, number: int, reason: str) -> None:
        """Take out an entry that the server will never take; it stays beside with the reason, as sealed as it was."""
        self._count_to(number)
        self._aside.mkdir(mode=_PRIVATE, exist_ok=True)
        write_private(self._aside / f"{number:0{_DIGITS}}{_REASON}", reason.encode("utf-8"))
        with suppress(FileNotFoundError):  # a cut of the power between the two: it has been moved already
            self._path(number).replace(self._aside / self._path(number).name)
        _settle(self._directory)
        for oldest in self._reasons()[:-_MOST_ASIDE]:
            why = oldest.read_text(encoding="utf-8")
            logger.error("entry %d, which was set aside (%s), is given up for newer ones", int(oldest.stem), why)
            self.give_up(int(oldest.stem))

    def aside(self, most: int | None = None) -> tuple[SetAside, ...]:
        """What was set aside, in order; the oldest ``most`` of them."""
        return tuple(found for path in self._reasons()[:most] if (found := self._set_aside(path)) is not None)

    def give_up(self, number: int) -> None:
        """Take away what was set aside: somebody has dealt with it. For the one process that takes out."""
        name = f"{number:0{_DIGITS}}"
        for ending in (_REASON, _ENDING):  # the reason first: what a cut of the power leaves then is told of no more
            (self._aside / f"{name}{ending}").unlink(missing_ok=True)

    def _reasons(self) -> list[Path]:
        return sorted(self._aside.glob(f"*{_REASON}"))

    def _set_aside(self, reason: Path) -> SetAside | None:
        """One of them; None for what a cut of the power left between the two places: it is set aside anew."""
        path = reason.with_suffix(_ENDING)
        try:
            content, written_s = path.read_bytes(), path.stat().st_mtime
        except FileNotFoundError:
            return None
        entry, number, why = _read(content), int(reason.stem), reason.read_text(encoding="utf-8")
        if entry is None:
            # another file of the same number, on a kiosk that was set up anew, is another entry
            key = hashlib.sha256(f"{number} {written_s}\n".encode() + content).hexdigest()
            return SetAside(key, number, datetime.fromtimestamp(written_s, UTC), why)
        return SetAside(entry.id, number, entry.happened_at, why)

    def clear_drafts(self) -> None:
        """Take away what a cut of the power left half written: nobody was told that it is kept.

        For the start, before any process puts in.
        """
        for draft in self._directory.glob(f"*{_DRAFT}"):
            logger.warning("something was being left when this kiosk went off; it had not been confirmed to anybody")
            draft.unlink(missing_ok=True)

    def _numbers(self) -> list[int]:
        return sorted(int(path.stem) for path in self._directory.glob(f"*{_ENDING}"))

    def _next_number(self) -> int:
        # the files before the counter: whoever takes a file out has counted up to it before
        newest = max(self._numbers(), default=0)
        return max(newest, self._counted()) + 1

    def _counted(self) -> int:
        try:
            return int((self._directory / _COUNTER).read_text(encoding="ascii"))
        except (FileNotFoundError, ValueError):
            return max((int(path.stem) for path in self._reasons()), default=0)

    def _count_to(self, number: int) -> None:
        if self._counted() < number:
            write_private(self._directory / _COUNTER, str(number).encode("ascii"))

    def _path(self, number: int) -> Path:
        return self._directory / f"{number:0{_DIGITS}}{_ENDING}"


def _written(entry: Entry) -> bytes:
    header = {
        "id": entry.id,
        "sequence": entry.sequence,
        "happened_at": entry.happened_at.astimezone(UTC).isoformat(),
        "key_id": entry.key_id,
        "bytes": len(entry.sealed),
    }
    body = json.dumps(header).encode("ascii") + b"\n" + entry.sealed
    return _MAGIC + hashlib.sha256(body).digest() + body


def _read(content: bytes) -> Entry | None:
    """The entry of a file; None where it is not as it was written."""
    digest, body = content[len(_MAGIC) : len(_MAGIC) + _DIGEST_BYTES], content[len(_MAGIC) + _DIGEST_BYTES :]
    if not content.startswith(_MAGIC) or hashlib.sha256(body).digest() != digest:
        return None
    line, _, sealed = body.partition(b"\n")
    header = json.loads(line)
    happened_at = datetime.fromisoformat(header["happened_at"])
    return Entry(header["id"], header["sequence"], happened_at, header["key_id"], sealed)


def _settle(path: Path) -> None:
    """See to it that a file, or a directory's names, are on the disk. A directory of Windows needs no such thing."""
    if path.is_dir() and os.name != "posix":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
