"""The organisation's own sign-on: a small, real OpenID provider that signs with a real key, and misbehaves on demand.

`with SignOnServer(clock) as there`: it serves in threads of its own. Whoever opens its authorization endpoint is signed
in as `user` at once, as by a browser that still has a session.
"""

import base64
import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, Key, KeySet

from desk_client.domain.clock import Clock
from tests.fakes.http_server import Exchange, HttpFake

ISSUED_FOR_S = 300


class Token(Enum):
    """What its ID tokens are like."""

    GOOD = auto()
    WRONG_NONCE = auto()
    WRONG_AUDIENCE = auto()
    SEVERAL_AUDIENCES = auto()
    WRONG_ISSUER = auto()
    EXPIRED = auto()
    OTHER_KEY = auto()
    """Signed by a key of somebody else under the name of ours."""
    NEW_KEY = auto()
    """Signed by a key that was published only now."""
    UNSIGNED = auto()
    HMAC_BY_PUBLIC_KEY = auto()
    """The confusion of algorithms: the public key taken for a shared secret."""
    NO_SUBJECT = auto()
    NONE_AT_ALL = auto()
    NO_JWT = auto()


@dataclass
class _Grant:
    challenge: str
    redirect_uri: str
    nonce: str
    subject: str


@dataclass
class SignOnServer(HttpFake):
    """`secret` None is for a public client."""

    clock: Clock
    client_id: str = "majlis"
    secret: str | None = "the-secret-of-this-test"
    user: str = "u-4711"
    token: Token = Token.GOOD
    down: bool = False
    refuses: bool = False
    discovered_issuer: str | None = None
    asked: list[str] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._key = ECKey.generate_key("P-256", parameters={"kid": "first", "use": "sig", "alg": "ES256"})
        self._other = ECKey.generate_key("P-256", parameters={"kid": "first", "use": "sig", "alg": "ES256"})
        self._published: list[Key] = [self._key]
        self._grants: dict[str, _Grant] = {}
        return super().__enter__()

    def answer(self, exchange: Exchange) -> None:
        target = urlsplit(exchange.path)
        self.asked.append(target.path)
        if self.down:
            exchange.reply(503, {"error": "down"})
        elif exchange.command == "POST":
            exchange.reply(*self._exchanged(_first(exchange.content.decode()), exchange.headers.get("Authorization")))
        elif target.path == "/.well-known/openid-configuration":
            exchange.reply(200, self._description())
        elif target.path == "/keys":
            exchange.reply(200, KeySet(self._published).as_dict(private=False))
        elif target.path == "/authorize":
            exchange.redirect(self._authorized(_first(target.query)))
        else:
            exchange.reply(404, {})

    @property
    def issuer(self) -> str:
        return self.origin

    def _description(self) -> dict[str, str]:
        return {
            "issuer": self.discovered_issuer or self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
        }

    def _authorized(self, query: dict[str, str]) -> str:
        """Where the browser is sent back to."""
        assert query["response_type"] == "code"
        assert query["client_id"] == self.client_id
        assert query["code_challenge_method"] == "S256"
        assert urlsplit(query["redirect_uri"]).hostname == "127.0.0.1"
        if self.refuses:
            back = {"error": "access_denied", "state": query["state"]}
        else:
            code = secrets.token_urlsafe(24)
            self._grants[code] = _Grant(query["code_challenge"], query["redirect_uri"], query["nonce"], self.user)
            back = {"code": code, "state": query["state"]}
        return f"{query['redirect_uri']}?{urlencode(back)}"

    def _exchanged(self, form: dict[str, str], authorization: str | None) -> tuple[int, dict[str, Any]]:
        grant = self._grants.pop(form.get("code", ""), None)
        verifier = form.get("code_verifier", "").encode()
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier).digest()).rstrip(b"=").decode()
        expected = None
        if self.secret is not None:
            expected = "Basic " + base64.b64encode(f"{self.client_id}:{self.secret}".encode()).decode()
        if authorization != expected:
            return 401, {"error": "invalid_client"}
        if grant is None or grant.challenge != challenge or grant.redirect_uri != form.get("redirect_uri"):
            return 400, {"error": "invalid_grant"}
        answer = {"access_token": secrets.token_urlsafe(16), "token_type": "Bearer", "expires_in": ISSUED_FOR_S}
        id_token = self._id_token(grant)
        return 200, answer if id_token is None else {**answer, "id_token": id_token}

    def _id_token(self, grant: _Grant) -> str | None:
        now = int(self.clock.now().timestamp())
        claims: dict[str, Any] = {
            "iss": self.issuer,
            "sub": grant.subject,
            "aud": self.client_id,
            "nonce": grant.nonce,
            "iat": now,
            "exp": now + ISSUED_FOR_S,
        }
        header, key = {"alg": "ES256", "kid": "first"}, self._key
        match self.token:
            case Token.WRONG_NONCE:
                claims["nonce"] = "n" * 24
            case Token.WRONG_AUDIENCE:
                claims["aud"] = "somebody-else"
            case Token.SEVERAL_AUDIENCES:
                claims |= {"aud": [self.client_id, "somebody-else"], "azp": "somebody-else"}
            case Token.WRONG_ISSUER:
                claims["iss"] = "https://elsewhere.example"
            case Token.EXPIRED:
                claims |= {"iat": now - 3600, "exp": now - 3600 + ISSUED_FOR_S}
            case Token.OTHER_KEY:
                key = self._other
            case Token.NEW_KEY:
                key = ECKey.generate_key("P-256", parameters={"kid": "second", "use": "sig", "alg": "ES256"})
                self._published.append(key)
                header["kid"] = "second"
            case Token.UNSIGNED:
                return f"{_part({'alg': 'none'})}.{_part(claims)}."
            case Token.HMAC_BY_PUBLIC_KEY:
                said = f"{_part({'alg': 'HS256', 'kid': 'first'})}.{_part(claims)}"
                mac = hmac.digest(self._key.as_pem(private=False), said.encode(), "sha256")
                return f"{said}.{_base64(mac)}"
            case Token.NO_SUBJECT:
                del claims["sub"]
            case Token.NONE_AT_ALL:
                return None
            case Token.NO_JWT:
                return "not.a.token"
            case Token.GOOD:
                pass
        return jwt.encode(header, claims, key)


def _first(form: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(form).items()}


def _part(document: dict[str, Any]) -> str:
    return _base64(json.dumps(document).encode())


def _base64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
