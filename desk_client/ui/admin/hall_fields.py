"""The fields of a hall: what it is called, where it is, its telephone, and when it is open."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from desk_client.client.administration import PlaceKind, RegionSite, Texts
from desk_client.ui.admin.form import Form, Values

_ANOTHER: Final = " "
"""In place of a governorate's id: one in which there is no hall yet."""
_OF_ANOTHER: Final = ("governorate_ar", "governorate_en")
_FIELDS: Final = (
    "name_ar",
    "name_en",
    "governorate",
    *_OF_ANOTHER,
    "address_ar",
    "address_en",
    "phone",
    "latitude",
    "longitude",
    "days",
    "opens",
    "closes",
    "days_2",
    "opens_2",
    "closes_2",
)


def hall_key(site: RegionSite) -> str:
    """Names a hall among the rows, where kiosks have their own ids."""
    return f"{PlaceKind.SITE.value}:{site.id}"


class HallFields:
    """Within a form that shows other things as well."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._governorates: Mapping[str, Texts] = {}
        form.add_text("name_ar")
        form.add_text("name_en", is_latin=True)
        self._governorate = form.add_pick("governorate")
        form.add_text("governorate_ar")
        form.add_text("governorate_en", is_latin=True)
        form.add_text("address_ar")
        form.add_text("address_en", is_latin=True)
        form.add_text("phone", longest=20, is_latin=True)
        form.add_text("latitude", longest=12, is_latin=True)
        form.add_text("longitude", longest=12, is_latin=True)
        for row in ("", "_2"):
            form.add_days(f"days{row}")
            form.add_text(f"opens{row}", longest=5, is_latin=True)
            form.add_text(f"closes{row}", longest=5, is_latin=True)

    def offer(self, governorates: Mapping[str, Texts], said: Callable[[Texts], str]) -> None:
        """Offer the governorates that have a hall, by id, and another one."""
        self._governorates = governorates
        another = QCoreApplication.translate("Halls", "Another governorate")
        names = [(each, said(name)) for each, name in governorates.items()]
        self._governorate.set_choices([*names, (_ANOTHER, another)])

    def show(self, *, is_hall: bool) -> None:
        """Show and name the fields of a hall, or none."""
        is_known = self._governorate.key != _ANOTHER
        shown = [code for code in _FIELDS if not (is_known and code in _OF_ANOTHER)]
        self._form.show_fields(shown if is_hall else ())
        if is_hall:
            self._name()

    def whole(self, values: Values) -> dict[str, str]:
        """What is typed, with the names of the governorate that is picked."""
        name = self._governorates.get(values.get("governorate", ""))
        named = {} if name is None else {"governorate_ar": name.ar, "governorate_en": name.en}
        return {**dict.fromkeys(_FIELDS, ""), **values, **named}

    def _name(self) -> None:
        form = self._form
        form.block("name_ar").set_texts(QCoreApplication.translate("Places", "Name in Arabic"))
        form.block("name_en").set_texts(QCoreApplication.translate("Places", "Name in English"))
        form.block("governorate").set_texts(QCoreApplication.translate("Halls", "Governorate"))
        form.block("governorate_ar").set_texts(QCoreApplication.translate("Halls", "Governorate's name in Arabic"))
        form.block("governorate_en").set_texts(QCoreApplication.translate("Halls", "Governorate's name in English"))
        form.block("address_ar").set_texts(QCoreApplication.translate("Halls", "Address in Arabic"))
        form.block("address_en").set_texts(QCoreApplication.translate("Halls", "Address in English"))
        form.block("phone").set_texts(QCoreApplication.translate("Halls", "Telephone of the hall"))
        map_hint = QCoreApplication.translate("Halls", "In degrees, as a map shows them: 16.8892.")
        form.block("latitude").set_texts(QCoreApplication.translate("Halls", "Latitude"), map_hint)
        form.block("longitude").set_texts(QCoreApplication.translate("Halls", "Longitude"), map_hint)
        clock = QCoreApplication.translate("Schedules", "Hours and minutes, as 09:30.")
        form.block("days").set_texts(QCoreApplication.translate("Halls", "Open on"))
        form.block("days_2").set_texts(QCoreApplication.translate("Halls", "And on, at other hours"))
        for row in ("", "_2"):
            form.block(f"opens{row}").set_texts(QCoreApplication.translate("Schedules", "From"), clock)
            form.block(f"closes{row}").set_texts(QCoreApplication.translate("Schedules", "Until"), clock)
