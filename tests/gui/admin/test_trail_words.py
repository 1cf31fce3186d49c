"""Whatever the server writes into the trail, the administrator reads in words."""

from desk_client.domain.appointment import Step
from desk_client.ui.admin.trail_words import action_words, actions
from tests.gui.admin.conftest import Desk
from tests.gui.admin.written_acts import written


def test_what_the_server_writes_is_known() -> None:
    found = written()
    assert found.unclear == set(), "say in written_acts.py what these come to"
    some = {"book", "merge_request", "recall_number", "agree_to_recording", "block_time", "skip", "take_minutes"}
    assert some | {step.value for step in Step} <= found.codes
    assert len(found.codes) > 200, "a few files were read, and not the server"


async def test_every_act_has_words_and_can_be_searched_for(desk: Desk) -> None:
    codes = written().codes
    assert sorted(codes - actions().keys()) == []
    assert sorted(code for code in codes if not any("\u0600" <= sign <= "\u06ff" for sign in action_words(code))) == []
    assert desk.faults == 0


async def test_no_two_acts_read_alike(desk: Desk) -> None:
    by_words: dict[str, list[str]] = {}
    for code, words in actions().items():
        by_words.setdefault(words, []).append(code)
    assert [codes for codes in by_words.values() if len(codes) > 1] == []
    assert desk.faults == 0


async def test_what_is_not_written_any_more_is_not_offered(desk: Desk) -> None:
    assert sorted(actions().keys() - written().codes) == []
    assert desk.faults == 0
