"""The recording of a talk with somebody called in: all are asked, one no is enough, and nobody slips in unasked."""

from contextlib import AsyncExitStack
from datetime import timedelta
from typing import Any, Final

import pytest

from desk_client.config.settings import ServerSettings
from desk_client.domain.consents import Purpose
from desk_client.server.services.privacy.consent_texts import present
from tests.fakes.clock import StandingClock
from tests.integration.server.conftest import Settle
from tests.integration.server.lines import line
from tests.integration.server.people import Client, Town
from tests.integration.server.test_called_in import Audience, enter, off
from tests.integration.server.test_called_in import stack as stack  # noqa: PLC0414 - pytest finds the fixture by name
from tests.integration.server.test_handover import Handover, overlapping
from tests.stores import BOTH

STORES = BOTH
WORDS: Final = present(Purpose.RECORDING).version


class Talk(Audience):
    """The Emir's office records; its manager and an interpreter can be called in."""

    def __init__(self, town: Town) -> None:
        super().__init__(town)
        self.official.got("PUT", "/offices/emir/recording", {"allowed": True})

    @property
    def recording(self) -> str:
        return f"/appointments/{self.id}/recording"

    @property
    def mine(self) -> str:
        return f"{self.path}/mine/recording"

    def ask(self) -> Any:
        return self.official.got("POST", self.recording)

    def ask_refused(self) -> str:
        problem = self.official.refused("POST", self.recording)
        field: str = problem["fields"][0]["field"]
        return f"{problem['code']}:{field}"

    def say(self, client: Client, *, agrees: bool = True) -> Any:
        path = f"{self.recording}/answer" if client is self.citizen else self.mine
        return client.got("PUT", path, {"agrees": agrees, "text_version": WORDS})

    def come(self, client: Client, name: str = "emir.office", capacity: str = "delegate", **said: str) -> Any:
        self.call(name, capacity)
        return client.got("PUT", f"{self.path}/mine", {"accepts": True, **said})

    def comes_refused(self, client: Client, **said: str) -> str:
        code: str = client.refused("PUT", f"{self.path}/mine", {"accepts": True, **said})["code"]
        return code

    def seen(self, client: Client | None = None) -> tuple[str, str | None]:
        """How it stands, as each may read it."""
        client = client or self.official
        ours = client in (self.official, self.citizen)
        newest = client.got("GET", self.recording if ours else self.mine)["newest"]
        return newest["state"], newest["end_reason"]

    def says(self) -> list[str]:
        """What those say who were called in."""
        return sorted(each["says"] for each in self.official.got("GET", self.recording)["colleagues"])

    def begin(self) -> str:
        recording_id: str = self.official.got("GET", self.recording)["newest"]["id"]
        self.official.got("POST", f"/recordings/{recording_id}/beginning")
        return recording_id

    def begin_refused(self) -> str:
        recording_id = self.official.got("GET", self.recording)["newest"]["id"]
        code: str = self.official.refused("POST", f"/recordings/{recording_id}/beginning")["code"]
        return code


@pytest.fixture
def talk(town: Town) -> Talk:
    return Talk(town)


@pytest.fixture
def of_three(talk: Talk) -> Talk:
    """The office's manager sits in it, and is asked with the citizen."""
    talk.come(talk.delegate)
    talk.ask()
    return talk


@pytest.fixture
def recorded(of_three: Talk) -> Talk:
    """Both said yes, and it runs."""
    of_three.say(of_three.delegate)
    of_three.say(of_three.citizen)
    of_three.begin()
    return of_three


def test_it_runs_only_once_everybody_in_the_talk_has_said_yes(of_three: Talk) -> None:
    talk = of_three
    asked = talk.citizen.got("GET", talk.recording)
    assert (asked["yours"], asked["citizen"]) == ("asked", "asked")
    (colleague,) = asked["colleagues"]
    assert set(colleague) == {"name", "title", "says"}, "who it is, and no more"
    assert colleague["says"] == "asked"
    assert talk.official.got("GET", talk.recording)["yours"] == "agreed", "who asks agrees by that"
    said = talk.say(talk.citizen)
    assert (said["newest"]["state"], said["yours"]) == ("asked", "agreed"), "one is not asked twice"
    assert talk.begin_refused() == "illegal_transition"
    theirs = talk.delegate.got("GET", talk.mine)
    assert (theirs["yours"], theirs["citizen"], theirs["text_version"]) == ("asked", "agreed", WORDS)
    assert talk.say(talk.delegate)["newest"]["state"] == "agreed"
    recording_id = talk.begin()
    assert talk.seen(talk.delegate) == talk.seen(talk.citizen) == ("running", None)
    trail = talk.trail(recording_id)
    assert trail == ["ask_recording", "agree_to_recording", "recording:agreed", "recording:running"]


