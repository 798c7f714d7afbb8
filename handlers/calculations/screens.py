"""What offers look like: side by side, and one in full."""

from collections.abc import Sequence
from datetime import date

from handlers.calculations.question_screens import field_lines
from models.calculation import CalculationState, DeductibleKind
from models.money import Currency, Money
from services.access import Actor, Right
from services.calculations.comparison import Comparison
from services.calculations.queries import LONGEST_SHORT, OfferLine, OfferTermsView, best_of
from services.conversation.rows import in_rows
from services.conversation.values import (
    Amount,
    Button,
    Cell,
    Localized,
    Screen,
    Style,
    Table,
    Text,
    text,
)
from services.documents.words import shorten
from services.ledger.forecast import forecast_margin
from services.ledger.queries import RuleLine
from services.money.rates import as_percent
from services.money.words import percent_words

LONGEST_LABEL = 20


def comparison(found: Comparison, actor: Actor, *, may_ask: bool) -> Screen:
    kind, number, offers = Localized(found.kind_names), str(found.deal_id), found.offers
    title = text("scr-offers", icon=found.icon, kind=kind, object=found.object, number=number)
    lines: list[Text | Table | None] = [title]
    if not offers:
        lines.append(text("scr-offers-none"))
    else:
        earnings = [] if found.rules is None else _earnings(offers, found.rules)
        lines += [_sums_insured(offers), _table(offers, found.currency), *_below(offers), *earnings]
    return Screen(lines, _rows(found, actor, may_ask=may_ask), subject=f"deal:{found.deal_id}")


def _sums_insured(offers: Sequence[OfferLine]) -> Text | None:
    """Where they are the same for all."""
    sums = {offer.terms.sum_insured for offer in offers if offer.live}
    only = sums.pop() if len(sums) == 1 else None
    return text("scr-offer-sum-insured", amount=only) if only else None


def _table(offers: Sequence[OfferLine], usual: Currency) -> Table:
    """Amounts in another currency than the usual one name theirs; there is no deductible where no offer says one."""
    cheapest, lowest = best_of(offers)
    says_deductible = any(offer.terms.deductible_kind for offer in offers)
    deductible: list[Cell] = [text("scr-offers-deductible"), ""] if says_deductible else []
    heading: list[Cell] = ["", text("scr-offers-premium"), "", *deductible, text("scr-offers-parts")]
    rows: list[Sequence[Cell]] = [heading]
    for number, offer in enumerate(offers, start=1):
        terms = offer.terms
        deductible = [_deductible(terms, usual), text("mark-best") if offer.id == lowest else ""]
        rows.append(
            [
                text(
                    "scr-offers-insurer",
                    number=str(number),
                    name=shorten(offer.short, LONGEST_SHORT),
                    mark=_mark(offer),
                ),
                _amount(terms.premium, usual),
                text("mark-best") if offer.id == cheapest else "",
                *(deductible if says_deductible else []),
                str(terms.plans[0].count),
            ]
        )
    return Table(rows)


def _mark(offer: OfferLine) -> Text | str:
    if offer.state in (CalculationState.EXPIRED, CalculationState.CHOSEN):
        return text(f"mark-offer-{offer.state}")
    return ""


def _amount(money: Money, usual: Currency) -> Cell:
    return Amount(money) if money.currency is usual else money


def _deductible(terms: OfferTermsView, usual: Currency) -> Cell:
    match terms.deductible_kind, terms.deductible:
        case DeductibleKind.NONE, _:
            return text("scr-offers-no-deductible")
        case DeductibleKind.PERCENT, int(rate):
            return percent_words(rate)
        case DeductibleKind.AMOUNT, int(_) if terms.deductible_money is not None:
            return _amount(terms.deductible_money, usual)
    return "?"


def _below(offers: Sequence[OfferLine]) -> list[Text]:
    """What the table has no room for: what is chosen, until when they hold, which are gone."""
    chosen = [text("scr-offers-chosen", insurer=o.terms.insurer) for o in offers if o.state is CalculationState.CHOSEN]
    gone = [o for o in offers if o.state is CalculationState.EXPIRED and o.terms.valid_until]
    return [
        *chosen,
        *_until([offer for offer in offers if offer.live]),
        *(_gone(o.terms.insurer, o.terms.valid_until) for o in gone if o.terms.valid_until),
    ]


