"""``desk-client`` and its commands. Each imports what it needs when it is chosen: a kiosk does not load the server."""

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

Run = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code (0 done, 1 failed, 2 cannot be done as asked)."""
    chosen = _parser().parse_args(arguments)
    logging.basicConfig(
        level=logging.DEBUG if chosen.verbose else logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        stream=sys.stderr,
    )
    for chatty in ("aioice", "alembic", "uvicorn"):  # at INFO: every candidate's address, every plugin, every socket
        logging.getLogger(chatty).setLevel(logging.WARNING)
    run: Run = chosen.run
    try:
        return run(chosen)
    except KeyboardInterrupt:
        return 130


class _Version(argparse.Action):
    """Looked up when it is asked for: what looks it up is slow to load."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version  # noqa: PLC0415 - see the docstring

        print(version("desk-client"))
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="desk-client", description="Majlis (مجلس)")
    parser.add_argument("--version", action=_Version, nargs=0, help="tell which version this is")
    parser.add_argument("--verbose", action="store_true", help="log more")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_desk(commands)
    _add_kiosk(commands)
    _add_server(commands)
    _add_demo(commands)
    _add_doctor(commands)
    _add_admin(commands)
    return parser


Commands = Any  # argparse keeps the type of its subparsers to itself


def _add_desk(commands: Commands) -> None:
    desk = commands.add_parser("desk", help="the official's desk")
    _add_desktop_options(desk)

    def run(chosen: argparse.Namespace) -> int:
        from desk_client.bootstrap.desk import run_desk  # noqa: PLC0415 - loaded when chosen

        return _with_settings(chosen, run_desk)

    desk.set_defaults(run=run)


def _add_kiosk(commands: Commands) -> None:
    kiosk = commands.add_parser("kiosk", help="a public terminal: a supervisor, and a process for each visitor")
    _add_desktop_options(kiosk)
    kiosk.add_argument("--full-screen", action="store_true", default=None, help="fill the screen, with no way out")
    kiosk.add_argument("--enrol", metavar="CODE", help="first trade this one-time code for the kiosk's credential")
    kiosk.add_argument("--visitor", action="store_true", help=argparse.SUPPRESS)

    def run(chosen: argparse.Namespace) -> int:
        if chosen.visitor:
            from desk_client.bootstrap.visitor import run_visitor  # noqa: PLC0415 - loaded when chosen

            return run_visitor()
        from desk_client.bootstrap.kiosk import run_kiosk  # noqa: PLC0415 - loaded when chosen

        return run_kiosk(lambda: _settings(chosen), chosen.enrol)

    kiosk.set_defaults(run=run)


def _add_desktop_options(parser: argparse.ArgumentParser) -> None:
    _add_server_options(parser)
    parser.add_argument("--data-dir", type=Path, help="where this terminal's credential is kept")
    parser.add_argument("--language", choices=("ar", "en"))
    parser.add_argument("--theme", choices=("light", "dark", "high_contrast"))
    parser.add_argument("--media", type=Path, metavar="FILE", help="play a recorded clip as the camera")
    parser.add_argument("--synthetic", action="store_true", default=None, help="use a drawn picture and a tone")


def _add_server_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--server-url", help="the server's address (DESK_CLIENT_SERVER_URL)")
    parser.add_argument(
        "--server-pin",
        action="append",
        dest="server_pins",
        metavar="PIN",
        help="a key that the server may have; may be given again (DESK_CLIENT_SERVER_PINS, a JSON list)",
    )
    parser.add_argument("--server-ca", metavar="FILE", help="the only authorities that vouch for the server (PEM)")


def _with_settings(chosen: argparse.Namespace, run: Callable[[Any], int]) -> int:
    settings = _settings(chosen)
    return 2 if settings is None else run(settings)


