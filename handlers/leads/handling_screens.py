"""Questions about several leads at once, and what became of each of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from handlers.leads.question_screens import person_rows
from models.lead import LeadLostReason, LeadStage
from services.conversation.values import Button, Chip, Screen, Style, Text, text
from services.documents.words import shorten
from services.errors import AppError
from services.leads.assign import Assignee
from services.leads.bulk.held import BulkResult
from services.leads.rules import BACK, BY_HAND
from services.leads.words import lead_lost_words

LONGEST_NAME = 30
YES = "yes"
LONGEST_ECHO = 60
MOST_NAMED = 20
"""Leads on one line; the rest of them is counted."""
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
    return Screen(lines, [[Chip(text("btn-leads-yes", count=len(values["lead_ids"])), YES, style)]])


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
    """What was done with how many, and of each of the others why not; those with the same reason on one line."""
    asked = len(values["lead_ids"])
    done, refused = len(result.done), len(result.refused)
    lines = [text("scr-leads-handled", what=_what(values), done=done, count=asked)]
    told = [text("scr-leads-done", leads=_named(result.done, names))] if done else []
    for words, lead_ids in _by_reason(result):
        told.append(text("scr-leads-refused", leads=_named(lead_ids, names), reason=words))
    if refused:
        lines.append(text("scr-leads-some-refused", count=refused))
    back = Button(text("btn-leads-back"), "lead.list", style=Style.PRIMARY)
    rows = [[back, Button(text("btn-menu"), "menu")]]
    if asked == done == 1 and values["what"] != "delete":
        rows.insert(0, [Button(text("btn-lead-open"), "lead.card", result.done[0])])
    return Screen(lines, rows, folded=told)


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
    return Text(f"err-{refusal.code}", refusal.params)


def _named(lead_ids: Sequence[int], names: Mapping[int, str]) -> Text:
    shown = ", ".join(f"{one} {shorten(names.get(one, ''), LONGEST_NAME)}".strip() for one in lead_ids[:MOST_NAMED])
    more = len(lead_ids) - MOST_NAMED
    return text("leads-named-more", leads=shown, count=more) if more > 0 else text("leads-named", leads=shown)
