"""The device check moment by moment: what is observed when, what is found, and when it is over."""

import pytest

from desk_client.client.device_check import check as whole
from desk_client.client.device_check import parts
from desk_client.client.device_check.check import (
    DeviceCheck,
    FaultsKnown,
    LevelHeard,
    NotesProbed,
    Observation,
    OperatorTold,
    Passed,
    PersonAnswered,
    PictureSeen,
    RelaysAsked,
    TripMade,
)
from desk_client.client.device_check.findings import CheckView, Finding, KioskPart, State
from desk_client.rtc.port import Device, DeviceFault

CAMERA, MICROPHONE, LOUDSPEAKER, NETWORK = KioskPart
TICK_S = 0.125  # sums of it are exact
VOICE, HALL, NOTHING = LevelHeard(-25.0), LevelHeard(-62.0), LevelHeard(-120.0)
BRIGHT, COVERED = PictureSeen(0.45), PictureSeen(0.04)
NEAR = TripMade(20.0)


class Script:
    """A check whose time stands still between its lines."""

    def __init__(self, *, has_loudspeaker: bool = True) -> None:
        self.now_s = 100.0
        self.check = DeviceCheck.begun(self.now_s, has_loudspeaker=has_loudspeaker)
        self.played_at_s: list[float] = []
        self.over_at_s: float | None = None

    @property
    def view(self) -> CheckView:
        return self.check.view(self.now_s)

    def found(self, part: KioskPart) -> Finding | None:
        return self.view.finding(part)

    def see(self, *observations: Observation) -> None:
        for observation in observations:
            self.check = self.check.observed(observation, self.now_s)

    def let_pass(self, duration_s: float, *each_tick: Observation) -> None:
        """Tick by tick, as whoever runs it does, and with these observations in each."""
        for _ in range(round(duration_s / TICK_S)):
            self.now_s += TICK_S
            self.see(*(each_tick or (Passed(),)))
            if self.check.plays(self.now_s):
                self.check = self.check.played(self.now_s)
                self.played_at_s.append(self.now_s - 100.0)
            if self.over_at_s is None and self.check.is_over(self.now_s):
                self.over_at_s = self.now_s - 100.0

    def serves(self, *but: KioskPart) -> None:
        """Everything is well, but for these parts, of which nothing is heard."""
        self.let_pass(TICK_S)
        if LOUDSPEAKER not in but:
            self.see(NotesProbed(heard=True))
        if NETWORK not in but:
            self.see(NEAR, NEAR)
        for _ in range(4):
            if CAMERA not in but:
                self.see(BRIGHT)
            if MICROPHONE not in but:
                self.see(VOICE)


def faults(*devices: Device, fault: DeviceFault = DeviceFault.ABSENT) -> FaultsKnown:
    return FaultsKnown(dict.fromkeys(devices, fault))


def test_where_all_is_well_it_goes_on_by_itself_in_a_moment() -> None:
    script = Script()
    assert {line.state for line in script.view.lines} == {State.RUNNING}
    script.serves()
    assert script.view.is_done
    assert script.view.failed == ()
    script.let_pass(1.5, BRIGHT, VOICE)
    assert script.over_at_s == TICK_S + whole.GOES_ON_S


def test_a_steady_tone_from_the_first_moment_is_a_voice_so_that_drawn_devices_pass_within_two_seconds() -> None:
    script = Script(has_loudspeaker=False)
    script.see(NEAR, NEAR)
    script.let_pass(2.0, BRIGHT, LevelHeard(-20.0))
    assert script.found(LOUDSPEAKER) is None
    assert script.over_at_s is not None
    assert script.over_at_s < 1.5
    assert script.played_at_s == []