def _settings(chosen: argparse.Namespace) -> Any:
    """Settings from the environment, and what was said on the command line before it; None where they are refused."""
    from pydantic import ValidationError  # noqa: PLC0415 - loaded when chosen

    from desk_client.config.desktop_settings import DesktopSettings  # noqa: PLC0415 - loaded when chosen
    from desk_client.config.desktop_sources import read_desktop_settings  # noqa: PLC0415 - loaded when chosen

    said = {name: value for name in DesktopSettings.model_fields if (value := getattr(chosen, name, None)) is not None}
    try:
        settings = read_desktop_settings(**said)
    except ValidationError as error:
        _complain(error)
        return None
    if settings.media is not None and not settings.media.is_file():
        print(f"desk-client: there is no such clip: {settings.media}", file=sys.stderr)
        return None
    return settings


def _complain(error: Any) -> None:  # pydantic's ValidationError, not imported at start
    for each in error.errors():
        print(f"desk-client: setting {'.'.join(map(str, each['loc']))}: {each['msg']}", file=sys.stderr)


def _add_server(commands: Commands) -> None:
    server = commands.add_parser("server", help="the booking and signalling server")
    server.add_argument("--host", help="address to listen at (DESK_SERVER_HOST)")
    server.add_argument("--port", type=int, help="port to listen at; 0 takes any free one")
    server.add_argument("--data-dir", type=Path, help="where store and keys are kept")
    server.add_argument("--sms", choices=("file", "console"), help="where messages go")
    server.add_argument("--config", type=Path, metavar="FILE", help="settings in TOML (DESK_SERVER_CONFIG)")
    server.add_argument("--check", action="store_true", help="look at all that a start would need, and change nothing")

    def run(chosen: argparse.Namespace) -> int:
        from desk_client.bootstrap import server as bootstrap  # noqa: PLC0415 - loaded when chosen

        said = _said(chosen, "host", "port", "data_dir", "sms", "config")
        return bootstrap.run_server(said, check=chosen.check, verbose=chosen.verbose)

    server.set_defaults(run=run)


def _add_demo(commands: Commands) -> None:
    demo = commands.add_parser("demo", help="the whole way on this machine")
    demo.add_argument("--auto", action="store_true", help="work the windows by itself, on screens in memory")
    demo.add_argument("--out", type=Path, default=Path("demo-out"), help="where pictures and figures go")
    demo.add_argument("--seconds", type=float, default=20.0, help="how long the talk lasts at least")
    demo.add_argument("--language", choices=("ar", "en"), default="ar")
    demo.add_argument("--theme", choices=("light", "dark", "high_contrast"), default="light")
    demo.add_argument("--media", type=Path, metavar="FILE", help="play a recorded clip as the kiosk's camera")
    demo.add_argument(
        "--break",
        dest="break_call",
        choices=("frozen", "loopback"),
        help="spoil the kiosk's remote picture (or a room's), to see that the check fails",
    )
    demo.add_argument(
        "--room", type=int, metavar="N", help="instead: one window in which N people talk with each other (2 to 4)"
    )
    demo.add_argument(
        "--size", type=_size, default=(1280, 800), metavar="WxH", help="of the room's window, e.g. 1920x1080"
    )
    demo.add_argument(
        "--fps", type=int, default=15, help="of each of a room's people, as all of them share this machine (default 15)"
    )
    demo.add_argument("--seat", type=int, help=argparse.SUPPRESS)  # one of the room's people, as a process of its own
    demo.add_argument("--pilot", type=Path, help=argparse.SUPPRESS)

    def run(chosen: argparse.Namespace) -> int:
        if chosen.room is not None:
            from desk_client.bootstrap.demo.room import run_room  # noqa: PLC0415 - loaded when chosen

            return run_room(chosen)
        from desk_client.bootstrap.demo.main import run_demo  # noqa: PLC0415 - loaded when chosen

        return run_demo(chosen)

    demo.set_defaults(run=run)


def _size(written: str) -> tuple[int, int]:
    """Raises ValueError, which argparse words, for anything but two numbers."""
    width, height = written.lower().split("x")
    return int(width), int(height)


