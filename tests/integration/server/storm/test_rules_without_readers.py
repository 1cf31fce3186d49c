"""While only writes come in, the rulebook is read once, not by each of them."""

import asyncio
from unittest.mock import patch

from desk_client.server.house import House
from desk_client.server.services import rulebook
from desk_client.server.services.rulebook import rules, rules_changed
from desk_client.server.services.transaction import Transaction
from tests.stores import BOTH

STORES = BOTH


async def test_writers_alone_read_the_rulebook_once_after_it_changed(house: House) -> None:
    read = rulebook._read
    with patch.object(rulebook, "_read", side_effect=read) as reading:
        await asyncio.gather(*(house.write(rules) for _ in range(40)))
        first = reading.call_count
        await asyncio.gather(*(house.write(rules) for _ in range(40)))
        assert reading.call_count == first
        version = (await house.write(rules)).version
        await house.write(rules_changed)
        assert (await house.write(rules)).version == version + 1
        assert (await house.write(rules)).version == version + 1
        assert reading.call_count == first + 2  # by the one who came upon it, and once for all who come after


async def test_what_a_transaction_changed_and_took_back_is_not_remembered(house: House) -> None:
    class TakenBackError(Exception):
        pass

    def change_and_fail(transaction: Transaction) -> None:
        rules_changed(transaction)
        rules(transaction)
        raise TakenBackError

    before = (await house.write(rules)).version
    answers = await asyncio.gather(
        *(house.write(work) for work in (change_and_fail, rules, change_and_fail, rules)),
        return_exceptions=True,
    )
    assert [type(answer) for answer in answers[::2]] == [TakenBackError] * 2
    assert [getattr(answer, "version", None) for answer in answers[1::2]] == [before, before]
    remembered = house.memory.rulebook
    assert remembered is not None
    assert remembered.version == before
