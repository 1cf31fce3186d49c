"""Everybody in a talk of several has a place: none over another, and the interpreter's is always the same."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import cast

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from desk_client.client.calls import CallRunner
from desk_client.client.calls import CallView as CallShown
from desk_client.client.conference import AnyStream, Conference
from desk_client.client.others import PersonView
from desk_client.client.pictures import TileScaler
from desk_client.domain.call import Phase
from desk_client.domain.showing import Showing
from desk_client.ui.call.call_view import CallView
from desk_client.ui.call.company_places import Arrangement, company_places
from desk_client.ui.call.notices import Notice
from desk_client.ui.call.stage import free_beside, interpreter_aside, places
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.video_tile import TileState, VideoTile
from tests.fakes.still_call import StillCall
from tests.gallery.call_states import HEAD, SIGNS
from tests.gallery.desk_screens import conference

SIZES = [(1872, 860), (1232, 570), (1032, 1700), (760, 380), (900, 820)]
TALKING = CallShown(Phase.TALKING, signalling_up=True, talking_since_s=0.0)


@pytest.mark.parametrize("is_signed", [True, False])
@pytest.mark.parametrize("has_document", [True, False])
@pytest.mark.parametrize("has_side", [True, False])
@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("count", [0, 1, 2])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nobody_lies_over_anybody(
    width: int, height: int, count: int, arrangement: Arrangement, has_side: bool, has_document: bool, is_signed: bool
) -> None:
    within = QRect(24, 60, width, height)
    rest, signing, free = within, QRect(), QRect()
    if is_signed:
        rest, signing = interpreter_aside(within)
        free = free_beside(within, signing)
        count = max(0, count - 1)  # four have room, and one of them signs
    laid, others = company_places(rest, count, arrangement, has_side=has_side, has_document=has_document, free=free)
    assert len(others) == count
    own = () if laid.is_over else (laid.local,)
    placed = (laid.remote, *own, laid.side, laid.speaker, signing, *others)
    everybody = [each for each in placed if not each.isEmpty()]
    assert all(within.contains(each) for each in everybody)
    assert not any(one.intersects(other) for one, other in combinations(everybody, 2))
    assert all(each.height() >= 60 for each in others)


@pytest.mark.parametrize("is_signed", [True, False])
@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize(("width", "height"), [(1872, 860), (1232, 570), (1232, 510), (1032, 1700)])
def test_the_brief_gives_nothing_up_to_those_who_join(
    width: int, height: int, count: int, arrangement: Arrangement, is_signed: bool
) -> None:
    within = QRect(0, 0, width, height)
    rest, signing = interpreter_aside(within) if is_signed else (within, QRect())
    free = free_beside(within, signing) if is_signed else QRect()
    joined = count - is_signed
    laid, _ = company_places(rest, joined, arrangement, has_side=True, has_document=False, free=free)
    if joined or arrangement is Arrangement.SPEAKER:
        assert laid.side.width() >= 300
        assert laid.side.height() == height or (height > width and laid.side.width() == width)
    if arrangement is Arrangement.SPEAKER:
        assert laid.remote.width() * laid.remote.height() >= 0.35 * width * height


def test_two_lie_one_large_or_side_by_side() -> None:
    within = QRect(0, 0, 1232, 570)
    one, others = company_places(within, 0, Arrangement.SPEAKER, has_side=False, has_document=False)
    assert others == ()
    assert one == places(within, has_side=False)
    both, others = company_places(within, 0, Arrangement.TOGETHER, has_side=False, has_document=False)
    assert others == ()
    assert not both.is_over
    assert both.remote.size() == both.local.size()
    assert both.remote.top() == both.local.top()


class Watched:
    """Which streams have a tile."""

    def __init__(self, talk: Conference, monkeypatch: pytest.MonkeyPatch) -> None:
        self.streams: list[AnyStream] = []
        monkeypatch.setattr(talk, "attach", self._attach)
        monkeypatch.setattr(talk, "detach", self._detach)

    def _attach(self, stream: AnyStream, _scaler: TileScaler) -> None:
        self.streams.append(stream)

    def _detach(self, stream: AnyStream, _scaler: TileScaler) -> None:
        self.streams.remove(stream)


@pytest.fixture
def call() -> StillCall:
    return StillCall(TALKING)


@pytest.fixture
def talk(call: StillCall) -> Conference:
    made = conference()
    made.call.set(cast("CallRunner", call))  # all that a view asks of one
    return made


@pytest.fixture
def watched(talk: Conference, monkeypatch: pytest.MonkeyPatch) -> Watched:
    return Watched(talk, monkeypatch)


@pytest.fixture
def view(look: Appearance, qtbot: QtBot, talk: Conference, watched: Watched) -> Iterator[CallView]:
    assert watched.streams == []
    view = CallView(look, talk, remote_title=lambda: "الأمير", local_title=lambda: "أنتم")
    qtbot.addWidget(view)
    view.resize(1280, 800)
    view.show()
    yield view
    view.hide()
    view.teardown()


def show(call: StillCall, *people: PersonView) -> None:
    call.view.set(replace(call.view.value, people=people))


def tile(view: CallView, person: PersonView) -> VideoTile:
    found = view.findChild(VideoTile, f"person_{person.party.value}")
    assert isinstance(found, VideoTile)
    return found


def test_pictures_are_taken_of_whoever_is_there_while_they_are_seen(
    view: CallView, call: StillCall, watched: Watched
) -> None:
    show(call, HEAD, SIGNS)
    assert {HEAD.stream, SIGNS.stream} <= set(watched.streams)
    show(call, SIGNS)
    assert HEAD.stream not in watched.streams
    view.hide()
    assert watched.streams == []
    view.show()
    assert SIGNS.stream in watched.streams


def test_an_interpreter_of_sign_language_is_displaced_by_nothing(view: CallView, call: StillCall) -> None:
    show(call, HEAD, SIGNS)
    place = tile(view, SIGNS).geometry()
    assert view.company.tiles == (tile(view, HEAD),), "no other place is kept for them"
    everybody = [view.remote, view.local, tile(view, HEAD)]

    def stays() -> None:
        assert tile(view, SIGNS).geometry() == place
        assert not any(place.intersects(each.geometry()) for each in everybody)

    view.arrange(Arrangement.TOGETHER)
    stays()
    show(call, replace(HEAD, shows=Showing.SCREEN), SIGNS)
    stays()
    call.view.set(replace(call.view.value, peer_shows=Showing.SCREEN))
    stays()
    view.arrange(Arrangement.SPEAKER)
    stays()


def test_whoever_shows_a_document_is_large(view: CallView, call: StillCall) -> None:
    show(call, HEAD)
    large, small = view.remote.geometry(), tile(view, HEAD).geometry()
    show(call, replace(HEAD, shows=Showing.SCREEN))
    assert (view.remote.geometry(), tile(view, HEAD).geometry()) == (small, large)
    assert view.overlay.geometry() == small, "what is said of the first stays with the first"
    show(call, HEAD)
    assert (view.remote.geometry(), tile(view, HEAD).geometry()) == (large, small)


def test_it_is_said_who_came_and_who_went_and_how_it_stands_with_them(view: CallView, call: StillCall) -> None:
    show(call, replace(HEAD, phase=Phase.CONNECTING))
    assert any("انضم" in each.text and "عادل" in each.text for each in view.findChildren(Notice))
    assert tile(view, HEAD).state is TileState.WAITING
    show(call, HEAD)
    assert tile(view, HEAD).state is TileState.LIVE
    show(call, replace(HEAD, shows=Showing.OFF))
    assert tile(view, HEAD).state is TileState.CAMERA_OFF
    show(call, replace(HEAD, phase=Phase.UNVERIFIED))
    assert tile(view, HEAD).state is TileState.WAITING
    assert "تعذّر التحقق" in tile(view, HEAD).accessibleDescription() + tile(view, HEAD).accessibleName()
    show(call, SIGNS)
    told = [each.text for each in view.findChildren(Notice) if each.isVisible() and "غادر" in each.text]
    assert len(told) == 1
    assert "نورة" in told[0], "who came at the same time is told of as well"
