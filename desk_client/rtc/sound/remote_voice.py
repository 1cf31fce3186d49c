"""One remote voice, from packets as they come to sound as the device wants it. Pure: the caller brings the clock.

Time is counted in the stream's own timestamps. Sound is made when it is wanted: from the packet whose turn it is; where
that is lost, from its copy in the next one; where there is none, by guessing. While nothing at all waits, it is not
known yet whether a packet is late, lost, or was never sent because nothing was said: the guess goes on, and the next
packet's number and timestamp tell what it was. A packet that is only late is played whole, which puts the voice back by
so much; to come forward again, the sound is shortened.
"""

from collections import deque
from enum import Enum
from typing import Final, Protocol

import numpy as np

from desk_client.rtc.sound import opus_packet, stretching
from desk_client.rtc.sound.arrivals import Arrivals, Place
from desk_client.rtc.sound.counters import Tally
from desk_client.rtc.sound.lateness import Lateness
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples
from desk_client.rtc.sound.opus import PayloadFault
from desk_client.rtc.sound.pace import Pace
from desk_client.rtc.sound.runs import Runs
from desk_client.rtc.sound.waiting import Packet, WaitingPackets

_MS: Final = SAMPLE_RATE // 1000
_STEP: Final = 10 * _MS
"""Guessed at once, before it is looked again whether a packet has come."""
_GRAIN: Final = 120
"""What a decoder guesses comes in multiples of 2.5 ms."""
_USUAL: Final = 20 * _MS
_FADE_FROM: Final = 1000 * _MS
"""Guessed sound grows faint from here on: a sender that is only silent lets itself be heard every 420 ms."""
_SILENT_FROM: Final = 1500 * _MS
"""Guessed sound has gone here, and whatever comes next begins anew."""
_RISE: Final = 5 * _MS
_SEAM: Final = 10 * _MS
_ALIKE: Final = 0.85
_ALIKE_IN_A_HURRY: Final = 0.5
_QUIET: Final = 0.1
"""Of the voice's usual loudness: what is as quiet as this may be cut anywhere."""
_SILENCE_RMS: Final = 33.0
"""-60 dBFS."""
_LOUDNESS_KEPT: Final = 0.998
_REMEMBERED: Final = 512


class Decoder(Protocol):
    """See `desk_client.rtc.sound.opus.VoiceDecoder`."""

    def decode(self, payload: bytes) -> Samples | PayloadFault:
        """The packet's sound."""

    def recover(self, next_payload: bytes, length: int) -> Samples | PayloadFault:
        """That of the packet before it."""

    def conceal(self, length: int) -> Samples:
        """A guess at what follows."""

    def reset(self) -> None:
        """Another stream begins."""

    def close(self) -> None:
        """No more is wanted."""


class _Gap(Enum):
    """What a guess stands in for."""

    UNKNOWN = "unknown"
    LOSS = "loss"
    SILENCE = "silence"


