"""The waitlist as the model has it: who may join, what an answer to an offer does, and who is next."""

from datetime import datetime

from tests.integration.life.model.steps import By
from tests.integration.life.model.world import (
    AHEAD,
    MOST_OPEN,
    MOST_UNANSWERED,
    OFFERED_FOR,
    ON_THE_LIST,
    OPEN,
    UNREACHABLE,
    Offer,
    Own,
    Wish,
    World,
)


def join(world: World, by: By, wanted: Wish, made: str) -> str | None:
    """`wanted.own` is the appointment that would be given up for an earlier one."""
    own = None if wanted.own is None else world.owns[wanted.own]
    if own is not None:
        if own.person != wanted.person:
            return "not_found"
        if own.state not in AHEAD:
            return "illegal_transition"
    known = [
        (name, wish)
        for name, wish in world.wishes.items()
        if (wish.person, wish.office) == (wanted.person, wanted.office) and wish.state in ON_THE_LIST
    ]
    if known:
        name, wish = known[0]
        if wish.unanswered < MOST_UNANSWERED:
            return "already_waitlisted"
        wish.unanswered = 0
        world.note(name, "wake_wish", by.name)
        return None
    if own is None and world.open_here(wanted.person, wanted.office) >= MOST_OPEN:
        return "limit_reached"
    if own is not None:
        wanted.before = own.starts_at if wanted.before is None else min(wanted.before, own.starts_at)
    world.wishes[made] = wanted
    world.note(made, "join_waitlist", by.name)
    return None


def leave(world: World, name: str, by: By) -> str | None:
    wish = world.wishes[name]
    if wish.state not in ON_THE_LIST or by.person not in {None, wish.person}:
        return "not_found"
    for offer in world.offers.values():
        if offer.wish == name and offer.state == "open" and offer.expires_at > world.now:
            offer.state = "declined"
            _let_go(world, offer, by.name)
    wish.state = "left"
    world.note(name, "leave_waitlist", by.name)
    return None


def accept(world: World, name: str, by: By, *, at_kiosk: str | None = None) -> str | None:
    """By the person themself, or by whoever has the offer's code at a kiosk."""
    offer = world.offers[name]
    wish = world.wishes[offer.wish]
    who = by.name if at_kiosk is None else at_kiosk
    if at_kiosk is None and by.person != wish.person:
        return "not_found"
    if offer.state != "open" or offer.expires_at <= world.now:
        answered = at_kiosk is not None and offer.state in {"accepted", "declined"}
        return "offer_answered" if answered else "offer_expired"
    held = world.owns[offer.held]
    own = None if wish.own is None else world.owns[wish.own]
    if own is not None and wish.own is not None and own.state != "unserved":
        if own.state not in AHEAD:
            return "illegal_transition"
        world.went(wish.own, "reschedule", "booked", who)
        own.starts_at, own.site, own.attending = held.starts_at, held.site, held.attending
        world.tell(wish.own, "moved")
        _let_go(world, offer, who)
    else:
        world.went(offer.held, "book", "booked", who)
        held.until, held.offer, held.booked_at = None, False, world.now
        world.tell(offer.held, "ticket")
    offer.state, wish.state, wish.unanswered = "accepted", "served", 0
    world.note(offer.wish, "accept_offer", who)
    return None


def decline(world: World, name: str, by: By) -> str | None:
    offer = world.offers[name]
    wish = world.wishes[offer.wish]
    if by.person != wish.person:
        return "not_found"
    if offer.state != "open" or offer.expires_at <= world.now:
        return "offer_expired"
    offer.state, wish.state, wish.unanswered = "declined", "waiting", 0
    _let_go(world, offer, by.name)
    world.note(offer.wish, "decline_offer", by.name)
    return None


def _let_go(world: World, offer: Offer, who: str) -> None:
    world.went(offer.held, "cancel", "cancelled", who)
    held = world.owns[offer.held]
    held.owned, held.until = False, None


def lapse(world: World, who: str) -> None:
    """Offers that nobody answered in time: the slot is free, the place is kept."""
    for offer in sorted(world.offers.values(), key=lambda each: each.expires_at):
        if offer.state == "open" and offer.expires_at <= world.now:
            offer.state = "expired"
            wish = world.wishes[offer.wish]
            if wish.state == "offered":
                wish.state, wish.unanswered = "waiting", wish.unanswered + 1
            _let_go(world, offer, who)
            world.note(offer.wish, "expire_offer", who)


def clear(world: World, who: str) -> None:
    """Wishes that nothing can serve any more."""
    for name, wish in sorted(world.wishes.items()):
        if wish.state != "waiting":
            continue
        own = None if wish.own is None else world.owns[wish.own]
        gone = own is not None and own.state not in OPEN | {"unserved"}
        if gone or (wish.before is not None and wish.before <= world.now):
            wish.state = "left"
            world.note(name, "leave_waitlist", who)


def next_offer(world: World, office: str) -> tuple[str, datetime] | None:
    """Who is offered what next for an office's service: the earliest time, to the first in line who wants it."""
    if not world.awake:
        return None
    line = sorted(
        (not wish.priority, wish.joined_at, name)
        for name, wish in world.wishes.items()
        if wish.office == office and wish.state == "waiting" and _may_be_told(world, wish)
    )
    for at in world.starts():
        if at < world.now + OFFERED_FOR:
            continue
        for _, _, name in line:
            if _wants(world, name, at):
                return name, at
    return None


def _may_be_told(world: World, wish: Wish) -> bool:
    ahead = wish.own is None or world.owns[wish.own].state in AHEAD | {"unserved"}
    return (
        ahead
        and wish.person not in UNREACHABLE
        and wish.unanswered < MOST_UNANSWERED
        and wish.person not in world.deciding()
    )


def _wants(world: World, name: str, at: datetime) -> bool:
    wish = world.wishes[name]
    own = None if wish.own is None else world.owns[wish.own]
    if wish.before is not None and at >= wish.before:
        return False
    if own is not None and (own.starts_at == at if own.state == "unserved" else at >= own.starts_at):
        return False
    before = {world.owns[offer.held].starts_at for offer in world.offers.values() if offer.wish == name}
    return at not in before and world.is_free(wish.person, wish.office, wish.site, at)


def offered(world: World, name: str, at: datetime, who: str, made: tuple[str, str]) -> None:
    """The offer was made; `made` are its id and that of what is held for it."""
    wish = world.wishes[name]
    own = None if wish.own is None else world.owns[wish.own]
    offer_id, held_id = made
    until = world.now + OFFERED_FOR
    world.owns[held_id] = Own(
        wish.person,
        wish.office,
        wish.office,
        wish.site,
        at,
        until=until,
        offer=True,
        priority=wish.priority,
        follows=wish.own if own is not None and own.state == "unserved" else None,
    )
    world.offers[offer_id] = Offer(name, held_id, until)
    wish.state = "offered"
    world.tell(held_id, "waitlist_offer")
    world.note(name, "offer_slot", who)