def _add_doctor(commands: Commands) -> None:
    doctor = commands.add_parser("doctor", help="tell what this machine has and lacks")
    _add_server_options(doctor)

    def run(chosen: argparse.Namespace) -> int:
        from desk_client.bootstrap.doctor import run_doctor  # noqa: PLC0415 - loaded when chosen

        return _with_settings(chosen, run_doctor)

    doctor.set_defaults(run=run)


def _add_admin(commands: Commands) -> None:
    admin = commands.add_parser("admin", help="the administrator's tasks, on the server's machine")
    admin.add_argument("--data-dir", type=Path, help="the server's data directory")
    admin.add_argument("--config", type=Path, metavar="FILE", help="the server's settings (DESK_SERVER_CONFIG)")
    tasks = admin.add_subparsers(required=True, metavar="TASK")

    first = tasks.add_parser(
        "create-administrator", help="the first one; the password is asked for, or read from stdin"
    )
    first.add_argument("username")
    region = tasks.add_parser("load-region", help="offices, people, sites and schedules from a YAML file")
    region.add_argument("file", type=Path, help="a region's file, or the name of a sample: jazan")
    region.add_argument("--open-now", action="append", default=[], metavar="OFFICE", help="receive for two hours now")
    region.add_argument("--over-screens", action="store_true", help="bring back also what was set on a screen since")
    kiosk = tasks.add_parser("enrol-kiosk", help="a one-time code that makes a terminal this kiosk")
    kiosk.add_argument("kiosk", help="the kiosk's id, as load-region prints it")
    pin = tasks.add_parser(
        "set-kiosk-pin", help="the operator's PIN for a hall's kiosks; it is asked for, or read from stdin"
    )
    pin.add_argument("site", help="the hall's id")

    def run(chosen: argparse.Namespace) -> int:
        from desk_client.bootstrap.admin import run_task  # noqa: PLC0415 - loaded when chosen

        return run_task(chosen.task, _said(chosen, "data_dir", "config"), chosen)

    parsers = {"create-administrator": first, "load-region": region, "enrol-kiosk": kiosk, "set-kiosk-pin": pin}
    for name, parser in {
        **parsers,
        **_store_tasks(tasks),
        **_key_tasks(tasks),
        **_authority_tasks(tasks),
        **_privacy_tasks(tasks),
        **_continuity_tasks(tasks),
    }.items():
        parser.set_defaults(run=run, task=name)


def _store_tasks(tasks: Commands) -> dict[str, argparse.ArgumentParser]:
    migrate = tasks.add_parser("migrate", help="bring the store to this program's schema; stop the server before")
    migrate.add_argument(
        "--to", metavar="REVISION", help="or back to an older one, forgetting what only newer ones hold"
    )
    migrate.add_argument("--yes", action="store_true", help="do not ask before going back")
    copy = tasks.add_parser("copy-to", help="copy the store into another, and compare; stop the server before")
    copy.add_argument("target", choices=("postgres",))
    copy.add_argument("--url", help="postgresql://… (better by DESK_DATABASE_URL, which other users do not see)")
    return {"migrate": migrate, "copy-to": copy}


def _continuity_tasks(tasks: Commands) -> dict[str, argparse.ArgumentParser]:
    backup = tasks.add_parser("backup", help="a backup of the store, tried by restoring it; the server may run")
    backup.add_argument("directory", type=Path, help="where to; best on another disk")
    restore = tasks.add_parser("restore", help="put a backup in the store's place; stop the server before")
    restore.add_argument("source", type=Path, help="a backup, or a directory whose newest is taken")
    restore.add_argument("--journal", type=Path, metavar="DIR", help="carry out again what came after the backup")
    restore.add_argument("--force", action="store_true", help="put a store that is there aside")
    drill = tasks.add_parser("drill", help="lose a server under load on purpose, and bring it back: time and loss")
    drill.add_argument("--seconds", type=float, default=10.0, help="how long the load lasts")
    drill.add_argument(
        "--databases",
        nargs=2,
        metavar=("URL", "SPARE"),
        help="on PostgreSQL: two empty databases on two servers set up for a journal; without, on the embedded store",
    )
    return {"backup": backup, "restore": restore, "drill": drill}


