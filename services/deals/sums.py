"""What a deal's card counts and adds up, as columns of its one statement: nothing of it is loaded.

Money is that of the deal's own currency; that there is some in others is said, and the card asks for it where it shows
it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, Select, String, bindparam, case, cast, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from models.calculation import EXPIRING, Calculation, CalculationState, Choice
from models.deal import CLOSED_STAGES, Deal
from models.document import Document, DocumentState
from models.document_kind import DocumentKind
from models.ledger import Act, LedgerEntry, Side
from models.money import Money
from models.policy import ENDED, Instalment, Policy
from models.task import OPEN_TASKS, Task
from services.live import live


@dataclass(frozen=True, slots=True)
class OffersSummary:
    """`count` and `best`, the lowest premium, are of those on offer today."""

    count: int
    best: Money | None
    chosen: str | None
    chosen_premium: Money | None


@dataclass(frozen=True, slots=True)
class PoliciesSummary:
    """`running` of them have not been ended; what their client still owes, how much of it next and by which day.

    `in_others`: he owes in other currencies too. `to_refund` is what he is to get back, `refund_in_others` as above.
    """

    count: int
    running: int
    rest: Money | None
    next_due: date | None
    next_rest: Money | None
    in_others: bool
    to_refund: Money | None
    refund_in_others: bool


@dataclass(frozen=True, slots=True)
class MarginSummary:
    """Commission less expenses in one currency, as planned and as settled."""

    planned: Money
    settled: Money


def sums() -> list[ColumnElement[Any]]:
    """Correlated to Deal; they ask for the parameter `today`."""
    return [
        _in_folder(func.count()).label("documents"),
        _in_folder(func.count(), Document.state == DocumentState.FETCHING).label("fetching"),
        _in_folder(func.aggregate_strings(cast(Document.kind, String), ",")).label("held"),
        _of_deal(select(func.count()).where(Task.deal_id == Deal.id, Task.state.in_(OPEN_TASKS))).label("tasks"),
        _on_offer(func.count()).label("offers"),
        _on_offer(func.min(Calculation.premium), Calculation.currency == Deal.currency).label("best"),
        _chosen(Choice.insurer_name).label("chosen"),
        _chosen(Choice.premium).label("chosen_premium"),
        _chosen(Choice.currency).label("chosen_currency"),
        _of_deal(select(func.count()).where(Policy.deal_id == Deal.id)).label("policies"),
        _of_deal(select(func.count()).where(Policy.deal_id == Deal.id, Policy.state.not_in(ENDED))).label("running"),
        _owed(func.sum(Instalment.amount - Instalment.paid), Policy.currency == Deal.currency).label("owed"),
        _owed_next(Instalment.due_on).label("owed_since"),
        _owed_next(Instalment.amount - Instalment.paid).label("owed_next"),
        _owed_next(Policy.currency).label("owed_next_currency"),
        _owed(func.count(), Policy.currency != Deal.currency).label("owed_in_others"),
        _to_refund(func.sum(Policy.to_refund), Policy.currency == Deal.currency).label("to_refund"),
        _to_refund(func.count(), Policy.currency != Deal.currency).label("refunds_in_others"),
        _margin(Act.PLANNED).label("margin_planned"),
        _margin(Act.SETTLED).label("margin_settled"),
        _of_deal(
            select(func.count()).where(LedgerEntry.deal_id == Deal.id, LedgerEntry.currency != Deal.currency)
        ).label("lines_in_others"),
    ]


def _of_deal(counted: Any) -> ScalarSelect[Any]:
    return counted.correlate(Deal).scalar_subquery()  # type: ignore[no-any-return]  # whatever it counts


def _in_folder(what: ColumnElement[Any], *conditions: ColumnElement[bool]) -> ScalarSelect[Any]:
    found = live(Document).with_only_columns(what)
    held = Document.state.in_((DocumentState.FILED, DocumentState.FETCHING))
    return _of_deal(found.where(Document.deal_id == Deal.id, held, *conditions))


def missing_of(deal: Row[*tuple[Any, ...]]) -> list[DocumentKind]:
    """What the kind of insurance requires of such a client and nobody has sent, while the deal is open."""
    if deal.stage in CLOSED_STAGES:
        return []
    held = set((deal.held or "").split(","))
    return [DocumentKind(code) for code in deal.required_documents if code not in held]


def _on_offer(what: ColumnElement[int], *conditions: ColumnElement[bool]) -> ScalarSelect[int]:
    holds = or_(
        Calculation.state.not_in(EXPIRING),
        Calculation.valid_until.is_(None),
        Calculation.valid_until >= bindparam("today"),
    )
    on_offer = (Calculation.deal_id == Deal.id, Calculation.state != CalculationState.DECLINED, holds)
    return _of_deal(select(what).where(*on_offer, *conditions))


def _chosen(column: InstrumentedAttribute[Any]) -> ScalarSelect[Any]:
    return _of_deal(select(column).where(Choice.deal_id == Deal.id).order_by(Choice.id.desc()).limit(1))


def _owed(what: ColumnElement[Any], *conditions: ColumnElement[bool]) -> ScalarSelect[Any]:
    return _of_deal(_owing(what).where(*conditions))


def _owed_next(what: Any) -> ScalarSelect[Any]:
    return _of_deal(_owing(what).order_by(Instalment.due_on, Instalment.id).limit(1))


def _owing(what: Any) -> Select[Any]:
    return (
        select(what)
        .select_from(Policy)
        .join(Instalment, Instalment.policy_id == Policy.id)
        .where(Policy.deal_id == Deal.id, Policy.state.not_in(ENDED))
        .where(~Instalment.cancelled, Instalment.paid < Instalment.amount)
    )


def _to_refund(what: ColumnElement[int], *conditions: ColumnElement[bool]) -> ScalarSelect[Any]:
    return _of_deal(select(what).where(Policy.deal_id == Deal.id, Policy.to_refund > 0, *conditions))


def _margin(act: Act) -> ScalarSelect[int]:
    signed = case((LedgerEntry.side == Side.INCOME, LedgerEntry.amount), else_=-LedgerEntry.amount)
    of_act = (LedgerEntry.deal_id == Deal.id, LedgerEntry.act == act, LedgerEntry.currency == Deal.currency)
    return _of_deal(select(func.sum(signed)).where(*of_act))


def offers_of(deal: Row[*tuple[Any, ...]]) -> OffersSummary:
    return OffersSummary(
        count=deal.offers,
        best=None if deal.best is None else Money(deal.best, deal.currency),
        chosen=deal.chosen,
        chosen_premium=None if deal.chosen is None else Money(deal.chosen_premium, deal.chosen_currency),
    )


def policies_of(deal: Row[*tuple[Any, ...]]) -> PoliciesSummary:
    rest = None if deal.owed is None else Money(int(deal.owed), deal.currency)
    following = None if deal.owed_next is None else Money(deal.owed_next, deal.owed_next_currency)
    return PoliciesSummary(
        count=deal.policies,
        running=deal.running,
        rest=rest,
        next_due=deal.owed_since,
        next_rest=following,
        in_others=bool(deal.owed_in_others),
        to_refund=None if deal.to_refund is None else Money(int(deal.to_refund), deal.currency),
        refund_in_others=bool(deal.refunds_in_others),
    )


def margin_of(deal: Row[*tuple[Any, ...]]) -> MarginSummary | None:
    """None where the ledger is empty."""
    if deal.margin_planned is None and deal.margin_settled is None:
        return None
    planned, settled = int(deal.margin_planned or 0), int(deal.margin_settled or 0)
    return MarginSummary(Money(planned, deal.currency), Money(settled, deal.currency))
