"""Questions about several leads at once, and what became of each of them."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from handlers.leads.question_screens import delete_reason, delete_reasons, person_rows
from models.lead import LeadLostReason, LeadStage
from services.conversation.values import Button, Chip, Screen, Style, Text, text
from services.documents.words import shorten
from services.errors import AppError
from services.leads.assign import Assignee
from services.leads.bulk.held import BulkResult
from services.leads.errors import LeadNotFound, LeadOfOthers
from services.leads.rules import BACK, BY_HAND
from services.leads.words import lead_lost_words

LONGEST_NAME = 20
YES = "yes"
LONGEST_ECHO = 60
MOST_NAMED = 20
"""Leads of one result, those that were refused first; of the rest the numbers are told."""
FEWEST_AS_SPAN = 3
FINAL = frozenset({"lose"})
DANGEROUS = frozenset({"lose", "delete"})


def person(count: int, people: Sequence[Assignee], capacity: int) -> Screen:
    return Screen([text("ask-leads-give", count=count)], person_rows(people, capacity))


def person_problem(typed: str) -> Text:
    return text("err-person-not-understood", typed=typed[:LONGEST_ECHO])


def stage(count: int) -> Screen:
    chips = [Chip(text(f"btn-lead-{one}"), one.value) for one in LeadStage if one in BY_HAND]
    return Screen([text("ask-leads-move", count=count)], [chips])


def reason(count: int) -> Screen:
    rows = [[Chip(text(f"lead-lost-{one}"), one.value)] for one in LeadLostReason]
    return Screen([text("ask-leads-lose", count=count)], rows)


def confirm(values: Mapping[str, Any]) -> Screen:
    """Says how many, and whether there is a way back."""
    what = values["what"]
    lines = [_question(values), _way_back(values)]
    style = Style.DANGER if what in DANGEROUS else Style.SUCCESS
    sure = [Chip(text("btn-leads-yes", count=len(values["lead_ids"])), YES, style)]
    if what != "delete":
        return Screen(lines, [sure])
    return Screen([*lines, delete_reason(values.get("reason"))], [*delete_reasons(), sure])


def _way_back(values: Mapping[str, Any]) -> Text | None:
    if values["what"] == "move":
        return text("ask-leads-move-back" if values["to"] in BACK else "ask-lead-move-final")
    return text("ask-lead-move-final") if values["what"] in FINAL else None


def confirm_problem() -> Text:
    return text("err-confirm-not-understood")


def _question(values: Mapping[str, Any]) -> Text:
    count = len(values["lead_ids"])
    match values["what"]:
        case "give":
            return text("ask-leads-sure-give", count=count, name=values["name"])
        case "move":
            return text("ask-leads-sure-move", count=count, stage=text(f"stage-lead-{values['to']}"))
        case "lose":
            return text("ask-leads-sure-lose", count=count, reason=lead_lost_words(values["reason"]))
        case what:
            return text(f"ask-leads-sure-{what}", count=count)


def handled(values: Mapping[str, Any], result: BulkResult, names: Mapping[int, str]) -> Screen:
    """What was done with which, and of each of the others why not; those with the same reason on one line."""
    asked = len(values["lead_ids"])
    done, refused = len(result.done), len(result.refused)
    lines = [text("scr-leads-handled", what=_what(values), done=done, count=asked)]
    if refused:
        lines.append(_refused(result))
    back = Button(text("btn-leads-back"), "lead.list", style=Style.PRIMARY)
    rows = [[back, Button(text("btn-menu"), "menu")]]
    if asked == done == 1 and values["what"] != "delete":
        rows.insert(0, [Button(text("btn-lead-open"), "lead.card", result.done[0])])
    return Screen(lines, rows, folded=_told(result, names))


def _refused(result: BulkResult) -> Text:
    refused, marked = len(result.refused), len(result.within_reach)
    if marked == refused:
        return text("scr-leads-some-refused", count=refused)
    return text("scr-leads-some-out-of-reach", count=refused, marked=str(marked))


def _told(result: BulkResult, names: Mapping[int, str]) -> list[Text]:
    """A message has no room for a hundred names."""
    room, refused = MOST_NAMED, []
    for words, lead_ids in _by_reason(result):
        refused.append(text("scr-leads-refused", leads=_named(lead_ids, names, most=room), reason=words))
        room = max(room - len(lead_ids), 0)
    done = [text("scr-leads-done", leads=_named(result.done, names, most=room))] if result.done else []
    return [*done, *refused]


def _what(values: Mapping[str, Any]) -> Text:
    match values["what"]:
        case "give":
            return text("leads-did-give", name=values["name"])
        case "move":
            return text("leads-did-move", stage=text(f"stage-lead-{values['to']}"))
        case what:
            return text(f"leads-did-{what}")


def _by_reason(result: BulkResult) -> list[tuple[Text, list[int]]]:
    found: list[tuple[Text, list[int]]] = []
    for lead_id, refusal in result.refused.items():
        words = _words(refusal)
        same = next((lead_ids for known, lead_ids in found if known == words), None)
        if same is None:
            found.append((words, [lead_id]))
        else:
            same.append(lead_id)
    return found


def _words(refusal: AppError) -> Text:
    """The same for all that are refused alike."""
    match refusal:
        case LeadNotFound():
            return text("leads-refused-gone")
        case LeadOfOthers():
            return text("leads-refused-of-others", assignee=refusal.params["assignee"])
    return Text(f"err-{refusal.code}", refusal.params)


def _named(lead_ids: Sequence[int], names: Mapping[int, str], *, most: int) -> Text:
    shown = [f"{one} {shorten(names.get(one, ''), LONGEST_NAME)}".strip() for one in lead_ids[:most]]
    rest = list(_spans(lead_ids[most:]))
    if shown and rest:
        count = len(lead_ids) - most
        return text("leads-named-more", leads=", ".join(shown), count=count, numbers=", ".join(rest))
    return text("leads-named", leads=", ".join([*shown, *rest]))


def _spans(lead_ids: Iterable[int]) -> Iterable[str]:
    """Neighbours as from and to."""
    for _, run in groupby(enumerate(sorted(lead_ids)), key=lambda placed: placed[1] - placed[0]):
        ids = [lead_id for _, lead_id in run]
        if len(ids) < FEWEST_AS_SPAN:
            yield from map(str, ids)
        else:
            yield f"{ids[0]}–{ids[-1]}"
