"""Five hundred bookers, fifty slots, and an oracle that believes nothing but answers and rows."""

import asyncio
from typing import Any

import pytest

from desk_client.config.settings import ServerSettings
from desk_client.domain.clock import Clock
from desk_client.server.house import House
from tests.integration.server.storm.history import Answer, Deed, Wish
from tests.integration.server.storm.mutants import claiming_over_others, without_claims
from tests.integration.server.storm.oracle import judged
from tests.integration.server.storm.process import ServerProcess
from tests.integration.server.storm.scenes import REGION, planned, storm_inside
from tests.integration.server.storm.stored import read_store
from tests.integration.server.storm.verdict import Fault, Verdict
from tests.integration.server.storm.ways import Wire
from tests.stores import BOTH

STORES = BOTH


def _now_ms(clock: Clock) -> int:
    return int(clock.now().timestamp() * 1000)


async def _judged(house: House, seed: int, *, bookers: int = 500, crowd: int = 1) -> Verdict:
    history = await storm_inside(house, seed, bookers=bookers, tries=2, crowd=crowd)
    return judged(history, read_store(house.settings), _now_ms(house.clock))


@pytest.mark.parametrize("seed", [1, 2])
async def test_nothing_is_double_booked_or_lost(house: House, seed: int) -> None:
    verdict = await _judged(house, seed, crowd=100)
    assert not verdict.findings, str(verdict)
    assert verdict.bookings >= 50
    assert verdict.asked["hold no"] > 500  # most come too late


async def test_without_claims_the_oracle_finds_what_is_double_booked(house: House) -> None:
    with without_claims():
        verdict = await _judged(house, 3, bookers=100)
    assert verdict.count(Fault.DOUBLE_BOOKED) > 0
    assert verdict.count(Fault.PROMISED_TWICE) > 0
    assert verdict.count(Fault.CLAIMS_WRONG) > 0


async def test_when_claims_give_way_the_oracle_finds_what_was_promised_twice(house: House) -> None:
    with claiming_over_others():
        verdict = await _judged(house, 4, bookers=100)
    assert verdict.count(Fault.DOUBLE_BOOKED) > 0
    assert verdict.count(Fault.PROMISED_TWICE) > 0


async def test_five_hundred_requests_with_one_key_are_one_booking(stage: dict[str, Any]) -> None:
    slot = planned(stage).slots[0]
    server = ServerProcess(stage)
    server.start()
    wire = Wire(server.port, REGION)

    async def at_once(wish: Wish) -> Answer:
        answers = await asyncio.gather(*(wire.ask(wish) for _ in range(500)))
        assert all(answer == answers[0] for answer in answers)
        return answers[0]

    try:
        hold = await at_once(Wish(0, Deed.HOLD, slot.service_id, slot.starts_at, "one-key-for-the-hold"))
        booked = await at_once(Wish(0, Deed.BOOK, hold.body["id"], key="one-key-for-the-booking"))
    finally:
        await wire.close()
        server.kill()
    stored = read_store(ServerSettings(**stage))
    assert list(stored.appointments) == [booked.body["appointment"]["id"]]
    assert stored.outbox[hold.body["id"]] == ["ticket"]
    assert stored.audit[hold.body["id"]] == ["hold", "book"]
