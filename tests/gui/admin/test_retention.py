"""How long what is kept, in the administrator's workspace, before a real server."""

from desk_client.client.administration import Kept
from desk_client.domain.retention import Kind
from tests.gui.admin.conftest import Desk
from tests.integration.server.outbox.rows import put


def kept(desk: Desk) -> Kept:
    return next(each for each in desk.client.administration.kept.value.rows or () if each.kind is Kind.MESSAGES)


async def test_a_kind_is_kept_for_another_time_and_as_long_as_usual_again(desk: Desk) -> None:
    put(desk.region.running.house)
    await desk.open("retention")
    assert (kept(desk).hours, kept(desk).own) == (90 * 24, False)
    desk.window.administration.opened.open("messages")  # type: ignore[attr-defined]  # it is a list's section
    desk.fill("days", "0")
    assert not desk.find("admin_save").isEnabled()
    desk.fill("days", "٣٠")
    await desk.press("admin_save")
    assert not kept(desk).own, "not before it is confirmed"
    await desk.press("admin_confirm")
    assert (kept(desk).hours, kept(desk).own) == (30 * 24, True)
    await desk.press("retention_usual")
    await desk.press("admin_confirm")
    assert (kept(desk).hours, kept(desk).own) == (90 * 24, False)
    await desk.press("admin_undo")
    assert (kept(desk).hours, kept(desk).own) == (30 * 24, True)
