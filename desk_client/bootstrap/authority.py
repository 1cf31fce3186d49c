"""The administrator's tasks on the installation's own certificate authority."""

from collections.abc import Iterator, Sequence

from desk_client.config.settings import ServerSettings
from desk_client.server.house import SystemClock
from desk_client.server.security.local_ca import Standing
from desk_client.server.security.tls import local_ca


def ca_init(settings: ServerSettings, name: str, permitted: Sequence[str]) -> str:
    """Make the authority, narrowed to these domains and networks where any are given; what to tell.

    Raises LocalCaError: there is one, or a name is not one.
    """
    settings.directory.created()
    return _told(settings, local_ca(settings).init(name, permitted, SystemClock().now()))


def ca_issue(settings: ServerSettings, hosts: Sequence[str], *, new_key: bool) -> str:
    """Issue the server's certificate for these hosts, with `new_key` for the spare key; what to tell.

    Raises LocalCaError: there is no authority, or it may not vouch for a host.
    """
    told = _told(settings, local_ca(settings).issue(hosts, SystemClock().now(), new_key=new_key))
    return f"{told}\nA running server uses it from its next start."


def ca_show(settings: ServerSettings) -> str:
    """Tell names, dates and pins. Raises LocalCaError: there is no authority."""
    return _told(settings, local_ca(settings).show())


def _told(settings: ServerSettings, standing: Standing) -> str:
    return "\n".join(_lines(settings, standing))


def _lines(settings: ServerSettings, standing: Standing) -> Iterator[str]:
    yield f"authority    {standing.authority}, until {standing.authority_until:%Y-%m-%d}"
    yield f"its file     {local_ca(settings).certificate_file} (DESK_CLIENT_SERVER_CA on every terminal)"
    if standing.permitted:
        yield f"vouches for  {', '.join(standing.permitted)} only"
    if standing.until is None:
        yield "server       has no certificate yet"
    else:
        yield f"server       {', '.join(standing.hosts)}, until {standing.until:%Y-%m-%d}"
    if standing.pin is not None:
        yield f"pin          {standing.pin}"
    yield f"backup pin   {standing.backup_pin}"
    pins = [each for each in (standing.pin, standing.backup_pin) if each is not None]
    listed = ", ".join(f'"{each}"' for each in pins)
    yield f"clients pin  DESK_CLIENT_SERVER_PINS='[{listed}]'"
