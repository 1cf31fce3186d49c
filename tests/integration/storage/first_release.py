"""A store as the first release left it: its schema, and rows of every table written out as they stood."""

from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from desk_client.server.security.vault import Vault
from desk_client.server.storage import migrations

REVISION: Final = "0001"

Rows = list[dict[str, Any]]
Content = dict[str, Rows]

_DAY: Final = 86_400_000
_NOW: Final = 1_796_000_000_000


def _hash(number: int) -> bytes:
    return bytes([number]) * 32


def _bilingual(name: str, ar: str, en: str) -> dict[str, str]:
    return {f"{name}_ar": ar, f"{name}_en": en}


def _office(office_id: str, agency: str, rank: int) -> dict[str, Any]:
    title = _bilingual("title", f"منصب {rank}", f"Office {rank}")
    names = title | _bilingual("honorific", "سعادة", "His Excellency") | _bilingual("holder", "الأستاذ", "Mr.")
    return {"id": office_id, "agency_id": agency, **names, "zone": "Asia/Riyadh", "rank": rank}


def _service(service_id: str, office: str) -> dict[str, Any]:
    minutes = {"slot_minutes": 15, "buffer_minutes": 5, "lead_minutes": 120, "horizon_minutes": 40320}
    return {"id": service_id, "office_id": office, **_bilingual("name", "لقاء", "Audience"), **minutes, "rank": 0}


def _appointment(number: int, person: int, state: str, subject: str, **more: Any) -> dict[str, Any]:
    starts_at = _NOW + number * _DAY
    return {
        "id": f"apt_{number}", "person_id": f"per_{person}", "office_id": "emir", "service_id": "emir-audience",
        "site_id": "jazan", "state": state, "starts_at": starts_at, "ends_at": starts_at + 900_000,
        "zone": "Asia/Riyadh", "subject": subject, "ticket_number": str(10000 + number),
        "ticket_code_hash": _hash(number), "booked_at": _NOW, "checked_in_at": None, "checked_in_kiosk_id": None,
        "admitted_at": None, "completed_at": None, **more,
    }  # fmt: skip


def _message(number: int, state: str, body: str, **more: Any) -> dict[str, Any]:
    settled = {"attempts": 0, "sent_at": None, "fault": None, **more}
    due = {"created_at": _NOW, "due_at": _NOW + number}
    return {"id": f"msg_{number}", "kind": "sms", "state": state, "recipient": "+966500000001", "body": body} | (
        due | settled
    )


def _session(number: int, role: str, **whose: Any) -> dict[str, Any]:
    ids = {"person_id": None, "staff_id": None, "kiosk_id": None, "ended_at": None, **whose}
    times = {"created_at": _NOW, "seen_at": _NOW + 1, "expires_at": _NOW + _DAY}
    return {"id": f"ses_{number}", "token_hash": _hash(100 + number), "role": role, **times, **ids}


def _claims(owner: str, quantum: int, expires_at: int | None, *resources: str) -> Rows:
    return [
        {"resource": resource, "quantum": each, "owner": owner, "expires_at": expires_at}
        for resource in resources
        for each in range(quantum, quantum + 3)
    ]


_IN_SESSION: Final = {"checked_in_at": _NOW + 5, "checked_in_kiosk_id": "jazan-2", "admitted_at": _NOW + 9}

