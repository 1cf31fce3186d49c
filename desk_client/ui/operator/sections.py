"""Every section of the console, in the order of the rail: the one place where a section is entered."""

from typing import Final

from desk_client.ui.operator.hall_section import HallSection
from desk_client.ui.operator.help_section import HelpSection
from desk_client.ui.operator.incidents_section import IncidentsSection
from desk_client.ui.operator.section import Section
from desk_client.ui.operator.walk_in_section import WalkInSection

SECTIONS: Final[tuple[type[Section], ...]] = (HallSection, IncidentsSection, WalkInSection, HelpSection)
