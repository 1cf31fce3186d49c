"""Frozen settings of the server, from arguments, environment variables (DESK_SERVER_…) or a file (`server_file`).

A duration is a `timedelta`; in the environment it is written in ISO 8601 (PT3M) or in seconds.
"""

from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, StringConstraints, field_validator, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from desk_client.config.attachment_settings import AttachmentSettings
from desk_client.config.audit_settings import AuditSettings
from desk_client.config.continuity_settings import ContinuitySettings
from desk_client.config.identity_settings import FloodSettings, IdentitySettings, NafathSettings, OidcSettings
from desk_client.config.message_settings import MessageSettings, SmsHttpSettings, SmtpSettings
from desk_client.config.operations_settings import OperationsSettings
from desk_client.config.origins import is_safe_origin
from desk_client.config.paths import DataDirectory, default_data_directory
from desk_client.config.server_file import FileSource, with_secret_files


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SessionSettings(_Frozen):
    """How long a sign-in lasts: without any activity, and at the most."""

    citizen_idle: timedelta = timedelta(minutes=10)
    citizen_lifetime: timedelta = timedelta(hours=2)
    staff_idle: timedelta = timedelta(minutes=60)
    staff_lifetime: timedelta = timedelta(hours=12)
    kiosk_lifetime: timedelta = timedelta(days=5 * 365)
    touch_every: timedelta = Field(default=timedelta(seconds=30), description="how exactly activity is noted")


class AudienceSettings(_Frozen):
    """The times around an audience."""

    hold_lifetime: timedelta = timedelta(minutes=5)
    check_in_before: timedelta = timedelta(minutes=60)
    room_token_lifetime: timedelta = timedelta(hours=4)
    idempotency_lifetime: timedelta = timedelta(hours=24)


class SignallingSettings(_Frozen):
    """The life of a signalling socket (architecture, "Signalling that survives")."""

    ping_every: timedelta = timedelta(seconds=20)
    look_every: timedelta = Field(
        default=timedelta(seconds=2), gt=timedelta(), description="how soon a socket ends whose session was ended"
    )
    dead_after: timedelta = timedelta(seconds=45)
    hello_within: timedelta = timedelta(seconds=10)
    repair_after: timedelta = Field(
        default=timedelta(seconds=3), description="how long ends that came back may take to say that media still flows"
    )
    attestation_lifetime: timedelta = Field(
        default=timedelta(minutes=2),
        gt=timedelta(),
        description="how long what is signed of a description is believed; longer than `replay_for`",
    )
    outbound_queue: int = Field(default=128, ge=1)
    replay_frames: int = Field(default=256, ge=0)
    replay_for: timedelta = timedelta(seconds=90)


_PLACE: Final = r"[^\s?:/]+(:[0-9]{1,5})?"
_STUN: Final = rf"^stun:{_PLACE}$"
_TURN: Final = rf"^(turn:{_PLACE}(\?transport=(udp|tcp))?|turns:{_PLACE}(\?transport=tcp)?)$"


class IceSettings(_Frozen):
    """STUN and TURN servers that are handed to both ends of a call. None of them is public by default."""

    stun_urls: tuple[Annotated[str, StringConstraints(pattern=_STUN)], ...] = Field(
        default=(), description="stun:HOST:PORT (RFC 7064)"
    )
    turn_urls: tuple[Annotated[str, StringConstraints(pattern=_TURN)], ...] = Field(
        default=(), description="turn:HOST:PORT?transport=udp, the same with tcp, and turns:HOST:PORT (RFC 7065)"
    )
    turn_secret: SecretStr | None = Field(default=None, description="coturn's static-auth-secret")

    @model_validator(mode="after")
    def _relays_know_whom_they_serve(self) -> Self:
        if self.turn_urls and self.turn_secret is None:
            raise ValueError("turn_urls need turn_secret: nobody could use the relays without")
        return self


