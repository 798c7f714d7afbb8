"""Two people at the same moment, and the same intent twice."""

from functools import partial

from sqlalchemy import func, select

from models.policy import Instalment, Payment, Policy
from services.policies.errors import AlreadyPaid, PolicyNumberTaken
from services.policies.file import file_policy
from services.policies.pay import RecordPayment, record_payment
from tests.harness import BROKERAGE, Play
from tests.invariants import assert_invariants
from tests.people import MANAGER, SELLER
from tests.services.clients.test_duplicates import both
from tests.services.policies.builders import a_filed_policy, a_new_deal, filing


async def test_two_people_who_record_one_instalment_at_once_record_it_once(play: Play) -> None:
    filed = await a_filed_policy(play)
    now = play.clock.now()
    today = BROKERAGE.today(now)
    rest = sum(each.rest for each in await filed.instalments())
    results = await both(
        play,
        *(
            partial(
                record_payment,
                actor=play.actor(person),
                command=RecordPayment(
                    policy_id=filed.policy_id, paid_on=today, seen_rest=rest, intent_key=f"pay-{person.name}"
                ),
                now=now,
                today=today,
            )
            for person in (SELLER, MANAGER)
        ),
    )
    assert [type(result) for result in results if isinstance(result, Exception)] == [AlreadyPaid]
    assert [each.paid for each in await filed.instalments()] == [2_345_000, 0]
    await assert_invariants(play)


async def test_two_policies_of_one_number_at_once_are_one(play: Play) -> None:
    deals = [await a_new_deal(play), await a_new_deal(play, "Kia Rio")]
    commands = [await filing(deal, intent_key=f"policy-{deal.deal_id}", object=f"№ {deal.deal_id}") for deal in deals]
    now, actor = play.clock.now(), play.actor(SELLER)
    verb = partial(file_policy, actor=actor, now=now, today=BROKERAGE.today(now))
    results = await both(play, *(partial(verb, command=command) for command in commands))
    assert [type(result) for result in results if isinstance(result, Exception)] == [PolicyNumberTaken]
    counted = await play.read(lambda session: session.execute(select(func.count()).select_from(Policy)))
    assert counted.scalar_one() == 1
    await assert_invariants(play)


async def test_an_intent_is_carried_out_once(play: Play) -> None:
    filed = await a_filed_policy(play)
    assert await filed.do(file_policy, await filing(filed)) == filed.policy_id
    today = BROKERAGE.today(play.clock.now())
    command = RecordPayment(policy_id=filed.policy_id, amount=3_000_000, paid_on=today, intent_key="pay-1")
    for _ in range(2):
        assert (await filed.do(record_payment, command)).amount == 3_000_000
    for table, many in ((Policy, 1), (Instalment, 2), (Payment, 2)):
        counted = select(func.count()).select_from(table)
        assert (await play.read(lambda session, counted=counted: session.execute(counted))).scalar_one() == many
    await assert_invariants(play)
