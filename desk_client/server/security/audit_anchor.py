"""The newest seal of the audit trail, noted outside of the store: a chain alone does not tell that its end is missing.

The file belongs on another disk, or where only this server may write.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from desk_client.config.files import write_private
from desk_client.server.security.audit_seal import BEGINNING


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: its last position, and the seal there. Position 0 is a chain without any row."""

    position: int = 0
    digest: bytes = BEGINNING


class AnchorDamagedError(ValueError):
    """The file is there and says nothing that could be the end of a chain."""


class Anchor:
    """The file. One server writes it; of several on one database each has its own."""

    def __init__(self, path: Path) -> None:
        """Nothing is read or made yet."""
        self.path = path

    def read(self) -> Head | None:
        """What was noted last; None where there is no file.

        Raises:
            AnchorDamagedError: it cannot be read as an anchor.
            OSError: it cannot be read at all.
        """
        try:
            text = self.path.read_text(encoding="ascii")
        except FileNotFoundError:
            return None
        except UnicodeDecodeError:
            raise AnchorDamagedError(f"{self.path} is damaged") from None
        try:
            noted = json.loads(text)
            head = Head(int(noted["position"]), bytes.fromhex(noted["digest"]))
        except (ValueError, TypeError, KeyError):
            raise AnchorDamagedError(f"{self.path} is damaged") from None
        if head.position < 1 or len(head.digest) != len(BEGINNING):
            raise AnchorDamagedError(f"{self.path} is damaged")
        return head

    def write(self, head: Head) -> None:
        """Note it, durably. Raises OSError where the disk does not take it."""
        write_private(self.path, json.dumps({"position": head.position, "digest": head.digest.hex()}).encode())