def test_the_order_of_the_answers_does_not_matter(of_three: Talk) -> None:
    assert of_three.say(of_three.delegate)["newest"]["state"] == "asked"
    assert of_three.say(of_three.citizen)["newest"]["state"] == "agreed"
    assert of_three.say(of_three.delegate)["newest"]["state"] == "agreed", "said again, it stays so"


def test_a_yes_is_to_today_s_words(of_three: Talk) -> None:
    old = {"agrees": True, "text_version": "2026-11"}
    assert of_three.delegate.refused("PUT", of_three.mine, old)["code"] == "precondition_failed"


async def test_everybody_s_desk_is_told_of_each_answer(of_three: Talk, stack: AsyncExitStack) -> None:
    talk = of_three
    await off(talk.come, talk.interpreter, "signs", "interpreter")
    signs = await stack.enter_async_context(line(talk.url, talk.interpreter.token))
    kiosk = await stack.enter_async_context(line(talk.url, talk.citizen.token))
    await off(talk.say, talk.delegate)
    await signs.until("changed", topic="office:municipality")
    await kiosk.until("changed", topic=f"appointment:{talk.id}")
    await off(lambda: talk.say(talk.citizen, agrees=False))
    await signs.until("changed", topic="office:municipality")


def test_who_is_let_in_while_all_are_asked_is_asked_as_well(of_three: Talk) -> None:
    talk = of_three
    talk.say(talk.delegate)
    talk.call("signs", "interpreter")
    (invitation,) = talk.interpreter.got("GET", "/desk/called-in")["items"]
    assert invitation["recording"] is None
    talk.accept(talk.interpreter)
    talk.say(talk.citizen)
    assert (talk.seen(), talk.says()) == (("asked", None), ["agreed", "asked"])
    assert talk.begin_refused() == "illegal_transition"
    talk.say(talk.interpreter)
    assert talk.seen() == ("agreed", None)


@pytest.mark.parametrize("begun", [False, True])
def test_who_is_called_into_a_recorded_talk_agrees_with_the_yes_to_the_call(talk: Talk, begun: bool) -> None:
    talk.ask()
    talk.say(talk.citizen)
    if begun:
        talk.begin()
    talk.call()
    (invitation,) = talk.delegate.got("GET", "/desk/called-in")["items"]
    assert invitation["recording"] == {"text_version": WORDS, "text": present(Purpose.RECORDING).text.model_dump()}
    assert talk.comes_refused(talk.delegate) == "consent_required"
    assert talk.comes_refused(talk.delegate, agrees_to="2026-11") == "precondition_failed"
    assert talk.delegate.refused("GET", talk.mine)["code"] == "not_admitted"
    talk.come(talk.delegate, agrees_to=WORDS)
    assert (talk.seen()[0], talk.says()) == ("running" if begun else "agreed", ["agreed"])
    assert talk.delegate.got("GET", talk.mine)["yours"] == "agreed"


def test_who_does_not_agree_stays_out_and_changes_nothing(talk: Talk) -> None:
    talk.ask()
    talk.say(talk.citizen)
    talk.begin()
    talk.call()
    assert talk.delegate.got("PUT", f"{talk.path}/mine", {"accepts": False})["state"] == "declined"
    assert (talk.seen(), talk.says()) == (("running", None), [])


