"""When what was recorded was captured, and where it belongs in the file."""

from itertools import pairwise

import numpy as np
import pytest

from desk_client.rtc.composing.peer_clock import OwnClock, PeerClock
from desk_client.rtc.composing.survey import CARD_S, Survey
from desk_client.rtc.composing.voices import Placing
from desk_client.rtc.recording.pieces import Piece, PieceKind, Report

AHEAD_S = 4_000_000.0
"""How far the peer's time is from ours."""


def arrived(kind: PieceKind, captured_s: float, took_s: float, origin: int, rate: int) -> Piece:
    timestamp = (origin + round(captured_s * rate)) % 2**32
    return Piece(kind, 1, round((captured_s + took_s) * 1e6), timestamp=timestamp)


def report(kind: PieceKind, at_s: float, origin: int, rate: int, late_s: float = 0.0, rtt_s: float = 0.1) -> Piece:
    timestamp = (origin + round((at_s - late_s) * rate)) % 2**32
    said = Report(kind, at_s + AHEAD_S, rtt_s)
    return Piece(PieceKind.REPORT, 1, round((at_s + rtt_s / 2) * 1e6), timestamp=timestamp, payload=said.packed())


def read(clock: PeerClock, pieces: list[Piece]) -> None:
    survey = Survey()
    survey._clocks[1] = clock
    survey.read(pieces)


def test_both_streams_of_a_peer_are_placed_by_their_reports_whatever_the_line_did() -> None:
    chance = np.random.default_rng(5)
    sound_origin, picture_origin = 2**32 - 48_000 * 10, 77  # sound takes a turn after ten seconds
    pieces: list[Piece] = []
    truth: list[float] = []
    for number in range(1500):
        at_s = 100 + number * 0.02
        pieces.append(arrived(PieceKind.SOUND, at_s, 0.07 + chance.random() * 0.05, sound_origin - 4_800_000, 48_000))
        truth.append(at_s)
        if number % 2 == 0:
            pieces.append(arrived(PieceKind.PICTURE, at_s, 0.09 + chance.random() * 0.3, picture_origin, 90_000))
            truth.append(at_s)
        if number % 50 == 0:
            late_s = chance.random() * 0.08 if number % 100 else 0.0
            pieces.append(report(PieceKind.SOUND, at_s, sound_origin - 4_800_000, 48_000, late_s))
            pieces.append(report(PieceKind.PICTURE, at_s, picture_origin, 90_000))
    clock = PeerClock()
    read(clock, pieces)
    media = [piece for piece in pieces if piece.kind is not PieceKind.REPORT]
    errors = [clock.captured_s(piece) - at_s for piece, at_s in zip(media, truth, strict=True)]
    assert max(abs(error) for error in errors) < 0.012


def test_a_peer_without_reports_is_placed_by_what_came_fastest() -> None:
    pieces = [arrived(PieceKind.SOUND, 50 + n * 0.02, 0.02 + (n % 7) * 0.01, 0, 48_000) for n in range(200)]
    clock = PeerClock()
    read(clock, pieces)
    assert clock.captured_s(pieces[3]) == pytest.approx(50.06, abs=0.001)


def test_our_own_sound_is_where_the_earliest_blocks_were() -> None:
    chance = np.random.default_rng(3)
    clock = OwnClock()
    pieces = []
    for number in range(1000):
        late_s = 0.0 if number % 20 == 0 else chance.random() * 0.1
        at_us = round((7 + number * 0.02 + late_s) * 1e6)
        pieces.append(Piece(PieceKind.SOUND, 1, at_us, True, number * 960))
        clock.heard(pieces[-1])
    assert all(abs(clock.captured_s(piece) - 7 - number * 0.02) < 0.001 for number, piece in enumerate(pieces))


def test_packets_follow_each_other_and_only_what_is_far_off_is_moved() -> None:
    placing = Placing()
    chance = np.random.default_rng(1)
    placed = [placing.place(n * 960, n * 960 + int(chance.integers(-300, 300))) for n in range(500)]
    steps = {after - before for before, after in pairwise(placed)}
    assert steps == {960}
    later = placing.place(500 * 960, 500 * 960 + 48_000)
    assert later == 500 * 960 + 48_000
    drifting = [placing.place(n * 960, n * 960 + 48_000 + n) for n in range(501, 3000)]
    assert abs(drifting[-1] - (2999 * 960 + 48_000 + 2999)) < 800


def test_what_was_left_out_is_cut_and_a_sign_stands_in_its_place() -> None:
    survey = Survey()
    sound = [Piece(PieceKind.SOUND, 1, n * 1_000_000, True, n * 48_000) for n in range(10, 14)]
    pauses = [Piece(PieceKind.PAUSED, 0, 14_000_000), Piece(PieceKind.RESUMED, 0, 74_000_000)]
    survey.read([*sound, *pauses, Piece(PieceKind.SOUND, 1, 75_000_000, True, 75 * 48_000)])
    assert survey.placed_s(10) == 0
    assert survey.placed_s(13.5) == 3.5
    assert survey.placed_s(40) is None
    assert survey.placed_s(74) == pytest.approx(4 + CARD_S)
    assert survey.cards_s() == [4]


def test_peers_are_told_apart_by_their_names_and_a_new_connection_is_the_same_person() -> None:
    survey = Survey()
    survey.read(
        [
            Piece(PieceKind.BEGUN, 1, 0, payload=b"citizen"),
            Piece(PieceKind.BEGUN, 2, 1, payload=b"interpreter"),
            Piece(PieceKind.BEGUN, 3, 2, payload=b"citizen"),
        ]
    )
    assert survey.tiles == ["own", "peer citizen", "peer interpreter"]
    assert survey.tile_of(Piece(PieceKind.SOUND, 3, 5)) == "peer citizen"
