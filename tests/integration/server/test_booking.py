import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from desk_client.domain.access import Role
from desk_client.domain.ids import PersonId, SessionId, SiteId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.slots import HoldAsk
from desk_client.server.jobs.housekeeping import tidy
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.holding import place_hold
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment, claim
from desk_client.server.storage.tables.bookkeeping import audit, outbox
from desk_client.server.storage.tables.people import person, session
from tests.fakes.clock import StandingClock
from tests.integration.server.people import Town, hold_ask, mobile, national_id, new_key
from tests.stores import BOTH

STORES = BOTH


def test_from_the_id_to_the_confirmed_outcome(town: Town) -> None:
    citizen, official = town.citizen(town.kiosk()), town.official()
    booked = town.booked(citizen)
    ticket, appointment_id = booked["appointment"], booked["appointment"]["id"]
    assert ticket["state"] == "booked"
    assert ticket["site_name"]["en"] == "Majlis hall, Farasan"
    assert booked["ticket_code"].isdigit()
    assert any(ticket["ticket_number"] in text and booked["ticket_code"] in text for text in town.sms("+966500000001"))

    assert citizen.got("POST", f"/appointments/{appointment_id}/check-in")["state"] == "waiting"
    (item,) = official.got("GET", "/desk/agenda")["items"]
    assert (item["citizen_name"], item["masked_id"]) == ("عبدالله بن أحمد المثال", "10••••••08")
    brief = official.got("GET", f"/appointments/{appointment_id}/brief")
    assert (brief["item"]["subject"], brief["verified_by"], brief["history"]) == ("طريق القرية", "sms_code", [])

    assert official.got("POST", f"/appointments/{appointment_id}/admission")["state"] == "in_session"
    assert official.got("POST", f"/appointments/{appointment_id}/send-back")["state"] == "waiting"
    assert official.got("POST", f"/appointments/{appointment_id}/admission")["state"] == "in_session"
    assert citizen.got("POST", f"/appointments/{appointment_id}/room-token")["party"] == "citizen"
    assert official.got("POST", f"/appointments/{appointment_id}/completion")["state"] == "completed"

    missing = citizen.refused("POST", f"/appointments/{appointment_id}/outcome/confirmation")
    assert missing["code"] == "outcome_missing"
    decision = {"code": "directed", "text": "يُسفلت الطريق", "responsible_unit": "أمانة المنطقة"}
    nothing_follows: dict[str, object] = {"directive": None, "actions": [], "follow_up": None, "transaction_number": ""}
    official.got("PUT", f"/appointments/{appointment_id}/outcome", {"decision": decision})
    assert citizen.got("GET", f"/appointments/{appointment_id}/outcome")["decision"] == decision | nothing_follows
    assert citizen.got("POST", f"/appointments/{appointment_id}/outcome/confirmation")["confirmed_at"] is not None
    assert citizen.got("GET", "/appointments/mine")["appointments"][0]["state"] == "confirmed"
    other = decision | {"text": "لا يُسفلت"}
    late = official.refused("PUT", f"/appointments/{appointment_id}/outcome", {"decision": other})
    assert late["code"] == "illegal_transition"


def test_every_change_leaves_audit_and_messages_in_its_own_transaction(town: Town) -> None:
    citizen = town.citizen(town.kiosk())
    appointment_id = town.booked(citizen)["appointment"]["id"]

    def left_behind(transaction: Transaction) -> tuple[list[str], list[str]]:
        run = transaction.connection.execute
        actions = run(select(audit.c.action).where(audit.c.subject == appointment_id)).scalars().all()
        return list(actions), list(run(select(outbox.c.kind)).scalars())

    actions, messages = town.server.house.read_now(left_behind)
    assert actions == ["hold", "book"]
    assert messages == ["sms", "sms"]  # the code and the ticket


