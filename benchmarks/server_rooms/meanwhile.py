"""Bookings that come in while something else is measured: of other people, at other offices and sites."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as daytime
from typing import Final

from benchmarks.server_rooms.town import OFFICES, PEOPLE, SITES
from desk_client.domain.access import Role
from desk_client.domain.ids import KioskId, PersonId, SessionId, SiteId
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.appointments import AppointmentAsk
from desk_client.protocol.slots import HoldAsk
from desk_client.server.house import House
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.booking import book
from desk_client.server.services.booking.holding import place_hold

A_SECOND: Final = 50
_OPENS: Final = daytime(5)
_SLOT: Final = timedelta(minutes=20)


@dataclass(slots=True)
class Bookings:
    """How many there were, and over which time."""

    done: int = 0
    seconds: float = 0.0

    @property
    def a_second(self) -> float:
        """The rate."""
        return self.done / self.seconds if self.seconds else 0.0


@contextmanager
def coming_in(house: House, first: date) -> Iterator[Bookings]:
    """Fifty bookings a second from a thread of their own, for as long as the block lasts; from the first day on."""
    found = Bookings()
    ending = threading.Event()
    thread = threading.Thread(target=_book_on, args=(house, first, found, ending), name="bookings")
    thread.start()
    try:
        yield found
    finally:
        ending.set()
        thread.join()


def _book_on(house: House, first: date, found: Bookings, ending: threading.Event) -> None:
    began = time.perf_counter()
    for number, (office, starts_at) in enumerate(_free(first)):
        if ending.wait(max(0.0, began + number / A_SECOND - time.perf_counter())):
            break
        found.done += _booked(house, number % PEOPLE, office, starts_at)
        found.seconds = time.perf_counter() - began


def _free(first: date) -> Iterator[tuple[int, datetime]]:
    """What `million` left free, one office after the other."""
    for day in range(1, 30):
        opens = datetime.combine(first + timedelta(days=day), _OPENS, UTC)
        for slot in range(21):
            for office in range(OFFICES):
                if (office * 7 + slot * 3 + day * 11) % 10 >= 7:
                    yield office, opens + slot * _SLOT


def _booked(house: House, person: int, office: int, starts_at: datetime) -> bool:
    site = person % SITES
    actor = Actor(
        SessionId(f"ses_{person}"),
        Role.CITIZEN,
        person_id=PersonId(f"per_{person}"),
        kiosk_id=KioskId(f"kiosk-{site}-0"),
        site_id=SiteId(f"site-{site}"),
    )
    ask = HoldAsk(office_id=f"office-{office}", service_id=f"service-{office}", starts_at=starts_at)
    held = house.write_now(lambda transaction: place_hold(transaction, actor, ask))
    if isinstance(held, Refusal):
        return False
    asked = AppointmentAsk(hold_id=held.id, subject="طريق القرية")
    return not isinstance(house.write_now(lambda transaction: book(transaction, actor, asked)), Refusal)
