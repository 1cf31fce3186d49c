"""The drill on PostgreSQL, whose server is killed and its files deleted; the embedded store's: `test_operations.py`."""

import pytest

from benchmarks.drill import databases
from desk_client.bootstrap.drill import play_drill


def test_a_database_that_is_gone_comes_back_elsewhere_with_all_that_was_acknowledged(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with databases() as two:
        done = play_drill(1.0, two)
    assert done.acknowledged > 0, capsys.readouterr().out
    assert done.lost == 0
    assert "commits carried out again" in capsys.readouterr().out
