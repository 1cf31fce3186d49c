"""A pytest plugin: a real PostgreSQL of Debian's packages in a temporary directory; ended by its process id.

It listens on a Unix socket (trusting, for ordinary tests) and on a free port of the loopback (asking for the password).
`initdb` refuses to run as root, so the server then runs as an unprivileged user.
"""

import contextlib
import itertools
import os
import pwd
import select
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import psycopg
import pytest

USER: Final = "majlis"
PASSWORD: Final = "a-password-of-tests"
_WITHIN_S: Final = 30.0
JOURNALLED: Final = ("wal_level=logical", "synchronous_standby_names=majlis_journal")
"""What a server needs whose database has a journal. Others' commits wait as well: `say` does not."""
_UNDURABLE: Final = ("-c fsync=off", "-c full_page_writes=off")


def binaries() -> Path:
    """Where Debian keeps `initdb` and `postgres`: the newest version from 15 on that is installed."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    found = [path for path in found if int(path.parent.name) >= 15]
    if found:
        return max(found, key=lambda path: int(path.parent.name))
    elsewhere = shutil.which("initdb")
    if elsewhere is None:
        raise FileNotFoundError("PostgreSQL is not installed; installer/debian/packages-test.txt names its package")
    return Path(elsewhere).resolve().parent


def _unprivileged() -> str | None:
    """Whom the server runs as; None as ourselves."""
    if os.geteuid() != 0:
        return None
    with contextlib.suppress(KeyError):
        return pwd.getpwnam("postgres").pw_name
    return "nobody"


class Postgres:
    """One server. Made by `postgres_server`, or by hand where a test kills it.

    `durable` is for crash tests: acknowledged writes are then on the disk. `settings` are more of the server's own.
    """

    def __init__(self, root: Path, *, durable: bool = False, settings: tuple[str, ...] = ()) -> None:
        self._root = root
        self._settings = (() if durable else _UNDURABLE) + tuple(f"-c {setting}" for setting in settings)
        self._user = _unprivileged()
        self._numbers = itertools.count(1)
        self.pid: int | None = None
        self._guardian: subprocess.Popen[bytes] | None = None
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        if self._user is not None:
            shutil.chown(root, self._user)
        password = root / "password"
        password.write_text(PASSWORD)
        password.chmod(0o644)
        self._run(
            "initdb", "--no-sync", "--encoding=UTF8", "--locale=C", f"--username={USER}",
            f"--pwfile={password}", "--auth-local=trust", "--auth-host=scram-sha-256", "--pgdata=data",
        )  # fmt: skip

    @property
    def data(self) -> Path:
        """Its files."""
        return self._root / "data"

    def start(self) -> None:
        """Return once it answers."""
        settings = [f"-p {self.port}", "-h 127.0.0.1", f"-k {self._root}", "-c max_connections=60"]
        settings += ["-c shared_buffers=64MB", "-c deadlock_timeout=50ms", *self._settings]
        self._run("pg_ctl", "start", "-w", "-t", "60", "-s", "-D", "data", "-l", "log", "-o", " ".join(settings))
        self.pid = int((self._root / "data" / "postmaster.pid").read_text().splitlines()[0])
        # it is a daemon: where we are killed, somebody has to end it, and the end of a pipe tells them
        self._guardian = subprocess.Popen(
            ["sh", "-c", f"read -r _; kill -QUIT {self.pid}"], stdin=subprocess.PIPE, start_new_session=True
        )

    def stop(self) -> None:
        """End it; open connections are cut."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """End the postmaster and everything of it as a power cut would; `start` recovers."""
        self._end(signal.SIGKILL)
        # a dead postmaster that nobody has collected yet looks alive to the next one, by these
        for lock in (self._root / "data" / "postmaster.pid", *self._root.glob(".s.PGSQL.*")):
            lock.unlink(missing_ok=True)

    def _end(self, how: signal.Signals) -> None:
        if self.pid is None:
            return
        if self._guardian is not None:
            self._guardian.kill()
            self._guardian.communicate()
            self._guardian = None
        family = [os.pidfd_open(pid) for pid in (self.pid, *_children(self.pid))]
        os.kill(self.pid, how)
        self.pid = None
        for pidfd in family:  # a killed postmaster's children end by themselves; until then they hold its memory
            ended, _, _ = select.select([pidfd], [], [], _WITHIN_S)
            assert ended, "a process of PostgreSQL does not end"
            os.close(pidfd)

    def url(self, database: str) -> str:
        """By the Unix socket, without a password."""
        return f"postgresql://{USER}@/{database}?host={self._root}&port={self.port}"

    def tcp_url(self, database: str, password: str = PASSWORD) -> str:
        """By the loopback, with a password."""
        return f"postgresql://{USER}:{password}@127.0.0.1:{self.port}/{database}"

    def say(self, statement: str, database: str = "postgres") -> None:
        """Run one statement outside of any transaction."""
        with psycopg.connect(self.url(database), autocommit=True, options="-c synchronous_commit=local") as connection:
            connection.execute(statement.encode())

    def new_database(self, template: str = "template0") -> str:
        """The name of a fresh database, a copy of the template."""
        name = f"{template}_{next(self._numbers)}"
        self.say(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')
        return name

    def drop(self, database: str) -> None:
        """Forget a database, whoever still uses it."""
        self.say(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [binaries() / program, *arguments],
            cwd=self._root,
            user=self._user,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in listed.read_text().split()] if listed.exists() else []


@contextlib.contextmanager
def postgres_server(*, durable: bool = False, settings: tuple[str, ...] = ()) -> Iterator[Postgres]:
    """A running server in a directory of its own, with a path short enough for a Unix socket."""
    root = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        root.chmod(0o755)
        server = Postgres(root, durable=durable, settings=settings)
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(root, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The PostgreSQL of this session; whoever kills one makes their own."""
    with postgres_server() as server:
        yield server


@pytest.fixture
def database_url(postgres: Postgres) -> Iterator[str]:
    """The address of a fresh, empty database."""
    name = postgres.new_database()
    yield postgres.url(name)
    postgres.drop(name)
