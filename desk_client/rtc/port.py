"""What passes between the media engine and whoever drives it: plain commands in, plain events out.

Nothing here assumes that the engine lives in the caller's process; every value is frozen and can be pickled.
"""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Literal


class Stream(Enum):
    """Whose picture."""

    LOCAL = "local"
    REMOTE = "remote"


class Device(Enum):
    """What may fail beneath a call."""

    CAMERA = "camera"
    MICROPHONE = "microphone"
    SPEAKER = "speaker"


class DeviceFault(Enum):
    """Why a device does not serve; the call goes on with a substitute."""

    ABSENT = "absent"
    """There is none, or the library that would open it is not installed."""
    BUSY = "busy"
    """Another program holds it."""
    LOST = "lost"
    """It served and then stopped: unplugged, or its driver failed."""
    DENIED = "denied"
    """The system does not let us open it."""


@dataclass(frozen=True)
class IceServer:
    """A STUN or TURN server (RFC 8489, RFC 8656), e.g. `turn:relay.example:3478?transport=udp`."""

    urls: tuple[str, ...]
    username: str | None = None
    credential: str | None = None


@dataclass(frozen=True)
class MediaChoice:
    """What to capture and what to play."""

    source: int
    """0..255, carried in the synthetic picture's stamp: tells whose picture it is."""
    tone_hz: float
    """The synthetic microphone's tone."""
    camera: Literal["auto", "synthetic"] | Path
    """A path is a recorded clip, played in a loop as the camera."""
    microphone: Literal["auto", "synthetic"]
    speaker: Literal["auto", "none"]
    width: int = 640
    height: int = 360
    fps: int = 30


@dataclass(frozen=True)
class OpenMedia:
    """Start capturing; the local preview runs from here on. A second one replaces the first."""

    choice: MediaChoice


@dataclass(frozen=True)
class CreateOffer:
    """Begin a negotiation as the one who offers; answered by `LocalDescription`.

    A negotiation number above the current one replaces the current peer connection, which carries the call until
    pictures flow on the new one; a lower or equal number is stale and ignored.
    """

    negotiation: int
    ice_servers: tuple[IceServer, ...]
    """The only servers used: empty means host candidates alone, never a public default."""


@dataclass(frozen=True)
class AcceptOffer:
    """Begin a negotiation with the peer's offer; answered by `LocalDescription` or `DescriptionRefused`."""

    negotiation: int
    sdp: str
    ice_servers: tuple[IceServer, ...]


@dataclass(frozen=True)
class AcceptAnswer:
    """The peer's answer to our offer of that negotiation; a bad one yields `DescriptionRefused`."""

    negotiation: int
    sdp: str


@dataclass(frozen=True)
class AddCandidate:
    """A trickled candidate (RFC 8838) of the peer; an empty string ends them. One that does not parse is ignored."""

    negotiation: int
    candidate: str
    sdp_mid: str | None
    sdp_mline_index: int | None


@dataclass(frozen=True)
class SetMicrophone:
    """Off sends silence; the connection stays as it is."""

    on: bool


@dataclass(frozen=True)
class SetCamera:
    """Off sends a still, dark picture at a low rate; the connection stays as it is."""

    on: bool


@dataclass(frozen=True)
class ClosePeer:
    """Leave the call; capture and preview go on, and negotiation numbers begin anew."""


@dataclass(frozen=True)
class CloseMedia:
    """Let go of camera, microphone and speaker (and of the peer, if there is one)."""


Command = (
    OpenMedia
    | CreateOffer
    | AcceptOffer
    | AcceptAnswer
    | AddCandidate
    | SetMicrophone
    | SetCamera
    | ClosePeer
    | CloseMedia
)


@dataclass(frozen=True)
class LocalDescription:
    """Our SDP (RFC 8866) with all our candidates in it, to be sent to the peer."""

    negotiation: int
    kind: Literal["offer", "answer"]
    sdp: str


@dataclass(frozen=True)
class DescriptionRefused:
    """The peer's SDP cannot be used; the engine is ready for the next negotiation."""

    negotiation: int
    reason: str
    """For a log, in English: never shown, never parsed."""


@dataclass(frozen=True)
class PeerConnected:
    """ICE and DTLS stand: media may flow."""

    negotiation: int


@dataclass(frozen=True)
class PeerDisconnected:
    """The connection ended without our asking: the peer left, or the path died for good."""

    negotiation: int


@dataclass(frozen=True)
class MediaFlowing:
    """The first remote picture of a connection was decoded, or pictures came again after a stall."""


@dataclass(frozen=True)
class MediaStalled:
    """Connected, yet no remote picture was decoded for two seconds: the quick sign of a dead path."""


@dataclass(frozen=True)
class DeviceFailed:
    """A device does not serve; a substitute (synthetic picture, tone, silence) took its place."""

    device: Device
    fault: DeviceFault


@dataclass(frozen=True)
class DeviceRestored:
    """A device that failed serves again."""

    device: Device


@dataclass(frozen=True)
class CallStats:
    """What the last second was like. What is not known is None, never a zero that would lie."""

    connected: bool
    rtt_ms: float | None
    """Round trip as the peer's receiver reports tell it (RFC 3550 section 6.4.1)."""
    loss: float | None
    """Fraction 0..1 of the peer's video packets that never arrived, over the last second."""
    jitter_ms: float | None
    bitrate_in_bps: float | None
    bitrate_out_bps: float | None
    """Over the last second: SRTP and SRTCP of sound and picture together, without UDP and IP."""
    frames_captured: int
    """Since OpenMedia."""
    frames_sent: int | None
    """Encoded and handed to the network, since the connection began."""
    frames_received: int | None
    """Assembled from the network, since the connection began."""
    frames_decoded: int | None
    """Handed to the remote tiles, since the connection began."""
    fps_captured: float | None
    fps_sent: float | None
    fps_decoded: float | None
    """Over the last second."""
    remote_width: int | None
    remote_height: int | None
    remote_audio_dbfs: float | None
    """Level (RMS) of the last second of received sound, full scale sine = -3 dBFS; floor -120."""
    remote_tone_hz: float | None
    """Dominant frequency of the last second of received sound; None when it was silence or noise."""
    local_audio_dbfs: float | None
    """Level of what is sent: -120 while the microphone is off."""
    codec: str | None
    """Of the video that is sent, e.g. `H264`."""
    engine_lateness_ms: float | None
    """How late the engine's loop woke, at worst, in the last second."""


@dataclass(frozen=True)
class Measured:
    """Once a second while media is open."""

    stats: CallStats


Event = (
    LocalDescription
    | DescriptionRefused
    | PeerConnected
    | PeerDisconnected
    | MediaFlowing
    | MediaStalled
    | DeviceFailed
    | DeviceRestored
    | Measured
)
