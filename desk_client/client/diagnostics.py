"""What is handed to who looks after the desks when one of them ails: a ZIP file of plain texts, about nobody."""

import io
import zipfile
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Final

from pydantic import BaseModel

from desk_client.client.scrubbing import scrubbed

_LONG: Final = 16


class Part(StrEnum):
    """What a text tells of; the value is its name in the file."""

    PROGRAM = "program"
    LIBRARIES = "libraries"
    SYSTEM = "system"
    SCREENS = "screens"
    DEVICES = "devices"
    SETTINGS = "settings"
    SERVER = "server"
    DOCTOR = "doctor"
    LOG = "log"


@dataclass(frozen=True)
class Bundle:
    """The texts, scrubbed, in the order in which they are listed."""

    parts: Mapping[Part, str]

    def zipped(self) -> bytes:
        """All of them, as a ZIP file."""
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
            for part, text in self.parts.items():
                file.writestr(f"majlis-diagnostics/{part.value}.txt", text)
        return whole.getvalue()


Diagnose = Callable[[Iterable[str]], Awaitable[Bundle]]
"""Looks at everything; is given what is known to be somebody's, so that none of it is in the texts by mistake."""


def bundle(gathered: Mapping[Part, Iterable[str]], known: Iterable[str]) -> Bundle:
    """Make one of lines."""
    left_out = frozenset(known)
    return Bundle({part: scrubbed("\n".join(lines) + "\n", left_out) for part, lines in gathered.items()})


def personal(*models: object) -> frozenset[str]:
    """Everything in the read models that may be somebody's: what is written, named or numbered, but no codes."""
    return frozenset(found for model in models for found in _texts(model) if _may_be_personal(found))


def _may_be_personal(text: str) -> bool:
    return not text.isascii() or " " in text or len(text) >= _LONG or any(letter.isdigit() for letter in text)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        yield from _texts(dict(value))
    elif isinstance(value, Mapping):
        yield from _texts(list(value.keys()))
        yield from _texts(list(value.values()))
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from _texts(each)
    elif hasattr(value, "__dataclass_fields__"):
        yield from _texts([getattr(value, name) for name in value.__dataclass_fields__])
