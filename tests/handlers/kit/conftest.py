"""A small brokerage, and a person's record at each question of each dialogue."""

from collections.abc import AsyncIterator
from datetime import time
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from handlers import build_steps
from models.delivery import Delivery, DeliveryState
from models.reminder import Reminder, ReminderState, ReminderSubject
from tests.handlers.documents.sending import close_packets, document
from tests.handlers.kit.explorer import Explorer
from tests.handlers.leads.builders import scored
from tests.harness import BROKERAGE, Play, staged
from tests.people import ADMIN

STEPS = build_steps()

OPENING = "/newdeal > @:client:new > Anna Smith > +79161234567 > @:kind:2 > Toyota Camry > @:confirm:yes"
DEAL = "/deals > @deal.card:1"
MORE = f"{DEAL} > @deal.more:1"
CLIENT = f"{MORE} > @client.card:1"
FILING = f"{DEAL} > @policies.list:1 > @policy.file:1 > Reso > 51k"
POLICY = f"{DEAL} > @policies.list:1 > @policy.card:1"
PAID = f"{DEAL} > @policies.list:1 > @policy.card:2"
TO_CALL = (
    f"{DEAL} > @deal.tasks:1 > @task.new > @:kind:call > @:person:4 > tomorrow 10:00 > @:note:skip > @:confirm:plain"
)
CAPTURE = "/lead > Ivan Smith +79161234571 > @:source:web"
CAPTURED_IN_FULL = " > ".join(
    (
        *("@:confirm:name", "Ivan Smith", "@:confirm:contact", "+79161234571", "@:confirm:source", "@:source:web"),
        *("@:confirm:kinds", "@:kinds:2", "@:kinds:done", "@:confirm:object", "Toyota Camry"),
        *("@:confirm:domain", "@:domain:1"),
    )
)
LETTER = "The client asks to be called back after lunch. " * 8
LEAD = "/leads > @lead.card:1"
QUALIFYING = "/leads > @lead.card:2"
MARKED = "/leads > @lead.choose > @:page"
RULE = "/automation > @auto.add > @:template"
TELLING = f"{RULE}:tell-deal-stage > @:stage:kyc > @:kind_id:any > @:amount_from:any"
ROUTES = (
    "/newclient > @:kind:individual > Peter Pan > +79161234568 > pan@example.com > @:number:skip",
    f"{DEAL} > @deal.stage:1 > @:to:kyc",
    f"{DEAL} > @deal.stage:1 > @:to:agreement",
    f"{MORE} > @deal.lose:1 > @:reason:price",
    f"{MORE} > @deal.executor:1",
    f"{DEAL} > @deal.defer:1",
    f"{DEAL} > @deal.journal:1",
    f"{DEAL} > {LETTER}",
    f"{DEAL} > @deal.folder:1 > @doc.open > @doc.rename",
    f"{DEAL} > @deal.folder:1 > @doc.open > @doc.kind",
    "/reference > @insurer.list > @insurer.add > Helios > Helio, альфа",
    "/reference > @insurer.list > @insurer.card > @insurer.rename",
    "/reference > @insurer.list > @insurer.card > @insurer.forget",
    "/reference > @kind.list > @kind.card > @:names > @:language:en",
    "/reference > @kind.list > @kind.card > @:documents",
    *(f"{CLIENT} > @client.edit:1 > @client.set:1:{field}" for field in ("name", "email", "birth_date", "tax_number")),
    *(f"{CLIENT} > @client.edit:1 > @client.set:1:{field}" for field in ("passport", "notes", "kind")),
    f"{CLIENT} > @client.edit:1 > @client.set:1:phone > @:phone:1",
    "/newclient > Ivan Ivanov +79161234569 > @:email:skip > @:number:skip > @:confirm > @client.delete",
    f"{CLIENT} > @client.erase:1 > He asked for it in writing",
    "/users > @user.card:6 > @user.role:6 > @:role:executor",
    "/users > @user.card:6 > @user.disable:6",
    "/users > @invite.new",
    f"{DEAL} > @deal.tasks:1 > @:kind:calculate > @:person:4 > tomorrow 18:00 > In instalments > @:confirm:plain",
    f"{DEAL} > @deal.tasks:1 > @task.card > @task.return",
    f"{DEAL} > @deal.tasks:1 > @task.card > @task.cancel",
    f"{DEAL} > @deal.tasks:1 > @task.card > @task.ask",
    f"{DEAL} > @deal.tasks:1 > @task.card > @task.done",
    f"{TO_CALL} > @deal.tasks:1 > @task.card > @task.done",
    f"{DEAL} > @offers.list:1 > @offers.enter:1 > @:lines:reso > 51k > @:offer:ready > @:review:save",
    f"{DEAL} > @offers.list:1 > @offer.card:1 > @offer.edit:1 > @:offer:commission",
    f"{DEAL} > @offers.list:1 > @offer.card:1 > @offer.choose:1",
    f"{DEAL} > Ingos 48200 2 payments > @:review:save > @offer.card:2 > @offer.choose:2 > @:plan:1",
    f"{MORE} > @policy.file:1 > Ingos > 48200 > AI-1 > 1 december > @:file:none > @:confirm:yes",
    f"{DEAL} > @ledger.deal:1 > @ledger.rate > 22% > @:reason:agreed",
    f"{DEAL} > @ledger.deal:1 > @ledger.entry > @ledger.part > 500 > @:rest:all > @:reason:held-back > @:day:d",
    f"{DEAL} > @ledger.deal:1 > @ledger.history > @ledger.reverse",
    f"{DEAL} > @ledger.deal:1 > @ledger.expense > @:category:referrer > 1500 > Anna > @:paid:paid",
    f"{DEAL} > @ledger.deal:1 > @ledger.rules > @rule.new > @:category:referrer > 10%",
    f"{FILING} > AI-2 > 1 december > @:file:none > @:confirm:yes",
    f"{FILING} > AI-3 > 1 december > later > last day > 1 june 2027 > instalments > 60/40 > @:confirm:fix > object",
    f"{FILING} > AI-4 > 1 december > later > the kind > @:kind:1 > the first day > tomorrow",
    f"{POLICY} > @policy.document:1",
    f"{POLICY} > @policy.pay:1 > 1000 > @:confirm:day > @:day:d > yes",
    f"{POLICY} > @policy.more:1 > @policy.payments:1 > @policy.reverse",
    f"{POLICY} > @policy.more:1 > @policy.suspend:1",
    f"{POLICY} > @policy.more:1 > @policy.endorse:1 > @:kind:extra > 3500 > 1 march > A driver was added",
    f"{FILING} > AI-9 > 1 december 2027 > @:file:none > @:confirm:yes",
    f"{PAID} > @policy.pay:2 > 1000 > yes",
    f"{PAID} > @policy.more:2 > @policy.cancel:2 > 1 january 2028 > 900 > @:reason:policy-by-wish > @:confirm:yes",
    f"{PAID} > @policy.refund:2 > 100 > @:confirm:day > @:day:d > yes",
    f"{PAID} > @policy.refund:2 > 100 > @:confirm:no-more",
    f"{PAID} > @policy.more:2 > @policy.payments:2 > @policy.unrefund",
    "/deadletters > @dead.list > @dead.card > @dead.drop",
    "/reference > @rate.list > Ingos > @:kind:2 > @rate.new > 22% > 1 january",
    "/reference > @domain.list > @domain.add > Sport > Sport",
    "/reference > @domain.list > @domain.card > @domain.rename > @:language:en",
    "/users > @user.card:6 > @user.capacity:6",
    "/users > @user.card:6 > @user.away:6",
    *(f"/reminders > @remind.{what}" for what in ("hour", "quiet", "pause")),
    "/audit > @audit.find",
    f"{RULE}:deal-on-stage > @:score_from:600 > @:other_kind_id:none > @:confirm:yes > @auto.delete:1",
    f"{TELLING} > @:channel:person > @:user_id: > @:delay:0",
    *(f"{TELLING} > @:channel:{channel}" for channel in ("role", "chat", "webhook", "email")),
    f"{RULE}:deal-on-stage > @:score_from:600 > @:other_kind_id:none > @:confirm:name",
    f"{RULE}:assign-lead",
    f"{RULE}:tell-lead-score",
    f"{RULE}:move-deal > @:stage:kyc",
    f"{RULE}:escalate-task",
    f"{CAPTURE} > {CAPTURED_IN_FULL} > @:confirm:yes",
    "/lead > Petrov +79161234572 > @:source:web > @:confirm:yes > @lead.move:2 > @:confirm:yes",
    f"{LEAD} > @lead.take:1",
    *(f"{LEAD} > @{verb}:1" for verb in ("lead.move", "lead.note", "lead.assign", "lead.attach")),
    f"{LEAD} > {LETTER}",
    f"{LEAD} > @lead.lose:1 > @:reason:price",
    f"{LEAD} > @lead.more:1 > @lead.edit:1 > @:field:object",
    f"{LEAD} > @lead.more:1 > @lead.edit:1 > @:field:contact",
    f"{LEAD} > @lead.more:1 > @lead.delete:1",
    f"{QUALIFYING} > @lead.more:2 > @lead.back:2",
    f"{QUALIFYING} > @lead.move:2 > @:confirm:yes",
    "/leads > @lead.filter > @lead.words",
    "/lead Sidorov +79161234579 > @:source:web > @:confirm:yes",
    f"{MARKED} > @:give > @:person:",
    f"{MARKED} > @:move",
    f"{MARKED} > @:lose",
)
"""Ways to every question: what is said, and `@` with a part of the data of the button that is tapped."""
TRANSFER = f"{QUALIFYING} > @lead.transfer:2 > @:domain:1 > @:kind:2 > Toyota Camry"
"""The same for a lead that has got a score in the meantime."""


