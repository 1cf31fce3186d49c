"""Recorded talks: what the visitor is asked and sees, what the official's talk shows, and the office's own page."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import cast

from PySide6.QtWidgets import QWidget

from desk_client.client.called_in import Calls
from desk_client.client.day import DeskPage
from desk_client.client.model import Model
from desk_client.client.recorded_talk import PlayedTalk
from desk_client.client.recording import HandingIn
from desk_client.client.recording_states import (
    RecordedColleague,
    RecordedTalk,
    Recording,
    RecordingEnd,
    RecordingPlay,
    RecordingRule,
    Recordings,
    RecordingState,
    Say,
    TalkRecording,
)
from desk_client.domain.call import Phase
from desk_client.domain.consents import Purpose
from desk_client.protocol.base import Texts
from desk_client.protocol.recordings import RecordingTerms
from desk_client.server.services.privacy.consent_texts import present
from desk_client.ui.desk.recordings.page import RecordingsPage
from desk_client.ui.kiosk.pages.call import CallPage
from desk_client.ui.theme.appearance import Appearance
from tests.gallery import call_states, company_sheets
from tests.gallery.call_sheet import sample_picture
from tests.gallery.desk_day import day
from tests.gallery.desk_screens import Frame, call_in_phase, framed

Window = Callable[[Appearance], QWidget]
AT = datetime(2026, 3, 15, 6, 12, tzinfo=UTC)
_WORDS = present(Purpose.RECORDING)


def recording(state: RecordingState, reason: RecordingEnd | None = None, number: int = 1) -> Recording:
    """One of them."""
    is_kept = state is RecordingState.KEPT
    return Recording(
        id=f"rec_{number}",
        appointment_id="a2",
        state=state,
        asked_at=AT,
        began_at=AT,
        end_reason=reason,
        expires_at=AT + timedelta(days=30) if is_kept else None,
        size=4_000_000 if is_kept else None,
        duration_ms=754_000 if is_kept else None,
    )


def colleague(says: Say) -> RecordedColleague:
    """Whoever was called in."""
    name, title = call_states.HEAD.name, call_states.HEAD.title
    assert name is not None
    assert title is not None
    return RecordedColleague(name=name, title=title, says=says)


def seen(newest: Recording | None, *colleagues: Say, yours: Say | None = None, **said: bool) -> TalkRecording:
    """How it stands with a talk, as the citizen reads it, or a colleague with an answer of their own."""
    is_asked = newest is not None and newest.state is RecordingState.ASKED
    citizen = Say.ASKED if is_asked and yours is None else Say.UNASKED if newest is None else Say.AGREED
    return TalkRecording(
        allowed=said.get("allowed", True),
        refused=said.get("refused", False),
        newest=newest,
        yours=yours or citizen,
        citizen=citizen,
        colleagues=tuple(colleague(each) for each in colleagues),
        text_version=_WORDS.version,
        text=_WORDS.text,
    )


def kept() -> Recordings:
    """Three talks; the newest is still at the desk."""
    names = ("سارة بنت محمد القحطاني", "أحمد بن حسن الفيفي", "مريم بنت علي عسيري")
    states = (RecordingState.ENDED, RecordingState.KEPT, RecordingState.KEPT)
    return Recordings(
        recordings=tuple(
            RecordedTalk(
                recording=recording(state, number=number),
                held_at=AT - timedelta(days=number),
                citizen_name=name,
                masked_id="10••••••08",
            )
            for number, (name, state) in enumerate(zip(names, states, strict=True))
        )
    )


def played() -> PlayedTalk:
    """One that stands still in its middle; nothing is decoded."""
    play = RecordingPlay(
        recording=recording(RecordingState.KEPT),
        key="00" * 32,
        viewer=Texts(ar="أمير منطقة جازان", en="Emir of Jazan Region"),
        seen_at=AT,
    )
    still = SimpleNamespace(
        play=play,
        duration_s=754.0,
        place=Model((221.0, False)),
        failed=Model(False),
        attach=lambda _stream, _scaler: None,
        detach=lambda _stream, _scaler: None,
        switch=lambda: None,
        seek=lambda _to_s: None,
    )
    return cast("PlayedTalk", still)  # all that a pane reads of one


def recordings_page(look: Appearance, rule: RecordingRule, talks: Recordings) -> tuple[Frame, RecordingsPage]:
    """The office's page, in its window."""
    frame = framed(look, day(DeskPage.RECORDINGS))
    page = frame.desk.recordings
    page._show_rule(rule)
    page._show_kept(talks)
    return frame, page


def desk_played(look: Appearance) -> Frame:
    """One is played; another is being handed in."""
    frame, page = recordings_page(look, RecordingRule(allowed=True, kept_days=30, most_days=90), kept())
    page._office.client.recordings.handing_in.set((HandingIn("rec_0", 0.42),))
    page._rows[1].setChecked(True)
    page._place.setCurrentWidget(page.pane)
    page.pane.open(played(), may_remove=True)
    page.pane.tile.receive(sample_picture(1280, 360, 30))
    return frame


