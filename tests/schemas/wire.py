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
from tests.schemas.compatibility import Way, openapi_breaks, schema_breaks

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


def breaks(today: dict[str, Any], frames: dict[str, Any]) -> list[str]:
    """A sentence for each thing by which what is spoken today breaks those who speak what was written last."""
    before, before_frames = (json.loads(path.read_text(encoding="utf-8")) for path in (OPENAPI, SIGNALLING))
    return [
        *openapi_breaks(before, today),
        *schema_breaks(before_frames["asked"], frames["asked"], Way.ASKED),
        *schema_breaks(before_frames["answered"], frames["answered"], Way.ANSWERED),
    ]


def write(today: dict[str, Any], frames: dict[str, Any], *, breaking: bool) -> int:
    """Write both. Where that breaks somebody and is not `breaking` on purpose: say what breaks, and return 1."""
    found = breaks(today, frames)
    sys.stderr.writelines(f"breaks: {each}\n" for each in found)
    if found and not breaking:
        sys.stderr.write("Nothing was written. Where this is meant: make schemas BREAKING=1\n")
        return 1
    OPENAPI.write_text(text(today), encoding="utf-8")
    SIGNALLING.write_text(text(frames), encoding="utf-8")
    return 0


def main() -> int:
    """Write what is spoken today: `make schemas`."""
    with tempfile.TemporaryDirectory() as folder:
        today = openapi(Path(folder) / "data")
    return write(today, signalling(), breaking="--breaking" in sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
