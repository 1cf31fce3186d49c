"""Whatever is asked, by whomever: no error of ours, and nothing that the description does not tell (schemathesis)."""

from pathlib import Path

from tests.integration.access.fuzzing import each_by_itself, one_after_another, town


def test_five_hundred_random_requests_are_answered_as_described(tmp_path: Path) -> None:
    with town(tmp_path / "data") as fuzzed:
        each_by_itself(fuzzed, 350)
        one_after_another(fuzzed, runs=10, steps=10)
        assert fuzzed.asked >= 500
        assert max(fuzzed.statuses) < 500
        assert {200, 201, 204, 403, 404, 409, 422} <= set(fuzzed.statuses)
