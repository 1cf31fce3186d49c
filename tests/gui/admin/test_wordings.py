"""The usual wordings of outcomes in the administrator's workspace, before a real server."""

from desk_client.domain.decision import DecisionCode, Wording
from tests.gui.admin.conftest import Desk
from tests.gui.admin.test_questions import service

GRIEVANCE, AUDIENCE = "emir-grievance", "emir-audience"
TEXTS = {"name_ar": "إحالة", "name_en": "Refer", "text_ar": "وجّهنا … بالنظر", "text_en": "We have directed …"}


async def fill(desk: Desk, service_id: str, decision: str = "directed", **other: str) -> None:
    await desk.press("admin_new")
    for code, text in {"service": service_id, "decision": decision, **TEXTS, **other}.items():
        desk.fill(code, text)


async def agreed(desk: Desk, name: str) -> None:
    await desk.press(name)
    await desk.press("admin_confirm")


async def test_a_wording_is_made_changed_retired_and_each_is_taken_back(desk: Desk) -> None:
    await desk.open("wordings")
    await desk.press("admin_new")
    assert not desk.find("admin_save").isEnabled()
    await fill(desk, AUDIENCE)
    assert "وجّهنا … بالنظر" in desk.told("wording_preview")
    await agreed(desk, "admin_save")
    made = Wording(DecisionCode.DIRECTED, *TEXTS.values())
    assert service(desk, AUDIENCE).wordings == (made,)

    desk.fill("text_en", "Directed …")
    await agreed(desk, "admin_save")
    assert service(desk, AUDIENCE).wordings[0].text_en == "Directed …"
    await desk.press("admin_undo")
    assert service(desk, AUDIENCE).wordings == (made,)

    desk.choose("wordings", "لقاء سمو أمير المنطقة")
    await agreed(desk, "wording_retire")
    assert service(desk, AUDIENCE).wordings == ()
    await desk.press("admin_undo")
    assert service(desk, AUDIENCE).wordings == (made,)


async def test_more_than_an_official_sees_beside_each_other_are_refused_beforehand(desk: Desk) -> None:
    await desk.open("wordings")
    before = service(desk, GRIEVANCE).wordings
    for number in range(2):
        await fill(desk, GRIEVANCE, name_ar=f"إحالة {number}")
        await agreed(desk, "admin_save")
    assert len(service(desk, GRIEVANCE).wordings) == len(before) + 2
    await fill(desk, GRIEVANCE, name_ar="رابعة")
    assert not desk.find("admin_save").isEnabled()
    desk.fill("decision", "granted")
    assert desk.find("admin_save").isEnabled()
