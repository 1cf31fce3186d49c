"""The addresses of this machine, and a connection that lost its own."""

from desk_client.rtc.addresses import AddressWatch, local_addresses
from desk_client.rtc.watchdog import Flow, Watchdog


def test_loopback_is_one_of_ours() -> None:
    assert "127.0.0.1" in local_addresses()


def test_the_first_look_is_no_change_and_the_same_again_is_none_either() -> None:
    watch = AddressWatch()
    seen = [{"10.0.0.1"}, {"10.0.0.1"}, set(), {"10.0.0.7"}]
    assert [watch.looked(frozenset(addresses)) for addresses in seen] == [False, False, True, True]


def test_a_connection_is_lost_with_its_own_address_alone() -> None:
    watch = AddressWatch()
    assert not watch.lost("10.0.0.1")  # nobody has looked yet
    watch.looked(frozenset({"10.0.0.7"}))
    assert watch.lost("10.0.0.1")
    assert not watch.lost("10.0.0.7")
    assert not watch.lost(None)


def test_it_is_looked_four_times_a_second() -> None:
    watch = AddressWatch()
    assert [watch.due(at_s) for at_s in (0.0, 0.1, 0.3, 0.4, 0.6)] == [True, False, True, False, True]


def test_a_path_that_is_known_to_be_dead_stalls_once_until_pictures_come() -> None:
    dog = Watchdog(0.0)
    dog.picture(0.1)
    assert [dog.cut(), dog.cut(), dog.tick(9.0, 1)] == [Flow.STALLED, None, None]
    assert dog.picture(9.1) is Flow.FLOWING