class TestCamera:
    def test_pictures_are_looked_for_and_then_seen(self) -> None:
        script = Script()
        script.see(BRIGHT, BRIGHT)
        assert script.found(CAMERA) is Finding.CHECKING
        script.see(BRIGHT)
        assert script.found(CAMERA) is Finding.GOOD

    def test_one_that_gives_no_picture_fails_after_its_time_and_serves_as_soon_as_it_does(self) -> None:
        script = Script()
        script.let_pass(parts.PICTURE_WITHIN_S - TICK_S)
        assert script.found(CAMERA) is Finding.CHECKING
        script.let_pass(TICK_S)
        assert script.found(CAMERA) is Finding.NO_PICTURE
        script.see(BRIGHT, BRIGHT, BRIGHT)
        assert script.found(CAMERA) is Finding.GOOD

    def test_one_that_stands_still_fails(self) -> None:
        script = Script()
        script.serves()
        script.let_pass(parts.STILL_S - TICK_S)
        assert script.found(CAMERA) is Finding.GOOD
        script.let_pass(TICK_S)
        assert script.found(CAMERA) is Finding.NO_PICTURE

    def test_a_covered_lens_is_called_dark_once_the_exposure_has_had_its_time_and_not_when_it_is_free(self) -> None:
        script = Script()
        script.serves(CAMERA)
        script.let_pass(parts.ADAPTS_S, COVERED)
        assert script.found(CAMERA) is Finding.CHECKING
        script.let_pass(TICK_S, COVERED)
        assert script.found(CAMERA) is Finding.DARK
        assert script.view.needs_somebody
        assert script.view.failed == (CAMERA,)
        script.let_pass(0.5, BRIGHT)
        assert script.found(CAMERA) is Finding.GOOD
        assert script.view.is_done

    def test_a_camera_that_opens_dark_and_adapts_is_never_called_dark(self) -> None:
        script = Script()
        script.let_pass(0.75, COVERED)
        assert script.found(CAMERA) is Finding.CHECKING
        script.let_pass(0.75, BRIGHT)
        assert script.found(CAMERA) is Finding.GOOD

    @pytest.mark.parametrize("fault", list(DeviceFault))
    def test_a_fault_is_told_whatever_its_substitute_shows(self, fault: DeviceFault) -> None:
        script = Script()
        script.see(faults(Device.CAMERA, fault=fault), BRIGHT, BRIGHT, BRIGHT, BRIGHT)
        assert script.found(CAMERA) is Finding(fault.value)
        script.see(faults())
        assert script.found(CAMERA) is Finding.CHECKING
        script.see(BRIGHT, BRIGHT, BRIGHT)
        assert script.found(CAMERA) is Finding.GOOD


