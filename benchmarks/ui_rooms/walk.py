"""A walk through every page of a kiosk in a window on the screen: when each is painted first, and how it slides in.

    DISPLAY=:7 python benchmarks/ui_rooms/walk.py [--rounds N]

Runs by itself, as `ui.py` starts it; prints one JSON object. The server is not a part of it: pages show a sample visit.
"""

import argparse
import gc
import json
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

import psutil
from PySide6.QtWidgets import QApplication

from benchmarks.ui_rooms.paintings import Paintings
from desk_client.client.visit import Page, Visit
from desk_client.ui.theme.appearance import Appearance, Look
from tests.gallery import kiosk_samples as sample
from tests.gallery.kiosk_states import window

_SIZE: Final = (1920, 1080)
_SLIDING_S: Final = 0.17
"""A little less than a page takes to come in."""
_STILL_S: Final = 0.15


class Walk:
    """One window, and the seconds until each page's first painting is on the screen."""

    def __init__(self, app: QApplication) -> None:
        self.window = window(Appearance(app, Look()), Visit())
        self.window.setGeometry(0, 0, *_SIZE)
        self.window.show()
        gc.freeze()  # as a visitor's process does with its window
        self._paintings = Paintings(app, self.window)
        self._paintings.run_for(_STILL_S)

    def to(self, page: Page) -> tuple[float, float]:
        """Change to the page: milliseconds until it is painted, and pictures a second while it comes in."""
        began_s = time.perf_counter()
        self.window.client.visit.set(replace(sample.VISIT, page=page, trail=(Page.HOME,)))
        painted_ms = self._paintings.next_after(began_s)
        self._paintings.run_for(_SLIDING_S)
        moved = list(self._paintings.at_s)
        fps = (len(moved) - 1) / (moved[-1] - moved[0]) if len(moved) > 1 else 0.0
        self._paintings.run_for(_STILL_S)
        return painted_ms, fps


def main() -> None:
    """Walk, and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="after the first, in which pages are made")
    asked = parser.parse_args()
    walk = Walk(QApplication(sys.argv[:1]))
    pages = [page for page in Page if page not in {Page.HOME, Page.FAREWELL}]
    first: dict[Page, tuple[float, float]] = {page: walk.to(page) for page in pages}
    later: dict[Page, list[tuple[float, float]]] = {page: [] for page in pages}
    process, rss_mb = psutil.Process(), list[float]()
    for _ in range(asked.rounds):
        for page in pages:
            later[page].append(walk.to(page))
        rss_mb.append(process.memory_info().rss / 1e6)
    first[Page.FAREWELL] = walk.to(Page.FAREWELL)  # nothing leads on from there
    print(
        json.dumps(
            {
                "first_ms": {page: ms for page, (ms, _fps) in first.items()},
                "again_ms": {page: [ms for ms, _fps in measured] for page, measured in later.items()},
                "rss_mb": rss_mb,
                "fps": [fps for measured in later.values() for _ms, fps in measured],
            }
        )
    )


if __name__ == "__main__":
    main()
