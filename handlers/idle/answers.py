"""What is sent right under the notice of a question, without a reply to it: words are offered as its answer first, of
files the person says whether they are when something else was on his screen.
"""

from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.clients.finding import LONGEST_QUERY
from handlers.documents.incoming import deal_in
from handlers.journal.states import WriteEntryFlow
from handlers.kit.draft import Memory, Search
from handlers.kit.replies import Start
from services.access import Actor, Right
from services.conversation.queries import find_last_noticed
from services.conversation.values import Text, text
from services.deals.access import access_deal
from services.errors import AppError
from services.tasks.queries import list_askers


@dataclass(frozen=True, slots=True)
class Destination:
    """The deal, or why it can't be told and the deals that may be meant."""

    deal_id: int | None
    problem: Text | None = None
    meant: tuple[int, ...] = ()


async def destination(session: AsyncSession, actor: Actor, memory: Memory, *, lead_id: int | None) -> Destination:
    """Of what is sent now; the rest of a burst goes where its first file went, which has answered the question."""
    asked, shown = await asked_in(session, actor), deal_in(memory.focus)
    if asked is None or asked == shown:
        return Destination(shown)
    if shown is None and lead_id is None:
        memory.focus = f"deal:{asked}"
        return Destination(asked)
    meant = (asked,) if shown is None else (asked, shown)
    return Destination(None, text("scr-question-elsewhere", deal=str(asked)), meant)


async def asked_in(session: AsyncSession, actor: Actor) -> int | None:
    """The deal of the chat's last message, where a question waits for this person or his colleagues."""
    if not actor.may(Right.WRITE_JOURNAL):
        return None
    deal_id = deal_in(await find_last_noticed(session, chat_id=actor.telegram_id))
    if deal_id is None or not await list_askers(session, deal_id, but_not=actor.id):
        return None
    with suppress(AppError):
        await access_deal(session, actor, deal_id, right=Right.WRITE_JOURNAL)
        return deal_id
    return None


def answer(memory: Memory, deal_id: int, words: str) -> Start:
    """To be confirmed; what is short enough to be looked for still can be."""
    short = " ".join(words.split())
    memory.search = Search(short) if len(short) <= LONGEST_QUERY else None
    token = memory.search and memory.search.token
    return Start(WriteEntryFlow.confirm, {"deal_id": deal_id, "text": words, "search": token})