def _until(live: Sequence[OfferLine]) -> list[Text]:
    """For all of them, where each says until when; else by name for those that do."""
    days = [offer.terms.valid_until for offer in live if offer.terms.valid_until]
    if days and len(days) == len(live):
        return [text("scr-offers-until", day=min(days))]
    return [
        text("scr-offers-until-of", insurer=offer.terms.insurer, day=offer.terms.valid_until)
        for offer in live
        if offer.terms.valid_until
    ]


def _earnings(offers: Sequence[OfferLine], rules: Sequence[RuleLine]) -> list[Text]:
    """What each offer would leave whose rate was typed or stands in the table."""
    rated = [(o.terms, rate) for o in offers if o.live and (rate := _rate(o)) is not None]
    if not rated:
        return []
    lines = [
        text(
            "scr-offers-margin",
            insurer=shorten(terms.insurer, LONGEST_LABEL),
            percent=as_percent(rate),
            margin=forecast_margin(terms.premium, rate, rules),
        )
        for terms, rate in rated
    ]
    return [text("scr-offers-margins"), *lines]


def _rate(offer: OfferLine) -> int | None:
    typed = offer.terms.commission_rate
    return offer.usual_rate if typed is None else typed


def _gone(insurer: str, day: date) -> Text:
    return text("scr-offers-expired", insurer=insurer, day=day)


def _rows(found: Comparison, actor: Actor, *, may_ask: bool) -> list[list[Button]]:
    opened = [_open_button(number, offer) for number, offer in enumerate(found.offers, start=1)]
    rows = in_rows(opened)
    is_open = not found.lost
    if is_open and actor.may(Right.CHOOSE_OFFER) and any(offer.live for offer in found.offers):
        rows.append([Button(text("btn-proposal-again"), "proposal.show", found.deal_id, Style.PRIMARY)])
    work = []
    if is_open and actor.may(Right.ENTER_OFFERS):
        work.append(Button(text("btn-offers-enter"), "offers.enter", found.deal_id))
    if is_open and may_ask:
        work.append(Button(text("btn-offers-again"), "offers.again", found.deal_id, Style.PRIMARY))
    return [*rows, work, [Button(text("btn-open-card"), "deal.card", found.deal_id)]]


def _open_button(number: int, offer: OfferLine) -> Button:
    name = shorten(offer.terms.insurer, LONGEST_LABEL - 3)
    return Button(text("btn-offer", number=str(number), name=name), "offer.card", offer.id)


def card(offer: OfferLine, actor: Actor, *, may_ask: bool) -> Screen:
    terms = offer.terms
    state = text(f"offer-state-{offer.state}")
    lines = [
        text("scr-offer-title", insurer=terms.insurer, state=state),
        text("scr-offer-premium", amount=terms.premium),
        *field_lines(terms),
        text("scr-offer-author", name=offer.author),
    ]
    return Screen(lines, _card_rows(offer, actor, may_ask=may_ask), subject=f"deal:{offer.deal_id}")


def _card_rows(offer: OfferLine, actor: Actor, *, may_ask: bool) -> list[list[Button]]:
    rows = []
    if offer.live and actor.may(Right.CHOOSE_OFFER):
        key = "btn-offer-choose-again" if offer.state is CalculationState.CHOSEN else "btn-offer-choose"
        rows.append([Button(text(key), "offer.choose", offer.id, Style.SUCCESS)])
    if may_ask:
        rows.append([Button(text("btn-offers-again"), "offers.again", offer.deal_id, Style.PRIMARY)])
    if offer.state is not CalculationState.CHOSEN and actor.may(Right.ENTER_OFFERS):
        edit = Button(text("btn-offer-edit"), "offer.edit", offer.id)
        rows.append([edit, Button(text("btn-offer-drop"), "offer.drop", offer.id, Style.DANGER)])
    if offer.terms.document_id is not None:
        rows.append([Button(text("btn-offer-file"), "document.card", offer.terms.document_id)])
    return [*rows, [Button(text("btn-offers-list"), "offers.list", offer.deal_id)]]


def dropped() -> Text:
    return text("scr-offer-dropped")


def again(name: str | None, due: date) -> Text:
    return text("scr-offers-again", name=name or text("who-pool"), day=due)
