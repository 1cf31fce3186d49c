"""All mailboxes of this server, and the hints that go to them after each commit.

The `change` table is the truth; a commit only wakes the hub, which reads what has come in since it last looked.
"""

import asyncio
import logging
from datetime import timedelta
from typing import Final

from desk_client.domain.ids import AppointmentId
from desk_client.protocol.signalling import Changed
from desk_client.server.house import House
from desk_client.server.signalling.feed import ChangeFeed
from desk_client.server.signalling.mailbox import UNNUMBERED, Mailbox
from desk_client.server.signalling.rooms import Rooms
from desk_client.server.storage.errors import StoreUnavailableError

_log = logging.getLogger(__name__)
_AGAIN_AFTER: Final = timedelta(seconds=1)
_REST_S: Final = 0.02
"""Between two rounds: at hundreds of commits a second, all of the last moment are read together."""


class Hub:
    """Delivers hints. Belongs to one event loop; `start` and `stop` frame its life."""

    def __init__(self, house: House, rooms: Rooms) -> None:
        """`rooms` hear of changes too: a room may have been closed."""
        self._house = house
        self._rooms = rooms
        self._mailboxes: dict[str, Mailbox] = {}
        self._watching: dict[str, set[Mailbox]] = {}
        self._forgetting: dict[str, asyncio.TimerHandle] = {}
        self._woken = asyncio.Event()
        self._feed = ChangeFeed()
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to listen for commits."""
        loop = asyncio.get_running_loop()
        self._feed = await self._house.read(ChangeFeed.begin)

        def committed() -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(self._woken.set)

        self._house.store.on_commit(committed)
        self._task = loop.create_task(self._deliver(), name="signalling-hub")

    async def stop(self) -> None:
        """End the hub's task and timers; sockets are the web server's to close."""
        for timer in self._forgetting.values():
            timer.cancel()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    @property
    def mailboxes(self) -> tuple[Mailbox, ...]:
        """All that are kept, with a socket or waiting for one to come back."""
        return tuple(self._mailboxes.values())

    def find(self, mailbox_id: str) -> Mailbox | None:
        """A mailbox that is still kept."""
        return self._mailboxes.get(mailbox_id)

    def add(self, mailbox: Mailbox) -> None:
        """Keep a new mailbox and send it the hints that are its actor's."""
        self._mailboxes[mailbox.id] = mailbox
        for topic in _interests(mailbox):
            self._watching.setdefault(topic, set()).add(mailbox)

    def keep(self, mailbox: Mailbox) -> None:
        """Its socket is there again: do not forget it."""
        timer = self._forgetting.pop(mailbox.id, None)
        if timer is not None:
            timer.cancel()

    def forget_later(self, mailbox: Mailbox, after: timedelta) -> None:
        """Its socket broke: forget it unless it comes back in time."""
        loop = asyncio.get_running_loop()
        self._forgetting[mailbox.id] = loop.call_later(after.total_seconds(), self._forget, mailbox)

    def _forget(self, mailbox: Mailbox) -> None:
        self._forgetting.pop(mailbox.id, None)
        self._mailboxes.pop(mailbox.id, None)
        for topic in _interests(mailbox):
            watching = self._watching.get(topic, set())
            watching.discard(mailbox)
            if not watching:
                self._watching.pop(topic, None)
        self._rooms.forget(mailbox)

    async def _deliver(self) -> None:
        while True:
            await self._woken.wait()
            self._woken.clear()
            try:
                await self._deliver_new()
            except StoreUnavailableError as error:
                _log.warning("a round of hints was put off: %s", error)
                self._loop_again()
            except Exception:  # noqa: BLE001 - hints are lost with the round, the next round brings newer ones
                _log.exception("a round of hints failed")
            await asyncio.sleep(_REST_S)

    def _loop_again(self) -> None:
        asyncio.get_running_loop().call_later(_AGAIN_AFTER.total_seconds(), self._woken.set)

    async def _deliver_new(self) -> None:
        self._feed, rows = await self._house.read(self._feed.new)
        hints: dict[tuple[Mailbox, str], None] = {}
        for appointment_id, office_id, person_id in rows:
            for mailbox in self._watching.get(office_id, ()):
                hints[mailbox, f"office:{office_id}"] = None
            for mailbox in self._watching.get(person_id, ()):
                if mailbox.actor.appointment_id not in {None, appointment_id}:
                    continue  # they came with the ticket of another one
                hints[mailbox, f"appointment:{appointment_id}"] = None
        for mailbox, topic in hints:
            mailbox.post(Changed(seq=UNNUMBERED, topic=topic))
        for appointment_id in dict.fromkeys(AppointmentId(row.appointment_id) for row in rows):
            await self._rooms.appointment_changed(appointment_id)


def _interests(mailbox: Mailbox) -> tuple[str, ...]:
    """Whose changes the actor hears of: those of their office, or of themself; in an agency's service, the agency's."""
    actor = mailbox.actor
    agency_id = actor.agency_id if actor.office_id is None else None
    return tuple(name for name in (actor.office_id, agency_id, actor.person_id) if name is not None)
