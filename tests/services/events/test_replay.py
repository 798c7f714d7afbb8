"""Events are the record: whatever is done to leads and deals, their rows can be rebuilt from it."""

from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import ContactKind
from models.deal import Deal, DealStage
from models.event import EventPersonal, EventRow
from models.lead import Lead, LeadContact, LeadSource, LeadStage
from models.money import Currency, Money
from models.task import Task, TaskKind
from services.access import operator
from services.brokerage import LeadLimits
from services.deals.defer import defer_deal, keep_call_back, wake_deal
from services.deals.hand_over import Place, hand_over
from services.deals.lose import lose_deal
from services.deals.move_stage import MoveStage, move_stage
from services.errors import AppError, NotFound
from services.events.replay import Match, replay
from services.events.rows import ROW
from services.leads.analyse import request_analysis
from services.leads.assign import assign_lead
from services.leads.bulk.analyse import request_analyses
from services.leads.bulk.assign import assign_leads
from services.leads.bulk.delete import delete_leads
from services.leads.bulk.move import lose_leads, move_leads
from services.leads.capture import CaptureLead, capture_lead
from services.leads.contacts import add_lead_contacts, remove_lead_contact
from services.leads.delete import delete_lead, restore_lead
from services.leads.edit import EditLead, edit_lead
from services.leads.move import lose_lead, move_lead, roll_back_lead
from services.leads.note import NoteLead, note_lead
from services.leads.transfer import TransferLead, transfer_lead
from services.reminders.wake import wake_due_deals
from services.tasks.set_task import SetTask, set_task
from services.tasks.work import cancel_task, finish_task, take_task
from tests.depth import examples
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.leads.builders import a_lead
from tests.harness import BROKERAGE, Play, staged
from tests.logged import Logged
from tests.people import ADMIN, EXECUTOR, MANAGER, OTHER_SELLER, SELLER, Person
from tests.replays import assert_replays
from tests.services.automation.samples import SAMPLES

GENEROUS = LeadLimits(*[10_000] * 6)
ROOMY = replace(BROKERAGE, lead_limits=GENEROUS)
STAGES = st.sampled_from(LeadStage)
SMALL = st.integers(0, 6)
WORDS = st.sampled_from(["", "Ромашка", "Camry 2021", "Їжак 🦔"])

LEAD_MOVES = st.one_of(
    st.tuples(st.just("edit"), st.tuples(st.sampled_from(["name", "company", "object", "intent", "campaign"]), WORDS)),
    st.tuples(st.just("kind_ids"), st.lists(st.integers(1, 3), max_size=2, unique=True)),
    st.tuples(st.just("source"), st.sampled_from(LeadSource)),
    st.tuples(st.sampled_from(["move", "back", "bulk-move"]), STAGES),
    st.tuples(st.sampled_from(["lose", "bulk-lose", "delete", "bulk-delete", "restore", "transfer"]), st.none()),
    st.tuples(st.sampled_from(["assign", "bulk-assign"]), st.sampled_from([None, SELLER, OTHER_SELLER, MANAGER])),
    st.tuples(st.just("note"), st.booleans()),
    st.tuples(st.sampled_from(["contact", "forget"]), SMALL),
    st.tuples(st.sampled_from(["analyse", "bulk-analyse", "run"]), st.none()),
)
DEAL_MOVES = st.one_of(
    st.tuples(st.just("move"), st.sampled_from(DealStage)),
    st.tuples(st.sampled_from(["defer", "wait"]), st.integers(1, 40)),
    st.tuples(st.sampled_from(["wake", "called", "lose", "take", "finish", "cancel"]), st.none()),
    st.tuples(st.just("seller"), st.sampled_from([SELLER, OTHER_SELLER])),
    st.tuples(st.just("executor"), st.sampled_from([EXECUTOR, MANAGER])),
    st.tuples(st.just("task"), st.tuples(st.sampled_from([TaskKind.CALCULATE, TaskKind.CALL]), st.booleans())),
)


