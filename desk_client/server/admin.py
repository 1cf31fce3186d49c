"""What an administrator does from the command line: functions on a house, which may be a running server's own."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy import insert, select

from desk_client.domain.access import Role
from desk_client.domain.ids import KioskId, SiteId, StaffId, new_staff_id
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.passwords import SHORTEST
from desk_client.protocol.kiosks import KioskPinAsk
from desk_client.server.house import House
from desk_client.server.region.load import Loaded, load
from desk_client.server.region.model import read_region
from desk_client.server.services.access import kiosk_pin
from desk_client.server.services.administration.accounts import weak
from desk_client.server.services.administration.enrolment import issue_code
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import staff


class AdministratorExistsError(ValueError):
    """There is an administrator already; further ones are made by an administrator who has signed in."""


class WeakPasswordError(ValueError):
    """The password is too short, or among the first that anybody would guess."""

    def __init__(self) -> None:
        super().__init__(f"A password has at least {SHORTEST} characters and is none that everybody uses.")


def create_first_administrator(house: House, username: str, password: str, *, name_ar: str, name_en: str) -> StaffId:
    """Make the first administrator of an installation.

    Raises:
        AdministratorExistsError: there is one.
        WeakPasswordError: the password is too short or too common.
    """
    password_hash = _hashed(house, password, username)

    def create(transaction: Transaction) -> StaffId:
        administrators = select(staff.c.id).where(staff.c.role == Role.ADMINISTRATOR.value)
        if transaction.connection.execute(administrators).first() is not None:
            raise AdministratorExistsError("There is an administrator already.")
        staff_id = new_staff_id(transaction.id_bytes())
        transaction.connection.execute(
            insert(staff).values(
                id=staff_id,
                username=username.strip().casefold(),
                role=Role.ADMINISTRATOR.value,
                name_ar=name_ar,
                name_en=name_en,
                password_hash=password_hash,
            )
        )
        return staff_id

    return house.write_now(create)


def load_region(
    house: House,
    path: Path,
    *,
    staff_password: str | None = None,
    must_change: bool = False,
    open_now: Sequence[str] = (),
    over_screens: bool = False,
) -> Loaded:
    """Load a region from a YAML file; see `region.load.load`.

    Args:
        house: where to.
        path: the file.
        staff_password: the first password of staff who are new; without it no staff are made.
        must_change: whether each of them has to take another before anything else.
        open_now: ids of offices that receive at once for two hours, whatever the day and the hour.
        over_screens: bring back also what was set on an administrator's screen since.

    Raises:
        RegionFaultyError: a field is wrong; each fault names it.
        UnknownOfficeError: `open_now` names none of the region's offices.
        WeakPasswordError: the password is too short or too common.
        OSError: the file cannot be read.
    """
    region = read_region(path.read_text(encoding="utf-8"))
    password_hash = None if staff_password is None else _hashed(house, staff_password, "")
    return house.write_now(
        lambda transaction: load(
            transaction,
            region,
            password_hash=password_hash,
            must_change=must_change,
            open_now=open_now,
            over_screens=over_screens,
        )
    )


def enrol_kiosk(house: House, kiosk_id: str) -> str | Refusal:
    """A one-time enrolment code for a kiosk, good for a day; NOT_FOUND where there is no such kiosk."""
    return house.write_now(lambda transaction: issue_code(transaction, KioskId(kiosk_id)))


def set_kiosk_pin(house: House, site_id: str, pin: str) -> Refusal | None:
    """Give a hall its operator's PIN. Refusals: INVALID_REQUEST for no PIN at all, PASSWORD_WEAK, NOT_FOUND."""
    try:
        asked = KioskPinAsk(pin=pin)
    except ValidationError:
        return Refusal(RefusalCode.INVALID_REQUEST, field="pin")
    if (refusal := kiosk_pin.weak(asked.pin)) is not None:
        return refusal
    where = SiteId(site_id)
    hashed = house.passwords.hash(kiosk_pin.peppered(house.pepper, where, asked.pin))
    return house.write_now(lambda transaction: kiosk_pin.keep_pin(transaction, None, where, hashed))


def _hashed(house: House, password: str, username: str) -> str:
    if weak(password, username) is not None:
        raise WeakPasswordError
    return house.passwords.hash(password)
