"""Where an installation keeps its files, per platform (platformdirs), unless it is told otherwise."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

_APPLICATION: Final = "desk-client"
_PRIVATE: Final = 0o700


@dataclass(frozen=True, slots=True)
class DataDirectory:
    """One program's directory and the names of the files in it."""

    root: Path

    @property
    def store(self) -> Path:
        """The server's encrypted store."""
        return self.root / "majlis.db"

    @property
    def secrets(self) -> Path:
        """Keys and credentials, where the system has no keyring."""
        return self.root / "secrets"

    @property
    def tls(self) -> Path:
        """The installation's own authority, and what it issued."""
        return self.root / "tls"

    @property
    def outbox(self) -> Path:
        """What was left at a kiosk while its server was away, sealed."""
        return self.root / "outbox"

    @property
    def recordings(self) -> Path:
        """Recorded talks that the server has not taken in yet, sealed."""
        return self.root / "recordings"

    @property
    def provisions(self) -> Path:
        """What a kiosk has seen last of its server; nothing of it is about a person."""
        return self.root / "last-seen"

    @property
    def preferences(self) -> Path:
        """What the person at a desk chose for themselves."""
        return self.root / "preferences.json"

    @property
    def audit_anchor(self) -> Path:
        """The newest seal of the audit trail, unless the settings name another place."""
        return self.root / "audit-head.json"

    @property
    def sms_log(self) -> Path:
        """Messages of the file gateway, one JSON object a line."""
        return self.root / "sms.log"

    def created(self) -> "DataDirectory":
        """Itself, after making sure that it exists; a new one is its owner's alone, an older one is left as it is."""
        self.root.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        return self


def default_data_directory(program: str) -> DataDirectory:
    """Where a program ("server", "kiosk", "desk") keeps its data on this platform."""
    import platformdirs  # noqa: PLC0415 - a visitor's process is told the place

    return DataDirectory(Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False)) / program)
