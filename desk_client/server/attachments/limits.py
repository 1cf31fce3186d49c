"""How much a file may ask of those who take it apart; plain values that cross a process's border as JSON."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one file.

    Attributes:
        most_bytes: of the file as it comes, and of the file as it is kept.
        most_pixels: of an image, and of each image in a PDF.
        most_pages: of a PDF.
        most_objects: of a PDF.
        most_unpacked_bytes: all that a PDF's streams unpack to.
        memory_bytes: address space of the process that takes the file apart.
        cpu_s: its processor time, whole seconds.
        wall_s: its life, seconds.
    """

    most_bytes: int = 10 * 1024 * 1024
    most_pixels: int = 50_000_000
    most_pages: int = 200
    most_objects: int = 100_000
    most_unpacked_bytes: int = 256 * 1024 * 1024
    memory_bytes: int = 1024 * 1024 * 1024
    cpu_s: int = 20
    wall_s: float = 40.0
