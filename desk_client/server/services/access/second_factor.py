"""The second factor of staff: time-based codes (RFC 6238) of an authenticator app, and recovery codes for its loss.

A member of staff sets it up with name and password, confirms it with a first code, and from then on is let in with a
code only. There is no half-open session: whoever lacks the factor that their role must have sets it up at the door.
"""

import base64
import hmac
import io
from datetime import datetime, timedelta
from typing import Any, Final

import pyotp
import segno
from sqlalchemy import Row, delete, insert, or_, select, update

from desk_client.domain.access import Action, Role
from desk_client.domain.ids import SessionId, StaffId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.digits import to_ascii
from desk_client.protocol.accounts import RecoveryCodes, SecondFactor
from desk_client.server.security.tokens import keyed_hash
from desk_client.server.services import throttle
from desk_client.server.services.actor import Actor
from desk_client.server.services.throttle import Limit
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import recovery_code, staff

ISSUER: Final = "Majlis"
RECOVERY_CODES: Final = 10
STEP: Final = timedelta(seconds=30)
"""RFC 6238, section 5.2."""
DRIFT: Final = 1
"""So many steps may a phone's clock be off, to either side."""

_SECRET: Final = "staff.totp"  # noqa: S105 - the name of a column
_SECRET_BYTES: Final = 20
"""As long as the hash (RFC 4226, section 4, R6)."""
_HASH: Final = "recovery-code"
_RECOVERY_BYTES: Final = 10
_GROUP: Final = 4
_DAY: Final = timedelta(days=1)
_TOTP_DIGITS: Final = 6
_BETWEEN: Final = "|"
_NO_SESSION: Final = SessionId("")

PASSWORD: Final = "password"  # noqa: S105 - how somebody proved who they are
TOTP: Final = "totp"
RECOVERY_CODE: Final = "recovery_code"


def checked(transaction: Transaction, staff_id: StaffId, role: Role, code: str | None) -> str | Refusal:
    """Judge the second factor of somebody whose password was right; how they proved who they are.

    Refusals: SECOND_FACTOR_REQUIRED, with the field `code` where one has to be typed and `second_factor` where it has
    to be set up first; CODE_WRONG with the tries left; RATE_LIMITED.
    """
    row = _row(transaction, staff_id)
    if row.totp_confirmed_at is None:
        if role in transaction.settings.identity.second_factor_roles:
            return Refusal(RefusalCode.SECOND_FACTOR_REQUIRED, field="second_factor")
        return PASSWORD
    if code is None:
        return Refusal(RefusalCode.SECOND_FACTOR_REQUIRED, field="code")
    limits = _limits(transaction, staff_id)
    if (refusal := throttle.taken(transaction, *limits)) is not None:
        return refusal
    typed = "".join(letter for letter in to_ascii(code) if letter.isalnum()).lower()
    if _totp_fits(transaction, row, typed):
        factor = TOTP
    elif _recovery_fits(transaction, staff_id, typed):
        factor = RECOVERY_CODE
    else:
        return Refusal(RefusalCode.CODE_WRONG, field="code")
    throttle.forget(transaction, *limits)
    return factor


def begin(transaction: Transaction, staff_id: StaffId, code: str | None) -> SecondFactor | Refusal:
    """Draw a secret for somebody whose password was right; it counts once `confirm` has seen a code of it.

    Whoever has a second factor already shows it first. Refusals: those of `checked`.
    """
    row = _row(transaction, staff_id)
    if row.totp_confirmed_at is not None:
        shown = checked(transaction, staff_id, Role(row.role), code)
        if isinstance(shown, Refusal):
            return shown
    drawn = transaction.random(_SECRET_BYTES)
    secret = base64.b32encode(drawn).decode()
    # the present one stays in force until the new one is confirmed: who stops half-way is not left without any
    present, _ = _secrets(transaction, row)
    _keep(transaction, staff_id, f"{present}{_BETWEEN}{secret}")
    uri = pyotp.TOTP(secret).provisioning_uri(name=row.username, issuer_name=ISSUER)
    return SecondFactor(secret=secret, uri=uri, qr_svg=_qr(uri))


def confirm(transaction: Transaction, staff_id: StaffId, code: str) -> RecoveryCodes | Refusal:
    """Take the second factor into use, by a first code. Refusals: NOT_FOUND, CODE_WRONG, RATE_LIMITED."""
    row = _row(transaction, staff_id)
    _, secret = _secrets(transaction, row)
    if not secret:
        return Refusal(RefusalCode.NOT_FOUND)
    limits = _limits(transaction, staff_id)
    if (refusal := throttle.taken(transaction, *limits)) is not None:
        return refusal
    step = _step_of(transaction, secret, to_ascii(code).strip())
    if step is None:
        return Refusal(RefusalCode.CODE_WRONG, field="code")
    throttle.forget(transaction, *limits)
    _keep(transaction, staff_id, f"{secret}{_BETWEEN}", totp_confirmed_at=transaction.now, totp_step=step)
    _note(transaction, staff_id, row, "confirm_second_factor")
    return RecoveryCodes(codes=_new_recovery_codes(transaction, staff_id))


