"""The menu and the first words."""

from services.access import Actor, Right
from services.conversation.values import Button, Screen, Style, text


def menu(actor: Actor) -> Screen:
    """Only what the role may do."""
    if actor.disabled:
        return Screen([text("err-account-disabled")])
    if actor.role is None:
        return Screen([text("scr-stranger", name=actor.name)])
    rows = []
    if actor.may(Right.OPEN_DEAL):
        rows.append([Button(text("btn-new-deal"), "deal.new", style=Style.PRIMARY)])
    if actor.may(Right.SEE_DEALS):
        rows.append(
            [Button(text("btn-my-deals"), "deal.list", "mine:"), Button(text("btn-my-turn"), "deal.list", "my-turn:")]
        )
    if not rows:
        return Screen([text("scr-menu-client", name=actor.name)])
    return Screen([text("scr-menu", name=actor.name, role=text(f"role-{actor.role}"))], rows)
