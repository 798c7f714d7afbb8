"""For each consumer a story after which its events lie before it, with real rows behind them.

A story is played with the consumer held back: its deliveries come when everything else is done.
"""

from collections.abc import Awaitable, Callable
from datetime import time, timedelta
from functools import partial
from typing import Any

from models.deal import DealStage
from models.lead import LeadStage
from models.policy import EndorsementKind, Policy
from models.user import Language, Role
from services.deals.defer import defer_deal
from services.deals.hand_over import Place, hand_over
from services.deals.move_stage import MoveStage, move_stage
from services.erasure.erase import erase_client
from services.erasure.export import request_client_file
from services.journal.write import WriteEntry, write_entry
from services.kinds.edit import edit_kind
from services.leads.analyse import request_analysis
from services.leads.assign import assign_lead
from services.leads.bulk.move import lose_leads
from services.leads.delete import delete_lead, restore_lead
from services.leads.export import request_export
from services.leads.filters import LeadFilter
from services.policies.drop_refund import DropRefund, drop_refund
from services.policies.end import annul_policy
from services.policies.endorse import EndorsePolicy, endorse_policy
from services.policies.refund import RecordRefund, record_refund, reverse_refund
from services.policies.renew import renew_policy
from services.policies.suspend import suspend_policy
from services.reminders.rules import release_due_rules
from services.users.change_language import change_language
from services.users.change_role import change_role
from services.users.disable import disable_user, enable_user
from tests.handlers.calculations.offers import ask_to_issue, choose, offer_chosen, offers_entered
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.day.owed import a_policy, pay, wake
from tests.handlers.documents.sending import deal_on_screen, document, executor_joins, filed
from tests.handlers.leads.builders import a_lead, at_stage
from tests.handlers.policies.filed import filed_policy
from tests.handlers.proposal.offered import three_offers
from tests.handlers.tasks.set_tasks import task_set, task_taken
from tests.handlers.users.invited import join, make_link
from tests.harness import BROKERAGE, Play
from tests.people import ADMIN, EXECUTOR, MANAGER, OTHER_SELLER, SELLER, STRANGER, Person
from tests.services.automation.rules.builders import a_ready_lead, a_rule, qualify
from tests.services.ledger.builders import a_policy as a_policy_with_commission
from tests.services.ledger.test_settling import receive

Story = Callable[[Play], Awaitable[Any]]
SAMPLES: dict[str, Story] = {}


def sample(*consumers: str) -> Callable[[Story], Story]:
    def register(story: Story) -> Story:
        SAMPLES.update(dict.fromkeys(consumers, story))
        return story

    return register


async def do(play: Play, verb: Any, *args: Any, by: Person = SELLER, **named: Any) -> Any:
    actor, now = play.actor(by), play.clock.now()
    return await play.write(lambda session: verb(session, actor, *args, now=now, **named))


async def two_people(play: Play) -> int:
    """A deal of the seller's with an executor."""
    deal_id = await a_deal(play, await a_client(play))
    await executor_joins(play, deal_id)
    return deal_id


async def covered(play: Play, parts: dict[int, int] | None = None, **terms: Any) -> int:
    """A policy in a deal with an executor."""
    return await a_policy(play, await two_people(play), parts, **terms)


@sample("FetchDocument")
async def a_file_is_sent(play: Play) -> None:
    await deal_on_screen(play)
    await play.message(SELLER, **document(play))
    await play.message(SELLER, **document(play, name="two.pdf", data=b"MZ\x90\x00 not a paper"))


@sample("tell_of_refused_policy")
async def a_policys_file_is_no_paper(play: Play) -> None:
    await filed_policy(play)
    await play.tap(SELLER, "Добавить файл")
    await play.message(SELLER, **document(play, data=b"MZ\x90\x00 not a paper"))


@sample("MakeProposal")
async def a_proposal_is_asked_for(play: Play) -> None:
    deal_id = await three_offers(play)
    await play.tap_data(SELLER, f"proposal.show:{deal_id}")
    await play.tap(SELLER, "📄 В PDF")


@sample("begin_rewording", "reword_batch")
async def a_kind_is_renamed(play: Play) -> None:
    await covered(play)
    await do(play, edit_kind, 1, {"name_ru": "Каско плюс", "name_en": "Hull plus"}, by=ADMIN)


@sample("ScoreLead")
async def an_analysis_is_asked_for(play: Play) -> None:
    lead_id = await a_lead(play)
    await play.tap_data(SELLER, f"lead.card:{lead_id}")
    await do(play, request_analysis, lead_id, brokerage=BROKERAGE)


@sample("ShowCommands")
async def people_change(play: Play) -> None:
    seller = play.ids[SELLER.telegram_id]
    await do(play, change_role, seller, Role.MANAGER, by=ADMIN)
    await do(play, change_language, Language.UK, by=EXECUTOR)
    await do(play, disable_user, play.ids[OTHER_SELLER.telegram_id], by=ADMIN)