class TlsSettings(_Frozen):
    """The server's certificate: from files, or from the installation's own authority. Neither: no TLS."""

    certificate: Path | None = Field(default=None, description="PEM, with the chain after it")
    key: Path | None = Field(default=None, description="PEM, without a passphrase")
    local_ca: bool = Field(default=False, description="as issued by `desk-client admin ca`")

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.certificate is None) != (self.key is None):
            raise ValueError("certificate and key belong together")
        if self.local_ca and self.certificate is not None:
            raise ValueError("a certificate is given, and the local authority's is asked for")
        return self

    @property
    def is_on(self) -> bool:
        """Whether the server itself speaks TLS."""
        return self.local_ca or self.certificate is not None


class ServerSettings(BaseSettings):
    """Everything that one server may choose. `port` 0 takes any free one."""

    model_config = SettingsConfigDict(
        env_prefix="DESK_SERVER_",
        env_nested_delimiter="__",
        frozen=True,
        extra="forbid",
        env_ignore_empty=True,
        validate_by_name=True,
        validate_by_alias=True,
    )

    host: str = "127.0.0.1"
    port: int = Field(default=8470, ge=0, le=65535)
    tls: TlsSettings = TlsSettings()
    behind_proxy: tuple[str, ...] = Field(
        default=(), description="addresses or networks of proxies that end TLS, whose X-Forwarded-For is believed"
    )
    allowed_origins: tuple[str, ...] = Field(
        default=(), description="web pages' origins that may ask; native programs have none"
    )
    public_url: str | None = Field(
        default=None,
        description="https://HOST, under which people's own telephones reach this server; none: as the kiosks do",
    )
    data_dir: Path = Field(default_factory=lambda: default_data_directory("server").root)
    secrets: Literal["auto", "file"] = "auto"
    sms: Literal["file", "console", "http"] = "file"
    sms_http: SmsHttpSettings | None = Field(default=None, description="the carrier of SMS, where sms is http")
    smtp: SmtpSettings | None = Field(default=None, description="the mail server; none: no e-mail is sent")
    database_url: SecretStr | None = Field(
        default=None,
        validation_alias="DESK_DATABASE_URL",
        description="postgresql://USER:PASSWORD@HOST:PORT/DATABASE; without it the store is a file in `data_dir`",
    )
    readers: int = Field(default=4, ge=1, description="store connections that only read")
    writers: int = Field(default=4, ge=1, description="connections that write, in PostgreSQL")
    drain_within: timedelta = timedelta(seconds=5)

    identity: IdentitySettings = IdentitySettings()
    flood: FloodSettings = FloodSettings()
    nafath: NafathSettings | None = Field(default=None, description="none: people sign in by SMS code or operator only")
    oidc: OidcSettings | None = Field(default=None, description="none: staff sign in by password only")
    sessions: SessionSettings = SessionSettings()
    audiences: AudienceSettings = AudienceSettings()
    signalling: SignallingSettings = SignallingSettings()
    ice: IceSettings = IceSettings()
    messages: MessageSettings = MessageSettings()
    attachments: AttachmentSettings = AttachmentSettings()
    audit: AuditSettings = AuditSettings()
    continuity: ContinuitySettings = ContinuitySettings()
    operations: OperationsSettings = OperationsSettings()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What was said first counts: arguments, the environment, the file."""
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, FileSource(settings_cls)

    @field_validator("public_url")
    @classmethod
    def _over_tls(cls, url: str | None) -> str | None:
        if url is not None and not is_safe_origin(url):
            raise ValueError("people's telephones are led to https only")
        return url

    @model_validator(mode="before")
    @classmethod
    def _secrets_from_files(cls, given: Any) -> Any:  # whatever the sources have merged
        return with_secret_files(cls, given) if isinstance(given, dict) else given

    @model_validator(mode="after")
    def _carrier_is_named(self) -> Self:
        if self.sms == "http" and self.sms_http is None:
            raise ValueError("sms http needs the carrier's address, in sms_http")
        return self

    @property
    def is_reached_by_tls(self) -> bool:
        """Whether clients come by TLS, to this server or to a proxy before it."""
        return self.tls.is_on or bool(self.behind_proxy)

    @property
    def directory(self) -> DataDirectory:
        """The files of this server."""
        return DataDirectory(self.data_dir)
