"""How the store names what the house gave by itself, so that the model can speak of it."""

from dataclasses import dataclass

from sqlalchemy import select

from desk_client.server.house import House
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment, waitlist, waitlist_offer
from tests.integration.life.model.steps import MadeGood


@dataclass(frozen=True)
class StoredNames:
    """Asks the store; what is not there gets a name that nothing has, and the comparison finds it."""

    house: House

    def instead_of(self, key: str) -> MadeGood:
        def found(transaction: Transaction) -> MadeGood:
            again = transaction.connection.execute(
                select(appointment.c.id).where(appointment.c.follows == key, appointment.c.offer_id.is_(None))
            ).scalar()
            wish = transaction.connection.execute(
                select(waitlist.c.id).where(waitlist.c.appointment_id == key, waitlist.c.priority > 0)
            ).scalar()
            return MadeGood(again, wish)

        return self.house.read_now(found)

    def offer_to(self, wish: str) -> tuple[str, str]:
        def found(transaction: Transaction) -> tuple[str, str]:
            row = transaction.connection.execute(
                select(waitlist_offer.c.id, waitlist_offer.c.appointment_id).where(
                    waitlist_offer.c.waitlist_id == wish, waitlist_offer.c.state == "open"
                )
            ).first()
            return (f"no offer to {wish}", f"nothing held for {wish}") if row is None else (row.id, row.appointment_id)

        return self.house.read_now(found)
