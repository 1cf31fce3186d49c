"""Two network namespaces that know only each other, each behind a TUN device whose other end is ours to read and write.

Needs root. Whatever was made is deleted again, that of an earlier process that was killed included.
"""

import ctypes
import fcntl
import itertools
import os
import struct
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_PREFIX: Final = "majlis-lab-"
_RUNNING: Final = Path("/run/netns")
_TUNSETIFF: Final = 0x400454CA
_IFF_TUN: Final = 0x0001
_IFF_NO_PI: Final = 0x1000
_CLONE_NEWNET: Final = 0x40000000
_COUNT: Final = itertools.count()


class NoNamespacesError(RuntimeError):
    """This process may not make any: it is not root, or the kernel has none, or no TUN devices."""


@dataclass(frozen=True)
class Side:
    """One of the two.

    Attributes:
        namespace: its name, for `ip netns exec`.
        device: of its end of the line, inside.
        tun: file descriptor of our end of it: one whole IP packet for each read and each write.
        network: its part of the addresses, the last number left out.
    """

    namespace: str
    device: str
    tun: int
    network: str

    @property
    def address(self) -> str:
        """The one that it has in the beginning."""
        return f"{self.network}.1"

    def command(self, *words: str) -> list[str]:
        """A command line that runs inside."""
        return ["ip", "netns", "exec", self.namespace, *words]

    def lose_address(self) -> None:
        """Take away all addresses; the kernel then forgets the ways as well."""
        _ip("-n", self.namespace, "address", "flush", "dev", self.device)

    def gain_address(self, last: int) -> None:
        """Give it an address."""
        _ip("-n", self.namespace, "address", "add", f"{self.network}.{last}/16", "dev", self.device)
        _ip("-n", self.namespace, "route", "replace", "default", "dev", self.device)


@contextmanager
def two_sides() -> Iterator[tuple[Side, Side]]:
    """Make them; they are gone when the block ends, and with them whoever still runs inside loses the line.

    Raises:
        NoNamespacesError: this process cannot.
    """
    if os.geteuid() != 0:
        raise NoNamespacesError("network namespaces need root")
    _forget_the_dead()
    number = next(_COUNT)
    with ExitStack() as stack:
        try:
            sides = [
                stack.enter_context(_side(f"{os.getpid()}-{number}", letter, index))
                for index, letter in enumerate("ab", 1)
            ]
        except (OSError, subprocess.CalledProcessError) as error:
            raise NoNamespacesError(f"no network namespaces here: {error}") from error
        yield sides[0], sides[1]


@contextmanager
def inside(side: Side) -> Iterator[None]:
    """Have the calling thread be there: sockets that it opens meanwhile belong to that side for good."""
    libc = ctypes.CDLL(None, use_errno=True)
    with Path("/proc/thread-self/ns/net").open("rb") as home, (_RUNNING / side.namespace).open("rb") as away:
        _enter(libc, away.fileno())
        try:
            yield
        finally:
            _enter(libc, home.fileno())


def _enter(libc: ctypes.CDLL, descriptor: int) -> None:
    if libc.setns(descriptor, _CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "setns")


@contextmanager
def _side(run: str, letter: str, index: int) -> Iterator[Side]:
    namespace, device = f"{_PREFIX}{run}-{letter}", f"lab{run}{letter}"[:15]
    side_network = f"10.77.{index}"
    _ip("netns", "add", namespace)
    try:
        tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            fcntl.ioctl(tun, _TUNSETIFF, struct.pack("16sH22x", device.encode(), _IFF_TUN | _IFF_NO_PI))
            _ip("link", "set", device, "netns", namespace)
            side = Side(namespace, device, tun, side_network)
            subprocess.run(
                side.command("sysctl", "-qw", "net.ipv6.conf.all.disable_ipv6=1"), check=True, capture_output=True
            )
            _ip("-n", namespace, "link", "set", "lo", "up")
            _ip("-n", namespace, "link", "set", device, "up", "mtu", "1500", "txqueuelen", "1000")
            side.gain_address(1)
            yield side
        finally:
            os.close(tun)
    finally:
        _ip("netns", "delete", namespace)


def _forget_the_dead() -> None:
    """Delete what processes left that are no more."""
    for left in _RUNNING.glob(f"{_PREFIX}*"):
        owner = left.name.removeprefix(_PREFIX).split("-")[0]
        if not Path("/proc", owner).exists():
            with suppress(subprocess.CalledProcessError):  # another process does the same
                _ip("netns", "delete", left.name)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)
