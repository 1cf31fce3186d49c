"""Which servers a negotiation is given, with servers that answer as a test says and a clock that it moves."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from desk_client.rtc.port import IceServer, ServersProbed
from desk_client.rtc.relays import ASKED_AGAIN_S, BELIEVED_S, MOST_SERVERS, Reading, Relays, chosen
from desk_client.rtc.server_probe import ServerAnswer, ServerProbe

UDP, TCP, TLS = "turn:r:3478?transport=udp", "turn:r:3478?transport=tcp", "turns:r:5349"
STUN = "stun:s:3478"
RELAY = IceServer((TLS, TCP, UDP), "me", "secret")


def known(*found: tuple[str, ServerAnswer, float | None], username: str | None = "me") -> dict[str, Reading]:
    """Asked at the beginning of time."""
    return {url: Reading(ServerProbe(url, answer, rtt), 0.0, username) for url, answer, rtt in found}


def urls(servers: tuple[IceServer, ...]) -> list[str]:
    assert all(len(server.urls) == 1 for server in servers)
    return [server.urls[0] for server in servers]


def test_where_nothing_is_known_datagrams_come_first_and_nothing_is_left_out() -> None:
    found = chosen((IceServer((STUN,)), RELAY), {}, 0)
    assert urls(found) == [STUN, UDP, TCP, TLS]
    assert {(server.username, server.credential) for server in found[1:]} == {("me", "secret")}


@pytest.mark.parametrize("answer", [each for each in ServerAnswer if each is not ServerAnswer.SERVES])
def test_what_does_not_serve_is_left_out(answer: ServerAnswer) -> None:
    assert urls(chosen((RELAY,), known((UDP, answer, None)), 1)) == [TCP, TLS]


def test_what_serves_comes_before_what_is_not_known_and_the_nearest_first() -> None:
    far, near = "turn:far:3478", "turn:near:3478"
    found = known((TCP, ServerAnswer.SERVES, 5.0), (far, ServerAnswer.SERVES, 80.0), (near, ServerAnswer.SERVES, 20.0))
    assert urls(chosen((IceServer((UDP, TCP, far, near), "me", "secret"),), found, 1)) == [near, far, TCP, UDP]


def test_an_old_answer_counts_no_more() -> None:
    found = known((UDP, ServerAnswer.SILENT, None))
    assert UDP not in urls(chosen((RELAY,), found, BELIEVED_S - 1))
    assert UDP in urls(chosen((RELAY,), found, BELIEVED_S))


def test_credentials_that_were_refused_say_nothing_of_later_ones_and_silence_does() -> None:
    assert UDP not in urls(chosen((RELAY,), known((UDP, ServerAnswer.REFUSES, 1.0)), 1))
    assert urls(chosen((RELAY,), known((UDP, ServerAnswer.REFUSES, 1.0), username="before"), 1))[0] == UDP
    for before in (None, "before"):
        assert UDP not in urls(chosen((RELAY,), known((UDP, ServerAnswer.SILENT, None), username=before), 1))
        assert urls(chosen((RELAY,), known((TCP, ServerAnswer.SERVES, 1.0), username=before), 1))[0] == TCP


class Town:
    """Servers that answer when they are let."""

    def __init__(self) -> None:
        self.answers: dict[str, ServerAnswer] = {}
        self.asked: list[str] = []
        self.told: list[ServersProbed] = []
        self._telling: asyncio.Queue[ServersProbed] = asyncio.Queue()
        self.now_s = 100.0
        self.open = asyncio.Event()
        self.open.set()
        self.relays = Relays(self._tell, ask_one=self._ask, clock=lambda: self.now_s)

    async def _ask(self, server: IceServer, url: str) -> ServerProbe:
        assert url in server.urls
        self.asked.append(url)
        await self.open.wait()
        return ServerProbe(url, self.answers.get(url, ServerAnswer.SERVES), 1.0)

    def _tell(self, event: ServersProbed) -> None:
        self.told.append(event)
        self._telling.put_nowait(event)

    async def heard(self) -> None:
        """Wait for the next event."""
        async with asyncio.timeout(5):
            await self._telling.get()


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    town = Town()
    yield town
    await town.relays.close()


async def test_what_was_found_out_beforehand_is_acted_upon(town: Town) -> None:
    town.answers = {UDP: ServerAnswer.SILENT}
    town.relays.probe((RELAY,))
    await town.heard()
    assert {probe.url: probe.answer for probe in town.told[0].probes} == {
        TLS: ServerAnswer.SERVES,
        TCP: ServerAnswer.SERVES,
        UDP: ServerAnswer.SILENT,
    }
    assert urls(town.relays.chosen((RELAY,))) == [TCP, TLS]
    assert len(town.asked) == 3


async def test_a_negotiation_waits_for_nobody_and_has_them_asked_for_the_next(town: Town) -> None:
    town.open.clear()
    town.answers = {UDP: ServerAnswer.SILENT}
    assert urls(town.relays.chosen((RELAY,))) == [UDP, TCP, TLS]
    town.relays.chosen((RELAY,))
    town.open.set()
    await town.heard()
    assert sorted(town.asked) == sorted([UDP, TCP, TLS]), "they were asked again while they were being asked"
    assert urls(town.relays.chosen((RELAY,))) == [TCP, TLS]


async def test_whoever_serves_again_is_used_again(town: Town) -> None:
    town.answers = {UDP: ServerAnswer.SILENT}
    town.relays.probe((RELAY,))
    await town.heard()
    town.answers = {}
    town.now_s += ASKED_AGAIN_S + 1
    assert urls(town.relays.chosen((RELAY,))) == [TCP, TLS]
    await town.heard()
    assert urls(town.relays.chosen((RELAY,))) == [UDP, TCP, TLS]


async def test_by_another_network_everything_is_found_out_anew(town: Town) -> None:
    town.answers = {UDP: ServerAnswer.SILENT}
    town.open.clear()
    town.relays.probe((RELAY,))
    await asyncio.sleep(0)
    town.relays.network_changed()  # the first answers are still awaited
    town.open.set()
    town.answers = {TCP: ServerAnswer.UNREACHABLE}
    await town.heard()
    assert len(town.asked) == 6
    assert len(town.told) == 1
    assert urls(town.relays.chosen((RELAY,))) == [UDP, TLS]
    town.answers = {}
    town.relays.network_changed()
    await town.heard()
    assert urls(town.relays.chosen((RELAY,))) == [UDP, TCP, TLS]


async def test_a_list_without_end_is_asked_to_a_number(town: Town) -> None:
    town.relays.probe((IceServer(tuple(f"stun:s{number}:1" for number in range(99))),))
    await town.heard()
    assert len(town.asked) == MOST_SERVERS


async def test_no_probe_outlives_its_owner(town: Town) -> None:
    town.open.clear()
    town.relays.probe((RELAY,))
    await asyncio.sleep(0)
    await town.relays.close()
    assert town.told == []