class TestMicrophone:
    def test_it_listens_once_the_notes_have_sounded(self) -> None:
        script = Script()
        script.let_pass(1.0, VOICE)
        assert script.found(MICROPHONE) is Finding.CHECKING
        script.see(NotesProbed(heard=True))
        assert script.found(MICROPHONE) is Finding.ASKED_TO_SPEAK
        script.let_pass(2 * TICK_S, VOICE)
        assert script.found(MICROPHONE) is Finding.ASKED_TO_SPEAK
        script.let_pass(TICK_S, VOICE)
        assert script.found(MICROPHONE) is Finding.GOOD

    def test_a_soft_voice_well_above_a_quiet_hall_is_heard(self) -> None:
        script = Script(has_loudspeaker=False)
        script.let_pass(1.0, LevelHeard(-70.0))
        script.let_pass(3 * TICK_S, LevelHeard(-50.0))
        assert script.found(MICROPHONE) is Finding.GOOD

    def test_what_is_faint_or_no_louder_than_the_hall_is_no_voice(self) -> None:
        script = Script(has_loudspeaker=False)
        script.let_pass(1.0, LevelHeard(-58.0))
        script.let_pass(1.0, LevelHeard(-45.0))
        assert script.found(MICROPHONE) is Finding.ASKED_TO_SPEAK
        other = Script(has_loudspeaker=False)
        other.let_pass(1.0, NOTHING)  # before the first block: no measure of the hall
        other.let_pass(1.0, LevelHeard(-50.0))
        assert other.found(MICROPHONE) is Finding.ASKED_TO_SPEAK

    @pytest.mark.parametrize(("heard", "finding"), [(HALL, Finding.QUIET), (NOTHING, Finding.DEAF)])
    def test_after_its_time_it_tells_a_silent_person_from_a_deaf_microphone(
        self, heard: LevelHeard, finding: Finding
    ) -> None:
        script = Script(has_loudspeaker=False)
        script.let_pass(parts.SPEAK_WITHIN_S - TICK_S, heard)
        assert script.found(MICROPHONE) is Finding.ASKED_TO_SPEAK
        script.let_pass(TICK_S, heard)
        assert script.found(MICROPHONE) is finding
        assert script.view.needs_somebody
        script.let_pass(3 * TICK_S, VOICE)
        assert script.found(MICROPHONE) is Finding.GOOD

    def test_one_that_is_lost_and_found_listens_anew_and_its_substitute_counts_for_nothing(self) -> None:
        script = Script()
        script.serves()
        script.see(faults(Device.MICROPHONE, fault=DeviceFault.LOST))
        script.let_pass(1.0, VOICE)
        assert script.found(MICROPHONE) is Finding.LOST
        assert script.view.level == 0.0
        script.see(faults())
        assert script.found(MICROPHONE) is Finding.ASKED_TO_SPEAK
        script.let_pass(3 * TICK_S, VOICE)
        assert script.found(MICROPHONE) is Finding.GOOD

    def test_the_meter_follows_the_voice(self) -> None:
        script = Script()
        levels = []
        for dbfs in (-120.0, -60.0, -37.5, -15.0, 0.0):
            script.see(LevelHeard(dbfs))
            levels.append(script.view.level)
        assert levels == [0.0, 0.0, 0.5, 1.0, 1.0]


class TestLoudspeaker:
    def test_what_the_microphone_misses_once_is_played_again(self) -> None:
        script = Script()
        script.let_pass(TICK_S)
        assert script.found(LOUDSPEAKER) is Finding.SOUNDING
        script.see(NotesProbed(heard=False))
        script.let_pass(1.0)
        assert script.played_at_s == [TICK_S, 2 * TICK_S]
        script.see(NotesProbed(heard=True))
        assert script.found(LOUDSPEAKER) is Finding.GOOD
        script.let_pass(10.0)
        assert script.played_at_s == [TICK_S, 2 * TICK_S]

    @pytest.mark.parametrize(("hears", "finding"), [(True, Finding.GOOD), (False, Finding.UNHEARD)])
    def test_what_it_misses_twice_the_person_is_asked_about_and_hears_again_meanwhile(
        self, *, hears: bool, finding: Finding
    ) -> None:
        script = Script()
        for _ in range(2):
            script.let_pass(TICK_S)
            script.see(NotesProbed(heard=False))
        assert script.found(LOUDSPEAKER) is Finding.ASKED_WHETHER_HEARD
        assert script.found(MICROPHONE) is Finding.ASKED_TO_SPEAK
        script.let_pass(parts.AGAIN_S)
        assert script.played_at_s == [TICK_S, 2 * TICK_S, 2 * TICK_S + parts.AGAIN_S]
        assert script.found(LOUDSPEAKER) is Finding.ASKED_WHETHER_HEARD
        script.see(PersonAnswered(hears))
        assert script.found(LOUDSPEAKER) is finding
        script.see(NotesProbed(heard=not hears))
        assert script.found(LOUDSPEAKER) is finding

    def test_an_ear_that_catches_the_notes_late_answers_for_the_person(self) -> None:
        script = Script()
        script.let_pass(2 * parts.ANSWER_WITHIN_S + 1)
        assert script.found(LOUDSPEAKER) is Finding.ASKED_WHETHER_HEARD
        script.see(NotesProbed(heard=True))
        assert script.found(LOUDSPEAKER) is Finding.GOOD

    def test_without_an_answer_it_goes_on_after_its_time(self) -> None:
        script = Script()
        script.let_pass(TICK_S + parts.ANSWER_WITHIN_S)
        assert script.played_at_s == [TICK_S, TICK_S + parts.ANSWER_WITHIN_S]
        script.let_pass(parts.ANSWER_WITHIN_S - TICK_S)
        assert script.found(LOUDSPEAKER) is Finding.SOUNDING
        script.let_pass(TICK_S)
        assert script.found(LOUDSPEAKER) is Finding.ASKED_WHETHER_HEARD

    def test_where_no_microphone_listens_the_person_is_asked_at_once(self) -> None:
        script = Script()
        script.see(faults(Device.MICROPHONE))
        script.let_pass(TICK_S + parts.PLAYED_ALONE_S)
        assert script.found(LOUDSPEAKER) is Finding.ASKED_WHETHER_HEARD
        assert script.played_at_s == [TICK_S]

    def test_nobody_is_played_to_for_ever(self) -> None:
        script = Script()
        script.let_pass(59.0)
        assert len(script.played_at_s) == 6

    def test_one_that_is_lost_and_found_sounds_anew(self) -> None:
        script = Script()
        script.serves()
        script.see(faults(Device.SPEAKER, fault=DeviceFault.LOST))
        assert script.found(LOUDSPEAKER) is Finding.LOST
        script.let_pass(1.0)
        assert script.played_at_s == [TICK_S]
        script.see(faults())
        script.let_pass(TICK_S)
        assert script.played_at_s == [TICK_S, 1.0 + 2 * TICK_S]
        assert script.found(LOUDSPEAKER) is Finding.SOUNDING


