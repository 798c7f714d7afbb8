"""The money that a deal stands for, as a column."""

from typing import Any

from sqlalchemy import ScalarSelect, case, func, select
from sqlalchemy.orm import InstrumentedAttribute

from models.deal import Deal
from models.policy import ENDED, Policy


def _premiums(deal_id: InstrumentedAttribute[Any]) -> ScalarSelect[int]:
    """Of the policies that run, in the deal's currency."""
    running = (Policy.deal_id == deal_id, Policy.state.not_in(ENDED), Policy.currency == Deal.currency)
    return select(func.sum(Policy.premium)).where(*running).correlate(Deal).scalar_subquery()


AT_RISK = case(
    (
        select(Policy.id).where(Policy.deal_id == Deal.id).correlate(Deal).exists(),
        _premiums(Deal.id),
    ),
    else_=func.coalesce(Deal.amount, _premiums(Deal.predecessor_id)),
)
"""What a deal stands for: its running policies, before there are any what was agreed, else last year's."""
