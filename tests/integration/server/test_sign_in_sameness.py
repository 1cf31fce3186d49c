"""Whether somebody is known cannot be told from an answer, a row, a statement or the time that it took."""

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from sqlalchemy import update

from desk_client.config.identity_settings import IdentitySettings
from desk_client.config.settings import ServerSettings
from desk_client.domain.access import Role
from desk_client.domain.ids import KioskId, SessionId, SiteId
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.sessions import Challenge, ChallengeAsk, CitizenSessionAsk
from desk_client.server.services.access import citizens
from desk_client.server.services.access import staff as staff_services
from desk_client.server.services.access.staff import Door
from desk_client.server.services.actor import Actor
from desk_client.server.services.rulebook import rules
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.bookkeeping import audit, outbox
from desk_client.server.storage.tables.people import challenge, person, staff, throttle
from tests.fakes.clock import StandingClock
from tests.integration.server.conftest import Settle
from tests.integration.server.people import KNOWN, Town, mobile, national_id
from tests.integration.server.staffed import rows_in
from tests.statements import statements_of

KIOSK = Actor(SessionId("s"), Role.KIOSK, kiosk_id=KioskId("farasan-1"), site_id=SiteId("farasan"))
TRIALS = 15
ALIKE = 1.5
"""A password's hash alone takes four fifths of the answer: whoever left it out would be far beyond this."""

CLAIMS = {
    "known, own mobile": KNOWN,
    "known, another mobile": (KNOWN[0], "+966512345678"),
    "known, no mobile": (national_id(20), "+966523456789"),
    "disabled": ("1072634817", "+966500000003"),
    "unknown": (national_id(21), "+966534567890"),
}


@pytest.fixture
def town(settings: ServerSettings, settle_town: Settle) -> Iterator[Town]:
    wide = IdentitySettings(
        challenges_per_person=10_000,
        challenges_per_kiosk=10_000,
        challenges_per_site=10_000,
        failed_passwords=10_000,
        failed_passwords_anywhere=10_000,
        failed_passwords_per_address=10_000,
    )
    with settle_town(settings.model_copy(update={"identity": wide})) as town:
        kiosk = town.kiosk()
        begun = kiosk.got("POST", "/citizen/challenges", {"national_id": national_id(20), "way": "operator"})
        papers = {"number": national_id(20), "papers_seen": True}
        town.official("operator.farasan").got("POST", f"/assistance/{begun['challenge_id']}", papers)
        kiosk.got("POST", "/citizen/sessions", {"challenge_id": begun["challenge_id"]})
        town.server.house.write_now(
            lambda transaction: [
                transaction.connection.execute(
                    update(person)
                    .where(person.c.mobile_index == transaction.vault.index("person.mobile", "+966500000003"))
                    .values(disabled_at=transaction.now)
                ),
                transaction.connection.execute(
                    update(staff).where(staff.c.username == "deputy").values(disabled_at=transaction.now)
                ),
            ]
        )
        yield town


def statements(town: Town, service: Callable[[Transaction], object]) -> list[str]:
    """What the store was asked, in its words."""
    said: list[str] = []

    def watched(transaction: Transaction) -> object:
        with statements_of(transaction.connection) as asked:
            answer = service(transaction)
        said.extend(asked)
        return answer

    town.server.house.write_now(watched)
    return said


def begin(claim: tuple[str, str]) -> Callable[[Transaction], Challenge]:
    def service(transaction: Transaction) -> Challenge:
        answer = citizens.challenge(transaction, KIOSK, ChallengeAsk(national_id=claim[0], mobile=claim[1]))
        assert isinstance(answer, Challenge)
        return answer

    return service


def guess(challenge_id: str) -> Callable[[Transaction], object]:
    return lambda transaction: citizens.sign_in(
        transaction, KIOSK, CitizenSessionAsk(challenge_id=challenge_id, code="000000")
    )


