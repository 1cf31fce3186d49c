"""An agenda of hundreds in a desk's window on the screen: how soon it is there, and how it scrolls.

    DISPLAY=:7 python benchmarks/ui_rooms/agenda.py [--items N]

Runs by itself, as `ui.py` starts it; prints one JSON object. The server is not a part of it: the list shows a sample
day, longer than any office's.
"""

import argparse
import json
import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from PySide6.QtWidgets import QApplication

from benchmarks.ui_rooms.paintings import Paintings
from desk_client.client.day import Agenda, AgendaItem, DeskPage
from desk_client.ui.theme.appearance import Appearance, Look
from tests.gallery import desk_day
from tests.gallery.desk_screens import framed

_SIZE: Final = (1920, 1080)
_STEP_PX: Final = 24
"""One picture's way of a quick scroll: 1,440 pixels a second at sixty."""
_SETTLED_S: Final = 0.5
_APART: Final = timedelta(minutes=1)


def long_day(count: int) -> tuple[AgendaItem, ...]:
    """The sample's people again and again, a minute apart."""
    people = desk_day.items()
    first = people[0].slot.starts_at
    made = []
    for number in range(count):
        item = people[number % len(people)]
        starts = first + number * _APART
        slot = item.slot.model_copy(update={"starts_at": starts, "ends_at": starts + _APART})
        made.append(item.model_copy(update={"id": f"a{number}", "slot": slot}))
    return tuple(made)


class Scroll:
    """One window with a long day in it, and when it was painted."""

    def __init__(self, app: QApplication) -> None:
        self._frame = framed(Appearance(app, Look()), desk_day.day(DeskPage.TODAY, is_empty=True))
        self._frame.setGeometry(0, 0, *_SIZE)
        self._frame.show()
        self._paintings = Paintings(app, self._frame)
        self._paintings.run_for(_SETTLED_S)

    def shown(self, items: tuple[AgendaItem, ...]) -> float:
        """Let the day come up: milliseconds until it is painted."""
        day = desk_day.day(DeskPage.TODAY)
        began_s = time.perf_counter()
        agenda = Agenda(date=items[0].slot.starts_at.date(), items=items)
        self._frame.desk.today.show_day(replace(day, agenda=agenda))
        took_ms = self._paintings.next_after(began_s)
        self._paintings.run_for(_SETTLED_S)
        return took_ms

    def through(self) -> list[float]:
        """Scroll from the first to the last: milliseconds of each picture."""
        bar = self._frame.desk.today.agenda.verticalScrollBar()
        found = []
        for value in range(_STEP_PX, bar.maximum(), _STEP_PX):
            began_s = time.perf_counter()
            bar.setValue(value)
            found.append(self._paintings.next_after(began_s))
        return found


def main() -> None:
    """Scroll, and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=500)
    asked = parser.parse_args()
    scroll = Scroll(QApplication(sys.argv[:1]))
    items = long_day(asked.items)
    made_ms = scroll.shown(items)
    frames_ms = scroll.through()
    told_ms = [scroll.shown((items[0].model_copy(update={"version": number + 2}), *items[1:])) for number in range(5)]
    print(json.dumps({"made_ms": made_ms, "frames_ms": frames_ms, "told_ms": told_ms, "items": len(items)}))


if __name__ == "__main__":
    main()
