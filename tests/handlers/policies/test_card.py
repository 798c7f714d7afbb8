"""The policy's card: who sees what of it, how much of a long schedule, at what cost; and its words in each language."""

from datetime import date
from functools import partial

import pytest
from sqlalchemy import update

from models.deal import Deal
from models.user import Language, User
from services.policies.file import file_policy
from services.policies.queries import find_policy_card
from tests.handlers.deals.opened import opened_deal
from tests.handlers.documents.sending import executor_joins
from tests.handlers.policies.filed import filed_policy
from tests.handlers.policies.test_paying import pay
from tests.harness import Play, Seen
from tests.people import EXECUTOR, MANAGER, OTHER_SELLER, SELLER, Person
from tests.services.policies.builders import Filed, filing
from tests.statements import statements


async def card(play: Play, person: Person = SELLER, policy_id: int = 1) -> Seen:
    await play.say(person, "/menu")
    return await play.tap_data(person, f"policy.card:{policy_id}", play.screen(person).message_id)


async def test_commission_is_shown_to_who_may_see_it(play: Play) -> None:
    await filed_policy(play)
    await executor_joins(play, 1)
    assert "КВ: получено 0\u202f₽ из 10\u202f318\u202f₽" in (await card(play)).text
    assert "КВ: получено" in (await card(play, MANAGER)).text
    seen = await card(play, EXECUTOR)
    assert "КАСКО AI-4471122" in seen.text
    assert "КВ" not in seen.text
    assert not [label for label in seen.labels if "КВ" in label]


async def test_nobody_outside_the_deal_sees_or_changes_its_policies(play: Play) -> None:
    await filed_policy(play)
    verbs = ("card", "pay", "payments", "more", "document", "attach", "suspend", "cancel", "annul", "endorse", "renew")
    for person in (OTHER_SELLER, EXECUTOR):
        for verb in verbs:
            play.toasts.clear()
            await play.tap_data(person, f"policy.{verb}:1")
            assert play.toast(person), verb
            assert not [seen for seen in play.seen(person) if "AI-4471122" in seen.text], verb


async def test_a_long_schedule_shows_what_is_owed_next_and_costs_no_more(play: Play) -> None:
    await filed_policy(play)
    long = Filed(play, 1)
    more = {"number": "A-24", "object": "Kia Rio", "ends_on": date(2028, 11, 30), "intent_key": "long"}
    long.policy_id = await long.do(file_policy, await filing(long, (100_000,) * 24, **more))
    look = partial(find_policy_card, actor=play.actor(SELLER), policy_id=long.policy_id, today=date(2026, 11, 23))
    with statements() as asked:
        await play.read(look)
    assert len(asked) == 5
    shown = await card(play, policy_id=long.policy_id)
    assert "12. 1\u202f000\u202f₽ · 01.11.2027" in shown.text
    assert "… и ещё 12 взносов" in shown.text
    await pay(play, "3000")
    assert "15. 1\u202f000\u202f₽" in (await card(play, policy_id=long.policy_id)).text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.UK, "Далі: внесок завтра · поновити до 23.11.2027"),
        (Language.EN, "Next: instalment tomorrow · renew by 23.11.2027"),
    ],
)
async def test_the_card_speaks_its_readers_language(play: Play, language: Language, words: str) -> None:
    await filed_policy(play)
    spoken = update(User).where(User.telegram_id == SELLER.telegram_id).values(language=language)
    await play.write(lambda session: session.execute(spoken))
    assert words in (await card(play)).text
    await play.tap_data(SELLER, "policy.more:1", play.screen(SELLER).message_id)
    assert len(play.screen(SELLER).labels) == 7


async def test_a_lost_deal_takes_no_policy(play: Play) -> None:
    deal_id = await opened_deal(play)
    lost = update(Deal).where(Deal.id == deal_id).values(stage="lost", lost_reason="price")
    await play.write(lambda session: session.execute(lost))
    await play.tap_data(SELLER, f"policy.file:{deal_id}", play.screen(SELLER).message_id)
    assert "Сделка уже закрыта" in play.toast(SELLER)
