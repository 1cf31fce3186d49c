"""The recording that runs, if one does: which peers' legs are tapped, and what becomes of it."""

import asyncio
import itertools
import time
from collections.abc import Callable
from functools import partial
from typing import assert_never

from desk_client.rtc.port import Event, PeerId
from desk_client.rtc.recording.chunks import Folder
from desk_client.rtc.recording.pieces import Piece, PieceKind
from desk_client.rtc.recording.spool import Spool
from desk_client.rtc.recording.tap import LegTap
from desk_client.rtc.recording_port import (
    PauseRecording,
    Record,
    RecordingCommand,
    RecordingEnded,
    RecordingGap,
    RecordingStarted,
    StopRecording,
)


class _Valve:
    """Lets pieces through, or nothing while it is shut."""

    def __init__(self, spool: Spool) -> None:
        self.spool = spool
        self.shut = False

    def put(self, piece: Piece) -> bool:
        """To the writer; what comes while it is shut is no loss."""
        return self.shut or self.spool.put(piece)


class Recorder:
    """Lives in the engine's loop.

    Args:
        emit: is given events, from any thread.
    """

    def __init__(self, emit: Callable[[Event], None]) -> None:
        self._emit = emit
        self._taps: dict[PeerId, LegTap] = {}
        self._numbers = itertools.count(1)
        self._valve: _Valve | None = None
        self._recording_id = ""
        self._peers: tuple[PeerId, ...] = ()
        self._told_lost = 0
        self._held = False
        self._keeps_apart = False

    def tap(self, peer: PeerId) -> LegTap:
        """Of the leg to that peer, the same one whenever it is asked for."""
        if peer not in self._taps:
            tap = self._taps[peer] = LegTap(peer, lambda: next(self._numbers))
            if self._valve is not None and peer in self._peers:
                tap.begin(self._valve)
        return self._taps[peer]

    async def carry_out(self, command: RecordingCommand) -> None:
        """Do what a command asks."""
        match command:
            case Record():
                await self.end()
                self._begin(command)
            case PauseRecording(on):
                self._held = on
                self._turn()
            case StopRecording():
                await self.end()
            case _:
                assert_never(command)

    def keep_apart(self, *, on: bool) -> None:
        """We keep apart from somebody: what is said meanwhile is not for everybody, and nothing of it is kept."""
        self._keeps_apart = on
        self._turn()

    def _begin(self, command: Record) -> None:
        self._held = False
        self._recording_id, self._peers, self._told_lost = command.recording_id, command.peers, 0
        folder = Folder(command.directory, command.recording_id)
        tell = partial(RecordingEnded, command.recording_id)
        valve = self._valve = _Valve(Spool(folder, command.key, lambda fault: self._emit(tell(fault))))
        for peer in command.peers:
            self.tap(peer).begin(valve)
        self._emit(RecordingStarted(command.recording_id))
        self._turn()

    def _turn(self) -> None:
        """Shut while there is a reason, open when there is none any more."""
        valve, on = self._valve, self._held or self._keeps_apart
        if valve is None or valve.shut is on:
            return
        mark = Piece(PieceKind.PAUSED if on else PieceKind.RESUMED, 0, round(time.monotonic() * 1_000_000))
        if on:
            valve.shut = True
        valve.spool.put(mark)
        if not on:
            for peer in self._peers:
                self.tap(peer).begin_anew()
            valve.shut = False

    def tick(self) -> None:
        """Tell what was lost, and let go of a writer that can write no more; once in a while."""
        valve = self._valve
        if valve is not None and valve.spool.failed:
            self._valve = None
            self._untap()
        elif valve is not None and valve.spool.lost > self._told_lost:
            self._told_lost = valve.spool.lost
            self._emit(RecordingGap(self._recording_id, self._told_lost))

    async def end(self) -> None:
        """What was recorded is written; within three seconds, whatever the disk does."""
        valve, self._valve = self._valve, None
        if valve is None:
            return
        self._untap()
        await asyncio.to_thread(valve.spool.close)
        if not valve.spool.failed:  # or it was told already
            self._emit(RecordingEnded(self._recording_id, None))

    def _untap(self) -> None:
        for tap in self._taps.values():
            tap.end()