class Stage:
    """One lead or deal after another, by use cases alone; what is refused changes nothing."""

    def __init__(self, play: Play) -> None:
        self.play = play
        self.count = 0

    async def do(self, verb: Any, *args: Any, by: Person = ADMIN, **named: Any) -> Any:
        actor, now = self.play.actor(by), self.play.clock.now()
        try:
            return await self.play.write(lambda session: verb(session, actor, *args, now=now, **named))
        except AppError:
            return None

    def key(self) -> str:
        self.count += 1
        return f"replay-{self.count}"

    def phone(self) -> str:
        self.count += 1
        return f"+7916{self.count:07d}"

    async def all_of(self, wanted: Any) -> list[Any]:
        return list((await self.play.read(lambda session: session.execute(wanted))).scalars())

    async def lead(self) -> int:
        contacts = [(ContactKind.PHONE, self.phone())]
        command = CaptureLead(
            source=LeadSource.REFERRAL, name="Иванов", contacts=contacts, note="x", intent_key=self.key()
        )
        return int(await self.do(capture_lead, command, by=SELLER, limits=GENEROUS))

    async def move_lead(self, lead: int, what: str, arg: Any) -> None:
        self.play.clock.advance(seconds=61)
        match what:
            case "edit":
                await self.do(edit_lead, EditLead(lead_id=lead, field=arg[0], value=arg[1] or None))
            case "kind_ids" | "source":
                await self.do(edit_lead, EditLead(lead_id=lead, field=what, value=arg))
            case "move":
                await self.do(move_lead, lead, seen=None, to=arg, limits=GENEROUS)
            case "back":
                await self.do(roll_back_lead, lead, seen=arg, reason="ошиблись этапом", limits=GENEROUS)
            case "lose":
                await self.do(lose_lead, lead, reason="передумал", limits=GENEROUS)
            case "delete" | "restore":
                verb = delete_lead if what == "delete" else partial(restore_lead, limits=GENEROUS)
                await self.do(verb, lead)
            case "assign":
                await self.do(assign_lead, lead, to_user_id=self.id_of(arg), limits=GENEROUS)
            case "run":
                await self.play.run_events()
            case str() if what.startswith("bulk-"):
                await self.in_bulk([lead, await self.lead()], what, arg)
            case _:
                await self.work_on_lead(lead, what, arg)

    async def work_on_lead(self, lead: int, what: str, arg: Any) -> None:
        match what:
            case "transfer":
                await self.transfer(lead)
            case "note":
                note = NoteLead(lead_id=lead, text="звонил", intent_key=self.key(), by_lead=arg)
                await self.do(note_lead, note)
            case "contact":
                await self.do(add_lead_contacts, lead, [(ContactKind.PHONE, self.phone())])
            case "forget":
                contacts = await self.all_of(select(LeadContact.id).where(LeadContact.lead_id == lead))
                await self.do(remove_lead_contact, lead, contacts[arg % len(contacts)] if contacts else 0)
            case "analyse":
                await self.do(request_analysis, lead, brokerage=ROOMY)

    async def in_bulk(self, leads: list[int], what: str, arg: Any) -> None:
        match what:
            case "bulk-move":
                await self.do(move_leads, leads, to=arg, limits=GENEROUS)
            case "bulk-lose":
                await self.do(lose_leads, leads, reason="передумал", limits=GENEROUS)
            case "bulk-delete":
                await self.do(delete_leads, leads)
            case "bulk-assign":
                await self.do(assign_leads, leads, to_user_id=self.id_of(arg), limits=GENEROUS)
            case "bulk-analyse":
                await self.do(request_analyses, leads, brokerage=ROOMY)

    async def transfer(self, lead: int) -> None:
        await self.do(edit_lead, EditLead(lead_id=lead, field="domain_id", value=1))
        command = TransferLead(lead_id=lead, kind_id=1, object="Camry", currency=Currency.RUB)
        await self.do(transfer_lead, command)

    def id_of(self, person: Person | None) -> int | None:
        return None if person is None else self.play.ids[person.telegram_id]

    async def move_deal(self, deal: int, what: str, arg: Any) -> None:
        today = BROKERAGE.today(self.play.clock.now())
        match what:
            case "move":
                for seen in await self.all_of(select(Deal.stage).where(Deal.id == deal)):
                    amount = Money(100_000 + self.count, Currency.RUB)
                    await self.do(move_stage, MoveStage(deal_id=deal, seen=seen, to=arg, amount=amount))
            case "defer":
                on = today + timedelta(days=arg)
                await self.do(defer_deal, deal, review_on=on, zone=BROKERAGE.zone)
            case "wait":
                self.play.clock.advance(days=arg)
                now = self.play.clock.now()
                await self.play.write(partial(wake_due_deals, now=now, zone=BROKERAGE.zone))
            case "wake":
                await self.do(wake_deal, deal)
            case "called":
                await self.do(keep_call_back, deal, today=today)
            case "lose":
                await self.do(lose_deal, deal, reason="дорого очень")
            case "seller" | "executor":
                await self.do(hand_over, deal, place=Place(what), to_user_id=self.id_of(arg))
            case "task":
                to = None if arg[1] else self.id_of(EXECUTOR)
                command = SetTask(deal_id=deal, kind=arg[0], to_user_id=to, due_on=None, intent_key=self.key())
                await self.do(set_task, command, today=today)
            case _:
                await self.work(deal, what, today)

    async def work(self, deal: int, what: str, today: Any) -> None:
        for task in (await self.all_of(select(Task.id).where(Task.deal_id == deal)))[-1:]:
            match what:
                case "take":
                    await self.do(take_task, task, by=EXECUTOR)
                case "finish":
                    await self.do(finish_task, task, by=EXECUTOR, today=today)
                case "cancel":
                    await self.do(cancel_task, task, reason="не нужно", today=today)


