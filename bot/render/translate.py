"""Words by key, language and parameters, from the Fluent files in `locales/`."""

from functools import cache, partial
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from models.user import Language

LONGEST_PART = 2000


class MissingTextError(LookupError):
    """A key that a language does not have, or a parameter that the text needs and was not given."""


class Translator:
    """A language is read when it is first spoken: some tenths of a second each."""

    def __init__(self) -> None:
        self._constant = cache(partial(self._format, params={}))

    def format(self, key: str, language: Language, params: dict[str, Any]) -> str:
        if not params:
            return self._constant(key, language)
        if any(map(_is_long, params.values())):
            return self._format_long(key, language, params)
        return self._format(key, language, params)

    def _format_long(self, key: str, language: Language, params: dict[str, Any]) -> str:
        """Fluent refuses parameters that are as long as a journal entry may be: they are put in afterwards."""
        marks = {f"\ue000{name}\ue000": value for name, value in params.items() if _is_long(value)}
        words = self._format(key, language, {**params, **{mark.strip("\ue000"): mark for mark in marks}})
        for mark, value in marks.items():
            words = words.replace(mark, value)
        return words

    def _format(self, key: str, language: Language, params: dict[str, Any]) -> str:
        bundle = _bundle(language)
        if not bundle.has_message(key):
            raise MissingTextError(f"{language}: {key}")
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise MissingTextError(f"{language}: {key} has no text")
        formatted, errors = bundle.format_pattern(pattern, params)
        if errors:
            raise MissingTextError(f"{language}: {key}: {errors[0]}")
        return str(formatted)


def _is_long(value: object) -> bool:
    return isinstance(value, str) and len(value) > LONGEST_PART


@cache
def _bundle(language: Language) -> FluentBundle:
    bundle = FluentBundle([language.value], use_isolating=False)
    for resource in sorted(files("locales").joinpath(language.value).iterdir(), key=lambda path: path.name):
        if resource.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(resource.read_text(encoding="utf-8")))
    return bundle
