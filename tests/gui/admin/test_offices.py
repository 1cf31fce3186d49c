"""Offices, services and halls in the administrator's workspace, before a real server."""

from datetime import timedelta

from sqlalchemy import update

from desk_client.client.region_entries import Agency, Place, RegionOffice, RegionSite, entry_of, found
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.transaction_link import LinkFault
from desk_client.i18n.bidi import without_marks
from desk_client.server.storage.tables.region import office
from desk_client.ui.admin.list_section import ListSection
from desk_client.ui.admin.place_words import link_fault_words, refused_words
from desk_client.ui.operator.help.today import today
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.text_field import TextField
from tests.gui.admin.conftest import Desk


def place(desk: Desk, key: str) -> Place:
    region = desk.client.administration.region.value
    assert region is not None
    known = found(region, entry_of(key))
    assert known is not None
    return known


def office_of(desk: Desk, office_id: str) -> RegionOffice:
    known = place(desk, f"office:{office_id}")
    assert isinstance(known, RegionOffice)
    return known


def hall(desk: Desk, site_id: str) -> RegionSite:
    known = place(desk, f"site:{site_id}")
    assert isinstance(known, RegionSite)
    return known


def opened(desk: Desk) -> ListSection:
    section = desk.window.administration.opened
    assert isinstance(section, ListSection)
    return section


async def at(desk: Desk, section: str, key: str) -> None:
    await desk.open(section)
    opened(desk).open(key)


def question(desk: Desk) -> str:
    """What the open dialog asks, and says of it."""
    dialog = opened(desk).changing.dialog
    assert dialog is not None
    return " ".join(each.said for each in dialog.findChildren(Label))


async def agreed(desk: Desk, name: str) -> None:
    await desk.press(name)
    await desk.press("admin_confirm")


async def test_an_office_is_made_with_a_service_and_closed_by_taking_it_back(desk: Desk) -> None:
    await desk.open("offices")
    await desk.press("admin_new")
    desk.fill("what", "office")
    assert not desk.find("admin_save").isEnabled(), "it has no name"
    texts = {"name": ("مكتب الحدائق", "Parks"), "honorific": ("سعادة", "HE"), "holder": ("سالم", "Salem")}
    desk.fill("agency", "emirate")
    desk.fill("rung", "department_head")
    for name, (ar, en) in texts.items():
        desk.fill(f"{name}_ar", ar)
        desk.fill(f"{name}_en", en)
    await agreed(desk, "admin_save")
    assert (office_of(desk, "parks").holder.en, office_of(desk, "parks").agency_id) == ("Salem", "emirate")

    await desk.press("admin_new")
    desk.fill("what", "service")
    for code, text in (("office", "parks"), ("kind", "in_person"), ("name_ar", "زيارة"), ("name_en", "Visit")):
        desk.fill(code, text)
    await agreed(desk, "admin_save")
    assert place(desk, "service:visit").closed_from is None
    await desk.press("admin_undo")
    assert place(desk, "service:visit").closed_from == today(), "what was made stays for the trail, and is closed"


async def test_an_office_gets_another_holder_and_its_former_one_back(desk: Desk) -> None:
    await at(desk, "offices", "office:deputy")
    before = office_of(desk, "deputy")
    desk.fill("holder_ar", "سعد المثال")
    await desk.press("admin_save")
    assert "سعد المثال" in question(desk)
    await desk.press("admin_confirm")
    assert office_of(desk, "deputy").holder.ar == "سعد المثال"
    await desk.press("admin_undo")
    assert office_of(desk, "deputy") == before.model_copy(update={"version": before.version + 2})


async def test_what_somebody_else_changed_meanwhile_is_not_overwritten(desk: Desk) -> None:
    await at(desk, "offices", "office:deputy")
    desk.fill("holder_ar", "سعد المثال")
    meanwhile = update(office).where(office.c.id == "deputy").values(holder_ar="غيره", version=office.c.version + 1)
    house = desk.region.running.house
    house.write_now(lambda transaction: transaction.connection.execute(meanwhile).rowcount)
    await agreed(desk, "admin_save")
    assert desk.shown("admin_notice")
    assert office_of(desk, "deputy").holder.ar == "غيره"