@pytest.fixture(scope="module")
async def stage(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with staged(sqlite_template, tmp_path_factory.mktemp("replays")) as play:
        yield Stage(play)


async def differences(play: Play, what: str, number: int) -> list[Any]:
    told = await play.read(partial(replay, actor=operator("test"), what=what, number=number))
    return [column for column in told.columns if column.match is not Match.SAME]


@settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(LEAD_MOVES, min_size=1, max_size=12))
async def test_any_history_of_a_lead_rebuilds_its_row(stage: Stage, moves: list[tuple[str, Any]]) -> None:
    lead = await stage.lead()
    for what, arg in moves:
        await stage.move_lead(lead, what, arg)
    assert await differences(stage.play, "lead", lead) == []
    for deal in await stage.all_of(select(Deal.id).where(Deal.lead_id == lead)):
        assert await differences(stage.play, "deal", deal) == []


@settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(DEAL_MOVES, min_size=1, max_size=12))
async def test_any_history_of_a_deal_rebuilds_its_row(stage: Stage, moves: list[tuple[str, Any]]) -> None:
    stage.count += 1
    deal = await a_deal(stage.play, await a_client(stage.play, phone=stage.phone()), f"Camry {stage.count}")
    for what, arg in moves:
        await stage.move_deal(deal, what, arg)
    assert await differences(stage.play, "deal", deal) == []


STORIES = sorted({story.__name__: name for name, story in sorted(SAMPLES.items())}.values())


@pytest.mark.parametrize("name", STORIES)
async def test_what_people_do_in_chat_rebuilds_every_row(play: Play, name: str) -> None:
    await SAMPLES[name](play)
    await play.run_events()
    await assert_replays(play, but={"executor_id", "score", "tier", "scored_for"})


async def test_erased_values_are_said_to_be_erased_and_known_again_once_they_are_given(play: Play) -> None:
    lead_id = await a_lead(play)
    await play.write(lambda session: session.execute(delete(EventPersonal)))
    odd = {column.column: column.match for column in await differences(play, "lead", lead_id)}
    assert odd == {"name": Match.ERASED, "contacts": Match.ERASED}
    edit = EditLead(lead_id=lead_id, field="name", value="Петров")
    await play.write(partial(edit_lead, actor=play.actor(SELLER), command=edit, now=play.clock.now()))
    assert [column.column for column in await differences(play, "lead", lead_id)] == ["contacts"]


async def test_a_row_that_was_changed_past_the_events_differs(play: Play) -> None:
    lead_id = await a_lead(play)
    past = update(Lead).where(Lead.id == lead_id).values(message_count=5)
    await play.write(lambda session: session.execute(past))
    odd = await differences(play, "lead", lead_id)
    assert [(column.column, column.rebuilt, column.stands, column.match) for column in odd] == [
        ("message_count", 0, 5, Match.DIFFERS)
    ]


async def test_what_happened_before_events_kept_rows_is_unknown_and_no_difference(play: Play) -> None:
    lead_id = await a_lead(play)
    (payload,) = (await play.read(lambda session: session.execute(select(EventRow.payload)))).scalars()
    old = update(EventRow).values(payload={name: value for name, value in payload.items() if name != ROW})
    await play.write(lambda session: session.execute(old))
    told = await play.read(partial(replay, actor=operator("test"), what="lead", number=lead_id))
    assert not told.differs
    assert Match.UNKNOWN in {column.match for column in told.columns}


async def test_a_lead_that_never_was_is_not_found(play: Play) -> None:
    with pytest.raises(NotFound):
        await play.read(partial(replay, actor=operator("test"), what="lead", number=7))


async def test_what_a_savepoint_undoes_is_neither_kept_nor_told(play: Play, logged: Logged) -> None:
    lead_id = await a_lead(play)
    logged.begin()

    async def work(session: AsyncSession) -> None:
        actor, now = play.actor(SELLER), play.clock.now()
        with suppress(ZeroDivisionError):
            async with session.begin_nested():
                await edit_lead(session, actor, EditLead(lead_id=lead_id, field="company", value="A"), now=now)
                raise ZeroDivisionError
        async with session.begin_nested():
            await edit_lead(session, actor, EditLead(lead_id=lead_id, field="object", value="Camry"), now=now)

    await play.write(work)
    assert await differences(play, "lead", lead_id) == []
    assert [line for line in logged.lines if '"event.published"' in line][1:] == []
