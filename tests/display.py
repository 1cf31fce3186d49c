"""A screen for tests that open windows: the one that is there, or a virtual one of their own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from desk_client.bootstrap.virtual_screen import virtual_screen

SCREEN = (1920, 1920)
"""Large enough for the kiosk upright and for the desk lying."""


@contextmanager
def screen() -> Iterator[str]:
    """Yield the name of a display, set in DISPLAY as well."""
    present = os.environ.get("DISPLAY")
    if present:
        yield present
        return
    with virtual_screen(*SCREEN) as name:
        os.environ["DISPLAY"] = name
        try:
            yield name
        finally:
            del os.environ["DISPLAY"]