def test_the_store_is_asked_the_same_for_everybody(town: Town, clock: StandingClock) -> None:
    begun, guessed = {}, {}
    town.server.house.read_now(rules)  # the first who comes to a server has the rulebook read, whoever they are
    for name, claim in CLAIMS.items():
        begun[name] = statements(town, begin(claim))
        clock.advance(timedelta(seconds=60))
        challenge_id = town.server.house.write_now(begin(claim)).challenge_id
        clock.advance(timedelta(seconds=60))
        guessed[name] = statements(town, guess(challenge_id))
    for seen in (begun, guessed):
        assert len(seen["unknown"]) >= 3
        for name in CLAIMS:
            # in which order limits are counted depends on their keys, of which nobody knows anything
            assert sorted(seen[name]) == sorted(seen["unknown"]), name


def test_rows_and_answers_are_the_same_for_everybody(town: Town, clock: StandingClock) -> None:
    kiosk = town.kiosk()
    tables = (outbox, challenge, throttle, audit, person)
    added, answers = {}, {}
    for name, claim in CLAIMS.items():
        before = [rows_in(town, table) for table in tables]
        challenge_id = town.challenge(kiosk, *claim)
        clock.advance(timedelta(seconds=60))
        answer = kiosk.refused("POST", "/citizen/sessions", {"challenge_id": challenge_id, "code": "no-code"})
        answers[name] = {**answer, "instance": None}
        after = [rows_in(town, table) for table in tables]
        # limits of a person and a mobile are rows of their own; those of kiosk, hall and all exist after the first
        added[name] = [new - old for new, old in zip(after, before, strict=True)]
        del added[name][2]
    assert len({tuple(each) for each in added.values()}) == 1, added
    assert all(answer == answers["unknown"] for answer in answers.values())


def test_at_the_staffs_door_it_is_the_same(town: Town) -> None:
    asked = {
        username: statements(
            town,
            lambda transaction, username=username: staff_services.at_the_door(transaction, Door(username, "x")),  # type: ignore[misc]  # mypy cannot type a lambda's default
        )
        for username in ("emir", "nobody", "deputy")
    }
    assert asked["emir"] == asked["nobody"] == asked["deputy"]
    turned_away = town.server.house.write_now(
        lambda transaction: staff_services.turned_away(transaction, Door("emir", "x"))
    )
    assert isinstance(turned_away, Refusal)


def test_the_time_tells_nothing_about_a_user_name(town: Town) -> None:
    client = town.client()

    def knock(username: str) -> float:
        begun = time.perf_counter()
        client.refused("POST", "/staff/sessions", {"username": username, "password": "a-wrong-password"})
        return time.perf_counter() - begun

    times = interleaved(knock, ("emir", "nobody", "deputy"))
    assert max(times.values()) < ALIKE * min(times.values()), times


def test_nor_about_an_id(town: Town, clock: StandingClock) -> None:
    kiosk = town.kiosk()

    def ask(name: str) -> float:
        clock.advance(timedelta(seconds=20))  # three between two of the same person: a minute
        number, phone = CLAIMS[name]
        begun = time.perf_counter()
        kiosk.got("POST", "/citizen/challenges", {"national_id": number, "mobile": phone})
        return time.perf_counter() - begun

    times = interleaved(ask, ("known, another mobile", "disabled", "unknown"))
    assert max(times.values()) < 2 * min(times.values()), times


def interleaved(trial: Callable[[str], float], kinds: tuple[str, ...]) -> dict[str, float]:
    """Each kind's median in seconds. One after the other in turn, so that a busy moment meets all of them alike."""
    for kind in kinds:
        trial(kind)
    times: dict[str, list[float]] = {kind: [] for kind in kinds}
    for _ in range(TRIALS):
        for kind in kinds:
            times[kind].append(trial(kind))
    return {kind: statistics.median(each) for kind, each in times.items()}


def test_a_mobile_of_digits_beyond_the_plan_is_refused_before_anything_is_looked_up(town: Town) -> None:
    refused = town.kiosk().refused("POST", "/citizen/challenges", {"national_id": KNOWN[0], "mobile": mobile(1)[:-1]})
    assert refused["code"] == "invalid_mobile"
