"""The call machine as readable scripts: what happens, and what is done about it."""

from collections.abc import Iterable

import pytest

from desk_client.domain import call
from desk_client.domain.call import (
    CallState,
    DescriptionDistrusted,
    DescriptionRefused,
    Event,
    HangUp,
    LocalDescription,
    MediaConnected,
    MediaDisconnected,
    MediaFlowing,
    MediaStalled,
    NegotiationOrdered,
    NegotiationTimedOut,
    PeerEntered,
    PeerGone,
    Phase,
    RemoteCandidate,
    RemoteDescription,
    Retry,
    RoomClosed,
    RoomSnapshot,
    SignallingDown,
    SignallingUp,
    Start,
)
from desk_client.domain.call_commands import (
    AcceptAnswer,
    AcceptOffer,
    ClosePeer,
    Command,
    CreateOffer,
    JoinRoom,
    LeaveRoom,
    ReportDistrust,
    ReportSettled,
    ReportUnsettled,
    SendDescription,
    WatchNegotiation,
)
from desk_client.domain.distrust import Distrust
from desk_client.domain.party import Party


class Script:
    """Plays events and remembers the state."""

    def __init__(self, party: Party) -> None:
        self.state = CallState(party)

    def play(self, *events: Event) -> tuple[Command, ...]:
        """The commands of the last event."""
        commands: tuple[Command, ...] = ()
        for event in events:
            self.state, commands = call.step(self.state, event)
        return commands

    def phase(self) -> Phase:
        return self.state.phase


def talking(party: Party, negotiation: int = 1) -> Script:
    script = Script(party)
    script.play(SignallingUp(resumed=False), Start(), RoomSnapshot(peer_present=True, negotiation=0, settled=False))
    script.play(NegotiationOrdered(negotiation, Party.OFFICIAL), MediaConnected(negotiation), MediaFlowing())
    assert script.phase() is Phase.TALKING
    return script


def test_the_official_offers_and_the_talk_begins() -> None:
    end = Script(Party.OFFICIAL)
    assert end.play(SignallingUp(resumed=False)) == ()
    assert end.play(Start()) == (JoinRoom(),)
    assert end.phase() is Phase.JOINING
    assert end.play(RoomSnapshot(peer_present=False, negotiation=0, settled=False)) == ()
    assert end.phase() is Phase.WAITING_FOR_PEER
    assert end.play(PeerEntered()) == ()
    assert end.phase() is Phase.CONNECTING
    assert end.play(NegotiationOrdered(1, Party.OFFICIAL)) == (CreateOffer(1), WatchNegotiation(1))
    assert end.play(LocalDescription(1, "offer", "o")) == (SendDescription(1, "offer", "o"),)
    assert end.play(RemoteDescription(1, "answer", "a")) == (AcceptAnswer(1, "a"),)
    assert end.play(MediaConnected(1)) == (ReportSettled(1),)
    assert end.phase() is Phase.CONNECTING
    assert end.play(MediaFlowing()) == ()
    assert end.phase() is Phase.TALKING


def test_the_citizen_answers() -> None:
    end = Script(Party.CITIZEN)
    end.play(SignallingUp(resumed=False), Start(), RoomSnapshot(peer_present=True, negotiation=0, settled=False))
    assert end.play(NegotiationOrdered(1, Party.OFFICIAL)) == (WatchNegotiation(1),)
    assert end.play(RemoteDescription(1, "offer", "o")) == (AcceptOffer(1, "o"),)
    assert end.play(LocalDescription(1, "answer", "a")) == (SendDescription(1, "answer", "a"),)


def test_starting_without_the_server_joins_when_it_comes() -> None:
    end = Script(Party.CITIZEN)
    assert end.play(Start()) == ()
    assert end.play(SignallingUp(resumed=False)) == (JoinRoom(),)


def test_a_server_that_dies_does_not_end_the_talk() -> None:
    end = talking(Party.CITIZEN)
    assert end.play(SignallingDown()) == ()
    assert end.phase() is Phase.TALKING
    assert end.play(SignallingUp(resumed=False)) == (JoinRoom(),)
    assert end.play(RoomSnapshot(peer_present=True, negotiation=1, settled=True)) == ()
    assert end.phase() is Phase.TALKING


def test_what_was_not_settled_when_the_server_died_is_said_again() -> None:
    end = talking(Party.OFFICIAL)
    end.play(SignallingDown(), SignallingUp(resumed=False))
    assert end.play(RoomSnapshot(peer_present=True, negotiation=1, settled=False)) == (ReportSettled(1),)
    assert end.phase() is Phase.TALKING