def test_a_hundred_bookers_never_share_one_of_ten_slots(town: Town) -> None:
    house = town.server.house
    kiosk = town.kiosk()
    slots = town.slots(kiosk)[:10]

    def settle(transaction: Transaction) -> list[Actor]:
        actors = []
        for number in range(100):
            person_id, session_id = PersonId(f"per_{number}"), SessionId(f"ses_{number}")
            transaction.connection.execute(
                person.insert().values(
                    id=person_id,
                    document="national_id",
                    number_index=number.to_bytes(32),
                    name_sealed=transaction.vault.seal("person.name", person_id, "مستفيد"),
                    language="ar",
                    created_at=transaction.now,
                )
            )
            transaction.connection.execute(
                session.insert().values(
                    id=session_id,
                    token_hash=number.to_bytes(32),
                    role="citizen",
                    person_id=person_id,
                    companions=0,
                    verified_by="sms",
                    created_at=transaction.now,
                    seen_at=transaction.now,
                    expires_at=transaction.now + timedelta(hours=1),
                )
            )
            actors.append(Actor(session_id, Role.CITIZEN, person_id=person_id, site_id=SiteId("farasan")))
        return actors

    actors = house.write_now(settle)
    gate = threading.Barrier(20)

    def try_to_hold(actor: Actor, ask: HoldAsk) -> object:
        return house.write_now(lambda transaction: place_hold(transaction, actor, ask))

    def race(number: int) -> list[object]:
        gate.wait()
        answers: list[object] = []
        for actor in actors[number * 5 : number * 5 + 5]:
            for starts_at in slots:
                ask = HoldAsk.model_validate(hold_ask(starts_at))
                answers.append(try_to_hold(actor, ask))
                if not isinstance(answers[-1], Refusal):
                    break
        return answers

    with ThreadPoolExecutor(20) as pool:
        answers = [answer for answers in pool.map(race, range(20)) for answer in answers]
    refusals = {answer.code for answer in answers if isinstance(answer, Refusal)}
    assert len([answer for answer in answers if not isinstance(answer, Refusal)]) == 10
    assert refusals == {RefusalCode.SLOT_TAKEN}

    def claimed(transaction: Transaction) -> tuple[int, int]:
        owners = select(claim.c.owner).where(claim.c.resource == "office:emir").distinct()
        rows = transaction.connection.execute(select(func.count()).select_from(claim)).scalar_one()
        return len(transaction.connection.execute(owners).all()), rows

    assert house.read_now(claimed) == (10, 10 * 3 * 4)  # office, kiosk and person, for four quanta each


def test_two_requests_with_one_key_are_one_booking(town: Town) -> None:
    citizen = town.citizen(town.kiosk())
    key, (first, second) = new_key(), town.slots(citizen)[:2]
    answers = [citizen.got("POST", "/holds", hold_ask(first), Idempotency_Key=key) for _ in range(2)]
    assert answers[0] == answers[1]
    other = citizen.refused("POST", "/holds", hold_ask(second), Idempotency_Key=key)
    assert (other["status"], other["code"]) == (409, "idempotency_mismatch")

    key, body = new_key(), {"hold_id": answers[0]["id"], "subject": ""}
    with ThreadPoolExecutor(4) as pool:
        booked = list(pool.map(lambda _: citizen.got("POST", "/appointments", body, Idempotency_Key=key), range(4)))
    assert all(answer == booked[0] for answer in booked)
    count = select(func.count()).select_from(appointment)
    assert town.server.house.read_now(lambda transaction: transaction.connection.execute(count).scalar_one()) == 1


def test_a_taken_slot_is_refused_and_the_earlier_hold_kept(town: Town) -> None:
    kiosk, other_kiosk = town.kiosk(), town.kiosk("sabya-1")
    first = town.citizen(kiosk)
    second = town.citizen(other_kiosk, "1048159204", "+966500000002")
    wanted, other = town.slots(first)[:2]
    first.got("POST", "/holds", hold_ask(wanted), Idempotency_Key=new_key())
    mine = second.got("POST", "/holds", hold_ask(other), Idempotency_Key=new_key())
    taken = second.refused("POST", "/holds", hold_ask(wanted), Idempotency_Key=new_key())
    assert (taken["status"], taken["code"]) == (409, "slot_taken")
    assert wanted not in town.slots(second)
    body = {"hold_id": mine["id"], "subject": ""}
    assert second.got("POST", "/appointments", body, Idempotency_Key=new_key())["appointment"]["state"] == "booked"


def test_one_site_with_one_kiosk_receives_one_at_a_time(town: Town) -> None:
    kiosk = town.kiosk()
    first = town.citizen(kiosk)
    second = town.citizen(kiosk, "1048159204", "+966500000002")
    monday = [slot for slot in town.slots(first) if slot > "2026-11-23"]
    first.got("POST", "/holds", hold_ask(monday[1]), Idempotency_Key=new_key())
    assert monday[1] not in town.slots(second, "deputy", "deputy-audience", days=3)
    elsewhere = town.citizen(town.kiosk("sabya-1"), "1072634817", "+966500000003")
    assert monday[1] in town.slots(elsewhere, "deputy", "deputy-audience", days=3)