class TestNetwork:
    @pytest.mark.parametrize(
        ("trips", "finding"),
        [
            ((), Finding.CHECKING),
            ((20.0,), Finding.CHECKING),
            ((900.0, 20.0), Finding.GOOD),
            ((20.0, 900.0, 950.0), Finding.GOOD),
            ((20.0, 900.0, 950.0, 900.0), Finding.SLOW),
            ((parts.GOOD_TRIP_MS, 400.0), Finding.SLOW),
            ((None,), Finding.UNREACHABLE),
            ((20.0, 20.0, None), Finding.UNREACHABLE),
            ((None, 20.0), Finding.GOOD),
        ],
    )
    def test_it_is_as_good_as_its_quickest_round_trip_of_late(
        self, trips: tuple[float | None, ...], finding: Finding
    ) -> None:
        script = Script()
        script.see(*(TripMade(trip) for trip in trips))
        assert script.found(NETWORK) is finding

    def test_a_server_that_says_nothing_is_away(self) -> None:
        script = Script()
        script.let_pass(parts.TRIP_WITHIN_S - TICK_S)
        assert script.found(NETWORK) is Finding.CHECKING
        script.let_pass(TICK_S)
        assert script.found(NETWORK) is Finding.UNREACHABLE

    @pytest.mark.parametrize(
        ("serving", "asked", "finding"),
        [(0, 0, Finding.GOOD), (0, 2, Finding.NO_RELAY), (1, 2, Finding.GOOD)],
    )
    def test_one_relay_is_enough_and_none_is_weak(self, serving: int, asked: int, finding: Finding) -> None:
        script = Script()
        script.see(NEAR, NEAR, RelaysAsked(serving, asked))
        assert script.found(NETWORK) is finding

    def test_a_weak_one_is_read_about_and_holds_nobody_up(self) -> None:
        script = Script()
        script.serves(NETWORK)
        script.see(TripMade(400.0), TripMade(500.0))
        assert script.view.is_done
        script.let_pass(4.0, BRIGHT, VOICE)
        assert script.over_at_s == TICK_S + whole.READ_S

    def test_a_server_that_is_away_holds_up_and_comes_back(self) -> None:
        script = Script()
        script.serves()
        script.see(TripMade(None))
        script.let_pass(10.0, BRIGHT, VOICE)
        assert script.over_at_s is None
        assert script.view.failed == (NETWORK,)
        script.see(NEAR)
        script.let_pass(1.0, BRIGHT, VOICE)
        assert script.over_at_s is not None


