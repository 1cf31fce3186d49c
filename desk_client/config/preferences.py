"""What the person at a desk chose for themselves: one file for each user of the machine, beside the desk's other files.

The settings (`desktop_settings`) say how the desk is installed; where a person has chosen, that goes before them.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from desk_client.config.files import write_private

_MOST_BYTES: Final = 65_536
_KEPT_COPIES: Final = 20
SYSTEM_PRINTER: Final = ""
"""In a printer's place: whichever the system takes by itself. No queue is called that."""


class Preferences(BaseModel):
    """Each is what is usual until somebody chooses.

    Attributes:
        language: None: as the desk was installed; the same of `text_size`.
        theme: the same; `system` follows the desktop's light, dark or high contrast.
        rings: two soft notes at an arrival and at a reminder.
        notifies: a notification of the desktop, while the window is not the one that is worked in.
        reminds: ten minutes and one minute before an audience.
        camera: by its name; None leaves the choice to the system. The same of microphone and loudspeaker.
        printer: the queue of CUPS that everything is printed on; None: as the desk was installed.
        blurs_background: whether what is behind the person is blurred, wherever the camera is used.
        starts_muted: whether a talk begins with the microphone off.
        talks_by_space: whether who is muted is heard while the space bar is held.
        small_window: whether a talk goes on in a small window while the desk's is minimised.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    language: Literal["ar", "en"] | None = None
    theme: Literal["light", "dark", "high_contrast", "system"] | None = None
    text_size: Literal["normal", "large", "largest"] | None = None
    rings: bool = True
    notifies: bool = True
    reminds: bool = True
    camera: str | None = Field(default=None, max_length=300)
    microphone: str | None = Field(default=None, max_length=300)
    loudspeaker: str | None = Field(default=None, max_length=300)
    printer: str | None = Field(default=None, max_length=127, pattern=r"^[^\s/#?]*$")
    blurs_background: bool = False
    starts_muted: bool = False
    talks_by_space: bool = True
    small_window: bool = True


class PreferencesTrouble(StrEnum):
    """What is wrong with the file; what of it can be used is used."""

    BROKEN = "broken"
    """It is no such file at all: everything is as usual, and a copy of it is kept."""
    PARTLY = "partly"
    """Some of it cannot be used: that is as usual, all else as chosen, and a copy of it is kept."""
    UNREADABLE = "unreadable"
    """The system does not let us read it."""
    NOT_SAVED = "not_saved"
    """What was chosen holds until the program ends: the system does not let us write it."""


@dataclass(frozen=True)
class ReadPreferences:
    """What was found in the file."""

    preferences: Preferences
    trouble: PreferencesTrouble | None = None


class PreferencesFile:
    """Reads it once; what it does not know, as of a newer release, is written back as it was found."""

    def __init__(self, path: Path) -> None:
        """Nothing is read yet."""
        self._path = path
        self._unknown: dict[str, object] = {}

    def read(self) -> ReadPreferences:
        """What was chosen; a file that is not there is none that is broken. Never fails."""
        try:
            with self._path.open("rb") as file:
                content = file.read(_MOST_BYTES + 1)
        except FileNotFoundError:
            return ReadPreferences(Preferences())
        except OSError:
            return ReadPreferences(Preferences(), PreferencesTrouble.UNREADABLE)
        try:
            found = _named(content if len(content) <= _MOST_BYTES else b"")
        except ValueError:
            self._keep_copy(content)
            return ReadPreferences(Preferences(), PreferencesTrouble.BROKEN)
        self._unknown = {name: value for name, value in found.items() if name not in Preferences.model_fields}
        try:
            return ReadPreferences(Preferences.model_validate(found))
        except ValidationError as error:
            bad = {str(each["loc"][0]) for each in error.errors(include_input=False)}
        self._keep_copy(content)
        good = {name: value for name, value in found.items() if name not in bad}
        return ReadPreferences(Preferences.model_validate(good), PreferencesTrouble.PARTLY)

    def write(self, preferences: Preferences) -> None:
        """Put these in place of the earlier ones: whole, or not at all.

        Raises:
            OSError: the system does not let us.
        """
        chosen = preferences.model_dump(mode="json", exclude_defaults=True)
        said = json.dumps({**self._unknown, **chosen}, ensure_ascii=False, indent=1)
        write_private(self._path, f"{said}\n".encode())

    def _keep_copy(self, content: bytes) -> None:
        """Under a name that is free; the same one twice is kept once."""
        for number in range(1, _KEPT_COPIES + 1):
            copy = self._path.with_name(f"{self._path.stem}.broken-{number}{self._path.suffix}")
            with suppress(OSError):
                if copy.exists():
                    if copy.read_bytes() == content:
                        return
                    continue
                write_private(copy, content)
            return


def _named(content: bytes) -> dict[str, object]:
    """Values by their names; raises ValueError for what is none of that."""
    found = json.loads(content)
    if not isinstance(found, dict):
        raise ValueError("no values by their names")  # noqa: TRY004 - it is the file's fault, not a caller's
    return found