def test_an_expired_hold_frees_its_slot_before_anybody_tidies(town: Town, clock: StandingClock) -> None:
    kiosk = town.kiosk()
    first = town.citizen(kiosk)
    second = town.citizen(kiosk, "1048159204", "+966500000002")
    slot = town.slots(first)[3]
    mine = first.got("POST", "/holds", hold_ask(slot), Idempotency_Key=new_key())
    clock.advance(timedelta(minutes=4, seconds=59))
    assert slot not in town.slots(second)
    clock.advance(timedelta(seconds=1))
    assert slot in town.slots(second)
    second.got("POST", "/holds", hold_ask(slot), Idempotency_Key=new_key())
    body = {"hold_id": mine["id"], "subject": ""}
    assert first.refused("POST", "/appointments", body, Idempotency_Key=new_key())["code"] == "hold_expired"
    clock.advance(timedelta(minutes=4))
    town.server.house.write_now(tidy)
    held = select(appointment.c.id).where(appointment.c.state == "held")
    rows = town.server.house.read_now(lambda transaction: transaction.connection.execute(held).all())
    assert len(rows) == 2  # for a while, whoever comes too late is told why
    clock.advance(timedelta(minutes=12))
    town.server.house.write_now(tidy)
    assert town.server.house.read_now(lambda transaction: transaction.connection.execute(held).all()) == []
    first = town.citizen(kiosk)
    assert first.refused("POST", "/appointments", body, Idempotency_Key=new_key())["code"] == "hold_expired"


def test_a_released_hold_is_free_again(town: Town) -> None:
    citizen = town.citizen(town.kiosk())
    slot = town.slots(citizen)[0]
    mine = citizen.got("POST", "/holds", hold_ask(slot), Idempotency_Key=new_key())
    other = town.citizen(town.kiosk("sabya-1"), "1048159204", "+966500000002")
    assert other.refused("DELETE", f"/holds/{mine['id']}")["code"] == "not_found"
    citizen.got("DELETE", f"/holds/{mine['id']}")
    assert slot in town.slots(citizen)


def test_only_slots_that_are_offered_can_be_held(town: Town) -> None:
    citizen = town.citizen(town.kiosk())
    for moment in ("2026-11-22T06:06:00Z", "2026-11-27T08:00:00Z", "2020-01-01T06:00:00Z", "2030-01-06T06:00:00Z"):
        refused = citizen.refused("POST", "/holds", hold_ask(moment), Idempotency_Key=new_key())
        assert refused["code"] == "slot_unavailable", moment
    unknown = citizen.refused("POST", "/holds", hold_ask("2026-11-23T06:00:00Z", "nobody"), Idempotency_Key=new_key())
    assert unknown["code"] == "not_found"


def test_a_person_without_a_name_is_asked_for_it_before_booking(town: Town) -> None:
    citizen = town.citizen(town.kiosk(), national_id(77), mobile(77))
    hold_id = citizen.got("POST", "/holds", hold_ask(town.slots(citizen)[0]), Idempotency_Key=new_key())["id"]
    body = {"hold_id": hold_id, "subject": ""}
    assert citizen.refused("POST", "/appointments", body, Idempotency_Key=new_key())["code"] == "invalid_name"
    assert citizen.refused("PUT", "/citizen/name", {"name": "x1"})["code"] == "invalid_name"
    assert citizen.got("PUT", "/citizen/name", {"name": " سعيد  بن علي "})["name"] == "سعيد بن علي"
    assert citizen.got("POST", "/appointments", body, Idempotency_Key=new_key())["appointment"]["state"] == "booked"


def test_check_in_opens_an_hour_before_and_closes_with_the_slot(town: Town, clock: StandingClock) -> None:
    citizen = town.citizen(town.kiosk())
    slot = town.slots(citizen)[-1]
    path = f"/appointments/{town.booked(citizen, slot)['appointment']['id']}/check-in"
    early = citizen.refused("POST", path)
    assert early["code"] == "too_early"
    assert early["retry_after_s"] > 3600
    clock.advance(datetime.fromisoformat(slot) - clock.now().astimezone(UTC) + timedelta(minutes=15))
    citizen = town.citizen(town.kiosk())
    assert citizen.refused("POST", path)["code"] == "too_late"


def test_nobody_reaches_what_is_not_theirs(town: Town) -> None:
    kiosk = town.kiosk()
    citizen, mayor = town.citizen(kiosk), town.official("mayor")
    appointment_id = town.booked(citizen)["appointment"]["id"]
    stranger = town.citizen(town.kiosk("sabya-1"), "1048159204", "+966500000002")
    for client, method, path, code in (
        (stranger, "POST", f"/appointments/{appointment_id}/check-in", "not_found"),
        (mayor, "GET", f"/appointments/{appointment_id}/brief", "not_found"),
        (mayor, "POST", f"/appointments/{appointment_id}/admission", "not_found"),
        (citizen, "POST", f"/appointments/{appointment_id}/admission", "forbidden"),
        (citizen, "GET", "/desk/agenda", "forbidden"),
        (kiosk, "GET", "/appointments/mine", "forbidden"),
        (citizen, "POST", f"/appointments/{appointment_id}/room-token", "not_admitted"),
        (town.client(), "GET", "/offices", "unauthenticated"),
        (town.client("forged"), "GET", "/offices", "unauthenticated"),
    ):
        assert client.refused(method, path)["code"] == code, path
    assert mayor.got("GET", "/desk/agenda")["items"] == []
