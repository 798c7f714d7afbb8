"""Questions about an open deal, and what came of the answers."""

from collections.abc import Sequence
from datetime import date, time

from handlers.common.days import future_day_rows
from models.deal import DealStage, LostReason
from models.user import User
from services.conversation.values import Button, Chip, Screen, Style, Text, text
from services.deals.hand_over import Place
from services.deals.words import lost_words, moment_words

YES = "yes"


def stage(deal_id: int, seen: DealStage, following: Sequence[DealStage]) -> Screen:
    chips = [Chip(text("btn-stage", stage=text(f"stage-deal-{to}")), to.value, Style.PRIMARY) for to in following]
    key = "ask-stage" if chips else "ask-stage-none"
    return Screen([text(key, number=str(deal_id), stage=text(f"stage-deal-{seen}"))], [[chip] for chip in chips])


def stage_moved(to: DealStage) -> Text:
    return text("scr-stage-moved", stage=text(f"stage-deal-{to}"))


def premium(deal_id: int) -> Screen:
    return Screen([text("ask-premium", number=str(deal_id))])


def lost_reason(deal_id: int) -> Screen:
    rows = [[Chip(text(f"lost-reason-{reason}"), reason.value)] for reason in LostReason]
    return Screen([text("ask-lost-reason", number=str(deal_id))], rows)


def lost_confirm(deal_id: int, reason: str, tasks: int) -> Screen:
    lines = [
        text("ask-lost-confirm", number=str(deal_id), reason=lost_words(reason)),
        text("ask-lost-tasks", count=tasks) if tasks else None,
    ]
    return Screen(lines, [[Chip(text("btn-lost-confirm"), YES, Style.DANGER)]])


def lost() -> Text:
    return text("scr-deal-now-lost")


def person(deal_id: int, place: Place, people: Sequence[User]) -> Screen:
    chips = [Chip(text("btn-person", name=one.name, role=text(f"role-{one.role}")), str(one.id)) for one in people]
    return Screen([text(f"ask-{place}", number=str(deal_id))], [[chip] for chip in chips])


def person_problem(typed: str) -> Text:
    return text("err-person-not-understood", typed=typed[:60])


def handed_over(place: Place, name: str) -> Text:
    return text(f"scr-{place}-changed", name=name)


def left_the_deal(deal_id: int, note: Text) -> Screen:
    line = text("scr-left-the-deal", number=str(deal_id))
    return Screen([note, line], [[Button(text("btn-my-deals"), "deal.list", "mine:")]])


def review_day(deal_id: int, view: str | None, today: date) -> Screen:
    return Screen([text("ask-review-day", number=str(deal_id))], future_day_rows(view, today=today))


def deferred(day: date, at: time | None) -> Text:
    return text("scr-deferred", day=moment_words(day, at))


def woken() -> Text:
    return text("scr-woken")
