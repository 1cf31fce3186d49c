import threading
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.picture import Picture
from desk_client.ui.widgets.video_tile import TileState, VideoTile
from tests.gui.conftest import Show

RED, BLUE = b"\x00\x00\xff\xff", b"\xff\x00\x00\xff"


@dataclass(frozen=True)
class Halves:
    """A picture, red at the left and blue at the right, as the media engine gives them: B, G, R, 255."""

    width: int
    height: int
    sequence: int
    padding: int = 0

    @property
    def stride(self) -> int:
        return self.width * 4 + self.padding

    @property
    def data(self) -> bytes:
        half = self.width // 2
        return (RED * half + BLUE * (self.width - half) + bytes(self.padding)) * self.height


def live(look: Appearance, *, is_mirrored: bool = False) -> tuple[VideoTile, list[int]]:
    tile = VideoTile(look, is_mirrored=is_mirrored)
    tile.set_state(TileState.LIVE)
    painted: list[int] = []

    def note(picture: Picture) -> None:
        painted.append(picture.sequence)

    tile.on_painted = note
    return tile, painted


def colour(tile: VideoTile, x: float, y: float) -> QColor:
    image = tile.grab().toImage()
    return image.pixelColor(QPoint(int(image.width() * x), int(image.height() * y)))


def test_pictures_of_another_thread_are_painted_and_the_newest_wins(
    look: Appearance, qtbot: QtBot, shown: Show
) -> None:
    tile, painted = live(look)
    shown(tile)

    def feed() -> None:
        for sequence in range(1, 101):
            tile.receive(Halves(64, 36, sequence))

    # Qt's own loop stands still meanwhile, so that only the last picture can be painted.
    thread = threading.Thread(target=feed, name="feeder")
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(painted))
    assert painted == [100]


def test_a_picture_is_counted_once_however_often_it_is_painted(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    tile, painted = live(look)
    shown(tile)
    tile.receive(Halves(64, 36, 1))
    qtbot.waitUntil(lambda: bool(painted))
    tile.repaint()
    tile.repaint()
    assert painted == [1]


def test_a_hidden_tile_counts_nothing(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    tile, painted = live(look)
    shown(tile)
    tile.hide()
    tile.receive(Halves(64, 36, 1))
    with qtbot.assertNotEmitted(tile.destroyed, wait=50):
        pass
    assert painted == []


def test_colours_sides_and_stride_are_right(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    tile, painted = live(look)
    shown(tile)
    tile.receive(Halves(64, 36, 1, padding=64))
    qtbot.waitUntil(lambda: bool(painted))
    assert colour(tile, 0.25, 0.5) == QColor("red")
    assert colour(tile, 0.75, 0.5) == QColor("blue")


def test_ones_own_picture_is_mirrored(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    tile, painted = live(look, is_mirrored=True)
    shown(tile)
    tile.receive(Halves(64, 36, 1))
    qtbot.waitUntil(lambda: bool(painted))
    assert colour(tile, 0.25, 0.5) == QColor("blue")


def test_a_wide_picture_is_cropped_about_its_middle(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    tile, painted = live(look)
    tile.setFixedSize(300, 300)
    shown(tile)
    tile.receive(Halves(1200, 300, 1))
    qtbot.waitUntil(lambda: bool(painted))
    assert colour(tile, 0.45, 0.5) == QColor("red")
    assert colour(tile, 0.55, 0.5) == QColor("blue")
    assert colour(tile, 0.5, 0.01) in (QColor("red"), QColor("blue"))  # it covers the tile


def test_corners_show_the_ground(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    tile, painted = live(look)
    shown(tile)
    tile.receive(Halves(64, 36, 1))
    qtbot.waitUntil(lambda: bool(painted))
    ground = QColor(look.colours.stage)
    for x, y in ((0, 0), (0.999, 0), (0, 0.999), (0.999, 0.999)):
        assert colour(tile, x, y) == ground


def test_a_waiting_tile_shows_no_picture_and_counts_none(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    tile, painted = live(look)
    shown(tile)
    tile.receive(Halves(64, 36, 1))
    qtbot.waitUntil(lambda: painted == [1])
    tile.set_state(TileState.WAITING, "بانتظار المسؤول")
    tile.receive(Halves(64, 36, 2))
    assert colour(tile, 0.1, 0.5) == QColor(look.colours.stage_surface)
    assert painted == [1]
    assert tile.accessibleDescription() == "بانتظار المسؤول"


def test_a_frozen_tile_is_darkened(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    tile, painted = live(look)
    shown(tile)
    tile.receive(Halves(64, 36, 1))
    qtbot.waitUntil(lambda: bool(painted))
    tile.set_state(TileState.FROZEN, "")
    assert 0 < colour(tile, 0.1, 0.5).red() < 120


def test_the_scaler_is_told_the_size_in_device_pixels(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    tile, _ = live(look)
    shown(tile)
    with qtbot.waitSignal(tile.resized) as resized:
        tile.setFixedSize(320, 200)
    ratio = tile.devicePixelRatioF()
    assert resized.args == [320 * ratio, 200 * ratio]


def test_a_cleared_tile_forgets_the_person(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    tile, painted = live(look)
    shown(tile)
    tile.receive(Halves(64, 36, 1))
    qtbot.waitUntil(lambda: bool(painted))
    tile.clear()
    assert colour(tile, 0.1, 0.5) == QColor(look.colours.stage_surface)


def test_signs_are_painted(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    tile, painted = live(look)
    shown(tile)
    tile.receive(Halves(64, 36, 1))
    qtbot.waitUntil(lambda: bool(painted))
    bare = tile.grab().toImage()
    tile.set_name("سمو أمير المنطقة")
    named = tile.grab().toImage()
    tile.set_quality(3)
    tile.set_muted(True)
    assert len({bytes(image.constBits()) for image in (bare, named, tile.grab().toImage())}) == 3
    assert tile.accessibleName() == "سمو أمير المنطقة"