def test_a_colleague_s_no_ends_the_question_for_as_long_as_they_are_there(of_three: Talk, clock: StandingClock) -> None:
    talk = of_three
    talk.say(talk.citizen)
    said = talk.say(talk.delegate, agrees=False)
    assert (said["newest"]["state"], said["newest"]["end_reason"], said["yours"]) == (
        "declined",
        "colleague",
        "declined",
    )
    seen = talk.citizen.got("GET", talk.recording)
    assert (seen["refused"], seen["citizen"]) == (False, "agreed")
    assert talk.say(talk.delegate, agrees=False)["newest"]["state"] == "declined", "said again, it changes nothing"
    assert talk.delegate.refused("PUT", talk.mine, {"agrees": True, "text_version": WORDS})["code"] == (
        "illegal_transition"
    )
    assert talk.says() == ["declined"]
    assert talk.ask_refused() == "consent_required:colleague"
    talk.official.got("DELETE", f"{talk.path}/third")
    assert talk.says() == []
    clock.advance(timedelta(seconds=1))
    assert talk.ask()["newest"]["state"] == "asked"


def test_who_said_no_and_comes_again_is_asked_again(of_three: Talk, clock: StandingClock) -> None:
    talk = of_three
    talk.say(talk.delegate, agrees=False)
    talk.official.got("DELETE", f"{talk.path}/third")
    clock.advance(timedelta(seconds=1))
    talk.come(talk.delegate)
    assert talk.ask()["newest"]["state"] == "asked"
    assert talk.says() == ["asked"]


def test_a_colleague_s_withdrawal_destroys_what_was_recorded(recorded: Talk) -> None:
    talk = recorded
    recording_id = talk.official.got("GET", talk.recording)["newest"]["id"]
    said = talk.say(talk.delegate, agrees=False)
    assert (said["newest"]["state"], said["newest"]["end_reason"]) == ("destroyed", "colleague")
    assert talk.seen(talk.citizen) == ("destroyed", "colleague")
    assert talk.begin_refused() == "illegal_transition", "there is no key any more"
    assert talk.trail(recording_id)[-2:] == ["decline_recording", "destroy_recording:colleague"]
    assert talk.ask_refused() == "consent_required:colleague"


def test_their_withdrawal_leaves_an_earlier_one_of_the_talk_alone(talk: Talk, clock: StandingClock) -> None:
    talk.ask()
    talk.say(talk.citizen)
    first = talk.begin()
    talk.official.got("PUT", f"/recordings/{first}/state", {"state": "ended"})
    clock.advance(timedelta(seconds=1))
    talk.come(talk.delegate)
    talk.ask()
    talk.say(talk.citizen)
    talk.say(talk.delegate)
    talk.begin()
    talk.say(talk.delegate, agrees=False)
    assert talk.official.got("GET", f"/recordings/{first}/blocks") == {"numbers": []}
    assert talk.official.got("POST", f"/recordings/{first}/beginning")["recording"]["state"] == "ended"
    talk.say(talk.citizen, agrees=False)
    gone = talk.official.refused("POST", f"/recordings/{first}/beginning")
    assert gone["code"] == "illegal_transition", "the citizen's word is about all of them"


def test_after_it_has_ended_the_citizen_alone_has_a_say(recorded: Talk) -> None:
    talk = recorded
    recording_id = talk.official.got("GET", talk.recording)["newest"]["id"]
    talk.official.got("PUT", f"/recordings/{recording_id}/state", {"state": "ended"})
    no = {"agrees": False, "text_version": WORDS}
    assert talk.delegate.refused("PUT", talk.mine, no)["code"] == "illegal_transition"
    assert talk.seen() == ("ended", "stopped")
    talk.say(talk.citizen, agrees=False)
    assert talk.seen() == ("destroyed", "withdrawn")


@pytest.mark.parametrize("way", ["taken out", "left", "said no to the call"])
async def test_nobody_waits_for_who_left_without_an_answer(of_three: Talk, stack: AsyncExitStack, way: str) -> None:
    talk = of_three
    third = await stack.enter_async_context(line(talk.url, talk.delegate.token))
    kiosk = await stack.enter_async_context(line(talk.url, talk.citizen.token))
    await enter(kiosk, talk, talk.citizen)
    await enter(third, talk, talk.delegate)
    await off(talk.say, talk.citizen)
    if way == "taken out":
        await off(talk.official.got, "DELETE", f"{talk.path}/third")
    elif way == "left":
        await third.say("leave")
    else:
        await off(talk.delegate.got, "PUT", f"{talk.path}/mine", {"accepts": False})
    await kiosk.until("peer_left", party="third")
    assert await off(talk.seen) == ("agreed", None)
    assert await off(talk.says) == []


