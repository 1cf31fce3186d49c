"""Opaque bearer tokens: 256 random bits that only their holder knows. The store keeps a hash."""

import base64
import hashlib
import hmac
from typing import Final, NewType

Token = NewType("Token", str)
TokenHash = NewType("TokenHash", bytes)
TOKEN_BYTES: Final = 32


def new_token(randomness: bytes) -> Token:
    """A token from 32 random bytes, in URL-safe base64 without padding (43 characters)."""
    if len(randomness) != TOKEN_BYTES:
        raise ValueError(f"a token is made of {TOKEN_BYTES} random bytes")
    return Token(base64.urlsafe_b64encode(randomness).rstrip(b"=").decode("ascii"))


def hashed(token: str) -> TokenHash:
    """What the store keeps: SHA-256, which suffices for 256 random bits."""
    return TokenHash(hashlib.sha256(token.encode()).digest())


def keyed_hash(pepper: bytes, purpose: str, *parts: str) -> bytes:
    """HMAC-SHA-256 over text that could be guessed (a six-digit code, a phone number), keyed with the server's secret.

    The purpose and the lengths are part of it, so that a hash made for one thing means nothing for another.
    """
    message = "".join(f"{len(part)}:{part}" for part in (purpose, *parts))
    return hmac.new(pepper, message.encode(), hashlib.sha256).digest()


def digits(randomness: bytes, count: int) -> str:
    """A code of decimal digits; 16 random bytes leave no measurable bias."""
    return f"{int.from_bytes(randomness) % 10**count:0{count}d}"
