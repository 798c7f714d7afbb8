"""Fills an empty installation with a small brokerage for the first minute."""

from datetime import date, datetime

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.delivery import Delivery, DeliveryState
from models.insurance_kind import InsuranceKind
from models.insurer import Insurer
from models.user import Language, Role, User
from sandbox.people import SEEDED
from sandbox.seed_data import ADMIN, DEALS, RATES
from sandbox.seed_deals import Stage, play_deal
from sandbox.seed_leads import play_leads
from services.access import Actor
from services.automation.rules.seed import seed_rules
from services.brokerage import Brokerage
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, Style, text
from services.ledger.commission_rates import AddRate, add_rate

FIRST_BUTTONS = {
    Role.SELLER: ("new-deal", ("deal.new", "")),
    Role.EXECUTOR: ("queue", ("task.queue", "")),
    Role.MANAGER: ("all-deals", ("deal.list", "all:")),
}


async def seed(session: AsyncSession, brokerage: Brokerage, *, now: datetime) -> None:
    """Only into an empty installation."""
    if (await session.execute(select(User.id).limit(1))).first() is not None:
        return
    await session.execute(insert(User), _people(now))
    users = {user.name: user for user in (await session.execute(select(User))).scalars()}
    wanted = select(InsuranceKind.code, InsuranceKind.id).where(InsuranceKind.region == brokerage.region)
    stage = Stage(
        session=session,
        brokerage=brokerage,
        people={name: _actor(user) for name, user in users.items()},
        kinds=dict((await session.execute(wanted)).all()),
        insurers=dict((await session.execute(select(Insurer.code, Insurer.id))).all()),
        now=now,
    )
    await _set_rates(stage)
    for number, deal in enumerate(DEALS[brokerage.region]):
        await play_deal(stage, deal, number)
    await play_leads(stage)
    await seed_rules(session, now=now, on=True)
    await session.execute(update(Delivery).values(state=DeliveryState.DONE, done_at=now))  # nobody is told of the past
    await _welcome(session, users, now)


def _people(now: datetime) -> list[dict[str, object]]:
    return [
        {
            "telegram_id": person.id,
            "name": " ".join(filter(None, (person.first_name, person.last_name))),
            "role": Role(person.role),
            "language": Language(person.language_code),
            "created_at": now,
        }
        for person in SEEDED
        if person.role in set(Role)
    ]


def _actor(user: User) -> Actor:
    return Actor(user.id, user.telegram_id, user.name, user.role, user.language, "seed", source="system")


async def _set_rates(stage: Stage) -> None:
    since = date(stage.today.year - 1, 1, 1)
    for kind, rates in RATES[stage.brokerage.region].items():
        for insurer, percent in rates.items():
            rate = AddRate(
                insurer_id=stage.insurers[insurer], kind_id=stage.kinds[kind], rate=percent * 100, from_on=since
            )
            await add_rate(stage.session, stage.people[ADMIN], rate, now=stage.now)


async def _welcome(session: AsyncSession, users: dict[str, User], now: datetime) -> None:
    """Where to begin, in each role's words."""
    for user in users.values():
        if user.role not in FIRST_BUTTONS:
            continue
        first = Button(text(f"btn-{FIRST_BUTTONS[user.role][0]}"), *FIRST_BUTTONS[user.role][1], Style.PRIMARY)
        notice = Notice([text(f"ntf-sandbox-{user.role}", name=user.name)], [[first, Button(text("btn-menu"), "menu")]])
        await notify(session, [user.id], notice, now=now, correlation_id="seed")
