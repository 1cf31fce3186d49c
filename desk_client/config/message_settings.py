"""Settings of what the server sends by itself: when, and through which carriers.

Secrets are `SecretStr`: neither a log nor an error shows them.
"""

from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, SecretStr, model_validator

LONGEST_TIMEOUT = timedelta(seconds=15)
"""Of a carrier; the outbox's lease is longer."""

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _guarded(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        raise ValueError("must be https: it carries phone numbers and codes")
    return url


Timeout = Annotated[timedelta, Field(gt=timedelta(), le=LONGEST_TIMEOUT)]


class SmsHttpSettings(_Frozen):
    """A carrier of SMS that is asked by HTTP. The words {id}, {to}, {to_digits} and {text} stand for the message's own.

    {to} is E.164 with its plus sign, {to_digits} the same without; {id} is the same for every repetition of a message,
    so that the carrier can drop it.
    """

    url: Annotated[str, AfterValidator(_guarded)]
    method: Literal["POST", "PUT"] = "POST"
    headers: dict[str, SecretStr] = Field(
        default={"Idempotency-Key": SecretStr("{id}")}, description="with the credentials; {id} may stand here too"
    )
    body_as: Literal["json", "form"] = "json"
    body: dict[str, JsonValue] = Field(default={"id": "{id}", "to": "{to}", "text": "{text}"})
    timeout: Timeout = timedelta(seconds=10)
    ca_file: Path | None = Field(default=None, description="certificates to trust instead of the system's")
    answer_at: tuple[str, ...] = Field(
        default=(), description="where the JSON answer tells the result, key by key; empty: the status code tells it"
    )
    accepted: tuple[str, ...] = Field(default=(), description="results that mean: taken")
    refused: tuple[str, ...] = Field(default=(), description="results that mean: never")
    repeated_status: tuple[int, ...] = Field(default=(409,), description="status codes that mean: I have this id")

    @model_validator(mode="after")
    def _told_apart(self) -> Self:
        if self.answer_at and not self.accepted:
            raise ValueError("answer_at needs the results that mean taken, in accepted")
        return self


class SmtpSettings(_Frozen):
    """A mail server that takes our letters."""

    host: str
    port: int = Field(default=587, ge=1, le=65535)
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str | None = None
    password: SecretStr | None = None
    sender: str = Field(pattern=r"^[^@\s<>]+@[A-Za-z0-9.-]+$")
    sender_name: str = Field(default="مجلس", max_length=20, description="short: it has to fit into one encoded word")
    timeout: Timeout = timedelta(seconds=10)
    ca_file: Path | None = None

    @model_validator(mode="after")
    def _guarded(self) -> Self:
        if self.security == "none" and self.host not in _LOOPBACK:
            raise ValueError("security none is for the loopback alone")
        if (self.user is None) != (self.password is None):
            raise ValueError("user and password belong together")
        return self

    @property
    def domain(self) -> str:
        """The part of the sender's address after the at sign."""
        return self.sender.rpartition("@")[2]


class MessageSettings(_Frozen):
    """When messages go out."""

    zone: str = Field(default="Asia/Riyadh", description="whose wall time decides what is day")
    day_begins: time = time(8)
    day_ends: time = time(21)
    remind_long_before: timedelta = timedelta(days=1)
    remind_shortly_before: timedelta = timedelta(hours=1)
