"""Names for the things that are referred to by id, so that one kind cannot stand in for another.

An id is opaque text: a two or three letter tag and 128 bits of randomness in base32 (26 characters, lower case). It may
stand in a URL or a log: it says nothing about a person.
"""

import base64
from typing import Final, NewType

PersonId = NewType("PersonId", str)
StaffId = NewType("StaffId", str)
AgencyId = NewType("AgencyId", str)
OfficeId = NewType("OfficeId", str)
ServiceId = NewType("ServiceId", str)
SiteId = NewType("SiteId", str)
GovernorateId = NewType("GovernorateId", str)
KioskId = NewType("KioskId", str)
AppointmentId = NewType("AppointmentId", str)
RequestId = NewType("RequestId", str)
RequestStepId = NewType("RequestStepId", str)
CaseId = NewType("CaseId", str)
WaitlistId = NewType("WaitlistId", str)
OfferId = NewType("OfferId", str)
AttachmentId = NewType("AttachmentId", str)
UploadLinkId = NewType("UploadLinkId", str)
GuestLinkId = NewType("GuestLinkId", str)
ChallengeId = NewType("ChallengeId", str)
SessionId = NewType("SessionId", str)
RoomId = NewType("RoomId", str)
MessageId = NewType("MessageId", str)
MarkId = NewType("MarkId", str)
AmendmentId = NewType("AmendmentId", str)
NoteId = NewType("NoteId", str)
ChatLineId = NewType("ChatLineId", str)
HandoverId = NewType("HandoverId", str)
RecordingId = NewType("RecordingId", str)
WalkInId = NewType("WalkInId", str)
KioskOrderId = NewType("KioskOrderId", str)
BusyTimeId = NewType("BusyTimeId", str)

RANDOM_BYTES: Final = 16
"""How much randomness each new-id function wants."""


def _new(tag: str, randomness: bytes) -> str:
    if len(randomness) != RANDOM_BYTES:
        raise ValueError(f"an id is made of {RANDOM_BYTES} random bytes, not {len(randomness)}")
    return f"{tag}_{base64.b32encode(randomness).decode('ascii').rstrip('=').lower()}"


def new_person_id(randomness: bytes) -> PersonId:
    """A person's id from 16 random bytes."""
    return PersonId(_new("per", randomness))


def new_staff_id(randomness: bytes) -> StaffId:
    """A staff member's id from 16 random bytes."""
    return StaffId(_new("stf", randomness))


def new_appointment_id(randomness: bytes) -> AppointmentId:
    """An appointment's id from 16 random bytes."""
    return AppointmentId(_new("apt", randomness))


def new_request_id(randomness: bytes) -> RequestId:
    """A request's id from 16 random bytes."""
    return RequestId(_new("req", randomness))


def new_request_step_id(randomness: bytes) -> RequestStepId:
    """The id of something done with a request, from 16 random bytes."""
    return RequestStepId(_new("rst", randomness))


def new_case_id(randomness: bytes) -> CaseId:
    """The id of a case, the thread through requests and appointments, from 16 random bytes."""
    return CaseId(_new("cas", randomness))


def new_waitlist_id(randomness: bytes) -> WaitlistId:
    """The id of a place on a waitlist, from 16 random bytes."""
    return WaitlistId(_new("wtl", randomness))


def new_offer_id(randomness: bytes) -> OfferId:
    """An offer's id from 16 random bytes."""
    return OfferId(_new("off", randomness))


def new_attachment_id(randomness: bytes) -> AttachmentId:
    """An attachment's id from 16 random bytes."""
    return AttachmentId(_new("att", randomness))


def new_upload_link_id(randomness: bytes) -> UploadLinkId:
    """The id of a link by which a telephone sends files, from 16 random bytes."""
    return UploadLinkId(_new("upl", randomness))


def new_guest_link_id(randomness: bytes) -> GuestLinkId:
    """The id of a link by which somebody joins from home, from 16 random bytes."""
    return GuestLinkId(_new("gst", randomness))


def new_challenge_id(randomness: bytes) -> ChallengeId:
    """A sign-in challenge's id from 16 random bytes."""
    return ChallengeId(_new("chl", randomness))


def new_session_id(randomness: bytes) -> SessionId:
    """A session's id from 16 random bytes."""
    return SessionId(_new("ses", randomness))


def new_room_id(randomness: bytes) -> RoomId:
    """A room's id from 16 random bytes."""
    return RoomId(_new("rom", randomness))


def new_message_id(randomness: bytes) -> MessageId:
    """An outgoing message's id from 16 random bytes."""
    return MessageId(_new("msg", randomness))


def new_amendment_id(randomness: bytes) -> AmendmentId:
    """An outcome's amendment's id from 16 random bytes."""
    return AmendmentId(_new("amd", randomness))


def new_mark_id(randomness: bytes) -> MarkId:
    """The id of a mark on a document, from 16 random bytes."""
    return MarkId(_new("mrk", randomness))


def new_note_id(randomness: bytes) -> NoteId:
    """An office's note's id from 16 random bytes."""
    return NoteId(_new("not", randomness))


def new_recording_id(randomness: bytes) -> RecordingId:
    """A recorded talk's id from 16 random bytes."""
    return RecordingId(_new("rec", randomness))


def new_handover_id(randomness: bytes) -> HandoverId:
    """The id of a handover of a talk."""
    return HandoverId(_new("hov", randomness))


def new_chat_line_id(randomness: bytes) -> ChatLineId:
    """The id of a line written beside a talk from 16 random bytes."""
    return ChatLineId(_new("cht", randomness))


def new_walk_in_id(randomness: bytes) -> WalkInId:
    """The id of a number in a hall's queue from 16 random bytes."""
    return WalkInId(_new("wlk", randomness))


def new_kiosk_order_id(randomness: bytes) -> KioskOrderId:
    """The id of something that is asked of a kiosk, from 16 random bytes."""
    return KioskOrderId(_new("ord", randomness))


def new_busy_time_id(randomness: bytes) -> BusyTimeId:
    """The id of a stretch in which an office does not receive, from 16 random bytes."""
    return BusyTimeId(_new("bsy", randomness))
