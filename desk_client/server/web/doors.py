"""Who has shown the right password: the one way there, for signing in, for a second factor, for another password."""

from desk_client.domain.ids import StaffId
from desk_client.server.services.access import staff
from desk_client.server.services.access.staff import Door
from desk_client.server.web.gate import Gate
from desk_client.server.web.problems import RefusedError


async def past(gate: Gate, door: Door, password: str) -> StaffId:
    """Whose name and password these are; else RATE_LIMITED or WRONG_CREDENTIALS, alike for names that nobody has.

    The try is counted, the password checked outside of any transaction, and a failure noted: in two transactions and
    one hash, whether or not there is such a name.
    """
    known = await gate.open_write(lambda transaction: staff.at_the_door(transaction, door))
    right = await gate.house.passwords.checked(password, known.password_hash)
    if not right or known.staff_id is None:
        raise RefusedError(await gate.house.write(lambda transaction: staff.turned_away(transaction, door)))
    return known.staff_id
