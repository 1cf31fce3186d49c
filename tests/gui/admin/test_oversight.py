"""The trail verified, books and people's data taken out, an erasure, who looked, and who records: on real screens."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from sqlalchemy import select, update

from desk_client.client.administration import AuditCheck
from desk_client.domain.access import Role
from desk_client.domain.ids import OfficeId, PersonId, SessionId, StaffId
from desk_client.domain.people import Document, DocumentKind, DocumentNumber, Mobile, PersonName
from desk_client.i18n.digits import shown
from desk_client.i18n.language import Language
from desk_client.server.services.access import people
from desk_client.server.services.actor import Actor
from desk_client.server.services.life import recording_rules
from desk_client.server.services.trail import looked_at
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.bookkeeping import audit
from desk_client.ui.admin.register_section import RegisterSection
from desk_client.ui.moments import here
from desk_client.ui.widgets.pick import Pick
from desk_client.ui.widgets.text_field import TextField
from tests.gui.admin.conftest import Desk

NUMBER = "1000000016"
ACTOR = Actor(SessionId("ses_x"), Role.OFFICIAL, staff_id=StaffId("stf_looker"), verified_by="password")


@pytest.fixture
def person(desk: Desk) -> PersonId:
    """Somebody of whom an official has read the brief."""

    def make(transaction: Transaction) -> PersonId:
        document = Document(DocumentKind.NATIONAL_ID, DocumentNumber(NUMBER))
        made = people.remembered(transaction, document, Mobile("+966500000077"), Language.ARABIC)
        people.rename(transaction, made, PersonName("سعاد المثال"))
        looked_at(transaction, ACTOR, "see_brief", made, "apt_one")
        return made

    return desk.region.running.house.write_now(make)


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the dialog of the system names."""
    file = tmp_path / "out.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(file), ""))
    return file


def content(file: Path) -> bytes:
    return file.read_bytes()


def is_private(file: Path) -> bool:
    return file.stat().st_mode & 0o077 == 0


def pick(desk: Desk, name: str, key: str) -> None:
    field = desk.find(name)
    assert isinstance(field, Pick)
    field.pick(key)
    assert field.key == key
    field.picked.emit(key)


def type_in(desk: Desk, name: str, text: str) -> None:
    field = desk.find(name)
    assert isinstance(field, TextField)
    field.setText(text)
    field.editingFinished.emit()


def standing(desk: Desk) -> AuditCheck:
    content = desk.client.administration.audit_check.value.content
    assert content is not None
    return content


async def verified(desk: Desk) -> AuditCheck:
    await desk.press("trail_verify")
    async with asyncio.timeout(60):
        while standing(desk).running_since is not None:
            await asyncio.sleep(0.05)
            desk.window.administration.refresh()
            await desk.settle()
            QApplication.processEvents()
    return standing(desk)


async def handed_over(desk: Desk, grounds: str) -> str:
    """The grounds named, the file written; the password that is shown."""
    assert not desk.find("admin_confirm").isEnabled(), "not without grounds"
    pick(desk, "field_grounds", grounds)
    await desk.press("admin_confirm")
    password = desk.told("admin_secret")
    await desk.press("admin_written_down")
    return password


def acts(desk: Desk) -> list[str]:
    return desk.region.running.house.read_now(
        lambda transaction: list(transaction.connection.execute(select(audit.c.action)).scalars())
    )


@pytest.mark.expected_errors("the audit trail is not whole")
async def test_the_trail_is_verified_and_says_where_it_is_broken(desk: Desk) -> None:
    await desk.open("trail")
    assert not desk.shown("trail_result"), "nothing is known before somebody asks"
    async with asyncio.timeout(60):
        while not (await verified(desk)).rows:
            await desk.settle()  # the sealer comes within seconds
    assert standing(desk).is_whole
    assert desk.told("trail_result").startswith("السجل سليم")
    house = desk.region.running.house
    first = house.read_now(lambda transaction: transaction.connection.execute(select(audit.c.seq)).scalars().first())
    edit = update(audit).where(audit.c.seq == first).values(action="else")
    house.store.write(lambda connection: connection.execute(edit)).result()
    assert not (await verified(desk)).is_whole
    told = desk.told("trail_result")
    assert told.startswith("السجل غير سليم")
    assert f"غُيِّر القيد {shown(str(first), Language.ARABIC)}" in told
    assert "verify_audit" in acts(desk)


async def test_what_was_searched_in_the_trail_is_saved_under_a_password(desk: Desk, saved: Path) -> None:
    await desk.open("trail")
    await desk.press("trail_take_out")
    password = await handed_over(desk, "inspection")
    assert len(password.replace("-", "")) == 16
    before = content(saved)
    assert before.startswith(b"PK")
    assert b"sign_in" not in before
    assert is_private(saved)
    assert "export_book:inspection" in acts(desk)
    await desk.press("trail_take_out")
    pick(desk, "field_grounds", "order")
    await desk.press("admin_confirm")
    assert "يوجد ملف بهذا الاسم" in desk.told("admin_notice")
    assert content(saved) == before, "nothing is written over"