CONTENT: Final[Content] = {
    "agency": [
        {"id": "emirate", **_bilingual("name", "إمارة", "Emirate"), "rank": 0},
        {"id": "municipality", **_bilingual("name", "أمانة", "Municipality"), "rank": 1},
    ],
    "office": [
        _office("emir", "emirate", 0), _office("deputy", "emirate", 1), _office("mayor", "municipality", 2),
        _office("lands", "municipality", 3),
    ],
    "service": [_service("emir-audience", "emir"), _service("lands-grant", "lands")],
    "site": [
        {"id": site, **_bilingual("name", "صالة", "Hall"), **_bilingual("governorate", ar, en), "rank": rank}
        for rank, (site, ar, en) in enumerate(
            [("jazan", "جازان", "Jazan City"), ("corniche", "جازان", "Jazan City"), ("sabya", "صبيا", "Sabya")]
        )
    ],
    "kiosk": [
        {"id": "jazan-1", "site_id": "jazan", "number": 1, "enrolled_at": _NOW},
        {"id": "jazan-2", "site_id": "jazan", "number": 2, "enrolled_at": None},
    ],
    "enrolment_code": [{"code_hash": _hash(1), "kiosk_id": "jazan-2", "expires_at": _NOW, "used_at": None}],
    "holiday": [{"day": "2026-09-23", **_bilingual("name", "اليوم الوطني", "National Day")}],
    "weekly_hours": [{"office_id": "emir", "weekday": 6, "opens": "09:00", "closes": "12:00"}],
    "pause": [
        {"office_id": "emir", "opens": "12:00", "closes": "12:30"},
        {"office_id": "emir", "opens": "15:00", "closes": "15:20"},
        {"office_id": "lands", "opens": "12:00", "closes": "12:30"},
    ],
    "schedule_exception": [{"office_id": "emir", "kind": "opening", "starts_at": _NOW, "ends_at": _NOW + _DAY}],
    "staff": [
        {"id": f"stf_{name}", "username": name, "role": role, "office_id": office,
         **_bilingual("name", "موظف", "Member"), "password_hash": f"$argon2id${name}"}
        for name, role, office in (
            ("emir", "official", "emir"), ("delegate", "delegate", "emir"), ("admin", "administrator", None)
        )
    ],
    "person": [
        {"id": "per_1", "national_id": "1000000008", "mobile": "+966500000001", "name": "سالم بن أحمد الجيزاني",
         "created_at": _NOW},
        {"id": "per_2", "national_id": "2000000006", "mobile": "+966500000002", "name": None, "created_at": _NOW + 1},
        {"id": "per_3", "national_id": "1000000016", "mobile": "+966500000003", "name": "Norah Al-Faifi",
         "created_at": _NOW + 2},
    ],
    "throttle": [{"subject": _hash(2), "window_ends_at": _NOW, "count": 3}],
    "session": [
        _session(1, "kiosk", kiosk_id="jazan-1"),
        _session(2, "citizen", person_id="per_1", kiosk_id="jazan-1"),
        _session(3, "official", staff_id="stf_emir", ended_at=_NOW + 7),
        _session(4, "administrator", staff_id="stf_admin"),
    ],
    "challenge": [
        {"id": "chl_1", "kiosk_id": "jazan-1", "national_id": "1000000008", "mobile": "+966500000001",
         "code_hash": _hash(3), "attempts": 1, "created_at": _NOW, "expires_at": _NOW + 300_000, "used_at": None},
    ],
    "hold": [
        {"id": "hld_1", "person_id": "per_2", "office_id": "emir", "service_id": "emir-audience", "site_id": "jazan",
         "starts_at": _NOW, "ends_at": _NOW + 900_000, "expires_at": _NOW + 300_000},
    ],
    "appointment": [
        _appointment(1, 1, "booked", "طلب منحة أرض للأسرة"),
        _appointment(2, 1, "waiting", "Complaint about a well", checked_in_at=_NOW + 5, checked_in_kiosk_id="jazan-1"),
        _appointment(3, 2, "in_session", "", **_IN_SESSION),
        _appointment(4, 3, "completed", "موضوع رابع", **_IN_SESSION, completed_at=_NOW + 20),
        _appointment(5, 3, "outcome_recorded", "موضوع خامس", **_IN_SESSION, completed_at=_NOW + 20),
        _appointment(6, 3, "confirmed", "موضوع سادس", **_IN_SESSION, completed_at=_NOW + 20),
        _appointment(7, 1, "cancelled", "Seventh matter"),
        _appointment(8, 1, "no_show", "Eighth matter"),
    ],
    "claim": [
        *_claims("apt_1", 100, None, "office:emir", "person:per_1", "kiosk:jazan-1"),
        *_claims("apt_2", 200, None, "office:emir", "person:per_1", "kiosk:jazan-2"),
        *_claims("hld_1", 300, _NOW + 300_000, "office:emir", "person:per_2", "kiosk:jazan-1"),
    ],
    "outcome": [
        {"appointment_id": "apt_5", "code": "approved", "text": "تمت الموافقة على المنحة", "responsible_unit": "",
         "recorded_by": "stf_emir", "recorded_at": _NOW + 30, "confirmed_at": None},
        {"appointment_id": "apt_6", "code": "declined", "text": "The plot is a road",
         "responsible_unit": "إدارة الأراضي",
         "recorded_by": "stf_emir", "recorded_at": _NOW + 30, "confirmed_at": _NOW + 40},
    ],
    "room": [
        {"id": "rom_1", "appointment_id": "apt_3", "opened_at": _NOW, "closed_at": None, "negotiation": 2,
         "settled_by_official": True, "settled_by_citizen": False},
    ],
    "room_member": [
        {"room_id": "rom_1", "party": "official", "session_id": "ses_3", "token_issued_at": _NOW, "present": True},
        {"room_id": "rom_1", "party": "citizen", "session_id": "ses_2", "token_issued_at": _NOW, "present": False},
    ],
    "idempotency": [
        {"actor": actor, "key": key, "request_hash": _hash(4), "answer": answer, "created_at": _NOW}
        for actor, key, answer in (
            ("ses_2", "k1", '{"subject": "طلب منحة أرض للأسرة", "ticket_code": "493817"}'),
            ("ses_2", "k2", "{}"),
            ("ses_3", "k1", '{"text": "The plot is a road"}' + " " * 5000),
        )
    ],
    "outbox": [
        _message(1, "pending", "مجلس: رمز الدخول 493817 صلاحيته بالدقائق: 5.", attempts=2, fault="timeout"),
        _message(2, "hushed", ""),
        _message(3, "sent", "", attempts=1, sent_at=_NOW + 2),
        _message(4, "dead", "", attempts=8, fault="no route"),
        _message(5, "pending", "مجلس: موعدكم لدى أمير المنطقة\nالتذكرة 10001 الرمز 204816"),
        _message(6, "pending", "مجلس: صدرت نتيجة موعدكم رقم 10005."),
    ],
    "audit": [
        {"seq": seq, "at": _NOW, "actor": "per_1", "role": "citizen", "action": "book", "subject": "apt_1"}
        for seq in (3, 4, 9)
    ],
    "change": [{"seq": 5, "at": _NOW, "appointment_id": "apt_1", "office_id": "emir", "person_id": "per_1"}],
    "counter": [{"name": "ticket", "value": 10008}],
}  # fmt: skip

