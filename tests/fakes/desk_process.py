"""A desk without a window, in a process of its own: it receives whoever comes first, and says what becomes of the talk.

`python -m tests.fakes.desk_process URL PASSWORD`; a line of what it says is a phase, or `slept SECONDS`. It ends with
its standard input.
"""

import asyncio
import sys

from desk_client.client.actions import receive
from desk_client.client.calls import CallView
from desk_client.client.coalesced import Coalesced
from desk_client.client.conference import Conference
from desk_client.client.desk import DeskClient, Slept
from desk_client.client.gateway import Gateway
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.party import Party
from desk_client.rtc.engine import Engine
from desk_client.rtc.port import MediaChoice


def say(words: str) -> None:
    """One line, at once."""
    print(words, flush=True)  # noqa: T201 - its standard output is how it says it


def say_phase(view: CallView) -> None:
    """How the talk stands."""
    say(view.phase.name)


def say_slept(slept: Slept | None) -> None:
    """For how long nothing ran."""
    if slept is not None:
        say(f"slept {slept.gap.total_seconds():.0f}")


async def main(url: str, password: str) -> None:
    """Until the standard input ends."""
    media = MediaChoice(2, 587.0, "synthetic", "synthetic", "none", 320, 180, 15)
    client = DeskClient(Gateway(url), lambda: Conference(Engine, media, Party.OFFICIAL))
    changed = asyncio.Event()
    read = Coalesced(lambda: receive.load_agenda(client))
    client.hints.subscribe(lambda _: changed.set())
    client.slept.subscribe(say_slept)
    await receive.sign_in(client, "emir", password)
    agenda = client.day.value.agenda
    while agenda is None or agenda.items[0].state is not AppointmentState.WAITING:
        await changed.wait()
        changed.clear()
        await read()
        agenda = client.day.value.agenda
    await receive.admit(client, agenda.items[0])
    runner = client.conference.call.value
    assert runner is not None
    runner.view.subscribe(say_phase)
    await asyncio.to_thread(sys.stdin.read)
    await client.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:3]))
