"""Policies filed by the use case itself, without the dialogue."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from models.insurer import Insurer
from models.money import Currency, Money
from models.policy import Instalment, Policy
from services.policies.file import FilePolicy, file_policy
from services.policies.terms import Part, last_day
from tests.handlers.clients.builders import a_client, a_deal
from tests.harness import BROKERAGE, Play
from tests.people import SELLER, Person

STARTS = date(2026, 12, 1)
HALVES = (2_345_000, 2_345_000)


@dataclass
class Filed:
    play: Play
    deal_id: int
    policy_id: int = 0

    async def do(self, verb: Any, *args: Any, person: Person = SELLER, **named: Any) -> Any:
        """A use case as the person would have it done now."""
        actor, now = self.play.actor(person), self.play.clock.now()
        named = {"now": now, "today": BROKERAGE.today(now), **named}
        return await self.play.write(lambda session: verb(session, actor, *args, **named))

    async def policy(self) -> Policy:
        return await self.play.read(lambda session: session.get(Policy, self.policy_id))  # type: ignore[no-any-return]

    async def instalments(self) -> list[Instalment]:
        wanted = select(Instalment).where(Instalment.policy_id == self.policy_id).order_by(Instalment.position)
        return list((await self.play.read(lambda session: session.execute(wanted))).scalars())


async def a_new_deal(play: Play, insured: str = "Toyota Camry 2021") -> Filed:
    return Filed(play, await a_deal(play, await a_client(play), insured))


async def filing(filed: Filed, parts: tuple[int, ...] = HALVES, **more: Any) -> FilePolicy:
    insurer = select(Insurer.id).order_by(Insurer.id).limit(1)
    values = {
        "deal_id": filed.deal_id,
        "insurer_id": (await filed.play.read(lambda session: session.execute(insurer))).scalar_one(),
        "kind_id": 1,
        "number": "AI-4471122",
        "object": "Toyota Camry 2021",
        "starts_on": STARTS,
        "ends_on": last_day(STARTS, months=12),
        "premium": Money(sum(parts), Currency.RUB),
        "parts": [Part(date(2026 + (11 + n) // 12, 1 + (11 + n) % 12, 1), amount) for n, amount in enumerate(parts)],
        "intent_key": "policy-1",
    }
    return FilePolicy(**{**values, **more})


async def a_filed_policy(play: Play, parts: tuple[int, ...] = HALVES, **more: Any) -> Filed:
    filed = await a_new_deal(play)
    filed.policy_id = await filed.do(file_policy, await filing(filed, parts, **more))
    return filed
