"""Whatever is asked, by whomever: no error of ours, and nothing that the description does not tell (schemathesis)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from schemathesis.core.failures import FailureGroup

from desk_client.config.settings import ServerSettings
from tests.integration.access.fuzzing import each_by_itself, one_after_another, town
from tests.stores import BLANK, Stores


@pytest.fixture
def settings(tmp_path: Path, stores: Stores, backend: str) -> Iterator[ServerSettings]:
    with stores.copy(BLANK, backend, tmp_path / "data") as settings:
        yield settings


@pytest.mark.no_cover
def test_five_hundred_random_requests_are_answered_as_described(settings: ServerSettings) -> None:
    with town(settings) as fuzzed:
        each_by_itself(fuzzed, 350)
        # when chance first makes something differs: it goes on, within bounds, until that was tried too
        while fuzzed.asked < 500 or (201 not in fuzzed.statuses and fuzzed.asked < 2000):
            one_after_another(fuzzed, runs=3, steps=10)
        assert 500 not in fuzzed.statuses
        assert {200, 201, 403, 404, 422} <= set(fuzzed.statuses)


@pytest.mark.parametrize("backend", ["embedded"], indirect=True)  # the description is the same
def test_an_answer_that_is_not_described_is_found(settings: ServerSettings) -> None:
    with town(settings) as fuzzed:
        for path in fuzzed.document["paths"].values():
            for operation in path.values():
                operation["responses"].pop("422", None)
        with pytest.raises(FailureGroup, match="422"):
            each_by_itself(fuzzed, 100)
