"""Whatever is asked, by whomever: no error of ours, and nothing that the description does not tell (schemathesis)."""

from pathlib import Path

import pytest
from schemathesis.core.failures import FailureGroup

from tests.integration.access.fuzzing import each_by_itself, one_after_another, town


def test_five_hundred_random_requests_are_answered_as_described(tmp_path: Path) -> None:
    with town(tmp_path / "data") as fuzzed:
        each_by_itself(fuzzed, 350)
        # when chance first makes something differs: it goes on, within bounds, until that was tried too
        while fuzzed.asked < 500 or (201 not in fuzzed.statuses and fuzzed.asked < 2000):
            one_after_another(fuzzed, runs=3, steps=10)
        assert 500 not in fuzzed.statuses
        assert {200, 201, 403, 404, 422} <= set(fuzzed.statuses)


def test_an_answer_that_is_not_described_is_found(tmp_path: Path) -> None:
    with town(tmp_path / "data") as fuzzed:
        for path in fuzzed.document["paths"].values():
            for operation in path.values():
                operation["responses"].pop("422", None)
        with pytest.raises(FailureGroup, match="422"):
            each_by_itself(fuzzed, 100)
