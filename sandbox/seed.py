"""A small brokerage for the first minute: people with roles, clients, deals at every stage.

Names and words here are data of a play, not words of the product.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import ClientKind, ContactKind
from models.deal import DealStage, LostReason
from models.insurance_kind import InsuranceKind
from models.money import Money
from models.task import TaskKind
from models.user import Language, Role, User
from sandbox.people import SEEDED
from services.access import Actor
from services.brokerage import Brokerage
from services.clients.create import CreateClient, create_client
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, Style, text
from services.deals.defer import defer_deal
from services.deals.hand_over import Place, hand_over
from services.deals.lose import lose_deal
from services.deals.move_stage import MoveStage, move_stage
from services.deals.open import OpenDeal, open_deal
from services.tasks.set_task import SetTask, set_task

SELLER, OTHER_SELLER, EXECUTOR = "Марина", "Павел", "Тарас"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeededDeal:
    """`stage` is reached by hand, step by step; `asleep_days` puts it to sleep from today."""

    seller: str
    client: str
    phone: str
    kind: str
    object: str
    client_kind: ClientKind = ClientKind.INDIVIDUAL
    stage: DealStage = DealStage.NEW
    premium: int | None = None
    asleep_days: int | None = None


TASKS = {DealStage.CALCULATION: TaskKind.CALCULATE, DealStage.ISSUING: TaskKind.ISSUE}
FIRST_BUTTONS = {
    Role.SELLER: ("new-deal", ("deal.new", "")),
    Role.EXECUTOR: ("queue", ("task.queue", "")),
    Role.MANAGER: ("all-deals", ("deal.list", "all:")),
}
PATH = (DealStage.KYC, DealStage.CALCULATION, DealStage.AGREEMENT, DealStage.ISSUING)

DEALS = {
    "RU": (
        SeededDeal(
            seller=SELLER,
            client="Соколова Анна Петровна",
            phone="+79161110001",
            kind="kasko",
            object="Kia Rio 2020, К345ОР799",
            stage=DealStage.CALCULATION,
        ),
        SeededDeal(
            seller=SELLER,
            client="ООО «Ромашка»",
            phone="+74951110002",
            kind="property",
            object="Склад, Подольск, 1 200 м²",
            client_kind=ClientKind.COMPANY,
            stage=DealStage.AGREEMENT,
            premium=312_000,
        ),
        SeededDeal(
            seller=SELLER,
            client="Кузнецов Пётр Ильич",
            phone="+79161110003",
            kind="osago",
            object="Lada Vesta 2022",
            stage=DealStage.KYC,
        ),
        SeededDeal(
            seller=SELLER,
            client="Орлова Мария Сергеевна",
            phone="+79161110004",
            kind="mortgage",
            object="Квартира, 54 м², Москва",
            stage=DealStage.ISSUING,
            premium=18_450,
        ),
        SeededDeal(
            seller=SELLER,
            client="ИП Ёлкин Семён Андреевич",
            phone="+79161110005",
            kind="cargo",
            object="Партия мебели, Тверь — Казань",
            client_kind=ClientKind.SOLE_PROPRIETOR,
            asleep_days=9,
        ),
        SeededDeal(
            seller=SELLER,
            client="Белова Дарья Олеговна",
            phone="+79161110006",
            kind="vzr",
            object="Италия, 2 взрослых, 10 дней",
            stage=DealStage.LOST,
        ),
        SeededDeal(
            seller=OTHER_SELLER,
            client="Громов Алексей",
            phone="+79161110007",
            kind="kasko",
            object="Toyota Camry 2021",
        ),
    ),
    "UA": (
        SeededDeal(
            seller=SELLER,
            client="Іваненко Олена Петрівна",
            phone="+380501110001",
            kind="kasko",
            object="Kia Rio 2020, АА1234ВС",
            stage=DealStage.CALCULATION,
        ),
        SeededDeal(
            seller=SELLER,
            client="ТОВ «Ромашка»",
            phone="+380441110002",
            kind="property",
            object="Склад, Бровари, 1 200 м²",
            client_kind=ClientKind.COMPANY,
            stage=DealStage.AGREEMENT,
            premium=112_000,
        ),
        SeededDeal(
            seller=SELLER,
            client="Мельник Петро",
            phone="+380501110003",
            kind="oscpv",
            object="Skoda Fabia 2019",
            asleep_days=9,
        ),
        SeededDeal(
            seller=OTHER_SELLER,
            client="Бойко Андрій",
            phone="+380501110004",
            kind="green_card",
            object="VW Passat, Польща, 1 місяць",
        ),
    ),
}


async def seed(session: AsyncSession, brokerage: Brokerage, *, now: datetime) -> None:
    """Only into an empty installation."""
    if (await session.execute(select(User.id).limit(1))).first() is not None:
        return
    await session.execute(insert(User), _people(now))
    users = {user.name: user for user in (await session.execute(select(User))).scalars()}
    wanted = select(InsuranceKind.code, InsuranceKind.id).where(InsuranceKind.region == brokerage.region)
    kinds = dict((await session.execute(wanted)).all())
    for number, deal in enumerate(DEALS[brokerage.region]):
        await _open(session, brokerage, users, kinds, deal, number, now)
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


async def _open(
    session: AsyncSession,
    brokerage: Brokerage,
    users: dict[str, User],
    kinds: dict[str, int],
    deal: SeededDeal,
    number: int,
    now: datetime,
) -> None:
    actor = _actor(users[deal.seller])
    client = CreateClient(
        kind=deal.client_kind,
        name=deal.client,
        contacts=[(ContactKind.PHONE, deal.phone)],
        intent_key=f"seed-client-{number}",
    )
    command = OpenDeal(
        client_id=await create_client(session, actor, client, now=now),
        kind_id=kinds[deal.kind],
        object=deal.object,
        currency=brokerage.currency,
        intent_key=f"seed-deal-{number}",
    )
    deal_id = await open_deal(session, actor, command, now=now)
    if deal.asleep_days is not None:
        today = brokerage.today(now)
        review_on = today + timedelta(days=deal.asleep_days)
        await defer_deal(session, actor, deal_id, review_on=review_on, today=today, now=now)
    if deal.stage is DealStage.LOST:
        await lose_deal(session, actor, deal_id, reason=LostReason.PRICE, now=now)
    elif deal.stage in PATH:
        await _advance(session, actor, deal_id, deal, brokerage, now)
        executor = users[EXECUTOR].id
        await hand_over(session, actor, deal_id, place=Place.EXECUTOR, to_user_id=executor, now=now)
        await _give_task(session, actor, deal_id, deal.stage, executor, brokerage.today(now), now)


async def _give_task(
    session: AsyncSession, actor: Actor, deal_id: int, stage: DealStage, executor: int, today: date, now: datetime
) -> None:
    if stage not in TASKS:
        return
    task = SetTask(
        deal_id=deal_id,
        kind=TASKS[stage],
        to_user_id=executor,
        due_on=today + timedelta(days=1 + deal_id % 3),
        intent_key=f"seed-task-{deal_id}",
    )
    await set_task(session, actor, task, now=now, today=today)


async def _welcome(session: AsyncSession, users: dict[str, User], now: datetime) -> None:
    """Where to begin, in each role's words."""
    for user in users.values():
        if user.role not in FIRST_BUTTONS:
            continue
        first = Button(text(f"btn-{FIRST_BUTTONS[user.role][0]}"), *FIRST_BUTTONS[user.role][1], Style.PRIMARY)
        notice = Notice([text(f"ntf-sandbox-{user.role}", name=user.name)], [[first, Button(text("btn-menu"), "menu")]])
        await notify(session, [user.id], notice, now=now, correlation_id="seed")


async def _advance(
    session: AsyncSession, actor: Actor, deal_id: int, deal: SeededDeal, brokerage: Brokerage, now: datetime
) -> None:
    seen = DealStage.NEW
    for to in PATH[: PATH.index(deal.stage) + 1]:
        premium = Money.of(deal.premium, brokerage.currency) if deal.premium and to is DealStage.AGREEMENT else None
        await move_stage(session, actor, MoveStage(deal_id=deal_id, seen=seen, to=to, amount=premium), now=now)
        seen = to


def _actor(user: User) -> Actor:
    return Actor(user.id, user.telegram_id, user.name, user.role, user.language, "seed", source="system")
