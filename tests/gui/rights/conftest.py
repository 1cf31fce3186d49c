"""The desk's window before a server that answers from memory, for everybody who may sit at it, one after the other."""

from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtWidgets import QApplication

from desk_client.client.conference import Conference, MediaChoice
from desk_client.client.day import Day
from desk_client.client.inbox import InboxView
from desk_client.client.office_calendar import CalendarView
from desk_client.domain.access import Action
from desk_client.domain.party import Party
from desk_client.ui.theme.appearance import Appearance, Look
from desk_client.ui.theme.tokens import Density
from tests.fakes.still_engine import StillEngine
from tests.gui.desk.conftest import Desk
from tests.gui.rights.offers import asked_by_offers, refused
from tests.gui.rights.policies import lets, policies, route_of

if TYPE_CHECKING:
    from desk_client.rtc.engine import Engine


class Walk:
    """Looks at what is offered to one person after the other at the same desk.

    ``wrong`` is what is offered, or asked by the page itself, though it would be refused; ``offers`` what each of them
    was offered at all.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.window.setUpdatesEnabled(False)  # what is painted is looked at elsewhere
        self.wrong: dict[str, dict[str, list[str]]] = {}
        self.offers: dict[str, set[Action]] = defaultdict(set)

    def sign_out(self) -> None:
        """Nobody sits here."""
        client = self.desk.client
        client.forget_console()
        client.forget_administration()
        client.calendar.set(CalendarView())
        client.inbox.set(InboxView())
        client.day.set(Day())
        self.desk.server.asked.clear()

    async def look(self, who: str, where: str, day: Day | None = None) -> None:
        """Look at what they are offered here; first show this day, where it is another."""
        client = self.desk.client
        if day is not None:
            client.day.set(day)
        await self.desk.settle()
        shown = client.day.value
        found = refused(shown, self._offers(who, shown))
        for method, path in self.desk.server.asked:
            if not lets(shown, route := route_of(method, path)):
                found.setdefault("asked by itself", []).append(route)
        self.desk.server.asked.clear()
        if found:
            self.wrong[f"{who}, {where}"] = found

    def _offers(self, who: str, day: Day) -> dict[str, tuple[str, ...]]:
        QApplication.processEvents()
        window = self.desk.window
        offers = asked_by_offers(window, day)
        asked = {policies()[route].action for all_asked in offers.values() for route in all_asked}
        self.offers[who] |= {action for action in Action if action.value in asked}
        return offers


@pytest.fixture
async def desk(look: Appearance) -> AsyncIterator[Desk]:
    """A desk whose devices are asked for nothing."""
    look.set_look(Look(density=Density.DESK, reduced_motion=True))
    choice = MediaChoice(1, 440.0, "synthetic", "synthetic", "none")
    engine = cast("Callable[[], Engine]", StillEngine)
    async with Desk(look, lambda: Conference(engine, choice, Party.OFFICIAL)).until_closed() as made:
        yield made


@pytest.fixture
def walk(desk: Desk) -> Walk:
    """Everybody comes to the same desk."""
    return Walk(desk)
