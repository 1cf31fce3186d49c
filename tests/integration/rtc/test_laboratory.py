"""Real packets between real namespaces, through the shaper."""

import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.media_rooms.clip import Clip
from benchmarks.media_rooms.ends import End, EndFailedError, Kind, Setting
from benchmarks.media_rooms.namespaces import NoNamespacesError, Side, inside, two_sides
from benchmarks.media_rooms.self_test import exchanged
from benchmarks.media_rooms.shaper import Line, Shaper, shaped
from tests.fakes.network_path import Conditions, Lost, with_outages

Joined = tuple[tuple[Side, Side], Shaper]


@pytest.fixture(scope="module")
def joined() -> Iterator[Joined]:
    try:
        with two_sides() as sides, shaped(sides) as shaper:
            yield sides, shaper
    except NoNamespacesError as error:
        pytest.skip(str(error))


def test_packets_take_as_long_as_the_line_says_and_keep_their_order(joined: Joined) -> None:
    sides, shaper = joined
    shaper.begin(Line(Conditions(delay_s=0.05)))
    came = exchanged(sides, 100, 0.002, wait_s=0.2)
    assert [each.number for each in came] == list(range(100))
    delays = sorted(each.came_s - each.sent_s for each in came)
    assert delays[0] >= 0.05
    assert delays[50] < 0.06
    log = shaper.log()
    assert [each.size_bytes for each in log.there] == [1000] * 100
    assert len(log.lateness_s) == 100 + len(log.back)


def test_what_a_seed_loses_is_lost_each_time(joined: Joined) -> None:
    sides, shaper = joined

    def came(seed: int) -> list[int]:
        shaper.begin(Line(Conditions(loss=0.3), seed=seed))
        return [each.number for each in exchanged(sides, 100, 0.001, wait_s=0.1)]

    first = came(1)
    assert first == came(1)
    assert first != came(2)
    assert 50 < len(first) < 90


def test_a_bottleneck_lets_through_its_rate_and_drops_what_its_queue_does_not_hold(joined: Joined) -> None:
    sides, shaper = joined
    shaper.begin(Line(Conditions(rate_bps=1e6, queue_s=0.1)))
    came = exchanged(sides, 200, 0.002, wait_s=0.3)
    took_s = came[-1].came_s - came[0].came_s
    assert 8000 * (len(came) - 1) / took_s == pytest.approx(1e6, rel=0.05)
    assert max(each.came_s - each.sent_s for each in came) < 0.13
    assert sum(each.lost is Lost.QUEUE for each in shaper.log().there) == 200 - len(came)


def test_an_outage_counts_from_when_the_line_began(joined: Joined) -> None:
    sides, shaper = joined
    began_s = shaper.begin(Line(with_outages(Conditions(), [(0.1, 0.2)])))
    came = exchanged(sides, 100, 0.004, wait_s=0.1)
    lost = [each.at_s - began_s for each in shaper.log().there if each.lost is Lost.OUTAGE]
    assert 20 < 100 - len(came) == len(lost) < 30
    assert min(lost) >= 0.1
    assert max(lost) < 0.2


def test_an_address_that_goes_takes_its_way_along_and_a_new_one_brings_it_back(joined: Joined) -> None:
    sides, shaper = joined
    shaper.begin(Line(Conditions()))
    with inside(sides[0]):
        sending = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    with sending:
        sides[0].lose_address()
        with pytest.raises(OSError, match="unreachable"):
            sending.sendto(b"lost", (sides[1].address, 5000))
        sides[0].gain_address(7)
        assert len(exchanged(sides, 10, 0.001, wait_s=0.1)) == 10
        sides[0].lose_address()
        sides[0].gain_address(1)


@pytest.mark.usefixtures("joined")
def test_nothing_is_left_behind_even_by_a_failure() -> None:
    seen: list[Path] = []

    def failing() -> None:
        with two_sides() as sides, shaped(sides):
            seen.extend(Path("/run/netns") / side.namespace for side in sides)
            assert all(each.exists() for each in seen)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert len(seen) == 2
    assert not any(each.exists() for each in seen)


def test_whoever_is_not_root_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(NoNamespacesError, match="root"), two_sides():
        pass


def test_an_end_that_cannot_begin_is_told_of_at_once_with_its_last_words(tmp_path: Path) -> None:
    nowhere = Clip(tmp_path / "missing.i420", 1, 640, 360, 30, 30)
    setting = Setting(nowhere, "H264", None, keep_size=False, keep_every=0, kept=str(tmp_path))
    began_s = time.monotonic()
    with End(Kind.OURS, setting, "broken") as end, pytest.raises(EndFailedError, match=r"missing\.i420"):
        end.hears("ready", 60.0)
    assert time.monotonic() - began_s < 30
