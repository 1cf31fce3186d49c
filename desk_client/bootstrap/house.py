"""Puts a server together: which store, which gateway, which proof of identity, and where its keys are kept."""

from typing import Final

from desk_client.bootstrap.continuity import BackupProcess
from desk_client.bootstrap.stores import backup_secret, open_journal, open_store
from desk_client.bootstrap.vetting import open_vetting
from desk_client.config.secrets import Secrets, kept, open_secrets
from desk_client.config.settings import ServerSettings
from desk_client.domain.clock import Clock
from desk_client.server.house import House
from desk_client.server.identity.nafath import NafathSignOn
from desk_client.server.identity.oidc import OidcSignOn
from desk_client.server.jobs.backing_up import BackupKeeper
from desk_client.server.notify.gateway import ConsoleGateway, FileGateway, SmsGateway
from desk_client.server.notify.http_sms import HttpSmsGateway
from desk_client.server.notify.smtp import SmtpGateway
from desk_client.server.run import Server, close_house
from desk_client.server.security import audit_seal, slips
from desk_client.server.security.call_keys import CallKeys
from desk_client.server.security.deposit_box import DepositBox
from desk_client.server.security.passwords import Passwords
from desk_client.server.security.room_tokens import SEED_BYTES, RoomTokens
from desk_client.server.security.vault import Vault
from desk_client.server.security.vault_keys import VaultKeys
from desk_client.server.steady_clock import SteadyClock

__all__ = ["close_house", "make_server", "open_house", "open_vault"]

_PEPPER_BYTES: Final = 32


def open_house(settings: ServerSettings, *, clock: Clock | None = None, sms: SmsGateway | None = None) -> House:
    """Open the store and the secrets in the settings' directory, and make a house of them; see `close_house`.

    Raises:
        StoreUnusableError: the store cannot be used; the message is for the operator.
        OSError: the directory cannot be used.
    """
    directory = settings.directory.created()
    secrets = open_secrets(directory.secrets, keep_in=settings.secrets)
    vault = open_vault(secrets)
    journal = open_journal(settings, secrets)
    clock = SteadyClock() if clock is None else clock
    attestor = CallKeys(secrets).attestor(clock.now(), settings.audiences.room_token_lifetime)
    store = open_store(settings, secrets, {"vault": vault}, journal)
    return House(
        settings=settings,
        store=store,
        national=None if settings.nafath is None else NafathSignOn(settings.nafath),
        organisation=None if settings.oidc is None else OidcSignOn(settings.oidc),
        sms=_gateway(settings) if sms is None else sms,
        passwords=Passwords(),
        room_tokens=RoomTokens(kept(secrets, "room-signing", length=SEED_BYTES)),
        attestor=attestor,
        slips=slips.Slips(kept(secrets, slips.SECRET, length=slips.SEED_BYTES)),
        pepper=kept(secrets, "pepper", length=_PEPPER_BYTES),
        vault=vault,
        audit_key=kept(secrets, audit_seal.SECRET, length=audit_seal.KEY_BYTES),
        deposits=DepositBox.of(secrets),
        clock=clock,
        email=None if settings.smtp is None else SmtpGateway(settings.smtp),
        vetting=open_vetting(settings.attachments),
        journal=journal,
    )


def open_vault(secrets: Secrets) -> Vault:
    """The vault of an installation; its keys are drawn the first time.

    Raises:
        StoreUnusableError: a key that should be there is not; the message is for the operator.
    """
    return VaultKeys(secrets).vault()


def make_server(settings: ServerSettings, *, clock: Clock | None = None, sms: SmsGateway | None = None) -> Server:
    """A server on the settings' store, which is opened when the server starts."""
    return Server(settings, lambda: open_house(settings, clock=clock, sms=sms), _backups)


def _backups(house: House) -> BackupKeeper | None:
    """Who takes the server's backups; None where its settings name no place for them."""
    settings = house.settings
    if settings.continuity.backups is None:
        return None
    secret = backup_secret(open_secrets(settings.directory.secrets, keep_in=settings.secrets))
    return BackupKeeper(house, BackupProcess(settings), secret, settings.continuity.backups)


def _gateway(settings: ServerSettings) -> SmsGateway:
    match settings.sms:
        case "file":
            return FileGateway(settings.directory.sms_log)
        case "console":
            return ConsoleGateway()
        case "http":
            if settings.sms_http is None:  # the settings have seen to it
                raise ValueError("sms is http, and sms_http is missing")
            return HttpSmsGateway(settings.sms_http)
