"""What lists of leads look like: what they are narrowed down to, numbered lines, and the way to narrow them down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.deals.list_screens import LONGEST_IN_LIST
from models.lead import of_one
from services.access import Actor, Right
from services.conversation.numbers import numbers
from services.conversation.values import Button, Moment, Parts, Screen, Style, Text, text
from services.documents.words import shorten
from services.leads.filters import LeadFilter, Whose
from services.leads.lists import COUNTED, LeadLine
from services.leads.words import score_words, who

MENU = Button(text("btn-menu"), "menu")
TAKEN_AWAY = ("tier", "source", "domain_id", "idle", "best", "words")


@dataclass(frozen=True, slots=True)
class Shown:
    """A list on the screen: `words` are of its filter by part, `older` the cursor of the next page."""

    token: str
    wanted: LeadFilter
    words: Mapping[str, Text]
    count: int | None
    older: str | None
    first: bool


def leads(lines: Sequence[LeadLine], shown: Shown, actor: Actor) -> Screen:
    rows = [
        numbers("lead.card", [lead.id for lead in lines]),
        _turning(shown),
        *whose_rows(shown, "lead.put"),
        *_taken_away(shown),
        _doing(lines, shown, actor),
        _around(actor),
    ]
    silent, of_all = shown.wanted.idle is not None, shown.wanted.whose is Whose.ANYBODY
    said = [lead_line(number, lead, silent=silent, of_all=of_all) for number, lead in enumerate(lines, start=1)]
    return Screen([title(shown), *(said or [text("scr-leads-none")])], [row for row in rows if row])


def title(shown: Shown) -> Text:
    """How many they are, no further than they were counted."""
    parts: list[str | Text | None] = [*shown.words.values()]
    if shown.count is not None:
        parts.append(text("lead-count-more", most=COUNTED) if shown.count > COUNTED else str(shown.count))
    return text("scr-leads", filter=Parts(parts))


def _turning(shown: Shown) -> list[Button]:
    first = [] if shown.first else [Button(text("btn-leads-first"), "lead.page", f"{shown.token}:")]
    if shown.older is None:
        return first
    return [*first, Button(text("btn-older"), "lead.page", f"{shown.token}:{shown.older}")]


def whose_rows(shown: Shown, verb: str) -> list[list[Button]]:
    """The one that is shown is marked."""
    chips = [
        chip(shown, verb, f"whose={whose}", text(f"btn-leads-{whose}"), chosen=shown.wanted.whose == whose)
        for whose in Whose
    ]
    return [chips]


def _taken_away(shown: Shown) -> list[list[Button]]:
    """What narrows the list down, each to be taken away by a tap."""
    keys = [
        Button(text("btn-leads-without", what=shown.words[part]), "lead.put", f"{shown.token}:{part}=")
        for part in TAKEN_AWAY
        if part in shown.words
    ]
    return [keys[i : i + 2] for i in range(0, len(keys), 2)]


def _doing(lines: Sequence[LeadLine], shown: Shown, actor: Actor) -> list[Button]:
    keys = [Button(text("btn-leads-filter"), "lead.filter", shown.token)]
    if lines and actor.may(Right.WORK_LEADS):
        keys.append(Button(text("btn-leads-choose"), "lead.choose", shown.token))
    if lines and actor.may(Right.MANAGE_LEADS):
        keys.append(Button(text("btn-leads-export"), "lead.export", shown.token))
    return keys


def _around(actor: Actor) -> list[Button]:
    new = [Button(text("btn-new-lead"), "lead.new", style=Style.PRIMARY)] if actor.may(Right.WORK_LEADS) else []
    gone = [Button(text("btn-leads-deleted"), "lead.deleted")] if actor.may(Right.MANAGE_LEADS) else []
    return [*new, *gone, MENU]


def chip(shown: Shown, verb: str, value: str, label: Text, *, chosen: bool) -> Button:
    """What is chosen is marked; tapping it again changes nothing."""
    label = text("btn-leads-chosen", what=label) if chosen else label
    return Button(label, verb, f"{shown.token}:{value}", Style.PRIMARY if chosen else Style.PLAIN)


def lead_line(number: int, lead: LeadLine, *, silent: bool = False, of_all: bool = True) -> Text:
    """With `silent` also since when nothing has been done; whose it is only where they are not all one person's."""
    called = who(lead.name, lead.company, lead.phone, lead.email)
    score = None if lead.score is None else score_words(of_one(lead.score), lead.tier, None)
    return text(
        "scr-leads-line",
        number=str(number),
        lead=str(lead.id),
        who=shorten(called, LONGEST_IN_LIST) if isinstance(called, str) else called,
        parts=Parts(
            [
                text("lead-silent-since", at=Moment(lead.last_activity_at)) if silent else None,
                text("lead-paid", amount=lead.paid) if lead.paid else None,
                text(f"stage-lead-{lead.stage}"),
                *(score, lead.object),
                (lead.assignee or text("who-pool")) if of_all else None,
            ]
        ),
    )
