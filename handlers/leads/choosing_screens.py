"""A list whose lines are marked, and what can be done with those that are."""

from collections.abc import Sequence

from handlers.kit.draft import Listing
from handlers.leads.list_screens import lead_line
from services.access import Actor, Right
from services.conversation.values import Button, Screen, Style, Text, text
from services.leads.bulk.held import MOST_AT_ONCE
from services.leads.lists import LeadLine


def choosing(lines: Sequence[LeadLine], listing: Listing, older: str | None, actor: Actor) -> Screen:
    token, marked = listing.token, set(listing.marked)
    several = [
        Button(text("btn-leads-mark-page"), "lead.mark", f"{token}:page"),
        Button(text("btn-leads-mark-all", most=MOST_AT_ONCE), "lead.mark", f"{token}:all"),
    ]
    if marked:
        several.append(Button(text("btn-leads-mark-none"), "lead.mark", f"{token}:none"))
    turning = [] if not listing.page else [Button(text("btn-leads-first"), "lead.turn", f"{token}:")]
    if older is not None:
        turning.append(Button(text("btn-older"), "lead.turn", f"{token}:{older}"))
    doing = _doing(token, actor) if marked else []
    back = Button(text("btn-leads-back"), "lead.page", f"{token}:{listing.page}")
    rows = [_marks(lines, token, marked), several, turning, *doing, [back]]
    said = [_line(number, lead, lead.id in marked) for number, lead in enumerate(lines, start=1)]
    heading = text("scr-leads-choose", count=len(marked), most=MOST_AT_ONCE)
    return Screen([heading, *(said or [text("scr-leads-none")])], [row for row in rows if row])


def _marks(lines: Sequence[LeadLine], token: str, marked: set[int]) -> list[Button]:
    return [
        Button(
            text("btn-number-marked" if lead.id in marked else "btn-number", number=str(number)),
            "lead.mark",
            f"{token}:{'-' if lead.id in marked else '+'}{lead.id}",
            Style.PRIMARY if lead.id in marked else Style.PLAIN,
        )
        for number, lead in enumerate(lines, start=1)
    ]


def _line(number: int, lead: LeadLine, marked: bool) -> Text:  # noqa: FBT001 - a plain helper
    line = lead_line(number, lead)
    return text("scr-leads-line-marked", line=line) if marked else line


def _doing(token: str, actor: Actor) -> list[list[Button]]:
    def act(what: str, style: Style = Style.PLAIN) -> Button:
        return Button(text(f"btn-leads-{what}"), "lead.bulk", f"{token}:{what}", style)

    rows = [[act("give"), act("release")], [act("move"), act("analyse")], [act("lose", Style.DANGER)]]
    if actor.may(Right.DELETE_LEADS):
        rows[-1].append(act("delete", Style.DANGER))
    return rows


def more_than(most: int) -> Text:
    return text("scr-leads-more-than", most=most)