def desk_off(look: Appearance) -> QWidget:
    """The office does not record, and nothing is kept."""
    return recordings_page(look, RecordingRule(allowed=False, kept_days=None, most_days=90), Recordings(recordings=()))[
        0
    ]


def desk_talk(look: Appearance) -> QWidget:
    """The talk is recorded."""
    frame = call_in_phase(look, Phase.TALKING)
    frame.desk._office.client.recordings.seen.set(seen(recording(RecordingState.RUNNING)))
    return frame


def desk_asked(look: Appearance) -> QWidget:
    """The visitor is asked, and the question can be taken back."""
    frame = call_in_phase(look, Phase.TALKING)
    frame.desk._office.client.recordings.seen.set(seen(recording(RecordingState.ASKED)))
    return frame


def desk_asking(look: Appearance) -> QWidget:
    """The official is asked whether they mean it."""
    frame = call_in_phase(look, Phase.TALKING)
    frame.desk._office.client.recordings.seen.set(seen(None))
    frame.desk.call.record.button.click()
    return frame


def desk_full(look: Appearance) -> QWidget:
    """The disk was full; the talk goes on."""
    frame = desk_talk(look)
    ended = seen(recording(RecordingState.ENDED, RecordingEnd.DISK_FULL))
    frame.desk._office.client.recordings.seen.set(ended)  # type: ignore[attr-defined]  # a frame of the desk
    return frame


def desk_waiting(look: Appearance) -> QWidget:
    """One of three has not answered yet."""
    frame = company_sheets.three(look)
    frame.desk._office.client.recordings.seen.set(seen(recording(RecordingState.ASKED), Say.ASKED))
    return frame


def desk_disagreeing(look: Appearance) -> QWidget:
    """Somebody withdrew, and what was recorded is gone."""
    frame = company_sheets.three(look)
    recordings = frame.desk._office.client.recordings
    recordings.seen.set(seen(recording(RecordingState.RUNNING), Say.AGREED))
    recordings.seen.set(seen(recording(RecordingState.DESTROYED, RecordingEnd.COLLEAGUE), Say.DECLINED))
    return frame


def colleague_talk(look: Appearance, state: RecordingState, says: Say) -> QWidget:
    """At the desk of whoever was called in."""
    frame = company_sheets.inside(look)
    calls = frame.desk._office.client.calls
    calls.set(replace(calls.value, recording=seen(recording(state), says, yours=says)))
    return frame


def colleague_joining(look: Appearance) -> QWidget:
    """They are called into a talk that is recorded, and want to join."""
    frame = company_sheets.incoming(look)
    calls = frame.desk._office.client.calls  # type: ignore[attr-defined]  # as above
    terms = RecordingTerms(text_version=_WORDS.version, text=_WORDS.text)
    calls.set(Calls(ringing=(company_sheets.INVITATION.model_copy(update={"recording": terms}),)))
    frame.desk.being_called.notice.accept.click()  # type: ignore[attr-defined]  # as above
    return frame


def kiosk_talk(look: Appearance, state: RecordingState, reason: RecordingEnd | None = None) -> QWidget:
    """The visitor's side of it."""
    drawn = call_states.talk(look, recording=seen(recording(RecordingState.RUNNING)))
    if state is not RecordingState.RUNNING:
        page = getattr(drawn, "page", None)
        assert isinstance(page, CallPage)
        page.refresh(replace(page.visit, recording=seen(recording(state, reason))))
    return drawn


def kiosk_withdrawing(look: Appearance) -> QWidget:
    """Asked whether they mean to stop it."""
    drawn = kiosk_talk(look, RecordingState.RUNNING)
    page = getattr(drawn, "page", None)
    assert isinstance(page, CallPage)
    page.recording.withdraw.click()
    return drawn


DESK_SHEETS: tuple[tuple[str, Window], ...] = (
    ("recordings", desk_played),
    ("recordings-off", desk_off),
    ("call-recorded", desk_talk),
    ("call-record-asking", desk_asking),
    ("call-record-asked", desk_asked),
    ("call-record-full", desk_full),
    ("call-record-waiting", desk_waiting),
    ("call-record-disagreeing", desk_disagreeing),
    ("called-recording-asked", lambda look: colleague_talk(look, RecordingState.ASKED, Say.ASKED)),
    ("called-recorded", lambda look: colleague_talk(look, RecordingState.RUNNING, Say.AGREED)),
    ("called-recording-joining", colleague_joining),
)
KIOSK_SHEETS: tuple[tuple[str, Window], ...] = (
    ("call-recording-asked", lambda look: kiosk_talk(look, RecordingState.ASKED)),
    ("call-recorded", lambda look: kiosk_talk(look, RecordingState.RUNNING)),
    ("call-recording-withdrawing", kiosk_withdrawing),
    (
        "call-recording-destroyed",
        lambda look: kiosk_talk(look, RecordingState.DESTROYED, RecordingEnd.WITHDRAWN),
    ),
)
