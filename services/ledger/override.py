"""Counts a policy's commission anew with another rate, for a reason.

- What has come in whole stays as it came; all else is corrected to the new rate, expenses that are taken of the
  commission too.
- A policy of which nothing was expected is expected of from then on.
"""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from services.access import Actor, Right
from services.journal.note import note_system
from services.ledger.access import check_reason
from services.ledger.balance import list_balances_of_policy
from services.ledger.errors import SameRate
from services.ledger.expect import correct, expect, plan_policy
from services.ledger.rates import check_rate, find_policy_rate
from services.money.rates import as_percent
from services.policies.access import access_policy


async def override_rate(
    session: AsyncSession, actor: Actor, policy_id: int, *, rate: int, reason: str, now: datetime
) -> None:
    """`rate` in hundredths of a per cent, zero for no commission."""
    policy, deal = await access_policy(session, actor, policy_id, right=Right.RECORD_LEDGER, lock=True)
    check_rate(rate)
    check_reason(reason)
    if await find_policy_rate(session, policy) == rate:
        raise SameRate(rate=as_percent(rate))
    known = await list_balances_of_policy(session, policy.id)
    for expectation in await plan_policy(session, deal, policy, rate=rate):
        balance = known.get(expectation.key)
        if balance is None:
            await expect(session, actor, deal, policy, expectation, reason=reason, now=now)
        elif expectation.amount != balance.expected and not (balance.settled and not balance.outstanding):
            by = expectation.amount - balance.expected
            await correct(session, actor, balance, expectation, by=by, reason=reason, now=now)
    await note_system(session, actor, deal.id, "jrn-ledger-recounted", now=now)
