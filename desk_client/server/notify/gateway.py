"""The ports to whoever carries messages, and two gateways for where there is no carrier: a file and a terminal.

They are honest stand-ins: they take a message at one moment, and fail when told to, as a carrier does.
"""

import json
import sys
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol, TextIO

from desk_client.domain.ids import MessageId
from desk_client.domain.people import Mobile
from desk_client.server.notify.letter import Letter
from desk_client.server.notify.parts import sms_parts


@dataclass(frozen=True, slots=True)
class Delivered:
    """The carrier took the message."""


@dataclass(frozen=True, slots=True)
class Undelivered:
    """The carrier did not take it.

    Attributes:
        reason: for the administrator; without the number and the text.
        permanent: it never will, so that asking again is of no use.
    """

    reason: str
    permanent: bool = False


Answer = Delivered | Undelivered


class SmsGateway(Protocol):
    """Whoever carries SMS."""

    def send(self, message_id: MessageId, recipient: Mobile, text: str) -> Answer:
        """Hand one message over; may take seconds. The id is the carrier's means to drop a repetition."""
        ...

    def close(self) -> None:
        """Let go of what is open."""
        ...


class EmailGateway(Protocol):
    """Whoever carries e-mail."""

    def send(self, message_id: MessageId, recipient: str, letter: Letter, at: datetime) -> Answer:
        """Hand one letter over, dated `at`; may take seconds. Its Message-ID is made of the id, for each repetition."""
        ...


class _Faults:
    """How many of the next messages are refused."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._left = 0

    def fail_next(self, count: int) -> None:
        with self._lock:
            self._left = count

    def struck(self) -> bool:
        with self._lock:
            if self._left == 0:
                return False
            self._left -= 1
            return True


class FileGateway:
    """Appends each message to a file as one line of JSON; the file is its owner's alone, for it holds codes."""

    def __init__(self, path: Path) -> None:
        """`path` is made at the first message."""
        self._path = path
        self._faults = _Faults()

    def fail_next(self, count: int) -> None:
        """Refuse the next `count` messages."""
        self._faults.fail_next(count)

    def send(self, message_id: MessageId, recipient: Mobile, text: str) -> Answer:
        """Append a line: id, at (ISO 8601), to (E.164), text, parts."""
        if self._faults.struck():
            return Undelivered("the gateway was told to fail")
        line = json.dumps(
            {
                "id": message_id,
                "at": datetime.now(UTC).isoformat(),
                "to": recipient,
                "text": text,
                "parts": sms_parts(text),
            },
            ensure_ascii=False,
        )
        try:
            self._path.touch(mode=0o600, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(f"{line}\n")
        except OSError as error:
            return Undelivered(f"{type(error).__name__}: {error.strerror}")
        return Delivered()

    def close(self) -> None:
        """Nothing stays open."""


class ConsoleGateway:
    """Prints each message, for a demonstration by hand."""

    def __init__(self, stream: TextIO | None = None) -> None:
        """Print to `stream`, or to standard output."""
        self._stream = stream
        self._faults = _Faults()

    def fail_next(self, count: int) -> None:
        """Refuse the next `count` messages."""
        self._faults.fail_next(count)

    def send(self, message_id: MessageId, recipient: Mobile, text: str) -> Answer:
        """Print it in a frame."""
        del message_id
        if self._faults.struck():
            return Undelivered("the gateway was told to fail")
        stream = sys.stdout if self._stream is None else self._stream
        stream.write(f"\n── SMS → {recipient} ──\n{text}\n──\n")
        stream.flush()
        return Delivered()

    def close(self) -> None:
        """The stream is its owner's."""
