"""Settings of signing in: limits, the second factor, and the sign-ons of others."""

from datetime import timedelta

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, SecretStr, field_validator

from desk_client.domain.access import STAFF_ROLES, Role

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _over_tls(url: HttpUrl) -> HttpUrl:
    """Credentials and identities travel encrypted, or not off this machine."""
    if url.scheme != "https" and url.host not in _LOOPBACK:
        raise ValueError("must be https")
    return url


class IdentitySettings(_Frozen):
    """Limits of signing in by SMS code and by password."""

    code_lifetime: timedelta = timedelta(minutes=5)
    code_attempts: int = Field(default=5, ge=1)
    resend_after: timedelta = timedelta(seconds=60)
    challenges_per_person: int = Field(default=8, ge=1, description="within `throttle_window`")
    challenges_per_kiosk: int = Field(default=60, ge=1, description="within `throttle_window`")
    challenges_per_site: int = Field(default=240, ge=1, description="within `throttle_window`")
    own_challenges_per_person: int = Field(
        default=4, ge=1, description="from computers of people's own, so that some are left at a kiosk; also per mobile"
    )
    own_challenges_per_day: int = Field(default=12, ge=1, description="the same for one person, within a day")
    challenges_per_address: int = Field(default=20, ge=1, description="from one address, within `throttle_window`")
    own_sms_per_hour: int = Field(default=1000, ge=1, description="codes to computers of people's own, within an hour")
    newcomers_at_own_computers: bool = Field(
        default=False,
        description="let people be known for the first time by a code alone, wherever they sit: whoever names an ID "
        "that nobody has used yet then has it, with their own mobile; without it people come to a kiosk once",
    )
    sms_per_range: int = Field(default=120, ge=1, description="codes to 10,000 neighbouring numbers, the same")
    sms_per_hour: int = Field(default=5000, ge=1, description="codes to everybody, within an hour")
    failed_passwords: int = Field(
        default=5, ge=1, description="within `throttle_window`, for one user name from one address"
    )
    failed_passwords_anywhere: int = Field(default=30, ge=1, description="the same, from all addresses together")
    failed_passwords_per_address: int = Field(default=100, ge=1, description="the same, for all user names together")
    failed_second_factors: int = Field(default=5, ge=1, description="within `throttle_window`, for one member of staff")
    failed_second_factors_per_day: int = Field(default=20, ge=1, description="the same, within a day")
    second_factor_roles: frozenset[Role] = Field(
        default=frozenset(), description="members of staff with these roles sign in with a second factor or not at all"
    )
    failed_enrolments: int = Field(default=20, ge=1, description="within `throttle_window`, from one address")
    failed_kiosk_pins: int = Field(default=5, ge=1, description="within `throttle_window`, at one kiosk")
    failed_kiosk_pins_per_day: int = Field(default=20, ge=1, description="the same, within a day")
    throttle_window: timedelta = timedelta(minutes=15)

    @field_validator("second_factor_roles")
    @classmethod
    def _of_staff(cls, roles: frozenset[Role]) -> frozenset[Role]:
        if not roles <= STAFF_ROLES:
            raise ValueError("only members of staff have a second factor")
        return roles


class FloodSettings(_Frozen):
    """How many requests one server answers in a minute; None for any number."""

    per_address: int | None = Field(
        default=3000, ge=1, description="callers on this very machine are not counted: behind no proxy they are ours"
    )
    per_actor: int | None = Field(default=1200, ge=1, description="for one token")


class NafathSettings(_Frozen):
    """The national sign-on."""

    url: HttpUrl
    app_id: str = Field(min_length=1)
    app_key: SecretStr
    service: str = Field(default="DigitalServiceEnrollment", min_length=1, description="as agreed with the operator")
    answers_within: timedelta = timedelta(seconds=5)

    _tls = field_validator("url")(_over_tls)


class OidcSettings(_Frozen):
    """The organisation's own sign-on (OpenID Connect Core 1.0), for staff."""

    issuer: HttpUrl
    client_id: str = Field(min_length=1)
    client_secret: SecretStr | None = Field(default=None, description="none: a public client, safe by PKCE alone")
    claim: str = Field(default="sub", min_length=1, description="the claim that names the user, as linked to staff")
    scope: str = "openid"
    answers_within: timedelta = timedelta(seconds=5)

    _tls = field_validator("issuer")(_over_tls)
