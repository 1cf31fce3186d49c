"""The process in which one document is drawn, and which ends with it: `python -m … <kind> <limits as JSON>`.

By standard input come the document's size as a line of JSON, the document, and then one line for each page that is
wanted; by standard output go the pages' sizes, and for each page a line and its pixels. Before the first byte of the
document is read, the process gives up what it does not need (`config.confinement`).
"""

import importlib
import json
import sys
from typing import BinaryIO, Final

from desk_client.client.viewing.drawing import Paper, RefusedPaperError, Wanted
from desk_client.client.viewing.limits import ViewLimits
from desk_client.client.viewing.trouble import Trouble
from desk_client.config.confinement import READY, give_up_rights
from desk_client.domain.attachment_kinds import Kind

_MODULES: Final = {
    # loaded by name: who looks at a photo has no use for the PDF library
    Kind.PDF: "desk_client.client.viewing.pdf_paper",
    Kind.JPEG: "desk_client.client.viewing.image_paper",
    Kind.PNG: "desk_client.client.viewing.image_paper",
}


def main() -> None:
    """Open what comes by standard input, and draw its pages until nobody wants any."""
    limits = ViewLimits(**json.loads(sys.argv[2]))
    opened = importlib.import_module(_MODULES[Kind(sys.argv[1])]).opened
    give_up_rights(memory_bytes=limits.memory_bytes, cpu_s=limits.cpu_s)
    source, out = sys.stdin.buffer, sys.stdout.buffer
    out.write(READY)
    out.flush()
    head = source.readline()
    if not head:
        return
    try:
        paper: Paper = opened(source.read(json.loads(head)["size"]), limits)
        _say(out, {"pages": paper.sizes()})
    except RefusedPaperError as refused:
        _say(out, {"trouble": refused.args[0]})
        return
    for line in source:
        _answer(out, paper, Wanted(**json.loads(line)))


def _answer(out: BinaryIO, paper: Paper, wanted: Wanted) -> None:
    try:
        pixels = paper.draw(wanted)
    except MemoryError:
        _say(out, {"trouble": Trouble.GAVE_UP})
    except Exception:  # noqa: BLE001 - whatever a decoder stumbles over, the page is what is wrong
        _say(out, {"trouble": Trouble.PAGE_DAMAGED})
    else:
        _say(out, {"size": len(pixels)}, pixels)


def _say(out: BinaryIO, head: dict[str, object], pixels: bytes = b"") -> None:
    out.write(json.dumps(head).encode() + b"\n")
    out.write(pixels)
    out.flush()


if __name__ == "__main__":
    main()
