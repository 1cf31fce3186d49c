"""People, and how each proves who they are."""

from typing import Final

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Integer, LargeBinary, String, Table, Text

from desk_client.server.storage.tables.base import DAY, HASH, ID, metadata, texts
from desk_client.server.storage.types import AUTO_INCREMENT, Moment

staff: Final = Table(
    "staff",
    metadata,
    Column("id", ID, primary_key=True),
    Column("username", String(64), nullable=False, unique=True),
    Column("role", String(24), nullable=False),
    Column("office_id", ForeignKey("office.id")),
    Column("agency_id", ForeignKey("agency.id")),
    Column("site_id", ForeignKey("site.id")),
    Column("governorate_id", ID),  # narrows everything to one governorate
    *texts("name"),
    Column("password_hash", Text),  # none: comes by the organisation's own sign-on
    Column("password_is_first", Boolean),  # set by somebody else: its owner has to take another; none: no
    Column("mobile_sealed", LargeBinary),
    Column("email_sealed", LargeBinary),
    Column("totp_sealed", LargeBinary),  # the shared secret (RFC 6238)
    Column("totp_confirmed_at", Moment),
    Column("totp_step", BigInteger),  # the last time step that was used: a code opens once
    Column("oidc_subject", String(255), unique=True),
    Column("disabled_at", Moment),
    Column("delegated", Text),  # domain.delegation.DelegateRight, commas between; none: all that the role may
    Column("delegated_first", DAY),
    Column("delegated_last", DAY),
    Column("delegation_version", Integer),  # grows with each change: the entity tag; none: 0
)

browser_link: Final = Table(  # by which an official receives from a browser; gone once it is opened
    "browser_link",
    metadata,
    Column("staff_id", ForeignKey("staff.id"), primary_key=True),  # one at a time
    Column("session_id", ID, nullable=False),  # of the desk that made it
    Column("token_hash", HASH, nullable=False, unique=True),
    Column("expires_at", Moment, nullable=False),
)

recovery_code: Final = Table(
    "recovery_code",
    metadata,
    Column("code_hash", HASH, primary_key=True),
    Column("staff_id", ForeignKey("staff.id"), nullable=False, index=True),
    Column("used_at", Moment),
)

person: Final = Table(
    "person",
    metadata,
    Column("id", ID, primary_key=True),
    Column("document", String(16), nullable=False),  # domain.people.DocumentKind
    Column("number_sealed", LargeBinary),  # none once erased
    Column("number_index", HASH, unique=True),
    Column("nationality", String(2)),  # ISO 3166-1 alpha-2
    Column("mobile_sealed", LargeBinary),  # none: helped by the operator
    Column("mobile_index", HASH, index=True),
    Column("email_sealed", LargeBinary),  # where they gave one
    Column("name_sealed", LargeBinary),
    Column("language", String(2), nullable=False),
    Column("unverified", Boolean, nullable=False, default=False),  # somebody has said so, and proved nothing
    Column("created_at", Moment, nullable=False),
    Column("disabled_at", Moment),
    Column("erased_at", Moment),
)

person_name_token: Final = Table(
    "person_name_token",
    metadata,
    Column("token_index", HASH, primary_key=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True, index=True),
)

consent: Final = Table(
    "consent",
    metadata,
    Column("seq", AUTO_INCREMENT, primary_key=True, autoincrement=True),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("purpose", String(32), nullable=False),
    Column("text_version", String(16), nullable=False),
    Column("given_at", Moment),  # none: they said no without having agreed
    Column("withdrawn_at", Moment),
    Column("session_id", ID, nullable=False),
)

challenge: Final = Table(
    "challenge",
    metadata,
    Column("id", ID, primary_key=True),
    Column("provider", String(16), nullable=False),
    Column("kiosk_id", ForeignKey("kiosk.id")),  # none: at a computer of their own
    Column("document", String(16), nullable=False),
    Column("nationality", String(2)),
    Column("number_sealed", LargeBinary, nullable=False),
    Column("number_index", HASH, nullable=False, index=True),
    Column("mobile_sealed", LargeBinary),
    Column("mobile_index", HASH, index=True),
    Column("code_hash", HASH),
    Column("transaction_sealed", LargeBinary),  # what the national sign-on calls it
    Column("attempts", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
    Column("used_at", Moment),
)

throttle: Final = Table(
    "throttle",
    metadata,
    Column("subject", HASH, primary_key=True),
    Column("window_ends_at", Moment, nullable=False, index=True),
    Column("count", Integer, nullable=False),
)

session: Final = Table(
    "session",
    metadata,
    Column("id", ID, primary_key=True),
    Column("token_hash", HASH, nullable=False, unique=True),
    Column("role", String(24), nullable=False),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("staff_id", ForeignKey("staff.id"), index=True),
    Column("kiosk_id", ForeignKey("kiosk.id"), index=True),
    Column("assisted_by", ForeignKey("staff.id")),  # the operator who let in somebody without a mobile
    Column("represented_sealed", LargeBinary),  # for whom a representative comes, and by which power of attorney
    Column("companions", Integer, nullable=False),
    Column("appointment_id", ID),  # opened by a ticket: good for this appointment alone
    Column("verified_by", String(16), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
    Column("ended_at", Moment),
)
