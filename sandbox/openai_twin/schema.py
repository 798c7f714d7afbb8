"""Which strict schemas the service takes: a few keywords, every property required, nothing besides."""

from collections.abc import Iterator
from typing import Any

KNOWN = frozenset(
    {
        *("type", "title", "description", "enum", "const", "properties", "required", "additionalProperties"),
        *("items", "anyOf", "$ref", "$defs"),
    }
)


def find_problem(schema: Any) -> str | None:
    """The service's sentence; None for a schema that it takes."""
    if not isinstance(schema, dict) or schema.get("type") != "object":
        return "schema must be a JSON Schema of 'type: \"object\"'."
    return next((f"In context={place}, {problem}" for place, problem in _problems(schema, ())), None)


def _problems(schema: dict[str, Any], place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    for keyword in schema:
        if keyword not in KNOWN:
            yield place, f"'{keyword}' is not permitted."
    if "$ref" in schema and len(schema) > 1:
        yield place, "$ref cannot have keywords beside it."
    if schema.get("type") == "object":
        yield from _of_object(schema, place)
    for keyword in ("properties", "$defs"):
        for name, part in schema.get(keyword, {}).items():
            yield from _problems(part, (*place, keyword, name))
    for part in schema.get("anyOf", []):
        yield from _problems(part, (*place, "anyOf"))
    if "items" in schema:
        yield from _problems(schema["items"], (*place, "items"))


def _of_object(schema: dict[str, Any], place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if schema.get("additionalProperties") is not False:
        yield place, "'additionalProperties' is required to be supplied and to be false."
    missing = set(schema.get("properties", {})) - set(schema.get("required", []))
    if missing:
        yield (
            place,
            f"'required' is required to be an array including every key in properties. Missing '{min(missing)}'.",
        )
