"""What only newer releases know: by revision, what makes such rows, and how a way back that refuses counts them."""

from typing import Final

_REQUEST: Final = (
    "INSERT INTO request (id, case_id, person_id, agency_id, site_id, governorate_id, rung, state, version, "
    "text_sealed, submitted_at, changed_at) "
    "VALUES ('r', 'c', 'per_1', 'emirate', 'jazan', 'jazan', 'mayor', 'submitted', 1, 'x', 1, 1)"
)
_LEFT: Final = (
    _REQUEST.replace("text_sealed,", "text_sealed, left_sealed,")
    .replace("'x', 1, 1)", "'x', 'x', 1, 1)")
    .replace("('r',", "('l',")
)
_ATTACHMENT: Final = (
    "INSERT INTO attachment "
    "(id, person_id, name_sealed, key_sealed, media_type, size, digest, added_by, added_at, whole) "
    "VALUES ('a', 'per_1', 'x', 'x', 'image/png', 1, 'x', 'per_1', 1, true)"
)
_PLACE: Final = (
    "INSERT INTO waitlist (id, person_id, office_id, service_id, governorate_id, kind, priority, joined_at, state, "
    "unanswered) VALUES ('w', 'per_1', 'emir', 'emir-audience', 'jazan', 'video_kiosk', 0, 1, 'waiting', 0)"
)

_DEPOSIT: Final = (
    "INSERT INTO deposit (kiosk_id, id, sequence, claimed_at, counted_at, plausible, received_at, verdict, settled_by) "
    "VALUES "
)

_STATED: Final = _REQUEST.replace("state, version", "owner_id, state, version")
_AWAITING: Final = _STATED.replace("'mayor', 'submitted'", "'mayor', NULL, 'awaiting_reply'").replace("('r',", "('w',")
_OWNED: Final = _STATED.replace("'mayor', 'submitted'", "'mayor', 'stf_emir', 'submitted'").replace("('r',", "('o',")