async def set_aside(play: Play) -> None:
    """One delivery has failed for good."""
    dead = {"state": DeliveryState.DEAD, "reason": "TimeoutError", "done_at": play.clock.now()}
    oldest = select(Delivery.id).order_by(Delivery.id).limit(1).scalar_subquery()
    await play.write(lambda session: session.execute(update(Delivery).where(Delivery.id == oldest).values(dead)))


async def reminded(play: Play) -> int:
    """The reminder of the first lead's silence, which somebody has been told of."""
    today = BROKERAGE.today(play.clock.now())
    told = {"state": ReminderState.DELIVERED, "settled_at": play.clock.now(), "due_on": today, "due_time": time(9)}
    row = {"subject": ReminderSubject.LEAD, "subject_id": 1, "step": 1, "occurrence": today, **told}
    added = insert(Reminder).values(row).returning(Reminder.id)

    async def work(session: AsyncSession) -> int:
        return int((await session.execute(added)).scalar_one())

    return await play.write(work)


@pytest.fixture(scope="session")
async def walked(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Explorer]:
    async with staged(sqlite_template, tmp_path_factory.mktemp("walked")) as play:
        explorer = Explorer(play, ADMIN)
        await explorer.follow(OPENING)
        await play.message(ADMIN, **document(play))
        await close_packets(play)
        await play.run_events()
        await set_aside(play)
        for route in ROUTES:
            await explorer.follow(route)
        await play.tap_data(ADMIN, f"remind.until:{await reminded(play)}", play.screen(ADMIN).message_id)
        await explorer.note()
        await scored(play, 2, 700)
        await explorer.follow(TRANSFER)
        yield explorer
