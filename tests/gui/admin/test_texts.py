"""Texts and dead letters in the administrator's workspace, before a real server."""

from sqlalchemy import update

from desk_client.client.administration import MessageTemplate
from desk_client.domain.undelivered import Fault, Why, why
from desk_client.i18n.bidi import isolated
from desk_client.server.notify.outbox import Terms, enqueue_sms
from desk_client.server.notify.templates import TemplateKey
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.bookkeeping import outbox
from desk_client.ui.admin.message_words import undelivered_words
from desk_client.ui.widgets.label import Label
from tests.gui.admin.conftest import Desk
from tests.integration.server.outbox.rows import MOBILE, rows

KEY, ROW = "outcome_ready", "صدور النتيجة العربية"
WORDED = "مجلس: نتيجة موعدكم {number} جاهزة."


def give_up(transaction: Transaction) -> None:
    """Two messages that no carrier would take, before one takes them."""
    for text in ("one", "two"):
        enqueue_sms(transaction, MOBILE, text, Terms(TemplateKey.TICKET, dedupe_key=text))
    dead = {"state": "dead", "fault": Fault.CARRIER_ANSWERED.noted("422"), "attempts": 8}
    transaction.connection.execute(update(outbox).values(**dead))


def template(desk: Desk) -> MessageTemplate:
    every = desk.client.administration.templates.value.rows or ()
    return next(each for each in every if (each.key, each.language) == (KEY, "ar"))


async def test_a_text_is_seen_as_it_will_read_worded_anew_and_taken_back(desk: Desk) -> None:
    await desk.open("texts")
    desk.choose("texts", ROW)
    usual = template(desk).body
    desk.fill("body", WORDED)
    await desk.settle()
    assert desk.told("text_preview") == "مجلس: نتيجة موعدكم 10001 جاهزة."
    assert "جزء واحد" in desk.told("text_cost")
    await desk.press("admin_save")
    await desk.press("admin_confirm")
    assert (template(desk).body, template(desk).own) == (WORDED, True)
    await desk.press("text_restore")
    await desk.press("admin_confirm")
    assert (template(desk).body, template(desk).own) == (usual, False)
    await desk.press("admin_undo")
    assert (template(desk).body, template(desk).own) == (WORDED, True)


async def test_what_a_text_lacks_is_told_while_it_is_typed_and_refused_when_it_is_saved(desk: Desk) -> None:
    await desk.open("texts")
    desk.choose("texts", ROW)
    desk.fill("body", "مجلس: نتيجة {nobody}")
    await desk.settle()
    block = desk.window.administration.opened.form.block("body")  # type: ignore[attr-defined]  # it is a list's section
    assert "{number}" in block.error
    assert "{nobody}" in block.error
    await desk.press("admin_save")
    await desk.press("admin_confirm")
    assert desk.told("admin_notice")
    assert not template(desk).own
    assert desk.window.administration.loses(), "what was typed is still there"


async def test_every_reason_for_which_a_message_is_given_up_has_a_sentence_of_its_own(desk: Desk) -> None:
    numbers = ("401", "404", "429", "503", "422", "550", "451")
    notes = {why(each.noted(number)): each.noted(number) for each in Fault for number in numbers}
    assert set(Why) <= notes.keys()
    said = {undelivered_words(note) for note in (*notes.values(), "EC_PHONE_OFF")}
    assert len(said) == len(Why) + 1
    assert [words for words in said if not "\u0600" <= words[0] <= "\u06ff"] == []
    assert desk.faults == 0


async def test_a_dead_letter_says_why_is_sent_again_or_settled(desk: Desk) -> None:
    house = desk.region.running.house
    house.write_now(give_up)
    await desk.open("dead_letters")
    first, second = (each.id for each in desk.client.administration.dead.value.rows or ())
    section = desk.window.administration.opened
    section.open(first)  # type: ignore[attr-defined]  # the same
    assert desk.told("dead_reason") == "لم يقبل مزوّد الرسائل النصية هذه الرسالة، وقد يكون الرقم غير مستخدم."
    assert desk.rows("dead_letters")[0][2] == desk.told("dead_reason")
    raw = desk.find("dead_raw")
    assert isinstance(raw, Label)
    assert raw.text().endswith(isolated("the carrier answered 422")), "it reads from left to right"
    await desk.press("dead_again")
    await desk.press("admin_confirm")
    section.open(second)  # type: ignore[attr-defined]  # the same
    await desk.press("dead_settle")
    assert desk.find("admin_cancel").hasFocus()
    await desk.press("admin_confirm")
    states = {row.id: row.state for row in rows(house)}
    assert states[first] in {"pending", "sent"}
    assert states[second] == "withdrawn"
    assert desk.find("admin_empty").accessibleName() == "وصلت جميع الرسائل"
