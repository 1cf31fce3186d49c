"""Where the server's settings come from: the command line, else the environment, else a file, else what is built in.

The file is TOML: a table for each group, the settings' own names as keys. A secret may lie in a file of its own, whose
path is given under the secret's name with `_file` after it (`turn_secret_file`), in file and environment alike.
"""

import os
import tomllib
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

PREFIX: Final = "DESK_SERVER_"
FILE_VARIABLE: Final = "DESK_SERVER_CONFIG"
DATABASE: Final = "DESK_DATABASE_URL"
named_file: ContextVar[Path | None] = ContextVar("named_file", default=None)
"""The file that the command line names."""


class SettingsFileError(Exception):
    """The file cannot be read at all; a sentence for the operator."""


def settings_file() -> Path | None:
    """The file in use, if there is one: the command line's, else the environment's."""
    return named_file.get() or (Path(said) if (said := os.environ.get(FILE_VARIABLE)) else None)


def file_content() -> dict[str, Any]:  # TOML of any shape; the settings' models look at it
    """What stands in the file in use.

    Raises:
        SettingsFileError: it cannot be read, or is no TOML; the place is named.
    """
    path = settings_file()
    if path is None:
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsFileError(f"{path} cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsFileError(f"{path}: {error}") from None


class FileSource(PydanticBaseSettingsSource):
    """The file, as pydantic-settings asks for it."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        """Not asked for: the file is one whole."""
        del field
        return None, field_name, False

    def __call__(self) -> dict[str, Any]:
        """All of it, with the database's address under the name by which the environment gives it."""
        content = file_content()
        if "database_url" in content:
            content[DATABASE] = content.pop("database_url")
        if "database_url_file" in content:
            content[f"{DATABASE}_file"] = content.pop("database_url_file")
        if (path := os.environ.get(f"{DATABASE}_FILE")) and DATABASE not in os.environ:
            content.pop(DATABASE, None)
            content[f"{DATABASE}_file"] = path
        return content


def with_secret_files(model: type[BaseModel], given: Mapping[str, Any]) -> dict[str, Any]:
    """What was given, with the content of a file in the place of each secret's `…_file`.

    Raises:
        ValueError: such a file cannot be read, or a secret is given in both ways.
    """
    done = dict(given)
    for name, field in model.model_fields.items():
        key = str(field.validation_alias or name)
        inner = _model_of(field.annotation)
        if inner is not None and isinstance(done.get(key), Mapping):
            done[key] = with_secret_files(inner, done[key])
        pointer = f"{key}_file"
        if pointer in done and pointer not in model.model_fields and _is_secret(field.annotation):
            path = Path(str(done.pop(pointer)))
            if key in done:
                raise ValueError(f"{name} is given itself, and by {name}_file")
            try:
                done[key] = path.read_text(encoding="utf-8").strip()
            except OSError as error:
                raise ValueError(f"{name}_file: {path} cannot be read: {error.strerror}") from None
    return done


def unknown_variables(model: type[BaseSettings]) -> Iterator[str]:
    """Environment variables that look like settings of this model and are none."""
    known = {f"{PREFIX}{name.upper()}" for name in model.model_fields} | {FILE_VARIABLE}
    for variable in sorted(os.environ):
        if variable.startswith(PREFIX) and variable.partition("__")[0] not in known:
            yield variable


def origin(said: Mapping[str, Any], path: tuple[str, ...]) -> str:
    """From where the setting at this path was taken, in words; empty where it was taken from nowhere."""
    if not path:
        return ""
    if path[0] in said:
        return "on the command line"
    names = tuple(part.removesuffix("_file") for part in path)
    variable = PREFIX + "__".join(names).upper()
    for candidate in (variable, f"{variable}_FILE", PREFIX + names[0].upper(), DATABASE, f"{DATABASE}_FILE"):
        if candidate in os.environ and (candidate.startswith(PREFIX) or names[0] in {"database_url", DATABASE}):
            return f"in {candidate}"
    found: Any = file_content()
    for depth, part in enumerate(path):
        if not isinstance(found, Mapping) or part not in found:
            return f"in {settings_file()}, at [{'.'.join(path[:depth])}]" if depth else ""
        found = found[part]
    return f"in {settings_file()}, at {'.'.join(path)}"


def _model_of(annotation: Any) -> type[BaseModel] | None:  # an annotation may be anything
    for each in (annotation, *getattr(annotation, "__args__", ())):
        if isinstance(each, type) and issubclass(each, BaseModel):
            return each
    return None


def _is_secret(annotation: Any) -> bool:  # the same
    return SecretStr in (annotation, *getattr(annotation, "__args__", ()))
