"""Whatever people record, in whatever order: the ledger stays sound and the margin is the sum of its lines."""

from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.ledger import Act, LedgerEntry, Side
from services.errors import AppError
from services.ledger.override import override_rate
from services.ledger.queries import list_margins
from services.ledger.reverse import reverse_entry
from services.ledger.settle import Settle, settle
from tests.depth import examples
from tests.handlers.clients.builders import a_client, a_deal
from tests.harness import Play, staged
from tests.invariants import assert_invariants
from tests.services.ledger.builders import HALVES, Case, a_policy
from tests.services.ledger.test_expect import DISCOUNT, REFERRER

TODAY = date(2026, 11, 23)
NUMBERS = count()
WHICH = st.integers(0, 30)
MOVES = st.one_of(
    st.tuples(st.just("settle"), WHICH, st.one_of(st.none(), st.integers(-600_000, 600_000)), st.booleans()),
    st.tuples(st.just("reverse"), WHICH),
    st.tuples(st.just("override"), st.integers(0, 10_000)),
    st.tuples(st.just("pay"), st.integers(1, HALVES[0])),
    st.tuples(st.just("cancel"), st.integers(0, HALVES[0])),
)


async def move(case: Case, number: int, what: str, *details) -> None:
    lines = await case.lines()
    match what, *details:
        case "settle", which, amount, explained:
            open_ = [line for line in lines if line.planned_id is None]
            command = Settle(
                entry_id=open_[which % len(open_)].id,
                on=TODAY,
                amount=amount,
                reason="Так вышло" if explained else None,
                intent_key=f"move-{case.deal_id}-{number}",
            )
            await case.write(settle, command, today=TODAY)
        case "reverse", which:
            await case.write(reverse_entry, lines[which % len(lines)].id, reason="Ошибка")
        case "override", rate:
            await case.write(override_rate, case.policy_id, rate=rate, reason="Новая ставка")
        case "pay", amount:
            await case.pay(amount, key=f"move-{case.deal_id}-{number}")
        case "cancel", refund:
            await case.cancel(refund=refund)


@pytest.fixture(scope="module")
async def stage(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Play]:
    """With a table of rates; each sequence has a deal of its own."""
    async with staged(sqlite_template, tmp_path_factory.mktemp("sequences")) as play:
        await a_policy(play)
        yield play


@settings(max_examples=examples(15), deadline=None)
@given(moves=st.lists(MOVES, min_size=1, max_size=10))
async def test_any_sequence_of_moves_keeps_the_ledger_sound(stage: Play, moves: list) -> None:
    deal_id = await a_deal(stage, await a_client(stage), insured=str(next(NUMBERS)))
    case = await a_policy(stage, deal_id=deal_id, rate=None, rules=(DISCOUNT, REFERRER))
    for number, (what, *details) in enumerate(moves):
        with suppress(AppError):
            await move(case, number, what, *details)
    await assert_margin_is_the_sum_of_lines(case)
    await assert_invariants(stage)


async def assert_margin_is_the_sum_of_lines(case: Case) -> None:
    lines: list[LedgerEntry] = await case.lines()
    [margin] = await case.play.read(partial(list_margins, deal_id=case.deal_id))
    signed = {act: sum(_signed(line) for line in lines if line.act is act) for act in Act}
    assert (margin.planned.amount, margin.settled.amount) == (signed[Act.PLANNED], signed[Act.SETTLED])


def _signed(line: LedgerEntry) -> int:
    return line.amount if line.side is Side.INCOME else -line.amount