def test_a_break_that_was_told_to_a_dying_line_is_told_again() -> None:
    end = talking(Party.CITIZEN)
    assert end.play(MediaStalled()) == (ReportUnsettled(1),)
    end.play(SignallingDown(), SignallingUp(resumed=True))
    assert end.play(RoomSnapshot(peer_present=True, negotiation=1, settled=True)) == (ReportUnsettled(1),)


def test_a_fresh_process_breaks_the_settled_negotiation_of_the_one_that_died() -> None:
    end = Script(Party.CITIZEN)
    end.play(SignallingUp(resumed=False), Start())
    assert end.play(RoomSnapshot(peer_present=True, negotiation=4, settled=True)) == (ReportUnsettled(4),)
    assert end.play(NegotiationOrdered(5, Party.OFFICIAL)) == (WatchNegotiation(5),)
    assert end.phase() is Phase.CONNECTING


def test_the_other_end_loses_its_line_but_not_the_talk() -> None:
    end = talking(Party.OFFICIAL)
    assert end.play(PeerGone(for_good=False)) == ()
    assert end.phase() is Phase.TALKING
    assert end.play(PeerEntered()) == ()
    assert end.phase() is Phase.TALKING


def test_a_path_that_ends_after_its_peer_has_left_for_good_is_no_news() -> None:
    end = talking(Party.OFFICIAL)
    end.play(PeerGone(for_good=True))
    assert end.play(MediaDisconnected(1)) == ()
    assert end.phase() is Phase.PEER_LEFT


def test_the_other_end_is_gone_and_says_so_once() -> None:
    end = talking(Party.OFFICIAL)
    end.play(PeerGone(for_good=False))
    assert end.play(MediaStalled()) == (ReportUnsettled(1),)
    assert end.phase() is Phase.PEER_AWAY
    assert end.play(MediaDisconnected(1)) == ()
    assert end.play(PeerEntered()) == ()
    assert end.phase() is Phase.CONNECTING
    assert end.play(NegotiationOrdered(2, Party.OFFICIAL)) == (CreateOffer(2), WatchNegotiation(2))


def test_the_other_end_leaves_for_good() -> None:
    end = talking(Party.OFFICIAL)
    assert end.play(PeerGone(for_good=True)) == (ClosePeer(),)
    assert end.phase() is Phase.PEER_LEFT


def test_a_stalled_path_is_negotiated_anew_and_the_talk_comes_back() -> None:
    end = talking(Party.CITIZEN)
    assert end.play(MediaStalled()) == (ReportUnsettled(1),)
    assert end.phase() is Phase.RECONNECTING
    assert end.play(NegotiationOrdered(2, Party.OFFICIAL)) == (WatchNegotiation(2),)
    assert end.phase() is Phase.RECONNECTING
    assert end.play(MediaConnected(2), MediaFlowing()) == ()
    assert end.phase() is Phase.TALKING


def test_a_path_that_flows_again_by_itself_is_a_talk_again() -> None:
    end = talking(Party.CITIZEN)
    end.play(MediaStalled(), MediaFlowing())
    assert end.phase() is Phase.TALKING


@pytest.mark.parametrize(
    "stale",
    [
        RemoteDescription(1, "offer", "old"),
        RemoteDescription(1, "answer", "old"),
        RemoteCandidate(1, "candidate", None, None),
        LocalDescription(1, "offer", "old"),
        DescriptionRefused(1),
        MediaConnected(1),
        MediaDisconnected(1),
        NegotiationTimedOut(1),
        NegotiationOrdered(1, Party.OFFICIAL),
    ],
)
def test_what_belongs_to_an_older_negotiation_is_passed_over(stale: Event) -> None:
    end = talking(Party.OFFICIAL, negotiation=2)
    before = end.state
    assert end.play(stale) == ()
    assert end.state == before


def test_three_descriptions_that_cannot_be_used_stop_and_ask_the_person() -> None:
    end = Script(Party.OFFICIAL)
    end.play(SignallingUp(resumed=False), Start(), RoomSnapshot(peer_present=True, negotiation=0, settled=False))
    for number in (1, 2):
        end.play(NegotiationOrdered(number, Party.OFFICIAL))
        assert end.play(DescriptionRefused(number)) == (ReportUnsettled(number),)
    end.play(NegotiationOrdered(3, Party.OFFICIAL))
    assert end.play(NegotiationTimedOut(3)) == (ClosePeer(),)
    assert end.phase() is Phase.FAILED
    assert end.play(Retry()) == (ReportUnsettled(3),)
    assert end.phase() is Phase.CONNECTING
    end.play(NegotiationOrdered(4, Party.OFFICIAL), MediaConnected(4), MediaFlowing())
    assert end.phase() is Phase.TALKING


def test_a_room_that_was_refused_is_asked_for_again() -> None:
    end = Script(Party.CITIZEN)
    end.play(SignallingUp(resumed=False), Start())
    assert end.play(Retry()) == (JoinRoom(),)
    end.play(RoomSnapshot(peer_present=False, negotiation=0, settled=False))
    assert end.play(Retry()) == ()


