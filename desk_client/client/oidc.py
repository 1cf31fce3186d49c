"""Signing in by the organisation's own sign-on: the system's browser, and a listener on the loopback (RFC 8252, 7.3).

The secret of PKCE (RFC 7636) never leaves this process but to our server, which exchanges the code for it: whoever else
on this machine sees the redirect can do nothing with it.
"""

import base64
import hashlib
import secrets
import time
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Final
from urllib.parse import parse_qs, urlencode, urlsplit

from desk_client.protocol.accounts import SignOn, SignOnSessionAsk

_PATH: Final = "/signed-in"
_VERIFIER_BYTES: Final = 48
_STATE_BYTES: Final = 24
_REQUEST_WITHIN_S: Final = 2.0
_PAGE: Final = """<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>مجلس – Majlis</title>
<body style="font-family:sans-serif;text-align:center;margin-top:20vh;font-size:1.25rem">
<p>يمكنكم إغلاق هذه الصفحة والعودة إلى البرنامج.</p>
<p lang="en" dir="ltr">You may close this window and return to the application.</p></body></html>"""


class SignOnFailedError(Exception):
    """Nobody signed in: the browser cannot be opened, nobody came back in time, or the sign-on said no.

    `reason` is "no_browser", "timeout", or "refused"; it holds nothing of what came back.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(slots=True)
class _Redirect:
    """What the browser brought back to the listener."""

    state: str
    code: str | None = None
    refused: bool = False


@dataclass(frozen=True, slots=True)
class _Secrets:
    """Made anew for each sign-in."""

    state: str = field(default_factory=lambda: secrets.token_urlsafe(_STATE_BYTES), repr=False)
    nonce: str = field(default_factory=lambda: secrets.token_urlsafe(_STATE_BYTES), repr=False)
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(_VERIFIER_BYTES), repr=False)

    @property
    def challenge(self) -> str:
        """S256 of the verifier (RFC 7636, 4.2)."""
        digest = hashlib.sha256(self.verifier.encode("ascii")).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def sign_on(
    there: SignOn, *, within_s: float = 180.0, open_browser: Callable[[str], bool] = webbrowser.open
) -> SignOnSessionAsk:
    """Send the user to the sign-on and wait until they come back; what our server then needs. Blocks.

    Args:
        there: as our server describes it.
        within_s: how long the user may take.
        open_browser: opens an address in the system's browser, and tells whether it could.

    Raises:
        SignOnFailedError: nobody signed in.
    """
    own = _Secrets()
    redirect = _Redirect(own.state)
    with HTTPServer(("127.0.0.1", 0), _handler(redirect)) as listener:
        redirect_uri = f"http://127.0.0.1:{listener.server_port}{_PATH}"
        query = {
            "response_type": "code",
            "client_id": there.client_id,
            "redirect_uri": redirect_uri,
            "scope": there.scope,
            "state": own.state,
            "nonce": own.nonce,
            "code_challenge": own.challenge,
            "code_challenge_method": "S256",
        }
        joint = "&" if urlsplit(there.authorization_endpoint).query else "?"
        if not open_browser(f"{there.authorization_endpoint}{joint}{urlencode(query)}"):
            raise SignOnFailedError("no_browser")
        _await(listener, redirect, within_s)
    if redirect.refused or redirect.code is None:
        raise SignOnFailedError("refused")
    return SignOnSessionAsk(code=redirect.code, code_verifier=own.verifier, redirect_uri=redirect_uri, nonce=own.nonce)


def _await(listener: HTTPServer, redirect: _Redirect, within_s: float) -> None:
    """Answer until the redirect has come, once; what else comes to this port (a favicon, a stranger) is turned away."""
    deadline = time.monotonic() + within_s
    while redirect.code is None and not redirect.refused:
        left = deadline - time.monotonic()
        if left <= 0:
            raise SignOnFailedError("timeout")
        listener.timeout = left
        listener.handle_request()


def _handler(redirect: _Redirect) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = _REQUEST_WITHIN_S  # a connection that says nothing must not hold the listener

        def do_GET(self) -> None:
            target = urlsplit(self.path)
            said = parse_qs(target.query)
            state = said.get("state", [""])[0]
            if target.path != _PATH or not secrets.compare_digest(state.encode(), redirect.state.encode()):
                self.send_error(HTTPStatus.NOT_FOUND)
                return
            codes = said.get("code", [])
            if len(codes) == 1 and "error" not in said:
                redirect.code = codes[0]
            else:
                redirect.refused = True
            page = _PAGE.encode()
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("Referrer-Policy", "no-referrer")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that http.server calls
            """Say nothing: the address holds the code."""

    return Handler
