"""The menu, the first words and an invitation."""

from services.access import Actor, Right
from services.conversation.values import Button, Screen, Style, text
from services.invites.offer import Offer

_ROWS: tuple[tuple[tuple[Right, Button], ...], ...] = (
    (
        (Right.OPEN_DEAL, Button(text("btn-new-deal"), "deal.new", style=Style.PRIMARY)),
        (Right.WORK_LEADS, Button(text("btn-new-lead"), "lead.new")),
    ),
    ((Right.SEE_ALL_DEALS, Button(text("btn-all-deals"), "deal.list", "all:")),),
    (
        (Right.SEE_DEALS, Button(text("btn-my-deals"), "deal.list", "mine:")),
        (Right.SEE_DEALS, Button(text("btn-my-turn"), "deal.list", "my-turn:")),
    ),
    (
        (Right.DO_TASKS, Button(text("btn-my-day"), "day.show")),
        (Right.DO_TASKS, Button(text("btn-queue"), "task.queue")),
    ),
    (
        (Right.SEE_LEADS, Button(text("btn-leads"), "lead.list", "anew")),
        (Right.SEE_CLIENTS, Button(text("btn-clients"), "client.list")),
    ),
    (
        (Right.MANAGE_USERS, Button(text("btn-users"), "user.list")),
        (Right.EDIT_REFERENCE, Button(text("btn-reference"), "reference.menu")),
    ),
    (
        (Right.USE, Button(text("btn-settings"), "settings")),
        (Right.KEEP_RULES, Button(text("btn-rules"), "auto.list")),
    ),
)


def menu(actor: Actor) -> Screen:
    """Only what the role may do."""
    if actor.disabled:
        return Screen([text("err-account-disabled")])
    if actor.role is None:
        return Screen([text("scr-stranger", name=actor.name)])
    rows = [[button for right, button in row if actor.may(right)] for row in _ROWS]
    if not actor.may(Right.SEE_DEALS):
        return Screen([text("scr-menu-client", name=actor.name)], rows)
    return Screen([text("scr-menu", name=actor.name, role=text(f"role-{actor.role}"))], rows)


def help_for(actor: Actor) -> Screen:
    """With the commands that only some roles have."""
    deals = [text("scr-help-deals")] if actor.may(Right.OPEN_DEAL) else []
    leads = [text("scr-help-leads")] if actor.may(Right.WORK_LEADS) else []
    return menu(actor).with_first(text("scr-help"), *deals, *leads)


def offer(offer: Offer, token: str) -> Screen:
    """Who invites, to which role; nothing happens before the tap."""
    role = text(f"role-{offer.role}")
    words = text("ask-become-owner") if offer.invited_by is None else text("ask-invite", by=offer.invited_by, role=role)
    return Screen([words], [[Button(text("btn-invite-accept"), "invite.accept", token, Style.SUCCESS)]])


def welcome(newcomer: Actor) -> Screen:
    return menu(newcomer).with_first(text("scr-welcome"))
