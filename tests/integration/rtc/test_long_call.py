"""The long call's samples, from two processes that hold a short one."""

from benchmarks.memory_rooms.long_call import held, sampled


def test_a_leak_of_an_end_is_found_and_what_it_sees_and_hears_is_told() -> None:
    planted_mb_an_hour = 18_000.0  # 5 MB a second
    offering, answering = zip(*sampled(2.0, 5.0, 0.25, planted_mb_an_hour), strict=True)
    for samples in (offering, answering):
        end = held(samples)
        assert 0.5 * planted_mb_an_hour < end.resident.an_hour < 2 * planted_mb_an_hour
        assert end.resident.at_most > 1  # and so it does not pass
        assert end.fps > 10
        assert end.heard > 0.5
        assert samples[0].threads > 5
        assert samples[0].descriptors > 5
        assert samples[0].inside.tasks > 3