class TestTheWhole:
    def test_what_fails_in_the_last_moment_is_not_passed_over(self) -> None:
        script = Script()
        script.serves()
        script.let_pass(whole.GOES_ON_S - TICK_S, BRIGHT)
        script.see(faults(Device.CAMERA, fault=DeviceFault.LOST))
        script.let_pass(5.0)
        assert script.over_at_s is None
        script.see(faults(), BRIGHT, BRIGHT, BRIGHT)
        back_s = script.now_s - 100.0
        script.let_pass(2.0, BRIGHT)
        assert script.over_at_s == back_s + whole.GOES_ON_S

    def test_nobody_is_held_up_for_ever_by_what_fails(self) -> None:
        script = Script()
        script.see(faults(*Device))
        script.let_pass(whole.PATIENCE_S + 1)
        assert script.over_at_s == whole.PATIENCE_S
        assert script.view.failed == (CAMERA, MICROPHONE, LOUDSPEAKER, NETWORK)

    @pytest.mark.parametrize("touch", [OperatorTold(), PersonAnswered(heard=False)])
    def test_whoever_does_something_has_the_whole_time_again(self, touch: Observation) -> None:
        script = Script()
        script.see(faults(Device.CAMERA))
        script.let_pass(50.0)
        script.see(touch)
        script.let_pass(whole.PATIENCE_S - TICK_S)
        assert script.over_at_s is None
        script.let_pass(TICK_S)
        assert script.over_at_s is not None

    def test_a_weak_picture_or_voice_wants_somebody_and_a_weak_network_does_not(self) -> None:
        script = Script()
        script.serves(MICROPHONE)
        script.let_pass(parts.SPEAK_WITHIN_S + TICK_S, BRIGHT, HALL)
        assert script.found(MICROPHONE) is Finding.QUIET
        assert script.over_at_s is None
        assert script.view.needs_somebody

    def test_trying_again_begins_what_was_not_good_anew_and_leaves_the_rest(self) -> None:
        script = Script()
        script.serves(LOUDSPEAKER, CAMERA)
        for _ in range(2):
            script.see(NotesProbed(heard=False))
            script.let_pass(TICK_S)
        script.see(PersonAnswered(heard=False))
        script.let_pass(parts.SPEAK_WITHIN_S, VOICE)
        script.see(OperatorTold())
        assert script.view.failed == (CAMERA, LOUDSPEAKER)
        script.check = script.check.retried(script.now_s)
        assert script.found(CAMERA) is Finding.CHECKING
        assert script.found(LOUDSPEAKER) is Finding.SOUNDING
        assert script.found(MICROPHONE) is Finding.GOOD
        assert script.found(NETWORK) is Finding.GOOD
        assert script.view.operator_told
        script.let_pass(TICK_S)
        assert len(script.played_at_s) == 3
        script.see(NotesProbed(heard=True), BRIGHT, BRIGHT, BRIGHT)
        assert script.view.is_done

    def test_a_fault_that_lasts_is_told_at_once_when_one_tries_again(self) -> None:
        script = Script()
        script.see(faults(*Device), TripMade(None))
        script.check = script.check.retried(script.now_s)
        assert {script.found(part) for part in (CAMERA, MICROPHONE, LOUDSPEAKER)} == {Finding.ABSENT}
        assert script.found(NETWORK) is Finding.CHECKING

    def test_staff_find_the_figures(self) -> None:
        script = Script()
        assert script.view.figures.light is None
        assert script.view.figures.round_trip_ms is None
        script.serves()
        script.see(RelaysAsked(1, 2))
        figures = script.view.figures
        assert figures.light == pytest.approx(0.45)
        assert (figures.loudest_dbfs, figures.round_trip_ms, figures.relays) == (-25.0, 20.0, (1, 2))
