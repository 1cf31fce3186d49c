"""Which sound device is used."""

from desk_client.rtc.sound.devices import Direction, SoundDevice, in_order, names

DEVICES = (
    SoundDevice(0, "webcam", Direction.IN, is_default=False),
    SoundDevice(1, "inside", Direction.IN, is_default=True),
    SoundDevice(2, "headset", Direction.IN, is_default=False),
    SoundDevice(3, "headset", Direction.OUT, is_default=True),
)


def test_without_a_choice_the_system_s_own_comes_first() -> None:
    assert [each.name for each in in_order(DEVICES, Direction.IN, None)] == ["inside", "webcam", "headset"]


def test_the_chosen_one_comes_before_it_and_the_others_stay_in_reserve() -> None:
    assert [each.name for each in in_order(DEVICES, Direction.IN, "headset")] == ["headset", "inside", "webcam"]


def test_one_that_is_not_there_leaves_the_system_s_choice() -> None:
    assert in_order(DEVICES, Direction.OUT, "television") == (DEVICES[3],)


def test_a_picker_shows_each_name_once() -> None:
    twice = (*DEVICES, SoundDevice(4, "headset", Direction.IN, is_default=False))
    assert names(twice, Direction.IN) == ("inside", "webcam", "headset")
