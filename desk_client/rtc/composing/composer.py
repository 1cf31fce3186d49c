"""From a recording's chunks to its file: read twice, decoded in the order of time, composed, and sealed again."""

import heapq
import itertools
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Final, cast

import av
from av.video.codeccontext import VideoCodecContext

from desk_client.rtc.composing.canvas import Canvas
from desk_client.rtc.composing.container import Container
from desk_client.rtc.composing.survey import CARD_S, Survey
from desk_client.rtc.composing.voices import Mix
from desk_client.rtc.recording.chunks import Folder
from desk_client.rtc.recording.pieces import Piece, PieceKind, unpacked
from desk_client.rtc.recording.sealed_file import SealedWriter
from desk_client.rtc.sound.meter import SAMPLE_RATE
from desk_client.rtc.wire.payloads import VideoCodec

_log = logging.getLogger(__name__)

_HELD_S: Final = 3.0
"""What is captured so much later than a piece cannot have come before it."""
_TOGETHER_S: Final = 0.008
"""Pictures of two tiles that are no further apart are shown at once."""
_LONGEST_STILL_S: Final = 1.0
_SILENT_S: Final = 0.5
"""A connection of which nothing came for so long leaves its tile to the others of the same person."""
_GONE_S: Final = 4.0
"""A tile of which nothing came for so long is dark."""
_MOST_PIXELS: Final = 4096 * 2304


@dataclass(frozen=True)
class Composed:
    """What came of it."""

    size: int
    """In the clear, in bytes."""
    duration_ms: int


class NothingRecordedError(ValueError):
    """There is no picture and no sound in it."""


@dataclass
class _Decoder:
    """Of one stream of pictures; a codec that changes begins another."""

    codec: VideoCodec
    context: VideoCodecContext
    broken: bool = False


@dataclass
class _Reel:
    """The state of the second reading."""

    survey: Survey
    canvas: Canvas
    container: Container
    mix: Mix = field(default_factory=Mix)
    decoders: dict[tuple[int, bool], _Decoder] = field(default_factory=dict)
    seen_s: dict[str, float] = field(default_factory=dict)
    newest: dict[str, int] = field(default_factory=dict)
    """By tile, the connection that it shows: an older one that still sends is over, or brings our own a second time."""
    shown_s: float | None = None
    due_s: float | None = None
    """The canvas has changed, and is to be shown from then on."""
    cards: list[float] = field(default_factory=list)
    card_until_s: float = 0.0


def compose(
    folder: Folder, key: bytes, into: Path, on_progress: Callable[[float], None] = lambda _share: None
) -> Composed:
    """Make the file of a recording.

    Args:
        folder: of its chunks; they stay.
        key: its own.
        into: a sealed file (`sealed_file`), under the same key.
        on_progress: told the share that is done, 0 to 1, now and then.

    Raises:
        NothingRecordedError, BrokenSealError, OSError: see there; `into` is worth nothing then.
    """
    survey = Survey()
    survey.read(_pieces(folder, key))
    if survey.first_s is None:
        raise NothingRecordedError(folder.recording_id)
    canvas = Canvas(survey.tiles)
    file = SealedWriter(into, folder.recording_id, key)
    try:
        container = Container(file, *canvas.size)
        reel = _Reel(survey, canvas, container, cards=survey.cards_s())
        ends_s = 0.0
        span_s = max(0.001, survey.last_s - survey.first_s)
        for at_s, piece in _in_order(survey, folder, key):
            if at_s is None:
                _left_out(reel, piece)
                continue
            _take(reel, at_s, piece)
            if at_s - ends_s >= 1.0:
                on_progress(min(1.0, at_s / span_s))
            ends_s = max(ends_s, at_s)
        _advance(reel, ends_s + 0.1)
        container.sound(reel.mix.take(round((ends_s + 0.1) * SAMPLE_RATE)))
        container.close()
        reel.mix.close()
    finally:
        file.close()
    on_progress(1.0)
    return Composed(file.size, round((ends_s + 0.1) * 1000))


def _pieces(folder: Folder, key: bytes) -> Iterator[Piece]:
    for chunk in folder.read(key):
        yield from unpacked(chunk)


