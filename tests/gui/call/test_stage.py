"""Where tiles lie: never over each other unless said, never narrower or wider than a face can bear."""

import pytest
from PySide6.QtCore import QRect

from desk_client.ui.call.stage import interpreter_aside, places


@pytest.mark.parametrize("has_side", [True, False])
@pytest.mark.parametrize(("width", "height"), [(1872, 860), (1232, 570), (1032, 1700), (760, 380), (900, 820)])
def test_everything_lies_within_and_apart(width: int, height: int, has_side: bool) -> None:
    within = QRect(24, 60, width, height)
    laid = places(within, has_side=has_side)
    assert within.contains(laid.remote)
    assert within.contains(laid.local)
    assert laid.is_over is laid.remote.intersects(laid.local)
    if has_side:
        assert within.contains(laid.side)
        assert not laid.side.intersects(laid.remote)
        assert not laid.side.intersects(laid.local)


@pytest.mark.parametrize(("width", "height"), [(1872, 860), (1232, 570)])
def test_the_other_side_keeps_the_shape_of_its_picture(width: int, height: int) -> None:
    remote = places(QRect(0, 0, width, height), has_side=False).remote
    assert 1.32 <= remote.width() / remote.height() <= 1.79


@pytest.mark.parametrize(("width", "height"), [(1032, 1700), (1032, 1500)])
def test_upright_no_room_is_left_over(width: int, height: int) -> None:
    laid = places(QRect(0, 0, width, height), has_side=False)
    assert laid.remote.width() == width
    assert laid.remote.top() + height - 1 - laid.local.bottom() <= height * 0.05
    assert laid.remote.width() / laid.remote.height() + 0.01 >= 4 / 5


@pytest.mark.parametrize(("width", "height"), [(1872, 860), (1232, 570), (1032, 1700)])
def test_a_document_is_large_and_displaces_nobody(width: int, height: int) -> None:
    within = QRect(24, 60, width, height)
    laid = places(within, has_side=False, has_document=True)
    everybody = (laid.remote, laid.local, laid.speaker)
    assert all(within.contains(each) for each in everybody)
    assert not any(one.intersects(other) for one in everybody for other in everybody if one is not other)
    document = laid.remote.width() * laid.remote.height()
    assert document > 0.6 * width * height
    assert laid.speaker.height() >= 110


@pytest.mark.parametrize("has_side", [True, False])
@pytest.mark.parametrize("has_document", [True, False])
@pytest.mark.parametrize(("width", "height"), [(1872, 860), (1232, 570), (1032, 1500)])
def test_no_layout_displaces_the_interpreter(width: int, height: int, has_side: bool, has_document: bool) -> None:
    within = QRect(24, 60, width, height)
    rest, interpreter = interpreter_aside(within)
    laid = places(rest, has_side=has_side, has_document=has_document)
    assert within.contains(interpreter)
    assert interpreter == interpreter_aside(within)[1], "the same in every layout"
    for each in (laid.remote, laid.local, laid.side, laid.speaker):
        assert not interpreter.intersects(each)
