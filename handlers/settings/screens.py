"""A person's own settings."""

from models.user import Language
from services.access import Actor
from services.conversation.values import Button, Screen, Style, text


def settings(actor: Actor) -> Screen:
    lines = [
        text("scr-settings-title"),
        text("scr-settings-name", name=actor.name),
        text("scr-settings-role", role=text(f"role-{actor.role}")),
        text("scr-settings-language", language=text(f"language-{actor.language}")),
    ]
    languages = [_language(language, chosen=language is actor.language) for language in Language]
    return Screen(lines, [languages, [Button(text("btn-menu"), "menu")]])


def _language(language: Language, *, chosen: bool) -> Button:
    style = Style.PRIMARY if chosen else Style.PLAIN
    return Button(text(f"btn-language-{language}"), "settings.language", language.value, style)
