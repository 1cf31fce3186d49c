"""A sender that is killed loses nothing, and leaves one message at most to be sent once more."""

from pathlib import Path

import pytest

from tests.fakes.sender_process import crashed
from tests.postgres import Postgres


def test_nothing_is_lost_and_a_crash_repeats_one_message_at_most(tmp_path: Path) -> None:
    toll = crashed({"data_dir": str(tmp_path / "data"), "secrets": "file"}, kills=3, messages=12, seed=1)
    assert (toll.acknowledged, toll.lost, toll.phantom) == (48, 0, 0)
    # the first died when the carrier had a message and had not said so: its repetition is what at least once means
    assert 1 <= toll.repeated <= 2
    assert toll.most_repeated == 1


def test_the_same_on_postgresql(tmp_path: Path, postgres: Postgres, request: pytest.FixtureRequest) -> None:
    name = postgres.new_database()
    request.addfinalizer(lambda: postgres.drop(name))
    settings = {"data_dir": str(tmp_path / "data"), "secrets": "file", "database_url": postgres.url(name)}
    toll = crashed(settings, kills=2, messages=12, seed=2)
    assert (toll.acknowledged, toll.lost, toll.phantom) == (36, 0, 0)
    assert (toll.repeated, toll.most_repeated) == (1, 1)
