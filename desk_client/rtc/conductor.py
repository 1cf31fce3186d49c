"""Carries out the engine's commands, in its loop: the studio on one side, the line to the peer on the other."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Final, assert_never

from desk_client.rtc.addresses import AddressWatch, local_addresses
from desk_client.rtc.apart_port import KeepApart
from desk_client.rtc.background_port import BackgroundSeen, BlurBackground
from desk_client.rtc.leg import Leg, LegSinks, OwnSide
from desk_client.rtc.picture.screens import Screens
from desk_client.rtc.port import (
    AcceptAnswer,
    AcceptOffer,
    AddCandidate,
    ChooseDevice,
    CloseMedia,
    ClosePeer,
    Command,
    CreateOffer,
    Device,
    DeviceFailed,
    DeviceFault,
    DeviceInUse,
    DeviceRestored,
    Devices,
    EchoNotCancelled,
    Event,
    ListDevices,
    LoudspeakerProbed,
    Measured,
    MediaChoice,
    NetworkChanged,
    OpenMedia,
    PeerId,
    ProbeLoudspeaker,
    ProbeServers,
    SetCamera,
    SetMicrophone,
    ShareScreen,
    SharingEnded,
    SharingFault,
    SharingStarted,
    Shown,
    SoundLevels,
    SpeakingWhileMuted,
    StopSharing,
    Stream,
)
from desk_client.rtc.recording.recorder import Recorder
from desk_client.rtc.recording_port import PauseRecording, Record, StopRecording
from desk_client.rtc.relays import Relays
from desk_client.rtc.sound.devices import Direction, names
from desk_client.rtc.sound.meter import level_dbfs
from desk_client.rtc.streams.incoming_voice import IncomingVoice
from desk_client.rtc.studio import Hardware, Studio, StudioEvents

_TICK_S: Final = 0.1
_TICKS_A_SECOND: Final = 10
_DEFAULT_BPS: Final = 1_000_000


class Conductor:
    """Everything here runs in the engine's loop, except where a name says otherwise.

    Args:
        emit: is given each event, in the loop.
    """

    def __init__(self, hardware: Hardware, screens: Screens, emit: Callable[[Event], None]) -> None:
        self._hardware = hardware
        self._screens = screens
        self._emit = emit
        self._loop = asyncio.get_running_loop()
        self._studio: Studio | None = None
        self._legs: dict[PeerId, Leg] = {}
        self._apart: frozenset[PeerId] = frozenset()
        self._microphone_on = self._camera_on = True
        self._blurs = False
        self._lateness_s = 0.0
        self._relays = Relays(emit)
        self._measured_s = time.monotonic()
        self._processor_s = time.process_time()
        self._leg_sinks = LegSinks(
            on_event=emit,
            on_outlets=self._outlets_changed,
            on_voice=self._voice_changed,
            on_picture_wanted=self._picture_wanted,
            wanted_bps=self._wanted_bps,
        )
        self._recorder = Recorder(self._emit_from_a_thread)
        self._alone = Leg("", screens, self._leg_sinks, self._recorder.tap(""))
        """Nobody: what is measured while there is no peer."""
        self._addresses = AddressWatch()
        self._lists_devices = False
        self._listed: Devices | None = None
        self._listing: asyncio.Task[None] | None = None
        self._ticking = asyncio.create_task(self._tick(), name="rtc-tick")

    async def carry_out(self, command: Command) -> None:
        """Do what a command asks; what takes long goes on behind it."""
        match command:
            case OpenMedia(choice):
                await self._close_studio()
                self._open_studio(choice)
            case CreateOffer() | AcceptOffer() | AcceptAnswer() | AddCandidate():
                self._negotiate(command)
            case ProbeServers(servers):
                self._relays.probe(servers)
            case SetMicrophone(on):
                self._microphone_on = on
                if self._studio is not None:
                    self._studio.set_microphone(on=on)
            case SetCamera(on):
                self._camera_on = on
                if self._studio is not None:
                    self._studio.set_camera(on=on)
            case KeepApart(peers):
                self._keep_apart(peers)
            case BlurBackground(on):
                self._blurs = on
                if self._studio is not None:
                    self._studio.blur_background(on=on)
            case ShareScreen(source, fps):
                await self._share(source, fps)
            case StopSharing():
                await self._stop_sharing()
            case ListDevices():
                self._listed = None
                self._list_devices()
            case ChooseDevice(device, name):
                if self._studio is not None:
                    self._studio.choose(device, name)
            case ProbeLoudspeaker():
                if self._studio is not None:
                    self._studio.probe_loudspeaker()
            case Record() | PauseRecording() | StopRecording():
                await self._recorder.carry_out(command)
            case ClosePeer(peer):
                await self._close_legs(None if peer is None else {peer})
                if not self._legs:
                    await self._stop_sharing()
            case CloseMedia():
                self._lists_devices = False
                await self._close_legs()
                await self._close_studio()
            case _:
                assert_never(command)

    async def close(self) -> None:
        """End everything, within two seconds."""
        self._ticking.cancel()
        await self._recorder.end()
        ending = (self._close_legs(), self._close_studio(), self._relays.close())
        watching = [self._ticking] if self._listing is None else [self._ticking, self._listing]
        await asyncio.gather(*watching, *ending, return_exceptions=True)

    # The peers

    def _negotiate(self, command: CreateOffer | AcceptOffer | AcceptAnswer | AddCandidate) -> None:
        match command:
            case CreateOffer():
                servers = self._relays.chosen(command.ice_servers)
                self._leg(command.peer).line.create_offer(replace(command, ice_servers=servers))
            case AcceptOffer():
                servers = self._relays.chosen(command.ice_servers)
                self._leg(command.peer).line.accept_offer(replace(command, ice_servers=servers))
            case AcceptAnswer():
                if (leg := self._legs.get(command.peer)) is not None:  # or it came after the peer was left
                    leg.line.accept_answer(command)
            case AddCandidate():
                if (leg := self._legs.get(command.peer)) is not None:
                    leg.line.add_candidate(command)

    def _leg(self, peer: PeerId) -> Leg:
        if peer not in self._legs:
            self._legs[peer] = Leg(peer, self._screens, self._leg_sinks, self._recorder.tap(peer))
            self._legs[peer].keep_apart(on=peer in self._apart)
        return self._legs[peer]

    async def _close_legs(self, peers: set[PeerId] | None = None) -> None:
        """Of those, or of all; the call with the others goes on."""
        leaving = [leg for peer, leg in self._legs.items() if peers is None or peer in peers]
        self._legs = {peer: leg for peer, leg in self._legs.items() if leg not in leaving}
        await asyncio.gather(*(leg.line.close() for leg in leaving))

    def _keep_apart(self, peers: frozenset[PeerId]) -> None:
        """What they are sent changes first: nobody is shown as kept apart who is not."""
        self._apart = peers
        self._recorder.keep_apart(on=bool(peers))
        self._outlets_changed()
        for peer, leg in self._legs.items():
            leg.keep_apart(on=peer in peers)

    def _outlets_changed(self) -> None:
        """Whoever is kept apart is sent what is of nobody."""
        if self._studio is None:
            return
        ours, dark = (
            tuple(
                outlets
                for peer, leg in self._legs.items()
                if (peer in self._apart) is is_apart
                for outlets in leg.outlets
            )
            for is_apart in (False, True)
        )
        self._studio.send_to(ours, dark=dark)

    def _voice_changed(self, before: IncomingVoice | None, now: IncomingVoice | None) -> None:
        if self._studio is None:
            return
        if before is not None:
            self._studio.mixer.remove(before)
        if now is not None:
            self._studio.mixer.add(now)

    # What is captured

    def _wanted_bps(self) -> int:
        return self._studio.wanted_bps if self._studio is not None else _DEFAULT_BPS

    def _picture_wanted(self) -> None:
        if self._studio is not None:
            self._studio.hurry()

    def _open_studio(self, choice: MediaChoice) -> None:
        events = StudioEvents(
            on_picture=partial(self._screens.show, Stream.LOCAL),
            on_device=self._device_told_from_its_thread,
            on_sharing=self._sharing_told_from_its_thread,
            on_sharing_ended=self._sharing_end_told_from_its_thread,
            on_device_in_use=lambda device, name: self._emit_from_a_thread(DeviceInUse(device, name)),
            on_background=lambda background: self._emit_from_a_thread(BackgroundSeen(background)),
            on_echo_not_cancelled=lambda: self._emit_from_a_thread(EchoNotCancelled()),
            on_speaking_while_muted=lambda: self._emit_from_a_thread(SpeakingWhileMuted()),
            on_loudspeaker_probed=lambda heard: self._emit_from_a_thread(LoudspeakerProbed(heard)),
        )
        self._studio = Studio(choice, self._hardware, events, blurs=self._blurs)
        self._studio.set_microphone(on=self._microphone_on)
        self._studio.set_camera(on=self._camera_on)
        self._outlets_changed()
        for leg in self._legs.values():
            if leg.voice is not None:
                self._studio.mixer.add(leg.voice)

    async def _close_studio(self) -> None:
        studio, self._studio = self._studio, None
        if studio is not None:
            await asyncio.to_thread(studio.close)
            self._screens.clear(Stream.LOCAL)

    async def _share(self, source: Shown, fps: int) -> None:
        if self._studio is None:
            self._emit(SharingEnded(None))
        else:
            await asyncio.to_thread(self._studio.share, source, fps)

    async def _stop_sharing(self) -> None:
        if self._studio is not None:
            await asyncio.to_thread(self._studio.stop_sharing)

    def _list_devices(self) -> None:
        """Tell what there is where that is news; from the first time on this is asked each second."""
        self._lists_devices = True
        if self._listing is None or self._listing.done():
            self._listing = asyncio.create_task(self._tell_devices(), name="rtc-devices")

    async def _tell_devices(self) -> None:
        sound = await asyncio.to_thread(self._hardware.sound_card.devices)
        cameras = await asyncio.to_thread(self._hardware.list_cameras)
        found = Devices(cameras, names(sound, Direction.IN), names(sound, Direction.OUT))
        if found != self._listed:
            self._listed = found
            self._emit(found)

    def _device_told_from_its_thread(self, device: Device, fault: DeviceFault | None) -> None:
        self._emit_from_a_thread(DeviceRestored(device) if fault is None else DeviceFailed(device, fault))

    def _sharing_told_from_its_thread(self, source: Shown) -> None:
        self._emit_from_a_thread(SharingStarted(source))

    def _sharing_end_told_from_its_thread(self, fault: SharingFault | None) -> None:
        self._emit_from_a_thread(SharingEnded(fault))

    def _emit_from_a_thread(self, event: Event) -> None:
        with suppress(RuntimeError):  # the loop has ended before a slow driver
            self._loop.call_soon_threadsafe(self._emit, event)

    # Watching and measuring

    async def _tick(self) -> None:
        count = 0
        while True:
            planned = time.monotonic() + _TICK_S
            await asyncio.sleep(_TICK_S)
            now = time.monotonic()
            self._lateness_s = max(self._lateness_s, now - planned)
            for leg in list(self._legs.values()):
                leg.line.watch(now)
            self._recorder.tick()
            self._look_at_addresses(now)
            if self._studio is not None:
                self._emit(SoundLevels(self._studio.said.take_dbfs(), self._studio.played.take_dbfs()))
            count += 1
            if count % _TICKS_A_SECOND == 0:
                self._measure(now)
                if self._lists_devices:
                    self._list_devices()

    def _look_at_addresses(self, now: float) -> None:
        if self._addresses.due(now):
            changed = self._addresses.looked(local_addresses())
            for leg in list(self._legs.values()):
                leg.line.look(self._addresses)
            if changed:
                self._relays.network_changed()
                self._emit(NetworkChanged())

    def _measure(self, now: float) -> None:
        studio = self._studio
        measured_s, self._measured_s = self._measured_s, now
        lateness_s, self._lateness_s = self._lateness_s, 0.0
        processor_s, self._processor_s = self._processor_s, time.process_time()
        said = studio.sound.take() if studio is not None else None
        own = OwnSide(
            at_s=now,
            captured=studio.captured if studio is not None else 0,
            encoded=studio.encoded if studio is not None else 0,
            audio_dbfs=None if said is None else level_dbfs(said),
            cpu_share=(self._processor_s - processor_s) / (now - measured_s) if now > measured_s else None,
            lateness_ms=lateness_s * 1000,
        )
        for peer, leg in self._legs.items():
            audio_only = studio is not None and studio.audio_only_to(leg.outlets)
            self._emit(Measured(leg.measure(own, audio_only=audio_only), peer))
        if studio is not None and not self._legs:
            self._emit(Measured(self._alone.measure(own)))
