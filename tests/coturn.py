"""A real coturn of Debian's package on free ports of the loopback, in its own directory; ended by its process id."""

import datetime as dt
import ipaddress
import os
import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

SECRET: Final = "shared by server and relay"
_ADDRESS: Final = "127.0.0.1"
_REALM: Final = "majlis.test"
_UP_WITHIN_S: Final = 10.0
_ENDS_WITHIN_S: Final = 5.0


class Coturn:
    """One relay. `stop` and `start` may be called again and again; its ports stay."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._process: subprocess.Popen[str] | None = None
        self._reading: threading.Thread | None = None
        self._said = threading.Condition()
        self.log: list[str] = []
        self.port, self.tls_port = _free_ports(2)
        self.certificate = root / "relay.pem"
        self._key = root / "relay.key"
        _make_certificate(self.certificate, self._key)

    def url(self, way: str) -> str:
        """The address of `udp`, `tcp` or `tls`."""
        if way == "tls":
            return f"turns:{_ADDRESS}:{self.tls_port}?transport=tcp"
        return f"turn:{_ADDRESS}:{self.port}?transport={way}"

    def start(self) -> None:
        """Return once it listens."""
        program = shutil.which("turnserver") or "/usr/bin/turnserver"
        if not Path(program).exists():
            raise FileNotFoundError("coturn is not installed; installer/debian/packages-test.txt names its package")
        # a folder of its own for its data: as root it would otherwise write into the system's
        options = {
            "listening-ip": _ADDRESS,
            "relay-ip": _ADDRESS,
            "listening-port": self.port,
            "tls-listening-port": self.tls_port,
            "realm": _REALM,
            "static-auth-secret": SECRET,
            "cert": self.certificate,
            "pkey": self._key,
            "db": self._root / "turndb",
            "pidfile": self._root / "turn.pid",
            "log-file": "stdout",
            "relay-threads": 1,
        }
        switches = ("no-cli", "no-dtls", "use-auth-secret", "allow-loopback-peers", "simple-log", "verbose")
        self._process = subprocess.Popen(
            [
                *(program, "-n"),  # without the system's own configuration
                *(f"--{name}={value}" for name, value in options.items()),
                *(f"--{name}" for name in switches),
            ],
            cwd=self._root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            env={**os.environ, "HOME": str(self._root)},
        )
        self.log.clear()
        self._reading = threading.Thread(target=self._read, args=(self._process,), name="coturn-log", daemon=True)
        self._reading.start()
        last = f"TCP listener opened on : {_ADDRESS}:{self.tls_port}"
        self.until(lambda: any(last in line for line in self.log), "it listens")

    def until(self, holds: Callable[[], bool], what: str, within_s: float = _UP_WITHIN_S) -> None:
        """Wait until what it has said shows something."""
        with self._said:
            if not self._said.wait_for(holds, within_s):
                raise AssertionError(f"did not happen in {within_s} s: {what}; coturn said:\n" + "\n".join(self.log))

    def stop(self) -> None:
        """As if it had been switched off."""
        process, self._process = self._process, None
        if process is None or self._reading is None:
            return
        process.kill()
        process.wait(_ENDS_WITHIN_S)
        self._reading.join(_ENDS_WITHIN_S)
        if process.stdout is not None:
            process.stdout.close()

    def relayed(self) -> int:
        """How many packets ends have had relayed to them, of allocations that have ended."""
        found = (re.search(r"peer usage: .* rp=(\d+)", line) for line in self.log)
        return sum(int(each[1]) for each in found if each is not None)

    def _read(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout is not None
        for line in process.stdout:
            with self._said:
                self.log.append(line.rstrip())
                self._said.notify_all()
        with self._said:
            self._said.notify_all()


def _free_ports(count: int) -> list[int]:
    """Ports that nobody has, for datagrams and streams alike."""
    held = []
    try:
        for _ in range(count):
            stream = socket.socket()
            held.append(stream)
            stream.bind((_ADDRESS, 0))
        return [each.getsockname()[1] for each in held]
    finally:
        for each in held:
            each.close()


def _make_certificate(certificate: Path, key: Path) -> None:
    """Self-signed, for the loopback address."""
    private = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "relay")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(_ADDRESS))]), critical=False)
        .sign(private, SHA256())
    )
    certificate.write_bytes(made.public_bytes(Encoding.PEM))
    key.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
