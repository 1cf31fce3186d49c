"""Requests, appointments with their claims on time and those who wait for one, what was decided, and thought of it."""

from typing import Final

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, text

from desk_client.server.storage.tables.base import HASH, ID, metadata
from desk_client.server.storage.types import AUTO_INCREMENT, Moment

request: Final = Table(
    "request",
    metadata,
    Column("id", ID, primary_key=True),
    Column("case_id", ID, nullable=False, index=True),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("agency_id", ForeignKey("agency.id"), nullable=False),
    Column("office_id", ForeignKey("office.id")),  # none before it is routed
    Column("service_id", ForeignKey("service.id")),
    Column("site_id", ForeignKey("site.id"), nullable=False),
    Column("governorate_id", ID, nullable=False),
    Column("rung", String(24), nullable=False),
    Column("state", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("text_sealed", LargeBinary, nullable=False),
    Column("answer_sealed", LargeBinary),
    Column("decline_unit", String(200)),
    Column("decline_next", String(500)),
    Column("appointment_id", ID),
    Column("left_sealed", LargeBinary),  # each time that it was left: `domain.deposits.Left`
    Column("submitted_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("owner_id", ForeignKey("staff.id")),  # whose it is; it counts only while their account is open
    Column("due_at", Moment),  # when it is overdue; none once it is settled
    Column("state_before", String(16)),  # where it stood before the citizen was asked, or before it was merged
    Column("merged_into", ID),  # which request keeps the thread
    Column("decided_in", ID, index=True),  # the audience whose outcome asks for it, and as what of it
    Column("decided_as", String(16)),  # domain.decision.Part
    Column("decided_number", Integer),  # which of several, from 0
    Column("reply_hash", HASH),  # of what opens the page on which the citizen answers what they were asked
    Index("ix_request_agency_id_state", "agency_id", "state", "submitted_at"),
    Index("ix_request_agency_id_due", "agency_id", "state", "due_at"),
    Index("ix_request_reply_hash", "reply_hash", unique=True),
)

request_step: Final = Table(  # what was done with a request, and what was said then
    "request_step",
    metadata,
    Column("id", ID, primary_key=True),
    Column("request_id", ForeignKey("request.id"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("version", Integer, nullable=False),  # that the request has since: the order of what was done
    Column("step", String(24), nullable=False),  # domain.request.RequestStep
    Column("actor", ID, nullable=False),
    Column("office_id", ForeignKey("office.id")),  # with whom it has lain since
    Column("staff_id", ForeignKey("staff.id")),  # whose it has been since
    Column("words_sealed", LargeBinary),
)

appointment: Final = Table(
    "appointment",
    metadata,
    Column("id", ID, primary_key=True),
    Column("case_id", ID, nullable=False, index=True),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("office_id", ForeignKey("office.id"), nullable=False),  # with whom it was booked
    Column("attending_id", ForeignKey("office.id"), nullable=False),  # who receives: a stand-in, or after a transfer
    Column("service_id", ForeignKey("service.id"), nullable=False),
    Column("site_id", ForeignKey("site.id")),  # none for the citizen's own computer and home visits
    Column("governorate_id", ID, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("state", String(24), nullable=False),
    Column("version", Integer, nullable=False),  # grows with each change: the entity tag
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    Column("zone", String(64), nullable=False),
    Column("seat", String(80)),  # the claimed kiosk, seat or team
    Column("claims", Integer, nullable=False),  # how many rows of `claim` are its own
    Column("interpreter_id", ForeignKey("interpreter.id")),
    Column("priority", Integer, nullable=False),  # above 0: re-booked because the fault was ours
    Column("subject_sealed", LargeBinary),
    Column("address_sealed", LargeBinary),
    Column("represented_sealed", LargeBinary),
    Column("companions", Integer, nullable=False),
    Column("ticket_number", String(16), unique=True),  # none while held
    Column("ticket_code_hash", HASH),
    Column("held_until", Moment),
    Column("offer_id", ID),  # held for an offer of the waitlist: such a hold is cancelled, never dropped
    Column("booked_at", Moment),
    Column("booked_by", ForeignKey("staff.id")),
    Column("reminded_at", Moment),
    Column("checked_in_at", Moment),
    Column("checked_in_kiosk_id", ForeignKey("kiosk.id")),
    Column("queued_at", Moment),  # the place in the queue; a transfer keeps it
    Column("turn_at", Moment),  # the same where the office gave them another one, by `starts_at` otherwise
    Column("admitted_at", Moment),
    Column("completed_at", Moment),
    Column("cancel_reason", String(32)),
    Column("follows", ID),  # the appointment that this one makes good
    Index("ix_appointment_attending_id_starts_at", "attending_id", "starts_at"),
    Index("ix_appointment_state_starts_at", "state", "starts_at"),
    Index(
        "ix_appointment_held_until",
        "held_until",
        sqlite_where=text("held_until IS NOT NULL"),
        postgresql_where=text("held_until IS NOT NULL"),
    ),
)

claim: Final = Table(
    "claim",
    metadata,
    Column("resource", String(80), primary_key=True),
    Column("quantum", Integer, primary_key=True),
    Column("owner", ID, nullable=False, index=True),
    Column("expires_at", Moment),
)

occupancy: Final = (
    Table(  # grows with each change of a resource's claims, so that what is remembered of them can be trusted
        "occupancy",
        metadata,
        Column("resource", String(80), primary_key=True),
        Column("version", Integer, nullable=False),
    )
)

waitlist: Final = Table(
    "waitlist",
    metadata,
    Column("id", ID, primary_key=True),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("office_id", ForeignKey("office.id"), nullable=False),
    Column("service_id", ForeignKey("service.id"), nullable=False),
    Column("site_id", ForeignKey("site.id")),
    Column("governorate_id", ID, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("part_of_day", String(16)),
    Column("before", Moment),  # only an earlier slot than this helps
    Column("appointment_id", ForeignKey("appointment.id")),  # which is given up for it
    Column("priority", Integer, nullable=False),
    Column("joined_by", ForeignKey("staff.id")),
    Column("joined_at", Moment, nullable=False),
    Column("state", String(16), nullable=False),  # waiting, offered, served, left
    Column("unanswered", Integer, nullable=False, default=0),  # offers in a row
    Index("ix_waitlist_office_id_state", "office_id", "state"),
    Index("ix_waitlist_state", "state"),  # asked for after many a commit, over years of places that were served
)

waitlist_offer: Final = Table(
    "waitlist_offer",
    metadata,
    Column("id", ID, primary_key=True),
    Column("waitlist_id", ForeignKey("waitlist.id"), nullable=False, index=True),
    Column("appointment_id", ForeignKey("appointment.id"), nullable=False),  # held for the offer
    Column("code_hash", HASH, nullable=False),
    Column("state", String(16), nullable=False),  # open, accepted, declined, expired
    Column("offered_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Index("ix_waitlist_offer_state_expires_at", "state", "expires_at"),
)

queue_told: Final = Table(  # what somebody who waits was last told of their turn
    "queue_told",
    metadata,
    Column("appointment_id", ForeignKey("appointment.id"), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("earliest_min", Integer, nullable=False),  # minutes from `told_at` on
    Column("latest_min", Integer, nullable=False),
    Column("told_at", Moment, nullable=False),
)

office_break: Final = Table(  # the latest of each office
    "office_break",
    metadata,
    Column("office_id", ForeignKey("office.id"), primary_key=True),
    Column("began_at", Moment, nullable=False),
    Column("until", Moment, nullable=False),
)

outcome: Final = Table(
    "outcome",
    metadata,
    Column("appointment_id", ForeignKey("appointment.id"), primary_key=True),
    Column("code", String(24), nullable=False),
    Column("text_sealed", LargeBinary, nullable=False),
    Column("follows_sealed", LargeBinary),  # directive, tasks, follow-up and transaction, as JSON; or nothing does
    Column("transaction_index", HASH, index=True),  # of the number that it names, if it names one
    Column("responsible_unit", String(200), nullable=False),
    Column("recorded_by", ForeignKey("staff.id"), nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("confirmed_at", Moment),
)

outcome_draft: Final = Table(  # the minutes, until the outcome is recorded
    "outcome_draft",
    metadata,
    Column("appointment_id", ForeignKey("appointment.id"), primary_key=True),
    Column("text_sealed", LargeBinary, nullable=False),
    Column("version", Integer, nullable=False),
    Column("written_by", ForeignKey("staff.id"), nullable=False),
    Column("written_at", Moment, nullable=False),
)

outcome_amendment: Final = Table(  # only ever added to
    "outcome_amendment",
    metadata,
    Column("id", ID, primary_key=True),
    Column("appointment_id", ForeignKey("appointment.id"), nullable=False, index=True),
    Column("text_sealed", LargeBinary, nullable=False),
    Column("reason_sealed", LargeBinary, nullable=False),
    Column("amended_by", ForeignKey("staff.id"), nullable=False),
    Column("amended_at", Moment, nullable=False),
)

satisfaction: Final = Table(
    "satisfaction",
    metadata,
    Column("appointment_id", ForeignKey("appointment.id"), primary_key=True),
    Column("score", Integer, nullable=False),
    Column("reasons", String(200), nullable=False),  # codes in the order in which they are offered, commas between
    Column("answered_at", Moment, nullable=False, index=True),  # at first; a correction leaves it
    Column("session_id", ID, nullable=False),  # in which it may still be corrected
)

upload_link: Final = Table(  # by which a visitor's telephone sends files, during one visit
    "upload_link",
    metadata,
    Column("id", ID, primary_key=True),
    Column("session_id", ForeignKey("session.id"), nullable=False, index=True),
    Column("token_hash", HASH, nullable=False, unique=True),
    Column("opened_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("seen_at", Moment),  # the page was last open on a telephone
)

guest_link: Final = Table(  # by which somebody joins their audience from a browser of their own
    "guest_link",
    metadata,
    Column("id", ID, primary_key=True),
    Column("appointment_id", ForeignKey("appointment.id"), nullable=False, index=True),
    Column("token_hash", HASH, nullable=False, unique=True),
    Column("starts_at", Moment, nullable=False),  # of the appointment, when the link was made
    Column("made_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("session_id", ID),  # that it was used for
    Column("ended_at", Moment),  # another one was sent in its place
)

deposit: Final = Table(  # what came in from a kiosk's outbox, and what became of it
    "deposit",
    metadata,
    Column("kiosk_id", ForeignKey("kiosk.id"), primary_key=True),
    Column("id", ID, primary_key=True),
    Column("sequence", BigInteger, nullable=False),
    Column("claimed_at", Moment, nullable=False),  # by the kiosk's clock
    Column("counted_at", Moment, nullable=False),
    Column("plausible", Boolean, nullable=False),
    Column("received_at", Moment, nullable=False, index=True),
    Column("verdict", String(24), nullable=False),  # domain.deposits.SetAsideFor
    Column("subject", ID, index=True),  # the appointment or request that it led to
    Column("kind", String(16)),  # domain.deposits.LeftKind; null where it could not be read
    Column("settled_at", Moment),  # it was done, or an operator saw to it; null: set aside, and somebody has to
    Column("settled_by", ForeignKey("staff.id")),
)
Index(
    "ix_deposit_set_aside",
    deposit.c.kiosk_id,
    sqlite_where=text("settled_at IS NULL"),
    postgresql_where=text("settled_at IS NULL"),
)

attachment: Final = Table(
    "attachment",
    metadata,
    Column("id", ID, primary_key=True),
    Column("appointment_id", ForeignKey("appointment.id"), index=True),
    Column("request_id", ForeignKey("request.id"), index=True),
    Column("upload_link_id", ForeignKey("upload_link.id"), index=True),  # sent by a telephone, and not yet attached
    Column("person_id", ForeignKey("person.id"), nullable=False),
    Column("name_sealed", LargeBinary, nullable=False),
    Column("key_sealed", LargeBinary, nullable=False),  # of the content, which is sealed under a key of its own
    Column("media_type", String(32), nullable=False),
    Column("size", Integer, nullable=False),  # bytes of the content as it is served
    Column("digest", HASH, nullable=False),  # SHA-256 of the same
    Column("added_by", ID, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("given_by", ForeignKey("office.id")),  # to the visitor, in the talk; none: the visitor brought it
    Column("whole", Boolean, nullable=False),  # all of its content is there; before that it is not there for anybody
)

attachment_content: Final = Table(
    "attachment_content",
    metadata,
    Column("attachment_id", ForeignKey("attachment.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),  # of the piece: from 0 on
    Column("content", LargeBinary, nullable=False),
)

document_mark: Final = Table(  # what an office marked on a document, beside it
    "document_mark",
    metadata,
    Column("id", ID, primary_key=True),
    Column("attachment_id", ForeignKey("attachment.id"), nullable=False, index=True),
    Column("office_id", ForeignKey("office.id"), nullable=False),
    Column("kind", String(16), nullable=False),  # domain.marks.MarkKind
    Column("page", Integer, nullable=False),  # from 1 on
    Column("content_sealed", LargeBinary, nullable=False),  # where on the page, and the words, as JSON
    Column("made_by", ForeignKey("staff.id"), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("removed_by", ForeignKey("staff.id")),
    Column("removed_at", Moment),  # it can be put back
)

incident: Final = Table(  # when the fault was ours: nobody is a no-show then
    "incident",
    metadata,
    Column("seq", AUTO_INCREMENT, primary_key=True, autoincrement=True),
    Column("site_id", ForeignKey("site.id")),  # none: everywhere
    Column("office_id", ForeignKey("office.id")),
    Column("kind", String(24), nullable=False),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment),
    Column("confirmed", Boolean, nullable=False),  # not: a kiosk calls for help, and nobody of the staff has looked
    Column("kiosk_id", ForeignKey("kiosk.id")),
    Column("failed", String(64)),  # what does not serve there, with commas between
    Column("answered_at", Moment),  # somebody of the staff is on their way there
)

heartbeat: Final = Table(  # when a server was last known to serve; a gap is a fault of ours
    "heartbeat",
    metadata,
    Column("name", ID, primary_key=True),
    Column("at", Moment, nullable=False),
)
