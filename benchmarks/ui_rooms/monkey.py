"""The monkey of the tests (`tests/gui/kiosk/monkey.py`), for as long as it takes.

    DISPLAY=:7 python benchmarks/ui_rooms/monkey.py [--touches N] [--seed N]

Runs by itself, as `ui.py` starts it; prints one JSON object.
"""

import argparse
import asyncio
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from PySide6.QtWidgets import QApplication

from desk_client.client.visit import Page
from desk_client.domain.party import Party
from desk_client.ui.theme.appearance import Appearance, Look
from tests.gui.kiosk.monkey import Monkey
from tests.integration.client.conftest import conference


def main() -> None:
    """Let it play, and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--touches", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    look = Appearance(QApplication(sys.argv[:1]), Look(reduced_motion=True))
    monkey = Monkey(look, asked.seed, lambda: conference(Party.CITIZEN))
    asyncio.run(monkey.play(asked.touches))
    print(
        json.dumps(
            {
                "touches": monkey.touches,
                "rounds": monkey.rounds,
                "home": monkey.home,
                "faults": monkey.faults,
                "pages": sorted(monkey.pages),
                "all_pages": len(Page),
            }
        )
    )


if __name__ == "__main__":
    main()
