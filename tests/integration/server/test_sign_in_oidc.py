"""Staff by the organisation's own sign-on: browser, loopback, code exchange, and tokens that must not be believed."""

import threading
from collections.abc import Iterator

import pytest
import requests

from desk_client.client.oidc import SignOnFailedError, sign_on
from desk_client.config.identity_settings import OidcSettings
from desk_client.config.settings import ServerSettings
from desk_client.protocol.accounts import SignOn, SignOnSessionAsk
from tests.fakes.clock import StandingClock
from tests.fakes.sign_on import SignOnServer, Token
from tests.integration.server.conftest import Settle
from tests.integration.server.people import Town
from tests.integration.server.staffed import administrator, staff_id


class Browser:
    """Opens an address as a browser does, in a thread of its own, following redirects; keeps what it showed last."""

    def __init__(self) -> None:
        self.page = ""
        self._threads: list[threading.Thread] = []

    def open(self, url: str) -> bool:
        def follow() -> None:
            self.page = requests.get(url, timeout=10).text

        self._threads.append(threading.Thread(target=follow))
        self._threads[-1].start()
        return True

    def close(self) -> None:
        for thread in self._threads:
            thread.join()


@pytest.fixture
def browser() -> Iterator[Browser]:
    browser = Browser()
    yield browser
    browser.close()


@pytest.fixture
def there(clock: StandingClock) -> Iterator[SignOnServer]:
    with SignOnServer(clock) as there:
        yield there


@pytest.fixture
def town(settings: ServerSettings, settle_town: Settle, there: SignOnServer) -> Iterator[Town]:
    oidc = OidcSettings.model_validate(
        {"issuer": there.issuer, "client_id": there.client_id, "client_secret": there.secret}
    )
    with settle_town(settings.model_copy(update={"oidc": oidc})) as town:
        yield town


def came_back(town: Town, browser: Browser) -> SignOnSessionAsk:
    described = SignOn.model_validate(town.client().got("GET", "/staff/oidc"))
    return sign_on(described, within_s=10, open_browser=browser.open)


def link(town: Town, username: str, subject: str) -> None:
    root = administrator(town)
    root.got("PUT", f"/staff/{staff_id(root, username)}/sign-on", {"subject": subject})


def test_whoever_is_linked_is_let_in_and_a_code_is_good_once(town: Town, there: SignOnServer, browser: Browser) -> None:
    link(town, "emir", there.user)
    ask = came_back(town, browser)
    session = town.client().got("POST", "/staff/oidc/sessions", ask.model_dump())
    assert session["person"]["office_id"] == "emir"
    assert town.client(session["token"]).got("GET", "/staff/self")["has_sign_on"] is True
    assert town.client().refused("POST", "/staff/oidc/sessions", ask.model_dump())["code"] == "wrong_credentials"
    browser.close()
    assert "You may close this window" in browser.page
    assert "يمكنكم إغلاق هذه الصفحة" in browser.page


def test_whoever_is_not_linked_or_is_disabled_is_not(town: Town, there: SignOnServer, browser: Browser) -> None:
    ask = came_back(town, browser)
    assert town.client().refused("POST", "/staff/oidc/sessions", ask.model_dump())["code"] == "wrong_credentials"
    root = administrator(town)
    emir, deputy = staff_id(root, "emir"), staff_id(root, "deputy")
    root.got("PUT", f"/staff/{emir}/sign-on", {"subject": there.user})
    again = root.refused("PUT", f"/staff/{deputy}/sign-on", {"subject": there.user})
    assert again["code"] == "already_exists"
    root.got("PUT", f"/staff/{emir}/state", {"disabled": True})
    ask = came_back(town, browser)
    assert town.client().refused("POST", "/staff/oidc/sessions", ask.model_dump())["code"] == "wrong_credentials"


def test_a_token_that_is_not_signed_for_us_for_this_and_now_is_not_believed(
    town: Town, there: SignOnServer, browser: Browser
) -> None:
    link(town, "emir", there.user)
    believed = []
    for token in Token:
        there.token = token
        ask = came_back(town, browser)
        answer = town.client().ask("POST", "/staff/oidc/sessions", ask.model_dump())
        if answer.status_code == 201:
            believed.append(token)
        else:
            assert answer.json()["code"] == "wrong_credentials", token
    assert believed == [Token.GOOD, Token.NEW_KEY]


def test_a_code_without_its_verifier_is_worth_nothing(town: Town, there: SignOnServer, browser: Browser) -> None:
    link(town, "emir", there.user)
    stolen = came_back(town, browser).model_copy(update={"code_verifier": "v" * 64})
    assert town.client().refused("POST", "/staff/oidc/sessions", stolen.model_dump())["code"] == "wrong_credentials"
    elsewhere = came_back(town, browser).model_copy(update={"redirect_uri": "http://attacker.example/signed-in"})
    assert town.client().refused("POST", "/staff/oidc/sessions", elsewhere.model_dump())["code"] == "invalid_request"


def test_a_sign_on_that_does_not_answer_is_said_to_be_unavailable(
    town: Town, there: SignOnServer, browser: Browser
) -> None:
    ask = came_back(town, browser)
    there.down = True
    refused = town.client().refused("POST", "/staff/oidc/sessions", ask.model_dump())
    assert (refused["status"], refused["code"]) == (503, "identity_unavailable")


def test_a_description_in_the_name_of_another_issuer_is_not_taken(town: Town, there: SignOnServer) -> None:
    there.discovered_issuer = "https://elsewhere.example"
    assert town.client().refused("GET", "/staff/oidc")["code"] == "identity_unavailable"


def test_without_a_sign_on_there_is_none(settings: ServerSettings, settle_town: Settle) -> None:
    with settle_town(settings) as town:
        assert town.client().refused("GET", "/staff/oidc")["status"] == 404


def test_the_loopback_hears_no_stranger_and_waits_no_longer_than_told(there: SignOnServer) -> None:
    described = SignOn(authorization_endpoint=f"{there.issuer}/authorize", client_id=there.client_id, scope="openid")
    with pytest.raises(SignOnFailedError, match="timeout"):
        sign_on(described, within_s=0.05, open_browser=lambda _: True)
    with pytest.raises(SignOnFailedError, match="no_browser"):
        sign_on(described, open_browser=lambda _: False)

    seen: list[int] = []
    browser = Browser()

    def stranger_first(url: str) -> bool:
        port = url.partition("redirect_uri=http%3A%2F%2F127.0.0.1%3A")[2].partition("%2F")[0]

        def follow() -> None:
            forged = requests.get(f"http://127.0.0.1:{port}/signed-in?code=evil&state=guessed", timeout=10)
            seen.append(forged.status_code)
            requests.get(url, timeout=10)

        browser._threads.append(threading.Thread(target=follow))
        browser._threads[-1].start()
        return True

    ask = sign_on(described, within_s=10, open_browser=stranger_first)
    browser.close()
    assert seen == [404]
    assert ask.code != "evil"


def test_a_user_who_says_no_is_told_apart(there: SignOnServer, browser: Browser) -> None:
    there.refuses = True
    described = SignOn(authorization_endpoint=f"{there.issuer}/authorize", client_id=there.client_id, scope="openid")
    with pytest.raises(SignOnFailedError, match="refused"):
        sign_on(described, within_s=10, open_browser=browser.open)
