"""Whether a described wire still suits those who were written against an earlier one; if not, why: a sentence each.

What clients send may be widened and never narrowed; what they are answered may gain fields, but neither lose one nor
hold what an older client has no case for. Works on OpenAPI 3.1 documents and on plain JSON schemas.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, Final

Json = Mapping[str, Any]
_BOUNDS: Final = {"minLength": 1, "minimum": 1, "minItems": 1, "maxLength": -1, "maximum": -1, "maxItems": -1}
_METHODS: Final = frozenset({"get", "put", "post", "delete", "patch"})


class Way(Enum):
    """In which direction a schema travels."""

    ASKED = "request"
    ANSWERED = "answer"


def openapi_breaks(old: Json, new: Json) -> list[str]:
    """Every break between two descriptions of the API."""
    return sorted(_Comparison(old, new).operations())


def schema_breaks(old: Json, new: Json, way: Way) -> list[str]:
    """Every break between two JSON schemas."""
    return sorted(set(_Comparison(old, new).schemas(old, new, way, "the frame")))


class _Comparison:
    def __init__(self, old: Json, new: Json) -> None:
        self._old, self._new = old, new
        self._seen: set[tuple[str, str, Way]] = set()

    def operations(self) -> Iterator[str]:
        for path, operations in self._old["paths"].items():
            for method in sorted(_METHODS & set(operations)):
                where = f"{method.upper()} {path}"
                found = self._new["paths"].get(path, {}).get(method)
                if found is None:
                    yield f"{where}: removed"
                else:
                    yield from self._operation(operations[method], found, where)

    def _operation(self, old: Json, new: Json, where: str) -> Iterator[str]:
        if old.get("operationId") != new.get("operationId"):
            yield f"{where}: is called {new.get('operationId')!r}, was {old.get('operationId')!r}"
        if old.get("x-action") != new.get("x-action"):
            yield f"{where}: asks for {new.get('x-action')!r}, asked for {old.get('x-action')!r}"
        if not old.get("security") and new.get("security"):
            yield f"{where}: needs a session, which it did not"
        yield from self._parameters(old, new, where)
        yield from self._bodies(old, new, where)
        for status, answer in old["responses"].items():
            if status not in new["responses"]:
                if status < "4":
                    yield f"{where}: no longer answers {status}"
                continue
            yield from self._answers(answer, new["responses"][status], f"{where} answer {status}")
        for status in sorted(set(new["responses"]) - set(old["responses"])):
            yield f"{where}: answers {status}, which it did not (a version's note says so)"

    def _parameters(self, old: Json, new: Json, where: str) -> Iterator[str]:
        before = {(each["in"], each["name"]): each for each in old.get("parameters", ())}
        after = {(each["in"], each["name"]): each for each in new.get("parameters", ())}
        for key, parameter in after.items():
            name = f"{where} {key[0]} parameter {key[1]}"
            if key not in before:
                if parameter.get("required"):
                    yield f"{name}: is new and required"
                continue
            if parameter.get("required") and not before[key].get("required"):
                yield f"{name}: is required, and was not"
            yield from self.schemas(before[key]["schema"], parameter["schema"], Way.ASKED, name)
        for key in before.keys() - after.keys():
            yield f"{where} {key[0]} parameter {key[1]}: removed"

    def _bodies(self, old: Json, new: Json, where: str) -> Iterator[str]:
        before, after = old.get("requestBody", {}), new.get("requestBody", {})
        if after.get("required") and not before.get("required"):
            yield f"{where}: requires a body, which it did not"
        for media, content in before.get("content", {}).items():
            if media not in after.get("content", {}):
                yield f"{where}: no longer takes {media}"
            else:
                yield from self.schemas(
                    content["schema"], after["content"][media]["schema"], Way.ASKED, f"{where} request"
                )

    def _answers(self, old: Json, new: Json, where: str) -> Iterator[str]:
        old, new = self._followed(self._old, old), self._followed(self._new, new)
        for name in old.get("headers", {}):
            if name not in new.get("headers", {}):
                yield f"{where}: no longer has the header {name}"
        for media, content in old.get("content", {}).items():
            if media not in new.get("content", {}):
                yield f"{where}: is no longer {media}"
            else:
                yield from self.schemas(
                    content.get("schema", {}), new["content"][media].get("schema", {}), Way.ANSWERED, where
                )

    def schemas(self, old: Json, new: Json, way: Way, where: str) -> Iterator[str]:
        """Every break between two schemas, references followed."""
        if "$ref" in old and "$ref" in new:
            if (old["$ref"], new["$ref"], way) in self._seen:
                return
            self._seen.add((old["$ref"], new["$ref"], way))
            where = str(old["$ref"]).rpartition("/")[2] + f" ({way.value})"
        old, new = self._followed(self._old, old), self._followed(self._new, new)
        yield from self._kinds(old, new, way, where)
        yield from self._values(old, new, way, where)
        if way is Way.ASKED:
            yield from _narrowed(old, new, where)
        yield from self._fields(old, new, way, where)
        if "items" in old and "items" in new:
            yield from self.schemas(old["items"], new["items"], way, f"{where}[]")
        for before, after in zip(old.get("allOf", ()), new.get("allOf", ()), strict=False):
            yield from self.schemas(before, after, way, where)
        yield from self._choices(old, new, way, where)

    def _followed(self, document: Json, schema: Json) -> Json:
        while "$ref" in schema:
            found: Any = document
            for part in str(schema["$ref"]).removeprefix("#/").split("/"):
                found = found[part]
            schema = found
        return schema

    def _kinds(self, old: Json, new: Json, way: Way, where: str) -> Iterator[str]:
        before, after = self._types(self._old, old), self._types(self._new, new)
        if not before and not after:
            return
        if way is Way.ASKED:
            for kind in sorted(before - after if after else ()):
                yield f"{where}: no longer takes {kind}"
            if after and not before:
                yield f"{where}: takes only {', '.join(sorted(after))}, and took anything"
        else:
            for kind in sorted(after - before if before else ()):
                yield f"{where}: may be {kind}, which it never was"
            if before and not after:
                yield f"{where}: may be anything, and was {', '.join(sorted(before))}"

    def _types(self, document: Json, schema: Json) -> set[str]:
        schema = self._followed(document, schema)
        if "type" in schema:
            named = schema["type"]
            kinds = {named} if isinstance(named, str) else set(named)
            return kinds | {"integer"} if "number" in kinds else kinds  # each integer is a number
        choices = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
        return {kind for choice in choices for kind in self._types(document, choice)}

    def _values(self, old: Json, new: Json, way: Way, where: str) -> Iterator[str]:
        before, after = _allowed(old), _allowed(new)
        if before is None and after is None:
            return
        if way is Way.ASKED and after is not None:
            for value in sorted(before - after) if before is not None else ():
                yield f"{where}: no longer takes {value}"
            if before is None:
                yield f"{where}: takes only certain values, and took any"
        if way is Way.ANSWERED and before is not None:
            for value in sorted(after - before) if after is not None else ():
                yield f"{where}: may be {value}, which it never was (a version's note says so)"
            if after is None:
                yield f"{where}: may have any value, and had certain ones"

    def _fields(self, old: Json, new: Json, way: Way, where: str) -> Iterator[str]:
        before, after = old.get("properties", {}), new.get("properties", {})
        for name in before:
            if name not in after:
                yield f"{where}: lost the field {name}"
            else:
                yield from self.schemas(before[name], after[name], way, f"{where}.{name}")
        required = set(new.get("required", ())), set(old.get("required", ()))
        if way is Way.ASKED:
            for name in sorted(required[0] - required[1]):
                yield f"{where}: requires the field {name}"
            if new.get("additionalProperties") is False and old and old.get("additionalProperties", True) is not False:
                yield f"{where}: refuses fields that it does not know"
        else:
            for name in sorted((required[1] - required[0]) & set(after)):
                yield f"{where}: may lack the field {name}"

    def _choices(self, old: Json, new: Json, way: Way, where: str) -> Iterator[str]:
        for key in ("anyOf", "oneOf"):
            before = {self._name(self._old, each): each for each in old.get(key, ())}
            after = {self._name(self._new, each): each for each in new.get(key, ())}
            for name in sorted(before.keys() - after.keys() if way is Way.ASKED and after else ()):
                yield f"{where}: no longer takes {name}"
            for name in sorted(after.keys() - before.keys() if way is Way.ANSWERED and before else ()):
                yield f"{where}: may be {name}, which it never was (a version's note says so)"
            for name in sorted(before.keys() & after.keys()):
                yield from self.schemas(before[name], after[name], way, where)

    def _name(self, document: Json, schema: Json) -> str:
        if "$ref" in schema:
            return str(schema["$ref"]).rpartition("/")[2]
        return ", ".join(sorted(self._types(document, schema))) or "anything"


def _allowed(schema: Json) -> set[str] | None:
    if "const" in schema:
        return {repr(schema["const"])}
    return {repr(value) for value in schema["enum"]} if "enum" in schema else None


def _narrowed(old: Json, new: Json, where: str) -> Iterator[str]:
    for name, sign in _BOUNDS.items():
        if name in new and (name not in old or (new[name] - old[name]) * sign > 0):
            yield f"{where}: {name} is {new[name]}, and was {old.get(name, 'without')}"
    for name in ("pattern", "format"):
        if name in new and new[name] != old.get(name):
            yield f"{where}: {name} is {new[name]!r}, and was {old.get(name)!r}"
