"""Officials in a browser: a link made at a desk at which one is signed in, opened once, within minutes.

Whoever opens it proves nothing more: the desk did, with its password and second factor, and the link is worth nothing
once that desk has signed out. What the session is good for is in `BROWSER_ACTIONS`. An account has one browser at most.
"""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row, delete, insert, select

from desk_client.domain.access import Action
from desk_client.domain.ids import OfficeId, SessionId, StaffId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.browsers import BrowserLink, BrowserStanding
from desk_client.protocol.sessions import StaffSession
from desk_client.server.security.tokens import TOKEN_BYTES, hashed, new_token
from desk_client.server.services.access import staff as door
from desk_client.server.services.access.sessions import actor_of, end_session, open_ones, tell_of_visitor
from desk_client.server.services.actor import BY_BROWSER, Actor
from desk_client.server.services.throttle import Limit, taken
from desk_client.server.services.trail import announce_office, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import browser_link, session

PAGE: Final = "/official"
"""Where the page stands to which a link leads."""
LINK_LIFETIME: Final = timedelta(minutes=5)
_LINKS: Final = 10
"""So many links may be made within a window of the throttle."""
_AnyRow = Row[Any]  # a row's columns are of many types


def make_link(transaction: Transaction, actor: Actor) -> BrowserLink | Refusal:
    """A link for oneself; one that was made before is good for nothing any more.

    Refusals: FORBIDDEN, RATE_LIMITED, NOT_FOUND (browsers do not reach this server).
    """
    if (refusal := actor.refused(Action.JOIN_BY_BROWSER)) is not None:
        return refusal
    if actor.staff_id is None:
        return Refusal(RefusalCode.FORBIDDEN)
    public_url = transaction.settings.public_url
    if public_url is None:
        return Refusal(RefusalCode.NOT_FOUND)
    if (refusal := taken(transaction, Limit("browser-link", actor.staff_id, _LINKS))) is not None:
        return refusal
    token, expires_at = new_token(transaction.random(TOKEN_BYTES)), transaction.now + LINK_LIFETIME
    transaction.connection.execute(delete(browser_link).where(browser_link.c.staff_id == actor.staff_id))
    transaction.connection.execute(
        insert(browser_link).values(
            staff_id=actor.staff_id,
            session_id=actor.session_id,
            token_hash=hashed(token),
            expires_at=expires_at,
        )
    )
    record(transaction, actor, "make_browser_link", actor.session_id)
    # behind the mark nothing of it reaches a log of anybody's (RFC 9110, section 7.1)
    return BrowserLink(url=f"{public_url.rstrip('/')}{PAGE}#{token}", expires_at=expires_at)


def standing(transaction: Transaction, actor: Actor) -> BrowserStanding | Refusal:
    """Whether a browser is signed in for the account, and whether a link waits to be opened. Refusal: FORBIDDEN."""
    if (refusal := actor.refused(Action.JOIN_BY_BROWSER)) is not None:
        return refusal
    waits = transaction.connection.execute(
        select(browser_link.c.expires_at).where(
            browser_link.c.staff_id == actor.staff_id, browser_link.c.expires_at > transaction.now
        )
    ).scalar_one_or_none()
    return BrowserStanding(link_expires_at=waits, signed_in_at=since(transaction, actor), server_time=transaction.now)


def since(transaction: Transaction, actor: Actor) -> datetime | None:
    """Since when a browser is signed in for the account, told to its desks alone; None where none is."""
    if actor.refused(Action.JOIN_BY_BROWSER) is not None:
        return None
    return max(_signed_in(transaction, actor.staff_id).values(), default=None)


def end(transaction: Transaction, actor: Actor) -> Refusal | None:
    """The link is good for nothing any more, and a browser that it let in is out. Refusal: FORBIDDEN."""
    if (refusal := actor.refused(Action.JOIN_BY_BROWSER)) is not None:
        return refusal
    transaction.connection.execute(delete(browser_link).where(browser_link.c.staff_id == actor.staff_id))
    for each in _signed_in(transaction, actor.staff_id):
        end_session(transaction, each)
        record(transaction, actor, "end_browser", each)
    _tell(transaction, actor.office_id)
    return None


def sign_out(transaction: Transaction, actor: Actor) -> None:
    """End whatever session this is: the desks of a browser's account learn of it, and those a visitor waits for."""
    end_session(transaction, actor.session_id)
    if actor.person_id is not None:
        tell_of_visitor(transaction, actor.person_id)
    if actor.verified_by == BY_BROWSER:
        _tell(transaction, actor.office_id)


def sign_in(transaction: Transaction, token: str | None, address: str) -> StaffSession | Refusal:
    """Give the link for a session; whoever came in by an earlier one is out.

    NOT_FOUND: there is no such link, it was opened already, it is too old, or the desk that made it has signed out.
    RATE_LIMITED after too many of those from an address.
    """
    guesses = Limit(
        "browser-link-address", address, transaction.settings.identity.failed_passwords_per_address, alarming=True
    )
    row = transaction.connection.execute(
        select(browser_link).where(browser_link.c.token_hash == hashed(token or ""))
    ).one_or_none()
    maker = None if row is None else actor_of(transaction, SessionId(row.session_id))
    if row is None or maker is None or not _spent(transaction, row):
        return taken(transaction, guesses) or Refusal(RefusalCode.NOT_FOUND)
    for each in _signed_in(transaction, row.staff_id):
        end_session(transaction, each)
    _tell(transaction, maker.office_id)
    return door.opened(transaction, StaffId(row.staff_id), BY_BROWSER)


def clear_browser_links(transaction: Transaction) -> None:
    """Forget links that nobody opened in time."""
    transaction.connection.execute(delete(browser_link).where(browser_link.c.expires_at <= transaction.now))


def _tell(transaction: Transaction, office_id: OfficeId | None) -> None:
    """Have the desks of the account read again whether a browser is in."""
    if office_id is not None:
        announce_office(transaction, office_id, office_id)


def _spent(transaction: Transaction, row: _AnyRow) -> bool:
    """Whether it was good until now: of two who come with it at once, one is let in."""
    good = (browser_link.c.token_hash == row.token_hash, browser_link.c.expires_at > transaction.now)
    return transaction.connection.execute(delete(browser_link).where(*good)).rowcount == 1


def _signed_in(transaction: Transaction, staff_id: StaffId | None) -> dict[SessionId, datetime]:
    """Of each browser that is in: its session, and since when."""
    rows = transaction.connection.execute(
        select(session.c.id, session.c.created_at).where(
            session.c.staff_id == staff_id, session.c.verified_by == BY_BROWSER, session.c.ended_at.is_(None)
        )
    ).all()
    still = open_ones(transaction, [SessionId(each.id) for each in rows])
    return {SessionId(each.id): each.created_at for each in rows if each.id in still}