async def test_a_person_is_found_by_their_papers_given_their_data_and_erased(
    desk: Desk, person: PersonId, saved: Path
) -> None:
    await desk.open("persons")
    assert not desk.find("holder_find").isEnabled()
    type_in(desk, "holder_number", "1000000024")
    await desk.press("holder_find")
    assert "لا نحتفظ بشيء" in desk.told("admin_notice")
    type_in(desk, "holder_number", "١٠٠٠٠٠٠٠١٦")
    await desk.press("holder_find")
    assert desk.told("holder_name").startswith("سعاد المثال")
    assert ("الهوية: الوثيقة والاسم والجوال والبريد", "١") in [row[:2] for row in desk.rows("holder")]
    await desk.press("holder_save")
    await handed_over(desk, "person_asked")
    assert NUMBER.encode() not in content(saved)
    assert "export_data:person_asked" in acts(desk)

    await desk.press("holder_erase")
    confirm = desk.find("admin_confirm")
    pick(desk, "field_grounds", "person_asked")
    assert not confirm.isEnabled(), "not before the number is typed once more"
    type_in(desk, "erase_number", "1000000008")
    await desk.press("admin_confirm")
    assert "ليس لهذا الشخص" in desk.told("admin_notice")
    await desk.press("holder_erase")
    pick(desk, "field_grounds", "person_asked")
    type_in(desk, "erase_number", NUMBER)
    await desk.press("admin_confirm")
    assert desk.told("admin_done").startswith("مُحيت البيانات")
    assert not desk.shown("holder_name")
    gone = desk.region.running.house.read_now(lambda transaction: people.shown(transaction, person))
    assert gone is not None
    assert (gone.name, gone.masked_id) == (None, None)


async def test_nobody_is_erased_by_going_back(desk: Desk, person: PersonId) -> None:
    await desk.open("persons")
    type_in(desk, "holder_number", NUMBER)
    await desk.press("holder_find")
    await desk.press("holder_erase")
    await desk.press("admin_cancel")
    await desk.settle()
    kept = desk.region.running.house.read_now(lambda transaction: people.shown(transaction, person))
    assert kept is not None
    assert kept.name == "سعاد المثال"


async def test_who_looked_is_searched_by_person_case_and_day(desk: Desk, person: PersonId) -> None:
    await desk.open("register")
    assert [row[2:] for row in desk.rows("register")] == [("قرأ الملخص", "apt_one")]
    type_in(desk, "register_case", "apt_two")
    await desk.settle()
    assert not desk.shown("register_table")
    type_in(desk, "register_case", "")
    await desk.settle()
    type_in(desk, "register_person", NUMBER)
    await desk.settle()
    assert ("قرأ الملخص", "apt_one") in [row[2:] for row in desk.rows("register")]
    section = desk.window.administration.opened
    assert isinstance(section, RegisterSection)
    assert section.sought().person_id == person
    type_in(desk, "register_person", "1000000000")
    await desk.settle()
    assert section.blocks[1].error == "هذا ليس رقم هوية صحيحًا."
    type_in(desk, "register_day", "yesterday")
    assert section.blocks[3].error


async def test_a_breach_is_reported_in_short_and_saved_whole(desk: Desk, person: PersonId, saved: Path) -> None:
    assert person
    await desk.open("register")
    await desk.press("register_breach")
    assert not desk.find("admin_confirm").isEnabled()
    type_in(desk, "breach_first", "2020-01-01")
    type_in(desk, "breach_last", "2019-01-01")
    assert not desk.find("admin_confirm").isEnabled(), "it ends before it begins"
    type_in(desk, "breach_last", here(datetime.now(UTC)).date().isoformat())
    await desk.press("admin_confirm")
    assert "١" in desk.told("breach_line_0")
    await desk.press("admin_confirm")
    await desk.press("admin_written_down")
    assert content(saved).startswith(b"PK")
    assert "report_breach:incident" in acts(desk)


async def test_an_office_records_or_not_and_for_how_long_with_a_way_back(desk: Desk) -> None:
    def rule() -> tuple[bool, int | None]:
        now = desk.region.running.house.read_now(
            lambda transaction: recording_rules.rule_of(transaction, OfficeId("emir"))
        )
        return now.allowed, now.kept_days

    await desk.open("recording_rules")
    desk.window.administration.opened.open("emir")  # type: ignore[attr-defined]  # it is a list's section
    desk.fill("allowed", "on")
    desk.fill("days", "0")
    assert not desk.find("admin_save").isEnabled()
    desk.fill("days", "٣٠")
    assert "٣٠ يومًا" in desk.told("recording_means")
    await desk.press("admin_save")
    assert rule() == (False, None), "not before it is confirmed"
    await desk.press("admin_confirm")
    assert rule() == (True, 30)
    assert any("إذا وافق المراجع" in row for row in desk.rows("recording_rules"))
    await desk.press("admin_undo")
    assert rule() == (False, None)
