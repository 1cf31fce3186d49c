"""The organisation's own sign-on by OpenID Connect: authorization code with PKCE (RFC 6749, RFC 7636, RFC 8252).

The desk's browser brings back a code; it is exchanged here, where the client's secret is, and the ID token is believed
only where the issuer signed it, for us, for this very sign-in, and not long ago (OpenID Connect Core 1.0, 3.1.3.7).
"""

import logging
import threading
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlsplit

import requests
from authlib.common.errors import AuthlibBaseError  # type: ignore[import-untyped]  # Authlib publishes no types
from authlib.integrations.requests_client import OAuth2Session  # type: ignore[import-untyped]  # the same
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from desk_client.config.identity_settings import OidcSettings
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.accounts import SignOn, SignOnSessionAsk

_log = logging.getLogger(__name__)
_ALGORITHMS: Final = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
"""Signatures by a private key only: never `none`, and never HMAC with what may be a public key."""
_LEEWAY_S: Final = 60
_MOST_BYTES: Final = 256 * 1024
_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
_UNAVAILABLE: Final = Refusal(RefusalCode.IDENTITY_UNAVAILABLE)
_WRONG: Final = Refusal(RefusalCode.WRONG_CREDENTIALS)
_Document = dict[str, Any]  # JSON of any shape


class _NoAnswerError(Exception):
    """The sign-on does not answer, or not as one. Its message names what failed, and no value."""


class OidcSignOn:
    """An `OrganisationSignOn`. Safe to use from several threads."""

    def __init__(self, settings: OidcSettings) -> None:
        """Nothing is asked before it is needed."""
        self._settings = settings
        self._issuer = str(settings.issuer).rstrip("/")
        self._timeout = settings.answers_within.total_seconds()
        self._lock = threading.Lock()
        self._found: _Document | None = None
        self._keys: KeySet | None = None

    def described(self) -> SignOn | Refusal:
        """Where the browser is sent; see `OrganisationSignOn.described`."""
        try:
            endpoint = self._endpoint("authorization_endpoint")
        except _NoAnswerError as error:
            return _unavailable(error)
        return SignOn(authorization_endpoint=endpoint, client_id=self._settings.client_id, scope=self._settings.scope)

    def subject_of(self, ask: SignOnSessionAsk, now: datetime) -> str | Refusal:
        """Exchange the code and judge the ID token; see `OrganisationSignOn.subject_of`."""
        try:
            id_token = self._exchanged(ask)
            if id_token is None:
                return _WRONG
            claims = self._claims(id_token, ask.nonce, now)
        except _NoAnswerError as error:
            return _unavailable(error)
        subject = None if claims is None else claims.get(self._settings.claim)
        return subject if isinstance(subject, str) and subject else _WRONG

    def _exchanged(self, ask: SignOnSessionAsk) -> str | None:
        """The ID token for a code; None where the code is not taken."""
        secret = self._settings.client_secret
        endpoint = self._endpoint("token_endpoint")
        with OAuth2Session(
            client_id=self._settings.client_id,
            client_secret=None if secret is None else secret.get_secret_value(),
            token_endpoint_auth_method="none" if secret is None else "client_secret_basic",
            redirect_uri=ask.redirect_uri,
        ) as session:
            session.trust_env = False
            session.max_redirects = 0  # a code and a secret go to the token endpoint and nowhere else
            try:
                answer = session.fetch_token(
                    endpoint,
                    grant_type="authorization_code",
                    code=ask.code,
                    code_verifier=ask.code_verifier,
                    timeout=self._timeout,
                )
            except AuthlibBaseError:
                return None
            except (requests.RequestException, ValueError) as error:
                raise _NoAnswerError(f"token endpoint: {type(error).__name__}") from None
        id_token = answer.get("id_token")
        return id_token if isinstance(id_token, str) else None

    def _claims(self, id_token: str, nonce: str, now: datetime) -> _Document | None:
        """What the token says, where it is to be believed."""
        registry = jwt.JWTClaimsRegistry(
            now=int(now.timestamp()),
            leeway=_LEEWAY_S,
            iss={"essential": True, "value": self._found_issuer()},
            aud={"essential": True, "value": self._settings.client_id},
            exp={"essential": True},
            iat={"essential": True},
            nonce={"essential": True, "value": nonce},
            sub={"essential": True},
        )
        try:
            claims = self._signed(id_token)
            registry.validate(claims)
        except (JoseError, ValueError, TypeError) as error:
            _log.warning("an ID token is not believed: %s", type(error).__name__)
            return None
        parties, authorized = claims["aud"], claims.get("azp")
        many = isinstance(parties, list) and len(parties) > 1
        ours = authorized == self._settings.client_id
        return None if not ours and (many or authorized is not None) else claims

    def _signed(self, id_token: str) -> _Document:
        """The claims of a token that the issuer signed; any other raises JoseError or ValueError."""
        try:
            return jwt.decode(id_token, self._key_set(fresh=False), algorithms=_ALGORITHMS).claims
        except (JoseError, ValueError):
            # it may be signed with a key that came since we looked
            return jwt.decode(id_token, self._key_set(fresh=True), algorithms=_ALGORITHMS).claims

    def _found_issuer(self) -> str:
        issuer: str = self._discovered()["issuer"]
        return issuer

    def _endpoint(self, name: str) -> str:
        endpoint = self._discovered().get(name)
        if not isinstance(endpoint, str) or not _is_safe(endpoint):
            raise _NoAnswerError(name)
        return endpoint

    def _discovered(self) -> _Document:
        """The provider's own description (OpenID Connect Discovery 1.0, 4), kept once it was found."""
        with self._lock:
            if self._found is None:
                found = self._json(f"{self._issuer}/.well-known/openid-configuration")
                if str(found.get("issuer", "")).rstrip("/") != self._issuer:
                    raise _NoAnswerError("issuer")
                self._found = found
            return self._found

    def _key_set(self, *, fresh: bool) -> KeySet:
        endpoint = self._endpoint("jwks_uri")
        with self._lock:
            if self._keys is None or fresh:
                try:
                    self._keys = KeySet.import_key_set(self._json(endpoint))  # type: ignore[arg-type]  # it checks
                except (JoseError, KeyError, TypeError, ValueError):
                    raise _NoAnswerError("jwks_uri") from None
            return self._keys

    def _json(self, url: str) -> _Document:
        try:
            with requests.Session() as session:
                session.trust_env = False
                answer = session.get(url, timeout=self._timeout, allow_redirects=False)
            if answer.status_code != requests.codes.ok or len(answer.content) > _MOST_BYTES:
                raise _NoAnswerError(f"status {answer.status_code}")
            content = answer.json()
        except (requests.RequestException, ValueError) as error:
            raise _NoAnswerError(type(error).__name__) from None
        if not isinstance(content, dict):
            raise _NoAnswerError("no object")
        return content


def _is_safe(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)


def _unavailable(error: _NoAnswerError) -> Refusal:
    _log.warning("the organisation's sign-on does not answer: %s", error)
    return _UNAVAILABLE
