"""Words by key, language and parameters, from the Fluent files in `locales/`."""

from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from models.user import Language


class MissingTextError(LookupError):
    """A key that a language does not have, or a parameter that the text needs and was not given."""


class Translator:
    def __init__(self) -> None:
        self._bundles = {language: _load(language) for language in Language}

    def format(self, key: str, language: Language, params: dict[str, Any]) -> str:
        bundle = self._bundles[language]
        if not bundle.has_message(key):
            raise MissingTextError(f"{language}: {key}")
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise MissingTextError(f"{language}: {key} has no text")
        formatted, errors = bundle.format_pattern(pattern, params)
        if errors:
            raise MissingTextError(f"{language}: {key}: {errors[0]}")
        return str(formatted)


def _load(language: Language) -> FluentBundle:
    bundle = FluentBundle([language.value], use_isolating=False)
    for resource in sorted(files("locales").joinpath(language.value).iterdir(), key=lambda path: path.name):
        if resource.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(resource.read_text(encoding="utf-8")))
    return bundle
