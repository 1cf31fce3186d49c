"""What passes between the media engine and whoever drives it: commands in, events out, all frozen, all picklable."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Literal

from desk_client.rtc.apart_port import KeepApart
from desk_client.rtc.background_port import BackgroundSeen, BlurBackground
from desk_client.rtc.recording_port import RecordingCommand, RecordingEvent
from desk_client.rtc.server_probe import ServerProbe

PeerId = str
"""Whom a connection leads to, by any name; the empty one where there is only one."""


class Stream(Enum):
    """Whose picture."""

    LOCAL = "local"
    REMOTE = "remote"
    """The peer's whose name is empty."""


@dataclass(frozen=True)
class RemoteStream:
    """The picture of one of several peers."""

    peer: PeerId


AnyStream = Stream | RemoteStream


def stream_of(peer: PeerId) -> AnyStream:
    """The name of a peer's picture."""
    return RemoteStream(peer) if peer else Stream.REMOTE


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


class SharingFault(Enum):
    """Why a screen or window is not shown, or no longer; the camera's picture takes its place again."""

    GONE = "gone"
    """The window was closed, or the screen it was on is no longer there."""
    ABSENT = "absent"
    """There is no screen that can be reached."""
    PORTAL = "portal"
    """A Wayland desktop gives screens by a dialog of its own alone (the screen-cast portal), not spoken here."""
    UNSUPPORTED = "unsupported"
    """Nothing that captures screens of this system was built in."""
    LOST = "lost"
    """It was captured and then failed."""


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
    most_bps: int | None = None
    """The most that our picture may take of a path, where that is less than it would be worth."""
    camera_device: str | None = None
    """A name from `Devices`; None, or one that is not there, leaves the choice to the system."""
    microphone_device: str | None = None
    speaker_device: str | None = None


@dataclass(frozen=True)
class OpenMedia:
    """Start capturing; the local preview runs from here on. A second one replaces the first."""

    choice: MediaChoice


@dataclass(frozen=True)
class CreateOffer:
    """Begin a negotiation as the one who offers; answered by `LocalDescription`.

    A number above the current one replaces the peer connection once pictures flow on the new one; others are stale.
    """

    negotiation: int
    ice_servers: tuple[IceServer, ...]
    """The only servers used: empty means host candidates alone, never a public default."""
    peer: PeerId = ""


@dataclass(frozen=True)
class AcceptOffer:
    """Begin a negotiation with the peer's offer; answered by `LocalDescription` or `DescriptionRefused`."""

    negotiation: int
    sdp: str
    ice_servers: tuple[IceServer, ...]
    peer: PeerId = ""


@dataclass(frozen=True)
class AcceptAnswer:
    """The peer's answer to our offer of that negotiation; a bad one yields `DescriptionRefused`."""

    negotiation: int
    sdp: str
    peer: PeerId = ""


@dataclass(frozen=True)
class AddCandidate:
    """A trickled candidate (RFC 8838) of the peer; an empty string ends them. One that does not parse is ignored."""

    negotiation: int
    candidate: str
    sdp_mid: str | None
    sdp_mline_index: int | None
    peer: PeerId = ""


@dataclass(frozen=True)
class ProbeServers:
    """Ask servers ahead, without credentials only whether they are there; answered by `ServersProbed`, see `relays`."""

    servers: tuple[IceServer, ...]


@dataclass(frozen=True)
class SetMicrophone:
    """Off sends silence; the connection stays as it is."""

    on: bool


@dataclass(frozen=True)
class SetCamera:
    """Off sends a still, dark picture at a low rate; the connection stays as it is."""

    on: bool


@dataclass(frozen=True)
class ScreenArea:
    """A part of the desktop that all screens make together, in its own pixels; usually one screen."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True)
class OneWindow:
    """A window of another program, by the number that the system gave it (X11 window, Windows HWND)."""

    window_id: int


Shown = ScreenArea | OneWindow
"""What can be shown instead of the camera's picture."""


@dataclass(frozen=True)
class ShareScreen:
    """Send it in the camera's picture's place; answered by `SharingStarted` or `SharingEnded`. The newest counts."""

    source: Shown
    fps: int = 10
    """5 to 15: what lies outside is taken for the nearer end."""


@dataclass(frozen=True)
class StopSharing:
    """Send the camera's picture again; without effect where nothing is shared."""


@dataclass(frozen=True)
class ListDevices:
    """Look which devices there are now; answered by `Devices`, then and, until media is closed, at each change."""


@dataclass(frozen=True)
class ChooseDevice:
    """Use another one, or (None, or one that is not there) the system's choice, until media is opened anew."""

    device: Device
    name: str | None


@dataclass(frozen=True)
class ProbeLoudspeaker:
    """Play two notes, and listen whether the microphone hears them; answered by `LoudspeakerProbed`, if one serves."""


@dataclass(frozen=True)
class ClosePeer:
    """Leave a peer, or all (None); capture goes on, numbers begin anew, and with the last a shared screen is over."""

    peer: PeerId | None = None


@dataclass(frozen=True)
class CloseMedia:
    """Let go of camera, microphone and speaker (and of the peer, if there is one)."""


Command = (
    OpenMedia
    | CreateOffer
    | AcceptOffer
    | AcceptAnswer
    | AddCandidate
    | ProbeServers
    | SetMicrophone
    | SetCamera
    | BlurBackground
    | KeepApart
    | ShareScreen
    | StopSharing
    | ListDevices
    | ChooseDevice
    | ProbeLoudspeaker
    | RecordingCommand
    | ClosePeer
    | CloseMedia
)


