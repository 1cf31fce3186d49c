"""The wire as it is described today, in a form that is compared and committed."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.settings import ServerSettings
from desk_client.protocol.signalling import CLIENT_FRAME, SERVER_FRAME
from desk_client.server.app import create_app

FOLDER: Final = Path(__file__).parent
OPENAPI: Final = FOLDER / "openapi-v1.json"
SIGNALLING: Final = FOLDER / "signalling-v1.json"


def openapi(data_dir: Path) -> dict[str, Any]:
    """Of a real application; without the program's own version, which says nothing about the wire."""
    house = open_house(ServerSettings(port=0, data_dir=data_dir, secrets="file"))
    try:
        document: dict[str, Any] = json.loads(json.dumps(create_app(house).openapi()))
    finally:
        close_house(house)
    document["info"]["version"] = "1"
    return document


def signalling() -> dict[str, Any]:
    """Both directions."""
    return {
        "asked": CLIENT_FRAME.json_schema(mode="validation"),
        "answered": SERVER_FRAME.json_schema(mode="serialization"),
    }


def text(document: object) -> str:
    """Sorted, so that only what changed differs."""
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def main() -> int:
    """Write both: `make schemas`."""
    with tempfile.TemporaryDirectory() as folder:
        OPENAPI.write_text(text(openapi(Path(folder) / "data")), encoding="utf-8")
    SIGNALLING.write_text(text(signalling()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
