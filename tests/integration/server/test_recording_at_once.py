"""Two things at once about a recording: in whichever order they come, nobody is recorded who has not said yes."""

from collections.abc import Callable

import pytest

from desk_client.domain.access import Role
from desk_client.domain.ids import AgencyId, AppointmentId, OfficeId, SessionId, StaffId
from desk_client.domain.outcomes import Refusal
from desk_client.domain.party import Party
from desk_client.protocol.called_in import InvitationAnswer
from desk_client.protocol.recordings import RecordingAnswerAsk
from desk_client.server.services.actor import Actor
from desk_client.server.services.life import called_in, recordings
from desk_client.server.services.transaction import Transaction
from tests.at_once import at_once
from tests.integration.server.test_recording_of_several import WORDS, Talk
from tests.integration.server.test_recording_of_several import of_three as of_three  # noqa: PLC0414 - found by name
from tests.integration.server.test_recording_of_several import talk as talk  # noqa: PLC0414 - the same
from tests.stores import BOTH

STORES = BOTH


def _official(talk: Talk) -> Actor:
    return Actor(
        SessionId("ses_desk"),
        Role.OFFICIAL,
        staff_id=StaffId(talk.ids["emir"]),
        office_id=OfficeId("emir"),
        agency_id=AgencyId("emirate"),
    )


def _delegate(talk: Talk) -> Actor:
    return Actor(
        SessionId("ses_manager"),
        Role.DELEGATE,
        staff_id=StaffId(talk.ids["emir.office"]),
        office_id=OfficeId("emir"),
        agency_id=AgencyId("emirate"),
    )


First = Callable[[Transaction, Talk], object]
Then = Callable[[Talk], object]


def _asks(transaction: Transaction, talk: Talk) -> object:
    return recordings.ask(transaction, _official(talk), AppointmentId(talk.id))


def _comes(transaction: Transaction, talk: Talk) -> object:
    return called_in.answer(transaction, _delegate(talk), AppointmentId(talk.id), InvitationAnswer(accepts=True))


def _goes(transaction: Transaction, talk: Talk) -> object:
    return called_in.take_out(transaction, _official(talk), AppointmentId(talk.id), Party.THIRD)


def _agrees(transaction: Transaction, talk: Talk) -> object:
    said = RecordingAnswerAsk(agrees=True, text_version=WORDS)
    return recordings.answer_called_in(transaction, _delegate(talk), AppointmentId(talk.id), said)


def _then_asks(talk: Talk) -> object:
    return talk.ask()


def _then_comes(talk: Talk) -> object:
    return talk.accept(talk.delegate)


def _then_goes(talk: Talk) -> object:
    return talk.official.got("DELETE", f"{talk.path}/third")


def _citizen_agrees(talk: Talk) -> object:
    return talk.say(talk.citizen)


def _at_once(talk: Talk, first: First, then: Then) -> None:
    """Where the store has several writers, `then` begins while `first` is not committed, and waits for it."""

    def done(transaction: Transaction) -> None:
        outcome = first(transaction, talk)
        assert not isinstance(outcome, Refusal), outcome

    at_once(talk.town.server.house, done, lambda: then(talk))


@pytest.mark.parametrize(("first", "then"), [(_asks, _then_comes), (_comes, _then_asks)], ids=["asked", "let in"])
def test_who_comes_in_while_all_are_asked_is_asked_whoever_is_first(talk: Talk, first: First, then: Then) -> None:
    talk.call()
    _at_once(talk, first, then)
    assert (talk.seen(), talk.says()) == (("asked", None), ["asked"])


def test_who_comes_in_while_the_last_one_agrees_is_waited_for(talk: Talk) -> None:
    talk.ask()
    talk.call()
    _at_once(talk, _comes, _citizen_agrees)
    assert (talk.seen(), talk.says()) == (("asked", None), ["asked"])


def test_who_comes_in_after_the_last_one_agreed_has_to_agree_first(talk: Talk) -> None:
    talk.come(talk.interpreter, "signs", "interpreter")
    talk.call()
    talk.ask()
    talk.say(talk.citizen)

    def agrees(transaction: Transaction, talk: Talk) -> object:
        interpreter = Actor(
            SessionId("ses_signs"),
            Role.INTERPRETER,
            staff_id=StaffId(talk.ids["signs"]),
            agency_id=AgencyId("municipality"),
        )
        said = RecordingAnswerAsk(agrees=True, text_version=WORDS)
        return recordings.answer_called_in(transaction, interpreter, AppointmentId(talk.id), said)

    codes: list[str] = []
    _at_once(talk, agrees, lambda talk: codes.append(talk.comes_refused(talk.delegate)))
    assert codes == ["consent_required"]
    assert talk.seen() == ("agreed", None)


@pytest.mark.parametrize("first", [_goes, _agrees], ids=["goes", "agrees"])
def test_the_last_two_at_once_let_it_begin(of_three: Talk, first: First) -> None:
    _at_once(of_three, first, _citizen_agrees)
    assert of_three.seen() == ("agreed", None)


def test_who_goes_while_all_are_asked_is_not_waited_for(talk: Talk) -> None:
    talk.come(talk.delegate)
    _at_once(talk, _asks, _then_goes)
    assert talk.says() == []
    talk.say(talk.citizen)
    assert talk.seen() == ("agreed", None)
