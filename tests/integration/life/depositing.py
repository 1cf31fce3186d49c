"""What is left at kiosks without a line, as the server sees it come in, in any order."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, select

from desk_client.domain.consents import Purpose
from desk_client.i18n.language import Language
from desk_client.protocol.deposits import INSIDE, CheckInLeft, Deposit, DepositAsk, RequestLeft, SurveyLeft, outside
from desk_client.protocol.sealed_box import close_box
from desk_client.server.services.deposits import taking_in
from desk_client.server.services.privacy.consent_texts import present
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables import booking
from tests.integration.life.lab import Lab

MINUTE: Final = timedelta(minutes=1)
VERSION: Final = present(Purpose.PROCESSING).version
NATIONAL_ID: Final = "1000000008"
MOBILE: Final = "0500000777"

Left = CheckInLeft | SurveyLeft | RequestLeft


def wish(**changed: Any) -> RequestLeft:
    """Somebody's wish to talk with the roads department."""
    whole = {
        "national_id": NATIONAL_ID,
        "mobile": MOBILE,
        "name": "سارة المثال",
        "service_id": "roads-desk",
        "text": "طريق القرية",
        "days": (date(2026, 11, 24),),
        "consent_version": VERSION,
        "language": Language.ARABIC,
    }
    return RequestLeft(**{**whole, **changed})


class Kiosk:
    """A kiosk's outbox, as the server sees it."""

    def __init__(self, lab: Lab, kiosk_id: str = "hall-1") -> None:
        self.lab, self.actor = lab, lab.kiosk(kiosk_id)
        self._sequence = 0

    def ask(self, inside: Left, at: datetime, entry_id: str = "") -> tuple[str, DepositAsk]:
        self._sequence += 1
        entry_id = entry_id or f"{self.actor.kiosk_id}-{self._sequence}"
        box = self.lab.house.deposits
        sealed = close_box(box.public_key, INSIDE.dump_json(inside), outside(entry_id, self._sequence, at))
        return entry_id, DepositAsk.of(self._sequence, at, box.key_id, sealed)

    def hands_in(self, inside: Left, at: datetime, entry_id: str = "") -> Deposit:
        return self.sends(*self.ask(inside, at, entry_id))

    def sends(self, entry_id: str, ask: DepositAsk) -> Deposit:
        return self.lab.write(taking_in.take_in, self.actor, self.lab.house.deposits, entry_id, ask)


def requests_of(lab: Lab) -> list[tuple[str, str, str]]:
    """Text, state and person of every request, by id of the person."""

    def read(transaction: Transaction) -> list[tuple[str, str, str]]:
        rows = transaction.connection.execute(select(booking.request).order_by(booking.request.c.submitted_at))
        opened = transaction.vault.open
        return [(opened("request.text", row.id, row.text_sealed), row.state, row.person_id) for row in rows]

    return lab.house.read_now(read)


Event = Callable[[Transaction], object]


def end_state(lab: Lab, order: Sequence[Event], at: datetime, look: Callable[[Transaction], Any]) -> Any:
    """What comes of these in that order, a minute apart from ``at`` on; then the store is as it was."""

    def within(connection: Connection) -> Any:
        undone = connection.begin_nested()
        house, moment = lab.house, at
        for event in order:
            transaction = Transaction(
                connection, moment, house.random, house.pepper, house.settings, house.vault, house.memory, writes=True
            )
            event(transaction)
            transaction.settle_in(connection)
            moment += MINUTE
        seen = look(
            Transaction(
                connection, moment, house.random, house.pepper, house.settings, house.vault, house.memory, writes=True
            )
        )
        undone.rollback()
        return seen

    return lab.house.store.write(within).result()


def handing_in(kiosk: Kiosk, inside: Left, at: datetime) -> Event:
    entry_id, ask = kiosk.ask(inside, at)
    return lambda transaction: taking_in.take_in(transaction, kiosk.actor, kiosk.lab.house.deposits, entry_id, ask)
