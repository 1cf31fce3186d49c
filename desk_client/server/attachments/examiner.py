"""The process in which one file is taken apart, and which ends with it: `python -m … <kind> <limits as JSON>`.

The file comes by standard input, a line of JSON and the file anew go out by standard output. Before the first byte of
the file is read, the process gives up what it does not need: memory and time beyond the limits, opening files and
sockets, writing files, further processes. A decoder that is led astray ends with its process and takes nothing along.
"""

import importlib
import json
import sys
from typing import Final

from desk_client.config import confinement
from desk_client.config.confinement import READY
from desk_client.domain.attachment_kinds import Kind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.attachments.limits import Limits

_MODULES: Final = {
    # loaded by name: who looks at an image has no use for the PDF library, which takes longest to load
    Kind.PDF: "desk_client.server.attachments.pdfs",
    Kind.JPEG: "desk_client.server.attachments.images",
    Kind.PNG: "desk_client.server.attachments.images",
}


def give_up_rights(limits: Limits) -> None:
    """Confine this process for good."""
    confinement.give_up_rights(memory_bytes=limits.memory_bytes, cpu_s=limits.cpu_s)


def main() -> None:
    """Examine what comes by standard input."""
    kind, limits = Kind(sys.argv[1]), Limits(**json.loads(sys.argv[2]))
    rebuild = importlib.import_module(_MODULES[kind]).rebuild
    give_up_rights(limits)
    out = sys.stdout.buffer
    out.write(READY)
    out.flush()
    data = sys.stdin.buffer.read(limits.most_bytes + 1)
    why = ""
    try:
        result: bytes | Refusal = rebuild(data, kind, limits)
    except Exception as error:  # noqa: BLE001 - whatever a decoder stumbles over, the file is what is wrong
        result = Refusal(RefusalCode.ATTACHMENT_DAMAGED)
        why = type(error).__name__  # its message may quote the file
    if isinstance(result, Refusal):
        head: dict[str, str | None] = {"refused": result.code.value, "field": result.field, "why": why}
        out.write(json.dumps(head).encode() + b"\n")
    else:
        out.write(b"{}\n" + result)
    out.flush()


if __name__ == "__main__":
    main()
