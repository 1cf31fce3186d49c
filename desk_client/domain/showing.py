"""What one end of a talk has the other see."""

from enum import StrEnum


class Showing(StrEnum):
    """What the sent picture is of. The value is the wire code."""

    CAMERA = "camera"
    SCREEN = "screen"
    """A screen or document, which is to be read whole."""
    OFF = "off"
    """The person chose not to be seen."""
    RESTING = "resting"
    """The line has no room for it: the sound comes first."""
