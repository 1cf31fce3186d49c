"""The sample region of a demonstration: loaded into a fresh store, with people whose sign-in data may be shown."""

import secrets
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desk_client.bootstrap.demo.pilots import DemoFailedError
from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.paths import DataDirectory
from desk_client.config.resources import resource
from desk_client.config.settings import ServerSettings
from desk_client.domain.access import Role
from desk_client.domain.outcomes import Refusal
from desk_client.server import admin
from desk_client.server.region.model import read_region

_OFFICE: Final = "emir"


@dataclass(frozen=True)
class Citizen:
    """A citizen of the sample region."""

    name: str
    national_id: str
    mobile: str

    @property
    def mobile_national(self) -> str:
        """The mobile as it is typed, from 05 on."""
        return f"0{self.mobile.removeprefix('+966')}"


@dataclass(frozen=True)
class Official:
    """Somebody who signs in at a desk."""

    username: str
    password: str
    title: str


@dataclass(frozen=True)
class Sample:
    """What the demonstration stands on. ``staff`` begins with the office that receives at once.

    ``operators`` run the halls, each its own, by the hall's name.
    """

    directory: DataDirectory
    port: int
    enrolment_code: str
    site_id: str
    office_id: str
    citizens: tuple[Citizen, ...]
    staff: tuple[Official, ...]
    operators: tuple[Official, ...]


def prepare(root: Path) -> Sample:
    """Load Jazan into a new store at ``root``, with the emir's office open now, and enrol a kiosk."""
    path = resource("regions", "jazan.yaml")
    region = read_region(path.read_text(encoding="utf-8"))
    password = secrets.token_urlsafe(9)
    settings = ServerSettings(data_dir=root, secrets="file")
    house = open_house(settings)
    try:
        loaded = admin.load_region(house, path, staff_password=password, open_now=[_OFFICE])
        code = admin.enrol_kiosk(house, loaded.kiosks[-1])
    finally:
        close_house(house)
    if isinstance(code, Refusal):
        raise DemoFailedError(f"the kiosk could not be enrolled: {code.code}")
    titles = {office.id: office.title.ar for office in region.offices}
    halls = {site.id: site.name.ar for site in region.sites}
    staff = sorted(region.staff, key=lambda member: member.office != _OFFICE)
    return Sample(
        directory=settings.directory,
        port=_free_port(),
        enrolment_code=code,
        site_id=region.sites[-1].id,
        office_id=_OFFICE,
        citizens=tuple(Citizen(each.name, each.national_id, each.mobile) for each in region.citizens),
        # today and its talks are for those who serve an office
        staff=tuple(
            Official(each.username, password, titles[each.office]) for each in staff if each.office is not None
        ),
        operators=tuple(
            Official(each.username, password, halls[each.site])
            for each in region.staff
            if each.role is Role.OPERATOR and each.site is not None
        ),
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
