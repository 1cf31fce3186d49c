"""The administrator's tasks from the command line, on the store of this machine's server (which may be running)."""

import getpass
import secrets
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any, Final, Literal

from desk_client.bootstrap import authority, continuity, drill, keys, privacy, schema
from desk_client.bootstrap.house import close_house, open_house
from desk_client.bootstrap.server import server_settings
from desk_client.config.resources import ResourcesMissingError, resource
from desk_client.config.settings import ServerSettings
from desk_client.domain import kiosk_pin
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server import admin
from desk_client.server.continuity.files import BackupError
from desk_client.server.house import House
from desk_client.server.jobs.key_rotation import KeyInUseError
from desk_client.server.region.load import UnknownOfficeError
from desk_client.server.region.model import RegionFaultyError
from desk_client.server.security.key_backup import KeyBackupError
from desk_client.server.storage.errors import StoreUnavailableError, StoreUnusableError

Task = Literal[
    "create-administrator",
    "load-region",
    "enrol-kiosk",
    "set-kiosk-pin",
    "backup-keys",
    "restore-keys",
    "rotate-key",
    "rotate-call-key",
    "ca-init",
    "ca-issue",
    "ca-show",
    "migrate",
    "copy-to",
    "backup",
    "restore",
    "drill",
    "verify-audit",
    "export-person",
    "erase-person",
    "retention",
    "breach-report",
]
Arguments = Any  # argparse's namespace: each task knows its own

_PASSWORD_BYTES: Final = 12


def run_task(task: Task, said: Mapping[str, Any], arguments: Arguments) -> int:
    """Do one task; what it made is printed. The exit code."""
    settings = server_settings(said)
    if settings is None:
        return 2
    tasks: Mapping[Task, Callable[[ServerSettings, Arguments], int]] = {
        "create-administrator": _in_house(_create_administrator),
        "load-region": _in_house(_load_region),
        "enrol-kiosk": _in_house(_enrol_kiosk),
        "set-kiosk-pin": _in_house(_set_kiosk_pin),
        "backup-keys": _told(lambda settings, chosen: keys.backup_keys(settings, chosen.file)),
        "restore-keys": _told(lambda settings, chosen: keys.restore_keys(settings, chosen.file, force=chosen.force)),
        "rotate-key": _told(lambda settings, chosen: keys.rotate_key(settings, forget=chosen.forget_old)),
        "rotate-call-key": _told(lambda settings, _chosen: keys.rotate_call_key(settings)),
        "ca-init": _told(lambda settings, chosen: authority.ca_init(settings, chosen.name, chosen.permit)),
        "ca-issue": _told(lambda settings, chosen: authority.ca_issue(settings, chosen.hosts, new_key=chosen.new_key)),
        "ca-show": _told(lambda settings, _chosen: authority.ca_show(settings)),
        "migrate": _migrate,
        "copy-to": _copy_to,
        "backup": _told(_backup),
        "restore": _told(_restore),
        "drill": lambda _settings, chosen: drill.run_drill(chosen.seconds, _databases(chosen)),
        "verify-audit": _in_house(_verify_audit),
        "export-person": _in_house(
            lambda house, chosen: _said(privacy.export_person(house, chosen.person, chosen.file))
        ),
        "erase-person": _in_house(lambda house, chosen: _said(privacy.erase_person(house, chosen.person))),
        "retention": _in_house(lambda house, chosen: _said(privacy.keep_or_clear(house, chosen.keep, now=chosen.now))),
        "breach-report": _in_house(lambda house, chosen: _said(privacy.breach_report(house, chosen))),
    }
    try:
        return tasks[task](settings, arguments)
    except RegionFaultyError as error:
        for fault in error.faults:
            _complain(fault)
    except (
        StoreUnusableError,
        StoreUnavailableError,
        KeyBackupError,
        BackupError,
        KeyInUseError,
        privacy.PrivacyTaskError,
        UnknownOfficeError,
        ResourcesMissingError,
        OSError,
        admin.AdministratorExistsError,
        admin.WeakPasswordError,
    ) as error:
        _complain(str(error))
    return 1


def _in_house(task: Callable[[House, Arguments], int]) -> Callable[[ServerSettings, Arguments], int]:
    """A task on the store, which is opened for it."""

    def done(settings: ServerSettings, arguments: Arguments) -> int:
        house = open_house(settings)
        try:
            return task(house, arguments)
        finally:
            close_house(house)

    return done


def _told(task: Callable[[ServerSettings, Arguments], str]) -> Callable[[ServerSettings, Arguments], int]:
    """A task that opens what it needs itself, and whose words are printed."""

    def done(settings: ServerSettings, arguments: Arguments) -> int:
        _tell(task(settings, arguments))
        return 0

    return done


