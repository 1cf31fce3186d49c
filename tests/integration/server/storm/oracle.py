"""The oracle: nothing of the server's own services judges them here.

It is given every request with its answer and both times, and the rows of the store when all is over, and computes by
itself what must be so (the rules: nothing double-booked, nothing acknowledged lost, nothing there that nobody asked
for, one key one effect, and books that tell just what happened).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from tests.integration.server.storm.history import Asked, Deed, History
from tests.integration.server.storm.lab import person_id
from tests.integration.server.storm.promises import promised_twice
from tests.integration.server.storm.stored import QUANTUM_MS, Row, Stored, ms_of
from tests.integration.server.storm.verdict import Fault, Finding, Verdict, acknowledged, counted

OPEN: Final = frozenset({"booked", "reminded"})
"""No storm takes an appointment further."""


def judged(history: History, stored: Stored, now_ms: int, *, lossy: bool = False) -> Verdict:
    """The verdict on a storm; `lossy` where servers were killed, so that requests may go unanswered."""
    findings = [
        *_double_booked(stored),
        *promised_twice(history, stored),
        *_claims_wrong(stored, now_ms),
        *_lost_or_phantom(history, stored),
        *_repeated(history, stored),
        *_books_wrong(history, stored),
        *([] if lossy else _broken(history)),
    ]
    return Verdict(counted(history), acknowledged(history), len(list(_open(stored))), tuple(findings))


def quanta_of(row: Row, service: Row) -> range:
    """The five minutes that an appointment keeps from others, buffer included."""
    return range(row["starts_at"] // QUANTUM_MS, row["ends_at"] // QUANTUM_MS + service["buffer_minutes"] // 5)


def seats_of(stored: Stored) -> dict[str, int]:
    """How many each office receives at one time at the most."""
    seats: dict[str, int] = defaultdict(int)
    for service in stored.services.values():
        seats[service["office_id"]] = max(seats[service["office_id"]], service["capacity"])
    return seats


def _open(stored: Stored) -> Iterator[Row]:
    return (row for row in stored.appointments.values() if row["state"] in OPEN)


def _double_booked(stored: Stored) -> Iterator[Finding]:
    """Counted from appointments alone, as if there were no claims."""
    seats = seats_of(stored)
    used: Counter[tuple[str, int]] = Counter()
    room: dict[str, int] = {}
    for row in _open(stored):
        service = stored.services[row["service_id"]]
        office, site = f"office:{row['attending_id']}", f"site:{row['site_id']}"
        room |= {office: seats[row["attending_id"]], site: stored.kiosks[row["site_id"]]}
        names = {f"person:{row['person_id']}": 1, site: 1, office: 1 if service["capacity"] > 1 else room[office]}
        if row["seat"].startswith("kiosk:"):
            names[row["seat"]] = 1
        for quantum in quanta_of(row, service):
            for name, weight in names.items():
                used[name, quantum] += weight
    for (name, quantum), number in used.items():
        if number > room.get(name, 1):
            yield Finding(Fault.DOUBLE_BOOKED, f"{name} at {quantum}: {number}")


def _claims_wrong(stored: Stored, now_ms: int) -> Iterator[Finding]:
    """Each open appointment and live hold has its claims, all of them, and nobody else has any."""
    seats = seats_of(stored)
    for owner, claims in stored.claims.items():
        row = stored.appointments.get(owner)
        if row is None or row["state"] not in OPEN | {"held"}:
            yield Finding(Fault.CLAIMS_WRONG, f"{len(claims)} of {owner}, which is over")
    for row in stored.appointments.values():
        if row["state"] == "held" and row["held_until"] <= now_ms:
            continue  # whoever came next may have cleared some of them away
        if row["state"] not in OPEN | {"held"}:
            continue
        claims, service = stored.claims.get(row["id"], []), stored.services[row["service_id"]]
        quanta: dict[str, set[int]] = defaultdict(set)
        for claim in claims:
            quanta[claim["resource"]].add(claim["quantum"])
        office = sorted(name for name in quanta if name.startswith(f"office:{row['attending_id']}"))
        kiosks = [name for name in quanta if name.startswith("kiosk:")]
        whole = all(each == set(quanta_of(row, service)) for each in quanta.values())
        right = (
            whole
            and len(office) == (1 if service["capacity"] > 1 else seats[row["attending_id"]])
            and len(kiosks) == 1
            and kiosks[0].startswith(f"kiosk:kiosk-{row['site_id'].removeprefix('site-')}-")
            and f"person:{row['person_id']}" in quanta
            and len(quanta) == len(office) + 2
            and row["seat"] in quanta
            and row["claims"] == len(claims)
            and {claim["expires_at"] for claim in claims} == {row["held_until"]}
        )
        if not right:
            yield Finding(Fault.CLAIMS_WRONG, f"{row['state']} {row['id']}: {sorted(quanta)}")


def _lost_or_phantom(history: History, stored: Stored) -> Iterator[Finding]:
    asked_of: dict[str, list[Asked]] = defaultdict(list)
    holds: dict[int, list[Asked]] = defaultdict(list)
    for asked in sorted(history, key=lambda each: each.invoked):
        if asked.wish.deed is Deed.HOLD:
            holds[asked.wish.person].append(asked)
        else:
            asked_of[asked.wish.target].append(asked)
    for person, asks in holds.items():
        for asked in asks:
            if asked.answer.is_yes:
                yield from _hold_lost(asked, asked_of[asked.answer.body["id"]], asks, stored)
        yield from _held_by_nobody(person, asks, stored)
    for appointment_id, asks in asked_of.items():
        yield from _history_lost(appointment_id, asks, stored.appointments.get(appointment_id))
    for row in stored.appointments.values():
        if row["state"] != "held" and not any(
            asked.wish.deed is Deed.BOOK and (asked.answer.is_yes or asked.answer.is_lost)
            for asked in asked_of.get(row["id"], [])
        ):
            yield Finding(Fault.PHANTOM, f"{row['state']} {row['id']} was acknowledged to nobody")


def _hold_lost(asked: Asked, later: list[Asked], holds: list[Asked], stored: Stored) -> Iterator[Finding]:
    """A hold is there until it is given back, or exchanged for another one of the same person."""
    held_id = asked.answer.body["id"]
    given_back = any(each.wish.deed is Deed.RELEASE for each in later)
    exchanged = any(
        each.wish.key != asked.wish.key
        and each.answered > asked.invoked
        and (each.answer.is_yes or each.answer.is_lost)
        for each in holds
    )
    booked = any(each.wish.deed is Deed.BOOK and each.answer.is_yes for each in later)
    if held_id not in stored.appointments and (booked or not (given_back or exchanged)):
        yield Finding(Fault.LOST, f"hold {held_id}")


def _held_by_nobody(person: int, holds: list[Asked], stored: Stored) -> Iterator[Finding]:
    known = {asked.answer.body["id"] for asked in holds if asked.answer.is_yes}
    unheard = {(asked.wish.target, ms_of(asked.wish.starts_at)) for asked in holds if asked.answer.is_lost}
    mine = person_id(person)
    for row in stored.appointments.values():
        if (
            row["person_id"] == mine
            and row["id"] not in known
            and (row["state"] != "held" or (row["service_id"], row["starts_at"]) not in unheard)
        ):
            yield Finding(Fault.PHANTOM, f"{row['state']} {row['id']} was held for nobody")


def _history_lost(appointment_id: str, asks: list[Asked], row: Row | None) -> Iterator[Finding]:
    """Where an appointment may stand after all that was asked and answered, one request after the other."""
    possible: set[tuple[str, str | None]] = {("held", None)}
    for asked in asks:
        wish, answer = asked.wish, asked.answer
        if not (answer.is_yes or answer.is_lost):
            continue
        done: set[tuple[str, str | None]] = set()
        for state, starts_at in possible:
            match wish.deed:
                case Deed.BOOK:
                    done.add(("booked" if state == "held" else state, starts_at))
                case Deed.CANCEL:
                    done.add(("cancelled", starts_at))
                case Deed.MOVE:
                    done.add((state, wish.starts_at))
                case Deed.RELEASE:
                    done.add(("gone", starts_at))
        possible = done if answer.is_yes else possible | done
    acknowledged_one = any(asked.wish.deed is Deed.BOOK and asked.answer.is_yes for asked in asks)
    if row is None:
        if acknowledged_one:
            yield Finding(Fault.LOST, f"booking {appointment_id}")
        return
    fits = any(
        state == row["state"] and (starts_at is None or ms_of(starts_at) == row["starts_at"])
        for state, starts_at in possible
    )
    if not fits:
        told = sorted(f"{state} {starts_at or ''}" for state, starts_at in possible)
        yield Finding(
            Fault.LOST if acknowledged_one else Fault.PHANTOM, f"{row['state']} {appointment_id}, told was {told}"
        )
    for asked in asks:
        if asked.wish.deed is Deed.BOOK and asked.answer.is_yes:
            ticket = asked.answer.body["appointment"]["ticket_number"]
            if ticket != row["ticket_number"]:
                yield Finding(Fault.LOST, f"ticket {ticket} of {appointment_id}")


def _repeated(history: History, stored: Stored) -> Iterator[Finding]:
    """All answers under one key say the same, and the key is kept with them."""
    answers: dict[tuple[str, str], list[Asked]] = defaultdict(list)
    for asked in history:
        if asked.wish.key and asked.answer.is_yes:
            answers[person_id(asked.wish.person), asked.wish.key].append(asked)
    for key, same in answers.items():
        if any(asked.answer.body != same[0].answer.body for asked in same):
            yield Finding(Fault.REPEATED, f"{key[1]}: {len(same)} answers")
        if key not in stored.keys:
            yield Finding(Fault.LOST, f"the answer under {key[1]}")


def _books_wrong(history: History, stored: Stored) -> Iterator[Finding]:
    """For each change one audit row, one message and one hint; a version counts them."""
    moved_surely: Counter[str] = Counter()
    moved_perhaps: Counter[str] = Counter()
    keys: set[str] = set()
    for asked in history:
        if asked.wish.deed is not Deed.MOVE or asked.wish.key in keys:
            continue
        if asked.answer.is_yes:
            keys.add(asked.wish.key)
            moved_surely[asked.wish.target] += 1
    for asked in history:
        if asked.wish.deed is Deed.MOVE and asked.answer.is_lost and asked.wish.key not in keys:
            keys.add(asked.wish.key)
            moved_perhaps[asked.wish.target] += 1
    for each, row in stored.appointments.items():
        actions = stored.audit.get(each, [])
        moves = actions.count("reschedule")
        cancelled = row["state"] == "cancelled"
        if row["state"] == "held":
            expected = ["hold"]
        else:
            expected = ["hold", "book", *["reschedule"] * moves, *(["cancel"] if cancelled else [])]
        messages = {
            "ticket": int(row["state"] != "held"),
            "moved": moves,
            "cancelled_by_you": int(cancelled),
        }
        sent = Counter(stored.outbox.get(each, []))
        if sorted(actions) != sorted(expected) or row["version"] != len(expected):
            yield Finding(Fault.BOOKS_WRONG, f"audit of {each}: {actions}, version {row['version']}")
        if not moved_surely[each] <= moves <= moved_surely[each] + moved_perhaps[each]:
            yield Finding(Fault.BOOKS_WRONG, f"{each} was moved {moves} times, not {moved_surely[each]}")
        if any(sent[purpose] != number for purpose, number in messages.items()) or sent.total() != sum(
            messages.values()
        ):
            yield Finding(Fault.BOOKS_WRONG, f"messages about {each}: {dict(sent)}")
        if stored.changes.get(each, 0) != len(expected) - 1:
            yield Finding(Fault.BOOKS_WRONG, f"hints of {each}: {stored.changes.get(each, 0)}")


def _broken(history: Iterable[Asked]) -> Iterator[Finding]:
    for asked in history:
        if asked.answer.is_lost:
            yield Finding(Fault.BROKEN, f"{asked.wish.deed.value} was answered {asked.answer.status}")
