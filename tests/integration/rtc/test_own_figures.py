"""What the engine knows of its own process."""

from tests.fakes.call_end import CallEnd


def test_the_processors_share_is_measured() -> None:
    with CallEnd(1) as one:
        stats = one.measured(lambda stats: stats.cpu_share is not None, "a second with one before it")
    assert stats.cpu_share is not None
    assert 0.0 < stats.cpu_share < 64