@dataclass(frozen=True)
class LocalDescription:
    """Our SDP (RFC 8866) with all our candidates in it, to be sent to the peer."""

    negotiation: int
    kind: Literal["offer", "answer"]
    sdp: str
    peer: PeerId = ""


@dataclass(frozen=True)
class DescriptionRefused:
    """The peer's SDP cannot be used; the engine is ready for the next negotiation."""

    negotiation: int
    reason: str
    """For a log, in English: never shown, never parsed."""
    peer: PeerId = ""


@dataclass(frozen=True)
class PeerConnected:
    """ICE and DTLS stand: media may flow."""

    negotiation: int
    peer: PeerId = ""


@dataclass(frozen=True)
class PeerDisconnected:
    """The connection ended without our asking: the peer left, or the path died for good."""

    negotiation: int
    peer: PeerId = ""


@dataclass(frozen=True)
class MediaFlowing:
    """The first remote picture of a connection was decoded, or pictures came again after a stall."""

    peer: PeerId = ""


@dataclass(frozen=True)
class MediaStalled:
    """Connected, yet no remote picture was decoded for two seconds: the quick sign of a dead path."""

    peer: PeerId = ""


@dataclass(frozen=True)
class NetworkChanged:
    """This machine has other addresses; a connection that lost its own by it is told of as `MediaStalled`."""


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
class ServersProbed:
    """What servers answered that were asked by `ProbeServers`, or again by a negotiation."""

    probes: tuple[ServerProbe, ...]


@dataclass(frozen=True)
class SharingStarted:
    """The other end is sent this from now on."""

    source: Shown


@dataclass(frozen=True)
class SharingEnded:
    """The camera's picture is sent again."""

    fault: SharingFault | None
    """None: it was asked for, or replaced, or the call was left."""


@dataclass(frozen=True)
class Devices:
    """The names of what there is, the system's own choice first."""

    cameras: tuple[str, ...]
    microphones: tuple[str, ...]
    speakers: tuple[str, ...]


@dataclass(frozen=True)
class DeviceInUse:
    """That one is in use from now on: when it is first opened, and when it took another one's place."""

    device: Device
    name: str


@dataclass(frozen=True)
class LoudspeakerProbed:
    """What came of `ProbeLoudspeaker`. Not heard may also mean a deaf microphone, or an echo that the system takes."""

    heard: bool


@dataclass(frozen=True)
class EchoNotCancelled:
    """The other side may hear itself: the echo canceller is missing or failed. Told once for each `OpenMedia`."""


@dataclass(frozen=True)
class SpeakingWhileMuted:
    """Somebody speaks into the microphone that is switched off; told at most every ten seconds."""


@dataclass(frozen=True)
class SoundLevels:
    """Ten times a second while media is open, for meters: RMS, full scale sine = -3 dBFS; floor -120."""

    local_dbfs: float
    """Of what is sent: -120 while the microphone is off."""
    remote_dbfs: float
    """Of what is played, or would be if there were a speaker."""


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
    frames_encoded: int | None = None
    """Encoded once for whoever receives, since the connection began."""
    frames_painted: int | None = None
    """Of the peer's, really painted in the window, since the call began; known to the client, not to the engine."""
    frames_dropped: int | None = None
    """Of the peer's, assembled and yet never handed to a tile (late, or broken), since the connection began."""
    freezes: int | None = None
    """How often the peer's picture stood still, since the connection began (W3C webrtc-stats, `freezeCount`)."""
    freeze_s: float | None = None
    """For how long altogether (W3C webrtc-stats, `totalFreezesDuration`)."""
    available_bps: float | None = None
    estimate: str | None = None
    """What the line towards the peer is estimated to carry, and what that stands on, e.g. `TWCC`, `REMB`."""
    loss_out: float | None = None
    """Fraction 0..1 of our video packets that the peer says never came (RFC 3550 section 6.4.1), of late."""
    picture_delay_ms: float | None = None
    """How long the receive buffer holds the peer's pictures back, on average over the last second."""
    sound_delay_ms: float | None = None
    """The same of the peer's sound, up to the loudspeaker's own delay."""
    sound_target_ms: float | None = None
    """The delay that the sound's buffer aims at."""
    sound_concealed: float | None = None
    """Fraction 0..1 of the last second's received sound that was made up for what came late; meant silence is not."""
    cpu_share: float | None = None
    """Processor time that this process took in the last second, in cores: 0.25 is a quarter of one."""
    candidate_kind: str | None = None
    """Our candidate of the pair in use: `host`, `srflx`, `prflx`, `relay` (RFC 8445 section 5.1.1)."""
    audio_only: bool = False
    """Our picture is not sent to this peer for want of bandwidth; the sound is."""


@dataclass(frozen=True)
class Measured:
    """Once a second while media is open."""

    stats: CallStats
    peer: PeerId = ""


Event = (
    LocalDescription
    | DescriptionRefused
    | PeerConnected
    | PeerDisconnected
    | MediaFlowing
    | MediaStalled
    | NetworkChanged
    | DeviceFailed
    | DeviceRestored
    | ServersProbed
    | SharingStarted
    | SharingEnded
    | Devices
    | DeviceInUse
    | BackgroundSeen
    | LoudspeakerProbed
    | EchoNotCancelled
    | SpeakingWhileMuted
    | SoundLevels
    | RecordingEvent
    | Measured
)
