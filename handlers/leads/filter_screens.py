"""What a list of leads can be narrowed down to: everything as chips, several together."""

from collections.abc import Sequence

from handlers.leads.choices import OFFERED
from handlers.leads.list_screens import Shown, chip, title, whose_rows
from models.business_domain import BusinessDomain
from models.lead import LeadStage, Tier
from services.access import Actor, Right
from services.conversation.values import Button, Chip, Localized, Screen, Style, Text, text
from services.leads.assign import Assignee
from services.leads.describe import stage_words
from services.leads.filters import EVERY, IDLE_DAYS, OPEN, PAID

SET = "lead.set"


def narrowing(shown: Shown, actor: Actor) -> Screen:
    stages = [
        chip(shown, SET, f"stage={stage}", stage_words(stage), chosen=shown.wanted.stage == stage)
        for stage in (OPEN, *LeadStage, PAID, EVERY)
    ]
    tiers = [chip(shown, SET, f"tier={tier}", text(f"tier-{tier}"), chosen=shown.wanted.tier is tier) for tier in Tier]
    idle = [
        chip(shown, SET, f"idle={days}", text("btn-leads-idle", days=days), chosen=shown.wanted.idle == days)
        for days in IDLE_DAYS
    ]
    orders = [
        chip(shown, SET, "best=", text("btn-leads-newest"), chosen=not shown.wanted.best),
        chip(shown, SET, "best=1", text("btn-leads-best"), chosen=shown.wanted.best),
    ]
    more = [_more(shown, "source"), _more(shown, "domain_id")]
    if actor.may(Right.SEE_ALL_LEADS):
        more.append(_more(shown, "whose"))
    words = _words(shown)
    done = Button(text("btn-leads-show"), "lead.page", f"{shown.token}:", Style.SUCCESS)
    whole = Button(text("btn-leads-whole"), "lead.list", "anew")
    rows = [*whose_rows(shown, SET), stages[:3], stages[3:5], stages[5:], tiers[:2], tiers[2:], idle, orders, more]
    return Screen([text("scr-leads-narrow"), title(shown)], [*rows, [words, whole], [done]])


def sources(shown: Shown) -> Screen:
    keys = [
        chip(shown, SET, f"source={one}", text(f"btn-source-{one}"), chosen=shown.wanted.source is one)
        for one in OFFERED
    ]
    return _choosing(shown, "source", keys)


def domains(shown: Shown, of: Sequence[BusinessDomain]) -> Screen:
    keys = [
        chip(
            shown,
            SET,
            f"domain_id={one.id}",
            text("btn-domain", name=Localized(one.names)),
            chosen=shown.wanted.domain_id == one.id,
        )
        for one in of
    ]
    return _choosing(shown, "domain_id", keys)


def people(shown: Shown, of: Sequence[Assignee]) -> Screen:
    keys = [
        chip(
            shown,
            SET,
            f"whose={one.id}",
            text("btn-person", name=one.name, role=text(f"role-{one.role}")),
            chosen=shown.wanted.whose == one.id,
        )
        for one in of
    ]
    return _choosing(shown, "whose", keys)


def _more(shown: Shown, part: str) -> Button:
    """Whose values are too many for one screen."""
    chosen = part in shown.wanted.to_json() and (part != "whose" or isinstance(shown.wanted.whose, int))
    label = text(f"btn-leads-by-{part.replace('_', '-')}")
    return chip(shown, "lead.narrow", part, label, chosen=chosen)


def _words(shown: Shown) -> Button:
    label = text("btn-leads-words")
    if shown.wanted.words is None:
        return Button(label, "lead.words", shown.token)
    return Button(text("btn-leads-chosen", what=label), "lead.words", shown.token, Style.PRIMARY)


def _choosing(shown: Shown, part: str, keys: Sequence[Button]) -> Screen:
    rows = [keys[i : i + 2] for i in range(0, len(keys), 2)]
    whichever = Button(text("btn-leads-whichever"), SET, f"{shown.token}:{part}=")
    back = Button(text("btn-leads-filter"), "lead.filter", shown.token)
    return Screen([text(f"ask-leads-{part.replace('_', '-')}")], [*rows, [whichever, back]])


def too_short() -> Text:
    return text("scr-not-searchable")


def words() -> Screen:
    return Screen([text("ask-leads-words")], [[Chip(text("btn-leads-whichever"), "none")]])
