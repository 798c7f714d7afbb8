"""The money that a deal stands for, as a column."""

from sqlalchemy import ColumnElement, ScalarSelect, case, func, select

from models.deal import Deal
from models.policy import ENDED, Policy


def _premiums(*of: ColumnElement[bool]) -> ScalarSelect[int]:
    """Of the policies that run, in the deal's currency."""
    running = (*of, Policy.state.not_in(ENDED), Policy.currency == Deal.currency)
    return select(func.sum(Policy.premium)).where(*running).correlate(Deal).scalar_subquery()


AT_RISK = case(
    (
        select(Policy.id).where(Policy.deal_id == Deal.id).correlate(Deal).exists(),
        _premiums(Policy.deal_id == Deal.id),
    ),
    else_=func.coalesce(Deal.amount, _premiums(Policy.id == Deal.renews_id)),
)
"""What a deal stands for: its running policies, before there are any what was agreed, else the one it renews."""