def test_hanging_up_leaves_and_nothing_is_done_after_that() -> None:
    end = talking(Party.CITIZEN)
    assert end.play(HangUp()) == (LeaveRoom(), ClosePeer())
    assert end.phase() is Phase.ENDED
    for event in (HangUp(), PeerEntered(), NegotiationOrdered(9, Party.OFFICIAL), Start(), RoomClosed()):
        assert end.play(event) == ()
    assert end.play(SignallingUp(resumed=False)) == ()


def test_the_audience_is_over() -> None:
    end = talking(Party.CITIZEN)
    assert end.play(RoomClosed()) == (ClosePeer(),)
    assert end.phase() is Phase.ENDED


def every_event() -> Iterable[Event]:
    yield from (Start(), SignallingUp(resumed=True), SignallingUp(resumed=False), SignallingDown())
    for settled in (True, False):
        yield RoomSnapshot(peer_present=True, negotiation=1, settled=settled)
    yield from (NegotiationOrdered(1, Party.OFFICIAL), NegotiationOrdered(2, Party.CITIZEN), PeerEntered())
    yield from (PeerGone(for_good=True), PeerGone(for_good=False), RemoteDescription(1, "offer", "x"))
    yield from (RemoteDescription(1, "answer", "x"), RemoteCandidate(1, "x", None, None))
    yield from (LocalDescription(1, "offer", "x"), DescriptionRefused(1), MediaConnected(1), MediaDisconnected(1))
    yield from (MediaFlowing(), MediaStalled(), NegotiationTimedOut(1), Retry(), HangUp(), RoomClosed())


@pytest.mark.parametrize("party", list(Party))
def test_any_order_of_three_events_is_survived_and_an_ended_call_stays_ended(party: Party) -> None:
    events = tuple(every_event())
    for first in events:
        for second in events:
            for third in events:
                script = Script(party)
                script.play(SignallingUp(resumed=False), first, second, third)
                if isinstance(first, HangUp | RoomClosed):
                    assert script.phase() is Phase.ENDED
                assert (script.phase() is Phase.TALKING) <= script.state.connected


FORGED = Distrust.FORGED


@pytest.mark.parametrize("number", [1, 2, 7])
def test_a_description_that_is_not_believed_ends_all_media_and_leaves_the_room(number: int) -> None:
    end = talking(Party.CITIZEN)
    assert end.play(DescriptionDistrusted(number, FORGED)) == (ReportDistrust(number, FORGED), LeaveRoom(), ClosePeer())
    assert end.phase() is Phase.UNVERIFIED


def test_who_does_not_believe_does_nothing_more_until_the_person_tries_again() -> None:
    end = talking(Party.CITIZEN)
    end.play(DescriptionDistrusted(2, FORGED))
    for event in (
        NegotiationOrdered(3, Party.CITIZEN),
        RemoteDescription(3, "offer", "o"),
        LocalDescription(2, "answer", "a"),
        PeerEntered(),
        MediaConnected(2),
        MediaFlowing(),
        SignallingUp(resumed=True),
        RoomSnapshot(peer_present=True, negotiation=3, settled=False),
    ):
        assert end.play(event) == (), event
        assert end.phase() is Phase.UNVERIFIED
    assert end.play(Retry()) == (JoinRoom(),)
    assert end.phase() is Phase.JOINING
    end.play(RoomSnapshot(peer_present=True, negotiation=3, settled=False))
    assert end.play(NegotiationOrdered(4, Party.CITIZEN)) == (CreateOffer(4), WatchNegotiation(4))


def test_a_description_of_an_older_negotiation_is_passed_over_whoever_signed_it() -> None:
    end = talking(Party.CITIZEN, 5)
    assert end.play(DescriptionDistrusted(4, FORGED)) == ()
    assert end.phase() is Phase.TALKING


def test_an_end_that_is_not_believed_is_told_so_and_goes_on_when_the_other_comes_back() -> None:
    end = talking(Party.OFFICIAL)
    assert end.play(PeerGone(for_good=True, distrusts=True)) == (ClosePeer(),)
    assert end.phase() is Phase.UNVERIFIED
    assert end.play(Retry()) == ()
    assert end.phase() is Phase.WAITING_FOR_PEER
    end.play(PeerGone(for_good=True, distrusts=True), PeerEntered())
    assert end.phase() is Phase.CONNECTING


def test_who_has_tried_again_without_a_line_enters_when_it_is_back() -> None:
    end = talking(Party.CITIZEN)
    end.play(DescriptionDistrusted(2, FORGED), SignallingDown())
    assert end.play(Retry()) == ()
    assert end.play(SignallingUp(resumed=False)) == (JoinRoom(),)