def test_who_agreed_and_left_stays_on_record(recorded: Talk) -> None:
    talk = recorded
    talk.official.got("DELETE", f"{talk.path}/third")
    assert (talk.seen(), talk.says()) == (("running", None), ["agreed"])
    assert talk.delegate.refused("GET", talk.mine)["code"] == "not_found"
    talk.call()
    assert talk.comes_refused(talk.delegate) == "consent_required", "they may have changed their mind"
    talk.come(talk.delegate, agrees_to=WORDS)
    assert talk.says() == ["agreed"]


def test_who_agreed_comes_back_while_the_others_are_still_asked(of_three: Talk) -> None:
    talk = of_three
    talk.say(talk.delegate)
    talk.official.got("DELETE", f"{talk.path}/third")
    talk.come(talk.delegate)
    assert (talk.seen(), talk.says()) == (("asked", None), ["agreed"])


def test_nobody_answers_who_does_not_sit_there(of_three: Talk) -> None:
    talk, yes = of_three, {"agrees": True, "text_version": WORDS}
    for client, code in ((talk.interpreter, "not_found"), (talk.citizen, "forbidden"), (talk.official, "not_found")):
        assert client.refused("PUT", talk.mine, yes)["code"] == code
        assert client.refused("GET", talk.mine)["code"] == code
    talk.call("signs", "interpreter")
    assert talk.interpreter.refused("PUT", talk.mine, yes)["code"] == "not_admitted", "it rings at theirs"
    assert talk.delegate.refused("PUT", f"{talk.recording}/answer", yes)["code"] == "forbidden"


def test_who_came_after_it_ended_has_nothing_to_answer(talk: Talk) -> None:
    talk.ask()
    talk.say(talk.citizen, agrees=False)
    talk.come(talk.delegate)
    seen = talk.delegate.got("GET", talk.mine)
    assert (seen["yours"], seen["citizen"], seen["colleagues"]) == ("unasked", "declined", [])
    no = {"agrees": False, "text_version": WORDS}
    assert talk.delegate.refused("PUT", talk.mine, no)["code"] == "not_found"


def test_a_server_that_comes_back_waits_for_the_same_answers(settings: ServerSettings, settle_town: Settle) -> None:
    with settle_town(settings) as town:
        talk = Talk(town)
        talk.come(talk.delegate)
        talk.ask()
        talk.say(talk.citizen)
        tokens = [each.token for each in (talk.official, talk.citizen, talk.delegate)]
    with settle_town(settings) as town:
        talk.town = town
        talk.official, talk.citizen, talk.delegate = [town.client(token) for token in tokens]
        assert (talk.seen(), talk.says()) == (("asked", None), ["asked"])
        talk.say(talk.delegate)
        talk.begin()
        assert talk.seen(talk.delegate) == ("running", None)


async def test_a_talk_that_changes_hands_is_recorded_by_the_first_office_no_further(
    town: Town, stack: AsyncExitStack, clock: StandingClock
) -> None:
    talk = Handover(town)
    path = f"/appointments/{talk.id}/recording"
    await off(talk.official.got, "PUT", "/offices/emir/recording", {"allowed": True})
    await off(talk.mayor.got, "PUT", "/offices/mayor/recording", {"allowed": True})
    lines = await overlapping(talk, stack)
    await off(talk.official.got, "POST", path)
    yes = {"agrees": True, "text_version": WORDS}
    await off(talk.citizen.got, "PUT", f"{path}/answer", yes)
    seen = await off(talk.mayor.got, "PUT", f"{talk.path}/mine/recording", yes)
    first = seen["newest"]["id"]
    await off(talk.official.got, "POST", f"/recordings/{first}/beginning")
    await off(talk.official.got, "POST", f"{talk.way}/completion")
    ended = (await off(talk.citizen.got, "GET", path))["newest"]
    assert (ended["state"], ended["end_reason"]) == ("ended", "handed_over")
    handed_in = await off(talk.official.got, "POST", f"/recordings/{first}/beginning")
    assert handed_in["recording"]["state"] == "ended", "it is the first office's to hand in"
    assert (await off(talk.mayor.refused, "POST", f"/recordings/{first}/beginning"))["code"] == "not_found"
    clock.advance(timedelta(seconds=1))
    again = await off(talk.mayor.got, "POST", path)
    assert (again["newest"]["state"], again["yours"], again["colleagues"]) == ("asked", "agreed", [])
    assert lines
