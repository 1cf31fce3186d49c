"""When a flight of the handshake goes out once more."""

from desk_client.rtc.wire.handshake import AGAIN_AFTER_S, Flights

HELLO, HELLO_DONE, FINISHED = bytes([22, 1]), bytes([22, 2]), bytes([20, 3])
MEDIA = bytes([128, 96])


def test_a_flight_that_nobody_answers_goes_out_again_with_longer_pauses_and_not_for_ever() -> None:
    flights = Flights()
    flights.sent(HELLO, 10.0)
    assert flights.due(10.0 + AGAIN_AFTER_S - 0.01) == ()
    went_out = [at / 1000 for at in range(10_000, 30_000) if flights.due(at / 1000)]
    pauses = [round(later - earlier, 1) for earlier, later in zip([10.0, *went_out], went_out, strict=False)]
    assert pauses == [0.1, 0.2, 0.4, 0.8, 1.6, 3.2]
    assert flights.over


def test_all_datagrams_of_a_flight_go_out_in_their_order_and_once_each() -> None:
    flights = Flights()
    for datagram in (HELLO, HELLO_DONE, HELLO):
        flights.sent(datagram, 10.0)
    assert flights.due(10.3) == (HELLO, HELLO_DONE)


def test_an_answer_begins_a_new_flight_with_a_new_patience() -> None:
    flights = Flights()
    flights.sent(HELLO, 10.0)
    assert flights.due(10.1)
    assert flights.due(10.3)
    flights.came(HELLO_DONE)
    flights.sent(FINISHED, 10.5)
    assert flights.due(10.55) == ()
    assert flights.due(10.6) == (FINISHED,)


def test_part_of_an_answer_does_not_silence_the_question() -> None:
    flights = Flights()
    flights.sent(HELLO, 10.0)
    flights.came(HELLO_DONE)
    assert flights.due(10.2) == (HELLO,)


def test_whoever_speaks_last_goes_on_until_media_comes() -> None:
    flights = Flights()
    flights.came(FINISHED)
    flights.sent(FINISHED, 10.0)
    assert flights.due(10.2) == (FINISHED,)
    flights.came(MEDIA)
    assert flights.over
    assert flights.due(11.0) == ()


def test_media_and_nothing_at_all_are_no_part_of_a_flight() -> None:
    flights = Flights()
    flights.sent(MEDIA, 10.0)
    flights.sent(b"", 10.0)
    flights.came(b"")
    assert not flights.over
    assert flights.due(11.0) == ()