class RemoteVoice:
    """See above. For one thread, or under a lock.

    Args:
        decoder: of this voice alone; closed with it.
    """

    def __init__(self, decoder: Decoder) -> None:
        self._decoder = decoder
        self._arrivals = Arrivals()
        self._lateness = Lateness()
        self._waiting = WaitingPackets()
        self._runs = Runs()
        self._given_up: deque[int] = deque(maxlen=_REMEMBERED)
        self.pace = Pace()
        self.tally = Tally()
        self._begun = False
        self._pulled = 0
        """Samples that the device took so far."""
        self._newest_due = 0
        """As many will it have taken when the newest packet should be played."""
        self._expected = 0
        """The number of the packet whose turn is next; 0, which none has, where any will do."""
        self._until = 0
        """The timestamp up to which sound is made."""
        self._packets_until = 0
        """The timestamp at which the last packet that was played ended."""
        self._unknown = 0
        """Samples guessed since, for a reason that is not known yet."""
        self._guessed = 0
        """Samples guessed in a row."""
        self._loudness = 0.0
        self._gain = 0.0
        self._usual = _USUAL
        self._adapted = False
        self._seam: Samples | None = None

    def add(self, sequence_number: int, timestamp: int, payload: bytes, now_s: float) -> None:
        """A packet came (its RTP header's numbers, its payload, and when by a monotonic clock)."""
        self.tally.received += 1
        facts = opus_packet.read(payload)
        if facts is None and payload:
            self.tally.refused += 1
            return
        place = self._arrivals.place(sequence_number, timestamp, now_s)
        if place is None:
            self.tally.refused += 1
            return
        if self._arrivals.restarts != self.tally.restarts:
            self._restart()
        number = place.number
        if number < self._expected:
            if number in self._given_up:
                self._given_up.remove(number)
                self.tally.late += 1
                self._lateness.note(place.timestamp, now_s)
            else:
                self.tally.duplicates += 1
            return
        if number in self._waiting:
            self.tally.duplicates += 1
            return
        self._newest_due = self._pulled + self.pace.target()
        if facts is not None:
            self._measure(place, now_s, copy=facts.brings_previous)
        if gone := self._waiting.add(Packet(place, payload, facts)):
            self.tally.overflowed += gone
            self.pace.forget(but_the_newest=True)  # the device has stopped taking sound
            first = self._waiting.first()
            if self._expected and first is not None:
                self._expected = max(self._expected, first.place.number)

    def pull(self, length: int) -> Samples:
        """The next samples for the device."""
        self.pace.need(round(self._lateness.needed_s() * SAMPLE_RATE))
        while self._runs.held < length:
            self._make(length - self._runs.held)
        self.pace.played(length)
        self._pulled += length
        return self._runs.take(length)

    def next_timestamp(self) -> int | None:
        """The RTP timestamp (without turns) of the next sample for the device; None before the first packet's."""
        begin = self._runs.begin()
        if begin is not None:
            return round(begin)
        return self._until if self._begun else None

    def close(self) -> None:
        """Let go of the decoder; no call after this."""
        self._decoder.close()

    def _measure(self, place: Place, now_s: float, *, copy: bool) -> None:
        late_s = self._lateness.note(place.timestamp, now_s)
        if copy and self._begun and place.number > self._expected and place.number - 1 not in self._waiting:
            self._lateness.note_copy(place.timestamp - self._usual, now_s)
        playing = self.next_timestamp() if self._begun else None
        if late_s is not None and playing is not None:
            self.pace.note(place.timestamp - playing, round(late_s * SAMPLE_RATE))

    def _restart(self) -> None:
        self.tally.restarts = self._arrivals.restarts
        self._waiting.clear()
        self._lateness.forget()
        self._given_up.clear()
        if self._begun and self._gain > 0:
            self._append(stretching.faded(self._decoder.conceal(_SEAM), self._gain, 0.0), 0)
        self._decoder.reset()
        self._pause()
        self._expected = 0

    def _pause(self) -> None:
        """What comes next begins anew, from silence."""
        self._begun = False
        self._gain = 0.0
        self._unknown = self._guessed = 0
        self._seam = None
        self.pace.forget()

    def _begin(self) -> bool:
        """Choose where to begin, so that the newest packet is played when it should be."""
        newest = self._waiting.newest()
        if newest is None:
            return False
        self._until = self._packets_until = newest.place.timestamp - max(
            0, self._newest_due - self._pulled - self._runs.held
        )
        self._leave_out_before(self._until)
        self._begun = True
        return True

    def _make(self, wanted: int) -> None:
        """Make some more sound: one packet, or one step of a guess."""
        if not self._begun and not self._begin():
            self._append(np.zeros(wanted, dtype=np.int16), 0)
            return
        self._skip_if_hopeless()
        head = self._waiting.first()
        if head is None:
            self._guess(_STEP, _Gap.UNKNOWN)
            return
        self._settle(head)
        missing = head.place.number - self._expected
        ahead = head.place.timestamp - self._until
        if missing > 0:
            self._make_up(head, missing, ahead)
        elif ahead > 0:
            self._stay_silent(ahead)
        else:
            self._play(head)

    def _settle(self, head: Packet) -> None:
        """With the next packet it is known what the guesses stood in for."""
        if self._unknown:
            missing = head.place.number - self._expected
            silent = head.place.timestamp - self._packets_until - missing * self._usual
            silent = min(self._unknown, max(0, silent))
            self.tally.comfort_samples += silent
            self.tally.concealed_samples += self._unknown - silent
            self._unknown = 0

    def _stay_silent(self, ahead: int) -> None:
        """The sender said nothing up to the next packet. How long that seems is free to choose, once."""
        if not self._adapted and self._gain > 0:
            self._adapted = True
            excess = self.pace.excess() // _GRAIN * _GRAIN
            longer = max(-ahead, -excess) if excess else 0
            if longer:
                self._until -= longer
                self._stretched(longer)
                return
        self._guess(min(_STEP, ahead), _Gap.SILENCE)

    def _make_up(self, head: Packet, missing: int, ahead: int) -> None:
        """The packet whose turn it is has not come, a later one has."""
        facts = head.facts
        silent = ahead - missing * self._usual
        if silent > 0:
            self._guess(min(_STEP, silent), _Gap.SILENCE)
        elif ahead <= (missing - 1) * self._usual:
            self._give_up(missing - -(-max(0, ahead) // self._usual))  # their time was passed over, with a guess
        elif missing == 1 and facts is not None and facts.brings_previous:
            self._give_up()
            sound = self._decoder.recover(head.payload, self._usual)
            if isinstance(sound, PayloadFault):
                self._guess(self._usual, _Gap.LOSS)
                return
            self.tally.recovered += 1
            self._shift_to(head.place.timestamp - self._usual)
            self._voice(sound, self._usual)
        else:
            length = ahead - (missing - 1) * self._usual
            self._guess(min(_STEP, length), _Gap.LOSS)
            if length <= _STEP:
                self._give_up()

    def _give_up(self, count: int = 1) -> None:
        """Go on without the next packets; a peer may leave out thousands, of which only the last can still be late."""
        self.tally.lost += count
        self._expected += count
        self._given_up.extend(range(self._expected - min(count, _REMEMBERED), self._expected))

    def _play(self, head: Packet) -> None:
        if head.facts is None:
            self._waiting.take()
            self._expected = head.place.number + 1
            return
        self._shift_to(head.place.timestamp)
        sound, span = self._decoded(head, head.facts)
        wanted = self.pace.wanted()
        while wanted and sound.size < _USUAL and (following := self._follower()) is not None:
            more, length = self._decoded(*following)
            sound, span = np.concatenate((sound, more)), span + length
        self._voice(self._paced(sound, wanted), span)
        self._usual = head.facts.length

    def _follower(self) -> tuple[Packet, opus_packet.PacketFacts] | None:
        """The packet that seamlessly goes on."""
        head = self._waiting.first()
        if head is None or head.facts is None or head.place != Place(self._expected, self._packets_until):
            return None
        return head, head.facts

    def _decoded(self, packet: Packet, facts: opus_packet.PacketFacts) -> tuple[Samples, int]:
        """The sound of the first packet that waits, which goes, and its length in timestamps."""
        self._waiting.take()
        self._expected = packet.place.number + 1
        self._packets_until = packet.place.timestamp + facts.length
        self._adapted = False
        sound = self._decoder.decode(packet.payload)
        if isinstance(sound, PayloadFault):
            self.tally.refused += 1
            self.tally.concealed_samples += facts.length
            return self._decoder.conceal(facts.length), facts.length
        if facts.is_silence:
            self.tally.comfort_samples += facts.length
        return sound, facts.length

    def _paced(self, sound: Samples, wanted: int) -> Samples:
        """The sound, longer or shorter where that is wanted and will not be heard."""
        waves = sound.astype(np.float32)
        loudness = float(np.sqrt(waves @ waves / waves.size))
        self._loudness = max(loudness, self._loudness * _LOUDNESS_KEPT)
        if not wanted:
            return sound
        quiet = loudness < max(_SILENCE_RMS, _QUIET * self._loudness)
        most = -wanted if wanted < 0 else wanted + _STEP
        match = stretching.best_match(sound, most)
        alike = _ALIKE_IN_A_HURRY if self.pace.hurried() else _ALIKE
        if match is None or not (quiet or match.likeness >= alike):
            return sound
        self._stretched(match.lag if wanted > 0 else -match.lag)
        return stretching.lengthened(sound, match.lag) if wanted > 0 else stretching.shortened(sound, match.lag)

    def _stretched(self, by: int) -> None:
        self.pace.changed(by)
        if by > 0:
            self.tally.lengthened_samples += by
        else:
            self.tally.shortened_samples -= by

    def _skip_if_hopeless(self) -> None:
        """So far behind that only leaving something out helps: a second of it at once rather than haste for minutes."""
        newest = self._waiting.newest()
        if newest is None or not self.pace.is_hopeless():
            return
        wanted = self._until + self.pace.excess()
        if newest.place.timestamp < wanted:
            return  # what would have to be left out has not come
        head = self._leave_out_before(wanted)
        self.tally.skips += 1
        if self._gain > 0:
            self._seam = self._decoder.conceal(_SEAM)
        self.tally.concealed_samples += self._unknown
        self._unknown = 0
        self.pace.shifted(self._until - head.place.timestamp)
        self._until = self._packets_until = head.place.timestamp

    def _leave_out_before(self, timestamp: int) -> Packet:
        """Let all packets go that begin earlier (the newest does not), and go on with the first that does not."""
        while (first := self._waiting.first()) is not None and first.place.timestamp < timestamp:
            self._waiting.take()
            self._expect(first.place.number)
            self._expected += 1
            self.tally.overflowed += 1
        assert first is not None
        self._expect(first.place.number)
        return first

    def _expect(self, number: int) -> None:
        """Go on with this packet; what is missing before it never came."""
        if self._expected:
            self.tally.lost += number - self._expected
        self._expected = number

    def _shift_to(self, timestamp: int) -> None:
        """Go on from an earlier timestamp than is due: what was late is played whole, and all after it later."""
        self.pace.shifted(self._until - timestamp)
        self._until = timestamp

    def _voice(self, sound: Samples, span: int) -> None:
        """Append what was said, joined to what was guessed before."""
        self._guessed = 0
        if self._seam is not None:
            sound, self._seam = stretching.crossfaded(self._seam, sound), None
        if self._gain < 1:
            sound, self._gain = stretching.faded(sound, self._gain, 1.0, _RISE), 1.0
        self._append(sound, span)

    def _guess(self, length: int, gap: _Gap) -> None:
        """Append what might have been said (rounded up to what a decoder can guess)."""
        length = -(-length // _GRAIN) * _GRAIN
        match gap:
            case _Gap.SILENCE:
                self.tally.comfort_samples += length if self._gain > 0 else 0
            case _Gap.LOSS:
                self.tally.concealed_samples += length
            case _Gap.UNKNOWN:
                self._unknown += length
        self._guessed += length
        if self._gain > 0:
            sound = self._decoder.conceal(length)
            if gap is not _Gap.SILENCE and self._guessed > _FADE_FROM:
                faint = max(0.0, 1 - (self._guessed - _FADE_FROM) / (_SILENT_FROM - _FADE_FROM))
                sound, self._gain = stretching.faded(sound, self._gain, min(self._gain, faint)), min(self._gain, faint)
        else:
            sound = np.zeros(length, dtype=np.int16)
        self._append(sound, length)
        if gap is _Gap.UNKNOWN and self._guessed >= _SILENT_FROM:
            self.tally.concealed_samples += self._unknown
            self._pause()

    def _append(self, sound: Samples, span: int) -> None:
        self._runs.append(sound, self._until, span)
        self._until += span
