"""A sheet of a call: two tiles, a brief, the controls."""

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.call_bar import CallBar
from desk_client.ui.widgets.elapsed import Elapsed
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.round_button import RoundButton
from desk_client.ui.widgets.surface import Surface
from desk_client.ui.widgets.video_tile import TileState, VideoTile
from tests.gallery.words import say


class Stage(Surface):
    """The dark ground of a call."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.colours.stage))
        painter.end()


@dataclass(frozen=True)
class SamplePicture:
    """A picture of nobody, of the shape that the media engine gives."""

    width: int
    height: int
    stride: int
    data: bytes
    sequence: int


def sample_picture(width: int = 1280, height: int = 720, warmth: int = 0) -> SamplePicture:
    """Draw a head and shoulders before a soft ground."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QLinearGradient(QPointF(0, 0), QPointF(width, height))
    ground.setColorAt(0, QColor(40 + warmth, 44, 42 - warmth // 3))
    ground.setColorAt(1, QColor(120 + warmth, 122, 116 - warmth // 3))
    painter.fillRect(image.rect(), ground)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(190 + warmth // 3, 184, 172))
    painter.drawEllipse(QRectF(width * 0.42, height * 0.2, width * 0.16, height * 0.38))
    painter.drawEllipse(QRectF(width * 0.28, height * 0.62, width * 0.44, height * 0.9))
    painter.end()
    return SamplePicture(width, height, image.bytesPerLine(), bytes(image.constBits()), 1)


def call(look: Appearance) -> QWidget:
    """The official's window during a call."""
    stage = Stage(look)
    column = QVBoxLayout(stage)
    column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
    column.setSpacing(Space.M)
    head = QHBoxLayout()
    head.addWidget(
        Label(
            look,
            say(look, "مقابلة مرئية · محمد الحازمي", "Video audience · Mohammed Al-Hazmi"),
            Role.SUBTITLE,
            weight=Weight.SEMIBOLD,
            tone=Tone.ON_STAGE,
        ),
        1,
    )
    clock = Elapsed(look, timedelta(minutes=20))
    clock.start(timedelta(minutes=7, seconds=42))
    clock.stop()
    head.addWidget(clock)
    column.addLayout(head)
    tiles = QHBoxLayout()
    tiles.setSpacing(Space.M)
    remote = VideoTile(look, say(look, "محمد الحازمي", "Mohammed Al-Hazmi"))
    remote.set_state(TileState.LIVE)
    remote.set_quality(4)
    remote.receive(sample_picture(warmth=30))
    own = VideoTile(look, say(look, "أنت · مكتب الأمير", "You · the Emir's office"), is_mirrored=True)
    own.set_state(TileState.LIVE)
    own.set_muted(True)
    own.set_quality(2)
    own.receive(sample_picture(640, 360))
    frozen = VideoTile(look, say(look, "مترجم الإشارة", "Sign-language interpreter"))
    frozen.set_state(TileState.FROZEN, say(look, "انقطع الاتصال، نعيد الوصل…", "Connection lost, reconnecting…"))
    frozen.receive(sample_picture(640, 360, 10))
    side = QVBoxLayout()
    side.setSpacing(Space.M)
    side.addWidget(own, 2)
    side.addWidget(frozen, 2)
    brief = Panel(look, is_stage=True)
    facts = Facts(look, is_stage=True)
    facts.set_rows(
        (
            (say(look, "رقم المعاملة", "Transaction"), "\u2066GV-2026-00417\u2069"),
            (say(look, "الموضوع", "Subject"), say(look, "اعتراض على قرار بلدي", "A municipal decision")),
        )
    )
    brief.body.addWidget(facts)
    brief.body.addStretch()
    side.addWidget(brief, 2)
    tiles.addWidget(remote, 5)
    tiles.addLayout(side, 2)
    column.addLayout(tiles, 1)
    bar = CallBar(look)
    bar.camera.setChecked(False)
    bar.add(RoundButton(look, Icon.MESSAGE, say(look, "محادثة", "Chat")))
    column.addWidget(bar, 0, Qt.AlignmentFlag.AlignHCenter)
    return stage
