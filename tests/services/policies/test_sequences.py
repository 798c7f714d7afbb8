"""Whatever is done to policies in whatever order, their money adds up."""

from collections.abc import AsyncIterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from models.policy import EndorsementKind, Payment, Refund
from services.errors import AppError
from services.policies.end import CancelPolicy, annul_policy, cancel_policy
from services.policies.endorse import EndorsePolicy, endorse_policy
from services.policies.file import file_policy
from services.policies.give_back import reverse_payment
from services.policies.pay import RecordPayment, record_payment
from services.policies.refund import RecordRefund, record_refund, reverse_refund
from services.policies.suspend import resume_policy, suspend_policy
from tests.depth import examples
from tests.harness import BROKERAGE, staged
from tests.invariants import assert_invariants
from tests.people import SELLER
from tests.replays import assert_replays
from tests.services.policies.builders import STARTS, Filed, a_new_deal, filing

AMOUNTS = st.integers(1, 1200)
MOVES = st.one_of(
    st.tuples(st.just("pay"), AMOUNTS),
    st.tuples(st.just("pay"), st.none()),
    st.tuples(st.just("reverse"), st.integers(0, 9)),
    st.tuples(st.just("extra"), AMOUNTS),
    st.tuples(st.just("return"), AMOUNTS),
    st.tuples(st.sampled_from(["suspend", "resume"]), st.none()),
    st.tuples(st.just("cancel"), AMOUNTS),
    st.tuples(st.just("annul"), st.none()),
    st.tuples(st.just("refund"), st.one_of(AMOUNTS, st.none())),
    st.tuples(st.just("unrefund"), st.integers(0, 9)),
)


class Stage:
    """One deal; each example files a policy of its own."""

    def __init__(self, filed: Filed) -> None:
        self.filed = filed
        self.count = 0

    def key(self) -> str:
        self.count += 1
        return f"key-{self.count}"

    async def file(self, parts: tuple[int, ...]) -> None:
        key = self.key()
        command = await filing(self.filed, parts, number=key, intent_key=key, overlap_reason="другие риски")
        self.filed.policy_id = await self.filed.do(file_policy, command)

    async def move(self, what: str, arg: Any) -> None:
        filed, policy_id = self.filed, self.filed.policy_id
        today = BROKERAGE.today(filed.play.clock.now())
        match what:
            case "pay":
                await filed.do(
                    record_payment,
                    RecordPayment(policy_id=policy_id, amount=arg, paid_on=today, intent_key=self.key()),
                )
            case "reverse":
                await self._reverse(arg)
            case "refund" | "unrefund":
                await self._refund(what, arg, today)
            case "extra" | "return":
                command = EndorsePolicy(
                    policy_id=policy_id,
                    kind=EndorsementKind(what),
                    amount=arg,
                    effective_on=STARTS,
                    words="перерасчёт",
                    intent_key=self.key(),
                )
                await filed.do(endorse_policy, command)
            case "suspend":
                await filed.do(suspend_policy, policy_id, reason="пауза")
            case "resume":
                actor, now = filed.play.actor(SELLER), filed.play.clock.now()
                await filed.play.write(
                    partial(resume_policy, actor=actor, policy_id=policy_id, reason="снова", now=now)
                )
            case "cancel":
                await filed.do(
                    cancel_policy, CancelPolicy(policy_id=policy_id, ended_on=STARTS, refund=arg, reason="продан")
                )
            case "annul":
                await filed.do(annul_policy, policy_id, reason="ошибка")

    async def _refund(self, what: str, arg: Any, today: date) -> None:
        filed, policy_id = self.filed, self.filed.policy_id
        if what == "refund":
            command = RecordRefund(policy_id=policy_id, amount=arg, paid_on=today, intent_key=self.key())
            await filed.do(record_refund, command)
        elif ids := await self._ids(Refund):
            await filed.do(reverse_refund, ids[arg % len(ids)], reason="ошибка")

    async def _ids(self, table: type[Payment | Refund]) -> list[int]:
        wanted = select(table.id).where(table.policy_id == self.filed.policy_id).order_by(table.id)
        return list((await self.filed.play.read(lambda session: session.execute(wanted))).scalars())

    async def _reverse(self, which: int) -> None:
        ids = await self._ids(Payment)
        if ids:
            before = {each.id: each.paid for each in await self.filed.instalments()}
            payment = await self.filed.play.read(lambda session: session.get(Payment, ids[which % len(ids)]))
            await self.filed.do(reverse_payment, payment.id, reason="ошибка")
            after = {each.id: each.paid for each in await self.filed.instalments()}
            assert after == before | {payment.instalment_id: before[payment.instalment_id] - payment.amount}


@pytest.fixture(scope="module")
async def stage(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with staged(sqlite_template, tmp_path_factory.mktemp("sequences")) as play:
        yield Stage(await a_new_deal(play))


@settings(max_examples=examples(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(1, 1000), min_size=1, max_size=4), st.lists(MOVES, min_size=1, max_size=10))
@example([1], [("pay", None), ("cancel", 0), ("reverse", 0)])
@example([9, 9], [("pay", None), ("cancel", 7), ("refund", 5), ("refund", None), ("unrefund", 0), ("refund", 6)])
async def test_any_sequence_keeps_the_sums(stage: Stage, parts: list[int], moves: list[tuple[str, Any]]) -> None:
    await stage.file(tuple(parts))
    for what, arg in moves:
        try:
            await stage.move(what, arg)
        except AppError:
            continue
    await assert_invariants(stage.filed.play)
    await assert_replays(stage.filed.play)
    policy = await stage.filed.policy()
    assert policy.premium > 0
