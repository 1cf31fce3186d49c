"""Pieces of a recording, packed and read again."""

import pytest

from desk_client.rtc.recording.pieces import Piece, PieceKind, Report, report_of, unpacked
from desk_client.rtc.wire.payloads import VideoCodec

PIECES = (
    Piece(PieceKind.BEGUN, 1, 5, payload="المواطن".encode()),
    Piece(PieceKind.PICTURE, 1, 10, True, 2**32 - 1, True, VideoCodec.VP8, b"picture"),
    Piece(PieceKind.SOUND, 2, 12, False, 960, payload=b"sound"),
    Piece(PieceKind.REPORT, 2, 13, timestamp=7, payload=Report(PieceKind.SOUND, 3.9e9, 0.04).packed()),
    Piece(PieceKind.PAUSED, 0, 14),
)


def test_what_is_packed_is_read() -> None:
    assert tuple(unpacked(b"".join(piece.packed() for piece in PIECES))) == PIECES
    assert report_of(PIECES[3]) == Report(PieceKind.SOUND, 3.9e9, 0.04)


@pytest.mark.parametrize("cut", [1, 10, 22])
def test_a_chunk_that_ends_in_a_piece_is_refused(cut: int) -> None:
    with pytest.raises(ValueError, match="chunk"):
        list(unpacked(PIECES[1].packed()[:-cut]))
