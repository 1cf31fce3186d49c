"""The log's last lines keep the program's own words, and nothing that was filled in by anybody."""

import logging
from collections.abc import Iterator

import pytest

from desk_client.client.recent_log import RecentLog
from desk_client.domain.outcomes import RefusalCode

NAME, NUMBER, TOKEN = "محمد أحمد الحازمي", "1000000008", "tok_9f8e7d6c5b4a39281706"


@pytest.fixture
def log() -> Iterator[RecentLog]:
    made = RecentLog()
    logging.getLogger().addHandler(made)
    yield made
    logging.getLogger().removeHandler(made)


def ours(name: str = "desk_client.client.calls") -> logging.Logger:
    logger = logging.getLogger(name)
    logger.setLevel(logging.INFO)
    return logger


def test_words_codes_and_small_numbers_are_kept(log: RecentLog) -> None:
    ours().info("no room token: %s after %d tries in %.1f s", RefusalCode.TIMEOUT, 3, 0.42)
    assert log.lines[-1].endswith(
        f"INFO desk_client.client.calls: no room token: {RefusalCode.TIMEOUT} after 3 tries in 0.4 s"
    )


def test_texts_and_long_numbers_are_not(log: RecentLog) -> None:
    ours().warning("%s (%s) signed in with %s, %d", NAME, NUMBER, TOKEN, int(NUMBER))
    ours().warning("%(who)s was seen", {"who": NAME})
    ours().warning("%s has %s", Exception(NAME), [NUMBER])
    said = "\n".join(log.lines)
    assert all(each not in said for each in (NAME, NUMBER, TOKEN))
    assert "<str> was seen" in said
    assert "<Exception> has <list>" in said


def test_another_library_s_words_are_not(log: RecentLog) -> None:
    logging.getLogger("asyncio").warning(f"Task of {NAME} was destroyed")  # noqa: G004 - as libraries do
    assert log.lines[-1].endswith("asyncio: (another library's words are left out)")


def test_of_an_exception_its_type_and_place_are_kept(log: RecentLog) -> None:
    try:
        int(NAME)
    except ValueError:
        ours().warning("an action failed", exc_info=True)
    assert log.lines[-2].strip() == "ValueError"
    assert "test_recent_log.py:" in log.lines[-1]
    assert NAME not in "\n".join(log.lines)


def test_the_oldest_lines_give_way() -> None:
    log = RecentLog(lines=3)
    for number in range(5):
        log.handle(logging.LogRecord("desk_client", logging.INFO, "", 1, "line %d", (number,), None))
    assert [line[-1] for line in log.lines] == ["2", "3", "4"]
