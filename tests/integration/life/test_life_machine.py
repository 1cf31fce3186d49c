"""The life of appointments against a model in memory, on both stores: whatever order things are done in.

The default run is the same lives each time, so that it costs the same; `MAJLIS_LIVES=500` lives through so many others.
"""

import os
from collections import Counter
from types import SimpleNamespace
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from desk_client.domain.appointment import Step
from desk_client.domain.outcomes import Refusal
from desk_client.server.jobs import no_shows
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking import claims
from desk_client.server.services.booking.appointments import Record, moved
from desk_client.server.services.life import changes, making_good
from desk_client.server.services.transaction import Transaction
from desk_client.server.services.waitlist import offers
from tests.integration.life.lab import Lab
from tests.integration.life.model.life import Life

LIVES: Final = 14
STEPS: Final = 30
DEEP: Final = int(os.environ.get("MAJLIS_LIVES", "0"))

SEEN: Final = {
    *("hold: done", "hold: slot_taken", "hold: slot_unavailable", "book: done", "check_in: done", "admit: done"),
    *("complete: done", "missed", "unserved: done", "stranger: not_found", "join: done", "offered"),
}
"""What has to have happened in the default run, for it to say anything; a longer one sees every step and refusal."""


def live(lab: Lab, lives: int = LIVES) -> Counter[str]:
    """Live through that many lives; what happened in them, each with how often."""
    events: Counter[str] = Counter()

    class LifeOnThisStore(Life):
        def __init__(self) -> None:
            super().__init__(lab, events)

    run_state_machine_as_test(
        LifeOnThisStore,
        settings=settings(
            max_examples=lives,
            stateful_step_count=STEPS,
            derandomize=not DEEP,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            report_multiple_bugs=False,
            phases=(Phase.generate,),  # a failure is told as it was found: to make it shorter takes minutes
        ),
    )
    return events


@pytest.mark.no_cover
@pytest.mark.timeout(max(120, 10 * DEEP))
def test_any_life_is_the_model_s(lab: Lab) -> None:
    events = live(lab, DEEP or LIVES)
    assert DEEP or sorted(name for name in SEEN if not events[name]) == []


# what a wrong house would do, and the model must not believe


def _claims_nothing(_transaction: Transaction, needs: claims.Wanted, *_more: object) -> tuple[str, ...]:
    return (*needs.each, *(group[0] for group in needs.any_of))


def _loses_its_place(
    transaction: Transaction, actor: Actor | None, found: Record, taken: Step, **values: object
) -> Record | Refusal:
    late = {"queued_at": transaction.now} if taken is Step.TRANSFER else {}
    return moved(transaction, actor, found, taken, **values, **late)


WRONGS: Final[dict[str, tuple[object, str, Any]]] = {
    "moves without claiming": (changes, "claims", SimpleNamespace(take=_claims_nothing, release=claims.release)),
    "forgets the version": (claims, "bump", lambda *_: None),
    "notes a no-show on our fault": (no_shows, "fault_was_ours", lambda *_: False),
    "keeps what was declined": (offers, "let_go", lambda *_: None),
    "keeps what nobody answered": (offers, "expire", lambda *_, **__: False),
    "books again as if it were nothing": (making_good, "PRIORITY", 0),
    "sends to the end of the queue": (changes, "moved", _loses_its_place),
}
"""More that were caught when they were tried: nobody is told of a cancellation (`changes.tell_about`), anybody moves at
any time (`changes.may_change`), nobody on the list is ever next (`matching.next_in_line`)."""


@pytest.mark.parametrize("backend", ["embedded"])
@pytest.mark.parametrize("wrong", WRONGS)
def test_a_wrong_house_is_found_out(lab: Lab, wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    of, name, instead = WRONGS[wrong]
    assert hasattr(of, name)
    monkeypatch.setattr(of, name, instead)
    with pytest.raises(AssertionError):
        live(lab)