NEWCOMERS: Final[dict[str, dict[str, str]]] = {
    "0039": {
        "UPDATE agency SET transaction_link = 'https://portal.example/{number}' WHERE id = 'emirate'": (
            "1 agencies that say where their transactions are found"
        ),
    },
    "0038": {
        _REQUEST.replace("text_sealed,", "text_sealed, decided_in,")
        .replace("'x', 1, 1)", "'x', 'apt_1', 1, 1)")
        .replace("('r',", "('d',"): "1 requests that outcomes of audiences ask for",
    },
    "0037": {
        "INSERT INTO outcome_draft VALUES ('apt_1', 'x', 1, 'stf_emir', 1)": (
            "1 minutes of talks whose outcome is still to be recorded"
        ),
    },
    "0036": {
        "INSERT INTO recording (id, appointment_id, office_id, state, asked_by, asked_at) "
        "VALUES ('w', 'apt_1', 'emir', 'asked', 'stf_emir', 1)": "",
        "INSERT INTO recording_answer VALUES ('w', 'stf_emir', 1, NULL, NULL, NULL)": (
            "1 answers of members of staff about recordings"
        ),
    },
    "0035": {
        "UPDATE room SET aside_since = 1": "1 talks whose officials have a word among themselves",
    },
    "0034": {
        "INSERT INTO browser_link VALUES ('stf_emir', 'ses_1', 'x', 1)": "1 links that officials made for a browser",
    },
    "0033": {
        "INSERT INTO visiting_team (id, office_id, name_ar, name_en, rank, own, version, closed_from) "
        "VALUES ('t2', 'lands', 'ف', 'T', 0, true, 1, '2027-01-01')": "1 helpers who have ended (visiting_team)",
        "INSERT INTO interpreter (id, name_ar, name_en, language, rank, own, version, closed_from) "
        "VALUES ('i2', 'م', 'I', 'sign', 0, true, 1, '2027-01-01')": "1 helpers who have ended (interpreter)",
        "UPDATE service SET own_triage = true WHERE id = 'emir-audience'": "",
    },
    "0032": {
        _ATTACHMENT.replace("whole)", "whole, given_by)").replace("true)", "true, 'emir')").replace("('a',", "('g',"): (
            "1 documents that offices gave to visitors"
        ),
    },
    "0031": {
        "UPDATE staff SET password_is_first = true WHERE id = 'stf_emir'": (
            "1 members of staff who have to change their first password"
        ),
    },
    "0030": {
        "INSERT INTO handover VALUES ('h', 'apt_1', 'rom_1', 'third', 1, 'emir', 'emir', 'stf_emir', 'stf_emir', 'x', "
        "NULL)": "1 talks that were handed over, or were to be",
    },
    "0029": {
        _ATTACHMENT.replace("('a',", "('d',"): "",
        "INSERT INTO document_mark VALUES ('m', 'd', 'emir', 'note', 1, 'x', 'stf_emir', 1, NULL, NULL)": (
            "1 marks on documents"
        ),
    },
    "0028": {
        "INSERT INTO recording (id, appointment_id, office_id, state, asked_by, asked_at) "
        "VALUES ('v', 'apt_1', 'emir', 'asked', 'stf_emir', 1)": "1 recorded talks, or talks that were to be",
        "INSERT INTO recording_rule VALUES ('emir', true, NULL, 1)": (
            "1 offices of which somebody said whether they record"
        ),
        "INSERT INTO recording_block VALUES ('v', 0, 'x')": "",
    },
    "0027": {
        "INSERT INTO room_call VALUES ('rom_1', 'third', 'stf_emir', 'interpreter', 'accepted', 'stf_emir', 1, 1)": (
            "1 people who were called into audiences"
        ),
        "INSERT INTO room_pair VALUES ('rom_1', 'third', 'citizen', 1, true, true)": "",  # gone with the talk
    },
    "0026": {
        "UPDATE staff SET delegated = 'see_calendar' WHERE id = 'stf_emir'": "1 delegates whose rights are narrowed",
        "UPDATE office SET closed_from = '2027-01-01' WHERE id = 'emir'": "1 places that are closed (office)",
    },
    "0025": {
        _OWNED: "1 requests that are somebody's",
        _AWAITING: "1 requests that wait for a reply, or were merged",
        "INSERT INTO request_step (id, request_id, at, version, step, actor) "
        "VALUES ('s', 'o', 1, 2, 'take_request', 'stf_emir')": "1 steps that were taken with requests",
    },
    "0024": {
        "UPDATE outcome SET follows_sealed = 'x' WHERE appointment_id = 'apt_5'": (
            "1 outcomes with directives, tasks or follow-ups"
        ),
        "INSERT INTO outcome_amendment VALUES ('m', 'apt_1', 'x', 'x', 'stf_emir', 1)": "1 amendments of outcomes",
        "UPDATE service SET wordings = '[]' WHERE id = 'emir-audience'": "1 services with usual wordings",
    },
    "0023": {
        "INSERT INTO chat_line VALUES ('c', 'apt_1', 'citizen', 'x', NULL, 1)": "1 lines written beside talks",
    },
    "0022": {
        "INSERT INTO office_note (id, appointment_id, kind, text_sealed, prepared, minutes, sent_by, sent_at) "
        "VALUES ('m', 'apt_1', 'waiting', 'x', 'delayed', 15, 'stf_emir', 1)": "1 notes that say how many minutes more",
        "UPDATE appointment SET turn_at = 1 WHERE id = 'apt_1'": "",  # these two live for an hour
        "INSERT INTO office_break VALUES ('emir', 1, 2)": "",
    },
    "0021": {
        f"{_DEPOSIT} ('jazan-1', 'e', 2, 1, 1, true, 1, 'too_late', 'stf_emir')": (
            "1 entries set aside that an operator has dealt with"
        ),
        f"{_DEPOSIT} ('jazan-1', 'f', 3, 1, 1, true, 1, 'damaged', NULL)": "1 entries that a kiosk set aside by itself",
    },
    "0020": {
        "INSERT INTO guest_link (id, appointment_id, token_hash, starts_at, made_at, expires_at) "
        "VALUES ('g', 'apt_1', 'x', 1, 1, 2)": "1 links that guests were sent",
    },
    "0019": {
        "INSERT INTO busy_time VALUES ('b', 'emir', 'blocked', 1, 2, 'x', 'stf_emir', 1)": (
            "1 stretches in which offices do not receive"
        ),
        "INSERT INTO calendar_feed VALUES ('stf_emir', 'emir', 'x', 'ar', false, 1)": "",  # made anew with one press
    },
    "0018": {
        "UPDATE site SET phone = '+966173000001' WHERE id = 'jazan'": "1 telephones of halls",
    },
    "0017": {
        "INSERT INTO office_note (id, appointment_id, kind, text_sealed, sent_by, sent_at) "
        "VALUES ('n', 'apt_1', 'waiting', 'x', 'stf_emir', 1)": "1 notes of offices",
        "INSERT INTO call_back VALUES ('apt_1', 'mobile', 1, NULL, NULL)": "1 calls that offices owed",
    },
    "0016": {
        "INSERT INTO upload_link (id, session_id, token_hash, opened_at, expires_at) "
        "VALUES ('u', 'ses_2', 'x', 1, 2)": "",  # it lives for minutes, and its files are counted
        _ATTACHMENT.replace("(id,", "(upload_link_id, id,").replace("('a',", "('u', 'f',"): "1 files from telephones",
    },
    "0015": {
        "INSERT INTO site_hours VALUES ('jazan', 6, '08:00', '14:30')": "1 opening hours of halls",
        "UPDATE site SET address_ar = 'x' WHERE id = 'jazan'": "1 addresses of halls",
        "UPDATE service SET triage = '[]' WHERE id = 'emir-audience'": "1 services with questions",
        "UPDATE service SET group_id = 'x' WHERE id = 'emir-audience'": "1 services in groups",
    },
    "0014": {
        "INSERT INTO walk_in (id, site_id, day, number, reason, priority, state, since, taken_at, calls) "
        "VALUES ('wlk_1', 'jazan', '2026-11-22', 'A001', 'inquiry', false, 'waiting', 1, 1, 0)": (
            "1 numbers of walk-in queues"
        ),
        "INSERT INTO walk_in_day VALUES ('jazan', '2026-11-22', 1, 1, 0)": "1 days of walk-in queues",
        "INSERT INTO walk_in_block VALUES ('jazan', '2026-11-22', 1, 'stf_emir')": "1 blocks of numbers set aside",
    },
    "0013": {
        "INSERT INTO kiosk_report (kiosk_id, heard_at, activity, since, locked, program, uptime_s, printer, failed, "
        "unsent) VALUES ('jazan-1', 1, 'locked', 1, true, '1', 1, 'none', '', 0)": (
            "1 kiosks that their operator has closed"
        ),
    },
    "0012": {
        _DEPOSIT.replace("settled_by", "subject")
        + "('jazan-1', 'd', 1, 1, 1, true, 1, 'checked_in', 'apt_1')": "1 deposits of kiosks",
        _LEFT: "1 requests that were left at a kiosk",
        "UPDATE person SET unverified = true WHERE id = 'per_1'": "1 persons who proved nothing",
    },
    "0011": {
        "INSERT INTO kiosk_pin VALUES ('jazan', 'x')": "1 operator's PINs of halls",
    },
    "0010": {
        "INSERT INTO incident (seq, kiosk_id, site_id, kind, starts_at, confirmed, failed) "
        "VALUES (9, 'jazan-1', 'jazan', 'kiosk', 1, false, 'camera')": "1 calls for help from kiosks",
    },
    "0009": {
        "INSERT INTO satisfaction VALUES ('apt_1', 4, 'quick', 1, 'ses_2')": "1 answers to the satisfaction survey",
    },
    "0008": {
        "INSERT INTO call_summary VALUES ('t', 'apt_1', 'citizen', 1, '{}')": "1 summaries of calls",
    },
    "0007": {
        "INSERT INTO consent VALUES (2, 'per_1', 'sms', '1', NULL, 1, 'ses_2')": (
            "1 refusals of what nobody had agreed to"
        ),
        "UPDATE person SET email_sealed = 'x' WHERE id = 'per_1'": "1 persons with an e-mail address",
        "UPDATE staff SET email_sealed = 'x' WHERE username = 'emir'": "1 members of staff with an e-mail address",
    },
    "0006": {
        "UPDATE service SET by_request = true WHERE id = 'emir-audience'": (
            "1 services that are booked by request alone"
        ),
    },
    "0005": {
        "INSERT INTO access_log VALUES (1, 1, 'a', 'r', 'b', 'p', 's'), (2, 1, 'a', 'r', 'b', 'p', 's')": "2 rows",
        "INSERT INTO audit_link VALUES (1, 3, 'd', 1)": "1 links of the audit trail's chain",
        "INSERT INTO message_template VALUES ('ticket', 'ar', 'b', 'stf_emir', 1)": "1 message templates",
        "INSERT INTO retention VALUES ('audit', 3650)": "1 periods of retention",
        "UPDATE outbox SET kind = 'email' WHERE id = 'msg_1'": "1 messages by another way than SMS",
    },
    "0004": {
        _REQUEST: "1 requests",
        _ATTACHMENT: "1 attachments",
        _PLACE: "1 places on a waitlist",
        "UPDATE appointment SET kind = 'home_visit' WHERE id IN ('apt_2', 'apt_3')": "2 appointments of another kind",
        "UPDATE appointment SET represented_sealed = 'x' WHERE id = 'apt_4'": "1 appointments of a representative",
        "INSERT INTO interpreter (id, name_ar, name_en, language, rank, own, version) "
        "VALUES ('i', 'م', 'I', 'sign', 0, false, 1)": "",  # counted by its own revision
        "UPDATE appointment SET interpreter_id = 'i' WHERE id = 'apt_1'": "1 appointments with an interpreter",
    },
    "0003": {
        "UPDATE person SET document = 'passport', nationality = 'YE' WHERE id <> 'per_1'": "2 visitors",
        "UPDATE person SET mobile_sealed = NULL WHERE id = 'per_1'": "1 persons without a mobile",
        "UPDATE person SET disabled_at = 1": "3 disabled persons",
        "INSERT INTO consent VALUES (1, 'per_1', 'booking', '1', 1, NULL, 'ses_2')": "1 consents",
        "UPDATE staff SET role = 'operator' WHERE username = 'admin'": "1 members of staff in roles",
        "UPDATE staff SET disabled_at = 1 WHERE username = 'emir'": "1 disabled members of staff",
        "UPDATE staff SET password_hash = NULL WHERE username <> 'admin'": "2 members of staff without a password",
    },
    "0002": {
        "INSERT INTO interpreter (id, name_ar, name_en, language, rank, own, version) "
        "VALUES ('i', 'م', 'I', 'sign', 0, false, 1)": "1 interpreters",
        "INSERT INTO visiting_team (id, office_id, name_ar, name_en, rank, own, version) "
        "VALUES ('t', 'lands', 'ف', 'T', 0, false, 1)": "1 visiting teams",
        "INSERT INTO season VALUES ('s', 'emir', 'رمضان', 'Ramadan', '2027-02-08', '2027-03-09')": "1 seasons",
        "INSERT INTO service_hours VALUES ('lands-grant', 6, '09:00', '10:00')": "1 hours of services",
        "INSERT INTO duty VALUES ('d', 'emir', 'mayor', '2027-01-01', '2027-01-02', 1)": "1 duties",
        "INSERT INTO incident (seq, kind, starts_at, confirmed) VALUES (1, 'outage', 1, true)": "1 incidents",
        "UPDATE pause SET weekdays = '0,6' WHERE office_id = 'emir'": "2 pauses of some days only",
        "UPDATE holiday SET works = true": "1 days that are worked",
        "UPDATE kiosk SET disabled_at = 1": "2 disabled kiosks",
    },
}