def _key_tasks(tasks: Commands) -> dict[str, argparse.ArgumentParser]:
    backup = tasks.add_parser("backup-keys", help="every key in one new file; the passphrase is asked for, or on stdin")
    backup.add_argument("file", type=Path)
    restore = tasks.add_parser("restore-keys", help="put the keys of a backup back, on this machine or another")
    restore.add_argument("file", type=Path)
    restore.add_argument("--force", action="store_true", help="overwrite other keys: what they sealed is lost")
    rotate = tasks.add_parser("rotate-key", help="seal personal data with a new key, or finish doing so")
    rotate.add_argument(
        "--forget-old",
        action="store_true",
        help="afterwards, once the last backup of the store from before is gone: drop the older keys",
    )
    call = tasks.add_parser("rotate-call-key", help="a new key by which the server vouches for the ends of a call")
    return {"backup-keys": backup, "restore-keys": restore, "rotate-key": rotate, "rotate-call-key": call}


def _privacy_tasks(tasks: Commands) -> dict[str, argparse.ArgumentParser]:
    verify = tasks.add_parser("verify-audit", help="walk the audit trail: what was edited, deleted, added or cut off")
    verify.add_argument(
        "--new-anchor", action="store_true", help="afterwards take its present end for right: after a restored backup"
    )
    export = tasks.add_parser("export-person", help="everything that is held about a person, in a new JSON file")
    export.add_argument(
        "person", help="the person's id; - reads a document from stdin: a national ID, or KIND NATION NUMBER"
    )
    export.add_argument("file", type=Path)
    erase = tasks.add_parser("erase-person", help="erase a person, for good")
    erase.add_argument("person", help="as above")
    erase.add_argument("--yes", action="store_true", required=True, help="there is no way back")
    keep = tasks.add_parser("retention", help="how long each kind is kept, and how much would go")
    keep.add_argument("--keep", action="append", default=[], metavar="KIND=DAYS", help="change it; may be given again")
    keep.add_argument("--now", action="store_true", help="remove what is due, rather than wait for the server to")
    breach = tasks.add_parser("breach-report", help="whose data was shown to whom and changed by whom, as JSON")
    breach.add_argument("--since", required=True, metavar="MOMENT", help="ISO 8601, UTC where no offset is given")
    breach.add_argument("--until", metavar="MOMENT", help="now, unless it is given")
    breach.add_argument("--actor", metavar="ID", help="of one actor alone")
    return {
        "verify-audit": verify,
        "export-person": export,
        "erase-person": erase,
        "retention": keep,
        "breach-report": breach,
    }


def _authority_tasks(tasks: Commands) -> dict[str, argparse.ArgumentParser]:
    ca = tasks.add_parser("ca", help="a certificate authority of the installation's own")
    steps = ca.add_subparsers(required=True, metavar="STEP")
    init = steps.add_parser("init", help="make the authority, and the server's first spare key")
    init.add_argument("--name", default="Majlis", help="what the authority is called")
    init.add_argument(
        "--permit", action="append", default=[], metavar="NAME", help="narrow it to this domain or network (10.0.0.0/8)"
    )
    issue = steps.add_parser("issue", help="the server's certificate; its key stays, so that pins stay")
    issue.add_argument("hosts", nargs="+", metavar="HOST", help="a name or address that clients call the server by")
    issue.add_argument("--new-key", action="store_true", help="take the spare key, which clients have pinned already")
    show = steps.add_parser("show", help="names, dates and pins")
    return {"ca-init": init, "ca-issue": issue, "ca-show": show}


def _said(chosen: argparse.Namespace, *names: str) -> dict[str, Any]:
    return {name: value for name in names if (value := getattr(chosen, name)) is not None}