def reset(transaction: Transaction, actor: Actor, staff_id: StaffId) -> Refusal | None:
    """Take somebody's second factor and recovery codes away, by an administrator. FORBIDDEN, NOT_FOUND."""
    if (refusal := actor.refused(Action.MANAGE_STAFF)) is not None:
        return refusal
    changed = transaction.connection.execute(
        update(staff).where(staff.c.id == staff_id).values(totp_sealed=None, totp_confirmed_at=None, totp_step=None)
    )
    if changed.rowcount == 0:
        return Refusal(RefusalCode.NOT_FOUND)
    transaction.connection.execute(delete(recovery_code).where(recovery_code.c.staff_id == staff_id))
    record(transaction, actor, "reset_second_factor", staff_id)
    return None


def step_at(moment: datetime) -> int:
    """The number of the time step (RFC 6238, section 4.2: T with T0 = 0)."""
    return int(moment.timestamp()) // int(STEP.total_seconds())


def _totp_fits(transaction: Transaction, row: Row[Any], typed: str) -> bool:  # a row's columns are of many types
    """Whether this is the code of a step around now that was not used yet; uses it up."""
    step = _step_of(transaction, _secrets(transaction, row)[0], typed)
    if step is None:
        return False
    # under a condition: of two who bring the same code at the same moment, one is let in (RFC 6238, section 5.2)
    used = transaction.connection.execute(
        update(staff)
        .where(staff.c.id == row.id, or_(staff.c.totp_step.is_(None), staff.c.totp_step < step))
        .values(totp_step=step)
    )
    return used.rowcount == 1


def _step_of(transaction: Transaction, secret: str, typed: str) -> int | None:
    """Of which step around now this is the code."""
    if not secret or len(typed) != _TOTP_DIGITS:
        return None
    codes, present = pyotp.HOTP(secret), step_at(transaction.now)
    steps = range(present - DRIFT, present + DRIFT + 1)
    return next((step for step in steps if hmac.compare_digest(codes.at(step).encode(), typed.encode())), None)


def _secrets(transaction: Transaction, row: Row[Any]) -> tuple[str, str]:  # the same
    """The secret in force, and the one that waits to be confirmed; "" where there is none."""
    if row.totp_sealed is None:
        return "", ""
    present, _, following = transaction.vault.open(_SECRET, row.id, row.totp_sealed).partition(_BETWEEN)
    return present, following


def _keep(transaction: Transaction, staff_id: StaffId, secrets: str, **values: object) -> None:
    sealed = transaction.vault.seal(_SECRET, staff_id, secrets)
    transaction.connection.execute(update(staff).where(staff.c.id == staff_id).values(totp_sealed=sealed, **values))


def _recovery_fits(transaction: Transaction, staff_id: StaffId, typed: str) -> bool:
    used = transaction.connection.execute(
        update(recovery_code)
        .where(
            recovery_code.c.code_hash == keyed_hash(transaction.pepper, _HASH, staff_id, typed),
            recovery_code.c.staff_id == staff_id,
            recovery_code.c.used_at.is_(None),
        )
        .values(used_at=transaction.now)
    )
    return used.rowcount == 1


def _new_recovery_codes(transaction: Transaction, staff_id: StaffId) -> tuple[str, ...]:
    """Ten codes of 80 bits each; the store keeps their hashes."""
    transaction.connection.execute(delete(recovery_code).where(recovery_code.c.staff_id == staff_id))
    codes = [base64.b32encode(transaction.random(_RECOVERY_BYTES)).decode().lower() for _ in range(RECOVERY_CODES)]
    transaction.connection.execute(
        insert(recovery_code),
        [{"code_hash": keyed_hash(transaction.pepper, _HASH, staff_id, code), "staff_id": staff_id} for code in codes],
    )
    return tuple("-".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP)) for code in codes)


def _row(transaction: Transaction, staff_id: StaffId) -> Any:  # the same
    return transaction.connection.execute(
        select(staff.c.id, staff.c.username, staff.c.role, staff.c.totp_sealed, staff.c.totp_confirmed_at).where(
            staff.c.id == staff_id
        )
    ).one()


def _limits(transaction: Transaction, staff_id: StaffId) -> tuple[Limit, Limit]:
    """A guess succeeds with three in a million; five a quarter of an hour and twenty a day make that years."""
    identity = transaction.settings.identity
    return (
        Limit("second-factor", staff_id, identity.failed_second_factors),
        Limit("second-factor-day", staff_id, identity.failed_second_factors_per_day, _DAY, alarming=True),
    )


def _note(transaction: Transaction, staff_id: StaffId, row: Row[Any], action: str) -> None:  # the same
    """What somebody does at the door is recorded as theirs, although they have no session yet."""
    record(transaction, Actor(_NO_SESSION, Role(row.role), staff_id=staff_id), action, staff_id)


def _qr(uri: str) -> str:
    """The URI as a QR code (ISO/IEC 18004), an SVG that can stand in a page."""
    drawn = io.BytesIO()
    segno.make(uri, error="m").save(drawn, kind="svg", scale=4, xmldecl=False, svgns=True)
    return drawn.getvalue().decode()