def _in_order(survey: Survey, folder: Folder, key: bytes) -> Iterator[tuple[float | None, Piece]]:
    """Pictures and sound in the order of time, with their places in the file; None for what is left out of it."""
    waiting: list[tuple[float, int, Piece]] = []
    count = itertools.count()
    for piece in _pieces(folder, key):
        if piece.kind not in (PieceKind.PICTURE, PieceKind.SOUND):
            continue
        heapq.heappush(waiting, (survey.captured_s(piece), next(count), piece))
        while waiting and waiting[0][0] < piece.at_us / 1e6 - _HELD_S:
            at_s, _, due = heapq.heappop(waiting)
            yield survey.placed_s(at_s), due
    while waiting:
        at_s, _, due = heapq.heappop(waiting)
        yield survey.placed_s(at_s), due


def _take(reel: _Reel, at_s: float, piece: Piece) -> None:
    tile = reel.survey.tile_of(piece)
    if tile not in reel.canvas.tiles:
        return
    if piece.kind is PieceKind.SOUND:
        reel.mix.add(piece, tile, at_s)
        return
    _advance(reel, at_s)
    frames = _decoded(reel, piece)
    is_newer = piece.connection >= reel.newest.get(tile, 0)
    if frames and (is_newer or at_s - reel.seen_s.get(tile, float("-inf")) > _SILENT_S):
        reel.newest[tile] = piece.connection
        reel.canvas.show(tile, frames[-1])
        reel.seen_s[tile] = at_s
        reel.due_s = at_s if reel.due_s is None else reel.due_s


def _left_out(reel: _Reel, piece: Piece) -> None:
    """What was captured in a pause and came after it is not shown, but what follows may refer to it."""
    if piece.kind is PieceKind.PICTURE:
        _decoded(reel, piece)


def _decoded(reel: _Reel, piece: Piece) -> list[av.VideoFrame]:
    place = piece.connection, piece.own
    decoder = reel.decoders.get(place)
    if decoder is None or decoder.codec is not piece.codec:
        decoder = reel.decoders[place] = _Decoder(piece.codec, _context(piece.codec), broken=True)
    if decoder.broken and not piece.key_frame:
        return []
    packet = av.Packet(piece.payload)
    packet.pts, packet.time_base = piece.at_us, Fraction(1, 1_000_000)
    try:
        frames = decoder.context.decode(packet)
    except av.FFmpegError as error:
        _log.info("a picture of the recording cannot be decoded: %s", error)
        decoder.broken = True
        return []
    decoder.broken = False
    return frames


def _advance(reel: _Reel, now_s: float) -> None:
    """Show what is to be seen before that time, and give out the sound that is over."""
    if reel.cards and reel.cards[0] <= now_s:
        card_s = reel.cards.pop(0)
        _show_due(reel, card_s)
        reel.container.picture(reel.canvas.card(), card_s)
        reel.shown_s, reel.card_until_s, reel.due_s = card_s, card_s + CARD_S, None
        reel.canvas = Canvas(reel.survey.tiles)
    _show_due(reel, now_s - _TOGETHER_S)
    while reel.shown_s is not None and now_s - reel.shown_s > _LONGEST_STILL_S:
        reel.shown_s += _LONGEST_STILL_S
        _clear_gone(reel, reel.shown_s)
        is_card = reel.shown_s < reel.card_until_s
        reel.container.picture(reel.canvas.card() if is_card else reel.canvas.frame(), reel.shown_s)
    reel.container.sound(reel.mix.take(round((now_s - 1.0) * SAMPLE_RATE)))


def _show_due(reel: _Reel, until_s: float) -> None:
    if reel.due_s is not None and reel.due_s <= until_s:
        _clear_gone(reel, reel.due_s)
        reel.container.picture(reel.canvas.frame(), reel.due_s)
        reel.shown_s, reel.due_s = reel.due_s, None


def _clear_gone(reel: _Reel, now_s: float) -> None:
    """Whoever has left is not shown as if they were there, however much the others move."""
    for tile in [tile for tile, seen_s in reel.seen_s.items() if now_s - seen_s > _GONE_S]:
        reel.canvas.clear(tile)
        del reel.seen_s[tile]


def _context(codec: VideoCodec) -> VideoCodecContext:
    name = "h264" if codec is VideoCodec.H264 else "vp8"
    context = cast("VideoCodecContext", av.CodecContext.create(name, "r"))
    context.thread_count = 1
    context.options = {"max_pixels": str(_MOST_PIXELS), "flags": "low_delay"}
    return context