def _verify_audit(house: House, arguments: Arguments) -> int:
    whole, said = privacy.verify_audit(house, new_anchor=arguments.new_anchor)
    (_tell if whole else _complain)(said)
    return 0 if whole else 1


def _said(text: str) -> int:
    _tell(text)
    return 0


def _create_administrator(house: House, arguments: Arguments) -> int:
    typed = _typed("Password: ")
    admin.create_first_administrator(house, arguments.username, typed, name_ar="مدير النظام", name_en="Administrator")
    _tell(f"administrator {arguments.username} can sign in")
    return 0


def _load_region(house: House, arguments: Arguments) -> int:
    path = arguments.file if arguments.file.suffix else resource("regions", f"{arguments.file.name}.yaml")
    password = secrets.token_urlsafe(_PASSWORD_BYTES)
    loaded = admin.load_region(
        house,
        path,
        staff_password=password,
        must_change=True,
        open_now=arguments.open_now,
        over_screens=arguments.over_screens,
    )
    _tell(f"{len(loaded.offices)} offices, {len(loaded.kiosks)} kiosks, {len(loaded.staff)} members of staff")
    _tell(f"kiosks: {', '.join(loaded.kiosks)}")
    if loaded.left:
        _tell(f"set on a screen, and left as it is (--over-screens brings the file's back): {', '.join(loaded.left)}")
    if loaded.staff:
        _tell(f"staff who are new sign in with the password {password}: {', '.join(loaded.staff)}")
        _tell("each of them has to change it before anything else")
    return 0


def _enrol_kiosk(house: House, arguments: Arguments) -> int:
    code = admin.enrol_kiosk(house, arguments.kiosk)
    if isinstance(code, Refusal):
        _complain(f"there is no kiosk {arguments.kiosk!r}")
        return 1
    _tell(code)
    return 0


def _set_kiosk_pin(house: House, arguments: Arguments) -> int:
    refusal = admin.set_kiosk_pin(house, arguments.site, _typed("PIN: "))
    match None if refusal is None else refusal.code:
        case None:
            _tell(f"the operator's PIN of {arguments.site} is set")
            return 0
        case RefusalCode.NOT_FOUND:
            _complain(f"there is no site {arguments.site!r}")
        case RefusalCode.PASSWORD_WEAK:
            _complain("this PIN is among the first that anybody would guess")
        case _:
            _complain(f"a PIN has {kiosk_pin.SHORTEST} to {kiosk_pin.LONGEST} digits")
    return 1


def _typed(prompt: str) -> str:
    """A secret, which no shell keeps: asked for without showing it, or read from stdin."""
    return getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")


def _migrate(settings: ServerSettings, arguments: Arguments) -> int:
    done = schema.migrate(settings, arguments.to, lambda question: arguments.yes or _confirmed(question))
    if isinstance(done, schema.NotConfirmed):
        _complain("nothing was changed")
        return 1
    _tell(f"schema {done.before or 'none'} → {done.after}; revisions: {', '.join(done.applied) or 'none'}")
    return 0


def _backup(settings: ServerSettings, arguments: Arguments) -> str:
    began = time.monotonic()
    taken = continuity.take_backup(settings, arguments.directory)
    content, took_s = taken.content, time.monotonic() - began
    return f"{taken.folder}: {content.rows} rows of schema {content.revision}, restored on trial, in {took_s:.1f} s"


def _databases(arguments: Arguments) -> drill.Databases | None:
    return None if arguments.databases is None else drill.Databases(*arguments.databases)


def _restore(settings: ServerSettings, arguments: Arguments) -> str:
    began = time.monotonic()
    restored = continuity.restore(settings, arguments.source, arguments.journal, force=arguments.force)
    return f"{continuity.told(restored)}\nback in {time.monotonic() - began:.1f} s"


def _copy_to(settings: ServerSettings, arguments: Arguments) -> int:
    report = schema.copy_to_postgres(settings, arguments.url)
    for table in report.tables:
        _tell(f"{table.name:24} {table.rows:>10} rows  {table.digest[:16]}")
    _tell(f"{report.rows} rows of schema {report.revision} are the same in both stores")
    return 0


def _confirmed(question: str) -> bool:
    print(f"{question} [yes/no] ", end="", file=sys.stderr, flush=True)  # noqa: T201 - a command line asks
    return sys.stdin.readline().strip().casefold() == "yes"


def _tell(text: str) -> None:
    print(text)  # noqa: T201 - a command line prints


def _complain(text: str) -> None:
    print(f"desk-client: {text}", file=sys.stderr)  # noqa: T201 - the same
