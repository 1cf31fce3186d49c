"""Where tiles lie: never over each other unless said, never narrower or wider than a face can bear."""

import pytest
from PySide6.QtCore import QRect

from desk_client.ui.call.stage import places


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


@pytest.mark.parametrize(("width", "height"), [(1872, 860), (1232, 570), (1032, 1700)])
def test_the_other_side_keeps_the_shape_of_its_picture(width: int, height: int) -> None:
    remote = places(QRect(0, 0, width, height), has_side=False).remote
    assert 1.32 <= remote.width() / remote.height() <= 1.79
