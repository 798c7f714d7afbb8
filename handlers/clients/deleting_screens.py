"""Before a client goes, after he went, and when he can't come back."""

from services.conversation.values import Button, Chip, Screen, Style, Text, text


def confirm(name: str) -> Screen:
    return Screen([text("ask-client-delete", name=name)], [[Chip(text("btn-delete-yes"), "yes", Style.DANGER)]])


def deleted(client_id: int, name: str) -> Screen:
    rows = [
        [Button(text("btn-restore"), "client.restore", client_id)],
        [Button(text("btn-clients"), "client.list"), Button(text("btn-menu"), "menu")],
    ]
    return Screen([text("scr-client-deleted", name=name)], rows)


def restored() -> Text:
    return text("scr-client-restored")


def collides() -> Text:
    return text("scr-client-restore-collides")