READABLE: Final = (
    "1000000008", "2000000006", "1000000016", "+966500000001", "+966500000003", "الجيزاني", "Al-Faifi",
    "طلب منحة أرض للأسرة", "Complaint about a well", "Seventh matter", "تمت الموافقة على المنحة", "The plot is a road",
    "493817", "204816",
)  # fmt: skip
"""What the first release kept in plain and nobody may read any more."""


def build(connection: Connection) -> None:
    """Make the first release's tables, and fill them."""
    upgrade(connection, REVISION)
    for table, rows in CONTENT.items():
        columns = sa.table(table, *(sa.column(name) for name in rows[0]))
        connection.execute(sa.insert(columns), rows)


def upgrade(connection: Connection, revision: str, vault: Vault | None = None) -> None:
    """Go up to one revision."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent).replace("%", "%%"))
    config.attributes.update(connection=connection, vault=vault)
    command.upgrade(config, revision)


def dump(connection: Connection) -> Content:
    """Every row of every table, in the order of all their values."""
    tables = sorted(sa.inspect(connection).get_table_names())
    return {table: _rows(connection, table) for table in tables if table != "alembic_version"}


def _rows(connection: Connection, table: str) -> Rows:
    found = connection.execute(sa.text(f'SELECT * FROM "{table}"')).mappings()  # noqa: S608 - the store's own names
    return sorted((dict(row) for row in found), key=lambda row: repr(sorted(row.items())))
