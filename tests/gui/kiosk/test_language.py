"""Whoever speaks another language at the kiosk gets their messages in it."""

import pytest

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.language import Language
from desk_client.protocol.sessions import ChallengeAsk, CitizenSessionAsk
from desk_client.ui.theme.appearance import Appearance
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.visitor import Visitor


@pytest.mark.parametrize("language", Language)
async def test_the_code_comes_in_the_language_that_is_spoken(
    visitor: Visitor, gateway: ScriptedGateway, look: Appearance, language: Language
) -> None:
    gateway.script["POST", "/v1/citizen/challenges"] = sample.CHALLENGE
    gateway.script["POST", "/v1/citizen/sessions"] = Refusal(RefusalCode.CODE_WRONG)
    await visitor.touch("book")
    await visitor.until_page("national_id")
    visitor.type("1000000008")
    look.set_language(language)
    await visitor.touch("continue")
    await visitor.until_page("mobile")
    visitor.type("0500000001")
    await visitor.touch("continue")
    await visitor.until_page("code")
    visitor.type("482917")

    def asked() -> list[str]:
        asks = (body for _method, _path, body in gateway.asked)
        return [body.language for body in asks if isinstance(body, ChallengeAsk | CitizenSessionAsk)]

    await visitor.until(lambda: len(asked()) == 2, "nobody asked twice")
    assert asked() == [language, language]
