"""Which cameras this system has, by the names that people know them by."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import av

_CLASS: Final = Path("/sys/class/video4linux")
_NODES: Final = Path("/dev")


@dataclass(frozen=True)
class FoundCamera:
    """One that may be opened.

    Attributes:
        name: what a choice is kept by; of two alike the second has a number behind it.
        address: what the driver opens: a node, or DirectShow's name.
    """

    name: str
    address: str


def cameras() -> tuple[FoundCamera, ...]:
    """Those that are plugged in now, the system's own choice first. Nothing is opened for it."""
    if sys.platform == "win32":
        found = av.enumerate_input_devices("dshow")
        return _told_apart((str(each.name), str(each.name)) for each in found if "video" in each.media_types)
    return v4l2_cameras(_CLASS, _NODES)


def camera_names() -> tuple[str, ...]:
    """Their names alone."""
    return tuple(each.name for each in cameras())


def v4l2_cameras(described: Path, nodes: Path) -> tuple[FoundCamera, ...]:
    """What Video4Linux2 has: the lowest node first. A camera's further nodes carry its metadata and are passed over.

    Args:
        described: where the kernel tells of each node (`/sys/class/video4linux`); a container may lack it.
        nodes: where they are opened (`/dev`).
    """
    numbered = [node for node in nodes.glob("video*") if node.name.removeprefix("video").isdigit()]
    numbered.sort(key=lambda node: int(node.name.removeprefix("video")))
    capturing = [node for node in numbered if _said(described / node.name / "index", "0") == "0"]
    return _told_apart((_said(described / node.name / "name", node.name), str(node)) for node in capturing)


def _told_apart(found: Iterator[tuple[str, str]]) -> tuple[FoundCamera, ...]:
    """Two of one make are two all the same."""
    seen: dict[str, int] = {}
    told: list[FoundCamera] = []
    for name, address in found:
        seen[name] = seen.get(name, 0) + 1
        told.append(FoundCamera(name if seen[name] == 1 else f"{name} ({seen[name]})", address))
    return tuple(told)


def _said(file: Path, otherwise: str) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip() or otherwise
    except OSError:
        return otherwise
