"""Staff at the door: a second factor, their own password, what an administrator does, and whose acts they are."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pyotp
from sqlalchemy import select

from desk_client.config.identity_settings import IdentitySettings
from desk_client.config.settings import ServerSettings
from desk_client.domain.access import Role
from desk_client.server.storage.tables.people import recovery_code, staff
from tests.fakes.clock import StandingClock
from tests.integration.server.conftest import Settle
from tests.integration.server.people import PASSWORD, Town
from tests.integration.server.staffed import acts, administrator, door, settled, staff_id, with_second_factor

A_STEP = timedelta(seconds=30)


def test_without_a_code_there_is_no_session_and_with_one_there_is(town: Town, clock: StandingClock) -> None:
    phone = with_second_factor(town)
    refused = town.client().refused("POST", "/staff/sessions", door())
    assert (refused["status"], refused["code"]) == (401, "second_factor_required")
    assert refused["fields"] == [{"field": "code", "kind": "second_factor_required"}]
    clock.advance(A_STEP)
    session = town.client().got("POST", "/staff/sessions", door(code=phone.code()))
    assert town.client(session["token"]).got("GET", "/staff/self")["has_second_factor"] is True


def test_a_phone_may_be_one_step_off_and_digits_may_be_arabic(town: Town, clock: StandingClock) -> None:
    phone = with_second_factor(town)
    clock.advance(timedelta(minutes=5))
    for wrong in (-2 * A_STEP, 2 * A_STEP):
        refused = town.client().refused("POST", "/staff/sessions", door(code=phone.code(wrong)))
        assert refused["code"] == "code_wrong"
    early = phone.code(-A_STEP).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    town.client().got("POST", "/staff/sessions", door(code=early))
    town.client().got("POST", "/staff/sessions", door(code=f" {phone.code(A_STEP)} "))
    # a step before the last one that was used is over, whether or not its own code was
    assert town.client().refused("POST", "/staff/sessions", door(code=phone.code()))["code"] == "code_wrong"


def test_recovery_codes_are_good_once_and_kept_as_hashes(town: Town) -> None:
    phone = with_second_factor(town)
    assert len(set(phone.recovery_codes)) == 10
    typed = phone.recovery_codes[0].upper().replace("-", " ")
    town.client().got("POST", "/staff/sessions", door(code=typed))
    assert town.client().refused("POST", "/staff/sessions", door(code=typed))["code"] == "code_wrong"
    kept = town.server.house.read_now(
        lambda transaction: transaction.connection.execute(select(recovery_code.c.code_hash)).scalars().all()
    )
    assert len(kept) == 10
    assert not any(code.replace("-", "").encode() in kept for code in phone.recovery_codes)


def test_half_an_exchange_of_phones_leaves_the_old_one_in_force(town: Town, clock: StandingClock) -> None:
    phone = with_second_factor(town)
    assert town.client().refused("POST", "/staff/second-factor", door())["code"] == "second_factor_required"
    clock.advance(A_STEP)
    begun = town.client().got("POST", "/staff/second-factor", door(code=phone.code()))
    assert begun["uri"].startswith("otpauth://totp/Majlis:emir?secret=")
    assert begun["qr_svg"].startswith("<svg")
    clock.advance(A_STEP)
    new = pyotp.TOTP(begun["secret"]).at(clock.now())
    assert town.client().refused("POST", "/staff/sessions", door(code=new))["code"] == "code_wrong"
    town.client().got("POST", "/staff/sessions", door(code=phone.code()))
    town.client().got("POST", "/staff/second-factor/confirmation", door(code=new))
    clock.advance(A_STEP)
    assert town.client().refused("POST", "/staff/sessions", door(code=phone.code()))["code"] == "code_wrong"
    town.client().got("POST", "/staff/sessions", door(code=pyotp.TOTP(begun["secret"]).at(clock.now())))


def test_an_administrator_takes_a_lost_second_factor_away_and_that_is_recorded(town: Town) -> None:
    with_second_factor(town)
    root = administrator(town)
    emir = staff_id(root, "emir")
    root.got("DELETE", f"/staff/{emir}/second-factor")
    town.client().got("POST", "/staff/sessions", door())
    assert acts(town, "reset_second_factor") == [(staff_id(root, "root"), "administrator", emir)]
    assert [act[:2] for act in acts(town, "confirm_second_factor")] == [(emir, "official")]


def test_a_role_that_must_have_a_second_factor_sets_it_up_at_the_door(
    settings: ServerSettings, settle_town: Settle, clock: StandingClock
) -> None:
    must = settings.model_copy(update={"identity": IdentitySettings(second_factor_roles=frozenset({Role.OFFICIAL}))})
    with settle_town(must) as town:
        refused = town.client().refused("POST", "/staff/sessions", door())
        assert refused["fields"] == [{"field": "second_factor", "kind": "second_factor_required"}]
        town.client().got("POST", "/staff/sessions", door("emir.office"))  # a delegate need not
        phone = with_second_factor(town)
        clock.advance(A_STEP)
        town.client().got("POST", "/staff/sessions", door(code=phone.code()))


def test_one_changes_ones_own_password_and_is_signed_out_everywhere_else(town: Town) -> None:
    here, elsewhere = town.official(), town.official()
    new = "خمسة حمام فوق السطح"
    assert here.refused("PUT", "/staff/self/password", {"old": "wrong", "new": new})["code"] == "wrong_credentials"
    for weak in ("short", "password1234", "Qwertyuiop1", "1234567890", "emir2026!!!!", "aaaaaaaaaaaa"):
        refused = here.refused("PUT", "/staff/self/password", {"old": PASSWORD, "new": weak})
        assert (refused["status"], refused["code"]) == (422, "password_weak"), weak
    here.got("PUT", "/staff/self/password", {"old": PASSWORD, "new": new})
    here.got("GET", "/staff/self")
    assert elsewhere.refused("GET", "/staff/self")["code"] == "session_expired"
    assert town.client().refused("POST", "/staff/sessions", door())["code"] == "wrong_credentials"
    town.client().got("POST", "/staff/sessions", {"username": "emir", "password": new})


def test_whoever_is_disabled_is_out_at_once_and_not_let_in_again(town: Town) -> None:
    root, emir = administrator(town), town.official()
    emir_id = staff_id(root, "emir")
    assert root.got("PUT", f"/staff/{emir_id}/state", {"disabled": True})["disabled_at"] is not None
    assert emir.refused("GET", "/staff/self")["code"] == "session_expired"
    assert town.client().refused("POST", "/staff/sessions", door())["code"] == "wrong_credentials"
    root.got("PUT", f"/staff/{emir_id}/state", {"disabled": False})
    assert emir.refused("GET", "/staff/self")["code"] == "session_expired"  # an ended session stays so
    town.official()
    own = root.refused("PUT", f"/staff/{staff_id(root, 'root')}/state", {"disabled": True})
    assert own["code"] == "forbidden"  # or nobody could let anybody in again


def test_new_staff_are_bound_to_what_their_role_works_for(town: Town) -> None:
    root = administrator(town)
    ask = {"username": "New.Operator", "role": "operator", "name": {"ar": "مشغّل", "en": "Operator"}}
    refused = root.refused("POST", "/staff", {**ask, "password": PASSWORD})
    assert (refused["code"], refused["fields"][0]["field"]) == ("invalid_request", "site_id")
    made = root.got("POST", "/staff", {**ask, "site_id": "farasan", "password": PASSWORD})
    assert (made["username"], made["has_password"]) == ("new.operator", True)
    assert root.refused("POST", "/staff", {**ask, "site_id": "farasan"})["code"] == "already_exists"
    assert root.refused("POST", "/staff", {**ask, "role": "citizen", "username": "x1"})["code"] == "invalid_request"
    operator = town.client().got("POST", "/staff/sessions", door("new.operator"))
    assert operator["must_change_password"] is True
    assert (operator["person"]["office_id"], operator["person"]["role"]) == (None, "operator")
    assert operator["person"]["office_title"]["en"] == "Majlis hall, Farasan"
    assert settled(town, "new.operator").refused("GET", "/staff")["code"] == "forbidden"


def test_another_post_ends_the_sessions_of_the_old_one_and_nobody_gives_one_to_themselves(town: Town) -> None:
    root, emir = administrator(town), town.official()
    emir_id, own_id = staff_id(root, "emir"), staff_id(root, "root")
    post = {"role": "operator", "name": {"ar": "مشغّل", "en": "Operator"}}
    lacking = root.refused("PUT", f"/staff/{emir_id}/post", post)
    assert (lacking["code"], lacking["fields"][0]["field"]) == ("invalid_request", "site_id")
    moved = root.got("PUT", f"/staff/{emir_id}/post", {**post, "site_id": "farasan"})
    assert (moved["role"], moved["office_id"], moved["site_id"]) == ("operator", None, "farasan")
    assert emir.refused("GET", "/staff/self")["code"] == "session_expired"
    assert root.refused("PUT", f"/staff/{own_id}/post", {**post, "site_id": "farasan"})["code"] == "forbidden"
    assert acts(town, "change_post") == [(own_id, "administrator", emir_id)]


def test_of_two_administrators_who_shut_each_other_out_one_stays(town: Town) -> None:
    root = administrator(town)
    name = {"ar": "مدير ثان", "en": "Second"}
    asked = {"username": "second", "role": "administrator", "name": name, "password": PASSWORD}
    second_id = root.got("POST", "/staff", asked)["id"]
    second = settled(town, "second")
    root_id = staff_id(root, "root")
    with ThreadPoolExecutor(2) as pool:
        answers = [
            pool.submit(who.ask, "PUT", f"/staff/{whom}/state", {"disabled": True})
            for who, whom in ((root, second_id), (second, root_id))
        ]
        assert sorted(answer.result().status_code for answer in answers) == [200, 401]


def test_an_operator_manages_the_kiosks_of_their_own_hall(town: Town) -> None:
    operator = town.official("operator.farasan")
    kiosk = town.kiosk("farasan-1")
    citizen = town.citizen(kiosk)
    assert operator.refused("POST", "/kiosks/sabya-1/enrolment-code")["code"] == "not_found"
    assert operator.refused("PUT", "/kiosks/sabya-1/state", {"disabled": True})["code"] == "not_found"
    operator.got("PUT", "/kiosks/farasan-1/state", {"disabled": True})
    for cut in (kiosk, citizen):
        assert cut.refused("GET", "/kiosks/self")["code"] == "session_expired"
    operator.got("PUT", "/kiosks/farasan-1/state", {"disabled": False})
    code = operator.got("POST", "/kiosks/farasan-1/enrolment-code")["code"]
    arabic = code.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    again = town.client(town.client().got("POST", "/kiosks/enrolment", {"code": arabic})["token"])
    assert again.got("GET", "/kiosks/self")["id"] == "farasan-1"


def test_a_delegate_acts_under_their_own_name(town: Town) -> None:
    delegate = town.official("emir.office")
    session = delegate.got("GET", "/staff/self")
    assert (session["role"], session["office_id"]) == ("delegate", "emir")
    assert (session["id"], "delegate") in {act[:2] for act in acts(town, "sign_in")}


def test_another_role_ends_a_session_and_so_does_an_administrator(town: Town) -> None:
    root, emir = administrator(town), town.official()
    assert root.got("DELETE", f"/staff/{staff_id(root, 'emir')}/sessions") == {"sessions": 1}
    assert emir.refused("GET", "/staff/self")["code"] == "session_expired"
    emir = town.official()
    town.server.house.write_now(
        lambda transaction: transaction.connection.execute(
            staff.update().where(staff.c.username == "emir").values(role=Role.DELEGATE.value)
        )
    )
    assert emir.refused("GET", "/staff/self")["code"] == "session_expired"