async def test_closing_says_what_it_touches_and_can_be_taken_back(desk: Desk) -> None:
    await at(desk, "offices", "office:deputy")
    await desk.press("place_closing")
    field = desk.find("closing_day")
    assert isinstance(field, TextField)
    assert field.text() == (today() + timedelta(days=1)).isoformat()
    field.setText((today() - timedelta(days=1)).isoformat())
    assert not desk.find("admin_confirm").isEnabled(), "that day is over"
    last = today() + timedelta(days=40)
    field.setText(last.isoformat())
    await desk.press("admin_confirm")
    assert desk.find("admin_cancel").hasFocus()
    assert "للعاملين فيه" in question(desk), "those who work there are named"
    await desk.press("admin_confirm")
    assert office_of(desk, "deputy").closed_from == last
    await desk.press("admin_undo")
    assert office_of(desk, "deputy").closed_from is None


async def test_an_agency_is_not_asked_about_while_its_offices_are_open(desk: Desk) -> None:
    await at(desk, "offices", "agency:emirate")
    await desk.press("place_closing")
    assert not desk.shown("closing_day")
    assert desk.shown("admin_notice")


async def test_a_hall_is_made_gets_a_kiosk_and_an_address(desk: Desk) -> None:
    await desk.open("halls")
    await desk.press("admin_new")
    for code, text in (("name_ar", "قاعة العيدابي"), ("name_en", "Aydabi"), ("governorate", " ")):
        desk.fill(code, text)
    assert not desk.find("admin_save").isEnabled(), "the new governorate has no name"
    for code, text in (
        ("governorate_ar", "العيدابي"),
        ("governorate_en", "Al Aydabi"),
        ("phone", "٠١٧٣٠٠٠٠٩٩"),
        ("latitude", "١٧٫٢"),
        ("longitude", "42.9"),
        ("days", "6,0"),
        ("opens", "8:00"),
        ("closes", "14:30"),
    ):
        desk.fill(code, text)
    await agreed(desk, "admin_save")
    made = hall(desk, "aydabi")
    assert (made.phone, made.latitude, made.hours[0].opens) == ("+966173000099", 17.2, "08:00")
    await agreed(desk, "halls_more")
    assert [each.id for each in hall(desk, "aydabi").kiosks] == ["aydabi-1"]
    desk.fill("address_ar", "شارع")
    assert not desk.find("admin_save").isEnabled(), "an address is said in both languages"
    desk.fill("address_en", "Street")
    await agreed(desk, "admin_save")
    assert hall(desk, "aydabi").address is not None


async def test_an_agency_says_where_its_transactions_are_found_and_takes_it_back(desk: Desk) -> None:
    await at(desk, "offices", "agency:emirate")
    before = place(desk, "agency:emirate")
    assert isinstance(before, Agency)
    assert before.transaction_link is None
    desk.fill("transaction_link", "https://portal.example.gov.sa/t/{number}")
    await desk.press("admin_save")
    assert "https://portal.example.gov.sa/t/{number}" in question(desk)
    await desk.press("admin_confirm")
    now = place(desk, "agency:emirate")
    assert isinstance(now, Agency)
    assert (now.transaction_link, now.name) == ("https://portal.example.gov.sa/t/{number}", before.name)
    await desk.press("admin_undo")
    assert place(desk, "agency:emirate") == before.model_copy(update={"version": before.version + 2})


async def test_an_address_that_can_lead_nowhere_is_not_saved_and_it_is_said_why(desk: Desk) -> None:
    await at(desk, "offices", "agency:emirate")
    block = opened(desk).form.block("transaction_link")
    for typed, said in (
        ("http://portal.example/{number}", "https://"),
        ("https://portal.example/", "{number}"),
        ("https://clerk@portal.example/{number}", "مستخدم"),
        ("https://portal.example/{number} ", ""),
    ):
        desk.fill("transaction_link", typed)
        assert desk.find("admin_save").isEnabled() is (said == ""), typed
        assert said in without_marks(block.error), typed
    desk.fill("transaction_link", "https://portal.example/{number}")
    await agreed(desk, "admin_save")
    desk.fill("transaction_link", "")
    await desk.press("admin_save")
    assert "لا شيء بعد الآن" in question(desk)
    await desk.press("admin_confirm")
    left = place(desk, "agency:emirate")
    assert isinstance(left, Agency)
    assert left.transaction_link is None


def test_what_the_server_refuses_is_worded_as_what_is_typed() -> None:
    for fault in LinkFault:
        refusal = Refusal(RefusalCode.INVALID_REQUEST, field=f"transaction_link.{fault.value}")
        assert refused_words(refusal) == link_fault_words(fault) != ""
    assert refused_words(Refusal(RefusalCode.INVALID_REQUEST, field="transaction_link.other")) == ""
