"""The last lines of the program's log, kept in memory without anything that may be somebody's.

Of a line of our own its words are kept, which stand in the program, and of what is filled in only numbers and codes. Of
another library's, which fills in as it likes, no word is kept. Of an exception: its type, and where in the program.
"""

import logging
import traceback
from collections import deque
from enum import Enum
from pathlib import Path
from typing import Final

_OURS: Final = "desk_client"
_LINES: Final = 400
_FRAMES: Final = 12
_LARGEST: Final = 100_000


class RecentLog(logging.Handler):
    """Give it to the root logger."""

    def __init__(self, lines: int = _LINES) -> None:
        """Nothing is kept yet."""
        super().__init__(logging.INFO)
        self._lines: deque[str] = deque(maxlen=lines)
        self._times = logging.Formatter()

    @property
    def lines(self) -> tuple[str, ...]:
        """The oldest first."""
        return tuple(self._lines)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what may be kept of it."""
        is_ours = record.name.partition(".")[0] == _OURS
        words = _filled(record) if is_ours else "(another library's words are left out)"
        self._lines.append(f"{self._times.formatTime(record)} {record.levelname} {record.name}: {words}")
        if record.exc_info and record.exc_info[1] is not None:
            self._lines.extend(_told(record.exc_info[1]))


def _filled(record: logging.LogRecord) -> str:
    template = str(record.msg) if isinstance(record.msg, str) else type(record.msg).__name__
    arguments = record.args
    if not arguments:
        return template
    try:
        if isinstance(arguments, tuple):
            return template % tuple(map(_kept, arguments))
        return template % {name: _kept(each) for name, each in arguments.items()}
    except (TypeError, ValueError):  # a %d whose number is not kept
        return template


def _kept(argument: object) -> object:
    if isinstance(argument, Enum | bool | None):
        return argument
    if isinstance(argument, int | float) and abs(argument) < _LARGEST:
        return argument
    return f"<{type(argument).__name__}>"


def _told(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    at = [f"    {Path(each.filename).name}:{each.lineno} in {each.name}" for each in frames]
    return [f"    {type(error).__name__}", *at]
