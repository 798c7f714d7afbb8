"""A person's own settings."""

from datetime import date

from models.user import Language
from services.access import Actor, Right
from services.conversation.values import Button, Screen, Style, text


def settings(actor: Actor, away: date | None = None) -> Screen:
    lines = [
        text("scr-settings-title"),
        text("scr-settings-name", name=actor.name),
        text("scr-settings-role", role=text(f"role-{actor.role}")),
        text("scr-settings-language", language=text(f"language-{actor.language}")),
    ]
    if away is not None:
        lines.append(text("scr-user-away", until=away))
    more = [Button(text("btn-away"), "user.away", actor.id)] if actor.may(Right.SEE_DEALS) else []
    languages = [_language(language, chosen=language is actor.language) for language in Language]
    reminders = [Button(text("btn-reminders"), "remind.settings")] if actor.may(Right.SEE_DEALS) else []
    return Screen(lines, [languages, reminders, [*more, Button(text("btn-menu"), "menu")]])


def _language(language: Language, *, chosen: bool) -> Button:
    style = Style.PRIMARY if chosen else Style.PLAIN
    return Button(text(f"btn-language-{language}"), "settings.language", language.value, style)
