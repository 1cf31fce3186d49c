"""What is read from what a call left behind."""

import math
from pathlib import Path

import numpy as np
import pytest

from benchmarks.media_rooms.clip import Clip, drawn
from benchmarks.media_rooms.ends import Kept, Seen, Sent
from benchmarks.media_rooms.likeness import scaled, ssim
from benchmarks.media_rooms.reading import (
    freezes,
    latencies_ms,
    likeness,
    queued_ms,
    rate_bps,
    rates_bps,
    reached_after_s,
)
from benchmarks.media_rooms.shaper import Carried
from desk_client.rtc.picture import stamp
from tests.fakes.network_path import Lost


def even(from_s: float, until_s: float, every_s: float) -> list[float]:
    return np.arange(from_s, until_s, every_s).tolist()


def seen(number: int | None, at_s: float) -> Seen:
    return Seen(1, number, at_s, 640, 360)


def test_a_picture_is_as_late_as_the_last_one_of_its_number_says() -> None:
    sent = [Sent(0, 1.0), Sent(1, 1.1), Sent(0, 1.2), Sent(1, 1.3)]
    came = [seen(0, 1.15), seen(1, 1.25), seen(None, 1.3), seen(0, 1.35), seen(7, 1.4)]
    late = latencies_ms(sent, came)
    assert [at for at, _ in late] == [1.15, 1.25, 1.35]
    assert [ms for _, ms in late] == pytest.approx([150, 150, 150])


def test_an_even_flow_does_not_freeze_at_whatever_rate() -> None:
    assert freezes(even(0, 10, 1 / 30), 0, 10).times == ()
    assert freezes(even(0, 10, 1 / 10), 0, 10).times == ()


def test_a_gap_longer_than_three_distances_and_150_ms_is_a_freeze_of_its_whole_length() -> None:
    found = freezes([*even(0, 2, 1 / 30), *even(2.3, 4, 1 / 30)], 0, 4)
    assert len(found.times) == 1
    assert found.total_s == pytest.approx(0.333, abs=0.01)
    assert freezes([*even(0, 2, 1 / 30), *even(2.13, 4, 1 / 30)], 0, 4).times == ()


def test_slow_pictures_stand_still_later() -> None:
    assert freezes([*even(0, 4, 0.15), *even(4.3, 8, 0.15)], 0, 8).times == ()
    assert len(freezes([*even(0, 4, 0.15), *even(4.4, 8, 0.15)], 0, 8).times) == 1


def test_pictures_that_are_missing_until_the_end_count() -> None:
    found = freezes(even(0, 2, 1 / 30), 0, 5)
    assert found.longest_s == pytest.approx(3.0, abs=0.05)
    assert freezes([], 0, 5).total_s == 5


def carried(until_s: float, every_s: float, *, lost: Lost | None = None) -> list[Carried]:
    return [Carried(at_s, 1250, 0.01 * (n % 10), lost) for n, at_s in enumerate(even(0, until_s, every_s))]


def test_the_rate_is_of_what_got_through() -> None:
    packets = carried(4, 0.01) + carried(4, 0.01, lost=Lost.QUEUE)
    assert rate_bps(packets, 1, 3) == pytest.approx(1e6, rel=0.01)


def test_a_packet_counts_when_it_passes_the_bottleneck() -> None:
    packets = [Carried(0.9, 1250, 0.2, None), Carried(1.9, 1250, 0.2, None)]
    assert rate_bps(packets, 1, 2) == 10_000
    assert rates_bps(packets, 0, 2)[0] == (1.0, 0)


def test_a_rate_is_reached_when_the_second_before_had_it() -> None:
    packets = [*carried(2, 0.1), *(Carried(2 + each.at_s, 1250, 0.0, None) for each in carried(3, 0.01))]
    rates = rates_bps(packets, 0, 5)
    assert [*rates[0], *rates[-1]] == pytest.approx([1.0, 1e5, 5.0, 1e6], rel=0.02)
    assert reached_after_s(rates, 0.85e6, 0) == pytest.approx(2.9, abs=0.11)
    assert reached_after_s(rates, 2e6, 0) == math.inf


def test_queueing_is_told_by_the_part_of_packets_that_waited_less() -> None:
    assert queued_ms(carried(4, 0.01), 0, 4, 0.5) == pytest.approx(50)
    assert queued_ms(carried(4, 0.01), 0, 4, 0.95) == pytest.approx(90)


def test_a_picture_is_like_itself_less_like_a_noisy_one_and_not_like_another() -> None:
    chance = np.random.default_rng(1)
    picture = np.kron(chance.integers(30, 220, (12, 20)), np.ones((8, 8))).astype(np.uint8)
    noisy = np.clip(picture + chance.normal(0, 8, picture.shape), 0, 255).astype(np.uint8)
    other = picture[::-1].copy()
    assert ssim(picture, picture) == pytest.approx(1)
    assert 0.3 < ssim(picture, noisy) < 0.95
    assert ssim(picture, other) < 0.3
    with pytest.raises(ValueError, match="is not"):
        ssim(picture, picture[:-1])


@pytest.fixture
def clip(tmp_path: Path) -> Clip:
    return drawn(tmp_path, source=3, width=320, height=180, pictures=6)


def test_a_clip_bears_its_numbers_and_is_drawn_once(clip: Clip, tmp_path: Path) -> None:
    found = [stamp.read(clip.luma(number)) for number in range(clip.pictures)]
    assert found == [stamp.Stamp(3, number, 0) for number in range(6)]
    written = clip.path.stat().st_mtime_ns
    assert drawn(tmp_path, source=3, width=320, height=180, pictures=6) == clip
    assert clip.path.stat().st_mtime_ns == written


def test_kept_pictures_are_compared_with_those_of_their_number_at_the_clip_s_size(clip: Clip, tmp_path: Path) -> None:
    whole, small = tmp_path / "whole", tmp_path / "small"
    padded = np.zeros((180, 352), np.uint8)
    padded[:, :320] = clip.luma(2)
    whole.write_bytes(padded.tobytes())
    small.write_bytes(scaled(clip.luma(4), 160, 90).tobytes())
    assert likeness(clip, [Kept(2, 1.0, str(whole), 320, 180, 352)]) == pytest.approx(1)
    assert 0.4 < likeness(clip, [Kept(4, 1.0, str(small), 160, 90, 160)]) < 0.99
    assert math.isnan(likeness(clip, []))
