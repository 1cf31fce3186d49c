"""The real network, on a photograph and on what is nobody."""

import subprocess
import sys

import numpy as np
import pytest

from desk_client.rtc.picture.person import HEIGHT, WIDTH, PersonFinder, open_person_finder
from desk_client.rtc.picture.synthetic import dismissed_picture
from tests.fakes.camera import grey_picture
from tests.fakes.photograph import photograph


@pytest.fixture(scope="module")
def finder() -> PersonFinder:
    return open_person_finder()


@pytest.mark.parametrize("size", [(640, 360), (1280, 720), (480, 360)])
def test_somebody_is_told_from_what_is_behind_them(finder: PersonFinder, size: tuple[int, int]) -> None:
    found = finder.find(photograph(*size))
    assert found.shape == (HEIGHT, WIDTH)
    assert found[20:60, 90:135].mean() > 0.99, "the face"
    assert found[115:, 60:140].mean() > 0.99, "the suit"
    assert found[:60, :50].mean() < 0.05, "the flag"
    assert found[:60, 190:].mean() < 0.1, "the shuttle, of which a little is taken for somebody"


def test_nobody_is_found_where_nobody_is(finder: PersonFinder) -> None:
    for empty in (grey_picture(120), dismissed_picture(640, 360)):
        assert finder.find(empty).max() < 0.2


def test_what_was_found_before_plays_no_part_in_it(finder: PersonFinder) -> None:
    first = finder.find(photograph()).copy()
    finder.find(grey_picture(120))
    assert np.array_equal(finder.find(photograph()), first)


def test_the_library_is_loaded_when_somebody_blurs_and_not_before() -> None:
    asked = (
        "import sys, desk_client.rtc.engine, desk_client.client.pictures, desk_client.client.conference\n"
        "from desk_client.rtc.picture.person import open_person_finder\n"
        "print('ai_edge_litert' in sys.modules)\n"
        "open_person_finder()\n"
        "print('ai_edge_litert' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
