"""The money that a deal stands for, as a column."""

from typing import Any

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from models.deal import Deal
from models.policy import ENDED, Policy

_Before = aliased(Policy)


def _premiums(policy: type[Policy], deal_id: ColumnElement[int] | InstrumentedAttribute[int | None]) -> Any:
    """Of the policies that run, in the deal's currency."""
    running = (policy.deal_id == deal_id, policy.state.not_in(ENDED), policy.currency == Deal.currency)
    return select(func.sum(policy.premium)).where(*running).correlate(Deal).scalar_subquery()


AT_RISK = case(
    (
        select(Policy.id).where(Policy.deal_id == Deal.id).correlate(Deal).exists(),
        _premiums(Policy, Deal.id),
    ),
    else_=func.coalesce(Deal.amount, _premiums(_Before, Deal.predecessor_id)),
)
"""What a deal stands for: its running policies, before there are any what was agreed, else last year's."""
