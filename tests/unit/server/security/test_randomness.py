from concurrent.futures import ThreadPoolExecutor

from desk_client.server.security.randomness import Randomness


def test_nothing_is_given_twice_however_many_ask() -> None:
    random = Randomness()
    with ThreadPoolExecutor(8) as pool:
        given = list(pool.map(lambda _: random(16), range(20_000)))
    assert len(set(given)) == len(given)
    assert {len(each) for each in given} == {16}


def test_any_length_is_given_whole() -> None:
    random = Randomness()
    assert [len(random(count)) for count in (0, 1, 4095, 4096, 4097, 32)] == [0, 1, 4095, 4096, 4097, 32]


def test_two_processes_worth_of_randomness_differ() -> None:
    assert Randomness()(32) != Randomness()(32)
