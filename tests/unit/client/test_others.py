"""What an end does about each of several others, without an engine or a server: each by itself, and no one for ever."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import pytest

from desk_client.client.line_events import LineDown, LineUp
from desk_client.client.others import Others, PersonView
from desk_client.client.vouching import Vouching
from desk_client.domain.call import Phase
from desk_client.domain.called_in import Capacity
from desk_client.domain.party import Party
from desk_client.domain.showing import Showing
from desk_client.protocol import signalling as wire
from desk_client.protocol.base import Texts
from desk_client.rtc import port
from tests.fakes.still_engine import StillEngine
from tests.unit.client.test_vouching import NAMED, Watch, described, room, sdp

if TYPE_CHECKING:
    from desk_client.client.signalling import SignallingSocket
    from desk_client.rtc.engine import Engine

WHO = wire.Participant(
    party=Party.THIRD, capacity=Capacity.DELEGATE, name=Texts(ar="م", en="m"), title=Texts(ar="ك", en="k")
)
JOINED = wire.PeerJoined(seq=1, party=Party.THIRD, who=WHO)


@dataclass
class Line:
    """Remembers what was said."""

    said: list[wire.ClientFrame] = field(default_factory=list)

    def send(self, frame: wire.ClientFrame) -> bool:
        self.said.append(frame)
        return True


class End:
    """The citizen's, with whoever else comes."""

    def __init__(self) -> None:
        self.engine, self.line = StillEngine(), Line()
        vouching = Vouching(Party.CITIZEN, Watch())
        vouching.entered(room(NAMED))
        self.others = Others(
            cast("Engine", self.engine),
            cast("SignallingSocket", self.line),
            Party.CITIZEN,
            vouching,
            lambda: (),
        )

    def hear(self, *frames: wire.ServerFrame) -> None:
        for frame in frames:
            assert self.others.on_line(frame), frame

    @property
    def third(self) -> PersonView:
        (person,) = self.others.people.value
        return person


@pytest.fixture
async def end() -> End:
    return End()


def negotiate(number: int) -> wire.Negotiate:
    return wire.Negotiate(seq=1, negotiation=number, offerer=Party.THIRD, peer=Party.THIRD)


def offered(number: int, party: Party = Party.OFFICIAL) -> wire.PeerDescription:
    """As the server relays it: vouched for as the official's to the citizen, said to be the third's."""
    return described(number, party=party).model_copy(update={"party": Party.THIRD})


def connected(end: End, number: int = 1) -> None:
    end.hear(JOINED, negotiate(number))
    for event in (port.PeerConnected(number, "third"), port.MediaFlowing("third")):
        assert end.others.on_engine(event)


async def test_whoever_joins_is_known_by_name_and_comes_to_be_seen(end: End) -> None:
    end.hear(JOINED)
    assert (end.third.capacity, end.third.name, end.third.phase) == (Capacity.DELEGATE, WHO.name, Phase.CONNECTING)
    end.hear(negotiate(1))
    assert end.others.on_engine(port.LocalDescription(1, "answer", sdp(Party.CITIZEN), "third"))
    (answer,) = end.line.said
    assert isinstance(answer, wire.Description)
    assert (answer.peer, answer.negotiation) == (Party.THIRD, 1)
    connected(end)
    assert end.third.phase is Phase.TALKING
    assert wire.Settled(negotiation=1, peer=Party.THIRD) in end.line.said
    end.hear(wire.PeerJoined(seq=2, party=Party.THIRD, picture=Showing.SCREEN, on_hold=True))
    assert (end.third.shows, end.third.holds) == (Showing.SCREEN, True)


async def test_a_description_that_is_vouched_for_as_anothers_reaches_no_engine_and_is_tried_no_more(end: End) -> None:
    end.hear(JOINED, negotiate(1), offered(1))
    assert end.third.phase is Phase.UNVERIFIED
    assert not any(isinstance(command, port.AcceptOffer) for command in end.engine.posted)
    (said,) = end.line.said
    assert isinstance(said, wire.Distrusted)
    assert said.peer is Party.THIRD
    end.hear(negotiate(2), JOINED)
    assert end.third.phase is Phase.UNVERIFIED
    assert end.line.said == [said]


async def test_it_is_nothing_to_the_first_talk(end: End) -> None:
    first = wire.Negotiate(seq=1, negotiation=1, offerer=Party.OFFICIAL)
    for frame in (first, wire.PeerJoined(seq=1, party=Party.OFFICIAL), described(1), LineUp(resumed=True)):
        assert not end.others.on_line(frame)
    assert not end.others.on_engine(port.MediaFlowing())
    assert end.others.people.value == ()


async def test_whoever_leaves_has_no_tile_and_a_late_frame_of_theirs_makes_none(end: End) -> None:
    connected(end)
    end.hear(wire.PeerLeft(seq=2, party=Party.THIRD, for_good=True))
    assert end.others.people.value == ()
    assert port.ClosePeer("third") in end.engine.posted
    end.hear(wire.PeerJoined(seq=3, party=Party.THIRD, picture=Showing.OFF), offered(1))
    assert end.others.people.value == ()


async def test_a_line_to_the_server_that_breaks_leaves_the_talk_as_it_is(end: End) -> None:
    connected(end)
    assert not end.others.on_line(LineDown())
    end.hear(wire.PeerLeft(seq=2, party=Party.THIRD, for_good=False))
    assert end.third.phase is Phase.TALKING, "their line to the server broke: the talk goes on"
    assert end.others.on_engine(port.PeerDisconnected(1, "third"))
    assert end.others.people.value == (), "neither here nor heard"
    assert wire.Unsettled(negotiation=1, peer=Party.THIRD) in end.line.said


async def test_after_a_return_the_store_is_told_what_stands_and_who_is_gone_goes(end: End) -> None:
    connected(end)
    end.line.said.clear()
    standing = wire.PairStanding(peer=Party.THIRD, negotiation=1, settled=False)
    snapshot = wire.Snapshot(
        seq=3,
        room_id="rom_1",
        members=(Party.CITIZEN, Party.THIRD),
        negotiation=1,
        settled=True,
        people=(WHO,),
        pairs=(standing,),
    )
    assert not end.others.on_line(snapshot)
    assert end.line.said == [wire.Settled(negotiation=1, peer=Party.THIRD)]
    assert end.others.on_engine(port.PeerDisconnected(1, "third"))
    assert not end.others.on_line(snapshot.model_copy(update={"members": (Party.CITIZEN,), "pairs": ()}))
    assert end.others.people.value == ()


async def test_the_end_of_the_room_is_the_end_of_all(end: End) -> None:
    connected(end)
    assert not end.others.on_line(wire.RoomClosed(seq=4))
    assert end.others.people.value == ()
    assert port.ClosePeer("third") in end.engine.posted
