"""Questions about the client's choice."""

from collections.abc import Sequence
from dataclasses import replace

from models.calculation import Choice
from services.calculations.plans import PaymentPlan
from services.calculations.queries import OfferLine
from services.calculations.words import plan_words, terms_words
from services.conversation.values import Chip, Screen, Style, Text, text
from services.tasks.queries import TaskLine


def plan(plans: Sequence[PaymentPlan]) -> Screen:
    rows = [[Chip(plan_words(each), str(number))] for number, each in enumerate(plans)]
    return Screen([text("ask-choice-plan")], rows)


def plan_problem(typed: str) -> Text:
    return text("err-choice-plan-not-understood", typed=typed[:60])


def confirm(offer: OfferLine, chosen: PaymentPlan, before: Choice | None, task: TaskLine | None) -> Screen:
    """What changes hands with another choice is said before it is made."""
    instead = before is not None and before.calculation_id != offer.id
    lines = [
        text("ask-choice-confirm", insurer=offer.terms.insurer, amount=offer.terms.premium),
        text("offer-line-terms", terms=terms_words(replace(offer.terms, plans=(chosen,)))),
        text("scr-choice-instead", insurer=before.insurer_name, amount=before.price) if before and instead else None,
        text("scr-choice-issuing", name=task.doer or text("who-pool")) if task and instead else None,
    ]
    return Screen(lines, [[Chip(text("btn-choice-confirm"), "yes", Style.SUCCESS)]])


def chosen(offer: OfferLine) -> Text:
    return text("scr-choice-made", insurer=offer.terms.insurer, amount=offer.terms.premium)
