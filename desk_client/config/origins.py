"""Addresses and pins as an administrator writes them: which are safe, and which are well formed."""

import base64
import binascii
import ipaddress
from typing import Final
from urllib.parse import urlsplit

_SHA256_BYTES: Final = 32


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine itself: what is sent to it crosses no network."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_safe_origin(url: str) -> bool:
    """Tell whether an origin may be spoken to: https, or plain http to this machine itself."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host or "")))


def is_pin(text: str) -> bool:
    """Tell whether `text` has the form of a pin: a SHA-256 in base64 (RFC 7469, section 2.4)."""
    try:
        return len(base64.b64decode(text, validate=True)) == _SHA256_BYTES
    except (binascii.Error, ValueError):
        return False
