"""What little a session is good for that was not opened by a full sign-in: a ticket, a guest's link, a browser."""

from typing import Final

from desk_client.domain.access import Action

TICKET_ACTIONS: Final = frozenset(
    {
        Action.SEE_OFFICES,  # nobody's: without the calendar there is no other slot to choose
        Action.SEE_APPOINTMENT,
        Action.CANCEL,
        Action.RESCHEDULE,
        Action.CHECK_IN,
        Action.SEE_QUEUE,
        Action.ANSWER_SURVEY,
    }
)
"""What a ticket's number and code open: a full citizen's session would be too much for what lies on a bench."""

GUEST_ACTIONS: Final = frozenset(
    {
        Action.SEE_APPOINTMENT,
        Action.CHECK_IN,
        Action.SEE_QUEUE,
        Action.SEE_NOTES,
        Action.WRITE_CHAT,
        Action.SEE_CHAT,
        Action.ATTACH,
        Action.SEE_ATTACHMENT,  # of what the office gave, and of nothing that was brought before
        Action.ENTER_ROOM,
        Action.FOLLOW_RECORDING,
        Action.ANSWER_RECORDING,
        Action.ASK_CALL_BACK,
        Action.SEE_OUTCOME,
        Action.CONFIRM_OUTCOME,
        Action.ANSWER_SURVEY,
    }
)
"""What a link to a browser opens, with a code by SMS: the one audience from beginning to end, and nothing else."""

BROWSER_ACTIONS: Final = frozenset(
    {
        Action.SEE_AGENDA,
        Action.ADMIT,
        Action.DECLINE,
        Action.COMPLETE,
        Action.ENTER_ROOM,
        Action.SPEAK_APART,
        Action.SEE_CHAT,
        Action.WRITE_CHAT,
    }
)
"""What an official does from a browser: receive those of today. No documents, no outcome, no account, no other link."""
