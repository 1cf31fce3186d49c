"""How much a document may ask of whoever draws it; plain values that cross a process's border as JSON."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ViewLimits:
    """The bounds of one document.

    Attributes:
        most_bytes: of the file.
        most_pages: of a PDF.
        most_pixels: of an image as it comes.
        most_drawn: pixels of a page as it is drawn.
        memory_bytes: address space of the process that draws.
        cpu_s: its processor time, whole seconds; a document that is read for long gets another process.
        opened_s: how long opening may take, seconds.
        drawn_s: how long one page may take, seconds.
    """

    most_bytes: int = 16 * 1024 * 1024
    most_pages: int = 2000
    most_pixels: int = 50_000_000
    most_drawn: int = 16_000_000
    memory_bytes: int = 1024 * 1024 * 1024
    cpu_s: int = 60
    opened_s: float = 15.0
    drawn_s: float = 10.0
