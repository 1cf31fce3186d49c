"""What the call machine orders about one connection, in the words of the media engine and of the signalling line."""

import uuid
from typing import assert_never

from desk_client.domain import call_commands
from desk_client.domain.party import Party
from desk_client.protocol import signalling as wire
from desk_client.rtc import port

OfAConnection = (
    call_commands.CreateOffer
    | call_commands.AcceptOffer
    | call_commands.AcceptAnswer
    | call_commands.AddCandidate
    | call_commands.SendDescription
    | call_commands.ReportSettled
    | call_commands.ReportUnsettled
    | call_commands.ReportDistrust
)


def carried(
    command: OfAConnection, ice_servers: tuple[port.IceServer, ...], leg: port.PeerId, peer: Party | None
) -> port.Command | wire.ClientFrame | None:
    """For the engine, which calls the other end `leg`, or for the server, which calls it `peer`.

    None for what there is nothing to be said about: a negotiation before the first.
    """
    match command:
        case call_commands.CreateOffer(negotiation=number):
            return port.CreateOffer(number, ice_servers, leg)
        case call_commands.AcceptOffer(negotiation=number, sdp=sdp):
            return port.AcceptOffer(number, sdp, ice_servers, leg)
        case call_commands.AcceptAnswer(negotiation=number, sdp=sdp):
            return port.AcceptAnswer(number, sdp, leg)
        case call_commands.AddCandidate(candidate=candidate, sdp_mid=mid, sdp_mline_index=index):
            return port.AddCandidate(command.negotiation, candidate, mid, index, leg)
        case call_commands.SendDescription(negotiation=number, kind=kind, sdp=sdp):
            return wire.Description(message_id=uuid.uuid4().hex, negotiation=number, kind=kind, sdp=sdp, peer=peer)
        case call_commands.ReportSettled(negotiation=number):
            return wire.Settled(negotiation=number, peer=peer) if number > 0 else None
        case call_commands.ReportUnsettled(negotiation=number):
            return wire.Unsettled(negotiation=number, peer=peer) if number > 0 else None
        case call_commands.ReportDistrust(negotiation=number, reason=reason):
            return wire.Distrusted(negotiation=max(number, 1), reason=reason, peer=peer)
    assert_never(command)
