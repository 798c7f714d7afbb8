"""Words typed outside every dialogue: meant to find somebody, or for the deal on the screen."""

from contextlib import suppress
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.calculations.entering import offers_written
from handlers.clients import finding
from handlers.clients import finding_screens as found
from handlers.common.hand import to_hand
from handlers.common.ids import row_id
from handlers.common.parse import parse_named_lead
from handlers.deals.shown import done_with_card
from handlers.documents.incoming import deal_in
from handlers.idle import answers, received
from handlers.idle.leads import lead_told
from handlers.journal import screens as journal
from handlers.journal.states import WriteEntryFlow
from handlers.kit.draft import Memory, Search
from handlers.kit.replies import Done, Leave, Reply, Start
from handlers.kit.steps import Kind, Steps
from handlers.leads import question_screens as ask
from handlers.leads.draft_lead import keep_line
from handlers.leads.shown import card_screen, done_with_lead
from handlers.leads.states import NoteLeadFlow
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.errors import AppError
from services.journal.write import WriteEntry, write_entry
from services.leads.note import NoteLead, note_lead

steps = Steps()
steps.merge(received.steps)


@steps.when_idle(Kind.TEXT, right=Right.ENTER)
async def on_text(
    session: AsyncSession,
    actor: Actor,
    brokerage: Brokerage,
    memory: Memory,
    focus: str | None,
    text: str,
    today: date,
) -> Reply:
    """Offers for the deal on the screen, the answer to what was just asked, a lead, else a search; what is too long for
    one is an entry, or a note on the lead on the screen.
    """
    if not actor.may(Right.SEE_CLIENTS):
        return Leave(found.nothing_to_do())
    named = parse_named_lead(text) if actor.may(Right.SEE_LEADS) else None
    if named is not None:
        return await card_screen(session, actor, named)
    asked_in = await answers.asked_in(session, actor)
    deal_id = asked_in or (deal_in(focus) if actor.may(Right.WRITE_JOURNAL) else None)
    lead_id = received.lead_in_hand(actor, focus) if deal_id is None else None
    offers = await _offers(session, actor, brokerage, deal_id, text, today)
    if offers is not None:
        return offers
    if asked_in is not None:
        return answers.answer(memory, asked_in, text)
    lead = await lead_told(session, actor, brokerage, memory, text, deal_id=deal_id, lead_id=lead_id)
    if lead is not None:
        return lead
    results = await finding.find(session, actor, memory, text, today)
    if memory.search is None and results is None and deal_id is not None:
        return Start(WriteEntryFlow.confirm, {"deal_id": deal_id, "text": text})
    if memory.search is None and results is None and lead_id is not None:
        return Start(NoteLeadFlow.confirm, {"lead_id": lead_id, "text": text})
    screen = results or await _nothing_found(session, actor, brokerage, memory, text)
    instead = to_hand(memory.search, deal_id, lead_id) if memory.search else []
    return screen.with_rows(instead) if instead else screen


async def _nothing_found(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, words: str
) -> Screen:
    """Words that tell of a lead are one tap away from being one, also those that are too long to search for."""
    a_lead = actor.may(Right.WORK_LEADS) and await keep_line(session, brokerage, {}, words)
    screen = finding.nothing_found(actor, memory, a_lead=a_lead)
    if not a_lead or memory.search is not None:
        return screen
    memory.search = Search(words)
    return screen.with_rows([found.new_lead(memory.search)])


async def _offers(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, deal_id: int | None, words: str, today: date
) -> Start | None:
    """For the deal on the screen, unless it is closed or somebody else's by now."""
    if deal_id is None:
        return None
    with suppress(AppError):
        return await offers_written(session, actor, brokerage, deal_id, words, today=today)
    return None


@steps.tap("idle.journal", right=Right.WRITE_JOURNAL)
async def write_instead(
    session: AsyncSession, actor: Actor, memory: Memory, now: datetime, arg: str, today: date
) -> Done:
    """The words that were searched for go into a journal; `arg` is the token of the search and the deal."""
    token, _, deal = arg.partition(":")
    words = finding.search_of(memory, token).words
    command = WriteEntry(deal_id=row_id(deal), text=words, intent_key=f"search-{token}")
    await write_entry(session, actor, command, now=now)
    return await done_with_card(session, actor, command.deal_id, journal.noted(command.deal_id, words), today=today)


@steps.tap("idle.note", right=Right.WORK_LEADS)
async def note_instead(session: AsyncSession, actor: Actor, memory: Memory, now: datetime, arg: str) -> Done:
    """The same for a lead's notes."""
    token, _, lead = arg.partition(":")
    words = finding.search_of(memory, token).words
    command = NoteLead(lead_id=row_id(lead), text=words, intent_key=f"search-{token}")
    await note_lead(session, actor, command, now=now)
    return await done_with_lead(session, actor, command.lead_id, ask.noted())
