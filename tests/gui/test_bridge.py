import asyncio

import pytest

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.bridge import Bridge

REFUSAL = Refusal(RefusalCode.SLOT_TAKEN)


class Heard:
    """What a page was told."""

    def __init__(self) -> None:
        self.values: list[int] = []
        self.refusals: list[Refusal] = []
        self.faults = 0
        self.ends = 0

    def fault(self) -> None:
        self.faults += 1

    def end(self) -> None:
        self.ends += 1


async def answer(value: int | Refusal | Exception) -> int | Refusal:
    await asyncio.sleep(0)
    if isinstance(value, Exception):
        raise value
    return value


async def carried_out(value: int | Refusal | Exception) -> Heard:
    heard = Heard()
    bridge = Bridge(heard.fault)
    task = bridge.run(answer(value), heard.values.append, heard.refusals.append, on_end=heard.end)
    assert task is not None
    idle = [bridge.is_idle]
    await task
    idle.append(bridge.is_idle)
    assert idle == [False, True]
    return heard


async def test_a_value_goes_one_way_and_a_refusal_the_other() -> None:
    heard = await carried_out(7)
    assert (heard.values, heard.refusals, heard.faults, heard.ends) == ([7], [], 0, 1)
    heard = await carried_out(REFUSAL)
    assert (heard.values, heard.refusals, heard.faults, heard.ends) == ([], [REFUSAL], 0, 1)


@pytest.mark.expected_errors("an action failed.*unforeseen")
async def test_the_unforeseen_is_logged_and_shown_once() -> None:
    heard = await carried_out(ValueError("unforeseen"))
    assert (heard.values, heard.refusals, heard.faults, heard.ends) == ([], [], 1, 1)


async def test_closing_cancels_what_runs_and_starts_nothing_more() -> None:
    heard = Heard()
    bridge = Bridge(heard.fault)

    async def forever() -> int:
        await asyncio.Event().wait()
        return 0

    bridge.run(forever(), heard.values.append, heard.refusals.append, on_end=heard.end)
    await asyncio.sleep(0)
    await bridge.close()
    assert bridge.is_idle
    assert (heard.values, heard.faults, heard.ends) == ([], 0, 1)
    assert bridge.run(answer(1), heard.values.append, heard.refusals.append) is None
