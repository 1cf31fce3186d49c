"""Whoever has a second factor is asked for its code at the desk, and nobody else is."""

import pyotp

from desk_client.domain.outcomes import Refusal
from desk_client.protocol.accounts import RecoveryCodes, SecondFactor, SecondFactorAsk, SecondFactorConfirmation
from desk_client.ui.widgets.text_field import TextField
from tests.gui.admin.conftest import ROOT, Desk
from tests.integration.client.conftest import PASSWORD


async def set_up(desk: Desk) -> RecoveryCodes:
    """The administrator's second factor, as their telephone sets it up."""
    asked = SecondFactorAsk(username=ROOT, password=PASSWORD)
    begun = await desk.client.gateway.ask("POST", "/v1/staff/second-factor", SecondFactor, body=asked)
    assert not isinstance(begun, Refusal)
    confirming = SecondFactorConfirmation(username=ROOT, password=PASSWORD, code=pyotp.TOTP(begun.secret).now())
    path = "/v1/staff/second-factor/confirmation"
    confirmed = await desk.client.gateway.ask("POST", path, RecoveryCodes, body=confirming)
    assert not isinstance(confirmed, Refusal)
    return confirmed


async def test_an_administrator_with_a_second_factor_gets_in_with_its_code_alone(desk: Desk) -> None:
    codes = (await set_up(desk)).codes
    await desk.press("sign_out")
    assert not desk.shown("second_factor")
    await desk.sign_in(ROOT)
    assert desk.window.page_name == "sign_in"
    code = desk.find("second_factor")
    assert isinstance(code, TextField)
    assert code.hasFocus()
    assert desk.window.sign_in.password.field.text() == PASSWORD, "it need not be typed again"
    code.setText("000000")
    desk.window.sign_in.sign_in.click()
    await desk.settle()
    assert desk.told("notice").startswith("الرمز غير صحيح")
    code.setText(codes[0])
    desk.window.sign_in.sign_in.click()
    await desk.settle()
    assert desk.window.page_name == "administration"
