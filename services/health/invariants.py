"""What must hold of the rows whatever has happened, asked in SQL: each query returns what breaks its promise."""

from collections.abc import Sequence

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

INVARIANTS: dict[str, str] = {
    "the instalments of a running policy are its premium": """
        SELECT policies.id, policies.premium FROM policies
        LEFT JOIN instalments ON instalments.policy_id = policies.id AND NOT instalments.cancelled
        WHERE policies.state IN ('issued', 'suspended')
        GROUP BY policies.id, policies.premium HAVING coalesce(sum(instalments.amount), 0) <> policies.premium
    """,
    "what is paid of an instalment is the sum of its payments": """
        SELECT instalments.id, instalments.paid FROM instalments
        LEFT JOIN payments ON payments.instalment_id = instalments.id
        GROUP BY instalments.id, instalments.paid HAVING coalesce(sum(payments.amount), 0) <> instalments.paid
    """,
    "a payment is of its instalment's policy": """
        SELECT payments.id FROM payments JOIN instalments ON instalments.id = payments.instalment_id
        WHERE instalments.policy_id <> payments.policy_id
    """,
    "a reversed payment is taken back whole, and no reversal is reversed": """
        SELECT back.id FROM payments AS back JOIN payments AS paid ON paid.id = back.reverses_id
        WHERE back.amount <> -paid.amount OR back.instalment_id <> paid.instalment_id OR paid.reverses_id IS NOT NULL
    """,
    "what a client is to get back is what was taken off his payments less the refunds that he got": """
        SELECT policies.id, policies.to_refund FROM policies WHERE policies.to_refund <>
            - coalesce((
                SELECT sum(amount) FROM payments
                WHERE payments.policy_id = policies.id AND amount < 0 AND reverses_id IS NULL
            ), 0) - coalesce((SELECT sum(amount) FROM refunds WHERE refunds.policy_id = policies.id), 0)
    """,
    "a reversed refund is taken back whole, and no reversal is reversed": """
        SELECT back.id FROM refunds AS back JOIN refunds AS given ON given.id = back.reverses_id
        WHERE back.amount <> -given.amount OR back.policy_id <> given.policy_id OR given.reverses_id IS NOT NULL
    """,
    "nothing is owed of a policy that ended": """
        SELECT instalments.id FROM instalments JOIN policies ON policies.id = instalments.policy_id
        WHERE policies.state IN ('cancelled', 'annulled') AND NOT instalments.cancelled
            AND instalments.paid < instalments.amount
    """,
    "an annulled policy keeps no money": """
        SELECT policies.id FROM policies JOIN instalments ON instalments.policy_id = policies.id
        WHERE policies.state = 'annulled' AND instalments.paid > 0
    """,
    "a policy that ended renews nothing": """
        SELECT id FROM policies WHERE state IN ('cancelled', 'annulled') AND predecessor_id IS NOT NULL
    """,
    "a policy is of its deal's client and follows one of the same kind": """
        SELECT policies.id FROM policies JOIN deals ON deals.id = policies.deal_id
        LEFT JOIN policies AS before ON before.id = policies.predecessor_id
        WHERE policies.client_id <> deals.client_id OR before.kind_id <> policies.kind_id
            OR before.starts_on >= policies.starts_on
    """,
    "a deal is paid when something was paid of it that stands, or has gone back as a refund": """
        SELECT deals.id FROM deals
        WHERE stage = 'paid' AND (closed_at IS NULL OR duration_days IS NULL OR NOT EXISTS (
            SELECT 1 FROM payments JOIN policies ON policies.id = payments.policy_id
            WHERE policies.deal_id = deals.id AND payments.amount > 0 AND payments.id NOT IN (
                SELECT reverses_id FROM payments WHERE reverses_id IS NOT NULL
            )
        ))
    """,
    "an open deal has no end of its sale": """
        SELECT id FROM deals
        WHERE stage NOT IN ('paid', 'lost') AND (closed_at IS NOT NULL OR duration_days IS NOT NULL)
    """,
    "a deal sleeps until the hour of its call-back only": """
        SELECT id FROM deals
        WHERE asleep AND review_time IS NOT NULL AND (
            call_back_time IS NULL OR review_on <> call_back_on OR review_time <> call_back_time
        )
    """,
    "a line stands against an expectation of the same deal, side, category and currency": """
        SELECT line.id FROM ledger_entries AS line JOIN ledger_entries AS expected ON expected.id = line.planned_id
        WHERE expected.planned_id IS NOT NULL OR expected.act <> 'planned' OR line.deal_id <> expected.deal_id
            OR line.side <> expected.side OR line.category <> expected.category OR line.currency <> expected.currency
    """,
    "money moves against an expectation only": """
        SELECT id FROM ledger_entries WHERE act = 'settled' AND planned_id IS NULL
    """,
    "a correction says why": """
        SELECT id FROM ledger_entries WHERE act = 'planned' AND planned_id IS NOT NULL AND reason IS NULL
    """,
    "a reversal is the line that it takes back, below zero": """
        SELECT back.id FROM ledger_entries AS back JOIN ledger_entries AS line ON line.id = back.reverses_id
        WHERE back.amount <> -line.amount OR back.act <> line.act OR line.reverses_id IS NOT NULL
            OR back.planned_id <> coalesce(line.planned_id, line.id)
    """,
    "no more is settled than was ever expected": """
        SELECT expected.id FROM ledger_entries AS expected JOIN ledger_entries AS line ON line.planned_id = expected.id
        WHERE line.act = 'settled' OR line.amount > 0
        GROUP BY expected.id, expected.amount
        HAVING sum(CASE WHEN line.act = 'settled' THEN line.amount ELSE 0 END)
            > expected.amount + sum(CASE WHEN line.act = 'planned' AND line.amount > 0 THEN line.amount ELSE 0 END)
    """,
    "no expectation is below zero": """
        SELECT expected.id FROM ledger_entries AS expected
        LEFT JOIN ledger_entries AS line ON line.planned_id = expected.id AND line.act = 'planned'
        WHERE expected.planned_id IS NULL
        GROUP BY expected.id, expected.amount HAVING expected.amount + coalesce(sum(line.amount), 0) < 0
    """,
    "a policy's money is in its own currency and deal": """
        SELECT line.id FROM ledger_entries AS line JOIN policies ON policies.id = line.policy_id
        WHERE line.currency <> policies.currency OR line.deal_id <> policies.deal_id
    """,
    "a reminder is of the deal of what it is about": """
        SELECT reminders.id FROM reminders
        LEFT JOIN policies ON reminders.subject = 'policy' AND policies.id = reminders.subject_id
        LEFT JOIN instalments ON reminders.subject = 'instalment' AND instalments.id = reminders.subject_id
        LEFT JOIN policies AS owed ON owed.id = instalments.policy_id
        LEFT JOIN tasks ON reminders.subject = 'task' AND tasks.id = reminders.subject_id
        WHERE reminders.subject IN ('policy', 'instalment', 'task', 'deal') AND (
            reminders.deal_id IS NULL
            OR coalesce(policies.deal_id, owed.deal_id, tasks.deal_id, reminders.subject_id) <> reminders.deal_id
        )
    """,
    "a reminder that waits or was told has somebody who hears it": """
        SELECT id FROM reminders
        WHERE state IN ('waiting', 'delivered') AND subject NOT IN ('plan', 'search') AND user_id IS NULL
    """,
    "a person's morning and return are told to himself": """
        SELECT id FROM reminders WHERE subject IN ('brief', 'return') AND user_id <> subject_id
    """,
    "nobody is reminded any more of what is paid or need not be": """
        SELECT reminders.id FROM reminders JOIN instalments ON instalments.id = reminders.subject_id
        WHERE reminders.subject = 'instalment' AND reminders.state = 'waiting'
            AND (instalments.cancelled OR instalments.paid >= instalments.amount)
    """,
    "nobody is reminded to renew a policy that ended": """
        SELECT reminders.id FROM reminders JOIN policies ON policies.id = reminders.subject_id
        WHERE reminders.subject = 'policy' AND reminders.state = 'waiting'
            AND policies.state IN ('cancelled', 'annulled')
    """,
    "nobody is reminded of a task that is closed": """
        SELECT reminders.id FROM reminders JOIN tasks ON tasks.id = reminders.subject_id
        WHERE reminders.subject = 'task' AND reminders.state = 'waiting'
            AND tasks.state NOT IN ('new', 'accepted', 'in-work')
    """,
}


async def find_broken(session: AsyncSession) -> Sequence[str]:
    """The promises that the rows break."""
    return [
        promise for promise, query in INVARIANTS.items() if (await session.execute(text(query))).first() is not None
    ]
