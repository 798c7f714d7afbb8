"""Says what a document is."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.documents import screens
from handlers.documents.states import DocumentKindFlow
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.parsing.documents import guess_document_kind
from models.document_kind import DocumentKind
from services.access import Actor, Right
from services.conversation.values import Screen
from services.documents.missing import list_required
from services.documents.queries import find_document_card
from services.documents.set_kind import set_document_kind
from services.errors import ScreenOutdated

steps = Steps()
steps.flow(DocumentKindFlow, right=Right.FILE_DOCUMENTS)


@steps.tap("doc.kind", right=Right.FILE_DOCUMENTS)
async def start(arg: str) -> Start:
    return Start(DocumentKindFlow.kind, {"document_id": row_id(arg)})


@steps.question(DocumentKindFlow.kind)
async def ask_kind(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    card = await find_document_card(session, actor, draft["document_id"])
    return screens.ask_kind(card, await list_required(session, card.deal_id), draft.view)


@steps.answer(DocumentKindFlow.kind)
async def on_kind_typed(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, text: str) -> Ask | Done:
    kind = guess_document_kind(text)
    if kind is DocumentKind.UNKNOWN:
        return Ask(DocumentKindFlow.kind, problem=screens.kind_problem(text), view=screens.ALL_KINDS)
    return await on_kind(session, actor, draft, now, kind.value)


@steps.pick(DocumentKindFlow.kind)
async def on_kind(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, value: str) -> Done:
    if value not in set(DocumentKind):
        raise ScreenOutdated
    await set_document_kind(session, actor, draft["document_id"], DocumentKind(value), now=now)
    return Done(screens.document(await find_document_card(session, actor, draft["document_id"])))