@sample("tell_admins_of_newcomer")
async def somebody_joins(play: Play) -> None:
    await join(play, STRANGER, await make_link(play))


@sample("tell_of_new_role")
async def a_role_changes(play: Play) -> None:
    await do(play, change_role, play.ids[SELLER.telegram_id], Role.MANAGER, by=ADMIN)


@sample("tell_of_lost_access")
async def access_is_lost(play: Play) -> None:
    await do(play, disable_user, play.ids[OTHER_SELLER.telegram_id], by=ADMIN)


@sample("tell_of_regained_access")
async def access_comes_back(play: Play) -> None:
    await access_is_lost(play)
    await do(play, enable_user, play.ids[OTHER_SELLER.telegram_id], by=ADMIN)


@sample("tell_of_entry")
async def the_journal_is_written(play: Play) -> None:
    deal_id = await two_people(play)
    for words in ("He calls back tomorrow", "He has called"):
        await do(play, write_entry, WriteEntry(deal_id=deal_id, text=words, intent_key=words))


@sample("tell_of_moved_lead", "refresh_cards_of_leads")
async def a_lead_goes_on(play: Play) -> None:
    """Its card is on the seller's screen, and others move it."""
    lead_id = await a_lead(play)
    await play.tap_data(SELLER, f"lead.card:{lead_id}")
    await at_stage(play, lead_id, LeadStage.CONTACTED, LeadStage.QUALIFIED, by=MANAGER)


@sample("tell_of_deleted_lead", "tell_of_restored_lead")
async def a_lead_goes_and_comes_back(play: Play) -> None:
    """Deleted again, so that there is something to tell of either."""
    for number in range(2):
        lead_id = await a_lead(play, phone=f"+7916123450{number}")
        await do(play, delete_lead, lead_id, reason="duplicate", by=ADMIN)
    await do(play, restore_lead, lead_id, limits=BROKERAGE.lead_limits, by=MANAGER)


@sample("tell_of_assigned_lead")
async def a_lead_is_given_to_another(play: Play) -> None:
    lead_id = await a_lead(play)
    other = play.ids[OTHER_SELLER.telegram_id]
    await do(play, assign_lead, lead_id, to_user_id=other, limits=BROKERAGE.lead_limits, by=MANAGER)


@sample("tell_of_commission")
async def commission_is_received(play: Play) -> None:
    await receive(await a_policy_with_commission(play), person=MANAGER)


@sample("tell_of_entered_offers")
async def offers_are_entered(play: Play) -> None:
    await offers_entered(play)


@sample("tell_of_choice")
async def the_client_chooses(play: Play) -> None:
    await offer_chosen(play)


@sample("tell_of_policy")
async def a_policy_is_filed(play: Play) -> None:
    await covered(play)


@sample("tell_of_policy_state")
async def a_policy_is_suspended(play: Play) -> None:
    policy_id = await covered(play)
    today = BROKERAGE.today(play.clock.now())
    await do(play, suspend_policy, policy_id, reason="The car is sold", today=today)


@sample("tell_of_endorsement")
async def a_policy_is_endorsed(play: Play) -> None:
    policy_id, today = await covered(play), BROKERAGE.today(play.clock.now())
    command = EndorsePolicy(
        policy_id=policy_id,
        kind=EndorsementKind.EXTRA,
        amount=350_000,
        effective_on=today,
        words="A driver was added",
        intent_key="endorsement",
    )
    await do(play, endorse_policy, command, today=today)


@sample("tell_of_payment")
async def an_instalment_is_paid(play: Play) -> None:
    await pay(play, await covered(play))


async def refunded(play: Play) -> None:
    """An annulled policy whose client got his money back."""
    policy_id, today = await covered(play), BROKERAGE.today(play.clock.now())
    await pay(play, policy_id)
    await do(play, annul_policy, policy_id, reason="A mistake", today=today)
    command = RecordRefund(policy_id=policy_id, paid_on=today, intent_key="refund")
    await do(play, record_refund, command, today=today)


@sample("tell_of_refund")
async def a_client_gets_his_money_back(play: Play) -> None:
    await refunded(play)


@sample("tell_of_reversed_refund")
async def a_refund_did_not_go_through(play: Play) -> None:
    await refunded(play)
    await do(play, reverse_refund, 1, reason="A mistake", today=BROKERAGE.today(play.clock.now()))


@sample("tell_of_dropped_refund")
async def a_client_gets_no_money_back_after_all(play: Play) -> None:
    policy_id, today = await covered(play), BROKERAGE.today(play.clock.now())
    await pay(play, policy_id)
    await do(play, annul_policy, policy_id, reason="A mistake", today=today)
    owed = (await play.read(lambda session: session.get(Policy, policy_id))).to_refund
    command = DropRefund(policy_id=policy_id, seen_rest=owed, reason="The insurer kept it", intent_key="refund")
    await do(play, drop_refund, command, today=today)


@sample("tell_of_renewal")
async def a_manager_opens_a_renewal(play: Play) -> None:
    policy_id = await covered(play, begun=350)
    await do(play, renew_policy, policy_id, today=BROKERAGE.today(play.clock.now()), by=MANAGER)


@sample("tell_of_new_task")
async def a_task_is_set(play: Play) -> None:
    await task_set(play)


@sample("tell_of_task")
async def a_task_is_taken(play: Play) -> None:
    await task_taken(play)


@sample("tell_of_passed_on_task")
async def a_task_is_passed_on(play: Play) -> None:
    deal_id = await task_taken(play)
    manager = play.ids[MANAGER.telegram_id]
    await do(play, hand_over, deal_id, place=Place.EXECUTOR, to_user_id=manager)


@sample("refresh_queues")
async def a_queue_is_on_the_screen(play: Play) -> None:
    await play.say(EXECUTOR, "/queue")
    await task_set(play)


@sample("refresh_queues_of_choice")
async def the_client_changes_his_mind_while_a_queue_is_on_the_screen(play: Play) -> None:
    deal_id = await offer_chosen(play)
    await ask_to_issue(play)
    await play.say(EXECUTOR, "/queue")
    await play.tap_data(SELLER, f"offers.list:{deal_id}", play.screen(SELLER).message_id)
    await choose(play, "Ингос")


@sample("tell_of_answer", "refresh_cards_of_task")
async def a_question_is_answered(play: Play) -> None:
    deal_id = await task_taken(play)
    await play.tap(EXECUTOR, "Запитати")
    await play.say(EXECUTOR, "Скільки водіїв?")
    await do(play, write_entry, WriteEntry(deal_id=deal_id, text="Двое", intent_key="answer"))


@sample("tell_of_waking")
async def a_deal_wakes_at_its_hour(play: Play) -> None:
    deal_id = await two_people(play)
    tomorrow = BROKERAGE.today(play.clock.now()) + timedelta(days=1)
    await do(play, defer_deal, deal_id, review_on=tomorrow, review_time=time(11), zone=BROKERAGE.zone)
    play.clock.advance(days=1)
    await wake(play)


@sample("tell_of_handing_over")
async def a_deal_is_handed_over(play: Play) -> None:
    deal_id = await two_people(play)
    other = play.ids[OTHER_SELLER.telegram_id]
    await do(play, hand_over, deal_id, place=Place.SELLER, to_user_id=other)


@sample("tell_of_stage")
async def a_deal_moves(play: Play) -> None:
    deal_id = await two_people(play)
    await do(play, move_stage, MoveStage(deal_id=deal_id, seen=DealStage.NEW, to=DealStage.KYC))


@sample("ExportLeads", "ForgetExport")
async def a_manager_asks_for_a_file_of_leads(play: Play) -> None:
    await a_lead(play)
    await do(play, request_export, LeadFilter(), idle_before=None, by=MANAGER)


@sample("tell_of_leads_together")
async def a_manager_loses_several_leads_at_once(play: Play) -> None:
    lead_id = await a_lead(play)
    await do(play, lose_leads, [lead_id], reason="silent", limits=BROKERAGE.lead_limits, by=MANAGER)


@sample("apply_rules")
async def a_lead_reaches_the_stage_of_a_rule(play: Play) -> None:
    """One rule makes a deal of it, another tells the seller, a third waits for its hour."""
    lead_id = await a_ready_lead(play)
    await a_rule(play, "deal-on-stage")
    await a_rule(play, "tell-lead-stage", stage="qualified", source=None)
    await a_rule(play, "tell-lead-stage", stage="qualified", source=None, delay=60)
    await qualify(play, lead_id)


@sample("run_due_rule")
async def a_rules_hour_comes(play: Play) -> None:
    lead_id = await a_ready_lead(play)
    await a_rule(play, "tell-lead-stage", stage="qualified", source=None, delay=60)
    await qualify(play, lead_id)
    await play.run_events()
    play.clock.advance(hours=1)
    await play.write(partial(release_due_rules, now=play.clock.now()))


@sample("CallWebhook")
async def a_rule_tells_another_system(play: Play) -> None:
    lead_id = await a_ready_lead(play)
    await a_rule(play, "tell-lead-stage", stage="qualified", channel="webhook", url="https://example.org/crm")
    await qualify(play, lead_id)


@sample("SendEmail")
async def a_rule_writes_an_email(play: Play) -> None:
    lead_id = await a_ready_lead(play)
    named = {"channel": "email", "email": "office@example.org", "language": "ru"}
    await a_rule(play, "tell-lead-stage", stage="qualified", **named)
    await qualify(play, lead_id)


@sample("NoteErasure", "DropContents", "forget_messages")
async def an_admin_erases_a_client(play: Play) -> None:
    await deal_on_screen(play)
    await filed(play, document(play))
    play.clock.advance(minutes=1)
    await do(play, erase_client, 1, reason="asked", today=play.clock.now().date(), by=ADMIN)


@sample("ExportClient")
async def an_admin_asks_for_a_clients_file(play: Play) -> None:
    await deal_on_screen(play)
    await do(play, request_client_file, 1, by=ADMIN)
